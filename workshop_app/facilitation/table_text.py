"""The rows of a table that comes as text: a CSV file in whatever encoding, or cells pasted from a spreadsheet."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workshop_app.errors import WorldError
from workshop_app.i18n import N_
from workshop_app.model.text import dotted, single_line

SIZE_LIMIT = 5_000_000
"""Bytes in a file, characters in a pasted text."""

_DELIMITERS = "\t;,"
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# A cell may hold line breaks between quotation marks; a mark that is never closed must not swallow the rest.
_LINES_IN_A_ROW = 20
_FIRST_LINE = 10_000
_SHOWN = 200
_LOOKED_AT = 15
"""Lines among which the one with the headings is looked for: titles may stand above it."""
# Excel names the separator in a line of its own when asked to.
_SEPARATOR = re.compile(r'"?sep=([;,\t])"?\s*', re.IGNORECASE)
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffd]")
_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml|table)", re.IGNORECASE)
_NO_LISTS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"SQLite format 3")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, each on one line, and the line of the text where it starts, counted from 1.

    A row whose quotation marks do not match is `broken`; its only cell is the line as it stands. `unknown` are the
    places of cells in a workbook that hold a formula without an outcome.
    """

    line_no: int
    cells: tuple[str, ...]
    broken: bool = False
    unknown: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """The row in one piece, cut short, to be shown."""
        return dotted(self.cells)[:_SHOWN]


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, with or without a mark in front, else Windows-1252.

    Raises WorldError for a file that is too large or no text at all.
    """
    if len(data) > SIZE_LIMIT:
        raise _too_large()
    if data.startswith(_NO_LISTS):
        raise _no_list()
    text = _text(data)
    # A page of the web that calls itself a spreadsheet.
    if _PAGE.match(text) or len(_NO_TEXT.findall(text)) * 50 > len(text):
        raise _no_list()
    return text


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    # Letters, commas and line breaks have an empty byte in UTF-16, and in no other encoding.
    low, high = data[1::2].count(0), data[::2].count(0)
    if max(low, high) * 20 > len(data):
        return data.decode("utf-16-le" if low > high else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def table_rows(text: str, is_heading: Callable[[str], bool]) -> Iterator[Row]:
    """The rows that are not blank, from a text with tabs, semicolons or commas between its cells.

    The separator is the one that the text names ("sep=;"), else a tab when the first row has one, else what gives most
    headings in one of the first rows, else what gives most cells. Raises WorldError for a text that is too large.
    """
    if len(text) > SIZE_LIMIT:
        raise _too_large()
    lines = _LINE_BREAK.split(text.removeprefix("\ufeff"))
    named = _SEPARATOR.fullmatch(lines[0])
    if named:
        lines[0] = ""
    delimiter = named[1] if named else _delimiter([line for line in lines if line.strip()][:_LOOKED_AT], is_heading)
    at = 0
    while at < len(lines):
        row, height = _row(lines, at, delimiter) if lines[at].strip() else (None, 1)
        at += height
        if row and any(row.cells):
            yield row


def _delimiter(lines: list[str], is_heading: Callable[[str], bool]) -> str:
    def fitness(delimiter: str) -> tuple[bool, int, int]:
        # As the rows are read, without the strictness: a mark that is not closed is reported with its row.
        rows = [next(csv.reader([line[:_FIRST_LINE]], delimiter=delimiter), []) for line in lines] or [[]]
        headings, cells = max(((sum(map(is_heading, row)), len(row)) for row in rows), key=lambda each: each[0])
        return delimiter == "\t" and len(rows[0]) > 1, headings, cells

    return max(_DELIMITERS, key=fitness)


def _row(lines: list[str], at: int, delimiter: str) -> tuple[Row, int]:
    """The row that starts at a line, and how many lines it takes."""
    for height in range(1, min(_LINES_IN_A_ROW, len(lines) - at) + 1):
        source = [f"{line}\n" for line in lines[at : at + height]]
        try:
            cells = next(csv.reader(source, delimiter=delimiter, strict=True))
        except csv.Error:
            continue
        return Row(at + 1, tuple(map(single_line, cells))), height
    return Row(at + 1, (single_line(lines[at]),), broken=True), 1


def _too_large() -> WorldError:
    message = N_("This list is larger than {megabytes} MB. Split it up and try again.")
    return WorldError(message, megabytes=SIZE_LIMIT // 1_000_000)


def _no_list() -> WorldError:
    return WorldError(N_("This is not a list. Choose a spreadsheet (XLSX) or a CSV file."))
