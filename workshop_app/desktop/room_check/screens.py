"""What the room check says about the screens, and the number that each of them has."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.desktop.room_check.finding import Finding, Verdict
from workshop_app.desktop.screens import Decision, ScreenInfo, Situation
from workshop_app.i18n import Language
from workshop_app.model.text import dotted


@dataclass(frozen=True, slots=True)
class Numbered:
    """A screen with its number, and whether it is the room's, the console's, or neither's."""

    number: int
    screen: ScreenInfo
    for_room: bool
    for_console: bool

    def words(self, language: Language) -> str:
        """What it is: "2 · beamer · EPSON EB-X49 · 1920 × 1080"."""
        _ = language.gettext
        use = _("beamer") if self.for_room else _("this screen") if self.for_console else _("other screen")
        size = f"{self.screen.geometry[2]} × {self.screen.geometry[3]}"
        return dotted((str(self.number), use, self.screen.identity.words, size))


def numbered(screens: Sequence[ScreenInfo], decision: Decision) -> tuple[Numbered, ...]:
    """The screens in their order from left to right; where one shows what another does, both have a number."""
    ordered = sorted(screens, key=lambda screen: screen.geometry[:2])
    return tuple(
        Numbered(n, screen, screen == decision.projection, screen == decision.console)
        for n, screen in enumerate(ordered, 1)
    )


def judge(decision: Decision, language: Language) -> Finding:
    """The line about the screens."""
    _ = language.gettext
    match decision.situation:
        case Situation.BEAMER if decision.projection:
            name = decision.projection.identity.words
            return Finding(Verdict.GOOD, _("The room has a screen of its own: {name}.").format(name=name))
        case Situation.MIRRORED:
            todo = _("Choose “Extend”: Windows key + P, or in the settings of the displays.")
            return Finding(Verdict.ATTEND, _("The beamer shows what this screen shows."), todo)
        case _:
            todo = _("Connect the beamer and choose “Extend” (Windows key + P). Without one, Ctrl+F5 shows one screen.")
            return Finding(Verdict.ATTEND, _("There is no second screen."), todo)
