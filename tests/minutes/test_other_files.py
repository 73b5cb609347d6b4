"""The files beside the PDF: complete, read back by other programs, with no more than a version may tell."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from tests.minutes.generated import TEXTS, generated
from tests.minutes.workshops import INFO, ORGANISATIONS, filled, person, workshop
from workshop_app.i18n import Language
from workshop_app.minutes.action_workbook import actions_xlsx
from workshop_app.minutes.build import MinutesOptions
from workshop_app.minutes.calendar_file import calendar, day_in
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.files import OTHER_FILES, FileKind, other_name, write_other
from workshop_app.model.text import single_line
from workshop_app.model.values import Rule
from workshop_app.model.views import ActionView, WorkshopView

DUTCH, ENGLISH = Language.load(), Language.load("en")
OPTIONS = MinutesOptions(datetime(2026, 11, 12, 16, 30, tzinfo=UTC))
PUBLISHED = replace(OPTIONS, edition=Edition(Audience.PUBLICATION))
OWN = replace(OPTIONS, edition=Edition(Audience.ORGANISATION, "heidebeek"))


def action(number: int, text: str = "Bellen", **fields: object) -> ActionView:
    made = ActionView(f"a{number}", "", "", text, "", "", "", date(2026, 12, number + 1), "", done=False)
    return replace(made, **fields)  # type: ignore[arg-type]


def events(view: WorkshopView, options: MinutesOptions = OPTIONS) -> list[dict[str, str]]:
    read = Calendar.from_ical(calendar(view, options, ENGLISH))
    return [{str(key): str(event[key]) for key in event} for event in read.walk("VEVENT")]


def cells(view: WorkshopView, options: MinutesOptions = OPTIONS) -> list[tuple[object, ...]]:
    sheet = load_workbook(io.BytesIO(actions_xlsx(view, options, ENGLISH))).worksheets[0]
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def readable(data: bytes) -> str:
    """All text in a file, its properties and inner names too."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig").replace("\r\n ", "")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "".join(name + packed.read(name).decode("utf-8", "ignore") for name in packed.namelist())


class TestCalendar:
    def test_every_open_action_with_a_date_is_a_day(self) -> None:
        days = events(filled(reactions_before=None, evaluation=""))
        assert [day["SUMMARY"] for day in days] == ["A1: Concept van de mandaatregeling rondsturen"]
        assert "Who: Noor Bakker" in days[0]["DESCRIPTION"]
        data = calendar(filled(), OPTIONS, ENGLISH).decode()
        assert "DTSTART;VALUE=DATE:20261127\r\n" in data
        assert "DTEND;VALUE=DATE:20261128\r\n" in data
        assert "DTSTAMP:20261112T163000Z" in data
        assert "VALARM" not in data

    def test_reactions_and_the_follow_up_are_days_too(self) -> None:
        view = workshop(info=replace(INFO, evaluation="op donderdag 11 maart 2027 in Heidebeek"))
        found = Calendar.from_ical(calendar(view, OPTIONS, DUTCH)).walk("VEVENT")
        assert [event.decoded("dtstart") for event in found] == [date(2026, 12, 3), date(2027, 3, 11)]
        assert len(events(view, replace(OPTIONS, final=True))) == 1 or not day_in(view.info.evaluation, ENGLISH)

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("op 11 maart 2027", date(2027, 3, 11)), ("11-3-2027, 9.30 uur", date(2027, 3, 11)),
            ("2027-03-11", date(2027, 3, 11)), ("in maart 2027", None), ("31 februari 2027", None), ("", None),
            ("eerst 40 mei 2027, dan 1 juni 2027", date(2027, 6, 1)),
        ],
    )  # fmt: skip
    def test_the_follow_up_is_read_where_its_day_is_written_out(self, text: str, day: date | None) -> None:
        assert day_in(text, DUTCH) == day

    def test_ids_stay_the_same_and_tell_nothing(self) -> None:
        first, again = events(filled()), events(filled(title="Anders"), replace(OPTIONS, created=OPTIONS.created))
        assert [day["UID"] for day in first] == [day["UID"] for day in again]
        assert len({day["UID"] for day in first}) == len(first)
        assert not any(day["UID"].startswith("a1@") for day in first)

    def test_an_organisation_gets_its_own_actions(self) -> None:
        view = workshop(
            actions=(action(1, organisation_id="lindevoort"), action(2, "Schrijven", organisation_id="heidebeek")),
            organisations=ORGANISATIONS,
            info=replace(INFO, reactions_before=None, evaluation=""),
        )
        assert [day["SUMMARY"] for day in events(view, OWN)] == ["A2: Schrijven"]
        assert [row[0] for row in cells(view, OWN)[1:]] == ["A2", "A1"]

    @settings(max_examples=60, deadline=None)
    @given(text=st.text('ab,;:\\\n"é漢 \t', min_size=1, max_size=200))
    def test_signs_with_a_meaning_and_long_lines_come_back_whole(self, text: str) -> None:
        view = workshop(actions=(action(1, text, owner=text),))
        data = calendar(view, OPTIONS, ENGLISH)
        assert max(len(line) for line in data.split(b"\r\n")) <= 75
        first = events(view)[0]
        assert first["SUMMARY"] == single_line(f"A1: {text}")
        assert first["DESCRIPTION"].split("\nFrom the session")[0] == f"Who: {text}"

    @settings(max_examples=60, deadline=None)
    @given(st.text(st.characters(codec=None)) | st.sampled_from([*TEXTS, "a\r\nEND:VEVENT\r\nBEGIN:VEVENT"]))
    def test_no_text_adds_a_line(self, text: str) -> None:
        view = workshop(actions=(action(1, text, owner=text),), info=replace(INFO, title=text, evaluation=text))
        data = calendar(view, OPTIONS, ENGLISH)
        assert data.count(b"\r\nBEGIN:VEVENT") == 2
        assert len(Calendar.from_ical(data).walk("VEVENT")) == 2


class TestWorkbook:
    def test_dates_are_dates_and_the_head_stays(self) -> None:
        data = actions_xlsx(filled(), OPTIONS, ENGLISH)
        sheet = load_workbook(io.BytesIO(data)).worksheets[0]
        assert sheet.freeze_panes == "A2"
        assert list(sheet.tables) == ["Actions"]
        assert sheet["E2"].is_date
        assert sheet["E2"].value == datetime(2026, 11, 27)  # noqa: DTZ001 - a workbook knows no time zones
        assert sheet["E4"].value == "voorjaar"
        assert sheet.column_dimensions["B"].width == 60

    def test_no_actions_is_a_heading_alone(self) -> None:
        assert len(cells(workshop())) == 1

    @settings(max_examples=60, deadline=None)
    @given(st.text(st.characters(codec=None)) | st.sampled_from(["=1+1", "+31", "@SUM(A1)", "-3", "＝1", *TEXTS]))
    def test_no_text_is_a_formula(self, text: str) -> None:
        view = workshop(actions=(action(1, text, owner=text, due=None, due_text=text),))
        sheet = load_workbook(io.BytesIO(actions_xlsx(view, OPTIONS, ENGLISH))).worksheets[0]
        assert not [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("kind", OTHER_FILES, ids=lambda kind: kind.key)
@pytest.mark.parametrize("rule", list(Rule))
def test_nothing_that_is_published_names_a_person(kind: FileKind, rule: Rule, tmp_path: Path) -> None:
    view = filled("korte-dialoog", rule=rule, title="Gesprek met Noor Bakker")
    path = write_other(view, kind, tmp_path, PUBLISHED, DUTCH)
    text = path.name + readable(path.read_bytes())
    assert not [name for each in view.participants for name in (each.name, each.email) if name in text]


@pytest.mark.parametrize("kind", OTHER_FILES, ids=lambda kind: kind.key)
def test_any_session_makes_every_file(kind: FileKind, tmp_path: Path) -> None:

    crowd = tuple(replace(person(n % 20), id=f"p{n}", email="") for n in range(60))
    for view in (workshop(), generated(3), replace(filled("korte-dialoog"), participants=crowd)):
        for options in (OPTIONS, PUBLISHED):
            assert write_other(view, kind, tmp_path, options, DUTCH).stat().st_size


def test_names_of_files_say_what_they_are_and_are_safe() -> None:
    names = {other_name(filled("korte-dialoog"), kind, OPTIONS, ENGLISH) for kind in OTHER_FILES}
    assert names == {
        "2026-11-12 Korte dialoog - minutes to edit.docx", "2026-11-12 Korte dialoog - action list.csv",
        "2026-11-12 Korte dialoog - action list.xlsx", "2026-11-12 Korte dialoog - deadlines for a calendar.ics",
        "2026-11-12 Korte dialoog - answers.json",
    }  # fmt: skip
    for title in (*TEXTS, "a/b:c*?", "x" * 300):
        for kind in OTHER_FILES:
            name = other_name(filled("korte-dialoog", title=title), kind, OPTIONS, ENGLISH)
            assert not set('<>:"/\\|?*\n') & set(name)
            assert len(name.encode()) <= 140
