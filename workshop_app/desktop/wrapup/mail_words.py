"""What the wrap-up says of a mail before it is made: to whom it goes, and who may stand outside."""

from workshop_app.desktop.wrapup.delivery import Version
from workshop_app.i18n import Language
from workshop_app.mail.outside import outside
from workshop_app.model.text import is_email_address
from workshop_app.model.views import ParticipantView

_NAMED = 5
"""People who are named; of more, their number."""


def addressees(version: Version, apart: bool, language: Language) -> str:
    """How many get it, and who does not."""
    sentences = _apart(version, language) if apart else [_together(version, language)]
    readers = version.for_everybody().readers if apart else version.readers
    without = [person.name for person in readers if not _is_reached(person)]
    if without:
        sentences.append(language.gettext("Without a usable address: {names}.").format(names=_named(without, language)))
    return " ".join(sentences)


def outside_sentence(version: Version, apart: bool, language: Language) -> str:
    """Who may stand outside, when the version is not meant for them; '' when there is nothing to say.

    The version for publication and the one under the Chatham House Rule tell of nobody who was there: they are made to
    go further. The others are for the group: they hold its list of participants, or who said what.
    """
    if version.options.edition.public and not apart:
        return ""
    found = outside(version.view.participants)
    readers = _in_drafts(version) if apart else version.readers
    named = [_with_address(person) for person in readers if person in found and _is_reached(person)]
    if not named:
        return ""
    sentence = language.ngettext(
        "This version is confidential, and this address is not one of a municipality at the table: {names}. "
        "Take it out of the draft if it should not get the minutes.",
        "This version is confidential, and these addresses are not ones of the municipalities at the table: {names}. "
        "Take them out of the draft if they should not get the minutes.",
        len(named),
    )
    return sentence.format(names=_named(named, language))


def _together(version: Version, language: Language) -> str:
    n = len(version.addresses)
    return language.ngettext("To {n} address, in Bcc.", "To {n} addresses, all in Bcc.", n).format(n=n)


def _apart(version: Version, language: Language) -> list[str]:
    """How many drafts there are, and who gets none of them."""
    written = [each.options.edition.organisation_id for each in version.for_each()]
    words = language.ngettext(
        "{n} draft, with the version of that municipality, to its people in Bcc.",
        "{n} drafts, each with the version of that municipality, to its people in Bcc.",
        len(written),
    )
    sentences = [words.format(n=len(written))]
    unwritten = [each.name for each in version.view.organisations if each.id not in written]
    if unwritten:
        nobody = language.gettext("No draft for {names}: nobody there has a usable address.")
        sentences.append(nobody.format(names=_named(unwritten, language)))
    drafted = _in_drafts(version)
    loose = [each.name for each in version.for_everybody().readers if _is_reached(each) and each not in drafted]
    if loose:
        nowhere = language.gettext("In none of these drafts, because they belong to no municipality: {names}.")
        sentences.append(nowhere.format(names=_named(loose, language)))
    return sentences


def _in_drafts(version: Version) -> list[ParticipantView]:
    """All who get a draft when each organisation has its own."""
    return [person for each in version.for_each() for person in each.readers]


def _is_reached(person: ParticipantView) -> bool:
    return is_email_address(person.email.strip())


def _with_address(person: ParticipantView) -> str:
    return f"{person.name} ({person.email.strip()})"


def _named(names: list[str], language: Language) -> str:
    more = len(names) - _NAMED
    if more <= 1:
        return language.joined(names)
    return language.joined([*names[:_NAMED], language.gettext("{n} more").format(n=more)])
