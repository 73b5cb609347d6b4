"""Names after an @ in a line."""

from collections.abc import Iterator

import pytest

from tests.workshops import PEOPLE, open_desk
from workshop_app.facilitation.mentions import being_typed, mentions, spelled, without
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.model.views import WorkshopView

LONG = "Wilhelmina " + "van der " * 23 + "Aa"
MORE = (
    ParticipantLine(6, LONG, "Heidebeek", "", ""),
    ParticipantLine(7, "مريم الهاشمي", "Heidebeek", "", ""),
    ParticipantLine(8, "Zoë 🌷 d'Hondt", "Heidebeek", "", ""),
    ParticipantLine(9, "Anna", "Merenwijk", "", ""),
)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkshopView]:
    with open_desk(tmp_path_factory.mktemp("mentions"), participants=(*PEOPLE, *MORE)) as desk:
        yield desk.view


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("@Lindevoort te weinig contact", "Lindevoort", "te weinig contact"),
        ("@lindevoort: te weinig contact", "Lindevoort", "te weinig contact"),
        ("te weinig contact @Lindevoort", "Lindevoort", "te weinig contact"),
        ("te weinig (@Lindevoort) contact", "Lindevoort", "te weinig () contact"),
        ("te weinig contact @Anna de Wit.", "Anna de Wit", "te weinig contact."),
        ("@Anna dat is zo", "Anna", "dat is zo"),
        ("dat zegt @linde ook", "Lindevoort", "dat zegt ook"),
        ("@Carla, dat is zo", "Carla Bos", "dat is zo"),
        (f"@{LONG} zegt het", LONG, "zegt het"),
        ("@مريم الهاشمي zegt het", "مريم الهاشمي", "zegt het"),
        ("het is zo @Zoë 🌷 d'Hondt", "Zoë 🌷 d'Hondt", "het is zo"),
        ("een\n@Lindevoort\ntwee", "Lindevoort", "een\n\ntwee"),
    ],
)
def test_a_name_is_found_and_taken_out(view: WorkshopView, text: str, name: str, left: str) -> None:
    (mention,) = mentions(text, view)
    assert mention.known
    assert (mention.owner.name, without(text, mention)) == (name, left)


@pytest.mark.parametrize("text", ["naam@lindevoort.example", "@ Lindevoort", "een @", "a@b", "@@", "geen"])
def test_what_is_no_mention(view: WorkshopView, text: str) -> None:
    assert not list(mentions(text, view))


def test_an_unknown_name_is_one_word(view: WorkshopView) -> None:
    (mention,) = mentions("volgens @Nergenshuizen, en verder", view)
    assert not mention.known
    assert mention.owner.name == "Nergenshuizen"
    assert not next(mentions("@" + "x" * 5000, view)).known


def test_names_in_full_without_the_sign(view: WorkshopView) -> None:
    assert spelled("@linde en @Carla Bos en @niemand", view) == "Lindevoort en Carla Bos en @niemand"


def test_what_is_being_typed() -> None:
    assert being_typed("dat zegt @lin", False) == (10, "lin")
    assert being_typed("@Anna de", False) == (1, "Anna de")
    assert being_typed("@a", False) == (0, "")
    assert being_typed("naam@lin", False) == (0, "")
    assert being_typed("Bellen / an", True) == (9, "an")
    assert being_typed("Bellen / an", False) == (0, "")
    assert being_typed("Bellen / Anna / mo", True) == (0, "")
    assert being_typed("Bellen / @an", True) == (10, "an")
