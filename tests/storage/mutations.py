"""Session files as damage or malice may make them: a few hundred kinds, each from a seed."""

import random
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from workshop_app.storage.watch import renew_digests

PAGE = 4096
VICTIM = "belangrijk.txt"
"""A file of somebody else, in the folder above that of the session."""

_SUPER = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


def _flip(data: bytearray, chance: random.Random, bits: int) -> None:
    for _ in range(bits):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _page(data: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(data) // PAGE) * PAGE


def one_bit(data: bytearray, chance: random.Random) -> None:
    _flip(data, chance, 1)


def many_bits(data: bytearray, chance: random.Random) -> None:
    _flip(data, chance, chance.choice((4, 16, 500)))


def zeroed(data: bytearray, chance: random.Random) -> None:
    start, size = _page(data, chance), chance.choice((16, 512, PAGE))
    data[start : start + size] = bytes(size)


def swapped(data: bytearray, chance: random.Random) -> None:
    one, two = _page(data, chance), _page(data, chance)
    data[one : one + PAGE], data[two : two + PAGE] = data[two : two + PAGE], data[one : one + PAGE]


def doubled(data: bytearray, chance: random.Random) -> None:
    one, two = _page(data, chance), _page(data, chance)
    data[one : one + PAGE] = data[two : two + PAGE]


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.choice((chance.randrange(len(data)), _page(data, chance))) :]


def longer(data: bytearray, chance: random.Random) -> None:
    data += chance.randbytes(chance.choice((1, 512, PAGE, 5 * PAGE)))


def header_byte(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(100)] = chance.randrange(256)


def header_field(data: bytearray, chance: random.Random) -> None:
    """One of the numbers in the header: size of pages, free pages, encoding, version, identity…"""
    struct.pack_into(">i", data, chance.randrange(24, 100, 4), chance.choice((-1, 0, 1, 2, 3, 4, 99, 2**31 - 1)))


def write_ahead(data: bytearray, chance: random.Random) -> None:
    data[18:20] = chance.choice((b"\x02\x02", b"\x02\x01", b"\x01\x02", b"\x03\x03"))


def encoding(data: bytearray, chance: random.Random) -> None:
    struct.pack_into(">I", data, 56, chance.choice((0, 2, 3, 7)))


def cell_places(data: bytearray, chance: random.Random) -> None:
    start = _page(data, chance) + 8
    for place in range(start, min(start + 40, len(data) - 2), 2):
        struct.pack_into(">H", data, place, chance.randrange(PAGE))


def long_numbers(data: bytearray, chance: random.Random) -> None:
    """Lengths of rows that reach to the end of the world."""
    start = _page(data, chance)
    for _ in range(6):
        place = start + chance.randrange(100, PAGE - 9)
        data[place : place + 9] = chance.choice(
            (b"\xff" * 9, b"\x8f\xff\xff\xff\x7f\0\0\0\0", b"\x87\xff\xff\xff\x7f")
        )[:9]


def same_child(data: bytearray, chance: random.Random) -> None:
    """Pages that all have one child, or themselves: a tree that never ends, or doubles at every step."""
    inner = [at for at in range(0, len(data), PAGE) if data[at + (100 if at == 0 else 0)] in (2, 5)]
    for at in chance.sample(inner, min(len(inner), 3)):
        child = chance.choice((at // PAGE + 1, _page(data, chance) // PAGE + 1))
        head = at + (100 if at == 0 else 0)
        struct.pack_into(">I", data, head + 8, child)
        for n in range(struct.unpack_from(">H", data, head + 3)[0] % 600):
            cell = struct.unpack_from(">H", data, head + 12 + 2 * n)[0] if head + 14 + 2 * n < len(data) else 0
            if at + cell + 4 < len(data):
                struct.pack_into(">I", data, at + cell, child)


def schema_text(data: bytearray, chance: random.Random) -> None:
    """Another word in what the tables are said to be."""
    old, new = chance.choice(
        (
            (b"VARCHAR(200)", b"VARCHAR(999)"),
            (b"NOT NULL", b"NOT N\xff\xfe\0"),
            (b"WITHOUT ROWID", b"             "),
            (b"PRIMARY KEY", b"PRIMARY KEX"),
            (b"CREATE TABLE", b"CREATE VIEW "),
            (b"CREATE TABLE", b"CREATE INDEX"),
            (b"INTEGER NOT NULL", b"AS (random())   "),
            (b"VARCHAR(200) NOT NULL", b"CHECK (load_ext(1,2))"),
            (b"contribution", b"contributiom"),
            (b"round_id", b"rowid   "),
        )
    )
    places = [at for at in range(len(data)) if data.startswith(old, at)] if old in data else []
    if places:
        at = chance.choice(places)
        data[at : at + len(old)] = new


BYTES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    one_bit,
    many_bits,
    zeroed,
    swapped,
    doubled,
    cut,
    longer,
    header_byte,
    header_field,
    write_ahead,
    encoding,
    cell_places,
    long_numbers,
    same_child,
    schema_text,
)
"""Damage below SQLite: what opens nevertheless must hold the same."""

_TABLE = "CREATE TABLE decision ("
FOREIGN = (
    "CREATE VIEW v AS SELECT * FROM workshop",
    "CREATE TRIGGER t AFTER UPDATE ON workshop BEGIN DELETE FROM contribution; END",
    "CREATE TRIGGER t AFTER INSERT ON journal BEGIN SELECT load_extension('/tmp/x.so'); END",
    "CREATE TRIGGER t BEFORE INSERT ON draft BEGIN SELECT writefile('/tmp/x', 'y'); END",
    "CREATE TABLE more (x, y AS (randomblob(1000000)))",
    "CREATE TABLE more (x CHECK (length(hex(zeroblob(100000000))) > 0))",
    "CREATE INDEX i ON contribution (upper(text))",
    "CREATE INDEX i ON contribution (text) WHERE text LIKE '%a%'",
    "CREATE VIRTUAL TABLE search USING fts5(text)",
    "CREATE VIRTUAL TABLE boxes USING rtree(id, a, b)",
    "ANALYZE",
    "DROP INDEX ix_prompt_round_id",
    "DROP TABLE stage",
    "DROP TABLE contribution",
    "ALTER TABLE workshop RENAME TO meeting",
    "ALTER TABLE workshop ADD COLUMN more TEXT DEFAULT 'x'",
    "DROP TABLE journal; CREATE TABLE journal (number INTEGER PRIMARY KEY, label, undone, anonymous, changes)",
    "DROP TABLE workshop; CREATE VIEW workshop AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) "
    "SELECT i AS id, i AS title FROM n",
    "DROP TABLE digest; CREATE VIEW digest AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT 'round' AS table_name, i AS row_id, i AS sha256 FROM n",
    "DROP TABLE organisation; CREATE VIEW organisation AS SELECT hex(zeroblob(400000000)) AS name, 1 AS position",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = replace(sql, 'TEXT', 'BLOB'), rootpage = rootpage + 1",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage = (SELECT max(rootpage) FROM sqlite_master)",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = 'CREATE TABLE ' || hex(zeroblob(900000))",
    "PRAGMA writable_schema=ON; INSERT INTO sqlite_master VALUES ('table', 'sqlite_stat1', 'sqlite_stat1', 2, 'x')",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET type = 'view', rootpage = 0 WHERE name = 'round'",
    "PRAGMA writable_schema=ON; DELETE FROM sqlite_master",
    "PRAGMA auto_vacuum=FULL; VACUUM",
    "PRAGMA page_size=512; VACUUM",
    "PRAGMA page_size=65536; VACUUM",
    "PRAGMA journal_mode=WAL",
)
"""What somebody may have put into a file with a tool for databases: none of ours, so refused."""

FORGED = (
    "UPDATE workshop SET title = '<img src=x onerror=alert(1)><b>' || char(8238, 0, 7)",
    "UPDATE workshop SET primary_colour = 'red;} * {background:url(file:///etc/passwd)}'",
    "UPDATE workshop SET accent_colour = '#12'",
    "UPDATE workshop SET day = '9999-12-31', keep_until = '0001-01-01'",
    "UPDATE workshop SET day = '-4713-11-24'",
    "UPDATE workshop SET start = '24:00'",
    "UPDATE workshop SET id = '../../../etc/passwd'",
    "UPDATE round SET id = '../../x' || id",
    "UPDATE round SET title = hex(zeroblob(3000000))",
    "UPDATE round SET kind = 'import os'",
    "UPDATE round SET steps_off = 'x y z', left_out = '..'",
    "UPDATE round SET position = 9223372036854775807",
    "UPDATE participant SET email = 'a@b' || char(13, 10) || 'Bcc: c@d'",
    "UPDATE contribution SET text = CAST(x'c3280000ff' AS TEXT)",
    "UPDATE contribution SET text = char(55357)",
    "UPDATE contribution SET text = zeroblob(20000000) WHERE seq = 1",
    "UPDATE contribution SET seq = 1e308",
    "UPDATE contribution SET strand = hex(zeroblob(90)) WHERE seq = 1",
    "UPDATE contribution SET round_id = 'nowhere'",
    "UPDATE journal SET changes = replace(hex(zeroblob(500000)), '0', '[') WHERE number > 20",
    "UPDATE journal SET changes = '{}'",
    'UPDATE journal SET changes = \'[["sqlite_master", null, {"type": "table"}]]\'',
    'UPDATE journal SET changes = \'[["workshop", {"id": 1}, {"id": [[[]]]}]]\'',
    'UPDATE journal SET changes = \'[["contribution", null, {"id": "\\" OR 1=1 --", "\\"; DROP TABLE x": 1}]]\'',
    "UPDATE journal SET changes = 'NaN'",
    "UPDATE journal SET number = -9223372036854775807 + number",
    "UPDATE journal SET label = '{0.__class__} %s {'",
    "UPDATE stage SET round_id = 'nowhere', step = 'nothing', page = 1000000",
    "INSERT INTO draft VALUES ('x', 'y', 'z', hex(zeroblob(9000)))",
    "INSERT INTO picture VALUES ('p', NULL, 0, 'logo', '', 'image/png', 10, 10, 'AAAA')",
    "INSERT INTO picture VALUES ('p', NULL, 0, 'logo', '', 'text/html', 10, 10, '../../etc/passwd')",
    "INSERT INTO picture SELECT 'p', NULL, 0, 'logo', '', 'image/png', 10, 10, hex(zeroblob(3500000))",
    "INSERT INTO digest SELECT 'round', hex(randomblob(8)), '' FROM generate_rows LIMIT 300000",
)
"""What somebody may have written who knows how: with right digests. It is refused, or does no harm."""


class Mutation:
    """A file for a seed, in a folder of its own."""

    def __init__(self, seed: int, model: bytes) -> None:
        self.chance = random.Random(seed)
        self._model = model
        made = (self._foreign, self._forged, self._journal, self._beside)
        kind = seed % (len(BYTES) + len(made))
        self.damage = BYTES[kind] if kind < len(BYTES) else None
        self._make = made[max(0, kind - len(BYTES))]
        self.name = (self.damage or self._make).__name__.strip("_")

    def write(self, path: Path) -> None:
        """Make the file, with what stands beside it."""
        data = bytearray(self._model)
        if self.damage:
            self.damage(data, self.chance)
            if len(data) > 2 * PAGE and self.chance.random() < 0.2:
                self.chance.choice(BYTES[:4])(data, self.chance)
        path.write_bytes(data)
        if not self.damage:
            self._make(path)

    def _foreign(self, path: Path) -> None:
        _run(path, self.chance.choice(FOREIGN))

    def _forged(self, path: Path) -> None:
        _run(path, self.chance.choice(FORGED), with_digests=True)

    def _journal(self, path: Path) -> None:
        """A journal that wants to be played back: ours with damage, of other pages, or one that names another file."""
        count = self.chance.randrange(1, 5)
        numbers = self.chance.sample(range(1, len(self._model) // PAGE + 1), count)
        head = struct.pack(">8sIIIII", _SUPER, count, 7, len(self._model) // PAGE, 512, PAGE)
        body = bytearray(head.ljust(512, b"\0"))
        for number in numbers:
            page = bytearray(self._model[(number - 1) * PAGE : number * PAGE])
            if self.chance.random() < 0.5:
                _flip(page, self.chance, 8)
            checksum = (7 + sum(page[PAGE - 200 :: -200])) & 0xFFFFFFFF
            body += struct.pack(">I", number) + page + struct.pack(">I", checksum)
        if self.chance.random() < 0.5:
            victim = str(path.parent.with_name(VICTIM)).encode()
            body += struct.pack(">I", 0x40000000 // PAGE + 1) + victim
            body += struct.pack(">II", len(victim), sum(victim) & 0xFFFFFFFF) + _SUPER
        path.with_name(f"{path.name}-journal").write_bytes(body)

    def _beside(self, path: Path) -> None:
        """Other files of SQLite, which are none of ours."""
        for suffix in ("-wal", "-shm", "-journal"):
            if self.chance.random() < 0.7:
                path.with_name(path.name + suffix).write_bytes(self.chance.randbytes(self.chance.choice((0, 32, 9000))))


def _run(path: Path, statements: str, with_digests: bool = False) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript("PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY")
        rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 400000) SELECT i FROM n"
        db.execute(f"CREATE TEMP VIEW generate_rows AS {rows}")
        # Not every library of SQLite lets everything be done.
        with suppress(sqlite3.Error):
            db.executescript(statements)
        if with_digests and "INTO digest" not in statements:
            with suppress(sqlite3.Error, UnicodeError, ValueError):
                renew_digests(db)
