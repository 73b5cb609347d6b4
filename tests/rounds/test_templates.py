"""The templates as they ship: their rounds, minutes and sources."""

import pytest

from workshop_app.model.values import Grain, Level, PromptRole
from workshop_app.paths import resources
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.loading import GLOSSARY, load_glossary
from workshop_app.rounds.template import Template, TemplateRound

Templates = dict[str, Template]

TITLES = {
    "robuuste-samenwerking": ("Robuuste samenwerking BW/MO", 150),
    "zelfscan-succesfactoren": ("Zelfscan succesfactoren", 90),
    "samen-of-apart": ("Samen of apart?", 90),
    "korte-dialoog": ("Korte dialoog", 60),
    "vorm-kiezen": ("Een vorm kiezen", 120),
    "lokaal-en-wijkteams": ("Lokale samenwerking en wijkteams", 120),
    "leren-van-anderen": ("Leren van andere regio’s", 75),
    "vervolg": ("Vervolg en voortgang", 60),
}
SCRIPTS = {
    "robuuste-samenwerking": "checkin 15, briefing 10, recognition 20, resistance 20, pause 10, matrix 15, "
    "checklist 15, principles 20, outcomes 15, checkout 5",
    "korte-dialoog": "checkin 5, recognition 10, resistance 15, principles 12, outcomes 10, checkout 3",
    "zelfscan-succesfactoren": "checkin 10, selfscan 20, selfscan 20, lowest 15, outcomes 15, checkout 5",
    "samen-of-apart": "checkin 10, sorting 30, priorities 10, support 15, outcomes 15, checkout 5",
    "vorm-kiezen": "checkin 10, briefing 10, case 25, options 35, support 15, outcomes 15, checkout 5",
    "lokaal-en-wijkteams": "checkin 10, open 15, selfscan 10, position 15, open 15, groups 20, open 5, open 10, "
    "outcomes 10, checkout 5",
    "leren-van-anderen": "checkin 10, case 30, priorities 10, outcomes 15, checkout 5",
    "vervolg": "followup 15, checklist 15, selfscan 10, outcomes 10, checkout 5",
}


def script(rounds: tuple[TemplateRound, ...]) -> str:
    return ", ".join(f"{r.kind} {r.minutes}" for r in rounds)


def test_all_eight(templates: Templates) -> None:
    assert {key: (t.title, t.minutes) for key, t in templates.items()} == TITLES
    # The first three are those that home offers first.
    assert list(templates) == list(TITLES)


@pytest.mark.parametrize("key", TITLES)
def test_minutes_add_up(templates: Templates, key: str) -> None:
    template = templates[key]
    assert script(template.script) == SCRIPTS[key]
    assert sum(r.minutes for r in template.rounds if not r.optional) + template.slack == TITLES[key][1]
    assert template.slack == 5
    assert all(r.minutes > 0 for r in template.rounds)


def test_rounds_that_can_be_switched_on(templates: Templates) -> None:
    core = templates["robuuste-samenwerking"]
    optional = tuple(r for r in core.rounds if r.optional)
    assert script(optional) == "resistance 20, options 30, case 30, selfscan 15, support 10"
    assert not any(r.optional for t in templates.values() if t is not core for r in t.rounds)


@pytest.mark.parametrize("key", TITLES)
def test_everything_is_written_out_in_dutch(templates: Templates, key: str) -> None:
    """A workshop holds full copies, so nothing of ours is left to the message ids of the kind."""
    template = templates[key]
    assert template.summary
    assert len(template.source) > 40
    assert template.version == 1
    for r in template.rounds:
        kind = KINDS[r.kind]
        assert r.title != kind.name or r.title in ("Check-in", "Check-out")
        assert r.question != kind.question or not kind.question
        assert r.notes
        assert len(r.notes) < 700, "too long to read while speaking"
        assert bool(r.prompts) == (r.kind not in ("pause", "lowest"))


def included(template: Template, key: str) -> list[str]:
    (found,) = [r for r in template.rounds if r.key == key]
    return [p.key for p in found.prompts if p.included and p.role is PromptRole.ITEM]


def numbered(name: str, *numbers: int) -> list[str]:
    return [f"{name}-{number}" for number in numbers]


def test_which_items_are_in_which_template(templates: Templates) -> None:
    core = templates["robuuste-samenwerking"]
    assert included(core, "recognition") == numbered("statement", 1, 2, 3, 4, 5, 6)
    assert included(core, "resistance-region") == numbered("quote", 1, 2, 3, 4, 5, 6)
    assert included(core, "resistance-each-other") == numbered("quote", 7, 8, 9, 10, 11, 12)
    short = templates["korte-dialoog"]
    assert included(short, "recognition") == numbered("statement", 1, 2, 3, 4)
    assert included(short, "resistance") == numbered("quote", 2, 5, 6, 8, 9, 10)
    assert included(short, "principles") == numbered("principle", 1, 2, 3, 4)
    scan = templates["zelfscan-succesfactoren"]
    assert included(scan, "preparation") == numbered("factor", *range(1, 11))
    assert included(scan, "execution") == numbered("factor", *range(11, 20))
    assert included(templates["vorm-kiezen"], "cases") == ["case-light", "case-sharper"]
    assert included(templates["leren-van-anderen"], "cases") == ["case-front-door", "case-explore", "case-thirteen"]


def test_what_is_off_can_be_switched_on(templates: Templates) -> None:
    off = {(t.id, p.key): r.key for t in templates.values() for r in t.rounds for p in r.prompts if not p.included}
    assert off == {
        **{("robuuste-samenwerking", f"statement-{n}"): "recognition" for n in (7, 8, 9)},
        ("robuuste-samenwerking", "quadrant-later"): "matrix",
    }


def test_who_can_be_recognised(templates: Templates) -> None:
    levels = {"resistance": Level.ANONYMOUS, "outcomes": Level.NAME}
    grains = dict.fromkeys(("selfscan", "support", "matrix", "checklist"), Grain.ORGANISATION)
    grains["groups"] = Grain.GROUP
    for r in (r for t in templates.values() for r in t.rounds):
        assert r.level is levels.get(r.kind, Level.ORGANISATION)
        assert r.grain is grains.get(r.kind, Grain.ROOM)


@pytest.mark.parametrize(
    ("key", "sources"),
    [
        ("robuuste-samenwerking", ["AEF", "Tympaan", "Binnenlands Bestuur", "SMARTonPEOPLE"]),
        ("zelfscan-succesfactoren", ["Tympaan Instituut"]),
        ("samen-of-apart", ["SMARTonPEOPLE", "Vliegwiel"]),
        ("korte-dialoog", ["AEF en XpertiseZorg, Transitiebureau Beschermd Thuis"]),
        ("vorm-kiezen", ["AEF", "SMARTonPEOPLE"]),
        ("lokaal-en-wijkteams", ["Verwey-Jonker Instituut, Participatiewiel, Platform31"]),
        ("leren-van-anderen", ["“Vliegwiel voor samenwerking”, Binnenlands Bestuur, 22 juni 2012"]),
        ("vervolg", ["AEF"]),
    ],
)
def test_sources_are_named(templates: Templates, key: str, sources: list[str]) -> None:
    assert [source for source in sources if source not in templates[key].source] == []


def test_glossary() -> None:
    terms = {term.term: term.meaning for term in load_glossary(resources() / "templates" / GLOSSARY)}
    assert terms == {
        "BW": "beschermd wonen",
        "MO": "maatschappelijke opvang",
        "Wmo": "Wet maatschappelijke ondersteuning",
        "NvO": "Norm voor Opdrachtgeverschap",
        "CG": "centrumgemeente",
        "DVO": "dienstverleningsovereenkomst",
        "GR": "gemeenschappelijke regeling",
        "Wgr": "Wet gemeenschappelijke regelingen",
        "P&C": "planning en control",
        "PFO": "portefeuillehoudersoverleg",
        "OGGZ": "openbare geestelijke gezondheidszorg",
        "doordecentralisatie": "geld en taken gaan van centrumgemeente naar alle gemeenten",
    }
    assert len(terms) == 12
