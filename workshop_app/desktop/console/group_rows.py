"""The rows of a round in small groups: tables with who sits there, or with what they noted. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.row import Row, RowKind
from workshop_app.desktop.console.said_rows import author
from workshop_app.i18n import Language
from workshop_app.model.text import dotted
from workshop_app.model.values import Presence
from workshop_app.model.views import ContributionView, GroupView, ParticipantView, RoundView
from workshop_app.rounds.kind import RoundKind, Scene

UNSEATED = "unseated"
"""Stands for the table of those who have none."""
TOGETHER = ""
"""Stands for all tables at once, and for what no table is kept with."""


def build(here: Here, language: Language, current: str, veiled: bool) -> tuple[Row, ...]:
    """The rows at the place where the beamer is. `current` is the table that is opened up; `veiled` hides who noted
    something."""
    if here.round is None or here.kind is None or here.step is None:
        return ()
    return tuple(_Builder(here, here.round, here.kind, language, current, veiled).rows(here.step.scene))


def unseated(here: Here) -> tuple[ParticipantView, ...]:
    """Those who are present and sit at no table of this round."""
    groups = here.round.groups if here.round else ()
    seated = {seat.participant_id for group in groups for seat in group.seats}
    return tuple(person for person in here.view.present if person.id not in seated)


@dataclass(frozen=True)
class _Builder:
    here: Here
    known: RoundView
    kind: RoundKind
    language: Language
    current: str
    veiled: bool

    def rows(self, scene: Scene) -> Iterator[Row]:
        _ = self.language.gettext
        if scene is Scene.HARVEST and not self.here.place.prompt_id:
            yield from self._notes(_("What the tables bring back"), self.known.said())
            return
        for number, group in enumerate(self.known.groups, start=1):
            inside = self._people(group) if scene is Scene.TABLES else self._work(group)
            yield from self._card(self._table(str(number), group, scene), inside)
        late = unseated(self.here)
        if scene is Scene.TABLES and late:
            yield from self._card(self._late(late), [self._person(person, UNSEATED, "") for person in late])
        tables = {group.id for group in self.known.groups}
        apart = [each for each in self.known.said() if each.group_id not in tables]
        if scene is not Scene.TABLES and apart:
            yield from self._notes(_("Without a table"), apart)

    def _notes(self, heading: str, said: Iterable[ContributionView]) -> list[Row]:
        notes = [self._note(each, TOGETHER) for each in said]
        count = self.language.ngettext("{n} contribution", "{n} contributions", len(notes)).format(n=len(notes))
        subject = Row(RowKind.SUBJECT, TOGETHER, text=heading, aside=count if notes else "")
        return self._card(subject, notes)

    def _card(self, subject: Row, inside: Iterable[Row]) -> list[Row]:
        if subject.prompt_id != self.current:
            return [subject]
        card = [subject, *inside]
        opened = [row._replace(in_card=True, ends_card=False) for row in card]
        opened[0] = opened[0]._replace(aside="" if len(card) > 1 else subject.aside)
        opened[-1] = opened[-1]._replace(ends_card=True)
        return opened

    def _table(self, number: str, group: GroupView, scene: Scene) -> Row:
        if scene is Scene.TABLES:
            aside = ", ".join(person.name for person in self._seated(group))
        else:
            said = len(self._said(group))
            count = self.language.ngettext("{n} contribution", "{n} contributions", said).format(n=said)
            aside = dotted((self._question(group), count if said else ""))
        marks = dotted((self._count(group), *(self._crowds(group) if scene is Scene.TABLES else ())))
        return Row(RowKind.SUBJECT, group.id, number=number, text=group.name, marks=marks, aside=aside)

    def _count(self, group: GroupView) -> str:
        people = len(group.seats)
        return self.language.ngettext("{n} person", "{n} people", people).format(n=people)

    def _crowds(self, group: GroupView) -> Iterator[str]:
        """Organisations with several people at a table; a sign before those that could be better spread."""
        everywhere = Counter(p.organisation_id for each in self.known.groups for p in self._seated(each))
        for organisation_id, n in Counter(p.organisation_id for p in self._seated(group)).items():
            if organisation_id and n > 1:
                name = self.here.view.organisation_name(organisation_id)
                words_ = self.language.gettext("{n} of {organisation} here").format(n=n, organisation=name)
                avoidable = n > ceil(everywhere[organisation_id] / len(self.known.groups))
                yield f"! {words_}" if avoidable else words_

    def _late(self, late: tuple[ParticipantView, ...]) -> Row:
        text = self.language.ngettext("{n} person has no table", "{n} people have no table", len(late))
        names = ", ".join(person.name for person in late)
        marks = "" if self.known.groups else self.language.gettext("type how many tables there are")
        return Row(RowKind.SUBJECT, UNSEATED, text=text.format(n=len(late)), marks=marks, aside=names)

    def _seated(self, group: GroupView) -> list[ParticipantView]:
        there = {seat.participant_id for seat in group.seats}
        return [person for person in self.here.view.participants if person.id in there]

    def _people(self, group: GroupView) -> Iterator[Row]:
        if question := self._own_question(group):
            yield Row(RowKind.NOTE, group.id, "question", text=question)
        locked = {seat.participant_id for seat in group.seats if seat.locked}
        stays = self.language.gettext("stays here")
        for person in self._seated(group):
            yield self._person(person, group.id, stays if person.id in locked else "")

    def _person(self, person: ParticipantView, group_id: str, stays: str) -> Row:
        gone = "" if person.presence is Presence.PRESENT else self.language.gettext("not in the room")
        organisation = self.here.view.organisation_name(person.organisation_id)
        marks = dotted((stays, gone))
        return Row(RowKind.VOICE, group_id, person.id, text=person.name, marks=marks, aside=organisation)

    def _question(self, group: GroupView) -> str:
        return self._own_question(group) or self.known.question

    def _own_question(self, group: GroupView) -> str:
        prompt = self.known.prompt(group.prompt_id)
        return prompt.text if prompt else ""

    def _said(self, group: GroupView) -> list[ContributionView]:
        return [each for each in self.known.said() if each.group_id == group.id]

    def _work(self, group: GroupView) -> Iterator[Row]:
        names = ", ".join(person.name for person in self._seated(group))
        if question := self._own_question(group):
            yield Row(RowKind.NOTE, group.id, "question", text=question)
        if names:
            yield Row(RowKind.NOTE, group.id, "people", text=names)
        yield from (self._note(each, group.id) for each in self._said(group))

    def _note(self, said: ContributionView, card: str) -> Row:
        _, strand = self.language.gettext, self.kind.strand(said.strand)
        table = next((group.name for group in self.known.groups if group.id == said.group_id), "")
        tables = self.language.ngettext("{n} table", "{n} tables", said.mentions).format(n=said.mentions)
        marks = (
            said.theme,
            tables if said.mentions > 1 else "",
            _("not in the minutes") if said.in_minutes is False else "",
        )
        who = "" if self.veiled else author(self.here.view, said.organisation_id, said.participant_id)
        return Row(
            RowKind.SAID,
            card,
            said.id,
            label=_(strand.label) if strand else "",
            text=said.text,
            marks=dotted(marks),
            aside=dotted((table if card == TOGETHER else "", who)),
        )
