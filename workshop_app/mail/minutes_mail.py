"""The mail that takes the minutes to the participants: subject, text and addressees."""

from pathlib import Path

from workshop_app.i18n import Language
from workshop_app.mail.draft import Draft
from workshop_app.model.attendance import attended
from workshop_app.model.values import MinutesStatus
from workshop_app.model.views import WorkshopInfo, WorkshopView


def minutes_draft(workshop: WorkshopView, minutes: Path, language: Language) -> Draft:
    """A draft with the minutes attached, in Bcc to everyone on the list who has an address."""
    addressees = tuple((person.name, person.email) for person in workshop.participants if person.email)
    return Draft(
        subject=subject(workshop.info, language),
        text=text(workshop, language),
        bcc=addressees,
        attachments=(minutes,),
        language=language.code,
    )


def subject(info: WorkshopInfo, language: Language) -> str:
    """What the minutes are of, with the day."""
    _ = language.gettext
    concept = info.minutes_status is MinutesStatus.CONCEPT
    pattern = _("Draft minutes: {title}, {date}") if concept else _("Minutes: {title}, {date}")
    return pattern.format(title=info.title, date=language.date(info.day, "long"))


def text(workshop: WorkshopView, language: Language) -> str:
    """A short letter in plain text, also for copying: what is attached, its status, and what is in it."""
    _ = language.gettext
    info = workshop.info
    attached = _("Attached are the minutes of “{title}” on {date}.")
    paragraphs = (
        _("Dear all,"),
        attached.format(title=info.title, date=language.date(info.day, "long")) + "\n" + _status(info, language),
        _counts(workshop, language),
        "\n".join(part for part in (_("Kind regards,"), info.note_taker or info.chair) if part),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


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
