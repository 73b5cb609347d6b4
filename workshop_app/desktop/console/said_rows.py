"""The rows of what was said: by strand and by theme, with who said it. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from workshop_app.desktop.console.row import Row, RowKind
from workshop_app.i18n import Language
from workshop_app.model.text import dotted
from workshop_app.model.values import QuoteMode
from workshop_app.model.views import ContributionView, WorkshopView
from workshop_app.rounds.kind import RoundKind


class SaidRows:
    """Makes the rows of contributions, and keeps them: of hundreds only those that changed are made anew."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._kept: dict[int, tuple[ContributionView, Row]] = {}
        self._for: tuple[object, object, bool] = ((), (), False)

    def rows(
        self, view: WorkshopView, kind: RoundKind, said: Sequence[ContributionView], veiled: bool
    ) -> Iterator[Row]:
        """The rows of what was said about one subject. `veiled` leaves out who said it."""
        made = self._made(view, said, veiled)
        for key, contributions in _by_strand(kind, said).items():
            strand = kind.strand(key)
            label = self._language.gettext(strand.question) if strand else ""
            themes = dict.fromkeys(each.theme for each in contributions)
            for theme in sorted(themes, key=lambda each: not each):
                of_theme = [each for each in contributions if each.theme == theme]
                if theme:
                    yield self._theme(theme, of_theme, label)
                    label = ""
                for each in of_theme:
                    row = made[id(each)][1]
                    yield row._replace(label=label) if label else row
                    label = ""

    def _made(
        self, view: WorkshopView, said: Iterable[ContributionView], veiled: bool
    ) -> dict[int, tuple[ContributionView, Row]]:
        # What did not change is the same object in the next view; so are the lists of people.
        people, organisations, was_veiled = self._for
        if people is not view.participants or organisations is not view.organisations or was_veiled is not veiled:
            self._kept, self._for = {}, (view.participants, view.organisations, veiled)
        kept = self._kept
        self._kept = {id(each): kept.get(id(each)) or (each, self._contribution(view, each, veiled)) for each in said}
        return self._kept

    def _theme(self, theme: str, of_theme: Sequence[ContributionView], label: str) -> Row:
        count = self._language.ngettext("{n} contribution", "{n} contributions", len(of_theme)).format(n=len(of_theme))
        first = of_theme[0]
        return Row(
            RowKind.THEME,
            first.prompt_id,
            f"{first.strand} {theme}",
            label=label,
            text=theme,
            aside=count,
            in_card=True,
            ends_card=False,
        )

    def _contribution(self, view: WorkshopView, each: ContributionView, veiled: bool) -> Row:
        marked = each.mode is not None or each.in_minutes is False
        marks = dotted(quote_marks(each.mode, each.in_minutes, self._language)) if marked else ""
        if each.mentions > 1:
            marks = dotted((f"{each.mentions}×", marks))
        return Row(
            RowKind.SAID,
            each.prompt_id,
            each.id,
            text=each.text,
            marks=marks,
            aside="" if veiled else author(view, each.organisation_id, each.participant_id),
            in_card=True,
            ends_card=False,
        )


def _by_strand(kind: RoundKind, said: Iterable[ContributionView]) -> dict[str, list[ContributionView]]:
    by_strand: dict[str, list[ContributionView]] = {strand.key: [] for strand in kind.strands}
    for each in said:
        by_strand.setdefault(each.strand, []).append(each)
    return by_strand


def quote_marks(mode: QuoteMode | None, in_minutes: bool | None, language: Language) -> Iterator[str]:
    """How a quote was taken down, and whether it goes into the minutes."""
    _ = language.gettext
    if mode is not None:
        yield _("literal") if mode is QuoteMode.VERBATIM else _("paraphrase")
        if in_minutes:
            yield _("in the minutes")
    elif in_minutes is False:
        yield _("not in the minutes")


def author(view: WorkshopView, organisation_id: str, participant_id: str) -> str:
    """Who said something, as far as it is kept."""
    if not organisation_id and not participant_id:
        return ""
    person = next((p.name for p in view.participants if p.id == participant_id), "")
    return ", ".join(part for part in (person, view.organisation_name(organisation_id)) if part)
