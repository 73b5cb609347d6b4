"""The sheets of a workbook of Excel or LibreOffice (XLSX). Nothing is unpacked before it is known to be small."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice, zip_longest
from typing import Any

from workshop_app.errors import WorldError
from workshop_app.facilitation.table_text import Row
from workshop_app.i18n import N_
from workshop_app.model.text import single_line

FILE_LIMIT = 20_000_000
UNPACKED_LIMIT = 60_000_000
"""Bytes in the file, and in all that is packed in it."""
_PARTS = 2_000
_ROWS = 20_000
_COLUMNS = 100
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its rows that hold something. `hidden`: it is not shown in the spreadsheet."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False


def is_workbook(data: bytes) -> bool:
    """Whether a file is a workbook, of whatever kind, rather than a text."""
    return data.startswith((_ZIP, _OLD, b"PK\x05\x06"))


def sheets_in(data: bytes) -> tuple[Sheet, ...]:
    """The sheets that hold something, hidden ones last. Raises WorldError for what is no workbook, or none to be read.

    The outcome of a formula is the one that was saved; nothing is calculated. A cell that is merged with those below it
    counts for each of their rows.
    """
    _require_harmless(data)
    try:
        sheets = tuple(_sheets(data))
    except WorldError:
        raise
    except Exception as error:  # openpyxl fails in a dozen ways on what is not as it expects
        raise _unreadable() from error
    return tuple(sorted((sheet for sheet in sheets if sheet.rows), key=lambda sheet: sheet.hidden))


def _require_harmless(data: bytes) -> None:
    """Refuse what is protected, old, of another kind, larger than any list, or that defines entities."""
    if data.startswith(_OLD):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _protected()
        raise WorldError(
            N_("This workbook is of an old kind (XLS). Save it as XLSX or CSV, or copy the cells and paste them here.")
        )
    if len(data) > FILE_LIMIT:
        raise _too_large()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _require_small(packed)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as error:
        raise _unreadable() from error


def _require_small(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise _protected()
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise _too_large()
    names = {part.filename for part in parts}
    if "content.xml" in names:
        raise WorldError(
            N_(
                "This is a workbook of another kind (ODS). "
                "Save it as XLSX or CSV, or copy the cells and paste them here."
            )
        )
    if "[Content_Types].xml" not in names:
        raise WorldError(N_("This is not a list. Choose a spreadsheet (XLSX) or a CSV file."))
    for part in parts:
        # No workbook has a DOCTYPE; it is what bombs of entities are made of. UTF-16 would hide it between empty bytes.
        if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in packed.read(part).replace(b"\0", b""):
            raise _unreadable()


def _sheets(data: bytes) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # What openpyxl leaves out (validation, styles) is not what we read.
        warnings.simplefilter("ignore")
        outcomes = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        formulas = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        try:
            for sheet, source in zip(outcomes.worksheets, formulas.worksheets, strict=True):
                rows = tuple(_rows(sheet, source, _merged(sheet)))
                yield Sheet(single_line(sheet.title), rows, sheet.sheet_state != "visible")
        finally:
            outcomes.close()
            formulas.close()


def _merged(sheet: Any) -> dict[tuple[int, int], int]:
    """For each merged range by its first cell (row and column from 1) the last row."""
    from openpyxl.utils import column_index_from_string

    with sheet._get_source() as source:
        found = _MERGED.findall(source.read())
    return {(int(top), column_index_from_string(left.decode())): int(bottom) for left, top, _, bottom in found}


def _rows(sheet: Any, source: Any, merged: dict[tuple[int, int], int]) -> Iterator[Row]:
    # The size that a file says its sheet has is not always right.
    sheet.reset_dimensions()
    source.reset_dimensions()
    pairs = zip_longest(sheet.iter_rows(values_only=True), source.iter_rows(values_only=True), fillvalue=())
    lasting: dict[int, tuple[int, str]] = {}
    for number, (values, written) in enumerate(islice(pairs, _ROWS), start=1):
        texts = [_as_text(value) for value in values[:_COLUMNS]]
        for at, (last, text) in lasting.items():
            if number <= last and at < len(texts) and not texts[at]:
                texts[at] = text
        for at, text in enumerate(texts):
            if text and (number, at + 1) in merged:
                lasting[at] = merged[number, at + 1], text
        unknown = frozenset(at for at, cell in enumerate(written[: len(texts)]) if _is_formula(cell) and not texts[at])
        if any(texts) or unknown:
            yield Row(number, tuple(texts), unknown=unknown)


def _is_formula(cell: object) -> bool:
    return (isinstance(cell, str) and cell.startswith("=")) or type(cell).__name__ in (
        "ArrayFormula",
        "DataTableFormula",
    )


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = single_line(str(value))
    # The outcome of a formula that failed: #N/A, #REF!, #NAME?
    return "" if re.fullmatch(r"#[A-Z/0]+[!?]?", text) else text


def _protected() -> WorldError:
    return WorldError(
        N_("This workbook is protected with a password. Save it without one, or copy the cells and paste them here.")
    )


def _too_large() -> WorldError:
    return WorldError(N_("This workbook is too large for a list of participants. Copy the cells and paste them here."))


def _unreadable() -> WorldError:
    return WorldError(N_("This workbook cannot be read. Save it as CSV, or copy the cells and paste them here."))
