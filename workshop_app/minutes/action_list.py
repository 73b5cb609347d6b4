"""The actions as a CSV file that opens in any spreadsheet, and in which no text is taken for a formula."""

import csv
import io
import unicodedata
from itertools import takewhile

from workshop_app.i18n import Language
from workshop_app.model.views import ActionView, WorkshopView

_SEPARATORS = {"en": ","}
_FORMULA_STARTS = frozenset("=+-@\u2212")
_BREAKS = frozenset("\t\r\n")


def actions_csv(view: WorkshopView, language: Language) -> bytes:
    """The actions with a heading, in UTF-8 with a mark in front, separated as spreadsheets of this language expect."""
    _ = language.gettext
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=_SEPARATORS.get(language.code, ";"), quoting=csv.QUOTE_ALL)
    writer.writerow(
        (_("No."), _("Action"), _("Who"), _("Municipality or organisation"), _("Due"), _("State"), _("Round"))
    )
    for number, action in enumerate(view.actions, start=1):
        writer.writerow([safe_cell(cell) for cell in _cells(number, action, view, language)])
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


def _cells(number: int, action: ActionView, view: WorkshopView, language: Language) -> tuple[str, ...]:
    person = next((p for p in view.participants if p.id == action.participant_id), None)
    known = view.round(action.round_id)
    return (
        f"A{number}",
        action.text,
        action.owner or (person.name if person else ""),
        view.organisation_name(action.organisation_id or (person.organisation_id if person else "")),
        action.due.isoformat() if action.due else action.due_text,
        language.gettext("done") if action.done else language.gettext("open"),
        known.title if known else "",
    )
