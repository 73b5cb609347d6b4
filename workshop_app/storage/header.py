"""The first hundred bytes of a file: enough to know, without opening it, whose it is."""

import struct
from pathlib import Path

from workshop_app.storage import faults
from workshop_app.storage.schema import APPLICATION_ID, VERSION

LENGTH = 100
_MAGIC = b"SQLite format 3\x00"
# How it is written and read: with a rollback journal. SQLite would rewrite a file that says something else.
_FORMATS = b"\x01\x01"


def require_ours(path: Path) -> int:
    """The schema version of a session file.

    Raises NotASessionError for anything else (empty, cut short, another program's), TooNewError for a later version,
    DamagedError for a header that we never wrote, StorageError when it cannot be read.
    """
    try:
        if not path.is_file():
            raise FileNotFoundError(2, "not there", str(path))
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
    return int(version)
