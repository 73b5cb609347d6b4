"""The panel in which options are weighed: whose scores these are, the table, and what it comes to."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import grid_words
from workshop_app.desktop.console.asked_voices import AskedVoices
from workshop_app.desktop.console.grid_model import GridModel
from workshop_app.desktop.console.grid_table import GridTable
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.leading_to import LeadingTo
from workshop_app.desktop.console.seeking import matching
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation import capturing, weighing
from workshop_app.model.values import Grain, Origin
from workshop_app.model.views import RoundView


class GridPanel(QWidget):
    """Options against criteria, scored by one voice at a time; what is captured belongs to the option of the keyboard.

    Signals: `subject_changed` when the keyboard went to another option.
    """

    subject_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._leading = LeadingTo(bridge)
        self._here = Here.of(bridge.view)
        self._veiled = False
        self._asked_voices = AskedVoices(bridge.language)
        self._round_id, self._voice, self._letters = "", "", ""
        _ = bridge.language.gettext
        self._who = TextLabel(_("Scores of"), "body", "muted")
        self.voice = QComboBox()
        self.voice.setAccessibleName(_("Whose scores these are"))
        self._who.setBuddy(self.voice)
        self._model = GridModel(bridge.language, self)
        self.table = GridTable(self._model, _("Options against criteria"))
        self._outcome = TextLabel("", "body", wraps=True)
        self._hint = TextLabel("", "small", "muted", wraps=True)
        self._arrange()
        self.setFocusProxy(self.table)
        self.voice.activated.connect(lambda place: self._turn_to(self._voices()[place]))
        self.table.scored.connect(self._score)
        self.table.cleared.connect(self._clear)
        self.table.asked.connect(self._asked)
        self.table.turned.connect(self._turn)
        self.table.sought.connect(self._seek)
        self.table.pointed.connect(self._pointed)

    def _arrange(self) -> None:
        em = self.font().pixelSize()
        whose = QHBoxLayout()
        whose.setSpacing(round(em * 0.5))
        whose.addWidget(self._who)
        whose.addWidget(self.voice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(em * 0.5))
        column.addLayout(whose)
        column.addWidget(self.table, 1)
        column.addWidget(self._outcome)
        column.addWidget(self._hint)

    @property
    def subject(self) -> str | None:
        """The option of the keyboard, while it has it."""
        option = self._model.option_at(self.table.currentIndex())
        return option.id if option else None

    def show_here(self, here: Here, veiled: bool) -> None:
        """Show the round where the beamer is; `veiled` while the room can see this screen."""
        arrived = here.place != self._here.place
        self._here, self._veiled = here, veiled
        known = here.round
        if known is None:
            return
        if arrived:
            self.table.setCurrentIndex(QModelIndex())
        if known.id != self._round_id:
            self._round_id, self._voice = known.id, ""
        offered = self._voices()
        if self._voice not in offered:
            self._voice = offered[0] if offered else ""
        self._show_voices(known, offered)
        alone = known.grain is Grain.ROOM or not veiled
        stood, column = self.table.currentIndex().row(), self.table.currentIndex().column()
        self._model.show(known, self._voice if alone else "", self._folded)
        if stood >= 0 and not self.table.currentIndex().isValid():
            self.table.stand_near(stood, column)
        self._show_words()

    @property
    def _folded(self) -> bool:
        """Whether the scores are out of sight: the room sees this screen, and not yet the result."""
        return self._veiled and not self._here.revealed

    def _voices(self) -> list[str]:
        """Who can score; of ballots a new one comes last."""
        known = self._here.round
        return self._asked_voices.of(self._here.view, known) if known else []

    def _show_voices(self, known: RoundView, offered: list[str]) -> None:
        one = known.grain is Grain.ROOM or self._veiled
        self._who.setVisible(not one)
        self.voice.setVisible(not one)
        self.table.seeks = not one and known.grain is not Grain.BALLOT
        names = [] if one else [self._asked_voices.name(self._here.view, known, voice) for voice in offered]
        if names != [self.voice.itemText(n) for n in range(self.voice.count())]:
            self.voice.clear()
            self.voice.addItems(names)
        if names:
            self.voice.setCurrentIndex(offered.index(self._voice))

    def _turn(self, by: int) -> None:
        offered = self._voices()
        if offered and not self._veiled:
            place = offered.index(self._voice) + by
            self._turn_to(offered[min(max(place, 0), len(offered) - 1)])

    def _turn_to(self, voice: str) -> None:
        """Go to the table of another voice; its first score is typed next."""
        self._voice, self._letters = voice, ""
        self.show_here(self._here, self._veiled)
        self.table.go_to_start()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seek(self, letter: str) -> None:
        """Go to the first voice whose name begins with these letters; letters that lead nowhere begin anew."""
        offered = self._voices()
        names = [self.voice.itemText(n) for n in range(self.voice.count())]
        letters = self._letters + letter
        found = matching(letters, names)
        if not found:
            letters = letter
            found = matching(letters, names)
        if found:
            self._turn_to(offered[found[0]])
            self._letters = letters

    def _score(self, score: int) -> None:
        option, criterion = self._cell()
        if option and criterion and self._bridge.attempt(weighing.weigh, option, criterion, self._voice, score):
            self.table.go_on()

    def _clear(self) -> None:
        option, criterion = self._cell()
        if option and criterion:
            self._bridge.attempt(weighing.unweigh, option, criterion, self._voice)

    def _cell(self) -> tuple[str, str]:
        """The option and the criterion of the keyboard; '' where nothing can be scored now."""
        index = self.table.currentIndex()
        option, criterion = self._model.option_at(index), self._model.criterion_at(index)
        may_type = self._here.round is not None and (self._here.round.grain is Grain.ROOM or not self._veiled)
        if option is None or criterion is None or not may_type or not self._model.takes_part(option):
            return "", ""
        return option.id, criterion.id

    def _asked(self, action_id: str) -> None:
        option = self._model.option_at(self.table.currentIndex())
        if option is None:
            return
        if action_id == "edit":
            editor = self.table.name_editor(option, self._bridge.language.gettext("Option"))
            editor.taken.connect(lambda text: self._bridge.attempt(capturing.edit_prompt, option.id, text=text))
        elif action_id == "make-action" and self._here.round:
            self._leading.action(self._here.round, option)
        elif action_id == "choose":
            self._bridge.attempt(capturing.choose_item, option.id, not option.chosen)
        elif action_id == "remove" and option.origin is Origin.ROOM:
            self._bridge.attempt(capturing.remove_prompt, option.id)
        elif action_id == "remove":
            self._bridge.attempt(capturing.edit_prompt, option.id, included=False)

    def _pointed(self) -> None:
        self._letters = ""
        self._show_words()
        self.subject_changed.emit()

    def _show_words(self) -> None:
        language, several = self._bridge.language, not self.voice.isHidden()
        hidden = language.gettext("Hidden while the room looks along")
        self._outcome.setText(hidden if self._folded else "\n".join(self._told()))
        self._outcome.setVisible(bool(self._outcome.text()))
        self._hint.setText(grid_words.keys(self._model.grid.numbers, several, self.table.seeks, language))

    def _told(self) -> Iterator[str]:
        """What it comes to, and what there is to say of the cell of the keyboard."""
        grid, language, index = self._model.grid, self._bridge.language, self.table.currentIndex()
        option, criterion = self._model.option_at(index), self._model.criterion_at(index)
        if not grid.criteria:
            yield language.gettext("There is no criterion yet: take one down, and the options can be scored.")
        yield from grid_words.outcome(grid, language)
        if option and criterion:
            yield from grid_words.together(grid, option, criterion, language)
        if option:
            yield from grid_words.came_of(self._here.view, option, language)
