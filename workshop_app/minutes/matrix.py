"""A matrix in the minutes, as a value: its axes, corners and points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MatrixPoint:
    """A voice from 1 (left, below) to 9 (right, above). Without a label it is not told whose it is."""

    across: int
    up: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The picture of a matrix: the low and high ends of both axes, the corners (right above, right below, left above,
    left below) and the points; where not all labels fit, points have their number. `alt` is what it shows in words."""

    across: tuple[str, str]
    up: tuple[str, str]
    quadrants: tuple[str, ...]
    points: tuple[MatrixPoint, ...]
    alt: str
    caption: str = ""
