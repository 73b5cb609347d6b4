"""What can be read of a damaged session comes into a new file; the damaged one stays as it is."""

import gzip
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from workshop_app.facilitation.demo import make_demo
from workshop_app.facilitation.desk import Desk
from workshop_app.model.values import Level
from workshop_app.model.views import WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.storage.checking import check
from workshop_app.storage.faults import DamagedError, StorageError
from workshop_app.storage.salvage import Salvaged, salvage
from workshop_app.storage.session_file import SessionFile

PAGE = 4096


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole evening; no test changes it."""
    path = tmp_path_factory.mktemp("example") / "example.samenspraak"
    make_demo(path)
    return path


@pytest.fixture(scope="module")
def rebuilt(example: Path) -> Path:
    """The same after an erasure has rebuilt the file: its pages are in another order."""
    path = example.with_name("rebuilt.samenspraak")
    path.write_bytes(example.read_bytes())
    with SessionFile.open(path) as file:
        file.scrub()
    return path


def view_of(path: Path) -> WorkshopView:
    with SessionFile.open(path) as file:
        return Desk(file).view


def salvaged(tmp_path: Path, data: bytes) -> tuple[Salvaged, WorkshopView]:
    """What comes of this data: always a sound file, and the damaged one as it was."""
    damaged, new = tmp_path / "stuk.samenspraak", tmp_path / "gered.samenspraak"
    damaged.write_bytes(data)
    new.unlink(missing_ok=True)
    result = salvage(damaged, new, KINDS)
    assert damaged.read_bytes() == data
    assert check(new) == ()
    return result, view_of(new)


def words(view: WorkshopView) -> set[str]:
    """All that was said."""
    return {said.text for known in view.rounds for said in known.contributions}


def test_of_a_sound_file_everything_is_read(example: Path, tmp_path: Path) -> None:
    result, view = salvaged(tmp_path, example.read_bytes())
    assert (result.doubtful, result.lost) == (0, 0)
    assert result.read > 500
    assert view == view_of(example)


@pytest.mark.parametrize("zeroed", [16, 100, PAGE], ids=["mark", "header", "first page"])
def test_a_destroyed_beginning_costs_nothing(example: Path, rebuilt: Path, tmp_path: Path, zeroed: int) -> None:
    for path in (example, rebuilt):
        result, view = salvaged(tmp_path, bytes(zeroed) + path.read_bytes()[zeroed:])
        assert (result.doubtful, result.lost) == (0, 0)
        assert view == view_of(path)


def test_a_page_of_nothing_costs_what_was_on_it(example: Path, tmp_path: Path) -> None:
    data, whole = example.read_bytes(), view_of(example)
    shares = []
    for page in random.Random(1).sample(range(1, len(data) // PAGE), 12):
        result, view = salvaged(tmp_path, data[: page * PAGE] + bytes(PAGE) + data[(page + 1) * PAGE :])
        assert words(view) <= words(whole)
        assert result.doubtful <= result.read
        shares.append(result.read / (result.read + result.lost))
    assert sorted(shares)[len(shares) // 2] > 0.95


@pytest.mark.parametrize("share", [0.4, 0.7, 0.95])
def test_of_a_file_that_is_cut_the_beginning_is_read(example: Path, tmp_path: Path, share: float) -> None:
    data = example.read_bytes()
    result, _view = salvaged(tmp_path, data[: int(len(data) * share)])
    assert result.read > 0
    assert result.read + result.lost <= salvaged(tmp_path, data)[0].read + 20


def test_wrong_bits_make_few_rows_doubtful(example: Path, tmp_path: Path) -> None:
    data = example.read_bytes()
    read = []
    for seed in range(8):
        changed, chance = bytearray(data), random.Random(seed)
        for _ in range(16):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        result, _view = salvaged(tmp_path, bytes(changed))
        read.append(result.read)
    assert sorted(read)[len(read) // 2] > 600


def test_what_was_said_in_a_round_that_is_lost_gets_a_round(example: Path, tmp_path: Path) -> None:
    path = tmp_path / "zonder.samenspraak"
    path.write_bytes(example.read_bytes())
    with SessionFile.open(path) as file:
        whole = Desk(file).view
        lost = next(known for known in whole.rounds if known.contributions)
        with file.reading() as db:
            db.execute("PRAGMA foreign_keys=OFF")
            db.execute("DELETE FROM round WHERE id = ?", (lost.id,))
            db.execute("DELETE FROM workshop")
    result, view = salvaged(tmp_path, path.read_bytes())
    stand_in = view.round(lost.id)
    assert stand_in
    assert stand_in.level is Level.ANONYMOUS
    assert {said.text for said in stand_in.contributions} == {said.text for said in lost.contributions}
    assert view.info.title == "stuk"
    assert result.read > 500


@pytest.mark.parametrize(
    "spoil",
    [lambda data: b"", lambda data: b"PK\x03\x04" + data[4 : PAGE * 2][::-1], lambda data: bytes(len(data))],
    ids=["empty", "other", "zeros"],
)
def test_where_nothing_can_be_read_there_is_no_new_file(
    example: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    damaged, new = tmp_path / "stuk.samenspraak", tmp_path / "gered.samenspraak"
    damaged.write_bytes(spoil(example.read_bytes()))
    with pytest.raises(DamagedError, match=r"^Nothing of a session can be read in stuk\.samenspraak\.$"):
        salvage(damaged, new, KINDS)
    assert [path.name for path in tmp_path.iterdir()] == [damaged.name]


def test_nothing_is_written_over_a_file(example: Path, tmp_path: Path) -> None:
    new = tmp_path / "mine.samenspraak"
    new.write_bytes(b"mine")
    with pytest.raises(StorageError, match="already something called mine"):
        salvage(example, new, KINDS)
    assert new.read_bytes() == b"mine"


def test_it_works_while_the_file_is_open(example: Path, tmp_path: Path) -> None:
    with SessionFile.open(example):
        assert salvage(example, tmp_path / "gered.samenspraak", KINDS).lost == 0


def test_a_round_whose_kind_cannot_be_read_keeps_what_was_said_in_it(example: Path, tmp_path: Path) -> None:
    changed = tmp_path / "ander.samenspraak"
    changed.write_bytes(example.read_bytes())
    with closing(sqlite3.connect(changed)) as db, db:
        db.execute("UPDATE round SET kind = 'rucognition' WHERE kind = 'recognition'")
    result, view = salvaged(tmp_path, changed.read_bytes())
    assert result.doubtful == 1
    assert words(view) == words(view_of(example))
    assert "recognition" not in {known.kind for known in view.rounds}


def test_a_row_that_reads_as_what_was_never_written_is_left_out(example: Path, tmp_path: Path) -> None:
    # One bit makes a number of the nothing in this column.
    changed = tmp_path / "ander.samenspraak"
    changed.write_bytes(example.read_bytes())
    with closing(sqlite3.connect(changed)) as db, db:
        db.execute("UPDATE organisation SET sent_on = 0 WHERE id = (SELECT max(id) FROM organisation)")
    result, view = salvaged(tmp_path, changed.read_bytes())
    assert result.lost
    assert len(view.organisations) == 9


@pytest.mark.parametrize("moment", ["2026-11-27 13:28:00.00000 ", "2026-11-27 24:00:00.000000", "2026-11-27T13:28:00"])
def test_a_moment_that_is_none_is_left_out(example: Path, tmp_path: Path, moment: str) -> None:
    changed = tmp_path / "ander.samenspraak"
    changed.write_bytes(example.read_bytes())
    with closing(sqlite3.connect(changed)) as db, db:
        db.execute("UPDATE participant SET arrived_at = ? WHERE id = (SELECT max(id) FROM participant)", (moment,))
    result, view = salvaged(tmp_path, changed.read_bytes())
    assert result.lost
    assert len(view.participants) == 23


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_any_damage_gives_a_sound_file_or_a_sentence(example: Path, tmp_path: Path) -> None:
    data = example.read_bytes()
    for seed in range(400):
        changed, chance = bytearray(data), random.Random(seed)
        for _ in range(chance.choice([1, 16, 500])):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        if chance.random() < 0.3:
            del changed[chance.randrange(len(changed)) :]
        damaged, new = tmp_path / "stuk.samenspraak", tmp_path / "gered.samenspraak"
        damaged.write_bytes(changed)
        new.unlink(missing_ok=True)
        with suppress(DamagedError):
            salvage(damaged, new, KINDS)
        if new.exists():
            assert check(new) == ()
            view_of(new)


def test_an_older_file_is_read_with_the_columns_that_it_has(tmp_path: Path) -> None:
    older = Path(__file__).parent / "files" / "version-1.samenspraak.gz"
    data = bytearray(gzip.decompress(older.read_bytes()))
    place = data.find(b"Wie bel ik als het vandaag")
    data[place : place + 3] = b"Wat"
    result, view = salvaged(tmp_path, bytes(data))
    assert result.lost == 0
    assert result.doubtful == 1
    assert len(view.participants) == 24
