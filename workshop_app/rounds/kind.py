"""What a round kind is: a declaration that console, projection and minutes read. No behaviour of its own."""

from dataclasses import dataclass, field
from enum import StrEnum

from workshop_app.model.values import Grain, Level, PromptRole


class Mechanic(StrEnum):
    """How answers are taken; each has a console panel, a scene and a section of the minutes."""

    SCALE = "scale"
    STRANDS = "strands"
    DOTS = "dots"
    MATRIX = "matrix"
    GRID = "grid"
    OUTCOMES = "outcomes"


class Tone(StrEnum):
    """How an option is drawn: each tone has its colour and its fill pattern."""

    STRONG = "strong"
    PARTIAL = "partial"
    WEAK = "weak"
    UNKNOWN = "unknown"


class Scene(StrEnum):
    """What a step shows to the room."""

    PROMPT = "prompt"
    """One item, large, with its result once it is revealed."""
    WALL = "wall"
    """All items at once as cards, the chosen ones marked."""
    CARDS = "cards"
    """What the room said in one strand, on a prompt or on the round."""
    REVEAL = "reveal"
    """A list that is revealed one by one."""
    STATES = "states"
    """All items in a list with their counts or dots, the current one marked."""
    SPREAD = "spread"
    """Scores with their spread, the lowest first."""
    CHOICE = "choice"
    """Options with what is chosen now and what is wanted."""
    STATEMENT = "statement"
    """A title with a longer text."""
    QUESTION = "question"
    """The closing question of a round."""
    MATRIX = "matrix"
    """Two axes with a point for every voice that was placed."""
    GRID = "grid"
    """Options against criteria, with their scores and totals."""
    TABLES = "tables"
    """Who sits at which table."""
    TASK = "task"
    """What the tables do, and one clock for all of them."""
    HARVEST = "harvest"
    """What one table brings back."""
    MOVED = "moved"
    """Items with what was said of them in the previous session, and now."""
    DECISIONS = "decisions"
    ACTIONS = "actions"
    COUNTDOWN = "countdown"


class Per(StrEnum):
    """How often a step comes back within a round."""

    ROUND = "round"
    ITEM = "item"
    CHOSEN = "chosen"
    QUESTION = "question"
    GROUP = "group"


class ItemForm(StrEnum):
    """What an item of a kind is called on the screen."""

    STATEMENT = "statement"
    QUOTE = "quote"
    PRINCIPLE = "principle"
    TOPIC = "topic"
    FACTOR = "factor"
    QUESTION = "question"
    CASE = "case"
    OPTION = "option"
    MOTIVE = "motive"
    PROPOSAL = "proposal"
    PREMISE = "premise"
    SUBJECT = "subject"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Option:
    """A named answer of a scale. `label` is a message id."""

    key: str
    label: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers that an item can get.

    `spread`: the options are the numbers 1…n, shown with spread and mean, the lowest first.
    `across`: a voice chooses one item per option, instead of one option per item.
    """

    options: tuple[Option, ...]
    spread: bool = False
    across: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The option keys, in order."""
        return tuple(option.key for option in self.options)


@dataclass(frozen=True, slots=True)
class Strand:
    """A labelled stream of contributions. `label` names it on a button, `question` asks it of the room; both are
    message ids, and an empty question means that the prompt itself is the question.

    `on_round`: what is said belongs to the round and not to one prompt.
    `adds_item`: what is captured becomes an item of the round (a quote from the room, a topic that was missing), or a
    prompt in another role, `adds_role`. `variant`: only in this variant of the kind.
    """

    key: str
    label: str
    question: str = ""
    on_round: bool = False
    adds_item: bool = False
    adds_role: PromptRole = PromptRole.ITEM
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A stop of the beamer. `strand` is the stream that the capture line offers first there, and that CARDS shows.
    `label` (a message id) says to the facilitator what this step is for. `variant`: only in this variant of the kind.
    `compares`: only when there is something of the previous session to compare with."""

    key: str
    scene: Scene
    label: str
    per: Per = Per.ROUND
    strand: str = ""
    reveals: bool = False
    variant: str = ""
    compares: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """A form of a kind that can be chosen for a round. `label` is a message id; the key of the usual form is ''."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class RoundKind:
    """A kind of round: its name and question are message ids. `choose`: how many items the room chooses (0: none);
    `dots`: how many priority votes a voice has (0: none)."""

    id: str
    name: str
    question: str
    mechanics: frozenset[Mechanic]
    item_form: ItemForm
    steps: tuple[Step, ...]
    scale: Scale | None = None
    strands: tuple[Strand, ...] = field(default=())
    choose: int = 0
    dots: int = 0
    variants: tuple[Variant, ...] = field(default=())
    grain: Grain = Grain.ROOM
    level: Level = Level.ORGANISATION

    @property
    def is_counted(self) -> bool:
        """Whether voices answer in such rounds, so that it matters who one of them stands for."""
        return bool(self.mechanics & {Mechanic.SCALE, Mechanic.DOTS, Mechanic.MATRIX, Mechanic.GRID})

    def step(self, key: str) -> Step | None:
        """The step with this key."""
        return next((s for s in self.steps if s.key == key), None)

    def strand(self, key: str) -> Strand | None:
        """The strand with this key."""
        return next((s for s in self.strands if s.key == key), None)
