"""What of a round can go into its section of the minutes, and which words of people wait for leave to stand there."""

from workshop_app.minutes.discretion import is_room_quote
from workshop_app.minutes.sections.rounds import held_rounds
from workshop_app.model.values import MinutesPart
from workshop_app.model.views import ContributionView, PromptView, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic, RoundKind


def parts_of(known: RoundView, view: WorkshopView) -> tuple[MinutesPart, ...]:
    """The parts that the section of a round has, or would have when they were not left out."""
    kind = KINDS[known.kind]
    given = any(prompt.responses for prompt in known.prompts)
    there = {
        MinutesPart.CHART: given and _is_drawn(kind),
        MinutesPart.TABLE: given,
        MinutesPart.ANSWERS: any(not said.mode for said in known.contributions),
        MinutesPart.QUOTES: bool(quotes(known)),
        MinutesPart.PHOTOS: bool(view.photos(known.id)),
    }
    return tuple(part for part in MinutesPart if there[part])


def quotes(known: RoundView) -> tuple[PromptView | ContributionView, ...]:
    """The words of the room of which somebody says whether the minutes may have them."""
    said = (contribution for contribution in known.contributions if contribution.mode)
    return (*(item for item in known.items if is_room_quote(known, item)), *said)


def order_as_held(view: WorkshopView) -> tuple[str, ...]:
    """The ids of the rounds that were held, as they came after each other in the room; () when the script says so."""
    held = [(known.started_at, place, known.id) for place, known in enumerate(held_rounds(view)) if known.started_at]
    return () if sorted(held) == held else tuple(round_id for _, _, round_id in sorted(held))


def _is_drawn(kind: RoundKind) -> bool:
    """Whether what was given becomes a picture, and not a table alone."""
    drawn_scale = kind.scale is not None and not kind.scale.across
    return drawn_scale or bool(kind.dots) or Mechanic.MATRIX in kind.mechanics
