"""Where the workshop stands: the place on the beamer with its round, kind and step, worked out once for all panels."""

from dataclasses import dataclass
from typing import Self

from workshop_app.facilitation import script
from workshop_app.model.views import Place, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import RoundKind, Step


@dataclass(frozen=True, slots=True)
class Here:
    """A place in a workshop. Before and after the rounds `round`, `kind` and `step` are None."""

    view: WorkshopView
    place: Place
    round: RoundView | None
    kind: RoundKind | None
    step: Step | None

    @classmethod
    def of(cls, view: WorkshopView) -> Self:
        """Where the beamer stands in a workshop."""
        place = script.standing(view)
        known = view.round(place.round_id)
        kind = KINDS[known.kind] if known else None
        return cls(view, place, known, kind, kind.step(place.step) if kind else None)

    @property
    def revealed(self) -> bool:
        """Whether the room sees the result of this place already."""
        return self.round is not None and self.round.is_revealed(self.place.step, self.place.prompt_id)
