"""Where points and their labels stand in a frame, so that nothing covers anything else. Pure geometry: no units, the
second coordinate counts in either direction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, cos, pi, sin

_AROUND = 24
"""Directions in which a label, and a point that is in the way, is tried."""
_REACH = (1.0, 1.8, 2.8)
"""How far from its point a label may stand, in its radius."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether they share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other is within this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a point."""

    x: float
    y: float

    def box(self, radius: float) -> Box:
        """The square around the point."""
        return Box(self.x - radius, self.y - radius, self.x + radius, self.y + radius)


def spread_out(wanted: Sequence[Spot], radius: float, fields: Sequence[Box], taken: Sequence[Box] = ()) -> list[Spot]:
    """The points as near to where they are wanted as they can be without touching each other or what is `taken`.

    Each stays within its own of the `fields`, the quarter of the frame where it may be moved about. Where a field is
    full, points there lie over each other.
    """
    placed: list[Box] = list(taken)
    spots = []
    for spot, field in zip(wanted, fields, strict=True):
        free = (near for near in _near(spot, radius, field) if not _covers(near.box(radius), placed))
        found = next(free, _within(spot, field))
        placed.append(found.box(radius))
        spots.append(found)
    return spots


def _near(wanted: Spot, radius: float, field: Box) -> Iterator[Spot]:
    """The point itself, then places on a net around it, the nearest first, as far as they are in the field."""
    left, right, top, bottom = field.left + radius, field.right - radius, field.top + radius, field.bottom - radius
    if left <= wanted.x <= right and top <= wanted.y <= bottom:
        yield wanted
    step = 2 * radius
    reach = ceil(max(field.right - field.left, field.bottom - field.top) / step)
    away = [n * step for n in range(-reach, reach + 1)]
    columns = [wanted.x + far for far in away if left <= wanted.x + far <= right]
    rows = [y for y in (*(wanted.y + far for far in away), top, bottom) if top <= y <= bottom]
    # Distances first: only the places that are tried are made.
    net = sorted(
        ((x - wanted.x) ** 2 + (y - wanted.y) ** 2, n, x, y) for n, (x, y) in enumerate(product(columns, rows))
    )
    yield from (Spot(x, y) for _, _, x, y in net)


def _within(spot: Spot, field: Box) -> Spot:
    return Spot(min(max(spot.x, field.left), field.right), min(max(spot.y, field.top), field.bottom))


def label_places(
    spots: Sequence[Spot], sizes: Sequence[tuple[float, float]], radius: float, frame: Box, taken: Sequence[Box] = ()
) -> list[Box] | None:
    """A place within the frame for the label of each point, by the width and height of its text; None when they do not
    all fit. No label covers a point, another label or what is `taken`."""
    points = [spot.box(radius) for spot in spots]
    obstacles = [*points, *taken]
    free = [
        [box for box in _around(spot, size, radius) if frame.holds(box) and not _covers(box, obstacles)]
        for spot, size in zip(spots, sizes, strict=True)
    ]
    orders: tuple[Callable[[int], float], ...] = (
        lambda n: len(free[n]),
        lambda n: spots[n].x,
        lambda n: -sizes[n][0],
    )
    tries = (_in_order(sorted(range(len(spots)), key=order), free) for order in orders)
    return next((labels for labels in tries if labels is not None), None)


def _in_order(order: Iterable[int], free: Sequence[Sequence[Box]]) -> list[Box] | None:
    labels: dict[int, Box] = {}
    for number in order:
        box = next((each for each in free[number] if not _covers(each, labels.values())), None)
        if box is None:
            return None
        labels[number] = box
    return [labels[number] for number in range(len(labels))]


def _around(spot: Spot, size: tuple[float, float], radius: float) -> Iterator[Box]:
    """Places for a label: right of its point, left of it, below, above, then all around, then further away."""
    width, height = size
    for reach in _REACH:
        gap = radius * reach
        beside = spot.y - height / 2
        yield Box(spot.x + gap, beside, spot.x + gap + width, beside + height)
        yield Box(spot.x - gap - width, beside, spot.x - gap, beside + height)
        for step in range(_AROUND):
            angle = pi / 2 + step * 2 * pi / _AROUND
            x = spot.x + cos(angle) * (gap + width / 2)
            y = spot.y + sin(angle) * (gap + height / 2)
            yield Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _covers(box: Box, others: Iterable[Box]) -> bool:
    return any(box.overlaps(other) for other in others)
