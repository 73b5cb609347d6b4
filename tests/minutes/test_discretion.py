"""No version of the minutes shows what its rule hides: not printed, not read aloud, not in the file's properties."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.minutes.reading_back import CHATHAM, ENGLISH, PARTICIPANTS, PUBLICATION, built, section, strings, text
from tests.minutes.workshops import INFO, ORGANISATIONS, STARTED, a_round, filled, person, prompt, said, workshop
from workshop_app.minutes.build import MinutesOptions
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.files import minutes_name
from workshop_app.minutes.pdf.render import render_pdf
from workshop_app.model.values import Level, Origin, Presence, QuoteMode, Rule
from workshop_app.model.views import (
    ActionView,
    ContributionView,
    DecisionView,
    Draft,
    OrganisationView,
    ParticipantView,
    PromptView,
    RoundView,
    WorkshopView,
)
from workshop_app.paths import resources
from workshop_app.rounds.catalogue import KINDS

# What must stay apart carries a word that stands nowhere else: the names, the organisations, each text.
GROUPS = tuple(OrganisationView(f"o{n}", f"Gemeente Org{n}x") for n in range(3))
PEOPLE = tuple(
    ParticipantView(
        f"p{n}", f"Anna de Naam{n}x", f"rol{n}x", f"adres{n}x@voorbeeld.example", f"o{n % 3}",
        Presence.PRESENT, STARTED, None, walk_in=False,
    )
    for n in range(7)
)  # fmt: skip
HIDDEN = "verborgen"
MARKED = re.compile(r"tekst\w+x")


@st.composite
def rounds(draw: st.DrawFn) -> RoundView:
    kind = KINDS[draw(st.sampled_from(sorted(KINDS)))]
    items = [prompt(f"{kind.id}{n}", f"item{n}", chosen=draw(st.booleans())) for n in range(2)]
    items += [_room_item(draw, f"{kind.id}r{n}", quote=kind.id == "resistance") for n in range(draw(st.integers(0, 3)))]
    strands = [strand.key for strand in kind.strands] or ["answer"]
    on = st.sampled_from(["", *(item.id for item in items)])
    contributions = [
        _contribution(draw, f"{kind.id}c{n}", draw(st.sampled_from(strands)), draw(on))
        for n in range(draw(st.integers(0, 6)))
    ]
    level = draw(st.sampled_from(Level))
    notes = f"notitie {HIDDEN}"
    return a_round(kind.id, items, contributions, id=f"{kind.id}", level=level, notes=notes, question="Vraag?")


def _room_item(draw: st.DrawFn, prompt_id: str, quote: bool) -> PromptView:
    marked = draw(st.sampled_from([True, False, None]))
    shown = marked is True or (marked is None and not quote)
    words = f"zaal {'' if shown else HIDDEN} tekst{prompt_id}x"
    return prompt(prompt_id, words, origin=Origin.ROOM, in_minutes=marked, mode=QuoteMode.PARAPHRASE if quote else None)


def _contribution(draw: st.DrawFn, contribution_id: str, strand: str, prompt_id: str) -> ContributionView:
    mode = draw(st.sampled_from([None, *QuoteMode]))
    marked = draw(st.sampled_from([True, False, None]))
    shown = marked is True or (marked is None and mode is None)
    who = draw(st.integers(0, len(PEOPLE) - 1))
    return said(
        contribution_id,
        f"gezegd {'' if shown else HIDDEN} tekst{contribution_id}x",
        strand,
        prompt_id,
        organisation_id=PEOPLE[who].organisation_id,
        participant_id=PEOPLE[who].id,
        mode=mode,
        in_minutes=marked,
        seq=draw(st.integers(1, 99)),
    )


@st.composite
def workshops(draw: st.DrawFn) -> WorkshopView:
    name = st.sampled_from([p.name for p in PEOPLE])
    owners = st.one_of(name, st.sampled_from(["", "Gemeente Org1x", "iemand uit Org2x", "Onbekend Naam9x"]))
    info = replace(
        INFO,
        rule=draw(st.sampled_from(Rule)),
        chair=PEOPLE[0].name,
        note_taker="Notulist Naam8x",
        contact=draw(st.sampled_from(["", "post@regio.example", "anna.naam3x@regio.example", "Notulist Naam8x, 1234"])),
        title=f"Gesprek met {draw(name)}",
        summary=draw(st.sampled_from(["", f"Goed geleid door {PEOPLE[1].name.upper()}."])),
        evaluation=f"bij {draw(name)}",
    )
    return WorkshopView(
        info=info,
        organisations=GROUPS,
        participants=PEOPLE,
        rounds=tuple(draw(st.lists(rounds(), max_size=3, unique_by=lambda known: known.id))),
        decisions=(DecisionView("d", "", f"{draw(name)} beslist", draw(name), draw(name), draw(name)),),
        actions=(
            ActionView(
                "a1", "", "", f"Bellen met {draw(name)}", draw(owners), draw(st.sampled_from(["", "p4"])), "", None,
                draw(name), done=False,
            ),
        ),
        drafts=(Draft("open", "", "answer", f"half {HIDDEN}"),),
    )  # fmt: skip


EDITIONS = (PARTICIPANTS, PUBLICATION, CHATHAM, Edition(Audience.ORGANISATION, "o0"))


@given(view=workshops(), edition=st.sampled_from(EDITIONS), final=st.booleans())
def test_no_version_shows_what_its_rule_hides(view: WorkshopView, edition: Edition, final: bool) -> None:
    document = built(view, edition=edition, final=final)
    name = minutes_name(view, MinutesOptions(document.created, final, edition), ENGLISH)
    assert_discreet([*strings(document), name], view, edition)
    if edition.audience is Audience.CHATHAM or (edition.public and view.info.rule is Rule.CHATHAM_HOUSE):
        assert "Org" not in text(document, "Who were there?")


@settings(max_examples=12, deadline=None)
@given(view=workshops(), edition=st.sampled_from(EDITIONS), final=st.booleans())
def test_no_file_shows_what_its_rule_hides(view: WorkshopView, edition: Edition, final: bool) -> None:
    """Its pages, what a screen reader gets instead of a picture, its bookmarks and its properties."""
    pdf = render_pdf(built(view, edition=edition, final=final), resources() / "fonts")
    assert_discreet(words_in(pdf), view, edition)


def words_in(pdf: bytes) -> list[str]:
    """Every string in a file, and the text of its pages, a paragraph as one line."""
    reader = PdfReader(BytesIO(pdf))
    objects = (reader.get_object(n) for n in range(1, len(reader.xref[0]) + 1))
    found = [word for each in objects for word in _strings_in(each)]
    found.append(reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else "")
    lines = "\n".join(page.extract_text() for page in reader.pages).split("\n")
    return [*found, *lines]


def _strings_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings_in(inner)
    elif isinstance(value, str) and not value.startswith("/"):
        yield value


def assert_discreet(everything: list[str], view: WorkshopView, edition: Edition) -> None:
    """No text holds what the rule of the workshop and the version hide."""
    assert not any(HIDDEN in each or "adres" in each for each in everything)
    if edition.public:
        assert not any("naam" in each.casefold() or "rol" in each.split() for each in everything), (
            "a name was published"
        )
    levels = _levels(view)
    rule = Rule.CHATHAM_HOUSE if edition.audience is Audience.CHATHAM else view.info.rule
    for line in everything:
        for level in map(levels.__getitem__, MARKED.findall(line)):
            strict = rule is not Rule.BY_NAME or level is Level.ANONYMOUS
            assert not (strict and ("Org" in line or "Naam" in line)), "an author was told"
            assert not (level is Level.ORGANISATION and "Naam" in line), "more than the round kept was told"


@given(view=workshops(), seed=st.randoms(use_true_random=False), publish=st.booleans())
def test_the_order_says_nothing(view: WorkshopView, seed: object, publish: bool) -> None:
    """Where authors are hidden, any order of capture gives the same minutes."""

    def captured_otherwise(known: RoundView) -> RoundView:
        contributions = list(known.contributions)
        seed.shuffle(contributions)  # type: ignore[attr-defined]
        own = [p for p in known.prompts if p.origin is Origin.TEMPLATE]
        added = [p for p in known.prompts if p.origin is Origin.ROOM]
        if known.level is Level.ANONYMOUS:
            seed.shuffle(added)  # type: ignore[attr-defined]
        swapped = [replace(c, seq=n) for n, c in enumerate(contributions)]
        return replace(known, prompts=(*own, *added), contributions=tuple(swapped))

    if view.info.rule is Rule.BY_NAME:
        view = replace(view, rounds=tuple(replace(known, level=Level.ANONYMOUS) for known in view.rounds))
    other = replace(view, rounds=tuple(captured_otherwise(known) for known in view.rounds))
    assert built(view, edition=PUBLICATION if publish else PARTICIPANTS) == built(
        other, edition=PUBLICATION if publish else PARTICIPANTS
    )


def test_a_whole_workshop_captured_backwards_gives_the_same_minutes() -> None:
    view = filled()
    backwards = [replace(known, contributions=known.contributions[::-1]) for known in view.rounds]
    assert built(replace(view, rounds=tuple(backwards))) == built(view)


def _levels(view: WorkshopView) -> dict[str, Level]:
    """The level of the round in which each text was captured, by the word that only that text has."""
    texts = [(known.level, said.text) for known in view.rounds for said in known.contributions]
    texts += [(known.level, item.text) for known in view.rounds for item in known.prompts]
    return {word: level for level, text in texts for word in MARKED.findall(text)}


# --------------------------------------------------------------------------------------------------- the rules, by hand
def by_name(level: Level) -> WorkshopView:
    contributions = (
        said("c1", "Eerst", "answer", "i", organisation_id="lindevoort", participant_id="p0", seq=1),
        said("c2", "Daarna", "answer", "i", organisation_id="heidebeek", participant_id="p1", seq=2),
    )
    return workshop(
        a_round("open", [prompt("i", "Wat?")], contributions, level=level),
        info=replace(INFO, rule=Rule.BY_NAME),
        organisations=ORGANISATIONS,
        participants=(person(0), person(1), *(replace(person(n), organisation_id="lindevoort") for n in (2, 3))),
    )


@pytest.mark.parametrize(
    ("level", "publish", "expected"),
    [
        (Level.NAME, False, ["Eerst (Noor Bakker, Lindevoort)", "Daarna (Ayşe Yıldız, Heidebeek)"]),
        (Level.ORGANISATION, False, ["Eerst (Lindevoort)", "Daarna (Heidebeek)"]),
        (Level.NAME, True, ["Eerst (Lindevoort)", "Daarna"]),
        (Level.ANONYMOUS, False, ["Daarna", "Eerst"]),
    ],
)
def test_by_name_tells_as_much_as_the_round_kept(level: Level, publish: bool, expected: list[str]) -> None:
    """In a published version not the municipality of which only one or two people were there."""
    words = text(built(by_name(level), edition=PUBLICATION if publish else PARTICIPANTS), "The rounds").split("\n")
    assert [word for word in words if word.startswith(("Eerst", "Daarna"))] == expected


@pytest.mark.parametrize(
    ("owner", "participant_id", "published"),
    [
        ("Noor Bakker", "", "Lindevoort"),
        ("noor bakker (Heidebeek)", "", "Heidebeek"),
        ("Noor", "p0", "Lindevoort"),
        ("Heidebeek", "", "Heidebeek"),
        ("Iemand die niet op de lijst staat", "", "participant"),
        ("", "", "to be agreed"),
    ],
)
def test_in_the_published_version_an_action_is_of_an_organisation(
    owner: str, participant_id: str, published: str
) -> None:
    action = ActionView("a", "", "", "Bellen", owner, participant_id, "", None, "", done=False)
    view = workshop(participants=(person(0),), organisations=ORGANISATIONS, actions=(action,))
    assert published in text(built(view, edition=PUBLICATION), "Actions").split("\n")


def test_in_the_published_version_names_in_texts_are_replaced() -> None:
    decided = "NOOR  bakker belt ’t Hooft, Noor niet. De bakker wel"
    view = replace(filled(), decisions=(DecisionView("d", "", decided, "", "", ""),))
    assert "(name) belt ’t (name), (name) niet. De bakker wel" in text(built(view, edition=PUBLICATION), "Decisions")
    assert "NOOR  bakker belt" in text(built(view), "Decisions")


def test_a_name_that_is_an_organisation_too_is_not_replaced() -> None:
    view = workshop(
        participants=(replace(person(0), name="Lindevoort"), replace(person(1), name="Mei")),
        organisations=ORGANISATIONS,
        decisions=(DecisionView("d", "", "Lindevoort begint in mei, zegt Mei", "", "", ""),),
    )
    assert "Lindevoort begint in mei, zegt (name)" in text(built(view, edition=PUBLICATION), "Decisions")


def test_the_published_version_tells_who_came_without_names() -> None:
    words = text(built(filled(), edition=PUBLICATION), "Who were there?")
    assert words.startswith("Who were there?\n19 participants were present")
    assert "They came from Lindevoort, Heidebeek" in words
    chatham = text(built(filled(rule=Rule.CHATHAM_HOUSE), edition=PUBLICATION), "Who were there?")
    assert chatham.split("\n")[1:] == words.split("\n")[1:2]


def test_under_chatham_house_the_participants_have_their_list() -> None:
    assert "Noor Bakker" in text(built(filled(rule=Rule.CHATHAM_HOUSE)), "Who were there?")


def test_the_rules_are_told_with_the_minutes() -> None:
    view = filled("korte-dialoog")
    assert "Round 3: nothing was kept about who said what." in text(built(view), "About these minutes")
    assert "the names of people are left out" in text(built(view, edition=PUBLICATION), "About these minutes")
    assert "the names of people" not in text(built(view), "About these minutes")


@pytest.mark.parametrize(
    ("contact", "published"),
    [
        ("regio@waterrijk.example", "regio@waterrijk.example"),
        ("Regio Rijnkust, regio@waterrijk.example", "regio@waterrijk.example"),
        ("Petra Graaf, regio@waterrijk.example", "regio@waterrijk.example"),
        ("Petra Graaf, p.degraaf@waterrijk.example", "Ask Gemeente Waterrijk."),
        ("j.hermans@waterrijk.example", "Ask Gemeente Waterrijk."),
        ("Petra Graaf, 012 345 67 89", "Ask Gemeente Waterrijk."),
        ("012 345 67 89", "Ask 012 345 67 89."),
    ],
)
def test_the_published_version_asks_nobody_by_name(contact: str, published: str) -> None:
    about = section(built(workshop(info=replace(INFO, contact=contact)), edition=PUBLICATION), "About these minutes")
    asked = [each for each in strings(about) if "@" in each or each.startswith("Questions")]
    assert published in "\n".join(asked)
    assert "Graaf" not in "\n".join(asked)


def test_the_chair_is_not_in_the_published_head() -> None:
    facts = [fact.label for fact in built(filled(), edition=PUBLICATION).cover.facts]
    assert facts == ["Date", "Time", "Location", "Status"]
    assert section(built(filled()), "About these minutes") != section(
        built(filled(), edition=PUBLICATION), "About these minutes"
    )
