"""Frozen pictures of a workshop, as the windows and the minutes read it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from workshop_app.model.values import (
    DOTS_OPTION,
    Grain,
    Level,
    MinutesStatus,
    Origin,
    ParkedState,
    PicturePurpose,
    Presence,
    PromptRole,
    QuoteMode,
    Rule,
    WorkshopState,
)


@dataclass(frozen=True, slots=True)
class WorkshopInfo:
    """What the head of the minutes and the welcome scene say about a workshop."""

    id: str
    title: str
    subtitle: str
    region: str
    day: date
    start: time
    booked_minutes: int
    slack_minutes: int
    place: str
    responsible: str
    chair: str
    note_taker: str
    contact: str
    rule: Rule
    keep_until: date
    state: WorkshopState
    template_id: str
    template_title: str
    source: str
    summary: str
    minutes_status: MinutesStatus
    minutes_version: int
    reactions_before: date | None
    adopted_on: date | None
    evaluation: str
    primary_colour: str
    accent_colour: str
    started_at: datetime | None
    ended_at: datetime | None
    footer: str = ""
    previous_title: str = ""
    previous_day: date | None = None
    mail_text: str = ""
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """A municipality or another organisation at the table. `sent_on`: when its own minutes were sent to it."""

    id: str
    name: str
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """A person who is expected or came, perhaps in place of another."""

    id: str
    name: str
    role: str
    email: str
    organisation_id: str
    presence: Presence
    arrived_at: datetime | None
    left_at: datetime | None
    walk_in: bool
    replaces_id: str = ""


@dataclass(frozen=True, slots=True)
class ResponseView:
    """A count or value of one voice for one option of a prompt."""

    criterion: str
    voice: str
    option: str
    value: int


@dataclass(frozen=True, slots=True)
class ContributionView:
    """Text from the room, on a round (no prompt_id) or on a prompt. `mentions`: how often it was said."""

    id: str
    prompt_id: str
    strand: str
    text: str
    organisation_id: str
    participant_id: str
    theme: str
    mode: QuoteMode | None
    in_minutes: bool | None
    seq: int | None
    group_id: str = ""
    mentions: int = 1


@dataclass(frozen=True, slots=True)
class EarlierView:
    """What all voices together gave to an option in the previous session."""

    option: str
    value: int


@dataclass(frozen=True, slots=True)
class SeatView:
    """A person in a small group; locked when they stay there whatever happens to the others."""

    participant_id: str
    locked: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """A small group of a round: who sits there, and the prompt it works on ('' for all of them)."""

    id: str
    name: str
    prompt_id: str
    seats: tuple[SeatView, ...] = ()


@dataclass(frozen=True, slots=True)
class PromptView:
    """Something the room responds to. `detail` is a longer text (the facts of a case, the answer to an estimate)."""

    id: str
    key: str
    role: PromptRole
    text: str
    detail: str
    set_title: str
    origin: Origin
    mode: QuoteMode | None
    in_minutes: bool | None
    included: bool
    chosen: bool
    responses: tuple[ResponseView, ...] = ()
    earlier: tuple[EarlierView, ...] = ()

    def total(self, option: str) -> int:
        """What all voices together gave to an option."""
        return sum(r.value for r in self.responses if r.option == option)

    @property
    def dots(self) -> int:
        """Priority votes."""
        return self.total(DOTS_OPTION)

    def answered(self, options: Iterable[str]) -> int:
        """How many voices are counted over these options."""
        return sum(self.total(option) for option in options)

    def scores(self) -> tuple[int, ...]:
        """Every score on a numeric scale, one for each voice counted, lowest first."""
        numeric = [r for r in self.responses if r.option.isdigit()]
        return tuple(sorted(int(r.option) for r in numeric for _ in range(r.value)))


@dataclass(frozen=True, slots=True)
class RoundView:
    """One step of the script with all that was captured in it.

    `minutes` are planned and `extra` were given on top; `spent_seconds` is what was spent up to the last commit;
    `task_at` is when the small groups went to work; `revealed` holds (step, prompt id) pairs. `variant` is the form of
    the kind that was chosen ('' for the first one), `steps_off` holds the keys of steps that are left out, `left_out`
    the parts of its section that stay out of the minutes. `heads`: an organisation counts its hands instead of having
    one voice. `labels`: names stand beside the points of a matrix. `live`: a result is shown while it comes in.
    """

    id: str
    key: str
    kind: str
    title: str
    question: str
    closing_question: str
    intro: str
    notes: str
    minutes: int
    enabled: bool
    skipped: bool
    grain: Grain
    level: Level
    loosened: bool
    spent_seconds: int
    started_at: datetime | None
    revealed: frozenset[tuple[str, str]] = frozenset()
    prompts: tuple[PromptView, ...] = ()
    contributions: tuple[ContributionView, ...] = ()
    groups: tuple[GroupView, ...] = ()
    variant: str = ""
    heads: bool = False
    labels: bool = True
    live: bool = False
    steps_off: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    extra: int = 0
    task_at: datetime | None = None

    def is_revealed(self, step: str, prompt_id: str = "") -> bool:
        """Whether the room may see the result of a step, or of one prompt in it."""
        return self.live or (step, prompt_id) in self.revealed

    @property
    def allotted(self) -> int:
        """The minutes it gets: those that are planned, and those that were given on top."""
        return self.minutes + self.extra

    @property
    def items(self) -> tuple[PromptView, ...]:
        """The prompts in use that are responded to."""
        return self._used(PromptRole.ITEM)

    @property
    def questions(self) -> tuple[PromptView, ...]:
        """The prompts in use that are only talked about."""
        return self._used(PromptRole.QUESTION)

    @property
    def criteria(self) -> tuple[PromptView, ...]:
        """What the options of a grid are weighed by."""
        return self._used(PromptRole.CRITERION)

    @property
    def axes(self) -> tuple[PromptView, ...]:
        """The axes of a matrix: the horizontal one, the vertical one."""
        return self._used(PromptRole.AXIS)

    @property
    def quadrants(self) -> tuple[PromptView, ...]:
        """The corners of a matrix: right above, right below, left above, left below."""
        return self._used(PromptRole.QUADRANT)

    def _used(self, role: PromptRole) -> tuple[PromptView, ...]:
        return tuple(p for p in self.prompts if p.role is role and p.included)

    @property
    def chosen(self) -> tuple[PromptView, ...]:
        """The items that the room chose to look beneath."""
        return tuple(p for p in self.items if p.chosen)

    def prompt(self, prompt_id: str) -> PromptView | None:
        """The prompt with this id, if it is still there."""
        return next((p for p in self.prompts if p.id == prompt_id), None)

    def said(self, prompt_id: str = "", strand: str | None = None) -> tuple[ContributionView, ...]:
        """Contributions on a prompt ('' is the round itself), in all strands or in one."""
        return tuple(
            c for c in self.contributions if c.prompt_id == prompt_id and (strand is None or c.strand == strand)
        )


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision; its number is its place (B1, B2, …)."""

    id: str
    round_id: str
    text: str
    support: str
    reservation: str
    ratified_by: str
    prompt_id: str = ""


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action; its number is its place (A1, A2, …). `due_text` is what was typed when no date could be read."""

    id: str
    round_id: str
    prompt_id: str
    text: str
    owner: str
    participant_id: str
    organisation_id: str
    due: date | None
    due_text: str
    done: bool


@dataclass(frozen=True, slots=True)
class ParkedView:
    """Something put aside."""

    id: str
    round_id: str
    text: str
    state: ParkedState


@dataclass(frozen=True, slots=True)
class PictureView:
    """A photo taken in a round, or a logo (no round_id). `data` is a PNG or JPEG file; sizes are in pixels."""

    id: str
    round_id: str
    purpose: PicturePurpose
    description: str
    media_type: str
    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the script: a step of a round, on one prompt or none. In a step that comes once per small group,
    `prompt_id` is the id of the group. Before and after the rounds `round_id` is '' and the step is 'welcome', 'agenda'
    or 'thanks'."""

    round_id: str = ""
    step: str = "welcome"
    prompt_id: str = ""


@dataclass(frozen=True, slots=True)
class StageView:
    """What is done with the beamer: where it is, which page (from 1; 0 follows what is newest), whether it is held or
    dark."""

    place: Place = Place()
    page: int = 0
    black: bool = False
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Half-typed text, with its round, prompt and strand."""

    round_id: str
    prompt_id: str
    strand: str
    text: str


@dataclass(frozen=True, slots=True)
class WorkshopView:
    """A whole workshop at one moment."""

    info: WorkshopInfo
    organisations: tuple[OrganisationView, ...] = ()
    participants: tuple[ParticipantView, ...] = ()
    rounds: tuple[RoundView, ...] = ()
    decisions: tuple[DecisionView, ...] = ()
    actions: tuple[ActionView, ...] = ()
    parked: tuple[ParkedView, ...] = ()
    pictures: tuple[PictureView, ...] = ()
    stage: StageView = field(default_factory=StageView)
    drafts: tuple[Draft, ...] = ()

    @property
    def script(self) -> tuple[RoundView, ...]:
        """The rounds that are switched on, in order."""
        return tuple(r for r in self.rounds if r.enabled)

    @property
    def present(self) -> tuple[ParticipantView, ...]:
        """The participants in the room."""
        return tuple(p for p in self.participants if p.presence is Presence.PRESENT)

    def round(self, round_id: str) -> RoundView | None:
        """The round with this id, if it is still there."""
        return next((r for r in self.rounds if r.id == round_id), None)

    @property
    def logos(self) -> tuple[PictureView, ...]:
        """The logos of the house style."""
        return tuple(p for p in self.pictures if p.purpose is PicturePurpose.LOGO)

    def photos(self, round_id: str) -> tuple[PictureView, ...]:
        """The photos that were taken in a round."""
        return tuple(p for p in self.pictures if p.purpose is PicturePurpose.PHOTO and p.round_id == round_id)

    def groups_for(self, round_id: str) -> tuple[GroupView, ...]:
        """The small groups that count in a round: its own, else those that were made last before it."""
        before = self.rounds[: next((n for n, r in enumerate(self.rounds, start=1) if r.id == round_id), 0)]
        return next((r.groups for r in reversed(before) if r.groups), ())

    def number(self, round_id: str) -> int:
        """The number of a round as people count them: pauses have none (0)."""
        counted = [r.id for r in self.script if r.kind != "pause"]
        return counted.index(round_id) + 1 if round_id in counted else 0

    def organisation_name(self, organisation_id: str) -> str:
        """The name of an organisation, '' when there is none."""
        return next((o.name for o in self.organisations if o.id == organisation_id), "")

    def draft(self, round_id: str, prompt_id: str, strand: str) -> str:
        """The half-typed text at a place, '' when there is none."""
        key = (round_id, prompt_id, strand)
        return next((d.text for d in self.drafts if (d.round_id, d.prompt_id, d.strand) == key), "")
