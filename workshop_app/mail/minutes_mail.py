"""The mail that takes the minutes to the participants: subject, addressees and what is attached."""

from collections.abc import Iterable
from pathlib import Path

from workshop_app.i18n import Language
from workshop_app.mail.draft import Draft
from workshop_app.mail.letter import letter
from workshop_app.model.values import MinutesStatus
from workshop_app.model.views import ParticipantView, WorkshopInfo, WorkshopView


def minutes_draft(
    workshop: WorkshopView,
    readers: Iterable[ParticipantView],
    attachments: Iterable[Path],
    language: Language,
    organisation_id: str = "",
) -> Draft:
    """A draft with the minutes and other files attached, in Bcc to all readers who have an address, each address once.

    `workshop` is what they may know of it; with the id of an organisation it is for its people.
    """
    by_address = {person.email.strip().casefold(): (person.name, person.email) for person in readers if person.email}
    return Draft(
        subject=subject(workshop.info, language),
        text=letter(workshop, organisation_id, language),
        bcc=tuple(by_address.values()),
        attachments=tuple(attachments),
        language=language.code,
    )


def subject(info: WorkshopInfo, language: Language) -> str:
    """What the minutes are of, with the day."""
    _ = language.gettext
    concept = info.minutes_status is MinutesStatus.CONCEPT
    pattern = _("Draft minutes: {title}, {date}") if concept else _("Minutes: {title}, {date}")
    return pattern.format(title=info.title, date=language.date(info.day, "long"))
