"""The way through the script: every place the beamer can be, and what comes next. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from workshop_app.facilitation import voices
from workshop_app.model.placed import all_placed, placements
from workshop_app.model.values import DOTS_OPTION, Grain
from workshop_app.model.views import Place, PromptView, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Per, Scene, Step

WELCOME = Place("", "welcome")
AGENDA = Place("", "agenda")
THANKS = Place("", "thanks")


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show a result before going on."""

    round_id: str
    step: str
    prompt_id: str = ""


def places(view: WorkshopView) -> tuple[Place, ...]:
    """Every place, from the welcome to the thanks."""
    inside = (place for known in view.rounds if _is_walked(known) for place in round_places(known))
    return (WELCOME, AGENDA, *inside, THANKS)


def _is_walked(known: RoundView) -> bool:
    return known.enabled and not known.skipped


def round_places(known: RoundView) -> tuple[Place, ...]:
    """The places of one round. Steps in a row that come once per item are walked item by item."""
    return tuple(_walked(known)) or (Place(known.id, KINDS[known.kind].steps[0].key),)


def steps_of(known: RoundView) -> tuple[Step, ...]:
    """The steps that a round has: not those of another variant, those left out, or those with nothing to compare."""
    compared = any(prompt.earlier for prompt in known.items)
    return tuple(
        step
        for step in KINDS[known.kind].steps
        if step.variant in ("", known.variant) and step.key not in known.steps_off and (compared or not step.compares)
    )


def _walked(known: RoundView) -> Iterator[Place]:
    for per, steps in groupby(steps_of(known), key=lambda step: step.per):
        together = tuple(steps)
        for prompt_id in _subjects(known, per):
            yield from (Place(known.id, step.key, prompt_id) for step in together)


def _subjects(known: RoundView, per: Per) -> Iterable[str]:
    match per:
        case Per.ROUND:
            return ("",)
        case Per.ITEM:
            return [prompt.id for prompt in known.items]
        case Per.QUESTION:
            return [prompt.id for prompt in known.questions]
        case Per.CHOSEN:
            return [prompt.id for prompt in known.chosen]
        case Per.GROUP:
            return [group.id for group in known.groups]


def step_at(view: WorkshopView, place: Place) -> Step | None:
    """The step of the round's kind at a place; None before and after the rounds."""
    known = view.round(place.round_id)
    return KINDS[known.kind].step(place.step) if known else None


def index_of(view: WorkshopView, place: Place) -> int:
    """Where a place is on the way. A place that is gone (its prompt was undone) is where its step or round begins."""
    way = places(view)
    for same in (
        lambda other: other == place,
        lambda other: (other.round_id, other.step) == (place.round_id, place.step),
        lambda other: other.round_id == place.round_id,
    ):
        found = next((i for i, other in enumerate(way) if same(other)), None)
        if found is not None:
            return found
    # A round that was passed over meanwhile: where the next one begins.
    rounds = [known.id for known in view.rounds]
    later = rounds[rounds.index(place.round_id) :] if place.round_id in rounds else ()
    return next((i for i, other in enumerate(way) if other.round_id in later), len(way) - 1 if later else 0)


def standing(view: WorkshopView) -> Place:
    """Where the beamer really stands: the kept place, or the nearest one that still exists."""
    place = view.stage.place
    known = view.round(place.round_id)
    there = place in round_places(known) if known and _is_walked(known) else place in (WELCOME, AGENDA, THANKS)
    # Asked after every key: the whole way is worked out only when the place is gone.
    return place if there else places(view)[index_of(view, place)]


def after(view: WorkshopView) -> Place | Reveal:
    """What one key forward does: reveal what can be revealed here, else the next place (or stay at the end)."""
    here = standing(view)
    pending = to_reveal(view, here)
    if pending:
        return pending
    way = places(view)
    return way[min(way.index(here) + 1, len(way) - 1)]


def before(view: WorkshopView) -> Place:
    """One place back."""
    return places(view)[max(index_of(view, standing(view)) - 1, 0)]


def next_round(view: WorkshopView) -> Place:
    """The first place of the round after this one."""
    here = standing(view)
    way = places(view)
    return next((place for place in way[index_of(view, here) :] if place.round_id != here.round_id), THANKS)


def to_reveal(view: WorkshopView, place: Place) -> Reveal | None:
    """What there is to reveal at a place, None when nothing is hidden or nothing has come in yet."""
    known, step = view.round(place.round_id), step_at(view, place)
    if known is None or step is None or not step.reveals:
        return None
    if step.scene is Scene.REVEAL:
        hidden = next((item.id for item in known.items if not known.is_revealed(step.key, item.id)), None)
        return Reveal(known.id, step.key, hidden) if hidden else None
    if known.is_revealed(step.key, place.prompt_id) or not _has_result(known, step, place.prompt_id):
        return None
    if step.scene is Scene.MATRIX and shows_places(view, known, step, place.prompt_id):
        return None
    return Reveal(known.id, step.key, place.prompt_id)


def shows_places(view: WorkshopView, known: RoundView, step: Step, prompt_id: str) -> bool:
    """Whether the room sees who stands where in a matrix: all who are asked have a place, or it was revealed."""
    item = known.prompt(prompt_id)
    everyone = item is not None and known.grain is not Grain.BALLOT and all_placed(item, voices.asked(view, known))
    return everyone or known.is_revealed(step.key, prompt_id)


def _has_result(known: RoundView, step: Step, prompt_id: str) -> bool:
    prompt = known.prompt(prompt_id)
    if step.scene is Scene.CARDS:
        return bool(prompt and prompt.detail)
    if step.scene in (Scene.GRID, Scene.MOVED):
        return any(item.responses for item in known.items)
    if step.scene is Scene.MATRIX:
        return bool(prompt and placements(prompt))
    prompts = (prompt,) if prompt else known.items
    return any(_counted(known, p, step) for p in prompts)


def _counted(known: RoundView, prompt: PromptView, step: Step) -> bool:
    kind = KINDS[known.kind]
    if kind.dots and step.scene is Scene.STATES:
        return prompt.total(DOTS_OPTION) > 0
    return kind.scale is not None and prompt.answered(kind.scale.keys) > 0
