"""How blocks share a page: what stays with what follows it, and columns that balance and go on over pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from reportlab.platypus import Flowable, Table
from reportlab.platypus.doctemplate import NullActionFlowable

from workshop_app.minutes.pdf.paragraphs import Para
from workshop_app.minutes.pdf.styles import HEIGHT

Flow: TypeAlias = list[Any]
"""Flowables, in the order in which they are laid out."""

LEAST_AFTER_HEADING = 74.0
"""Points: what must still fit under a heading at the foot of a page, if the block cannot end before."""

SHORT = 200
"""Characters: a paragraph up to this length directly under a heading stays with what comes after it."""

MOST_KEPT = 400
"""Characters of an item up to which it stays with the next one."""


def stacked(flow: Sequence[Any], width: float, canvas: Any = None) -> float:
    """The height of flowables under each other, in points."""
    height = after = 0.0
    for at, flowable in enumerate(flow):
        height += flowable.wrapOn(canvas, width, 1e6)[1] + (max(after, flowable.getSpaceBefore()) if at else 0)
        after = flowable.getSpaceAfter()
    return height


class Headed(Flowable):
    """Headings and the block under them, which may be split, but not so that the headings are left alone."""

    def __init__(self, heads: Flow, body: Any) -> None:
        super().__init__()
        self._heads, self._body = heads, body
        self._all = [*heads, body]

    def getSpaceBefore(self) -> float:
        """The space before the first."""
        return float(self._all[0].getSpaceBefore())

    def getSpaceAfter(self) -> float:
        """The space after the last."""
        return float(self._body.getSpaceAfter())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as it may be, as high as all together."""
        self.width, self.height = width, stacked(self._all, width, self.canv)
        return self.width, self.height

    def split(self, width: float, height: float) -> Flow:
        """The headings with as much of the block as fits."""
        room = height - (self.height - self._body.wrapOn(self.canv, width, 1e6)[1])
        parts = self._body.splitOn(self.canv, width, room) if room >= LEAST_AFTER_HEADING else []
        if parts:
            return [*self._heads, *parts]
        # On a page of its own the parts have to go each by itself; platypus splits what comes after an action.
        return [NullActionFlowable(), *self._all] if height > HEIGHT * 0.9 else []

    def draw(self) -> None:
        """Draw them under each other."""
        top, after = self.height, 0.0
        for at, flowable in enumerate(self._all):
            _, height = flowable.wrapOn(self.canv, self.width, 1e6)
            top -= height + (max(after, flowable.getSpaceBefore()) if at else 0)
            flowable.drawOn(self.canv, 0, top)
            after = flowable.getSpaceAfter()


def headed(heads: Flow, flow: Flow) -> Flow:
    """The flow with headings that stay with its first block, and a short introduction with what it introduces."""
    if not heads:
        return flow
    if not flow:
        return [Headed(heads[:-1], heads[-1])]
    if len(flow) > 1 and _introduces(flow[0]):
        return [Headed([*heads, flow[0]], flow[1]), *flow[2:]]
    return [Headed(heads, flow[0]), *flow[1:]]


def ends_kept(flow: Flow) -> Flow:
    """A list of which the first two items stay together, and the last two: none of them is left alone on a page."""
    if len(flow) < 2:
        return flow
    if len(flow) == 2:
        return _kept(*flow)
    middle = flow[2:-2] if len(flow) > 3 else []
    last = flow[-2:] if len(flow) > 3 else flow[-1:]
    return [*_kept(*flow[:2]), *middle, *(_kept(*last) if len(last) == 2 else last)]


def _kept(first: Any, second: Any) -> Flow:
    return [Headed([first], second)] if len(first.getPlainText()) < MOST_KEPT else [first, second]


def tail_kept(flow: Flow) -> Flow:
    """The flow of a section, at the end of which no short paragraph goes over to a next page by itself."""
    if len(flow) < 2 or not _introduces(flow[-1]):
        return flow
    return [*flow[:-2], Tailed(flow[-2], flow[-1])]


class Tailed(Flowable):
    """A block and a short paragraph that ends it, which takes some of the block along to a next page."""

    ALONG = 30.0
    """Points of the block that go along at least."""

    def __init__(self, body: Any, tail: Any) -> None:
        super().__init__()
        self._body, self._tail = body, tail

    def getSpaceBefore(self) -> float:
        """The space before the block."""
        return float(self._body.getSpaceBefore())

    def getSpaceAfter(self) -> float:
        """The space after the paragraph."""
        return float(self._tail.getSpaceAfter())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as it may be, as high as both together."""
        self.width, self.height = width, stacked((self._body, self._tail), width, self.canv)
        return self.width, self.height

    def split(self, width: float, height: float) -> Flow:
        """The block split, so that the paragraph goes with the last of it."""
        body = self._body.wrapOn(self.canv, width, 1e6)[1]
        parts = self._body.splitOn(self.canv, width, min(height, body - self.ALONG))
        if len(parts) > 1:
            return [*parts[:-1], Tailed(parts[-1], self._tail)]
        # As in Headed: what comes after an action is split by itself.
        return [NullActionFlowable(), self._body, self._tail] if body > HEIGHT * 0.4 else []

    def draw(self) -> None:
        """Draw them under each other."""
        body = self._body.wrapOn(self.canv, self.width, 1e6)[1]
        self._body.drawOn(self.canv, 0, self.height - body)
        self._tail.wrapOn(self.canv, self.width, 1e6)
        self._tail.drawOn(self.canv, 0, 0)


def _introduces(flowable: Any) -> bool:
    return isinstance(flowable, Para) and not flowable.bulletText and len(flowable.getPlainText()) < SHORT


class Grid(Table):
    """A table that does not leave a single row at the foot of a page or for the next one. A small one stays whole."""

    _SMALL = 6
    _HIGH = 0.25

    def split(self, width: float, height: float) -> Flow:
        """As a table is split, with at least two rows in each part where there is a choice. Only in the middle of a row
        that is high by itself."""
        self.splitInRow = int(max(self._rowHeights) > HEIGHT * self._HIGH)
        parts: Flow = super().split(width, height)
        if len(parts) == 2 and self._is_small and height < HEIGHT * 0.6:
            return []
        if len(parts) < 2 or self._nrows < self.repeatRows + 4:
            return parts
        first, rest = parts
        if first._nrows + rest._nrows > self._nrows + self.repeatRows:
            return parts
        if first._nrows == self.repeatRows + 1 and height < HEIGHT * 0.6:
            return []
        if rest._nrows == self.repeatRows + 1:
            return super().split(width, sum(first._rowHeights) - 1) or parts
        return parts

    @property
    def _is_small(self) -> bool:
        return self._nrows <= self.repeatRows + self._SMALL and sum(self._rowHeights) < HEIGHT * 0.3


def grid(cells: Sequence[Sequence[Any]], widths: Sequence[float], look: Sequence[Any], *, after: float) -> Grid:
    """A table that repeats its first row on every page, and goes on in the middle of a row that is higher than a page.

    `look` are table commands, `after` is the space under it in points.
    """
    made = Grid(cells, widths, repeatRows=1, splitInRow=1, hAlign="LEFT", style=look)
    made.spaceBefore, made.spaceAfter = 6, after
    return made


def side_by_side(left: Flow, right: Flow, widths: Sequence[float], *look: tuple[Any, ...]) -> Table:
    """Two flows in columns of these widths, without borders or padding unless `look` (table commands) gives them."""
    bare = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return Table([[left, right]], widths, hAlign="LEFT", style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *bare, *look])


@dataclass(frozen=True, slots=True)
class _Measured:
    """A flowable with what it takes of a column, in points; `leads`: it stays with the next one."""

    flowable: Any
    height: float
    before: float
    after: float
    leads: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    flowable: Any
    bottom: float


class Columns(Flowable):
    """Two balanced columns that go on over pages. A heading (`keepWithNext`) stays with what follows it.

    What is higher than `PIECE` points is cut into pieces of whole lines, so that any length of text fits.
    """

    PIECE = 118.0
    GAP = 22.0
    LEAST = 80.0

    def __init__(self, flow: Sequence[Any] = (), measured: list[_Measured] | None = None) -> None:
        super().__init__()
        self._flow, self._measured = flow, measured
        self.spaceBefore, self.spaceAfter = 6, 10
        self._columns: list[list[_Placed]] = []

    def _measure(self, width: float) -> list[_Measured]:
        if self._measured is None:
            pieces = [piece for flowable in self._flow for piece in _pieces(flowable, width, self.PIECE)]
            self._measured = [
                _Measured(
                    piece,
                    float(piece.wrapOn(self.canv, width, 1e6)[1]),
                    piece.getSpaceBefore(),
                    piece.getSpaceAfter(),
                    bool(piece.getKeepWithNext()),
                )
                for piece in pieces
            ]
        return self._measured

    @staticmethod
    def _column(flow: list[_Measured], start: int, limit: float) -> list[_Placed]:
        y = after = 0.0
        placed: list[_Placed] = []
        for each in flow[start:]:
            bottom = y + (max(each.before, after) if placed else 0.0) + each.height
            if bottom > limit + 0.01:
                break
            placed.append(_Placed(each.flowable, bottom))
            y, after = bottom, each.after
        if start + len(placed) < len(flow):
            while placed and flow[start + len(placed) - 1].leads:
                placed.pop()
        return placed

    def _fill(self, flow: list[_Measured], limit: float) -> tuple[list[list[_Placed]], int]:
        left = self._column(flow, 0, limit)
        right = self._column(flow, len(left), limit)
        return [left, right], len(left) + len(right)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The height at which both columns are about equally long."""
        self.width = width
        flow = self._measure((width - self.GAP) / 2)
        total = sum(each.height for each in flow)
        low, high = max(each.height for each in flow), total + sum(each.before + each.after for each in flow)
        if total / 2 > height:  # it will be split: no need to balance
            self.height = total / 2
            return width, self.height
        while high - low > 0.5:
            middle = (low + high) / 2
            low, high = (low, middle) if self._fill(flow, middle)[1] == len(flow) else (middle, high)
        self._columns = self._fill(flow, high)[0]
        self.height = max(column[-1].bottom for column in self._columns if column)
        return width, self.height

    def split(self, width: float, height: float) -> Flow:
        """Two full columns, and the rest."""
        flow = self._measure((width - self.GAP) / 2)
        at = self._fill(flow, height)[1]
        rest = sum(each.height for each in flow[at:]) / 2
        if rest < self.LEAST < height - self.LEAST + rest:  # some more on the next page: it would be almost empty
            at = self._fill(flow, height - self.LEAST + rest)[1]
        if height < self.LEAST or not 0 < at < len(flow):
            return []
        return [Columns(measured=flow[:at]), Columns(measured=flow[at:])]

    def draw(self) -> None:
        """Draw what wrap() placed."""
        for at, column in enumerate(self._columns):
            for placed in column:
                placed.flowable.drawOn(self.canv, at * (self.width + self.GAP) / 2, self.height - placed.bottom)


def _pieces(flowable: Any, width: float, limit: float) -> Iterator[Any]:
    """The flowable cut in halves, and again, until no piece is higher than limit."""
    height = flowable.wrapOn(None, width, 1e6)[1]
    parts = flowable.splitOn(None, width, max(height / 2, limit / 2)) if height > limit else []
    if len(parts) != 2:
        yield flowable
        return
    for part in parts:
        part.keepWithNext = 0
        yield from _pieces(part, width, limit)
