"""From a typed line to the command that keeps it."""

from dataclasses import dataclass, replace

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.drafts import Slot
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.targets import ACTION, DECISION, Target, is_quote, keeps_author, prompt_of, table_of
from workshop_app.facilitation import capturing, outcomes
from workshop_app.facilitation.action_line import ActionLine, Owner, read_action_line, seen_from
from workshop_app.facilitation.half_typed import taken_down
from workshop_app.facilitation.mentions import mentions, spelled, without
from workshop_app.facilitation.schedule import wall_clock
from workshop_app.model.values import PromptRole, QuoteMode
from workshop_app.model.views import WorkshopView

NOBODY = Owner()
_QUOTATION_MARKS = "\"'“”„‘’«»"


@dataclass(frozen=True, slots=True)
class Line:
    """What is in the capture line: the text, who said it, and what may be done with it when it is a quote."""

    text: str
    author: Owner = NOBODY
    verbatim: bool = False
    in_minutes: bool = False


def take_down(bridge: Bridge, here: Here, target: Target, subject: str | None, line: Line, draft: Slot) -> bool:
    """Keep a line where it belongs, and drop the draft that it was. Whether it was saved; if not, `bridge.failed` says
    why."""
    round_id, prompt_id = here.place.round_id, prompt_of(target, subject)
    slot = (draft.round_id, draft.prompt_id, draft.strand)
    if target.key == DECISION:
        return bridge.attempt(taken_down(outcomes.decide, *slot), line.text, round_id)
    if target.key == ACTION:
        return _act(bridge, here, subject, line, draft)
    if target.strand is None:
        return bridge.attempt(taken_down(outcomes.park, *slot), line.text, round_id)
    if target.strand.adds_item:
        return _add_item(bridge, here, target, line, draft)
    author = line.author if keeps_author(here, target) else NOBODY
    return bridge.attempt(
        taken_down(capturing.contribute, *slot),
        round_id,
        target.key,
        line.text,
        prompt_id,
        author.organisation_id,
        author.participant_id,
        table_of(here, target, subject),
    )


def _add_item(bridge: Bridge, here: Here, target: Target, line: Line, draft: Slot) -> bool:
    round_id = here.place.round_id
    add = taken_down(capturing.add_item, draft.round_id, draft.prompt_id, draft.strand)
    if not is_quote(here, target):
        role = target.strand.adds_role if target.strand else PromptRole.ITEM
        return bridge.attempt(add, round_id, line.text, role=role)
    mode = QuoteMode.VERBATIM if line.verbatim else QuoteMode.PARAPHRASE
    text = line.text.strip().strip(_QUOTATION_MARKS)
    return bridge.attempt(add, round_id, text, mode, line.in_minutes)


def _act(bridge: Bridge, here: Here, subject: str | None, line: Line, draft: Slot) -> bool:
    day = seen_from(here.view, wall_clock(bridge.desk.now()).date())
    read = _with_owner_named(read_action_line(line.text, here.view, day), here.view)
    return bridge.attempt(
        taken_down(outcomes.act, draft.round_id, draft.prompt_id, draft.strand),
        read.text,
        here.place.round_id,
        subject if subject and here.round and here.round.prompt(subject) else "",
        owner=read.owner.name,
        participant_id=read.owner.participant_id or None,
        organisation_id=read.owner.organisation_id or None,
        due=read.due.day,
        due_text=read.due.text,
    )


def _with_owner_named(read: ActionLine, view: WorkshopView) -> ActionLine:
    """The first one who is named with an @ is the owner, when there is no other."""
    named = next((mention for mention in mentions(read.text, view) if mention.known), None)
    if named and not read.owner.name:
        read = replace(read, text=without(read.text, named), owner=named.owner)
    return replace(read, text=spelled(read.text, view))
