"""The command line: every command without a screen, and a mistake as one plain sentence with exit code 2."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from workshop_app.cli import main
from workshop_app.facilitation.looking import view_of
from workshop_app.model.values import WorkshopState


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "voorbeeld.samenspraak"
    assert main(["demo", "-o", str(path), "--no-window"]) == 0
    return path


def mistake(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one sentence that a mistake gives."""
    assert main(list(arguments)) == 2
    said = capsys.readouterr().err.strip()
    assert said
    assert "Traceback" not in said
    assert len(said.splitlines()) == 1
    return said


def test_templates_are_listed_in_words_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates"]) == 0
    assert "korte-dialoog: Korte dialoog, 60 min" in capsys.readouterr().out
    assert main(["templates", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert len(listed) == 8
    core = next(each for each in listed if each["id"] == "robuuste-samenwerking")
    assert sum(r["minutes"] for r in core["rounds"] if not r["optional"]) == 145


def test_a_new_session_has_its_people_and_is_not_started(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = tmp_path / "mensen.csv"
    people.write_text("naam;gemeente;rol;e-mail\nAnna de Wit;Lindevoort;beleid;anna@lindevoort.example\n;;;\nBo;X;;\n")
    made = tmp_path / "nieuw.samenspraak"
    assert main(["new", "korte-dialoog", "-o", str(made), "--title", "Proef", "--participants", str(people)]) == 0
    view = view_of(made)
    assert view.info.title == "Proef"
    assert view.info.state is WorkshopState.PREPARED
    assert [person.name for person in view.participants] == ["Anna de Wit", "Bo"]
    assert capsys.readouterr().out.strip() == str(made)


def test_participants_come_from_a_workbook_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = Workbook()
    for row in (("Aanmeldingen",), ("Voornaam", "Achternaam", "Gemeente"), ("Eva", "de Boer", "Lindevoort")):
        book.worksheets[0].append(list(row))
    book.save(tmp_path / "mensen.xlsx")
    made = tmp_path / "nieuw.samenspraak"
    assert main(["new", "korte-dialoog", "-o", str(made), "--participants", str(tmp_path / "mensen.xlsx")]) == 0
    assert [person.name for person in view_of(made).participants] == ["Eva de Boer"]
    (tmp_path / "kapot.xlsx").write_bytes((tmp_path / "mensen.xlsx").read_bytes()[:900])
    other = tmp_path / "ander.samenspraak"
    assert main(["new", "korte-dialoog", "-o", str(other), "--participants", str(tmp_path / "kapot.xlsx")]) == 2
    assert capsys.readouterr().err.count("\n") <= 4
    assert not other.exists()


def test_open_actions_of_a_previous_session_come_back(demo: Path, tmp_path: Path) -> None:
    made = tmp_path / "vervolg.samenspraak"
    assert main(["new", "vervolg", "-o", str(made), "--previous", str(demo)]) == 0
    follow_up = next(known for known in view_of(made).rounds if known.kind == "followup")
    texts = [item.text for item in follow_up.items]
    assert [action.text for action in view_of(demo).actions if not action.done] == texts


def test_minutes_are_a_pdf_and_publication_leaves_names_out(demo: Path, tmp_path: Path) -> None:
    whole, public = tmp_path / "verslag.pdf", tmp_path / "openbaar.pdf"
    assert main(["minutes", str(demo), "-o", str(whole)]) == 0
    assert main(["minutes", str(demo), "-o", str(public), "--final", "--publish"]) == 0
    texts = {path: "\n".join(page.extract_text() for page in PdfReader(path).pages) for path in (whole, public)}
    person = view_of(demo).participants[0].name
    assert person in texts[whole]
    assert person not in texts[public]
    assert "Concept" in texts[whole]


def test_export_writes_actions_and_answers(demo: Path, tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    assert main(["export", str(demo), "-o", str(folder)]) == 0
    rows = list(csv.reader((folder / "acties.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert len(rows) == 1 + len(view_of(demo).actions)
    assert json.loads((folder / "antwoorden.json").read_text())["schema"] == 1


def test_export_writes_five_files_that_open(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "uit" / "van vandaag"
    assert main(["export", str(demo), "-o", str(folder)]) == 0
    names = ["verslag.docx", "acties.csv", "acties.xlsx", "acties.ics", "antwoorden.json"]
    assert capsys.readouterr().out.splitlines() == [str(folder / name) for name in names]
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert "Besluiten" in [paragraph.text for paragraph in docx.Document(str(folder / "verslag.docx")).paragraphs]
    dated = [action for action in view_of(demo).actions if action.due and not action.done]
    assert load_workbook(folder / "acties.xlsx").worksheets[0].max_row == 1 + len(view_of(demo).actions)
    assert len(Calendar.from_ical((folder / "acties.ics").read_bytes()).walk("VEVENT")) >= len(dated)


def test_a_version_is_for_one_organisation_or_may_be_passed_on(demo: Path, tmp_path: Path) -> None:
    view = view_of(demo)
    own = next(o for o in view.organisations if any(a.organisation_id == o.id for a in view.actions))
    for whom, folder in ((f" {own.name.upper()} ", "eigen"), ("Chatham", "chatham")):
        assert main(["export", str(demo), "-o", str(tmp_path / folder), "--for", whom]) == 0
        assert main(["minutes", str(demo), "-o", str(tmp_path / folder / "verslag.pdf"), "--for", whom]) == 0
    first = list(csv.reader((tmp_path / "eigen" / "acties.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))[1]
    assert own.name in first
    passed_on = (tmp_path / "chatham" / "acties.csv").read_text("utf-8-sig")
    assert not [person.name for person in view.participants if person.name in passed_on]
    assert json.loads((tmp_path / "chatham" / "antwoorden.json").read_text())["session"]["rule"] == "chatham_house"
    fronts = [PdfReader(tmp_path / folder / "verslag.pdf").pages[0].extract_text() for folder in ("eigen", "chatham")]
    assert f"versie voor {own.name}" in " ".join(fronts[0].split())
    assert "Chatham House" in fronts[1]


@pytest.mark.parametrize("whom", ["Nergenshuizen", "", "  "])
def test_a_version_for_nobody_we_know_is_not_made(
    whom: str, demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = mistake(capsys, "export", str(demo), "-o", str(tmp_path / "uit"), "--for", whom)
    assert view_of(demo).organisations[0].name in said
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_a_file_is_a_mistake(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "uit").write_text("van iemand")
    assert "uit" in mistake(capsys, "export", str(demo), "-o", str(tmp_path / "uit"))
    assert (tmp_path / "uit").read_text() == "van iemand"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["minutes"], "Deze opdracht is niet compleet, dit hoort erbij: BESTAND, -o."),
        (["minutes", "x", "-o"], "Achter -o moet nog iets staan."),
        (["templates", "--onbekend"], "Dit hoort hier niet: --onbekend."),
        (["x.samenspraak", "--lang", "fr"], "--lang kan niet 'fr' zijn. Kies uit"),
        (["minutes", "x", "-o", "y", "--publish", "--for", "z"], "--for en --publish gaan niet samen."),
        (["nieuw"], "nieuw is geen opdracht en geen sessie."),
    ],
)
def test_a_mistake_is_said_in_dutch(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert mistake(capsys, *arguments).startswith(said)


@pytest.mark.parametrize("command", ["", "demo", "new", "templates", "minutes", "export", "check", "salvage"])
def test_help_is_in_one_language(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*filter(None, [command]), "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("gebruik: samenspraak")
    assert said.count("keuzes:") == 1
    assert not re.search(r"usage|options|positional|show this|OUTPUT|DATA_DIR|FILE|TITLE|PARTICIPANTS|PREVIOUS", said)


def test_check_says_sound_damaged_or_not_ours(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(demo)]) == 0
    damaged = tmp_path / "stuk.samenspraak"
    data = bytearray(demo.read_bytes())
    at = data.index(b"Waterrijk")
    data[at : at + 1] = b"V"
    damaged.write_bytes(data)
    assert main(["check", str(damaged)]) == 1
    assert capsys.readouterr().out
    other = tmp_path / "brief.txt"
    other.write_text("Beste mensen")
    assert "brief.txt" in mistake(capsys, "check", str(other))


def test_salvage_reads_what_can_be_read(demo: Path, tmp_path: Path) -> None:
    saved = tmp_path / "gered.samenspraak"
    assert main(["salvage", str(demo), "-o", str(saved)]) == 0
    assert main(["check", str(saved)]) == 0
    assert len(view_of(saved).participants) == len(view_of(demo).participants)


@pytest.mark.parametrize(
    "arguments",
    [
        ["new"],
        ["minutes", "nergens.samenspraak", "-o", "x.pdf"],
        ["minutes", "nergens.samenspraak"],
        ["check"],
        ["--lang", "fr"],
        ["new", "geen-draaiboek", "-o", "x.samenspraak"],
        ["templates", "--onbekend"],
    ],
)
def test_a_mistake_is_one_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    mistake(capsys, *arguments)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = demo.read_bytes()
    for command in (["demo", "--no-window"], ["new", "vervolg"], ["salvage", str(demo)]):
        assert "bestaat al" in mistake(capsys, *command, "-o", str(demo))
    assert demo.read_bytes() == before


def test_each_demo_without_a_name_is_a_file_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["demo", "--no-window", "--data-dir", str(tmp_path)]) == 0
    sessions = tmp_path.resolve() / "sessions"
    assert capsys.readouterr().out.split("\n")[:2] == [
        str(sessions / "voorbeeld.samenspraak"),
        str(sessions / "voorbeeld (2).samenspraak"),
    ]


def test_a_command_does_not_load_the_desktop() -> None:
    code = "import sys; from workshop_app.cli import main; main(['templates']); sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False).returncode == 0
