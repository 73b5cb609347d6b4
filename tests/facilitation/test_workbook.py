"""Participants from workbooks: as Excel and LibreOffice write them, and as nobody should."""

import io
import time
import zipfile
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workshop_app.errors import WorldError
from workshop_app.facilitation.participant_import import participants_from_bytes, tables_in_bytes, taken_from
from workshop_app.facilitation.workbook import UNPACKED_LIMIT, sheets_in
from workshop_app.i18n import Language

ENGLISH = Language.load("en")
HEAD = ("Naam", "Gemeente", "Functie", "E-mail")
EVA = ("Eva de Boer", "Lindevoort", "wethouder", "eva@lindevoort.example")
BRAM = ("Bram Visser", "Heidebeek", "adviseur", "")


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sheet_of(
    rows: Sequence[Sequence[object]], more: Callable[[Workbook, Worksheet], object] = lambda *_: None
) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    more(book, sheet)
    return saved(book)


def names(data: bytes) -> list[str]:
    return [line.name for line in participants_from_bytes(data).good]


def said(data: bytes) -> list[tuple[int, str]]:
    return [(problem.line_no, problem.explain(ENGLISH)) for problem in participants_from_bytes(data).problems]


def test_a_sheet_with_a_title_above_it_and_empty_rows() -> None:
    data = sheet_of([("Deelnemers 27 november",), (), HEAD, EVA, (None, None), BRAM])
    result = participants_from_bytes(data)
    assert [(line.line_no, line.name, line.organisation, line.role) for line in result.good] == [
        (4, "Eva de Boer", "Lindevoort", "wethouder"),
        (6, "Bram Visser", "Heidebeek", "adviseur"),
    ]
    assert said(data) == [(1, "This stands above the headings.")]


def test_what_a_cell_can_hold() -> None:
    data = sheet_of([("naam", "rol"), ("Eva", date(2026, 11, 27)), ("Bram", 7.0), ("Cor", 2.5), ("Dirk\nJan", True)])
    assert [line.role for line in participants_from_bytes(data).good] == ["2026-11-27", "7", "2.5", "True"]
    assert names(data)[-1] == "Dirk Jan"


def test_a_cell_merged_over_rows_counts_for_each_of_them() -> None:
    rows = [("gemeente", "naam"), ("Lindevoort", "Eva"), (None, "Bram"), ("Heidebeek", "Cor"), (None, "Dirk")]
    data = sheet_of(rows, lambda _, sheet: sheet.merge_cells("A2:A3"))
    assert [line.organisation for line in participants_from_bytes(data).good] == [
        "Lindevoort", "Lindevoort", "Heidebeek", "",
    ]  # fmt: skip


def test_the_saved_outcome_of_a_formula_is_taken_and_none_is_calculated() -> None:
    data = sheet_of([("naam", "gemeente"), ('="Eva"&" de Boer"', "Lindevoort"), ("Bram", "=A1"), ("Cor", "Heidebeek")])
    assert names(data) == ["Bram", "Cor"]
    sentence = "A cell holds a formula whose outcome was not saved. Open the workbook, save it, and try again."
    assert [each for each in said(data) if "formula" in each[1]] == [(2, sentence), (3, sentence)]
    saved_outcome = (b'<c r="A2">', b'<c r="A2" t="str">', b'de Boer"</f><v></v>', b'de Boer"</f><v>Eva de Boer</v>')
    assert names(rewritten(data, "xl/worksheets/sheet1.xml", *saved_outcome)) == ["Eva de Boer", "Bram", "Cor"]


def rewritten(data: bytes, name: str, *pairs: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == name:
                for before, after in zip(pairs[::2], pairs[1::2], strict=True):
                    content = content.replace(before, after)
            new.writestr(part, content)
    return out.getvalue()


def test_sheets_can_be_chosen_and_the_likeliest_comes_first() -> None:
    def more(book: Workbook, sheet: Worksheet) -> None:
        sheet.title = "Uitleg"
        secret = book.create_sheet("Oud")
        secret.append(list(HEAD))
        secret.append(["Oude Naam"])
        secret.sheet_state = "hidden"
        people = book.create_sheet("Deelnemers")
        people.append(list(HEAD))
        people.append(list(EVA))
        book.create_sheet("Leeg")

    tables = tables_in_bytes(sheet_of([("Vul hiernaast in",)], more))
    assert [(table.name, table.hidden) for table in tables] == [
        ("Deelnemers", False),
        ("Uitleg", False),
        ("Oud", True),
    ]
    assert [line.name for line in taken_from(tables[0], tables[0].columns).good] == ["Eva de Boer"]


def test_a_sheet_of_two_thousand_rows_is_read_at_once() -> None:
    data = sheet_of([HEAD, *((f"Persoon {n}", f"Gemeente {n % 30}", "lid", f"p{n}@x.example") for n in range(2_000))])
    start = time.perf_counter()
    result = participants_from_bytes(data)
    assert len(result.good) == 2_000
    assert time.perf_counter() - start < 5


def test_a_cell_far_away_costs_nothing() -> None:
    data = sheet_of([HEAD, EVA], lambda _, sheet: sheet.cell(1_048_576, 16_384, "x"))
    assert names(data) == ["Eva de Boer"]


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "."), content)
    return out.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04" + bytes(40), "cannot be read"),
        (sheet_of([HEAD, EVA])[:-200], "cannot be read"),
        (packed(**{"[Content_Types]__xml": b"<x/>"}), "cannot be read"),
        (packed(**{"[Content_Types]__xml": LAUGHS}), "cannot be read"),
        (packed(**{"[Content_Types]__xml": LAUGHS.decode().encode("utf-16")}), "cannot be read"),
        (
            rewritten(sheet_of([HEAD, EVA]), "xl/worksheets/sheet1.xml", b"<worksheet", b"<worksheet <"),
            "cannot be read",
        ),
        (packed(**{"[Content_Types]__xml": bytes(UNPACKED_LIMIT + 1)}), "too large"),
        (packed(**{f"{n}": b"" for n in range(2_001)}), "too large"),
        (packed(content__xml=b"<x/>"), "ODS"),
        (packed(foto__jpg=b"x"), "This is not a list"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "XLS"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (sheet_of([]), "no participants"),
        (sheet_of([("gemeente", "rol"), ("Lindevoort", "lid")]), "no column for the name"),
    ],
)
def test_what_cannot_be_used_gets_a_clear_word(data: bytes, words: str) -> None:
    with pytest.raises(WorldError) as refused:
        participants_from_bytes(data)
    assert words in refused.value.text(ENGLISH)


def test_hostile_cells_stay_text() -> None:
    data = sheet_of([("naam",), ("<b>Eva</b> \u202e\U0001f337",), ("x" * 201,), ("#N/A",)])
    assert names(data) == ["<b>Eva</b> \U0001f337"]
    assert len(sheets_in(data)) == 1
