"""A disk that is really full: a small file system of its own. What was kept for it lets the last sentences in."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.session_files import make_session
from workshop_app.facilitation import capturing
from workshop_app.facilitation.desk import Desk
from workshop_app.storage.checking import check
from workshop_app.storage.faults import FullError, StorageError
from workshop_app.storage.reserve import SIZE
from workshop_app.storage.session_file import SessionFile

MILLION = 1 << 20


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of eight million bytes; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = os.geteuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], check=False)
    if not made or made.returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def fill(folder: Path) -> Path:
    """Take all the room that is left."""
    filler = folder / "filler"
    with filler.open("ab", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return filler


def say(desk: Desk, count: int) -> None:
    for number in range(count):
        desk.run(capturing.contribute, desk.view.rounds[0].id, "answer", f"{number} " + "z" * 500)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_the_last_sentences_get_in_and_nothing_is_left_behind(disk: Path) -> None:
    path = make_session(disk)
    with SessionFile.open(path) as file:
        assert file.reserve.keep()
        desk = Desk(file)
        say(desk, 3)
        fill(disk)
        say(desk, 300)
        assert file.reserve.spent
        assert len(desk.view.rounds[0].contributions) == 303
        with pytest.raises(FullError, match="The disk is full"):
            say(desk, 5_000)
        saved = len(desk.view.rounds[0].contributions)
    assert check(path) == ()
    assert names(disk) == sorted((path.name, "filler"))
    with SessionFile.open(path) as file:
        assert len(Desk(file).view.rounds[0].contributions) == saved


def test_undo_works_on_a_full_disk_too(disk: Path) -> None:
    with SessionFile.open(make_session(disk)) as file:
        file.reserve.keep()
        desk = Desk(file)
        say(desk, 40)
        fill(disk)
        for _ in range(40):
            assert desk.undo() == "contribution"
        assert desk.view.rounds[0].contributions == ()


def test_it_is_taken_again_when_there_is_room(disk: Path) -> None:
    with SessionFile.open(make_session(disk)) as file:
        file.reserve.keep()
        filler = fill(disk)
        assert file.reserve.give()
        assert not file.reserve.keep()
        assert file.reserve.spent
        filler.unlink()
        assert file.reserve.keep()
        assert not file.reserve.spent


def test_it_is_not_what_fills_the_disk(disk: Path) -> None:
    path = make_session(disk)
    (disk / "filler").write_bytes(bytes(5 * MILLION))
    with SessionFile.open(path) as file:
        assert not file.reserve.keep()
        assert not [name for name in names(disk) if name.endswith(".reserve")]


def test_what_a_crash_left_is_taken_up(tmp_path: Path) -> None:
    path = make_session(tmp_path)
    left = path.with_name(f".~{path.name}.reserve")
    left.write_bytes(b"cut short")
    with SessionFile.open(path) as file:
        assert file.reserve.keep()
        assert left.stat().st_size == SIZE
    assert names(tmp_path) == [path.name]


def test_opening_on_a_full_disk_is_one_sentence(disk: Path) -> None:
    path = make_session(disk)
    fill(disk)
    with pytest.raises(FullError, match="The disk is full"):
        SessionFile.open(path)
    assert names(disk) == sorted((path.name, "filler"))


def test_a_session_on_a_full_disk_goes_on_on_another(disk: Path, tmp_path: Path) -> None:
    path = make_session(disk)
    with SessionFile.open(path, disk / "backups") as file:
        desk = Desk(file)
        fill(disk)
        with pytest.raises(StorageError, match="The disk is full"):
            say(desk, 100)
        file.go_on_in(tmp_path / "verder.samenspraak")
        said = len(desk.view.rounds[0].contributions)
        say(desk, 3)
        assert file.path == tmp_path / "verder.samenspraak"
    with SessionFile.open(tmp_path / "verder.samenspraak") as file:
        assert len(Desk(file).view.rounds[0].contributions) == said + 3
    assert check(path) == ()


def moved(path: Path) -> None:
    path.rename(path.with_name("elders"))


@pytest.mark.parametrize("happens", [moved, Path.unlink])
def test_it_goes_on_in_a_copy_with_all_that_was_saved(tmp_path: Path, happens: Callable[[Path], object]) -> None:
    path = make_session(tmp_path / "was")
    with SessionFile.open(path, tmp_path / "backups" / path.stem) as file:
        desk = Desk(file)
        say(desk, 2)
        happens(path)
        with pytest.raises(StorageError):
            say(desk, 1)
        file.go_on_in(tmp_path / "sessions" / "verder.samenspraak")
        say(desk, 2)
        assert desk.undo() == "contribution"
        assert len(desk.view.rounds[0].contributions) == 3
        assert file.backup_folder == tmp_path / "backups" / "verder"
    assert check(tmp_path / "sessions" / "verder.samenspraak") == ()
    assert names(tmp_path / "sessions") == ["verder.samenspraak"]
