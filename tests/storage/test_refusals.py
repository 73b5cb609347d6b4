"""What cannot be opened is refused with one plain sentence, and left byte for byte as it was."""

import io
import os
import random
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from PIL import Image as PillowImage

from tests.children import NOBODY, as_nobody, run_python, with_small_files
from tests.session_files import make_session
from workshop_app.facilitation import capturing, outcomes
from workshop_app.facilitation.demo import make_demo
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import erase_session, open_session
from workshop_app.i18n import Language
from workshop_app.rounds.catalogue import KINDS
from workshop_app.storage import bounds
from workshop_app.storage.checking import check
from workshop_app.storage.faults import DamagedError, NotASessionError, StorageError, TooNewError
from workshop_app.storage.index_entry import EntryState, read_entry
from workshop_app.storage.salvage import salvage
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.watch import renew_digests

ENGLISH = Language.load("en")
FINE = "nothing went wrong"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A whole evening."""
    path = tmp_path_factory.mktemp("example") / "example.samenspraak"
    make_demo(path)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, example: bytes) -> Path:
    path = tmp_path / "avond.samenspraak"
    path.write_bytes(example)
    return path


def refused(path: Path, kind: type[StorageError], begins: str) -> None:
    """Opening fails so, and leaves the folder as it was."""
    before = {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in path.parent.iterdir()}
    with pytest.raises(kind) as caught:
        SessionFile.open(path, path.parent.with_name("backups"))
    sentence = caught.value.text(ENGLISH)
    assert sentence.startswith(begins)
    assert "\n" not in sentence
    assert {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in path.parent.iterdir()} == before


def change_with_sqlite(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


class TestNotOurs:
    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        refused(tmp_path / "weg.samenspraak", StorageError, "weg.samenspraak is not there any more.")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        "make",
        [
            Path.mkdir,
            os.mkfifo,
            lambda path: path.symlink_to("/dev/zero"),
            lambda path: path.symlink_to("/dev/null"),
        ],
    )
    def test_a_folder_a_pipe_and_a_device(self, tmp_path: Path, make: Callable[[Path], None]) -> None:
        path = tmp_path / "anders.samenspraak"
        make(path)
        for look in (SessionFile.open, check, lambda path: salvage(path, tmp_path / "nieuw.samenspraak", KINDS)):
            with pytest.raises(NotASessionError, match=r"^anders\.samenspraak is not a session"):
                look(path)
        # One in the place of a journal.
        (tmp_path / "anders.samenspraak").rename(tmp_path / "avond.samenspraak-journal")
        (tmp_path / "avond.samenspraak").write_bytes(make_session(tmp_path / "sessions").read_bytes())
        with pytest.raises(DamagedError):
            SessionFile.open(tmp_path / "avond.samenspraak")

    def test_a_link_to_itself(self, tmp_path: Path) -> None:
        path = tmp_path / "kring.samenspraak"
        path.symlink_to(path)
        assert told(lambda: SessionFile.open(path)).startswith("kring.samenspraak is not there any more.")

    def test_a_name_of_two_lines_with_letters_turned_around_is_said_on_one_line(self, tmp_path: Path) -> None:
        path = tmp_path / "avond\n\u202egpj.samenspraak"
        path.write_bytes(b"x")
        refused(path, NotASessionError, "avond gpj.samenspraak is not a session of Samenspraak.")

    @pytest.mark.parametrize("length", [0, 1, 15, 16, 60, 72, 99])
    def test_an_empty_one_and_one_without_a_whole_header(self, path: Path, length: int) -> None:
        path.write_bytes(path.read_bytes()[:length])
        refused(path, NotASessionError, "avond.samenspraak is not a session of Samenspraak.")
        with pytest.raises(NotASessionError):
            check(path)

    def test_text_and_zip(self, path: Path) -> None:
        path.write_text("SQLite format 3? No, a letter.\n" * 200)
        refused(path, NotASessionError, "avond.samenspraak is not a session")
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("x", b"y" * 9000)
        refused(path, NotASessionError, "avond.samenspraak is not a session")

    def test_the_database_of_another_program(self, path: Path) -> None:
        path.unlink()
        change_with_sqlite(path, "CREATE TABLE decision (id)", "PRAGMA application_id=42", "PRAGMA user_version=1")
        refused(path, NotASessionError, "avond.samenspraak is not a session")

    def test_one_of_a_later_version(self, path: Path) -> None:
        change_with_sqlite(path, "PRAGMA user_version=99")
        refused(path, TooNewError, "avond.samenspraak was made by a newer version of Samenspraak.")


class TestDamaged:
    @pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.9, 0.999])
    def test_a_file_that_is_cut(self, path: Path, share: float) -> None:
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])
        refused(path, DamagedError, "avond.samenspraak is damaged. Nothing has been changed in it;")
        assert check(path)

    @pytest.mark.parametrize("pages", [1, 2, 50, -1])
    def test_a_file_that_is_cut_between_pages(self, path: Path, pages: int) -> None:
        data = path.read_bytes()
        path.write_bytes(data[: pages * 4096] if pages > 0 else data[:-4096])
        refused(path, DamagedError, "avond.samenspraak is damaged.")

    @pytest.mark.parametrize(
        "extra",
        [
            "CREATE VIEW v AS SELECT 1",
            "CREATE TABLE t (x)",
            "CREATE TRIGGER t AFTER INSERT ON decision BEGIN DELETE FROM workshop; END",
            "CREATE INDEX i ON decision (length(text))",
            "DROP INDEX ix_prompt_round_id",
        ],
    )
    def test_what_is_not_in_our_schema(self, path: Path, extra: str) -> None:
        change_with_sqlite(path, extra)
        refused(path, DamagedError, "avond.samenspraak is damaged.")
        assert [finding.message for finding in check(path)] == [
            "The file holds tables, views or triggers that are not ours."
        ]

    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE contribution SET text = text || '.' WHERE id = (SELECT min(id) FROM contribution)",
            "DELETE FROM decision WHERE position = 1",
            "INSERT INTO organisation VALUES ('0123456789abcdef', 'Erbij', 99, NULL)",
            "UPDATE journal SET changes = '[]' WHERE number = (SELECT max(number) FROM journal)",
            "UPDATE digest SET sha256 = '' WHERE table_name = 'round'",
            "INSERT INTO digest VALUES ('unknown', 'x', 'y')",
            "UPDATE contribution SET text = CAST(x'ff41' AS TEXT) WHERE id = (SELECT min(id) FROM contribution)",
            "UPDATE contribution SET text = x'00ff' WHERE id = (SELECT min(id) FROM contribution)",
        ],
    )
    def test_a_row_that_is_not_what_was_written(self, path: Path, change: str) -> None:
        change_with_sqlite(path, "PRAGMA foreign_keys=OFF", change)
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert [finding.message for finding in check(path)] == ["Rows that are not what was written: {n}"]
        refused(path, DamagedError, "avond.samenspraak is damaged.")

    def test_a_row_that_refers_to_nothing(self, path: Path) -> None:
        change_with_sqlite(path, "PRAGMA foreign_keys=OFF", "DELETE FROM round WHERE position = 3")
        messages = [finding.message for finding in check(path)]
        assert messages == ["Rows that are not what was written: {n}", "Rows that refer to something that is gone: {n}"]

    @pytest.mark.parametrize("offset", [18, 19])
    def test_a_header_that_would_make_sqlite_rewrite_it(self, path: Path, offset: int) -> None:
        data = bytearray(path.read_bytes())
        data[offset] = 2
        path.write_bytes(data)
        refused(path, DamagedError, "avond.samenspraak is damaged.")
        assert check(path)

    def test_a_version_that_never_was(self, path: Path) -> None:
        data = bytearray(path.read_bytes())
        struct.pack_into(">i", data, 60, 0)
        path.write_bytes(data)
        refused(path, DamagedError, "avond.samenspraak is damaged.")

    def test_a_kind_of_round_that_we_do_not_know(self, path: Path) -> None:
        # As somebody could who knows how we write it.
        with SessionFile.open(path) as file, file.transaction() as db:
            db.connection().exec_driver_sql("UPDATE round SET kind = 'quiz'")
        with SessionFile.open(path) as file, pytest.raises(DamagedError, match="is damaged"):
            Desk(file)


def flipped(data: bytes, seed: int, bits: int = 1) -> bytes:
    """The data with so many wrong bits."""
    changed, chance = bytearray(data), random.Random(seed)
    for _ in range(bits):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def zeroed(data: bytes, seed: int) -> bytes:
    """The data with one page of nothing."""
    start = random.Random(seed).randrange(len(data) // 4096) * 4096
    return data[:start] + bytes(4096) + data[start + 4096 :]


def swapped(data: bytes, seed: int) -> bytes:
    """The data with two pages in each other's place."""
    first, second = sorted(random.Random(seed).sample(range(len(data) // 4096), 2))
    pages = [data[start : start + 4096] for start in range(0, len(data), 4096)]
    pages[first], pages[second] = pages[second], pages[first]
    return b"".join(pages)


def sound_rows(path: Path) -> object:
    """What the windows would show of a file."""
    with SessionFile.open(path) as file:
        return Desk(file).view


class TestSilentDamage:
    """SQLite finds a wrong bit in a text only by luck."""

    def try_many(self, path: Path, example: bytes, mutate: Callable[[bytes, int], bytes], count: int) -> int:
        path.write_bytes(example)
        view = sound_rows(path)
        found = 0
        for seed in range(count):
            path.write_bytes(mutate(example, seed))
            try:
                assert sound_rows(path) == view
            except StorageError:
                found += 1
                # Whatever it is, it is told and not thrown.
                with suppress(NotASessionError, TooNewError):
                    assert check(path)
        return found

    @pytest.mark.parametrize("mutate", [flipped, zeroed, swapped])
    def test_damage_is_found_or_does_no_harm(
        self, path: Path, example: bytes, mutate: Callable[[bytes, int], bytes]
    ) -> None:
        assert self.try_many(path, example, mutate, 25) > 10

    def test_a_wrong_bit_in_the_header_is_a_sentence_and_leaves_nothing_open(self, path: Path, example: bytes) -> None:
        for place in range(16, 100):
            path.write_bytes(example[:place] + bytes([example[place] ^ 4]) + example[place + 1 :])
            sentence = told(lambda: SessionFile.open(path).close())
            assert sentence == FINE or any(
                known in sentence for known in ("is damaged", "is not a session", "a newer version")
            )

    def test_a_message_of_sqlite_that_is_no_text_is_damage(self, path: Path) -> None:
        # SQLite quotes the broken line of the schema.
        data = path.read_bytes()
        path.write_bytes(
            data.replace(b"tabledecisiondecision", b"table\xff\xfecisiondecision").replace(
                b"CREATE TABLE decision", b"CREATE_TABLE decision"
            )
        )
        for _ in range(2):
            refused(path, DamagedError, "avond.samenspraak is damaged.")
        assert check(path)
        with pytest.raises(DamagedError):
            open_session(path, path.parent / "sessions", path.parent / "backups")
        erase_session(path, path.parent / "backups")
        assert not path.exists()

    @pytest.mark.slow
    @pytest.mark.timeout(1800)
    @pytest.mark.parametrize("mutate", [flipped, zeroed, swapped, lambda data, seed: flipped(data, seed, 16)])
    def test_much_damage_is_found_or_does_no_harm(
        self, path: Path, example: bytes, mutate: Callable[[bytes, int], bytes]
    ) -> None:
        self.try_many(path, example, mutate, 1000)


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Path]:
    """A folder that others can enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def told(work: Callable[[], object]) -> str:
    """The sentence of what goes wrong."""
    try:
        work()
    except StorageError as error:
        return error.text(ENGLISH)
    return FINE


class TestNoPermission:
    @pytest.mark.parametrize(("of_file", "of_folder"), [(0o444, 0o777), (0o444, 0o555), (0o666, 0o555)])
    def test_a_file_or_folder_that_cannot_be_written(self, shared: Path, of_file: int, of_folder: int) -> None:
        path = make_session(shared)
        before = path.read_bytes()
        path.chmod(of_file)
        shared.chmod(of_folder)
        sentence = as_nobody(lambda: told(lambda: SessionFile.open(path)))
        assert sentence == (
            f"{path.name} cannot be written here. What was saved before is safe. Copy it to a folder of your own."
        )
        assert path.read_bytes() == before
        assert os.listdir(shared) == [path.name]

    def test_rights_that_are_taken_away_while_it_is_open(self, shared: Path) -> None:
        path = make_session(shared)
        for each in (shared, path):
            os.chown(each, NOBODY if os.geteuid() == 0 else -1, -1)

        def lead() -> str:
            with SessionFile.open(path) as file:
                desk = Desk(file)
                assert file.reserve.keep()
                path.chmod(0o444)
                shared.chmod(0o555)
                desk.run(outcomes.decide, "Wij gaan verder.")
                assert not file.reserve.give()
            refused = told(lambda: SessionFile.open(path))
            shared.chmod(0o755)
            path.chmod(0o600)
            with SessionFile.open(path) as file:
                return f"{[each.text for each in Desk(file).view.decisions]} {refused}"

        assert as_nobody(lead) == (
            f"['Wij gaan verder.'] {path.name} cannot be written here. What was saved before is safe. Copy it to a "
            "folder of your own."
        )
        assert os.listdir(shared) == [path.name]

    def test_a_file_that_cannot_be_read(self, shared: Path) -> None:
        path = make_session(shared)
        path.chmod(0o000)
        if os.geteuid() == 0:
            assert "cannot be written here" in as_nobody(lambda: told(lambda: SessionFile.open(path)))

    def test_a_new_file_where_nothing_can_be_written(self, shared: Path) -> None:
        shared.chmod(0o555)
        path = shared / "neu.samenspraak"
        assert "neu.samenspraak cannot be written here." in as_nobody(lambda: told(lambda: SessionFile.create(path)))
        assert os.listdir(shared) == []

    def test_backups_that_cannot_be_written_do_not_keep_it_closed(self, shared: Path, tmp_path: Path) -> None:
        path = make_session(tmp_path)
        (shared / "backups").write_text("a file in place of the folder")
        with SessionFile.open(path, shared / "backups") as file:
            assert file.backup_fault is not None
            assert file.backup_fault.text(ENGLISH).startswith(f"No backup could be made in {shared / 'backups'}.")
            Desk(file).run(outcomes.decide, "Wij beginnen.")


FULL = "The disk is full. What was saved before is safe. Make room, then try again."
UNWRITABLE = (
    "Nothing more can be written on this disk: it is full, or it does not work any more. What was saved before is "
    "safe. Make room or look at the disk, then try again."
)


class TestFullDisk:
    def test_what_was_acknowledged_is_there(self, tmp_path: Path) -> None:
        path = make_session(tmp_path)
        limit = path.stat().st_size + 60_000

        def write_on() -> str:
            with SessionFile.open(path) as file:
                desk = Desk(file)
                round_id, saved = desk.view.rounds[0].id, 0
                while (sentence := told(lambda: desk.run(capturing.contribute, round_id, "answer", "z" * 500))) == FINE:
                    saved += 1
                return f"{saved} {len(desk.view.rounds[0].contributions) == saved} {sentence}"

        count, same, sentence = with_small_files(write_on, limit).split(" ", 2)
        assert (same, sentence) == ("True", UNWRITABLE)
        assert int(count) > 5
        assert check(path) == ()
        with SessionFile.open(path) as file:
            assert len(Desk(file).view.rounds[0].contributions) == int(count)
        assert os.listdir(tmp_path) == [path.name]

    def test_a_new_file_that_does_not_fit(self, tmp_path: Path) -> None:
        path = tmp_path / "neu.samenspraak"
        assert with_small_files(lambda: told(lambda: SessionFile.create(path)), 8192) == UNWRITABLE
        assert os.listdir(tmp_path) == []

    def test_a_backup_that_does_not_fit(self, tmp_path: Path) -> None:
        path = make_session(tmp_path)
        backups = tmp_path / "backups"

        def back_up() -> str:
            with SessionFile.open(path) as file:
                file.backup_folder = backups
                return told(file.backup)

        assert with_small_files(back_up, 8192) == UNWRITABLE
        assert os.listdir(backups) == []

    @pytest.mark.slow
    def test_a_disk_that_is_really_full(self, tmp_path: Path) -> None:
        small = tmp_path / "small"
        small.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small], capture_output=True, check=False
        )
        if mounted.returncode:
            pytest.skip("needs the right to mount")
        try:
            path = make_session(small)
            with SessionFile.open(path) as file:
                desk = Desk(file)
                round_id, saved = desk.view.rounds[0].id, 0
                while (sentence := told(lambda: desk.run(capturing.contribute, round_id, "answer", "z" * 500))) == FINE:
                    saved += 1
                assert sentence == FULL
                assert len(desk.view.rounds[0].contributions) == saved > 100
                assert told(lambda: file.copy_to(small / "kopie.samenspraak")) == FULL
                assert told(lambda: SessionFile.create(small / "neu.samenspraak")) == FULL
            assert os.listdir(small) == [path.name]
            assert check(path) == ()
        finally:
            subprocess.run(["umount", small], check=True)


def test_home_can_look_at_headers_before_anything_heavy_is_loaded() -> None:
    code = "import sys, workshop_app.storage.header; print({'sqlalchemy', 'sqlmodel', 'pydantic'} & set(sys.modules))"
    assert run_python(code) == "set()"


class TestForgedRows:
    """What somebody made by hand, with digests that are right."""

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE round SET minutes = 1000000000",
            "UPDATE round SET minutes = -1",
            "UPDATE round SET minutes = 'many'",
            "UPDATE response SET value = -3",
            "UPDATE response SET value = 1e300",
            "UPDATE workshop SET title = zeroblob(10)",
            "UPDATE workshop SET title = replace(hex(zeroblob(101)), '0', 'x')",
            "UPDATE workshop SET day = '2026-02-30'",
            "UPDATE workshop SET start = 'noon'",
            "UPDATE participant SET arrived_at = 'yesterday'",
            "UPDATE round SET enabled = 7",
            "UPDATE round SET level = 'everyone'",
            "UPDATE contribution SET mentions = 0",
        ],
    )
    def test_are_taken_for_damage(self, path: Path, statement: str) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute(statement)
            renew_digests(db)
        assert [finding.message for finding in check(path)] == ["Rows that hold what this program never writes: {n}"]
        refused(path, DamagedError, "avond.samenspraak is damaged.")


def test_what_is_no_colour_is_one_of_ours(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE workshop SET primary_colour = 'red;} * {', accent_colour = '#12'")
        renew_digests(db)
    with SessionFile.open(path) as file:
        info = Desk(file).view.info
    assert (info.primary_colour, info.accent_colour) == ("#0B5563", "#B45309")


def a_picture(kind: str, width: int = 40, height: int = 30, **options: object) -> bytes:
    file = io.BytesIO()
    PillowImage.new("RGB", (width, height), "teal").save(file, kind, **options)
    return file.getvalue()


class TestForgedPictures:
    """A file of a few bytes may say that it holds a picture that fills memory, or takes an hour to decode."""

    def put(self, path: Path, media_type: str, data: bytes, width: int = 40, height: int = 30) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            row = ("p", None, 0, "logo", "", media_type, width, height, b64encode(data).decode())
            db.execute("INSERT INTO picture VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            renew_digests(db)

    @pytest.mark.parametrize("kind", ["PNG", "JPEG"])
    def test_our_own_are_sound(self, path: Path, kind: str) -> None:
        self.put(path, f"image/{kind.lower()}", a_picture(kind))
        assert check(path) == ()

    @pytest.mark.parametrize(
        ("media_type", "data"),
        [
            ("image/png", a_picture("PNG", 41)),
            ("image/png", a_picture("JPEG")),
            ("image/svg+xml", a_picture("PNG")),
            ("image/jpeg", a_picture("JPEG", progressive=True)),
            ("image/jpeg", a_picture("JPEG", height=31)),
            ("image/jpeg", a_picture("JPEG")[:200]),
            ("image/jpeg", b"\xff\xd8" + b"\xff\xe0\0\0" * 900),
            ("image/gif", a_picture("GIF")),
            ("image/png", b""),
        ],
    )
    def test_what_is_not_as_it_says_is_taken_for_damage(self, path: Path, media_type: str, data: bytes) -> None:
        self.put(path, media_type, data)
        refused(path, DamagedError, "avond.samenspraak is damaged.")
        new = path.with_name("gered.samenspraak")
        assert salvage(path, new, KINDS).lost == 1
        assert check(new) == ()

    def test_nor_is_one_larger_than_is_kept(self, path: Path) -> None:
        self.put(path, "image/png", a_picture("PNG", 2_001, 1), 2_001, 1)
        refused(path, DamagedError, "avond.samenspraak is damaged.")


def other_journal(path: Path, victim: Path) -> None:
    """A journal as SQLite plays it back, which says that it belongs together with another file."""
    magic, name = bytes.fromhex("d9d505f920a163d7"), str(victim).encode()
    head = struct.pack(">8sIIIII", magic, 0, 7, path.stat().st_size // 4096, 512, 4096).ljust(512, b"\0")
    tail = struct.pack(">I", 0x40000000 // 4096 + 1) + name + struct.pack(">II", len(name), sum(name)) + magic
    path.with_name(f"{path.name}-journal").write_bytes(head + tail)


class TestJournalOfAnother:
    """SQLite deletes the file that such a journal names."""

    @pytest.fixture
    def victim(self, path: Path) -> Path:
        victim = path.with_name("brief.txt")
        victim.write_text("Blijf hiervan af.")
        other_journal(path, victim)
        return victim

    def test_sqlite_would_delete_it(self, path: Path, victim: Path) -> None:
        change_with_sqlite(path, "SELECT count(*) FROM workshop")
        assert not victim.exists()

    def test_it_is_refused(self, path: Path, victim: Path) -> None:
        refused(path, DamagedError, "avond.samenspraak is damaged.")
        assert check(path)
        assert victim.exists()

    def test_salvaging_and_erasing_leave_the_other_file(self, path: Path, victim: Path) -> None:
        assert salvage(path, path.with_name("gered.samenspraak"), KINDS).lost == 0
        erase_session(path, path.parent / "backups")
        assert victim.read_text() == "Blijf hiervan af."


def test_a_file_that_is_too_large_is_not_read(path: Path) -> None:
    os.truncate(path, bounds.FILE_LIMIT + 1)
    for look in (SessionFile.open, check):
        with pytest.raises(StorageError, match="larger than a session can be"):
            look(path)


def test_one_that_grows_too_large_says_so_and_takes_no_reserve(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "FILE_LIMIT", path.stat().st_size + 20_000)
    with SessionFile.open(path) as file:
        desk = Desk(file)
        assert file.reserve.keep()

        def speak() -> None:
            for _ in range(20):
                desk.run(capturing.contribute, desk.view.rounds[0].id, "answer", "z" * 4_000)

        assert told(speak).startswith("avond.samenspraak is as large as a session can be.")
        assert not file.reserve.spent
    assert check(path) == ()


def test_home_does_not_wait_for_a_view_without_an_end(path: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS title FROM n"
    change_with_sqlite(path, "PRAGMA foreign_keys=OFF", "DROP TABLE workshop", f"CREATE VIEW workshop AS {endless}")
    assert read_entry(path).state is EntryState.UNREADABLE
