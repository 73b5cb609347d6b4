"""The pages of a damaged file made readable again: its header, and the list of its tables."""

import struct
from collections.abc import Iterator

from workshop_app.storage.header import LENGTH

_PAGE = 4096
_INTERIOR = 0x05


def repaired(data: bytes, fresh: bytes) -> Iterator[bytes]:
    """Versions of a damaged file that SQLite may read more of: with the header as we write it, then with the list of
    tables of a fresh file too. All our files have their tables in the same places."""
    whole = data.ljust(_PAGE, b"\0")
    yield _with_header(whole, fresh)
    yield _with_header(_with_tables(whole, fresh), fresh)


def _with_header(data: bytes, model: bytes) -> bytes:
    head = bytearray(model[:LENGTH])
    # Counter of changes, number of pages, and no free pages: nothing is written here, and those that are free are not
    # read.
    struct.pack_into(">4I", head, 24, 1, len(data) // _PAGE, 0, 0)
    struct.pack_into(">I", head, 92, 1)
    return bytes(head) + data[LENGTH:]


def _with_tables(data: bytes, model: bytes) -> bytes:
    """Put the pages that list the tables where a file of ours has them."""
    pages = bytearray(data)
    for number in (1, *_children(model)):
        start = (number - 1) * _PAGE
        if start <= len(pages):
            pages[start : start + _PAGE] = model[start : start + _PAGE]
    return bytes(pages)


def _children(model: bytes) -> Iterator[int]:
    """The numbers of the pages below the first."""
    if model[LENGTH] != _INTERIOR:
        return
    count = struct.unpack_from(">H", model, LENGTH + 3)[0]
    for cell in struct.unpack_from(f">{count}H", model, LENGTH + 12):
        yield struct.unpack_from(">I", model, cell)[0]
    yield struct.unpack_from(">I", model, LENGTH + 8)[0]
