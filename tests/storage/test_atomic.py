"""Files are whole or as they were, also when another program holds them open or the disk is full."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop_app.storage.atomic import deliver, sweep, write_atomic


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Files that another program holds open, as on Windows: they let nobody replace them."""
    files: set[Path] = set()
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target) in files:
            raise PermissionError(errno.EACCES, "used by another process")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    return files


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("write", [write_atomic, deliver])
def test_a_new_file_and_an_old_one_are_written(tmp_path: Path, write: object) -> None:
    assert callable(write)
    path = tmp_path / "verslag.pdf"
    for data in (b"one", b"two"):
        assert write(path, data) == path
        assert path.read_bytes() == data
    assert names(tmp_path) == ["verslag.pdf"]


def test_a_file_that_is_open_elsewhere_keeps_its_place(tmp_path: Path, held: set[Path]) -> None:
    path = tmp_path / "verslag.pdf"
    path.write_bytes(b"old")
    held.add(path)
    assert deliver(path, b"new") == tmp_path / "verslag (2).pdf"
    assert deliver(path, b"newer") == tmp_path / "verslag (3).pdf"
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["verslag (2).pdf", "verslag (3).pdf", "verslag.pdf"]


def test_settings_do_not_move_to_another_name(tmp_path: Path, held: set[Path]) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    held.add(path)
    with pytest.raises(PermissionError):
        write_atomic(path, b"new")
    assert names(tmp_path) == ["settings.json"]


def test_every_name_refused_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "not yours")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError, match="not yours"):
        deliver(tmp_path / "verslag.pdf", b"new")
    assert names(tmp_path) == []


def test_a_full_disk_leaves_the_old_file_and_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "verslag.pdf"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        deliver(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["verslag.pdf"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        deliver(tmp_path / "nowhere" / "verslag.pdf", b"new")


def test_sweeping_takes_only_own_parts_that_are_old(tmp_path: Path) -> None:
    old, fresh, other = (tmp_path / name for name in (f".~{'a' * 16}.tmp", f".~{'b' * 16}.tmp", ".~lock.tmp"))
    for path in (old, fresh, other):
        path.touch()
    for path in (old, other):
        os.utime(path, (time.time() - 7200,) * 2)
    sweep(tmp_path)
    assert names(tmp_path) == sorted([fresh.name, other.name])
    sweep(tmp_path / "nowhere")


def test_killed_while_writing_the_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "verslag.pdf"
    loop = (
        "import sys; from pathlib import Path; from workshop_app.storage.atomic import write_atomic\n"
        "print('on', flush=True)\n"
        "while True:\n    for letter in b'ab':\n        write_atomic(Path(sys.argv[1]), bytes([letter]) * 2_000_000)"
    )
    for _ in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", loop, path], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        )
        assert writer.stdout
        writer.stdout.readline()
        while not path.exists():
            assert writer.poll() is None
        writer.kill()
        writer.wait()
        writer.stdout.close()
        data = path.read_bytes()
        assert len(data) == 2_000_000
        assert data.count(data[:1]) == len(data)


@pytest.mark.parametrize("write", [write_atomic, deliver])
def test_what_cannot_be_written_is_named_as_it_was_asked_for(
    tmp_path: Path, write: Callable[[Path, bytes], Path]
) -> None:
    wanted = tmp_path / "weg" / "verslag.pdf"
    with pytest.raises(FileNotFoundError) as refused:
        write(wanted, b"new")
    assert refused.value.filename == str(wanted)
