"""The actions as a CSV file that opens in any spreadsheet, and in which no text is taken for a formula."""

import csv
import io
import unicodedata
from dataclasses import astuple
from itertools import takewhile

from workshop_app.i18n import Language
from workshop_app.minutes.action_table import headings, rows
from workshop_app.minutes.edition import Edition
from workshop_app.model.views import WorkshopView

_SEPARATORS = {"en": ","}
_FORMULA_STARTS = frozenset("=+-@\u2212")
_BREAKS = frozenset("\t\r\n")


def actions_csv(view: WorkshopView, edition: Edition, language: Language) -> bytes:
    """The actions with a heading, in UTF-8 with a mark in front, separated as spreadsheets of this language expect."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=_SEPARATORS.get(language.code, ";"), quoting=csv.QUOTE_ALL)
    writer.writerow(headings(language))
    for row in rows(view, edition, language):
        writer.writerow([safe_cell(str(cell)) for cell in astuple(row)])
    return text.getvalue().encode("utf-8-sig")


def safe_cell(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would calculate with it.

    That is what begins like a formula, in full-width signs too, or with a break; what is not seen does not count.
    """
    unseen = "".join(takewhile(_is_unseen, text))
    first = unicodedata.normalize("NFKC", text[len(unseen) : len(unseen) + 1])
    return f"'{text}" if _FORMULA_STARTS & set(first) or _BREAKS & set(unseen) else text


def _is_unseen(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf", "Mn")
