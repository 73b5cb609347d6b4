"""Random minutes of made-up words, each different, so that lost, doubled or misplaced words are noticed."""

import io
import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from PIL import Image as Pixels

from tests.minutes.pdf.sample import sample
from workshop_app.minutes.charts import BarChart, BarRow, DotChart, DotRow, Dots, SpreadChart, SpreadRow
from workshop_app.minutes.document import (
    Block,
    Bullets,
    Callout,
    Column,
    Cover,
    Document,
    Fact,
    Group,
    Groups,
    Item,
    KeyFigure,
    KeyFigures,
    Link,
    Panel,
    Prose,
    Quote,
    Section,
    State,
    Table,
)
from workshop_app.minutes.images import Image, Photo


@cache
def a_picture(width: int, height: int) -> bytes:
    """A PNG file of this size that can be seen through."""
    file = io.BytesIO()
    Pixels.new("RGBA", (width, height), (200, 30, 90, 128)).save(file, "PNG")
    return file.getvalue()


class Stories:
    """Makes documents and blocks from a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._made = 0

    def text(self, *lengths: int) -> str:
        """So many words: one of the lengths."""
        return " ".join(self._word() for _ in range(self._random.choice(lengths)))

    def _word(self) -> str:
        self._made += 1
        return f"zq{self._made}{self._random.choice(('x', 'é', 'ş', 'ł,', 'ï.', 'x' * 9))}"

    def document(self) -> Document:
        """Minutes with one to four chapters."""
        chapters = tuple(self.section(2) for _ in range(self._random.randint(1, 4)))
        cover = self.cover()
        furniture = replace(sample().furniture, logos=cover.logos)
        return replace(sample(), title=self.text(4), cover=cover, furniture=furniture, sections=chapters)

    def cover(self) -> Cover:
        """A first page that has room for all its items."""
        facts = tuple(Fact(self.text(1), self.text(2, 4)) for _ in range(self._random.randint(0, 7)))
        decisions = tuple(
            Item(self.text(3, 7), f"B{at}", (self.text(3),)) for at in range(1, self._random.randint(1, 4))
        )
        actions = tuple(Item(self.text(3, 6), details=(self.text(3),)) for _ in range(self._random.randint(0, 3)))
        return Cover(
            self.text(2),
            self.text(3, 5, 9),
            self.text(0, 8),
            self.text(0, 2),
            facts,
            Panel(self.text(3), decisions, note="" if decisions else self.text(4)),
            Panel(self.text(3), actions, more=Link(self.text(2), "#first")),
            tuple(self._image() for _ in range(self._random.choice((0, 0, 1, 3)))),
        )

    def section(self, level: int) -> Section:
        """A section with up to six blocks, now and then with a section among them."""
        return Section(
            self.text(2, 5, 12),
            tuple(self.block(level) for _ in range(self._random.randint(0, 6))),
            kicker=self.text(0, 2),
            meta=self.text(0, 5),
            anchor=self._random.choice(("", "first")),
            new_page=self._random.random() < 0.2,
            in_contents=self._random.random() < 0.8,
        )

    def block(self, level: int) -> Block:
        """Any block."""
        makers: list[Callable[[], Block]] = [
            self._prose, self._quote, self._callout, self._bullets, self._groups, self._groups, self._figures,
            self._table, self._bars, self._spread, self._dots, self._photo,
        ]  # fmt: skip
        if level < 4 and self._random.random() < 0.1:
            return self.section(level + 1)
        return self._random.choice(makers)()

    def _count(self, most: int) -> range:
        return range(self._random.choice((0, 1, 2, 4, 4, most)))

    def _items(self, most: int) -> tuple[Item, ...]:
        made = []
        for _ in self._count(most):
            votes = self._random.choice((None, 0, 3, 45))
            made.append(
                Item(
                    self.text(1, 8, 8, 25, 25, 25, 90),
                    details=(self.text(3),) if self._random.random() < 0.2 else (),
                    dots=None if votes is None else Dots(votes, f"({votes} stemmen)"),
                )
            )
        return tuple(made)

    def _prose(self) -> Prose:
        text = "\n\n".join(self.text(1, 30, 30, 300) for _ in self._count(3)) or self.text(1)
        link = Link(self.text(2, 40), self._random.choice(("#first", "#nowhere", "https://example.org/a?b=c&d=e")))
        return Prose(text, self._random.choice(("body", "lead", "note")), link if self._random.random() < 0.4 else None)

    def _quote(self) -> Quote:
        return Quote(self.text(3, 12, 12, 12, 700), self.text(0, 2))

    def _callout(self) -> Callout:
        return Callout(self.text(2), self.text(6, 90))

    def _bullets(self) -> Bullets:
        return Bullets(self._items(12), ordered=self._random.random() < 0.5)

    def _groups(self) -> Groups:
        return Groups(tuple(Group(self.text(0, 1, 20), self._items(24)) for _ in self._count(4)))

    def _figures(self) -> KeyFigures:
        return KeyFigures(tuple(KeyFigure(self.text(1), self.text(4)) for _ in range(self._random.randint(0, 5))))

    def _table(self) -> Table:
        columns = tuple(
            Column(self.text(1, 3), self._random.choice((1, 3)), self._random.random() < 0.3)
            for _ in range(self._random.randint(1, 6))
        )
        states = (State(self.text(1), "new"), State(self.text(1), "done"))
        rows = tuple(
            (
                *(self._random.choice((self.text(0, 2, 6), self.text(1, 2, 2, 2, 40))) for _ in columns[1:]),
                self._random.choice(states) if self._random.random() < 0.1 else self.text(2),
            )
            for _ in self._count(40)
        )
        return Table(columns, rows, self.text(0, 5), self.text(0, 9), self._random.choice((0, None)))

    def _bars(self) -> BarChart:
        options = tuple(self.text(1, 1, 3) for _ in range(self._random.randint(1, 6)))
        rows = tuple(
            BarRow(
                self.text(2, 8, 15, 30),
                tuple(self._random.randint(0, 30) for _ in options),
                self._random.random() < 0.5,
            )
            for _ in self._count(25)
        )
        return BarChart(self.text(1), self.text(1), options, rows, self.text(0, 12), self.text(0, 12))

    def _spread(self) -> SpreadChart:
        rows = []
        for _ in self._count(20):
            low, high = sorted(self._random.choices(range(1, 6), k=2))
            rows.append(SpreadRow(self.text(2, 25), low, (low + high) / 2, high, self.text(1)))
        label, picture, lowest, mean, highest = (self.text(1) for _ in range(5))
        return SpreadChart(label, picture, lowest, mean, highest, tuple(rows), caption=self.text(0, 12))

    def _photo(self) -> Photo:
        return Photo(self._image(), self.text(1, 3, 25))

    def _image(self) -> Image:
        size = self._random.choice(((4, 3), (3, 900), (900, 3), (60, 40)))
        return Image(a_picture(*size), *size, self.text(0, 5))

    def _dots(self) -> DotChart:
        votes = [self._random.choice((0, 1, 7, 120)) for _ in self._count(20)]
        rows = tuple(DotRow(self.text(2, 25), Dots(count, f"({count} stemmen)")) for count in votes)
        return DotChart(self.text(1), self.text(1), rows, self.text(0, 12))
