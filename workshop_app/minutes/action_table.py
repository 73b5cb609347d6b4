"""The actions as rows, for the files that hold a list of them: the same columns and order everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workshop_app.i18n import Language
from workshop_app.minutes.edition import Edition
from workshop_app.model.views import ActionView, WorkshopView


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as it is listed. `due` is a date, or what was typed when it is none."""

    number: str
    text: str
    owner: str
    organisation: str
    due: date | str
    state: str
    round: str


def headings(language: Language) -> tuple[str, ...]:
    """The heads of the columns."""
    _ = language.gettext
    return (_("No."), _("Action"), _("Who"), _("Municipality or organisation"), _("Due"), _("State"), _("Round"))


def numbered(view: WorkshopView, edition: Edition) -> list[tuple[str, ActionView]]:
    """The actions with the numbers they have in the minutes; for an organisation its own come first."""
    listed = [(f"A{number}", action) for number, action in enumerate(view.actions, start=1)]
    own = edition.organisation_id
    return sorted(listed, key=lambda row: row[1].organisation_id != own) if own else listed


def rows(view: WorkshopView, edition: Edition, language: Language) -> Iterator[ActionRow]:
    """The actions of a workshop as its readers may know it."""
    for number, action in numbered(view, edition):
        known = view.round(action.round_id)
        yield ActionRow(
            number,
            action.text,
            action.owner,
            view.organisation_name(action.organisation_id),
            action.due or action.due_text,
            language.gettext("done") if action.done else language.gettext("open"),
            known.title if known else "",
        )
