"""Participants from pasted cells and CSV files: who is taken, and what is said about the others."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from workshop_app.errors import WorldError
from workshop_app.facilitation.participant_columns import Field, assigned
from workshop_app.facilitation.participant_import import (
    LINE_LIMIT,
    ParticipantImport,
    participants_from_bytes,
    participants_from_file,
    tables_in_bytes,
    tables_in_text,
    taken_from,
)
from workshop_app.facilitation.table_text import SIZE_LIMIT
from workshop_app.i18n import Language
from workshop_app.model.text import single_line

ENGLISH = Language.load("en")
People = list[tuple[str, str, str, str]]


def people(result: ParticipantImport) -> People:
    return [(line.name, line.organisation, line.role, line.email) for line in result.good]


def said(result: ParticipantImport) -> list[tuple[int, str]]:
    return [(problem.line_no, problem.explain(ENGLISH)) for problem in result.problems]


def from_text(text: str) -> ParticipantImport:
    """Pasted cells, taken as their columns are understood."""
    table = tables_in_text(text)[0]
    return taken_from(table, table.columns)


EVA = ("Eva de Boer", "Lindevoort", "wethouder", "eva@lindevoort.example")
BRAM = ("Bram Visser", "Heidebeek", "adviseur", "bram@heidebeek.example")


@pytest.mark.parametrize(
    "text",
    [
        "naam;gemeente;rol;e-mail\nEva de Boer;Lindevoort;wethouder;eva@lindevoort.example\n",
        "Naam,Organisatie,Rol,E-mail\r\n\r\nEva de Boer,Lindevoort,wethouder,eva@lindevoort.example",
        "name\tmunicipality\trole\temail\rEva de Boer\tLindevoort\twethouder\teva@lindevoort.example\r",
        "E-MAIL;Functie;Naam;Gemeente / organisatie\neva@lindevoort.example;wethouder;Eva de Boer;Lindevoort",
        '"naam";"gemeente";"rol";"e-mailadres"\n"Eva\nde Boer";"Lindevoort";"wethouder";" eva@lindevoort.example "',
        "Eva de Boer\tLindevoort\twethouder\teva@lindevoort.example",
        "Eva de Boer; Lindevoort; wethouder; eva@lindevoort.example",
        "eva@lindevoort.example\tEva de Boer\tLindevoort\twethouder",
        "\ufeffnaam;gemeente;rol;e-mail\nEva de Boer;Lindevoort;wethouder;eva@lindevoort.example\n;;;\n",
    ],
)
def test_a_list_is_read_however_it_is_laid_out(text: str) -> None:
    result = from_text(text)
    assert people(result) == [EVA]
    assert result.problems == ()


def test_cells_from_a_spreadsheet_may_hold_the_other_separators() -> None:
    result = from_text("Boer, Eva de\tLinde; voort, Noord\trol, rol, rol\n")
    assert people(result) == [("Boer, Eva de", "Linde; voort, Noord", "rol, rol, rol", "")]


def test_without_headings_only_names_will_do() -> None:
    assert people(from_text("Eva de Boer\nBram Visser\n")) == [
        ("Eva de Boer", "", "", ""),
        ("Bram Visser", "", "", ""),
    ]


def test_an_extra_column_is_left_out_and_that_is_said() -> None:
    result = from_text("telefoon;naam;gemeente;rol;e-mail;naam\n06;" + ";".join(EVA) + ";x")
    assert people(result) == [EVA]
    assert said(result) == [(1, "These columns are not used: telefoon, naam.")]
    assert result.problems[0].taken
    pasted = from_text("\t".join((*EVA, "06 123")))
    assert people(pasted) == [EVA]
    assert said(pasted) == [
        (1, "Only four columns are used: name, municipality or organisation, role and e-mail address.")
    ]


def test_missing_columns_stay_empty_and_that_is_said() -> None:
    result = participants_from_bytes(b"naam;rol\nEva de Boer;wethouder")
    assert people(result) == [("Eva de Boer", "", "wethouder", "")]
    assert said(result) == [
        (1, "There is no column for the municipality or organisation. It stays empty."),
        (1, "There is no column for the e-mail address. It stays empty."),
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"gemeente;rol\nLindevoort;wethouder", "There is no column for the name"),
        (b"Eva de Boer;Lindevoort;wethouder;eva@lindevoort.example", "There is no column for the name"),
        (b"", "There are no participants in this list"),
        (b"\r\n ; ;\n", "There are no participants in this list"),
        (b"PK\x03\x04" + bytes(100), "This workbook cannot be read"),
        (b"naam\n" + b"x" * SIZE_LIMIT, "This list is larger than 5 MB"),
        (bytes(range(256)) * 8, "This is not a list"),
        (b"\xff\xfe\x00", "This is not a list"),
        (b"%PDF-1.7 naam;rol", "This is not a list"),
        (b"\r\n<HTML><table><tr><td>naam", "This is not a list"),
    ],
)
def test_what_is_no_list_is_refused_in_one_sentence(data: bytes, expected: str) -> None:
    with pytest.raises(WorldError, match=expected):
        participants_from_bytes(data)


def test_pasted_text_is_refused_in_one_sentence_too() -> None:
    with pytest.raises(WorldError, match="larger than 5 MB"):
        from_text("\n" * (SIZE_LIMIT + 1))


def test_each_bad_line_is_reported_and_the_good_ones_are_taken() -> None:
    lines = [
        "naam;gemeente;rol;e-mail",
        ";".join(EVA),
        ";Lindevoort;wethouder;x@lindevoort.example",
        "",
        "EVA  de boer;lindevoort;;",
        "Eva de Boer;Heidebeek;;",
        "Cor Smit;Polderdam;;cor(at)polderdam",
        f"{'x' * 201};Polderdam;;",
        f"Dirk;{'x' * 201};;",
        "joost hermans;Waterrijk;;",
        '"Fenna;Waterrijk;;',
        ";".join(BRAM),
    ]
    result = participants_from_bytes("\n".join(lines).encode(), known=[("Joost  Hermans", "WATERRIJK")])
    assert people(result) == [
        EVA,
        ("Eva de Boer", "Heidebeek", "", ""),
        ("Cor Smit", "Polderdam", "", "cor(at)polderdam"),
        BRAM,
    ]
    assert said(result) == [
        (3, "There is no name."),
        (5, "EVA de boer is on line 2 too."),
        (7, "This e-mail address does not look right: cor(at)polderdam. It is kept as it is."),
        (8, "A cell is longer than 200 characters."),
        (9, "A cell is longer than 200 characters."),
        (10, "joost hermans is already in the session."),
        (11, "A quotation mark is missing or in a wrong place."),
    ]
    assert [problem.line_no for problem in result.problems if problem.taken] == [7]
    assert result.problems[0].text == "Lindevoort · wethouder · x@lindevoort.example"
    assert max(len(problem.text) for problem in result.problems) <= 200


def test_line_numbers_count_the_lines_of_the_text() -> None:
    result = from_text('naam\tgemeente\n"Eva\nde Boer"\tLindevoort\n\nBram\tHeidebeek\n\tPolderdam\n')
    assert [line.line_no for line in result.good] == [2, 5]
    assert [problem.line_no for problem in result.problems if not problem.taken] == [6]


def test_a_name_in_braces_does_not_disturb_the_message() -> None:
    result = from_text("naam\n{x}\n{x}\n")
    assert said(result)[-1] == (3, "{x} is on line 2 too.")


def test_five_hundred_lines_with_some_bad_ones() -> None:
    lines = ["naam;gemeente;rol;e-mail"]
    lines += [f"Persoon {n % 490};Lindevoort;;p{n}@lindevoort.example" for n in range(500)]
    result = participants_from_bytes("\r\n".join(lines).encode("cp1252"))
    assert len(result.good) == 490
    assert said(result)[0] == (492, "Persoon 0 is on line 2 too.")
    assert len(result.problems) == 10


def test_the_limit_of_lines_holds_with_and_without_headings() -> None:
    names = "\n".join(f"Persoon {n}" for n in range(LINE_LIMIT + 50))
    for headings in ("naam\n", ""):
        result = from_text(headings + names)
        assert len(result.good) == LINE_LIMIT
        sentence = "Only the first 2000 lines are taken. This line and what follows are left out."
        assert said(result)[-1] == (LINE_LIMIT + 1 + len(headings.splitlines()), sentence)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_file_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "deelnemers.csv"
    path.write_bytes("naam;gemeente\r\nZoë Ångström;’s-Heerenloo\r\n".encode(encoding))
    assert people(participants_from_file(path)) == [("Zoë Ångström", "’s-Heerenloo", "", "")]


def test_a_file_that_is_far_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "deelnemers.csv"
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT * 200)
    with pytest.raises(WorldError, match="larger than 5 MB"):
        participants_from_file(path)


def test_a_swamp_of_open_quotation_marks_takes_no_long_time() -> None:
    result = from_text("naam\n" + '"x\n' * 4_001)
    assert result.good == ()
    assert len(result.problems) == 3 + LINE_LIMIT + 1


LETTERS = st.sampled_from("abcdEFG éëïÅßñ'-.,;()\"0123€“”’/&")
CELL = st.text(LETTERS, max_size=40).map(single_line)
NAME = CELL.filter(bool)
MAIL = st.just("") | st.from_regex(r"[a-z]{1,9}@[a-z]{1,9}\.example", fullmatch=True)
CLEAN_ROWS = st.lists(
    st.tuples(NAME, CELL, CELL.map(lambda role: role.replace(";", "")).map(single_line), MAIL),
    max_size=12,
    unique_by=lambda row: (row[0].casefold(), row[1].casefold()),
)


@settings(max_examples=200)
@given(
    rows=CLEAN_ROWS.filter(bool),
    delimiter=st.sampled_from(",;\t"),
    quoting=st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)),
    line_end=st.sampled_from(("\n", "\r\n", "\r")),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")),
    headings=st.permutations(("naam", "gemeente", "rol", "e-mail")),
)
@example([('"', '""', ",", "")], ",", csv.QUOTE_MINIMAL, "\r", "cp1252", ["naam", "gemeente", "rol", "e-mail"])
def test_clean_rows_come_back_as_they_were(
    rows: People, delimiter: str, quoting: int, line_end: str, encoding: str, headings: list[str]
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=line_end)  # type: ignore[arg-type]
    order = [("naam", "gemeente", "rol", "e-mail").index(heading) for heading in headings]
    writer.writerow(headings)
    writer.writerows([row[at] for at in order] for row in rows)
    data = out.getvalue().encode(encoding)
    # Some texts in Windows-1252 are texts in UTF-8 as well; nobody can tell.
    assume(encoding != "cp1252" or data.isascii() or not _is_utf_8(data))
    result = participants_from_bytes(data)
    assert people(result) == rows
    assert result.problems == ()


@given(st.binary(max_size=400) | st.text("\"';,\t\r\n\0ané@", max_size=400).map(str.encode))
def test_any_bytes_give_a_result_or_a_sentence(data: bytes) -> None:
    for content in (data, b"naam;rol\n" + data):
        outcome = _outcome(content)
        if isinstance(outcome, WorldError):
            assert outcome.text(ENGLISH)
        else:
            assert all(line.name == single_line(line.name) != "" for line in outcome.good)
            assert all(problem.explain(ENGLISH) for problem in outcome.problems)


def _outcome(data: bytes) -> ParticipantImport | WorldError:
    try:
        return participants_from_bytes(data)
    except WorldError as refusal:
        return refusal


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


NEAT = [("Eva de Boer", "Lindevoort", "wethouder, voorzitter", ""), ("Bram Visser", "Heidebeek", "adviseur", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Deelnemerslijst 27 november;;;\n;;;\nNaam;Gemeente;Functie;Rol\n"
        "Eva de Boer;Lindevoort;wethouder;voorzitter\nBram Visser;Heidebeek;adviseur;adviseur",
        "Deelnemerslijst\nGemeente,Voornaam,Tussenvoegsel,Achternaam,Functie\n"
        'Lindevoort,Eva,de,Boer,"wethouder; voorzitter"\nHeidebeek,Bram,,Visser,adviseur',
        "sep=,\r\nnaam,gemeente,rol\r\nEva de Boer,Lindevoort,wethouder; voorzitter\r\nBram Visser,Heidebeek,adviseur",
        "Naam;Gemeente;Rol 1;Rol 2\nEva de Boer;Lindevoort;wethouder;voorzitter\nBram Visser;Heidebeek;adviseur;",
        "Voornaam;Naam;Organisatie;Functietitel\nEva;de Boer;Lindevoort;wethouder|voorzitter\n"
        "Bram;Visser;Heidebeek;adviseur",
        "Full name\tCompany\tJob title\nEva de Boer\tLindevoort\twethouder;voorzitter\n"
        "Bram Visser\tHeidebeek\tadviseur",
    ],
)
def test_lists_as_they_come_from_people(text: str) -> None:
    result = from_text(text)
    assert people(result) == NEAT
    assert {reason for _, reason in said(result)} <= {
        "This stands above the headings.",
        "There is no column for the e-mail address. It stays empty.",
    }


def test_columns_can_be_given_another_meaning() -> None:
    (table,) = tables_in_text("Wie;Waar\nEva de Boer;Lindevoort\nBram Visser;Heidebeek")
    assert table.headings is None
    assert table.columns == (Field.NAME, Field.ORGANISATION)
    assert taken_from(table, assigned(table.columns, 1, Field.ROLE)).good[1].role == "Lindevoort"
    swapped = assigned(assigned(table.columns, 1, Field.NAME), 0, Field.ORGANISATION)
    assert swapped == (Field.ORGANISATION, Field.NAME)
    assert taken_from(table, assigned(table.columns, 0, None)).good == ()


def test_a_file_without_headings_shows_its_columns_all_the_same() -> None:
    (table,) = tables_in_bytes(b"Eva de Boer;Lindevoort;eva@lindevoort.example")
    assert (table.heading(0), table.sample(0)) == ("", "Eva de Boer")
    assert table.columns == (Field.NAME, Field.ORGANISATION, Field.EMAIL)
