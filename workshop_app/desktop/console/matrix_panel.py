"""The panel in which voices are placed between two axes: the list to type in, and a picture of what it comes to."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.asked_voices import AskedVoices
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.matrix_list import Entry, MatrixList
from workshop_app.desktop.console.matrix_picture import Dot, MatrixPicture
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation import placing, script
from workshop_app.model.placed import MIDDLE, Placed, placements
from workshop_app.model.values import MATRIX_STEPS, Grain
from workshop_app.model.views import PromptView, RoundView


class MatrixPanel(QWidget):
    """Who stands where on the item of the beamer; what is captured belongs to that item. No signals."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._here = Here.of(bridge.view)
        self._veiled = False
        self._voices = AskedVoices(bridge.language)
        _ = bridge.language.gettext
        self._item = TextLabel("", "heading", wraps=True)
        self.list = MatrixList((_("who"), _("place"), _("quarter")), _("Who stands where"))
        self.picture = MatrixPicture(_("Picture of the matrix"))
        self._hidden = TextLabel(_("Hidden while the room looks along"), "body", "muted")
        self._axes = TextLabel("", "small", "muted", wraps=True)
        self._hint = TextLabel("", "small", "muted", wraps=True)
        self._arrange()
        self.setFocusProxy(self.list)
        self.list.placed.connect(self._place)
        self.list.moved.connect(self._move)
        self.list.cleared.connect(self._clear)
        self.list.ballot_asked.connect(self._go_to_new_ballot)
        self.list.told.connect(self._follow)

    def _arrange(self) -> None:
        em = self.font().pixelSize()
        both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        both.setSpacing(em)
        both.addWidget(self.list, 1)
        both.addWidget(self.picture, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(em * 0.5))
        column.addWidget(self._item)
        column.addLayout(both, 1)
        column.addWidget(self._hidden)
        column.addWidget(self._axes)
        column.addWidget(self._hint)
        column.setStretch(1, 1)

    @property
    def subject(self) -> str | None:
        """The item of the beamer."""
        return self._here.place.prompt_id or None

    @property
    def hint(self) -> str:
        """What is said about what was typed, and about the keys."""
        return self._hint.text()

    def show_here(self, here: Here, veiled: bool) -> None:
        """Show the item where the beamer is; `veiled` while the room can see this screen."""
        arrived = here.place != self._here.place
        self._here, self._veiled = here, veiled
        if arrived:
            self.list.forget()
        self._show_places()

    def _show_places(self) -> None:
        here = self._here
        known, step, item = here.round, here.step, self._on_beamer
        if known is None or step is None or item is None:
            return
        folded = self._veiled and not script.shows_places(here.view, known, step, item.id)
        self.list.setVisible(not folded)
        self.picture.setVisible(not folded)
        self._hidden.setVisible(folded)
        self._item.setText(item.text)
        self._item.setVisible(len(known.items) > 1)
        self._axes.setText(self._axes_words(known))
        self.list.seeks = known.grain in (Grain.ORGANISATION, Grain.GROUP)
        self.list.show_entries(() if folded else tuple(self._entries(known, item)))
        self._follow()

    def _follow(self) -> None:
        """Mark the point of the keyboard, and say what is half typed."""
        known, item = self._here.round, self._on_beamer
        if known is None or item is None:
            return
        folded, current = self.list.isHidden(), self.list.current_voice()
        dots = [Dot(self._name(known, at.voice), at.across, at.up, at.voice == current) for at in placements(item)]
        self.picture.show_dots(() if folded else dots, [quadrant.text for quadrant in known.quadrants[:4]])
        self._hint.setText("" if folded else self._told(known))

    @property
    def _on_beamer(self) -> PromptView | None:
        return self._here.round.prompt(self._here.place.prompt_id) if self._here.round else None

    def _entries(self, known: RoundView, item: PromptView) -> Iterator[Entry]:
        there = {each.voice: each for each in placements(item)}
        for voice in self._voices.of(self._here.view, known):
            at = there.get(voice)
            place = f"{at.across} · {at.up}" if at else ""
            yield Entry(voice, self._name(known, voice), place, self._quarter(known, at) if at else "")

    def _name(self, known: RoundView, voice: str) -> str:
        return self._voices.name(self._here.view, known, voice)

    def _quarter(self, known: RoundView, at: Placed) -> str:
        if at.quadrant is None:
            return self._bridge.language.gettext("in between")
        return known.quadrants[at.quadrant].text if at.quadrant < len(known.quadrants) else ""

    def _axes_words(self, known: RoundView) -> str:
        arrows = ("→", "↑")
        return "   ".join(
            f"{arrow} 1 {axis.text} … {MATRIX_STEPS} {axis.detail}"
            for arrow, axis in zip(arrows, known.axes, strict=False)
        )

    def _told(self, known: RoundView) -> str:
        """What was typed so far, else what can be typed."""
        _ = self._bridge.language.gettext
        name = self._name(known, self.list.current_voice()) if self.list.current_voice() else ""
        if self.list.in_hand:
            return _("{name}: arrows move the point, Enter puts it down").format(name=name)
        if self.list.digit:
            return _("{name}: {digit} to the right; now a digit for upwards").format(name=name, digit=self.list.digit)
        if self.list.letters:
            return _("{letters}… {name}: two digits give the place").format(letters=self.list.letters, name=name)
        if known.grain is Grain.BALLOT:
            return _("Two digits place a ballot · + a new one · Enter and arrows move · Backspace takes away")
        return _("Letters find a name · two digits place it · Enter and arrows move it · Backspace takes it away")

    def _place(self, voice: str, across: int, up: int) -> None:
        item = self._on_beamer
        new = voice == self._voices.new_ballot
        if item and self._bridge.attempt(placing.place, item.id, voice, across, up) and new:
            self._go_to_new_ballot()

    def _move(self, voice: str, right: int, upwards: int) -> None:
        item = self._on_beamer
        if item is None:
            return
        at = next((each for each in placements(item) if each.voice == voice), None)
        if at and not (right or upwards):
            return
        across, up = (at.across, at.up) if at else (MIDDLE, MIDDLE)
        place = (min(max(across + right, 1), MATRIX_STEPS), min(max(up + upwards, 1), MATRIX_STEPS))
        if at is None or place != (across, up):
            self._bridge.attempt(placing.place, item.id, voice, *place)

    def _clear(self, voice: str) -> None:
        item = self._on_beamer
        if item and any(each.voice == voice for each in placements(item)):
            self._bridge.attempt(placing.unplace, item.id, voice)

    def _go_to_new_ballot(self) -> None:
        if self._here.round and self._here.round.grain is Grain.BALLOT:
            self.list.go_to(self._voices.new_ballot)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
