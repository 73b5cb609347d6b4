"""The print set: what is on it, that it keeps both standards, and that no text leaves the paper."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from tests.minutes.pdf.conftest import FONTS_DIR, faults, structure_lines
from tests.minutes.reading_back import CREATED, ENGLISH
from tests.minutes.workshops import ORGANISATIONS, a_round, person, prompt, workshop
from workshop_app.minutes.pdf.print_set import render_print_set
from workshop_app.minutes.print_set import Part, countable, print_name, print_set
from workshop_app.model.views import GroupView, PromptView, SeatView, WorkshopView

HOSTILE = (
    "x" * 200,
    "Wilhelmina Theodora van Oldenbarnevelt-Schimmelpenninck van der Oye tot Hoevelaken en Laag-Soeren " * 2,
    "\U0001f337\U0001f469\u200d\U0001f680 Ayşe Yıldız",
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
    "<b>Eva</b> & {name}",
    "",
    "\u65e5\u672c\u8a9e \ud800",
)
Printed = Callable[[WorkshopView, Sequence[Part], int], Path]


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    def write(view: WorkshopView, parts: Sequence[Part], copies: int) -> Path:
        path = tmp_path / "print.pdf"
        path.write_bytes(render_print_set(print_set(view, parts, copies, CREATED, ENGLISH), FONTS_DIR))
        assert faults(path) == []
        assert outside(path) == []
        return path

    return write


def outside(path: Path) -> list[str]:
    """The texts that come nearer to the edge of the paper than any printer does."""
    found = []
    document = pypdfium2.PdfDocument(path)
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for at in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(at)
            if min(left, bottom, width - right, height - top) < 20:
                found.append(text.get_text_bounded(left, bottom, right, top))
        text.close()
    document.close()
    return found


def prompts(*texts: str) -> tuple[PromptView, ...]:
    return tuple(prompt(f"p{at}", text) for at, text in enumerate(texts))


def pages(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


@pytest.fixture
def view() -> WorkshopView:
    recognition = a_round("recognition", id="a", title="Herkenbaar?", prompts=prompts("Samen is sneller.", "Ver weg."))
    quotes = a_round("resistance", id="b", title="Zuchten", prompts=prompts(*(f"Zucht {n}" for n in range(5))))
    seats = tuple(SeatView(f"p{n}", False) for n in range(3))
    groups = a_round("groups", id="c", title="Aan tafel", groups=(GroupView("g", "Tafel 1", "", seats),))
    return workshop(recognition, quotes, groups, participants=tuple(map(person, range(4))), organisations=ORGANISATIONS)


def test_each_part_is_there(view: WorkshopView, printed: Printed) -> None:
    assert list(countable(view).values()) == [4, 2, 5, 1]
    texts = pages(printed(view, list(Part), 3))
    assert len(texts) == 4 + 2 + 2 + 1
    assert texts[0].count("Noor Bakker") == 2
    assert texts[4].count("Samen is sneller.") == 2
    assert texts[5].count("Samen is sneller.") == 1
    assert "“Zucht 4”" in texts[7]
    assert texts[8].startswith("Aan tafel Tafel 1")
    assert texts[8].index("Joost Hermans") < texts[8].index("Ayşe Yıldız")


def test_a_name_is_read_once_and_a_box_is_read_as_one(view: WorkshopView, printed: Printed) -> None:
    lines = list(structure_lines(printed(view, [Part.SIGNS, Part.BALLOTS], 1)))
    assert sum("Noor Bakker" in line for line in lines) == 1
    assert not any("Noor" in line for line in structure_lines(printed(view, [Part.BALLOTS], 1)))


def test_a_long_ballot_takes_pages_of_its_own_for_each_person(view: WorkshopView, printed: Printed) -> None:
    many = a_round("selfscan", id="s", title="Zelfscan", prompts=prompts(*(f"Factor {n} " * 5 for n in range(40))))
    texts = pages(printed(replace(view, rounds=(many,)), [Part.BALLOTS], 2))
    assert len(texts) == 4
    assert [text.startswith("Ballot") for text in texts] == [True, False, True, False]


@pytest.mark.parametrize("primary", ["#FFFFFF", "#FFD400", "#000000"])
def test_hostile_text_stays_on_the_paper(view: WorkshopView, printed: Printed, primary: str) -> None:
    people = tuple(replace(person(at), id=f"p{at}", name=name) for at, name in enumerate(HOSTILE))
    organisations = tuple(replace(each, name=HOSTILE[at % len(HOSTILE)]) for at, each in enumerate(ORGANISATIONS))
    rounds = (
        a_round(
            "resistance", id="b", title=HOSTILE[1][:200], prompts=prompts(*HOSTILE, "z" * 4000, "Lorem ipsum " * 300)
        ),
        a_round("support", id="s", title=HOSTILE[0], question=HOSTILE[1], prompts=prompts(*HOSTILE)),
        a_round(
            "groups",
            id="c",
            title=HOSTILE[2],
            question=HOSTILE[1],
            groups=tuple(
                GroupView(f"g{at}", name, "", tuple(SeatView(f"p{n % 7}", False) for n in range(30)))
                for at, name in enumerate(HOSTILE)
            ),
        ),
    )
    full = replace(view, participants=people, organisations=organisations, rounds=rounds)
    printed(replace(full, info=replace(full.info, primary_colour=primary, title=HOSTILE[0])), list(Part), 2)


def test_the_same_set_gives_the_same_bytes_and_none_gives_no_file(view: WorkshopView) -> None:
    one = print_set(view, list(Part), 2, CREATED, ENGLISH)
    assert render_print_set(one, FONTS_DIR) == render_print_set(one, FONTS_DIR)
    with pytest.raises(ValueError, match="without a page"):
        render_print_set(print_set(view, [], 2, CREATED, ENGLISH), FONTS_DIR)
    assert print_name(view, ENGLISH).endswith(" - print set.pdf")
