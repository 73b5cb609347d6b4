"""The first hundred bytes of a file: enough to know, without opening it, whose it is."""

import struct
from contextlib import suppress
from os import SEEK_END
from pathlib import Path
from stat import S_ISREG

from workshop_app.storage import faults
from workshop_app.storage.bounds import FILE_LIMIT
from workshop_app.storage.schema import APPLICATION_ID, VERSION

LENGTH = 100
_MAGIC = b"SQLite format 3\x00"
# How it is written and read: with a rollback journal. SQLite would rewrite a file that says something else.
_FORMATS = b"\x01\x01"
# The end of a journal that names another file.
_NAMES_ANOTHER = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the pages that an unfinished transaction would change. They belong to the file."""
    return path.with_name(f"{path.name}-journal")


def require_own_journal(path: Path) -> None:
    """Raises DamagedError when the journal beside a file is none of ours. OSError when it cannot be read.

    A journal may name a file that several databases have in common; SQLite deletes that file, whatever it is.
    """
    journal = journal_of(path.resolve())
    if journal.exists() and not journal.is_file():
        raise faults.damaged(path)
    with suppress(FileNotFoundError), journal.open("rb") as file:
        size = file.seek(0, SEEK_END)
        file.seek(max(0, size - len(_NAMES_ANOTHER)))
        if size > FILE_LIMIT or file.read() == _NAMES_ANOTHER:
            raise faults.damaged(path)


def require_file(path: Path) -> None:
    """Raises NotASessionError for what is no file (a pipe, a device: reading it may never end), StorageError when
    nothing is there or it is larger than any of ours."""
    try:
        stat = path.stat()
    except OSError as error:
        raise faults.fault(error, path) from error
    if not S_ISREG(stat.st_mode):
        raise faults.not_ours(path)
    if stat.st_size > FILE_LIMIT:
        raise faults.too_large(path)


def require_ours(path: Path) -> int:
    """The schema version of a session file.

    Raises NotASessionError for anything else (empty, cut short, another program's), TooNewError for a later version,
    DamagedError for a header, or a journal beside it, that we never wrote, StorageError when it cannot be read or is
    larger than any of ours.
    """
    require_file(path)
    try:
        with path.open("rb") as file:
            head = file.read(LENGTH)
    except OSError as error:
        raise faults.fault(error, path) from error
    if len(head) < LENGTH or not head.startswith(_MAGIC):
        raise faults.not_ours(path)
    version, application = struct.unpack(">i4xi", head[60:72])
    if application != APPLICATION_ID:
        raise faults.not_ours(path)
    if version > VERSION:
        raise faults.too_new(path)
    if version < 1 or head[18:20] != _FORMATS:
        raise faults.damaged(path)
    try:
        require_own_journal(path)
    except OSError as error:
        raise faults.fault(error, path) from error
    return int(version)
