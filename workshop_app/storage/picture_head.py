"""How large is a picture? Said by the first bytes of its file, so that nothing has to decode one that somebody made to
fill memory."""

import struct

LENGTH = 1_500
"""Bytes that are enough for a picture as this program writes it."""

_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"
_START, _BASELINE, _SCAN = 0xD8, 0xC0, 0xDA
_BEFORE_A_SCAN = (0xC4, 0xDB, *range(0xE0, 0xF0))
"""Tables and remarks of programs."""


def size_of(head: bytes) -> tuple[str, int, int]:
    """The media type, and the width and height in pixels.

    Raises ValueError for anything but a PNG file or a JPEG file with one scan: one with many takes minutes to decode,
    however small it is.
    """
    try:
        if head.startswith(_PNG):
            return ("image/png", *struct.unpack_from(">II", head, len(_PNG)))
        return ("image/jpeg", *_size_of_jpeg(head))
    except (struct.error, IndexError) as error:
        raise ValueError("cut short") from error


def _size_of_jpeg(head: bytes) -> tuple[int, int]:
    if head[:2] != bytes((0xFF, _START)):
        raise ValueError("no picture of ours")
    at, width, height, parts = 2, 0, 0, 0
    while True:
        mark, kind, length = struct.unpack_from(">BBH", head, at)
        if mark == 0xFF and kind == _BASELINE and not parts:
            height, width, parts = struct.unpack_from(">xHHB", head, at + 4)
        elif mark == 0xFF and kind == _SCAN and parts and head[at + 4] == parts:
            return width, height
        elif mark != 0xFF or kind not in _BEFORE_A_SCAN:
            raise ValueError("not as this program writes it")
        at += 2 + length
