"""What the capture line remarks about what is typed or was taken down. It never stops anybody. Pure."""

from datetime import date

from workshop_app.desktop.console.addressing import Addressed
from workshop_app.desktop.console.author_field import points_at_one
from workshop_app.desktop.console.here import Here
from workshop_app.facilitation.action_line import is_absent, read_day
from workshop_app.facilitation.resident_data import LIKELY_IN, looks_like
from workshop_app.i18n import Language
from workshop_app.model.text import dotted
from workshop_app.model.values import Level
from workshop_app.model.views import ActionView, WorkshopView


def of_text(here: Here, said: Addressed, language: Language) -> str:
    """That a text seems to hold data of a resident, or that its author points at one person; '' for nothing."""
    if warning := looks_like(said.text):
        return language.gettext(warning)
    if here.round is None or here.round.level is not Level.ORGANISATION:
        return ""
    return points_at_one(here.view, said.author.organisation_id, language)


def on_arrival(here: Here, language: Language) -> str:
    """The reminder of a round in which people tell about residents; '' in others."""
    if here.round is None or here.round.kind not in LIKELY_IN:
        return ""
    return language.gettext("Keep residents out of it: no names, dates of birth, numbers or addresses.")


def of_action(action: ActionView, view: WorkshopView, language: Language, today: date) -> str:
    """What is to be seen to in an action: its owner is not here, its words are no date or a day in the past."""
    _ = language.gettext
    absent = is_absent(view, action.participant_id, action.organisation_id)
    who = _("{name} is not here today").format(name=action.owner) if absent and action.owner else ""
    return dotted((who, when_remark(action, language, today)))


def when_remark(action: ActionView, language: Language, today: date) -> str:
    """That the words of an action are no date, or a day in the past; '' for nothing."""
    if action.due or not action.due_text:
        return ""
    past = read_day(action.due_text, today) is not None
    return language.gettext("in the past") if past else language.gettext("not a date")
