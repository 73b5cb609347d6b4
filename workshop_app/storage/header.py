"""The first hundred bytes of a file: enough to know, without opening it, whose it is."""

import struct
from pathlib import Path

from workshop_app.storage import faults
from workshop_app.storage.schema import APPLICATION_ID, VERSION

_MAGIC = b"SQLite format 3\x00"
_LENGTH = 100


def require_ours(path: Path) -> int:
    """The schema version of a session file.

    Raises NotASessionError for anything else (empty, cut short, another program's), TooNewError for a later version,
    StorageError when it cannot be read.
    """
    try:
        if not path.is_file():
            raise FileNotFoundError(2, "not there", str(path))
        with path.open("rb") as file:
            head = file.read(_LENGTH)
    except OSError as error:
        raise faults.fault(error, path) from error
    if len(head) < _LENGTH or not head.startswith(_MAGIC):
        raise faults.not_ours(path)
    version, application = struct.unpack(">i4xi", head[60:72])
    if application != APPLICATION_ID:
        raise faults.not_ours(path)
    if version > VERSION:
        raise faults.too_new(path)
    return int(version)
