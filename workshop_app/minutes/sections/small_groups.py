"""A round in small groups: who sat at which table, what each worked on, and what the tables brought back."""

from collections.abc import Iterator, Sequence

from workshop_app.i18n import Language
from workshop_app.minutes.document import Block, Bullets, Column, Group, Groups, Item, Prose, Section, Table
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.small_counts import is_small
from workshop_app.minutes.wording import label_of
from workshop_app.model.names import name_key
from workshop_app.model.text import dotted
from workshop_app.model.views import ContributionView, GroupView, RoundView, WorkshopView
from workshop_app.rounds.kind import RoundKind, Strand

Said = Sequence[ContributionView]


def small_groups(
    known: RoundView, kind: RoundKind, view: WorkshopView, edition: Edition, language: Language
) -> Iterator[Block]:
    """The tables with their questions, and the notes that `is_of_a_table` tells."""
    return _SmallGroups(known, kind, view, edition, language).blocks()


def is_of_a_table(said: ContributionView, kind: RoundKind) -> bool:
    """Whether something that was said in such a round is told by table: all but quotes and what is about one prompt."""
    return not said.mode and not said.prompt_id and kind.strand(said.strand) is not None


class _SmallGroups:
    """One round being told."""

    def __init__(
        self, known: RoundView, kind: RoundKind, view: WorkshopView, edition: Edition, language: Language
    ) -> None:
        self._round, self._kind, self._view, self._language = known, kind, view, language
        # One small table tells how many sat at the others too.
        self._sizes = not edition.public or not any(is_small(len(group.seats)) for group in known.groups)
        self._names = {person.id: person.name for person in view.participants}

    def blocks(self) -> Iterator[Block]:
        if self._round.groups:
            yield self._tables()
        yield from self._questions()
        for strand in self._kind.strands:
            groups = tuple(self._groups(strand))
            if groups:
                asked = self._language.gettext(strand.question or strand.label)
                yield Section(asked, (Groups(groups),), in_contents=False)

    @property
    def _have_their_own(self) -> bool:
        return any(self._round.prompt(group.prompt_id) for group in self._round.groups)

    def _tables(self) -> Table:
        _ = self._language.gettext
        summary = _("For each table who sat there, and what it worked on.")
        names, people = Column(_("Table"), 1.2), Column(_("Who"), 3)
        groups = self._round.groups
        if not self._have_their_own:
            return Table((names, people), tuple((g.name, self._who(g)) for g in groups), summary=summary)
        rows = tuple((g.name, self._question(g), self._who(g)) for g in groups)
        return Table((names, Column(_("Question"), 2.6), people), rows, summary=summary)

    def _question(self, group: GroupView) -> str:
        prompt = self._round.prompt(group.prompt_id)
        return prompt.text if prompt else "–"

    def _who(self, group: GroupView) -> str:
        """The names, or how many there were where names are left out."""
        there = (self._names.get(seat.participant_id, "") for seat in group.seats)
        names = sorted(filter(None, there), key=name_key)
        n = len(group.seats)
        if not names and not self._sizes:
            return "–"
        return ", ".join(names) or self._language.ngettext("{n} person", "{n} people", n).format(n=n)

    def _questions(self) -> Iterator[Block]:
        """The questions that tables could choose from; those that no table worked on, when each had its own."""
        taken = {group.prompt_id for group in self._round.groups}
        left = [item for item in self._round.items if item.id not in taken]
        if left and self._have_their_own:
            words = self._language.gettext("Not dealt with at a table: {questions}")
            yield Prose(words.format(questions=dotted(item.text for item in left)), "note")
        elif left:
            yield Bullets(tuple(Item(item.text, details=(item.detail,) if item.detail else ()) for item in left))

    def _groups(self, strand: Strand) -> Iterator[Group]:
        """What several tables said comes first, then each table, then what no table was kept with."""
        _ = self._language.gettext
        said = [
            each for each in self._round.contributions if each.strand == strand.key and is_of_a_table(each, self._kind)
        ]
        shared = [each for each in said if each.mentions > 1]
        alone = [each for each in said if each.mentions < 2]
        known = {group.id for group in self._round.groups}
        parts: list[tuple[str, Said]] = [(_("Said by several tables"), shared)]
        parts += [(group.name, [c for c in alone if c.group_id == group.id]) for group in self._round.groups]
        rest = [each for each in alone if each.group_id not in known]
        parts.append((_("In general") if len(rest) < len(said) else "", rest))
        for heading, told in parts:
            if told:
                yield Group(heading, tuple(Item(self._words(each)) for each in told))

    def _words(self, said: ContributionView) -> str:
        """A note, with its theme before it and after it how many tables said so, and who where that is told."""
        n = said.mentions
        tables = self._language.ngettext("{n} table", "{n} tables", n).format(n=n) if n > 1 else ""
        who = label_of(self._names.get(said.participant_id, ""), self._view.organisation_name(said.organisation_id))
        about = ", ".join(filter(None, (tables, who)))
        text = f"{said.theme}: {said.text}" if said.theme else said.text
        return f"{text} ({about})" if about else text
