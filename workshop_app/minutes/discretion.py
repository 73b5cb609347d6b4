"""What a version of the minutes may know: the workshop without what its rule of anonymity hides.

The minutes are built from what comes out of here, so what is taken away here cannot be printed by mistake.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from workshop_app.i18n import Language
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.small_counts import LEAST, LEAST_SCORES
from workshop_app.minutes.support import coarse_support
from workshop_app.minutes.unnamed import without_names
from workshop_app.model.attendance import attended
from workshop_app.model.values import Grain, Level, Origin, Rule, organisation_voice
from workshop_app.model.views import (
    ActionView,
    ContributionView,
    GroupView,
    PromptView,
    ResponseView,
    RoundView,
    SeatView,
    StageView,
    WorkshopView,
)
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import ItemForm

LEAST_PRESENT = LEAST
"""An organisation with fewer people present points at a person; a public version does not tag with it."""

Row = TypeVar("Row", PromptView, ContributionView)


def is_room_quote(known: RoundView, prompt: PromptView) -> bool:
    """Whether an item holds words of someone in the room, who was asked whether the minutes may have them."""
    return prompt.origin is Origin.ROOM and KINDS[known.kind].item_form is ItemForm.QUOTE


def discreet(view: WorkshopView, edition: Edition, language: Language) -> WorkshopView:
    """The workshop as the readers of an edition may know it.

    Notes of the facilitator, half-typed texts and quotes that were not marked for the minutes are gone, authors and
    order are kept only where the rule allows. What is public loses the names of people, in texts too, photos, which
    may show them, and scores that too few gave. Whose voice is whose is kept where it is told.
    """
    publish = edition.public
    if edition.audience is Audience.CHATHAM:
        view = replace(view, info=replace(view.info, rule=Rule.CHATHAM_HOUSE))
    view = replace(view, rounds=tuple(_voiced(known, view, edition) for known in view.rounds))
    view = replace(
        view,
        participants=tuple(replace(person, email="") for person in view.participants),
        rounds=tuple(_round(known, view, publish) for known in view.rounds),
        actions=tuple(_owned(action, view) for action in view.actions),
        pictures=tuple(replace(p, data=b"") if publish and p.round_id else p for p in view.pictures),
        stage=StageView(),
        drafts=(),
    )
    if not publish:
        return view
    view = without_names(view, language)
    coarse = tuple(replace(each, support=coarse_support(each.support, language)) for each in view.decisions)
    return replace(view, decisions=coarse)


def _round(known: RoundView, view: WorkshopView, publish: bool) -> RoundView:
    anonymous = known.level is Level.ANONYMOUS
    in_order = view.info.rule is Rule.BY_NAME and not anonymous
    quoting = KINDS[known.kind].item_form is ItemForm.QUOTE
    hidden = {p.id for p in known.prompts if p.in_minutes is not True and is_room_quote(known, p)}
    hidden |= {p.id for p in known.prompts if p.in_minutes is False}
    own = [p for p in known.prompts if p.origin is Origin.TEMPLATE]
    added = [p for p in known.prompts if p.origin is Origin.ROOM and p.id not in hidden]
    said = [
        replace(_authored(c, known, view, publish), seq=c.seq if in_order else None)
        for c in known.contributions
        if c.prompt_id not in hidden and (c.in_minutes is True if c.mode else c.in_minutes is not False)
    ]
    quotes, others = [c for c in said if c.mode], [c for c in said if not c.mode]
    return replace(
        known,
        notes="",
        started_at=None if anonymous else known.started_at,
        prompts=(*(p for p in own if p.id not in hidden), *(shuffled(added) if anonymous or quoting else added)),
        groups=tuple(replace(group, seats=_seats(group, view.info.rule)) for group in known.groups),
        contributions=(*(others if in_order else shuffled(others)), *shuffled(quotes)),
    )


def _voiced(known: RoundView, view: WorkshopView, edition: Edition) -> RoundView:
    """A round in which only the organisations that may be told apart have their own voice."""
    named = _named_organisations(known, view, edition)
    prompts = tuple(replace(p, responses=tuple(_nameless(p.responses, named))) for p in known.prompts)
    if edition.public:
        spread = (scale := KINDS[known.kind].scale) is not None and scale.spread
        prompts = tuple(_enough(p, known.grain, spread) for p in prompts)
    return replace(known, prompts=prompts)


def _named_organisations(known: RoundView, view: WorkshopView, edition: Edition) -> frozenset[str]:
    """The organisations of which an edition may tell what they said in a round."""
    if edition.audience is Audience.ORGANISATION:
        return frozenset({edition.organisation_id})
    everyone = frozenset(o.id for o in view.organisations)
    if not edition.public:
        return everyone
    if view.info.rule is Rule.CHATHAM_HOUSE:
        return frozenset()
    voices = {r.voice for p in known.prompts for r in p.responses}
    there = Counter(p.organisation_id for p in attended(view))
    small = any(there[each] < LEAST_PRESENT for each in everyone if organisation_voice(each) in voices)
    return frozenset() if small else everyone


def _nameless(responses: Sequence[ResponseView], named: frozenset[str]) -> Iterator[ResponseView]:
    """The answers to a prompt; the voices of other organisations are numbered by what they said, so nothing tells whose
    they are."""
    said: dict[str, list[ResponseView]] = defaultdict(list)
    for each in responses:
        said[each.voice].append(each)
    hidden = [v for v in said if v.startswith(organisation_voice("")) and v[len(organisation_voice("")) :] not in named]
    hidden.sort(key=lambda voice: sorted((r.criterion, r.option, r.value) for r in said[voice]))
    numbered = {voice: organisation_voice(f"?{n}") for n, voice in enumerate(hidden)}
    for voice in (*(v for v in said if v not in numbered), *hidden):
        yield from (replace(each, voice=numbered.get(voice, voice)) for each in said[voice])


def _enough(prompt: PromptView, grain: Grain, spread: bool) -> PromptView:
    """A prompt without the scores, of now or earlier, of which a mean would tell what one person gave."""
    few = {""} if spread and len(prompt.scores()) < LEAST_SCORES else set()
    if grain is not Grain.ROOM:
        weighed = Counter(each.criterion for each in prompt.responses if each.criterion)
        few |= {criterion for criterion, n in weighed.items() if n < LEAST}
    told = (r for r in prompt.responses if r.criterion not in few or not (r.criterion or r.option.isdigit()))
    few_earlier = spread and sum(each.value for each in prompt.earlier) < LEAST_SCORES
    return replace(prompt, responses=tuple(told), earlier=() if few_earlier else prompt.earlier)


def _seats(group: GroupView, rule: Rule) -> tuple[SeatView, ...]:
    """Who sat at a table; only how many there were where that would tell who noted something there."""
    told = rule is Rule.BY_NAME or (rule is Rule.NOT_ATTRIBUTED and len(group.seats) >= LEAST_PRESENT)
    return group.seats if told else (SeatView("", locked=False),) * len(group.seats)


def shuffled(rows: Iterable[Row]) -> list[Row]:
    """The rows in an order that says nothing of theirs, and is the same every time the same was said."""
    return sorted(rows, key=lambda row: (sha256(row.text.encode("utf-8", "surrogatepass")).digest(), row.id))


def _authored(said: ContributionView, known: RoundView, view: WorkshopView, publish: bool) -> ContributionView:
    """What was said, with as much of who said it as may be told."""
    organisation, person = said.organisation_id, said.participant_id
    if view.info.rule is not Rule.BY_NAME or known.level is Level.ANONYMOUS:
        organisation = person = ""
    if publish and sum(p.organisation_id == organisation for p in attended(view)) < LEAST_PRESENT:
        organisation = ""
    if publish or known.level is not Level.NAME:
        person = ""
    return replace(said, organisation_id=organisation, participant_id=person)


def _owned(action: ActionView, view: WorkshopView) -> ActionView:
    """An action with who does it as it was written down, else who it was given to; and the organisation of that one."""
    person = next((p for p in view.participants if p.id == action.participant_id), None)
    organisation_id = action.organisation_id or (person.organisation_id if person else "")
    given = (person.name if person else "", view.organisation_name(action.organisation_id))
    return replace(action, owner=action.owner or ", ".join(filter(None, given)), organisation_id=organisation_id)
