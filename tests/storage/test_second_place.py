"""Backups also go to a stick: when it is back if it was away, and what was erased goes from it too."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from tests.session_files import make_session
from workshop_app.facilitation import capturing, erasing
from workshop_app.facilitation.desk import Desk
from workshop_app.storage import backups, patience
from workshop_app.storage.checking import check
from workshop_app.storage.faults import StorageError
from workshop_app.storage.second_place import SecondPlace, choose
from workshop_app.storage.session_file import SessionFile

SECRET = "Dit zei de wethouder."


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def second(tmp_path: Path, stick: Path) -> SecondPlace:
    return SecondPlace(choose(stick), tmp_path / "home" / "owed.json")


@pytest.fixture
def desk(tmp_path: Path, second: SecondPlace) -> Iterator[Desk]:
    path = make_session(tmp_path / "sessions")
    with SessionFile.open(path, tmp_path / "backups" / path.stem) as file:
        file.second = second
        yield Desk(file)


def first(desk: Desk) -> Path:
    assert desk.file.backup_folder
    return desk.file.backup_folder


def say(desk: Desk, text: str) -> str:
    return desk.run(capturing.contribute, desk.view.rounds[0].id, "answer", text)


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_every_backup_is_there_too_and_whole(desk: Desk, second: SecondPlace) -> None:
    say(desk, SECRET)
    desk.file.backup()
    assert second.deliver(first(desk)) == 2
    there = second.existing(first(desk).name)
    assert names(there) == names(backups.existing(first(desk)))
    assert [check(each) for each in there] == [(), ()]
    assert second.deliver(first(desk)) == 0


def test_what_came_while_it_was_away_comes_when_it_is_back(desk: Desk, second: SecondPlace, stick: Path) -> None:
    second.deliver(first(desk))
    away = stick.rename(stick.with_name("in a pocket"))
    stick.mkdir()
    assert not second.is_there, "an empty folder where it was is not the stick"
    desk.file.backup()
    desk.file.backup()
    with pytest.raises(StorageError, match="They are on this computer"):
        second.deliver(first(desk))
    stick.rmdir()
    away.rename(stick)
    assert second.deliver(first(desk)) == 2
    assert names(second.existing(first(desk).name)) == names(backups.existing(first(desk)))


def test_one_that_does_not_arrive_whole_is_not_kept(
    desk: Desk, second: SecondPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.copyfile", lambda source, part: part.write_bytes(source.read_bytes()[:-4096]))
    with pytest.raises(StorageError):
        second.deliver(first(desk))
    assert list((second.root / first(desk).name).iterdir()) == []


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StorageError, match="Choose another folder"):
        choose(tmp_path / "file")


def test_what_is_erased_goes_from_there_at_once(desk: Desk, second: SecondPlace, stick: Path) -> None:
    said = say(desk, SECRET)
    desk.file.backup()
    second.deliver(first(desk))
    assert holds(stick, SECRET)
    erasing.erase(desk, erasing.wipe_contribution, said)
    assert not holds(stick, SECRET)
    assert names(second.existing(first(desk).name)) == names(backups.existing(first(desk)))
    assert not second.owed.exists()


def test_what_is_erased_while_it_is_away_goes_when_it_is_back(
    desk: Desk, second: SecondPlace, stick: Path, tmp_path: Path
) -> None:
    said = say(desk, SECRET)
    desk.file.backup()
    second.deliver(first(desk))
    away = stick.rename(stick.with_name("in a pocket"))
    erasing.erase(desk, erasing.wipe_contribution, said)
    assert desk.file.path.stem.encode() not in second.owed.read_bytes()
    away.rename(stick)
    assert holds(stick, SECRET)
    another = second.root / "another session"
    another.mkdir()
    (another / "20200101T000000000000.samenspraak").write_bytes(b"of another session")
    second.deliver(first(desk))
    assert not holds(stick, SECRET)
    assert len(second.existing(another.name)) == 1
    assert not second.owed.exists()


def holds(folder: Path, text: str) -> bool:
    return any(text.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_clock_that_was_set_back_saves_nothing_from_an_erasure(
    desk: Desk, second: SecondPlace, stick: Path, tmp_path: Path
) -> None:
    said = say(desk, SECRET)
    made = desk.file.backup()
    assert made
    made.rename(made.with_name(f"{backups.named(datetime(2999, 1, 1, tzinfo=UTC))}.samenspraak"))
    second.deliver(first(desk))
    assert holds(stick, SECRET)
    erasing.erase(desk, erasing.wipe_contribution, said)
    assert not holds(tmp_path, SECRET)
    assert names(second.existing(first(desk).name)) == names(backups.existing(first(desk)))


def test_what_one_stick_owes_is_not_paid_by_another(
    desk: Desk, second: SecondPlace, stick: Path, tmp_path: Path
) -> None:
    said = say(desk, SECRET)
    desk.file.backup()
    second.deliver(first(desk))
    away = stick.rename(stick.with_name("in a pocket"))
    erasing.erase(desk, erasing.wipe_contribution, said)
    (tmp_path / "share").mkdir()
    other = SecondPlace(choose(tmp_path / "share"), second.owed)
    other.deliver(first(desk))
    assert second.owed.exists()
    away.rename(stick)
    second.deliver(first(desk))
    assert not holds(stick, SECRET)
    assert not second.owed.exists()


def test_what_becomes_owed_while_another_is_paid_stays_owed(
    desk: Desk, second: SecondPlace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(desk, SECRET)
    desk.file.backup()
    second.deliver(first(desk))
    away = stick.rename(stick.with_name("in a pocket"))
    assert not second.drop("an earlier session")
    away.rename(stick)

    def meanwhile(path: Path) -> Iterator[Path]:
        monkeypatch.undo()
        stick.rename(away)
        assert not second.drop(first(desk).name)
        away.rename(stick)
        return path.iterdir()

    monkeypatch.setattr(Path, "iterdir", meanwhile)
    second.settle()
    assert second.owed.exists()
    second.settle()
    assert not holds(stick, SECRET)


def test_a_place_that_does_not_answer_holds_nobody_up(
    desk: Desk, second: SecondPlace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = say(desk, SECRET)
    desk.file.backup()
    second.deliver(first(desk))
    answers = Event()
    is_dir = Path.is_dir

    def waits(path: Path) -> bool:
        return (not path.is_relative_to(stick) or answers.wait(10)) and is_dir(path)

    monkeypatch.setattr(Path, "is_dir", waits)
    monkeypatch.setattr(patience, "SECONDS", 0.05)
    assert not second.is_there
    erasing.erase(desk, erasing.wipe_contribution, said)
    assert len(os.listdir(second.root / first(desk).name)) == 2, "they go when it answers"
    assert second.owed.exists()
    answers.set()
    second.deliver(first(desk))
    assert not holds(stick, SECRET)
