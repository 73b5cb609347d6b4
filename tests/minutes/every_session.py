"""Two hundred sessions of every size and nature, each with the version of the minutes that is made of it."""

from dataclasses import replace
from random import Random

from tests.minutes.generated import TEXTS, generated
from tests.minutes.workshops import NAMES, ORGANISATIONS, SAYINGS, a_round, filled, person, said, templates, workshop
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.model.values import Presence, Rule
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS

SESSIONS = 200
SOME = (0, 1, 2, 3, 4, 6, 9, 12, 20, 31, 50, 77)
"""A dozen that take little time together and differ much."""


def session(number: int) -> WorkshopView:
    """The session with that number, from 0."""
    special = (_empty, _one_person, _sixty_people, _crowded, _hostile)
    if number < 2 * len(special):
        return special[number % len(special)](number)
    if number < 2 * len(special) + len(KINDS):
        return _one_kind(sorted(KINDS)[number - 2 * len(special)])
    return generated(number)


def edition(number: int, view: WorkshopView) -> Edition:
    """The version that is made of it: each one in turn."""
    audience = list(Audience)[number % len(Audience)]
    if audience is Audience.ORGANISATION:
        return Edition(audience, view.organisations[0].id) if view.organisations else Edition()
    return Edition(audience)


def _empty(number: int) -> WorkshopView:
    """Nothing was held, or there is not even a script."""
    if number > 4:
        return workshop(organisations=ORGANISATIONS)
    view = filled()
    untouched = (replace(r, contributions=(), spent_seconds=0, started_at=None, prompts=()) for r in view.rounds)
    return replace(view, rounds=tuple(untouched), decisions=(), actions=(), parked=(), participants=())


def _one_person(number: int) -> WorkshopView:
    return replace(filled(rule=list(Rule)[number % 3]), participants=(person(0),))


def _sixty_people(_: int) -> WorkshopView:
    people = [person(n % len(NAMES), list(Presence)[n % len(Presence)]) for n in range(60)]
    numbered = (replace(p, id=f"q{n}", name=f"{p.name} {n}") for n, p in enumerate(people))
    return replace(filled(rule=Rule.BY_NAME), participants=tuple(numbered))


def _crowded(number: int) -> WorkshopView:
    return crowded(5_000 if number < 5 else 1_500)


def crowded(answers: int) -> WorkshopView:
    """The whole template with so many answers in it."""
    view = filled()
    spoken = [known for known in view.rounds if known.contributions]
    each = answers // len(spoken)
    return replace(view, rounds=tuple(_with_answers(r, each) if r in spoken else r for r in view.rounds))


def _with_answers(known: RoundView, count: int) -> RoundView:
    given = known.contributions
    texts = (f"{SAYINGS[n % len(SAYINGS)]} {n}" for n in range(count))
    more = (replace(given[n % len(given)], id=f"{known.id}.{n}", text=text) for n, text in enumerate(texts))
    return replace(known, contributions=tuple(more))


def _hostile(number: int) -> WorkshopView:
    chance = Random(number)
    view = filled(title=TEXTS[4], summary=TEXTS[5], place=TEXTS[9], rule=Rule.BY_NAME)
    people = tuple(replace(p, name=chance.choice(TEXTS)[:200]) for p in view.participants)
    organisations = tuple(replace(o, name=chance.choice(TEXTS)[:200] or "–") for o in view.organisations)
    rounds = tuple(_retold(known, chance) for known in view.rounds)
    return replace(view, participants=people, organisations=organisations, rounds=rounds)


def _retold(known: RoundView, chance: Random) -> RoundView:
    told = tuple(replace(each, text=chance.choice(TEXTS)) for each in known.contributions)
    return replace(known, title=chance.choice(TEXTS)[:200], intro=chance.choice(TEXTS), contributions=told)


def _one_kind(kind: str) -> WorkshopView:
    known = next((r for t in templates() for r in filled(t).rounds if r.kind == kind), None)
    talk = [said(f"c{n}", SAYINGS[n], strand.key) for n, strand in enumerate(KINDS[kind].strands)]
    return replace(filled("korte-dialoog"), rounds=(known or a_round(kind, contributions=talk),), decisions=())
