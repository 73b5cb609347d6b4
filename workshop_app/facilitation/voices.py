"""Who answers in a round: the voices that are asked, what they are called, and who has not answered yet. Pure."""

import secrets
from collections.abc import Collection, Iterable

from workshop_app.i18n import Language
from workshop_app.model.values import (
    DOTS_OPTION,
    ROOM_VOICE,
    Grain,
    Level,
    ballot_voice,
    group_voice,
    organisation_voice,
)
from workshop_app.model.views import PromptView, ResponseView, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS

GRAINS = {
    Level.ANONYMOUS: (Grain.ROOM, Grain.BALLOT),
    Level.ORGANISATION: tuple(Grain),
    Level.NAME: tuple(Grain),
}
"""How a round of a level can be counted: in an anonymous one a voice is nobody's."""


def asked(view: WorkshopView, known: RoundView) -> tuple[str, ...]:
    """The voices of a round: the room, the organisations present (all of them while nobody is), the small groups, or
    the ballots handed in; and whoever answered already."""
    if known.grain is Grain.ROOM:
        return (ROOM_VOICE,)
    answered = {response.voice for prompt in known.prompts for response in prompt.responses}
    invited = _invited(view, known)
    return (*invited, *sorted(answered - set(invited)))


def _invited(view: WorkshopView, known: RoundView) -> tuple[str, ...]:
    if known.grain is Grain.GROUP:
        return tuple(group_voice(group.id) for group in view.groups_for(known.id))
    if known.grain is not Grain.ORGANISATION:
        return ()
    present = {person.organisation_id for person in view.present}
    answered = {response.voice for prompt in known.prompts for response in prompt.responses}
    return tuple(
        organisation_voice(each.id)
        for each in view.organisations
        if not present or each.id in present or organisation_voice(each.id) in answered
    )


def name(view: WorkshopView, known: RoundView, voice: str, language: Language) -> str:
    """What to call a voice: an organisation, a group, or a ballot by its number."""
    kind, _, key = voice.partition(":")
    if kind == "ballot":
        return language.gettext("ballot {number}").format(number=key)
    groups = {group.id: group.name for group in view.groups_for(known.id)}
    found = view.organisation_name(key) if kind == "org" else groups.get(key, "")
    return found or language.gettext("not there any more")


def counts_heads(known: RoundView) -> bool:
    """Whether the people of each organisation are counted in a round."""
    return known.heads and known.grain is Grain.ORGANISATION


def heads(view: WorkshopView, voice: str) -> int:
    """How many people present a voice speaks for; a ballot is of one."""
    kind, _, key = voice.partition(":")
    if voice == ROOM_VOICE:
        return len(view.present)
    if kind == "org":
        return sum(person.organisation_id == key for person in view.present)
    seated = {
        seat.participant_id
        for known in view.rounds
        for group in known.groups
        if group.id == key
        for seat in group.seats
    }
    return 1 if kind == "ballot" else sum(person.id in seated for person in view.present)


def majority(view: WorkshopView, known: RoundView, prompt: PromptView, option: str) -> dict[str, int]:
    """What the option gets from each voice when all who have not answered yet choose it."""
    silent = (voice for voice in asked(view, known) if voice not in _answered(known, prompt, option))
    if counts_heads(known):
        return {voice: people for voice in silent if (people := heads(view, voice))}
    return dict.fromkeys(silent, 1)


def rest(view: WorkshopView, known: RoundView, prompt: PromptView, option: str) -> dict[str, int]:
    """What the option gets from each voice when the rest of those present choose it.

    Of the people in the room, or of each organisation, those whose hands are not counted; of the organisations and
    groups, those that have not answered. Of ballots those that were handed in and say nothing on this item; when there
    are none, as many new ones as there are people present without a ballot.
    """
    if known.grain is Grain.ROOM:
        return {ROOM_VOICE: _uncounted(view, known, prompt, option, ROOM_VOICE)}
    if counts_heads(known):
        there = [voice for voice in asked(view, known) if heads(view, voice)]
        return {voice: _uncounted(view, known, prompt, option, voice) for voice in there}
    handed_in = asked(view, known)
    answered = _answered(known, prompt, option)
    silent = [voice for voice in handed_in if voice not in answered]
    if known.grain is Grain.ORGANISATION:
        silent = [voice for voice in silent if heads(view, voice)]
    if known.grain is Grain.BALLOT and not silent:
        silent = new_ballots(max(len(view.present) - len(handed_in), 0), handed_in)
    return dict.fromkeys(silent, 1)


def _uncounted(view: WorkshopView, known: RoundView, prompt: PromptView, option: str, voice: str) -> int:
    given = (each for each in _competing(known, prompt, option) if each.voice == voice)
    return max(heads(view, voice) - sum(each.value for each in given), 0)


def _answered(known: RoundView, prompt: PromptView, option: str) -> set[str]:
    own = (each for each in prompt.responses if each.option == option)
    return {each.voice for each in (*own, *_competing(known, prompt, option))}


def _competing(known: RoundView, prompt: PromptView, option: str) -> Iterable[ResponseView]:
    """What voices gave in place of this option: the other options, or where the scale goes across the other items."""
    scale = KINDS[known.kind].scale
    if scale and scale.across:
        others = (item for item in known.prompts if item.id != prompt.id)
        return (each for item in others for each in item.responses if each.option == option)
    keys = set(scale.keys if scale else ()) - {option}
    return (each for each in prompt.responses if each.option in keys)


def dots_given(known: RoundView, voice: str) -> int:
    """How many dots a voice gave in the whole round."""
    given = (each for prompt in known.items for each in prompt.responses if each.voice == voice)
    return sum(each.value for each in given if each.option == DOTS_OPTION)


def dots_to_give(view: WorkshopView, known: RoundView, voice: str) -> int:
    """How many dots a voice has: those of one voice, for every person where people are counted."""
    people = heads(view, voice) if known.grain is Grain.ROOM or counts_heads(known) else 1
    return KINDS[known.kind].dots * people


def new_ballots(count: int, taken: Collection[str]) -> list[str]:
    """Voices for ballots that were not counted yet. Their numbers are random and say nothing about a person."""
    numbers: set[str] = set()
    while len(numbers) < count:
        voice = ballot_voice(secrets.randbelow(900_000) + 100_000)
        if voice not in taken:
            numbers.add(voice)
    return list(numbers)
