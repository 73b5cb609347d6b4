"""Backups are whole, hold nothing that was taken back, and are thinned by age."""

import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.session_files import make_session
from workshop_app.facilitation import capturing, erasing, outcomes
from workshop_app.facilitation.desk import Desk
from workshop_app.storage import backups
from workshop_app.storage.checking import check
from workshop_app.storage.faults import StorageError
from workshop_app.storage.session_file import SessionFile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "avond"


@pytest.fixture
def desk(tmp_path: Path, folder: Path) -> Iterator[Desk]:
    with SessionFile.open(make_session(tmp_path / "sessions"), folder) as file:
        yield Desk(file)


def stand_in(folder: Path, moment: datetime) -> Path:
    """Something in place of an earlier backup."""
    path = folder / f"{moment:%Y%m%dT%H%M%S%f}.samenspraak"
    path.write_bytes(b"earlier")
    return path


def test_opening_makes_one_that_is_whole(desk: Desk, folder: Path) -> None:
    (backup,) = backups.existing(folder)
    assert check(backup) == ()
    with SessionFile.open(backup) as copy:
        assert Desk(copy).view == desk.view


def test_only_its_owner_may_read_it(desk: Desk, folder: Path) -> None:
    (backup,) = backups.existing(folder)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_it_holds_what_was_saved_until_now_and_nothing_that_was_taken_back(desk: Desk) -> None:
    desk.run(outcomes.decide, "Wij beginnen.")
    desk.run(capturing.contribute, desk.view.rounds[0].id, "answer", "Toch maar niet")
    desk.undo()
    backup = desk.file.backup()
    assert backup
    assert b"Wij beginnen." in backup.read_bytes()
    assert b"Toch maar niet" not in backup.read_bytes()
    with SessionFile.open(backup) as copy:
        restored = Desk(copy)
        assert restored.view == desk.view
        assert restored.undo() is restored.redo() is None
    assert desk.redo() == "contribution"


def test_one_that_is_not_whole_is_not_kept(desk: Desk, folder: Path) -> None:
    with desk.file.transaction() as db:
        db.connection().exec_driver_sql("DELETE FROM digest WHERE table_name = 'round'")
    before = backups.existing(folder)
    with pytest.raises(StorageError, match="No backup could be made"):
        desk.file.backup()
    assert list(folder.iterdir()) == before


def test_the_newest_ten_are_kept_and_the_last_of_each_day(desk: Desk, folder: Path) -> None:
    now = datetime.now(UTC)
    hours = [stand_in(folder, now - timedelta(minutes=10 * n)) for n in range(1, 15)]
    yesterday = [stand_in(folder, now - timedelta(days=2, minutes=n)) for n in range(3)]
    long_ago = [stand_in(folder, now - timedelta(days=n)) for n in range(5, 60)]
    made = desk.file.backup()
    kept = backups.existing(folder)
    assert made in kept
    assert set(hours[:8]) <= set(kept)
    assert yesterday[0] in kept
    assert not set(yesterday[1:]) & set(kept)
    assert len(kept) <= backups.KEEP + backups.KEEP_DAYS + len({path.name[:6] for path in long_ago})


def test_over_months_there_are_ten_then_one_a_day_then_one_a_month(tmp_path: Path) -> None:
    start = datetime(2026, 1, 1, 9, tzinfo=UTC)
    for day in range(120):
        for n in range(3):
            made = stand_in(tmp_path, start + timedelta(days=day, minutes=30 * n))
            backups.thin(tmp_path, made)
    kept = [path.stem for path in backups.existing(tmp_path)]
    today, days, months = kept[:10], kept[10:-3], kept[-3:]
    assert today[0] == backups.named(start + timedelta(days=119, minutes=60))
    assert len({each[:8] for each in today}) == 4, "three a day"
    assert [each[:8] for each in days] == [f"202604{day:02}" for day in range(26, 0, -1)], "one a day"
    assert {each[9:13] for each in days} == {"1000"}, "the last of its day"
    assert [each[:8] for each in months] == ["20260331", "20260228", "20260131"]


def test_a_backup_is_named_after_the_moment_it_is_given(desk: Desk, folder: Path) -> None:
    with desk.file.reading() as connection:
        made = backups.finish(backups.begin_in(connection, folder, datetime(2026, 1, 1, 9, tzinfo=UTC)))
    assert made.name == "20260101T090000000000.samenspraak"
    assert check(made) == ()


def test_a_clock_that_was_set_back_does_not_cost_the_new_one(desk: Desk, folder: Path) -> None:
    later = [stand_in(folder, datetime.now(UTC) + timedelta(days=300, minutes=n)) for n in range(20)]
    made = desk.file.backup()
    assert made
    assert made.exists()
    assert later[-1].exists()


def test_what_a_crash_left_unfinished_goes_with_an_erasure(desk: Desk, folder: Path) -> None:
    (folder / ".~20260101T120000.samenspraak.tmp").write_bytes(b"half")
    earlier = stand_in(folder, datetime.now(UTC) - timedelta(days=1))
    desk.file.scrub()
    (kept,) = folder.iterdir()
    assert kept != earlier
    assert check(kept) == ()


def test_one_that_was_being_verified_does_not_outlive_an_erasure(desk: Desk, folder: Path) -> None:
    said = desk.run(capturing.contribute, desk.view.rounds[0].id, "answer", "Dit moet weg")
    finish = desk.file.begin_backup()
    assert finish
    erasing.erase(desk, erasing.wipe_contribution, said)
    assert finish() == backups.existing(folder)[0]
    (kept,) = folder.iterdir()
    assert b"Dit moet weg" not in kept.read_bytes()


def test_without_a_folder_there_is_none(tmp_path: Path) -> None:
    with SessionFile.open(make_session(tmp_path)) as file:
        assert file.backup() is None
        file.scrub()
