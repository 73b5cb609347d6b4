"""What the room sees of voices in a matrix: from a round to the scene of its axes and points."""

from workshop_app.desktop.projection import scene as scenes
from workshop_app.facilitation import script, voices
from workshop_app.i18n import Language
from workshop_app.model.placed import placements
from workshop_app.model.values import Grain
from workshop_app.model.views import PromptView, RoundView, WorkshopView
from workshop_app.rounds.kind import Step


def placed(
    view: WorkshopView, known: RoundView, step: Step, item: PromptView | None, language: Language
) -> scenes.Matrix:
    """The matrix of an item. Its points are there once all who are asked have a place, or it was revealed."""
    ends = [(axis.text, axis.detail) for axis in known.axes[:2]]
    across, up = [*ends, ("", ""), ("", "")][:2]
    names = [quadrant.text for quadrant in known.quadrants[:4]]
    shown = item is not None and script.shows_places(view, known, step, item.id)
    return scenes.Matrix(
        heading=item.text if item and len(known.items) > 1 else "",
        across=across,
        up=up,
        quadrants=(*names, *("" for _ in range(4 - len(names)))),
        points=_points(view, known, item, language) if item and shown else (),
        legend=language.gettext("Who stands where?"),
        hint="" if shown or item is None else _hint(view, known, item, language),
    )


def _points(
    view: WorkshopView, known: RoundView, item: PromptView, language: Language
) -> tuple[scenes.MatrixPoint, ...]:
    named = known.labels and known.grain in (Grain.ORGANISATION, Grain.GROUP)
    return tuple(
        scenes.MatrixPoint(each.across, each.up, voices.name(view, known, each.voice, language) if named else "")
        for each in placements(item)
    )


def _hint(view: WorkshopView, known: RoundView, item: PromptView, language: Language) -> str:
    _, there = language.gettext, len(placements(item))
    if known.grain is Grain.BALLOT:
        return _("Put a cross on your ballot")
    asked = len(voices.asked(view, known))
    if known.grain is Grain.ROOM or not there:
        return _("Where do you stand?")
    return _("{n} of {total} have a place").format(n=there, total=asked)
