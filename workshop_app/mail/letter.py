"""The words of the mail with the minutes: a template that can be changed, and what stands in place of its marks."""

from workshop_app.i18n import N_, Language
from workshop_app.model.attendance import attended
from workshop_app.model.values import MinutesStatus
from workshop_app.model.views import ActionView, WorkshopInfo, WorkshopView

GREETING = N_("[greeting]")
STATUS = N_("[status]")
ACTIONS = N_("[actions]")
"""The marks, in the language of the workshop: to whom it is, how far the minutes are, and what they agreed to do."""


def template(workshop: WorkshopView, language: Language) -> str:
    """The letter with its marks: as it was changed, else as it is by itself."""
    return workshop.info.mail_text or standard(workshop, language)


def standard(workshop: WorkshopView, language: Language) -> str:
    """The letter as it is by itself: what is attached, how far it is, what is in it, and who does what."""
    _ = language.gettext
    info = workshop.info
    attached = _("Attached are the minutes of “{title}” on {date}.")
    paragraphs = (
        _(GREETING),
        attached.format(title=info.title, date=language.date(info.day, "long")) + "\n" + _(STATUS),
        _counts(workshop, language),
        _(ACTIONS) if _open(workshop) else "",
        "\n".join(part for part in (_("Kind regards,"), info.note_taker or info.chair) if part),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def letter(workshop: WorkshopView, organisation_id: str, language: Language) -> str:
    """The letter in plain text, to everybody or (with an id) to one organisation, which gets its own actions.

    `workshop` is what the readers may know of it.
    """
    _ = language.gettext
    text = template(workshop, language)
    for mark, words in (
        (_(GREETING), _greeting(workshop, organisation_id, language)),
        (_(STATUS), _status(workshop.info, language)),
        (_(ACTIONS), _actions(workshop, organisation_id, language)),
    ):
        text = text.replace(mark, words)
    # Where a mark stood for nothing, no empty lines stay.
    return "\n\n".join(paragraph for part in text.split("\n\n") if (paragraph := part.strip("\n")))


def _greeting(workshop: WorkshopView, organisation_id: str, language: Language) -> str:
    name = workshop.organisation_name(organisation_id)
    words = language.gettext("Dear colleagues of {organisation},") if name else language.gettext("Dear all,")
    return words.format(organisation=name)


def _actions(workshop: WorkshopView, organisation_id: str, language: Language) -> str:
    """Who does what, and when; those of the organisation alone."""
    lines = [
        f"- A{number} {_told(action, language)}"
        for number, action in enumerate(workshop.actions, 1)
        if action in _open(workshop) and (not organisation_id or action.organisation_id == organisation_id)
    ]
    if not lines:
        return ""
    heading = language.gettext("Your actions:") if organisation_id else language.gettext("Who does what:")
    return "\n".join((heading, *lines))


def _told(action: ActionView, language: Language) -> str:
    when = language.gettext("by {date}").format(date=language.date(action.due)) if action.due else action.due_text
    beside = ", ".join(filter(None, (action.owner.strip(), when.strip())))
    text = " ".join(action.text.split())
    return f"{text} ({beside})" if beside else text


def _open(workshop: WorkshopView) -> list[ActionView]:
    return [action for action in workshop.actions if not action.done]


def _status(info: WorkshopInfo, language: Language) -> str:
    _ = language.gettext
    if info.minutes_status is MinutesStatus.FINAL:
        if info.adopted_on is None:
            return _("The minutes are final.")
        return _("The minutes are final, adopted on {date}.").format(date=language.date(info.adopted_on, "long"))
    if info.reactions_before is None:
        return _("This is a draft. Reactions are welcome: answer this message.")
    before = language.date(info.reactions_before, "long")
    return _("This is a draft. Reactions are welcome before {date}: answer this message.").format(date=before)


def _counts(workshop: WorkshopView, language: Language) -> str:
    people, decisions, actions = len(attended(workshop)), len(workshop.decisions), len(workshop.actions)
    sentences = []
    if people:
        present = language.ngettext("{n} participant was there.", "{n} participants were there.", people)
        sentences.append(present.format(n=people))
    outcomes = (
        (decisions, language.ngettext("{n} decision", "{n} decisions", decisions)),
        (actions, language.ngettext("{n} action", "{n} actions", actions)),
    )
    counted = [words.format(n=number) for number, words in outcomes if number]
    if counted:
        sentences.append(language.gettext("In the minutes: {outcomes}.").format(outcomes=language.joined(counted)))
    return " ".join(sentences)
