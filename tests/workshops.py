"""Small workshops in real files, for tests: rounds of any kind, people, and a clock that the test moves."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from workshop_app.facilitation import people, preparing
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import create_file
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.i18n import Language
from workshop_app.model.values import Grain, Level, PromptRole
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.template import Template, TemplatePrompt, TemplateRound
from workshop_app.storage.session_file import SessionFile

DAY = date(2026, 11, 27)


@dataclass
class Clock:
    """The time on the wall and the time that passes; both move only when told."""

    wall: datetime = field(default_factory=lambda: datetime.combine(DAY, time(13, 30)).astimezone(UTC))
    seconds: float = 0.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.seconds

    def pass_minutes(self, minutes: float) -> None:
        self.wall += timedelta(minutes=minutes)
        self.seconds += minutes * 60


def one_round(
    kind: str,
    *items: str,
    minutes: int = 10,
    questions: Sequence[str] = (),
    criteria: Sequence[str] = (),
    grain: Grain | None = None,
    level: Level | None = None,
    closing_question: str = "",
    notes: str = "",
    title: str = "",
) -> TemplateRound:
    """A round of a kind with these items; keys are the kind and a number."""
    prompts = [TemplatePrompt(f"{kind}-{n}", PromptRole.ITEM, text) for n, text in enumerate(items, start=1)]
    prompts += [TemplatePrompt(f"{kind}-q{n}", PromptRole.QUESTION, t) for n, t in enumerate(questions, start=1)]
    prompts += [TemplatePrompt(f"{kind}-c{n}", PromptRole.CRITERION, t) for n, t in enumerate(criteria, start=1)]
    known = KINDS[kind]
    return TemplateRound(
        key=kind,
        kind=kind,
        title=title or known.name,
        question=known.question,
        minutes=minutes,
        grain=grain or known.grain,
        level=level or known.level,
        closing_question=closing_question,
        notes=notes,
        prompts=tuple(prompts),
    )


def options_of(kind: str) -> tuple[str, ...]:
    """The options of a kind that has a scale."""
    scale = KINDS[kind].scale
    assert scale is not None
    return scale.keys


def template(*rounds: TemplateRound, slack: int = 0) -> Template:
    """A script of these rounds."""
    minutes = sum(known.minutes for known in rounds) + slack
    return Template("test", 1, "Proef", "", "", minutes, slack, rounds, Path("test.toml"))


PEOPLE = (
    ParticipantLine(2, "Anna de Wit", "Lindevoort", "beleid", "anna@example.org"),
    ParticipantLine(3, "Bram Smit", "Lindevoort", "wethouder", "bram@example.org"),
    ParticipantLine(4, "Carla Bos", "Heidebeek", "beleid", "carla@example.org"),
    ParticipantLine(5, "Daan Vos", "Merenwijk", "inkoop", "daan@example.org"),
)
"""Four people from three municipalities."""


@contextmanager
def open_desk(
    folder: Path,
    *rounds: TemplateRound,
    slack: int = 0,
    clock: Clock | None = None,
    participants: Sequence[ParticipantLine] = PEOPLE,
    present: bool = True,
) -> Iterator[Desk]:
    """A desk at a new file with these rounds and people."""
    path = folder / "proef.samenspraak"
    head = preparing.Head("Samen verder", DAY, date(2027, 11, 27), place="raadzaal", region="Rijnkust")
    create_file(path, template(*rounds, slack=slack), head, Language.load("en"), participants)
    with reopened(path, clock) as desk:
        if present:
            desk.run(people.all_present, desk.now())
        yield desk


@contextmanager
def reopened(path: Path, clock: Clock | None = None) -> Iterator[Desk]:
    """A desk at a file that is there."""
    clock = clock or Clock()
    with SessionFile.open(path) as file:
        yield Desk(file, clock.now, clock.monotonic)
