"""Whose scores may stand beside those of the region, in the version for one organisation."""

from workshop_app.minutes.edition import Audience, Edition
from workshop_app.model.values import Grain, Level, organisation_voice
from workshop_app.model.views import PromptView, RoundView, WorkshopView

LEAST_ORGANISATIONS = 5
"""Organisations from which on a region can be told without telling what each of the others said."""


def own_voice(known: RoundView, edition: Edition) -> str:
    """The voice of the organisation of this edition, '' where there is none, or it stands for persons."""
    told = edition.audience is Audience.ORGANISATION and known.grain is Grain.ORGANISATION
    told = told and not known.heads and known.level is not Level.ANONYMOUS
    return organisation_voice(edition.organisation_id) if told else ""


def own_option(item: PromptView, voice: str, options: tuple[str, ...]) -> str:
    """What the organisation chose for an item; '' where fewer than `LEAST_ORGANISATIONS` answered it."""
    given = [each for each in item.responses if each.option in options and each.value]
    if len({each.voice for each in given}) < LEAST_ORGANISATIONS:
        return ""
    return next((each.option for each in given if each.voice == voice), "")


def own_name(view: WorkshopView, edition: Edition) -> str:
    """What the organisation of this edition is called; '' for every other edition."""
    return view.organisation_name(edition.organisation_id) if edition.organisation_id else ""
