"""The actions as CSV: readable by spreadsheets, and never a formula, whatever people typed."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.minutes.workshops import ORGANISATIONS, a_round, filled, person, workshop
from workshop_app.i18n import Language
from workshop_app.minutes.action_list import actions_csv, safe_cell
from workshop_app.minutes.discretion import discreet
from workshop_app.minutes.edition import Edition
from workshop_app.model.views import ActionView, WorkshopView

ENGLISH = Language.load("en")
DOUBLE = '"'
DANGEROUS = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫−"

hostile = st.text(st.sampled_from(DANGEROUS + " \u00a0\u200b\ufeff\x00'\";,aé1\u202e"), max_size=12) | st.text(
    max_size=30
)


def action(**fields: object) -> ActionView:
    made: dict[str, object] = {
        "id": "a1", "round_id": "", "prompt_id": "", "text": "Bellen", "owner": "", "participant_id": "",
        "organisation_id": "", "due": None, "due_text": "", "done": False,
    }  # fmt: skip
    return ActionView(**(made | fields))  # type: ignore[arg-type]


def rows(view: WorkshopView, language: Language = ENGLISH) -> list[list[str]]:
    text = actions_csv(view, Edition(), language).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="," if language.code == "en" else ";", strict=True))


class TestRows:
    def test_a_heading_and_a_row_for_each_action(self) -> None:
        made = rows(filled())
        assert made[0] == ["No.", "Action", "Who", "Municipality or organisation", "Due", "State", "Round"]
        assert made[1][1:4] == ["Concept van de mandaatregeling rondsturen", "Noor Bakker", "Lindevoort"]
        assert made[1][4:6] == ["2026-11-27", "open"]
        assert [row[0] for row in made[1:]] == ["A1", "A2", "A3", "A4"]
        assert made[2][5] == "done"
        assert made[3][4] == "voorjaar"

    def test_the_owner_is_who_it_was_given_to(self) -> None:
        view = workshop(
            a_round("outcomes", title="Besluiten en acties"),
            actions=(action(participant_id="p1", round_id="outcomes", due=date(2026, 12, 1)),),
            participants=(person(0), person(1)),
            organisations=ORGANISATIONS,
        )
        assert rows(discreet(view, Edition(), ENGLISH))[1] == [
            "A1",
            "Bellen",
            "Ayşe Yıldız",
            "Heidebeek",
            "2026-12-01",
            "open",
            "Besluiten en acties",
        ]

    def test_no_actions_is_a_heading_alone(self) -> None:
        assert len(rows(workshop())) == 1

    def test_a_spreadsheet_knows_the_letters_and_the_columns(self) -> None:
        made = actions_csv(filled(), Edition(), Language.load("nl"))
        assert made.startswith(b"\xef\xbb\xbf")
        assert len(rows(filled(), Language.load("nl"))[0]) == 7
        assert b'"A1";"' in made
        assert b'"A1","' in actions_csv(filled(), Edition(), ENGLISH)


class TestSafety:
    @pytest.mark.parametrize("sign", DANGEROUS)
    def test_what_begins_like_a_formula_has_an_apostrophe(self, sign: str) -> None:
        assert safe_cell(f"{sign}SUM(A1)") == f"'{sign}SUM(A1)"

    @pytest.mark.parametrize("unseen", [" ", "\u00a0", "\u200b", "\ufeff", "\x00", "\u202e"])
    def test_also_after_what_is_not_seen(self, unseen: str) -> None:
        assert safe_cell(f"{unseen}=1+1") == f"'{unseen}=1+1"

    @pytest.mark.parametrize("text", ["", "Bellen", "e-mail sturen", "2 = 2", "'t Hooft bellen", "1-12", " ruim"])
    def test_other_text_stays_as_it_is(self, text: str) -> None:
        assert safe_cell(text) == text

    @given(text=hostile, owner=hostile, due_text=hostile, title=hostile)
    def test_any_text_comes_back_whole_and_none_as_a_formula(
        self, text: str, owner: str, due_text: str, title: str
    ) -> None:
        typed = action(text=text, owner=owner, due_text=due_text, round_id="outcomes")
        heading, cells = rows(workshop(a_round("outcomes", title=title), actions=(typed,)))
        assert len(heading) == len(cells) == 7
        for cell, given_text in zip(
            (cells[1], cells[2], cells[4], cells[6]), (text, owner, due_text, title), strict=True
        ):
            assert cell in (given_text, f"'{given_text}")
            assert not cell.strip(" \u00a0\u200b\ufeff\x00\u202e").startswith(tuple(DANGEROUS))
            assert not cell.startswith(("\t", "\r", "\n"))

    @given(text=hostile, owner=hostile)
    def test_every_cell_stands_in_quotes(self, text: str, owner: str) -> None:
        view = workshop(actions=(action(text=text, owner=owner),))
        all_quoted = "".join(
            ",".join(f'"{cell.replace(DOUBLE, DOUBLE * 2)}"' for cell in row) + "\r\n" for row in rows(view)
        )
        assert actions_csv(view, Edition(), ENGLISH).decode("utf-8-sig") == all_quoted
