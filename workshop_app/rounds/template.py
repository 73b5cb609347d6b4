"""What a template ("draaiboek") is: a script of rounds with their prompts, of which a workshop takes full copies."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workshop_app.model.values import Grain, Level, PromptRole


@dataclass(frozen=True, slots=True)
class TemplatePrompt:
    """Something to put to the room. `key` is permanent: a later session compares by it. `detail` is a longer text (the
    facts of a case, the answer to an estimate). Not `included`: there, but off until the facilitator switches it on."""

    key: str
    role: PromptRole
    text: str
    detail: str = ""
    set_title: str = ""
    included: bool = True


@dataclass(frozen=True, slots=True)
class TemplateRound:
    """One step of the script. `title` and `question` are texts, or message ids of the kind where a template leaves
    them out; passing both through `gettext` is always right. `notes` are for the facilitator alone. `optional`: off
    until the facilitator switches it on, and not counted in the minutes of the template."""

    key: str
    kind: str
    title: str
    question: str
    minutes: int
    grain: Grain
    level: Level
    closing_question: str = ""
    intro: str = ""
    notes: str = ""
    optional: bool = False
    prompts: tuple[TemplatePrompt, ...] = ()
    variant: str = ""
    heads: bool = False
    labels: bool = True
    live: bool = False
    steps_off: tuple[str, ...] = ()

    @property
    def criteria(self) -> tuple[TemplatePrompt, ...]:
        """What the options of a grid are weighed by."""
        return tuple(p for p in self.prompts if p.role is PromptRole.CRITERION)


@dataclass(frozen=True, slots=True)
class Template:
    """A reusable script of rounds. `minutes` is the whole meeting: the rounds that are not optional, and `slack`.
    `source` names where its ideas come from."""

    id: str
    version: int
    title: str
    summary: str
    source: str
    minutes: int
    slack: int
    rounds: tuple[TemplateRound, ...]
    path: Path

    @property
    def script(self) -> tuple[TemplateRound, ...]:
        """The rounds that are on unless the facilitator chooses otherwise."""
        return tuple(r for r in self.rounds if not r.optional)


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A short form or a term of the trade, with its meaning."""

    term: str
    meaning: str


Library = Mapping[str, TemplatePrompt]
"""Ready material by its permanent key."""
