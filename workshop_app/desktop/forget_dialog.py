"""The one question before a person is forgotten: where they were found, and what becomes of each text with the name."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop import found_words
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.found_list import FoundList
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation.elsewhere import Other
from workshop_app.facilitation.forgetting import Fate, Mention
from workshop_app.facilitation.remnants import Remnants
from workshop_app.i18n import N_, Language

_WIDTH, _HEIGHT = 54, 42
"""In heights of a letter, where the screen has room for that."""
_SHOWN = 160
_WHERE = {
    "workshop": N_("Session"),
    "organisation": N_("Organisation"),
    "participant": N_("Participant"),
    "round": N_("Script"),
    "small_group": N_("Table"),
    "prompt": N_("Item"),
    "contribution": N_("Text from the room"),
    "decision": N_("Decision"),
    "action": N_("Action"),
    "parked_item": N_("Parked"),
    "picture": N_("Picture"),
    "draft": N_("Half typed"),
}
_FATES = {Fate.KEEP: N_("kept"), Fate.REPLACE: N_("name replaced"), Fate.DELETE: N_("deleted")}


class ForgetDialog(QDialog):
    """Says what goes, and asks whether that is meant; keeping is the answer of Enter and Esc.

    Signals: those of a dialog; `accepted()` means forget, with `fates` and `files`.
    """

    def __init__(
        self,
        name: str,
        counts: Mapping[str, int],
        mentions: Sequence[Mention],
        remnants: Remnants,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        """`counts` are the rows of the person by table, `remnants` those of the whole session."""
        super().__init__(parent)
        self._mentions, self._language = mentions, language
        _ = language.gettext
        self.setWindowTitle(_("Forget a person"))
        self.list = FoundList(language)
        self.list.add(found_words.counted(counts, language))
        for mention in mentions:
            line = " ".join(mention.text.split())
            line = line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
            words = f"{_(_WHERE.get(mention.table, mention.table))}: {line}"
            self.list.add_choice(words, [_(each) for each in _FATES.values()], [*Fate].index(mention.proposed))
        self.list.add(_("Everything that can be undone now"))
        for text in found_words.backups(remnants, language):
            self.list.add(text)
        for path in remnants.made:
            self.list.add_file(path)
        for path in remnants.away:
            self.list.add(_("Made of it, and not where it was: {path}").format(path=path))
        if name.casefold() in remnants.path.stem.casefold():
            stays = _("The name also stands in the name of the session file, {name}: rename that yourself.")
            self.list.add(stays.format(name=remnants.path.name))
        self.list.setCurrentRow(0)
        self._lay_out(name, language)

    def tell_of_others(self, others: Sequence[Other]) -> None:
        """Name the other sessions in which this person was found: there they stay."""
        stays = self._language.gettext("Also in “{title}” of {day}, and stays there: forget this person there too.")
        for other in others:
            self.list.add(stays.format(title=other.title, day=self._language.date(other.day)))

    @property
    def fates(self) -> dict[Mention, Fate]:
        """What becomes of each text."""
        return {each: [*Fate][chosen] for each, chosen in zip(self._mentions, self.list.choices, strict=True)}

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were made of the session and go too."""
        return self.list.files

    def _lay_out(self, name: str, language: Language) -> None:
        _ = language.gettext
        keep, go = QPushButton(_("Keep")), QPushButton(_("Forget for good"))
        mark(go, kind="danger")
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        go.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(keep)
        buttons.addWidget(go)
        how = _(
            "What this person said stays, without a name. A text with the name in it is kept, gets a neutral word in "
            "its place, or is deleted: Space changes that. One new backup is made, the older ones are deleted."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        question = _("Forget {name}?").format(name=name)
        self.setAccessibleDescription(question)
        column.addWidget(TextLabel(question, "card-title", wraps=True))
        column.addWidget(TextLabel(how, "small", "muted", wraps=True))
        column.addWidget(self.list, 1)
        column.addWidget(TextLabel(found_words.out_of_reach(language), "body", wraps=True))
        column.addWidget(TextLabel(_("It cannot be undone."), "small", "muted"))
        column.addLayout(buttons)
        letter, room = self.font().pixelSize(), self.screen().availableGeometry()
        self.resize(min(_WIDTH * letter, round(0.9 * room.width())), min(_HEIGHT * letter, round(0.95 * room.height())))
        keep.setFocus()
