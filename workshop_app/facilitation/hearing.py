"""Which organisations nothing was captured of in a round, so that they can be asked. Pure."""

from collections.abc import Iterator

from workshop_app.model.values import group_voice, organisation_voice
from workshop_app.model.views import OrganisationView, RoundView, WorkshopView


def at_the_table(view: WorkshopView) -> tuple[OrganisationView, ...]:
    """The organisations with someone in the room."""
    there = {person.organisation_id for person in view.present}
    return tuple(organisation for organisation in view.organisations if organisation.id in there)


def unheard(view: WorkshopView, known: RoundView) -> tuple[OrganisationView, ...]:
    """The organisations in the room of which a round holds nothing: no word, no answer, nothing of their group either.

    In an anonymous round nothing tells, so these are all of them.
    """
    heard = frozenset(_heard(view, known))
    return tuple(organisation for organisation in at_the_table(view) if organisation.id not in heard)


def _heard(view: WorkshopView, known: RoundView) -> Iterator[str]:
    home = {person.id: person.organisation_id for person in view.participants}
    groups = {
        group.id: frozenset(home.get(seat.participant_id, "") for seat in group.seats)
        for group in view.groups_for(known.id)
    }
    for said in known.contributions:
        yield said.organisation_id or home.get(said.participant_id, "")
        yield from groups.get(said.group_id, ())
    voices = {response.voice for prompt in known.prompts for response in prompt.responses}
    yield from (each.id for each in view.organisations if organisation_voice(each.id) in voices)
    for group_id, organisations in groups.items():
        if group_voice(group_id) in voices:
            yield from organisations
