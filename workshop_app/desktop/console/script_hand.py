"""Changes the script while the meeting runs: more time, a round passed over or opened again, another order, shorter."""

from collections.abc import Callable

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.stage_hand import StageHand
from workshop_app.facilitation import preparing, running_order, schedule
from workshop_app.facilitation.shortening import shortening

MORE = 2
"""Minutes that one key gives."""


class ScriptHand:
    """Each change is one command, so that one undo takes it back."""

    def __init__(self, bridge: Bridge, stage: StageHand, tell: Callable[[str], None]) -> None:
        """`tell` says in words what was done."""
        self._bridge, self._stage, self._tell = bridge, stage, tell

    def lengthen(self) -> None:
        """Give the round where the beamer is some minutes more."""
        known = Here.of(self._bridge.view).round
        if known and self._bridge.attempt(preparing.edit_round, known.id, extra=known.extra + MORE):
            words = self._bridge.language.gettext("{title}: {n} minutes more")
            self._tell(words.format(title=known.title, n=MORE))

    def skip(self, round_id: str) -> None:
        """Pass a round over, or open it again. The beamer leaves a round that is passed over first."""
        view, _ = self._bridge.view, self._bridge.language.gettext
        known = view.round(round_id)
        if known is None:
            return
        if not known.skipped and running_order.holds_answers(view, known):
            self._tell(_("Something was captured in {title}, so it is not passed over.").format(title=known.title))
            return
        if not known.skipped and Here.of(view).place.round_id == round_id:
            self._stage.next_round()
        words = _("{title} is open again") if known.skipped else _("{title} is passed over: not dealt with")
        if self._bridge.attempt(preparing.edit_round, known.id, skipped=not known.skipped):
            self._tell(words.format(title=known.title))

    def move(self, round_id: str, by: int) -> None:
        """Move a round one place earlier (-1) or later (1) in the script."""
        view, _ = self._bridge.view, self._bridge.language.gettext
        known, places = view.round(round_id), running_order.shift(view, round_id, by)
        if known is None:
            return
        if not places:
            self._tell(_("{title} stays where it is: what was held comes first").format(title=known.title))
        elif self._bridge.attempt(preparing.move_round, round_id, places):
            words = _("{title} comes earlier") if by < 0 else _("{title} comes later")
            self._tell(words.format(title=known.title))

    def shorten(self) -> None:
        """Shorten the rounds to come, so that it ends as agreed."""
        now = schedule.wall_clock(self._bridge.desk.now())
        shorter = shortening(self._bridge.view, now, self._bridge.desk.elapsed)
        minutes = {each.round_id: each.minutes for each in shorter}
        if minutes and self._bridge.attempt(preparing.retime_rounds, minutes):
            gained = sum(each.before - each.minutes for each in shorter)
            self._tell(self._bridge.language.gettext("The rounds to come are {n} min shorter").format(n=gained))
