"""Whether the rounds of a script fit in the time that is booked, and how to make them fit. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

NET = 0.85
"""The part of the booked time that is left after starting late and talking on."""


@dataclass(frozen=True, slots=True)
class Balance:
    """The minutes of all rounds together against those that are booked."""

    total: int
    booked: int

    @property
    def over(self) -> int:
        """Minutes more than booked; negative for minutes left."""
        return self.total - self.booked

    @property
    def over_net(self) -> int:
        """Whole minutes more than what is left of the booked time in practice; 0 when it fits."""
        return max(0, int(self.total - NET * self.booked))


def fitted(minutes: Sequence[int], booked: int) -> tuple[int, ...]:
    """Minutes in the same proportion that are `booked` together. No round that had time is left without a minute."""
    total = sum(minutes)
    timed = [place for place, each in enumerate(minutes) if each]
    if not timed:
        return tuple(minutes)
    room = max(booked, len(timed))
    exact = {place: minutes[place] * room / total for place in timed}
    whole = {place: max(1, int(exact[place])) for place in timed}
    # What rounding left goes to those that lost most by it, what it took too much comes from the longest.
    for place in sorted(timed, key=lambda p: whole[p] - exact[p])[: max(0, room - sum(whole.values()))]:
        whole[place] += 1
    for _ in range(sum(whole.values()) - room):
        longest = max(timed, key=lambda p: whole[p])
        whole[longest] -= 1
    return tuple(whole.get(place, 0) for place in range(len(minutes)))
