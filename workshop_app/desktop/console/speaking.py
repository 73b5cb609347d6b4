"""What a screen reader hears while the room is led: another step, and another state of what the room sees."""

from PySide6.QtWidgets import QWidget

from workshop_app.desktop.console import words
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.room_status import RoomStatus
from workshop_app.desktop.widgets.announce import announce
from workshop_app.facilitation import script
from workshop_app.i18n import Language
from workshop_app.model.text import dotted


class Speaking:
    """Says each change once. `source` is the window that it is about."""

    def __init__(self, source: QWidget, language: Language, here: Here, status: RoomStatus) -> None:
        self._source, self._language = source, language
        self._place = here.place
        self._status = status

    def follow(self, here: Here) -> None:
        """Say where it is now, when that is another place."""
        if here.place == self._place:
            return
        self._place = here.place
        known = here.round
        prompt = known.prompt(here.place.prompt_id) if known else None
        if known is None or here.step is None:
            edges = {script.WELCOME: "Welcome", script.AGENDA: "Agenda", script.THANKS: "Thanks"}
            parts = [self._language.gettext(edges.get(here.place, ""))]
        else:
            parts = [words.round_name(here.view, known, self._language), self._language.gettext(here.step.label)]
            parts += [prompt.text] if prompt else []
        announce(self._source, dotted(filter(None, parts)))

    def follow_status(self, status: RoomStatus) -> None:
        """Say what the room sees now, when that is something else."""
        if status == self._status:
            return
        self._status = status
        announce(self._source, words.beamer(status, self._language)[0].removeprefix("● "))
