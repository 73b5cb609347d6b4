"""From small groups to what the room sees: the tables, their task with its clock, and what they bring back."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from workshop_app.desktop.projection.scene import Cards, NoteCard, Scene, Seating, Tables, Task, TaskRow
from workshop_app.facilitation.task_clock import task_seconds_left
from workshop_app.i18n import Language
from workshop_app.model.names import name_key
from workshop_app.model.text import dotted
from workshop_app.model.values import Level
from workshop_app.model.views import ContributionView, GroupView, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Scene as SceneKind
from workshop_app.rounds.kind import Step

SCENES = frozenset({SceneKind.TABLES, SceneKind.TASK, SceneKind.HARVEST})
"""The scenes that are made here."""


def scene(
    view: WorkshopView,
    known: RoundView,
    step: Step,
    group_id: str,
    language: Language,
    now: datetime,
    newest: frozenset[str],
) -> Scene:
    """What a step of a round in small groups shows; `now` has a time zone."""
    builders: dict[SceneKind, Callable[[], Scene]] = {
        SceneKind.TABLES: lambda: _tables(view, known, language),
        SceneKind.TASK: lambda: _task(known, language, now),
        SceneKind.HARVEST: lambda: _harvest(known, group_id, language, newest),
    }
    return builders[step.scene]()


def _tables(view: WorkshopView, known: RoundView, language: Language) -> Tables:
    """Names are fine here in any round: they say who sits where, and not who said what."""
    names = {person.id: person.name for person in view.present}
    seated = [[names[s.participant_id] for s in group.seats if s.participant_id in names] for group in known.groups]
    tables = tuple(
        Seating(group.name, tuple(sorted(there, key=name_key)))
        for group, there in zip(known.groups, seated, strict=True)
    )
    return Tables(language.gettext("Who sits where?"), tables, language.gettext("The tables are being made"))


def _task(known: RoundView, language: Language, now: datetime) -> Task:
    left = task_seconds_left(known, now)
    end = language.time((now + timedelta(seconds=left)).astimezone())
    until = language.gettext("Until {time}").format(time=end) if left > 0 else language.gettext("Time is up")
    items, rows = known.items, _task_rows(known)
    alone = items[0].text if len(items) == 1 and not rows else ""
    return Task(alone or known.question or known.title, rows, left, until)


def _task_rows(known: RoundView) -> tuple[TaskRow, ...]:
    """The question of each table where they have their own, else the questions that all may choose from."""
    if any(known.prompt(group.prompt_id) for group in known.groups):
        return tuple(TaskRow(group.name, question_of(known, group)) for group in known.groups)
    if len(known.items) == 1:
        return ()
    return tuple(TaskRow(str(n), item.text) for n, item in enumerate(known.items, start=1))


def question_of(known: RoundView, group: GroupView) -> str:
    """What a table works on: its own question, else the one of the round."""
    prompt = known.prompt(group.prompt_id)
    return prompt.text if prompt else known.question


def _harvest(known: RoundView, group_id: str, language: Language, newest: frozenset[str]) -> Cards:
    """What one table brings back; of an anonymous round, which keeps no table with a note, what all do."""
    group = next((each for each in known.groups if each.id == group_id), None)
    if known.level is Level.ANONYMOUS:
        group = None
    said = _by_theme([each for each in known.said() if group is None or each.group_id == group.id])
    own = known.prompt(group.prompt_id) if group else None
    return Cards(
        heading=group.name if group else known.question or known.title,
        cards=tuple(NoteCard(each.text, each.id in newest, _tag(known, each, language)) for each in said),
        context=own.text if own else "",
        hint="" if said else language.gettext("What does this table bring back?") if group else "",
    )


def _by_theme(said: Sequence[ContributionView]) -> list[ContributionView]:
    """Themes first, in the order in which they came up; then what has none."""
    themes = list(dict.fromkeys(each.theme for each in said if each.theme))
    return sorted(said, key=lambda each: themes.index(each.theme) if each.theme else len(themes))


def _tag(known: RoundView, said: ContributionView, language: Language) -> str:
    """The theme of a note, what kind of note it is, and how many tables said so."""
    strand, n = KINDS[known.kind].strand(said.strand), said.mentions
    label = language.gettext(strand.label) if strand else ""
    tables = language.ngettext("{n} table", "{n} tables", n).format(n=n) if n > 1 else ""
    return dotted((said.theme, label, tables))
