"""The index of session files: true to them, quick to load, never in the way."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.session_files import a_head, make_session
from tests.workshops import reopened
from workshop_app.facilitation import outcomes, people, preparing, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.model.values import MinutesStatus
from workshop_app.model.views import Place
from workshop_app.storage.index import SessionIndex
from workshop_app.storage.index_entry import EntryState, read_entry

NOW = datetime(2026, 11, 27, 14, 12, tzinfo=UTC)


@pytest.fixture
def index(tmp_path: Path) -> SessionIndex:
    return SessionIndex(tmp_path / "sessions", tmp_path / "sessions" / "index.json")


def refresh_all(index: SessionIndex) -> int:
    outdated = index.outdated()
    for path in outdated:
        index.refresh(path)
    return len(outdated)


def test_an_entry_tells_head_state_and_counts(tmp_path: Path) -> None:
    entry = read_entry(make_session(tmp_path))
    assert (entry.title, entry.place, entry.region) == ("Samen verder", "raadzaal", "Rijnkust")
    assert entry.organisations == ("Lindevoort", "Heidebeek", "Merenwijk")
    assert (entry.day, entry.keep_until) == (date(2026, 11, 27), date(2027, 11, 27))
    assert entry.state is EntryState.PREPARED
    assert (entry.present, entry.open_actions, entry.rounds, entry.round_number) == (0, 0, 3, 0)


def begin(desk: Desk) -> None:
    desk.run(people.all_present, NOW)
    desk.run(stage.go, Place(desk.view.rounds[1].id, "wall"), NOW)


def rest(desk: Desk) -> None:
    begin(desk)
    desk.run(stage.go, Place(desk.view.rounds[2].id, "countdown"), NOW)


def finish(desk: Desk) -> None:
    begin(desk)
    desk.run(outcomes.act, text="Bellen")
    done = desk.run(outcomes.act, text="Mailen")
    desk.run(outcomes.edit_action, done, done=True)
    desk.run(stage.finish, NOW)


def adopt(desk: Desk) -> None:
    finish(desk)
    desk.run(preparing.edit_workshop, minutes_status=MinutesStatus.FINAL.value)


@pytest.mark.parametrize(
    ("happens", "state", "counts"),
    [
        (begin, EntryState.RUNNING, (4, 0, 2)),
        (rest, EntryState.RUNNING, (4, 0, 2)),
        (finish, EntryState.CONCEPT, (4, 1, 2)),
        (adopt, EntryState.FINAL, (4, 1, 2)),
    ],
)
def test_an_entry_tells_what_the_session_holds(
    tmp_path: Path, happens: Callable[[Desk], None], state: EntryState, counts: tuple[int, int, int]
) -> None:
    path = make_session(tmp_path)
    with reopened(path) as desk:
        happens(desk)
    entry = read_entry(path)
    info = desk.view.info
    assert (entry.file, entry.title, entry.place, entry.region) == (path.name, info.title, info.place, info.region)
    assert (entry.day, entry.keep_until) == (info.day, info.keep_until)
    assert entry.organisations == tuple(each.name for each in desk.view.organisations)
    assert entry.state is state
    assert (entry.present, entry.open_actions, entry.round_number) == counts


def test_it_is_due_after_the_last_day_that_it_is_kept(tmp_path: Path) -> None:
    entry = read_entry(make_session(tmp_path))
    assert not entry.is_due(date(2027, 11, 27))
    assert entry.is_due(date(2027, 11, 28))


def test_only_what_changed_is_read_again(index: SessionIndex) -> None:
    first, second = make_session(index.folder), make_session(index.folder, a_head("Tweede"))
    assert refresh_all(index) == 2
    assert refresh_all(index) == 0
    index.save()

    again = SessionIndex(index.folder, index.folder / "index.json")
    assert again.entries == index.entries
    assert again.outdated() == ()

    with reopened(first) as desk:
        desk.run(people.all_present, NOW)
    second.unlink()
    assert again.outdated() == (first,)
    again.refresh(first)
    assert [(entry.title, entry.present) for entry in again.entries] == [("Samen verder", 4)]


def test_it_holds_no_answers_and_no_names(index: SessionIndex) -> None:
    path = make_session(index.folder)
    with reopened(path) as desk:
        desk.run(outcomes.act, text="Bellen met de wethouder", owner="Anna de Wit")
    refresh_all(index)
    index.save()
    text = (index.folder / "index.json").read_text()
    for secret in ("Anna", "Bellen", "ver weg"):
        assert secret not in text


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b'{"fields": ["file"], "sessions": [["x"]]}', b'{"sessions": [["x"]]}', b"\xff"],
)
def test_a_broken_index_is_built_anew(index: SessionIndex, content: bytes) -> None:
    make_session(index.folder)
    (index.folder / "index.json").write_bytes(content)
    again = SessionIndex(index.folder, index.folder / "index.json")
    assert again.entries == ()
    assert refresh_all(again) == 1
    again.save()
    assert json.loads((index.folder / "index.json").read_bytes())["sessions"][0][3] == "Samen verder"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE workshop (id)")
    connection.close()


def strange_rows(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE workshop SET title = x'ff', day = 'ooit'")
    connection.close()


@pytest.mark.parametrize(
    ("harm", "state"),
    [
        (lambda path: path.write_bytes(b""), EntryState.UNREADABLE),
        (lambda path: path.write_bytes(b"no session at all" * 100), EntryState.UNREADABLE),
        (cut, EntryState.UNREADABLE),
        (foreign, EntryState.UNREADABLE),
        (strange_rows, EntryState.UNREADABLE),
        (newer, EntryState.NEWER),
    ],
)
def test_a_file_that_cannot_be_read_is_shown_as_such(
    index: SessionIndex, harm: Callable[[Path], object], state: EntryState
) -> None:
    path = make_session(index.folder)
    harm(path)
    before = path.read_bytes()
    refresh_all(index)
    assert [(entry.title, entry.state) for entry in index.entries] == [("2026-11-27 Samen verder", state)]
    assert refresh_all(index) == 0
    assert path.read_bytes() == before


def test_a_session_that_is_open_keeps_its_old_entry(index: SessionIndex) -> None:
    path = make_session(index.folder)
    refresh_all(index)
    with reopened(path) as desk:
        desk.run(preparing.edit_workshop, title="Nieuwe titel")
        os.utime(path, (1, 1))
        refresh_all(index)
        assert [entry.title for entry in index.entries] == ["Samen verder"]

        fresh = SessionIndex(index.folder, index.folder / "none.json")
        refresh_all(fresh)
        assert [entry.state for entry in fresh.entries] == [EntryState.UNREAD]
        fresh.save()
    assert SessionIndex(index.folder, index.folder / "none.json").entries == ()
    fresh.refresh(path)
    assert [entry.title for entry in fresh.entries] == ["Nieuwe titel"]
    assert fresh.outdated() == ()


def test_a_transaction_left_open_by_a_power_cut_does_not_break_it(index: SessionIndex) -> None:
    path = make_session(index.folder)
    left = index.folder / "left.samenspraak"
    with sqlite3.connect(path, isolation_level=None) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.execute("UPDATE prompt SET text = text || hex(randomblob(2000))")
        connection.execute("UPDATE round SET notes = hex(randomblob(9000))")
        shutil.copy(path, left)
        shutil.copy(f"{path}-journal", f"{left}-journal")
        connection.execute("ROLLBACK")
    connection.close()
    refresh_all(index)
    assert {entry.title for entry in index.entries} == {"Samen verder", "left"}


def test_other_files_and_folders_are_passed_over(index: SessionIndex) -> None:
    path = make_session(index.folder)
    (index.folder / "notes.txt").write_text("x")
    (index.folder / ".hidden.samenspraak").write_text("x")
    (index.folder / "folder.samenspraak").mkdir()
    assert index.outdated() == (path,)


def test_a_link_that_leads_to_itself_hides_no_session(index: SessionIndex) -> None:
    make_session(index.folder)
    there = set(index.outdated())
    (index.folder / "kring.samenspraak").symlink_to(index.folder / "kring.samenspraak")
    assert there
    assert set(index.outdated()) == there


def test_no_folder_means_no_sessions(index: SessionIndex) -> None:
    assert index.outdated() == ()
    index.save()
    assert not index.folder.exists()


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    index = SessionIndex(tmp_path, tmp_path / "file" / "index.json")
    make_session(tmp_path)
    refresh_all(index)
    index.save()
    assert len(index.entries) == 1


def test_get_knows_only_files_of_the_folder(index: SessionIndex, tmp_path: Path) -> None:
    path = make_session(index.folder)
    refresh_all(index)
    entry = index.get(path)
    assert entry is not None
    assert index.path(entry) == path
    assert index.get(tmp_path / path.name) is None
    index.drop(path)
    assert index.get(path) is None


def test_a_thousand_sessions_load_at_once(index: SessionIndex) -> None:
    entry = read_entry(make_session(index.folder))
    for number in range(1000):
        index.put(replace(entry, file=f"{number}.samenspraak", title=f"Sessie {number}"))
    index.save()
    best = min(timed(index) for _ in range(5))
    assert best < 0.1, "20 ms on the reference machine"


def timed(index: SessionIndex) -> float:
    from time import perf_counter

    start = perf_counter()
    assert len(SessionIndex(index.folder, index.folder / "index.json").entries) == 1000
    return perf_counter() - start


def test_importing_it_costs_little() -> None:
    script = "import sys, workshop_app.storage.index, workshop_app.storage.settings; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlmodel", "sqlalchemy", "sqlite3"} & set(loaded)
