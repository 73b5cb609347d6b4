"""Who sits at which table, so that organisations mix. Pure.

A random seating with the right sizes is repaired: as long as there is a ring of tables along which people can move on
by one seat so that fewer pairs of one organisation sit together, they do. That is a minimum cost flow with convex
costs, in which a seating without such a ring is the best one: no other of these sizes, with these people locked, has
fewer pairs. Without locks every organisation of k people then has k / t of them, rounded down or up, at each of t
tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from random import Random

_EMPTY = "\0empty chair"
"""Tables differ by one person at most: those with fewer people have an empty chair, which moves as people do."""
_NEVER = 10**6


@dataclass(frozen=True, slots=True)
class Guest:
    """Someone to be seated; who has no organisation ('') goes well with everybody."""

    id: str
    organisation: str = ""


def make_tables(
    guests: Sequence[Guest], count: int, seed: int, locked: Mapping[str, int] | None = None
) -> tuple[tuple[str, ...], ...]:
    """The ids of the guests at each of `count` tables: the same for the same guests, number and seed.

    `locked` says of some guests at which table (from 0) they stay. Sizes differ by one at most, unless more people are
    locked at a table. Raises ValueError for no tables.
    """
    if count < 1:
        raise ValueError("there is no table")
    ordered = sorted(guests, key=lambda guest: guest.id)
    places = {guest.id: (locked or {}).get(guest.id, -1) for guest in ordered}
    seating = _Seating(count, Random(seed))  # noqa: S311 - a mix, not a secret
    for guest in ordered:
        if 0 <= places[guest.id] < count:
            seating.lock(guest, places[guest.id])
    seating.fill([guest for guest in ordered if not 0 <= places[guest.id] < count])
    while ring := seating.better_ring():
        seating.move_along(ring)
    return seating.tables()


def best_table(guest: Guest, tables: Sequence[Sequence[Guest]]) -> int:
    """Where someone who comes late fits best (from 0): of the smallest tables the one with fewest of their own."""

    def burden(place: int) -> tuple[int, int]:
        own = sum(other.organisation == guest.organisation for other in tables[place]) if guest.organisation else 0
        return len(tables[place]), own

    return min(range(len(tables)), key=burden)


class _Seating:
    """Guests at tables: those that stay, and those that may still move."""

    def __init__(self, count: int, random: Random) -> None:
        self._random = random
        self._stay: list[list[Guest]] = [[] for _ in range(count)]
        self._move: list[list[Guest]] = [[] for _ in range(count)]

    def lock(self, guest: Guest, place: int) -> None:
        """Seat someone who stays."""
        self._stay[place].append(guest)

    def fill(self, guests: Sequence[Guest]) -> None:
        """Seat the others anyhow, in tables as even as can be, with an empty chair where a table has one less."""
        chairs = _even([len(stay) for stay in self._stay], len(guests))
        free = sum(chairs) - sum(len(stay) for stay in self._stay) - len(guests)
        roomy = [place for place, stay in enumerate(self._stay) if chairs[place] > len(stay)]
        for number, place in enumerate(self._random.sample(roomy, free)):
            self._move[place].append(Guest(f"{_EMPTY}{number}", _EMPTY))
        waiting = self._random.sample(list(guests), len(guests))
        for place, chair in enumerate(chairs):
            while len(self._stay[place]) + len(self._move[place]) < chair:
                self._move[place].append(waiting.pop())

    def tables(self) -> tuple[tuple[str, ...], ...]:
        """The ids at each table."""
        everybody = ((*stay, *move) for stay, move in zip(self._stay, self._move, strict=True))
        return tuple(tuple(guest.id for guest in table if guest.organisation != _EMPTY) for table in everybody)

    def better_ring(self) -> list[tuple[int, int, str]]:
        """Steps (from table, to table, organisation) around a ring that leave fewer pairs; none when there is none."""
        steps = self._cheapest_steps()
        count = len(self._stay)
        cost, before = [0] * count, [-1] * count
        changed = -1
        # Bellman and Ford: a table whose cost still falls after as many rounds as there are tables, is behind a ring.
        for _ in range(count):
            changed = -1
            for (here, there), (price, _organisation) in steps.items():
                if cost[here] + price < cost[there]:
                    cost[there], before[there], changed = cost[here] + price, here, there
        if changed < 0:
            return []
        for _ in range(count):
            changed = before[changed]
        ring = [changed, before[changed]]
        while ring[-1] != changed:
            ring.append(before[ring[-1]])
        return [(here, there, steps[here, there][1]) for there, here in pairwise(ring)]

    def move_along(self, ring: Sequence[tuple[int, int, str]]) -> None:
        """Let one of each organisation go to the next table."""
        moving = []
        for here, there, organisation in ring:
            ready = [guest for guest in self._move[here] if _kind(guest) == organisation]
            guest = self._random.choice(ready)
            self._move[here].remove(guest)
            moving.append((guest, there))
        for guest, there in moving:
            self._move[there].append(guest)

    def _cheapest_steps(self) -> dict[tuple[int, int], tuple[int, str]]:
        """From table to table: the smallest change in pairs that moving one person makes, and of which organisation."""
        places = range(len(self._stay))
        present = [_counted((*self._stay[place], *self._move[place])) for place in places]
        steps = {}
        for here, there in product(places, places):
            prices = (
                (_joining(kind, present[there]) - _leaving(kind, present[here]), kind)
                for kind in _counted(self._move[here])
            )
            if here != there and (cheapest := min(prices, default=None)):
                steps[here, there] = cheapest
        return steps


def _even(stay: Sequence[int], guests: int) -> list[int]:
    """How many chairs each table gets: no table more than the others need, or than it has people who stay."""
    height = 0
    while sum(max(height, each) for each in stay) < sum(stay) + guests:
        height += 1
    return [max(height, each) for each in stay]


def _kind(guest: Guest) -> str:
    # Who has no organisation is the only one of their kind.
    return guest.organisation or guest.id


def _counted(guests: Sequence[Guest]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for guest in guests:
        counts[_kind(guest)] = counts.get(_kind(guest), 0) + 1
    return counts


def _joining(kind: str, present: Mapping[str, int]) -> int:
    there = present.get(kind, 0)
    return _NEVER * there if kind == _EMPTY else there


def _leaving(kind: str, present: Mapping[str, int]) -> int:
    return 0 if kind == _EMPTY else present[kind] - 1
