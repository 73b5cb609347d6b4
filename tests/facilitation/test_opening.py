"""Session files are made, copied in, opened and erased; every failure is one sentence and loses nothing."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.session_files import a_head, make_session, small_template
from tests.workshops import PEOPLE, one_round, reopened, template
from workshop_app.errors import WorldError
from workshop_app.facilitation import preparing
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.follow_up import Earlier, OpenAction, Previous, take_over
from workshop_app.facilitation.opening import backup_folder, create_file, erase_session, new_session, open_session
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.i18n import Language
from workshop_app.storage.checking import check
from workshop_app.storage.faults import DamagedError, NotASessionError, StorageError, TooNewError

LANGUAGE = Language.load("en")


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


class TestNew:
    def test_a_session_from_a_template(self, tmp_path: Path) -> None:
        path = make_session(tmp_path / "sessions")
        assert path.name == "2026-11-27 Samen verder.samenspraak"
        assert check(path) == ()
        with reopened(path) as desk:
            view = desk.view
        assert [known.title for known in view.script] == ["Welkom", "Verzuchtingen", "Pauze", "Besluiten"]
        assert [person.name for person in view.participants] == [line.name for line in PEOPLE]
        assert [each.name for each in view.organisations] == ["Lindevoort", "Heidebeek", "Merenwijk"]

    def test_nothing_of_it_can_be_undone(self, tmp_path: Path) -> None:
        with reopened(make_session(tmp_path)) as desk:
            assert desk.undo() is None

    def test_a_name_that_is_taken_gets_a_number(self, tmp_path: Path) -> None:
        names = [make_session(tmp_path).name for _ in range(3)]
        assert names == [f"2026-11-27 Samen verder{end}.samenspraak" for end in ("", " (2)", " (3)")]

    def test_any_title_becomes_a_file_name(self, tmp_path: Path) -> None:
        path = make_session(tmp_path, a_head('BW/MO: "samen?" \U0001f337'))
        assert path.parent == tmp_path
        assert path.name == "2026-11-27 BW-MO- -samen- \U0001f337.samenspraak"

    def test_open_actions_of_an_earlier_session_come_along(self, tmp_path: Path) -> None:
        action = OpenAction("action-1", "Bellen", "Noor · vr 12 dec 2026")
        before = Previous("Vorige keer", date(2026, 3, 12), (action,), (Earlier("checklist-1", "arranged", 4),))
        script = template(one_round("followup", "Wat is gelukt?"), one_round("checklist", "Toegang", "Budget"))
        with reopened(new_session(script, a_head(), tmp_path, LANGUAGE, previous=before)) as desk:
            asked, compared = desk.view.rounds
            info = desk.view.info
        told = [(prompt.text, prompt.detail) for prompt in asked.prompts]
        assert told == [("Bellen", "Noor · vr 12 dec 2026"), ("Wat is gelukt?", "")]
        assert [[(e.option, e.value) for e in item.earlier] for item in compared.items] == [[("arranged", 4)], []]
        assert (info.previous_title, info.previous_day) == ("Vorige keer", date(2026, 3, 12))

    def test_another_previous_session_takes_the_place_of_the_first(self, tmp_path: Path) -> None:
        actions = [OpenAction(f"action-{n}", text, "") for n, text in enumerate(("Bellen", "Mailen"))]
        first, second = (Previous(a.text, date(2026, 3, 12), (a,), (Earlier("x", "yes", 1),)) for a in actions)
        script = template(one_round("followup"))
        with reopened(new_session(script, a_head(), tmp_path, LANGUAGE, previous=first)) as desk:
            desk.run(take_over, second)
            assert [item.text for item in desk.view.rounds[0].items] == ["Mailen"]
            desk.undo()
            assert [item.text for item in desk.view.rounds[0].items] == ["Bellen"]
            assert desk.view.info.previous_title == "Bellen"

    @pytest.mark.parametrize("title", ["", " \n ", "x" * 201], ids=["empty", "blank", "long"])
    def test_a_title_that_cannot_be_is_refused_and_leaves_no_file(self, tmp_path: Path, title: str) -> None:
        with pytest.raises(WorldError):
            make_session(tmp_path, a_head(title))
        assert files(tmp_path) == []

    def test_a_person_without_a_name_is_refused_and_leaves_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(WorldError):
            new_session(small_template(), a_head(), tmp_path, LANGUAGE, [ParticipantLine(1, " ", "", "", "")])
        assert files(tmp_path) == []

    def test_a_folder_that_cannot_be_written_is_one_sentence(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(StorageError) as caught:
            make_session(tmp_path / "file" / "sessions")
        assert caught.value.text(LANGUAGE).startswith("2026-11-27 Samen verder.samenspraak cannot be written here.")

    def test_what_stands_there_is_never_overwritten(self, tmp_path: Path) -> None:
        path = tmp_path / "x.samenspraak"
        path.write_text("mine")
        with pytest.raises(StorageError):
            create_file(path, small_template(), a_head(), LANGUAGE)
        assert path.read_text() == "mine"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sessions"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


class TestOpen:
    def test_a_session_of_the_folder_is_opened_where_it_is(self, folder: Path, backups: Path) -> None:
        path = make_session(folder)
        with open_session(path, folder, backups) as file:
            assert file.path == path
        assert files(backups)[0].startswith("2026-11-27 Samen verder/")

    def test_one_from_elsewhere_is_copied_in(self, tmp_path: Path, folder: Path, backups: Path) -> None:
        stick = make_session(tmp_path / "stick")
        before = stick.read_bytes()
        with open_session(stick, folder, backups) as file:
            desk = Desk(file)
            desk.run(preparing.edit_workshop, title="Hier")
        assert file.path == folder / stick.name
        assert stick.read_bytes() == before
        assert files(stick.parent) == [stick.name]

    def test_what_a_crash_left_beside_a_session_that_was_moved_is_cleared_away(
        self, folder: Path, backups: Path
    ) -> None:
        path = make_session(folder)
        for name in ("weg", path.stem):
            for ending in ("open", "reserve"):
                (folder / f".~{name}.samenspraak.{ending}").write_text("x")
        with open_session(path, folder, backups):
            assert not [name for name in files(folder) if "weg" in name]
        assert files(folder) == [path.name]

    def test_a_second_copy_does_not_overwrite_the_first(self, tmp_path: Path, folder: Path, backups: Path) -> None:
        stick = make_session(tmp_path / "stick")
        for _ in range(2):
            open_session(stick, folder, backups).close()
        assert files(folder) == ["2026-11-27 Samen verder (2).samenspraak", "2026-11-27 Samen verder.samenspraak"]

    def test_a_transaction_left_open_is_taken_back_in_the_copy(
        self, tmp_path: Path, folder: Path, backups: Path
    ) -> None:
        path, left = make_session(tmp_path / "a"), tmp_path / "stick" / "left.samenspraak"
        left.parent.mkdir()
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.execute("UPDATE prompt SET text = hex(randomblob(2000))")
        connection.execute("UPDATE round SET notes = hex(randomblob(9000))")
        shutil.copy(path, left)
        shutil.copy(f"{path}-journal", f"{left}-journal")
        connection.close()
        with open_session(left, folder, backups) as file:
            assert Desk(file).view.rounds[1].prompts[0].text == "De regio is ver weg."

    @pytest.mark.parametrize("elsewhere", [True, False])
    @pytest.mark.parametrize(
        ("harm", "error", "words"),
        [
            (lambda path: path.write_bytes(b""), NotASessionError, "is not a session of Samenspraak"),
            (lambda path: path.write_bytes(b"x" * 5000), NotASessionError, "is not a session of Samenspraak"),
            (lambda path: path.write_bytes(path.read_bytes()[:50]), NotASessionError, "is not a session"),
            (lambda path: path.write_bytes(path.read_bytes()[:9000]), DamagedError, "is damaged"),
            (lambda path: path.unlink(), StorageError, "is not there any more"),
        ],
        ids=["empty", "another program's", "cut at the start", "cut", "gone"],
    )
    def test_a_bad_file_is_one_sentence(
        self,
        tmp_path: Path,
        backups: Path,
        elsewhere: bool,
        harm: Callable[[Path], object],
        error: type[StorageError],
        words: str,
    ) -> None:
        folder = tmp_path / "sessions"
        path = make_session(tmp_path / "stick" if elsewhere else folder)
        harm(path)
        before = files(tmp_path), path.exists() and path.read_bytes()
        with pytest.raises(error) as caught:
            open_session(path, folder, backups)
        assert words in caught.value.text(LANGUAGE)
        assert (files(tmp_path), path.exists() and path.read_bytes()) == before

    def test_a_newer_file_is_refused(self, folder: Path, backups: Path) -> None:
        path = make_session(folder)
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version=99")
        connection.close()
        with pytest.raises(TooNewError):
            open_session(path, folder, backups)

    @pytest.mark.parametrize("elsewhere", [True, False])
    def test_a_session_is_opened_once(self, tmp_path: Path, folder: Path, backups: Path, elsewhere: bool) -> None:
        path = make_session(tmp_path / "stick" if elsewhere else folder)
        with reopened(path):
            with pytest.raises(StorageError) as caught:
                open_session(path, folder, backups)
            assert "is already open in another window" in caught.value.text(LANGUAGE)
        assert not elsewhere or not files(tmp_path / "sessions")

    def test_a_folder_that_cannot_be_written_is_one_sentence(self, tmp_path: Path, backups: Path) -> None:
        path = make_session(tmp_path / "stick")
        (tmp_path / "file").write_text("x")
        with pytest.raises(StorageError) as caught:
            open_session(path, tmp_path / "file" / "sessions", backups)
        assert "cannot be written here" in caught.value.text(LANGUAGE)


class TestErase:
    def test_the_file_and_its_backups_go(self, tmp_path: Path, folder: Path, backups: Path) -> None:
        path, other = make_session(folder), make_session(folder, a_head("Andere"))
        for each in (path, other):
            open_session(each, folder, backups).close()
        erase_session(path, backups)
        assert files(folder) == [other.name]
        assert not backup_folder(backups, path).exists()
        assert files(backups) != []

    def test_one_that_is_open_stays(self, folder: Path, backups: Path) -> None:
        path = make_session(folder)
        file = open_session(path, folder, backups)
        with pytest.raises(StorageError):
            erase_session(path, backups)
        file.close()
        assert path.exists()
        assert files(backups) != []

    def test_what_a_crash_left_beside_it_goes_too(self, folder: Path, backups: Path) -> None:
        path = make_session(folder)
        for ending in ("open", "reserve"):
            path.with_name(f".~{path.name}.{ending}").write_text("noor")
        erase_session(path, backups)
        assert files(folder) == []

    def test_a_damaged_one_can_be_erased(self, folder: Path, backups: Path) -> None:
        path = make_session(folder)
        path.write_bytes(b"x" * 4096)
        erase_session(path, backups)
        assert files(folder) == []
