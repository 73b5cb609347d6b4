"""Moves the beamer: forward, back, to a round; reveals, freezes, makes black. Each is one command."""

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.here import Here
from workshop_app.facilitation import preparing, script, stage
from workshop_app.facilitation.lowest import lowest_items
from workshop_app.facilitation.script import Reveal
from workshop_app.model.views import Place
from workshop_app.rounds.catalogue import LOWEST, PAUSE


class StageHand:
    """Brings the beamer where it is wanted."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def forward(self) -> None:
        """Reveal what can be revealed, else go to the next place."""
        ahead = script.after(self._bridge.view)
        if isinstance(ahead, Reveal):
            self._bridge.attempt(stage.reveal, ahead)
        else:
            self.go(ahead)

    def back(self) -> None:
        """Go one place back."""
        self.go(script.before(self._bridge.view))

    def start(self) -> None:
        """Go to the first place."""
        self.go(script.WELCOME)

    def next_round(self) -> None:
        """Go to the next round."""
        self.go(script.next_round(self._bridge.view))

    def go_to_round(self, round_id: str) -> None:
        """Go to the beginning of a round, unless the beamer is in it. One that was passed over is opened again."""
        known = self._bridge.view.round(round_id)
        if known and known.skipped:
            self._bridge.attempt(preparing.edit_round, round_id, skipped=False)
        if known and script.standing(self._bridge.view).round_id != round_id:
            self.go(script.round_places(known)[0])

    def go(self, place: Place) -> None:
        """Go to a place. A break that was held before is held anew."""
        view = self._bridge.view
        if place == view.stage.place:
            return
        known = view.round(place.round_id)
        over = known is not None and known.kind == PAUSE.id and known.spent_seconds >= known.allotted * 60
        if known and over and place.round_id != view.stage.place.round_id:
            self._bridge.attempt(stage.restart_clock, known.id)
        self._bridge.attempt(stage.go, place, self._bridge.desk.now())

    def arrive(self, here: Here) -> None:
        """Fill a round with the lowest of earlier scores, when it is reached and still empty."""
        if here.round is None or here.kind is not LOWEST or here.round.items:
            return
        items = lowest_items(here.view, here.round.id)
        if items:
            self._bridge.attempt(preparing.fill_lowest, here.round.id, items)

    def toggle_revealed(self) -> None:
        """Show what is hidden here; hide it again when it is shown."""
        here = Here.of(self._bridge.view)
        pending = script.to_reveal(here.view, here.place)
        if pending:
            self._bridge.attempt(stage.reveal, pending)
        elif here.revealed:
            self._bridge.attempt(stage.hide, Reveal(here.place.round_id, here.place.step, here.place.prompt_id))

    def toggle_frozen(self) -> None:
        """Freeze what the room sees, or let it follow again."""
        self._bridge.attempt(stage.hold, frozen=not self._bridge.view.stage.frozen)

    def toggle_black(self) -> None:
        """Make the beamer black, or show the scene again."""
        self._bridge.attempt(stage.hold, black=not self._bridge.view.stage.black)

    def finish(self) -> bool:
        """The meeting is over. Whether that was saved."""
        return self._bridge.attempt(stage.finish, self._bridge.desk.now())
