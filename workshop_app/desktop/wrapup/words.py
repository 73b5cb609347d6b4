"""What the wrap-up says: what is missing, what is complete, and how a delivery ended."""

from collections.abc import Callable

from workshop_app.i18n import N_, Language
from workshop_app.minutes.completeness import Gap, has_date, has_owner
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.files import OTHER_FILES
from workshop_app.minutes.own_scores import LEAST_ORGANISATIONS
from workshop_app.minutes.parts import quotes
from workshop_app.minutes.sections.rounds import held_rounds
from workshop_app.minutes.wording import round_name
from workshop_app.model.attendance import attended
from workshop_app.model.values import Presence, Rule
from workshop_app.model.views import ActionView, WorkshopView

_PROGRAMS = {".docx": "Word", ".xlsx": "Excel", ".ics": "Outlook"}
"""What people call a kind of file."""
HINTS = {
    Gap.PRESENCE: N_("mark"),
    Gap.ACTION: N_("fill in"),
    Gap.DECISION: N_("fill in"),
    Gap.PARKED: N_("go through"),
    Gap.QUOTE: N_("choose"),
    Gap.PHOTO: N_("describe"),
    Gap.ROUND: N_("confirm"),
}
"""What Enter does with a finding."""

AUDIENCES = {
    Audience.PARTICIPANTS: N_("Participants: all who were there"),
    Audience.PUBLICATION: N_("Publication: anybody"),
    Audience.CHATHAM: N_("Chatham House: may be passed on"),
}
"""For whom the minutes can be, beside one organisation."""
_RULES = {
    Rule.BY_NAME: N_("For those who were there. Who said what stands in it, where the round kept that."),
    Rule.NOT_ATTRIBUTED: N_("For those who were there. What was said stands in it without name and municipality."),
    Rule.CHATHAM_HOUSE: N_(
        "For those who were there: it holds the list of participants, which stays inside the group."
    ),
}


def kinds_of_files(language: Language) -> dict[str, str]:
    """The words for each kind of file beside the PDF."""
    return {
        kind.key: f"{_capital(language.gettext(kind.label))} ({_PROGRAMS.get(kind.suffix, kind.suffix[1:].upper())})"
        for kind in OTHER_FILES
    }


def meaning(edition: Edition, view: WorkshopView, language: Language) -> str:
    """What a version of the minutes holds, and what it leaves out."""
    _, present = language.gettext, len({p.organisation_id for p in attended(view) if p.organisation_id})
    match edition.audience:
        case Audience.PARTICIPANTS:
            return _(_RULES[view.info.rule])
        case Audience.PUBLICATION:
            return _("Names of participants are left out. Read whether a text names somebody else.")
        case Audience.CHATHAM:
            return _("May be passed on: nothing in it tells who was there. Read whether a text names somebody.")
        case Audience.ORGANISATION if present >= LEAST_ORGANISATIONS:
            return _("For those who were there, with the own scores beside the region, and the own actions first.")
        case Audience.ORGANISATION:
            sentence = _(
                "With the own actions first. Own scores stand in it from {least} organisations on; here are {n}."
            )
            return sentence.format(least=LEAST_ORGANISATIONS, n=present)


def missing(gap: Gap, targets: tuple[str, ...], view: WorkshopView, language: Language) -> str:
    """What is missing, in a few words."""
    ngettext, n = language.ngettext, len(targets)
    match gap:
        case Gap.PRESENCE:
            return language.gettext("Nobody is marked as present yet")
        case Gap.ACTION:
            return _incomplete_actions(targets, view, language)
        case Gap.DECISION:
            return ngettext("{n} decision without support", "{n} decisions without support", n).format(n=n)
        case Gap.PARKED:
            return ngettext("{n} parked item is still open", "{n} parked items are still open", n).format(n=n)
        case Gap.QUOTE:
            words = ngettext("{n} quote: may it be in the minutes?", "{n} quotes: may they be in the minutes?", n)
            return words.format(n=n)
        case Gap.PHOTO:
            words = ngettext("{n} photo: what is on it?", "{n} photos: what is on them?", n)
            return words.format(n=n)
        case Gap.ROUND:
            return ngettext("{n} round was not held", "{n} rounds were not held", n).format(n=n)


def complete(gap: Gap, view: WorkshopView, language: Language) -> str:
    """What is in order; '' when there is nothing to say about it."""
    return _COMPLETE[gap](view, language)


def numbered_action(action: ActionView, view: WorkshopView) -> str:
    """An action with its number: "A3 Overzicht van contracten aanvullen"."""
    return f"A{view.actions.index(action) + 1}  {action.text}"


def round_title(round_id: str, view: WorkshopView, language: Language) -> str:
    """A round with its number and title."""
    known = view.round(round_id)
    return f"{round_name(known, view, language)}: {known.title}" if known else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _incomplete_actions(targets: tuple[str, ...], view: WorkshopView, language: Language) -> str:
    _ = language.gettext
    actions = [action for action in view.actions if action.id in targets]
    if len(actions) > 1:
        return _("{n} actions without owner or date").format(n=len(actions))
    pattern = _("Action A{n} has no owner and no date yet")
    if has_owner(actions[0]):
        pattern = _("Action A{n} has no date yet")
    elif has_date(actions[0]):
        pattern = _("Action A{n} has no owner yet")
    return pattern.format(n=view.actions.index(actions[0]) + 1)


def _present(view: WorkshopView, language: Language) -> str:
    people = len(attended(view))
    excused = sum(person.presence is Presence.EXCUSED for person in view.participants)
    present = language.ngettext("{n} present", "{n} present", people).format(n=people)
    if not people or not excused:
        return present if people else ""
    return language.gettext("{present}, {n} absent with notice").format(present=present, n=excused)


def _actions(view: WorkshopView, language: Language) -> str:
    n = len(view.actions)
    words = language.ngettext("{n} action with owner and date", "{n} actions with owner and date", n)
    return words.format(n=n) if n else ""


def _decisions(view: WorkshopView, language: Language) -> str:
    n = len(view.decisions)
    words = language.ngettext("{n} decision with support", "{n} decisions with support", n)
    return words.format(n=n) if n else ""


def _parked(view: WorkshopView, language: Language) -> str:
    n = len(view.parked)
    words = language.ngettext("{n} parked item, discussed", "{n} parked items, all discussed", n)
    return words.format(n=n) if n else ""


def _quotes(view: WorkshopView, language: Language) -> str:
    judged = [quote.in_minutes for known in view.script for quote in quotes(known)]
    chosen = sum(marked is True for marked in judged)
    words = language.ngettext("{n} quote of the room goes in", "{n} quotes of the room go in", chosen)
    return words.format(n=chosen) if judged else ""


def _rounds(view: WorkshopView, language: Language) -> str:
    held = len(held_rounds(view))
    passed = sum(known.skipped for known in view.script)
    words = language.ngettext("{n} round held", "{n} rounds held", held).format(n=held) if held else ""
    if not passed:
        return words
    skipped = language.gettext("{n} not dealt with").format(n=passed)
    return ", ".join(filter(None, (words, skipped)))


def _photos(view: WorkshopView, language: Language) -> str:
    n = sum(len(view.photos(known.id)) for known in view.script)
    return (
        language.ngettext("{n} photo with a description", "{n} photos with a description", n).format(n=n) if n else ""
    )


_COMPLETE: dict[Gap, Callable[[WorkshopView, Language], str]] = {
    Gap.PRESENCE: _present,
    Gap.ACTION: _actions,
    Gap.DECISION: _decisions,
    Gap.PARKED: _parked,
    Gap.QUOTE: _quotes,
    Gap.PHOTO: _photos,
    Gap.ROUND: _rounds,
}
