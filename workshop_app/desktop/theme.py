"""The whole look in one place: named colours, spacing, text roles, stylesheet and the palettes of the beamer."""

from dataclasses import dataclass
from pathlib import Path
from string import Template
from types import MappingProxyType

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

SANS = "Source Sans 3"
SERIF = "Source Serif 4"

INK = "#14212B"
INK2 = "#4A5B68"
PAPER = "#FAF9F6"
CARD = "#FFFFFF"
LINE = "#DAD7CF"
LINE_SOFT = "#ECE9E1"
FIELD_LINE = "#84919A"
RAIL = "#F3F1EB"
DESK = "#E9E6DE"
GREY_LIGHT = "#EEF1F2"
PETROL = "#0B5563"
PETROL_DARK = "#083D47"
PETROL_LIGHT = "#E3F0F1"
PETROL_MIST = "#A9D3D9"
PETROL_LINE = "#7FB0B8"
AMBER = "#B45309"
AMBER_DARK = "#9A4506"
AMBER_LIGHT = "#FCEFD9"
AMBER_LINE = "#EBCF9E"
AMBER_BRIGHT = "#F2A65A"
GREEN = "#1F6F43"
GREEN_LIGHT = "#E4F1E9"
RED = "#9B1C1C"
RED_LIGHT = "#FBE9E7"

STEP = 4
RADIUS = 8
RING = 2
BASE_PIXELS = 15

ROLES = MappingProxyType(
    {
        "body": (1.0, 400),
        "strong": (1.0, 600),
        "small": (0.87, 400),
        "small-strong": (0.87, 600),
        "section": (0.8, 700),
        "lead": (1.07, 400),
        "card-title": (1.07, 700),
        "heading": (1.33, 700),
        "title": (1.75, 700),
        "quote": (1.13, 400),
    }
)
"""Text role → (size in proportion to the application's font, weight). Set on a label with :func:`mark` as ``role``."""

# Every pair of text and ground that the stylesheet and the chips use; the contrast of each is held to 4.5:1.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((INK, ground) for ground in (PAPER, CARD, RAIL, PETROL_LIGHT, AMBER_LIGHT, GREEN_LIGHT, GREY_LIGHT)),
    *((INK2, ground) for ground in (PAPER, CARD, RAIL, PETROL_LIGHT, GREY_LIGHT, AMBER_LIGHT)),
    *((PETROL, ground) for ground in (PAPER, CARD, RAIL, PETROL_LIGHT)),
    *((AMBER_DARK, ground) for ground in (PAPER, CARD, AMBER_LIGHT)),
    (AMBER, CARD),
    (GREEN, GREEN_LIGHT),
    (GREEN, CARD),
    (RED, RED_LIGHT),
    (RED, CARD),
    (CARD, PETROL),
    (CARD, PETROL_DARK),
    (PETROL_MIST, PETROL_DARK),
    (CARD, RED),
    (CARD, GREEN),
)


@dataclass(frozen=True)
class BeamPalette:
    """Colours of the projection in one kind of light. ``options`` are the fills of answer bars, first option first."""

    ground: str
    text: str
    muted: str
    accent: str
    rule: str
    done: str
    todo: str
    card: str
    card_line: str
    marked: str
    marked_line: str
    warm: str
    frame: str
    reach: str
    options: tuple[str, ...]

    def text_pairs(self) -> tuple[tuple[str, str], ...]:
        """Pairs of text and ground that scenes use."""
        texts = (self.text, self.muted, self.accent)
        return tuple((text, ground) for text in texts for ground in (self.ground, self.card, self.marked))


BEAM_PALETTES = MappingProxyType(
    {
        "light": BeamPalette(
            ground=PAPER,
            text=INK,
            muted=INK2,
            accent=PETROL,
            rule=LINE,
            done=PETROL,
            todo="#D9D6CE",
            card=CARD,
            card_line=LINE,
            marked=PETROL_LIGHT,
            marked_line=PETROL,
            warm=AMBER,
            frame="#6B7280",
            reach="#A9CDD3",
            options=(PETROL, AMBER, "#6B7280", "#8A5A83", "#3D6E9E"),
        ),
        "petrol": BeamPalette(
            ground=PETROL_DARK,
            text="#FFFFFF",
            muted="#D5E6E8",
            accent=PETROL_MIST,
            rule="#2A5F69",
            done=PETROL_MIST,
            todo="#2A5F69",
            card="#0C4A56",
            card_line="#2A5F69",
            marked=PETROL,
            marked_line=PETROL_MIST,
            warm=AMBER_BRIGHT,
            frame=PETROL_MIST,
            reach="#3A7784",
            options=(PETROL_MIST, AMBER_BRIGHT, "#D5E6E8", "#E3B7DA", "#9CC4EC"),
        ),
        "dark": BeamPalette(
            ground="#0E1B22",
            text="#F4F1EA",
            muted="#B9C6CC",
            accent="#8CC8D2",
            rule="#25353E",
            done="#3FA3B0",
            todo="#33444E",
            card="#162830",
            card_line="#33444E",
            marked="#173F49",
            marked_line="#3FA3B0",
            warm=AMBER_BRIGHT,
            frame="#9FB0B8",
            reach="#2F6F7B",
            options=("#3FA3B0", AMBER_BRIGHT, "#9FB0B8", "#D29BC8", "#7FB0E0"),
        ),
    }
)


def base_font(scale: float = 1.0) -> QFont:
    """The application's font; every other size is a proportion of it."""
    font = QFont(SANS)
    font.setPixelSize(round(BASE_PIXELS * scale))
    return font


def role_font(role: str, base: QFont) -> QFont:
    """The font of a text role, for widgets that paint their text themselves."""
    proportion, weight = ROLES[role]
    font = QFont(base)
    font.setFamily(SERIF if role == "quote" else SANS)
    font.setPixelSize(round(base.pixelSize() * proportion))
    font.setWeight(QFont.Weight(weight))
    return font


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Set dynamic properties that the stylesheet looks at (role, kind, surface, tone) and show them at once."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    # What was not shown yet is dressed when it is.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def apply(app: QApplication, icons: Path, scale: float = 1.0) -> None:
    """Dress the application: font, palette and stylesheet. ``icons`` is the folder of the arrows and ticks."""
    QDir.setSearchPaths("icons", [str(icons)])
    app.setFont(base_font(scale))
    app.setPalette(_palette())
    app.setStyleSheet(stylesheet(scale))


def _palette() -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, PAPER),
        (roles.Base, CARD),
        (roles.AlternateBase, RAIL),
        (roles.Button, CARD),
        (roles.WindowText, INK),
        (roles.Text, INK),
        (roles.ButtonText, INK),
        (roles.PlaceholderText, INK2),
        (roles.Highlight, PETROL),
        (roles.HighlightedText, CARD),
        (roles.Link, PETROL),
        (roles.ToolTipBase, INK),
        (roles.ToolTipText, CARD),
        (roles.Accent, PETROL),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(INK2))
    return palette


def stylesheet(scale: float = 1.0) -> str:
    """The application's stylesheet for a text size of ``scale`` times the usual."""
    ring = max(RING, round(RING * scale))
    tokens = {name.lower(): value for name, value in globals().items() if name.isupper() and isinstance(value, str)}
    tokens |= {f"s{steps}": f"{round(STEP * steps * scale)}px" for steps in range(1, 13)}
    tokens |= {f"half{steps}": f"{round(STEP * steps * scale / 2)}px" for steps in (1, 3, 5)}
    tokens |= {"gap": f"{ring - 1}px", "ring": f"{ring}px"}
    tokens |= {role: f"{round(BASE_PIXELS * scale * ROLES[role][0])}px" for role in ("small", "heading")}
    tokens |= {"radius": f"{round(RADIUS * scale)}px"}
    sheet = Path(__file__).with_name("theme.qss").read_text("utf-8")
    return Template(sheet).substitute(tokens) + _role_rules(scale)


def _role_rules(scale: float) -> str:
    rules = [
        f'QLabel[role="{role}"] {{ font-size: {round(BASE_PIXELS * scale * proportion)}px; font-weight: {weight}; }}'
        for role, (proportion, weight) in ROLES.items()
    ]
    return "\n".join(rules)
