"""Who can answer in a round, and what the console calls them. Of ballots a new one comes last."""

from workshop_app.facilitation import voices
from workshop_app.i18n import Language
from workshop_app.model.values import ROOM_VOICE, Grain
from workshop_app.model.views import RoundView, WorkshopView


class AskedVoices:
    """The voices that a panel offers. The new ballot stays the same one until something is kept for it."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.new_ballot = ""

    def of(self, view: WorkshopView, known: RoundView) -> list[str]:
        """The voices of a round, in the order of the list."""
        asked = list(voices.asked(view, known))
        if known.grain is Grain.BALLOT:
            if not self.new_ballot or self.new_ballot in asked:
                self.new_ballot = voices.new_ballots(1, asked)[0]
            asked.append(self.new_ballot)
        return asked

    def name(self, view: WorkshopView, known: RoundView, voice: str) -> str:
        """What to call one of them."""
        if voice == self.new_ballot:
            return self._language.gettext("+ ballot")
        if voice == ROOM_VOICE:
            return self._language.gettext("the room")
        return voices.name(view, known, voice, self._language)
