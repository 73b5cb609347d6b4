"""What the wrap-up says of a mail before it is made: to whom it goes, and who may stand outside."""

from workshop_app.desktop.wrapup.delivery import Version
from workshop_app.i18n import Language
from workshop_app.mail.outside import outside
from workshop_app.model.text import is_email_address
from workshop_app.model.views import ParticipantView

_NAMED = 5
"""People who are named; of more, their number."""


def addressees(version: Version, apart: bool, language: Language) -> str:
    """How many get it, and who cannot be written to."""
    sentences = [_how_many(version, apart, language)]
    without = [person.name for person in version.readers if not is_email_address(person.email.strip())]
    if without:
        sentences.append(language.gettext("Without a usable address: {names}.").format(names=_named(without, language)))
    return " ".join(sentences)


def outside_sentence(version: Version, apart: bool, language: Language) -> str:
    """Who may stand outside, when the version is not meant for them; '' when there is nothing to say."""
    if version.options.edition.public and not apart:
        return ""
    found = outside(version.view.participants)
    named = [_with_address(person) for person in version.readers if person in found]
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


def _how_many(version: Version, apart: bool, language: Language) -> str:
    if apart:
        n = sum(1 for _ in version.for_each())
        words = language.ngettext(
            "{n} draft, with the version of that municipality, to its people in Bcc.",
            "{n} drafts, each with the version of that municipality, to its people in Bcc.",
            n,
        )
    else:
        n = len(version.addresses)
        words = language.ngettext("To {n} address, in Bcc.", "To {n} addresses, all in Bcc.", n)
    return words.format(n=n)


def _with_address(person: ParticipantView) -> str:
    return f"{person.name} ({person.email.strip()})"


def _named(names: list[str], language: Language) -> str:
    more = len(names) - _NAMED
    if more <= 1:
        return language.joined(names)
    others = language.ngettext("{n} other", "{n} others", more).format(n=more)
    return language.joined([*names[:_NAMED], others])
