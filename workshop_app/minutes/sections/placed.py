"""Where voices stand between two axes: a picture for each item, and the table of its places."""

from collections import Counter
from collections.abc import Iterator

from workshop_app.facilitation import voices
from workshop_app.i18n import Language
from workshop_app.minutes.document import Block, Column, Prose, Table, shortened
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.matrix import Matrix, MatrixPoint
from workshop_app.minutes.own_scores import LEAST_ORGANISATIONS, own_name, own_voice
from workshop_app.minutes.small_counts import STAR, ColumnOfCounts
from workshop_app.minutes.wording import HEADING_LIMIT
from workshop_app.model.placed import Placed, placements
from workshop_app.model.values import MATRIX_STEPS, ROOM_VOICE, Grain, Level, Origin, Rule
from workshop_app.model.views import PromptView, RoundView, WorkshopView


def placed(known: RoundView, view: WorkshopView, edition: Edition, language: Language) -> Iterator[Block]:
    """The matrix of every item where anybody was placed. Where nobody may be recognised, only numbers per corner."""
    for item in known.items:
        points = placements(item)
        if points:
            section = _Placed(known, view, item, points, edition, language)
            if len(item.text) > HEADING_LIMIT:
                yield Prose(item.text)
            if section.named or not edition.public:
                yield section.picture()
                yield section.table() if section.named else section.counted()
            else:
                yield from section.published()
            yield from section.own()
    left = [item.text for item in known.items if not placements(item) and item.origin is Origin.TEMPLATE]
    if left:
        yield Prose(language.gettext("Nobody was placed: {items}.").format(items="; ".join(left)), "note")


class _Placed:
    """One item with its places."""

    def __init__(
        self,
        known: RoundView,
        view: WorkshopView,
        item: PromptView,
        points: tuple[Placed, ...],
        edition: Edition,
        language: Language,
    ) -> None:
        self._known, self._view, self._item, self._language = known, view, item, language
        # What this version may not tell apart has lost its organisation by now.
        self.named = (
            known.grain is not Grain.BALLOT
            and known.level is not Level.ANONYMOUS
            and view.info.rule is not Rule.CHATHAM_HOUSE
            and all(self._is_known(point) for point in points)
        )
        self._points = sorted(points, key=self._name) if self.named else sorted(points, key=_place)
        voice = own_voice(known, edition) if len(points) >= LEAST_ORGANISATIONS and not self.named else ""
        self._own = next((each for each in points if voice and each.voice == voice), None)
        self._own_name = own_name(view, edition)

    def _is_known(self, point: Placed) -> bool:
        kind, _, key = point.voice.partition(":")
        return kind != "org" or bool(self._view.organisation_name(key))

    def published(self) -> Iterator[Block]:
        """The numbers per quarter, of which small ones are told together; the picture where there are none."""
        counts = self._quarters()
        column = ColumnOfCounts(list(counts.values()), public=True)
        if not column.stars:
            yield self.picture()
            yield self.counted()
            return
        _ = self._language.gettext
        rows = [(name, column.cell(at)) for at, name in enumerate(counts)]
        rows.append((_("Together, where {star} stands").format(star=STAR), column.together))
        yield self._table_of(tuple(rows), shortened(self._item.text, HEADING_LIMIT))

    def own(self) -> Iterator[Block]:
        """Where the organisation of this version stands, if that is told."""
        if told := self._own_in_words():
            yield Prose(told)

    def _own_in_words(self) -> str:
        if self._own is None:
            return ""
        words = self._language.gettext("{organisation}: {quarter} (to the right {across}, upwards {up}).")
        quarter, own = self._quarter(self._own), self._own
        return words.format(organisation=self._own_name, quarter=quarter, across=own.across, up=own.up)

    def picture(self) -> Matrix:
        """The item as a picture."""
        ends = [*((axis.text, axis.detail) for axis in self._known.axes[:2]), ("", ""), ("", "")]
        return Matrix(
            across=ends[0],
            up=ends[1],
            quadrants=tuple(quadrant.text for quadrant in self._known.quadrants[:4]),
            points=tuple(MatrixPoint(p.across, p.up, self._label(p)) for p in self._points),
            alt=self._alt(),
            caption=shortened(self._item.text, HEADING_LIMIT),
        )

    def table(self) -> Table:
        """Who stands where, numbered as in the picture."""
        _ = self._language.gettext
        return Table(
            columns=(Column(_("No."), 0.6), Column(_("Who"), 1.75), Column(_("Quarter"), 2.3)),
            rows=tuple((str(n), self._name(p), self._quarter(p)) for n, p in enumerate(self._points, start=1)),
            summary=_("For each voice the quarter it falls in."),
            row_heading=1,
        )

    def counted(self) -> Table:
        """How many stand in each quarter."""
        return self._table_of(tuple((name, str(n)) for name, n in self._quarters().items()))

    def _quarters(self) -> dict[str, int]:
        """How many stand in each quarter, the empty ones too."""
        counts = dict.fromkeys((quadrant.text for quadrant in self._known.quadrants[:4]), 0)
        for point in self._points:
            counts[self._quarter(point)] = counts.get(self._quarter(point), 0) + 1
        return counts

    def _table_of(self, rows: tuple[tuple[str, str], ...], caption: str = "") -> Table:
        _ = self._language.gettext
        return Table(
            columns=(Column(_("Quarter"), 3), Column(_("Number"), right=True)),
            rows=rows,
            caption=caption,
            summary=_("For each quarter how many were placed there."),
        )

    def _alt(self) -> str:
        _, n = self._language.gettext, len(self._points)
        words = self._language.ngettext(
            "{n} point between two axes: {where}.", "{n} points between two axes: {where}.", n
        )
        counts = Counter(self._quarter(p) for p in self._points)
        told = words.format(n=n, where=", ".join(f"{name} {count}" for name, count in counts.items()))
        if not self.named:
            return " ".join(filter(None, (told, self._own_in_words())))
        places = "; ".join(f"{self._name(p)} {p.across}, {p.up}" for p in self._points)
        by_name = _("To the right and upwards, from 1 to {most}: {places}.").format(most=MATRIX_STEPS, places=places)
        return f"{told} {by_name}"

    def _quarter(self, point: Placed) -> str:
        corners = self._known.quadrants
        if point.quadrant is None or point.quadrant >= len(corners):
            return self._language.gettext("in between")
        return corners[point.quadrant].text

    def _label(self, point: Placed) -> str:
        return self._name(point) if self.named else self._own_name if point is self._own else ""

    def _name(self, point: Placed) -> str:
        if point.voice == ROOM_VOICE:
            return self._language.gettext("the room")
        return voices.name(self._view, self._known, point.voice, self._language)


def _place(point: Placed) -> tuple[int, int]:
    return point.across, point.up
