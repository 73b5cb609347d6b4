"""Deleting a text for good: asked once, in plain words, and then it is nowhere any more."""

from typing import ParamSpec

from PySide6.QtWidgets import QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import words
from workshop_app.desktop.questions import Ask, Question
from workshop_app.errors import WorldError
from workshop_app.facilitation import erasing
from workshop_app.facilitation.command import Command
from workshop_app.i18n import Language
from workshop_app.model.led import copies_of
from workshop_app.model.views import ActionView, DecisionView, ParkedView, PictureView, WorkshopView

P = ParamSpec("P")
Outcomes = tuple[DecisionView | ActionView | ParkedView, ...]
_SHOWN = 120


class Wiping:
    """Asks, and erases. `ask` puts the question to a person, above `window`."""

    def __init__(self, bridge: Bridge, ask: Ask, window: QWidget) -> None:
        self._bridge, self._ask, self._window = bridge, ask, window

    def contribution(self, contribution_id: str, text: str) -> None:
        """Something that was said."""
        made = copies_of(self._bridge.view, contribution_id)
        self._wipe(text, made, erasing.wipe_contribution, contribution_id)

    def prompt(self, prompt_id: str, text: str) -> None:
        """An item of a round, with its answers and what was said about it."""
        self._wipe(text, copies_of(self._bridge.view, prompt_id), erasing.wipe_prompt, prompt_id)

    def outcome(self, row: DecisionView | ActionView | ParkedView) -> None:
        """A decision, an action, or something parked."""
        if isinstance(row, DecisionView):
            self._wipe(row.text, (), erasing.wipe_decision, row.id)
        elif isinstance(row, ActionView):
            self._wipe(row.text, (), erasing.wipe_action, row.id)
        else:
            self._wipe(row.text, (), erasing.wipe_parked, row.id)

    def photo(self, photo: PictureView) -> None:
        """A photo of a round."""
        _ = self._bridge.language.gettext
        words = _("Photo: {description}").format(description=photo.description)
        shown = words if photo.description else _("Photo without a description")
        self._wipe(shown, (), erasing.wipe_picture, photo.id)

    def _wipe(self, text: str, made: Outcomes, command: Command[P, None], *args: P.args, **kwargs: P.kwargs) -> None:
        """Ask, with what was `made` of the text and goes with it, and erase."""
        _ = self._bridge.language.gettext
        line = " ".join(text.split())
        line = line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
        what = _(
            "It goes from the file, from what can be undone, and from the backups: the older backups are deleted and "
            "one new backup is made. After this nothing that was done before can be undone, and neither can this."
        )
        codes = (code for code, row in _outcomes(self._bridge.view, self._bridge.language) if row in made)
        made_of_it = _("Made of it, and deleted with it: {outcomes}.").format(outcomes=", ".join(codes)) if made else ""
        others = elsewhere(self._bridge.view, text, self._bridge.language, made)
        also = _("The same words also stand in {places}: there they stay.").format(places=others) if others else ""
        told = "\n\n".join(filter(None, (line, what, made_of_it, also)))
        question = Question(_("Delete this text for good?"), told, _("Delete for good"), _("Keep it"), dangerous=True)
        if not self._ask(question, self._window):
            return
        try:
            erasing.erase(self._bridge.desk, command, *args, **kwargs)
        except WorldError as error:
            self._bridge.tell(error)


def elsewhere(view: WorkshopView, text: str, language: Language, going: Outcomes = ()) -> str:
    """Where the same words stand more than once or beside what is deleted: "A1, round 2 · Check-in"; '' for nowhere.
    `going` are deleted too."""
    wanted = _folded(text)
    outcomes = _outcomes(view, language)
    found = [code for code, row in outcomes if row not in going and wanted in _folded(row.text)]
    for known in view.rounds:
        texts = [*(said.text for said in known.contributions), *(prompt.text for prompt in known.prompts)]
        found += [words.round_name(view, known, language) for each in texts if wanted in _folded(each)]
    # Once is what is deleted itself.
    return ", ".join(dict.fromkeys(found)) if len(found) > 1 else ""


def _outcomes(view: WorkshopView, language: Language) -> list[tuple[str, DecisionView | ActionView | ParkedView]]:
    """Everything that came out, with its code: B1, A1, P1."""
    lists: tuple[tuple[str, Outcomes], ...] = (("B", view.decisions), ("A", view.actions), ("P", view.parked))
    return [
        (f"{language.gettext(letter)}{number}", row)
        for letter, rows in lists
        for number, row in enumerate(rows, start=1)
    ]


def _folded(text: str) -> str:
    return " ".join(text.split()).strip("“”").casefold()
