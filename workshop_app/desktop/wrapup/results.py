"""How a delivery ended, in one sentence for the facilitator, and what can be done next."""

import errno
from dataclasses import dataclass
from pathlib import Path

from workshop_app.desktop.widgets.banner import Level
from workshop_app.desktop.wrapup.delivery import Mailed, Saved
from workshop_app.i18n import Language
from workshop_app.mail.handover import Outcome

SHOW_FOLDER, OTHER_FOLDER, CLOSE = "show", "other", "close"


@dataclass(frozen=True, slots=True)
class Result:
    """A sentence, how good it is, the actions it offers, and the file they are about."""

    level: Level
    sentence: str
    actions: tuple[str, ...] = (CLOSE,)
    file: Path | None = None


def saved(result: Saved, language: Language) -> Result:
    """The minutes stand in their folder."""
    _ = language.gettext
    if result.path == result.meant:
        sentence = _("Saved as {name}.").format(name=result.path.name)
        return Result("green", sentence, (SHOW_FOLDER, CLOSE), result.path)
    sentence = _("The file was open in another program. Saved beside it as {name}.").format(name=result.path.name)
    return Result("amber", sentence, (SHOW_FOLDER, CLOSE), result.path)


def mailed(result: Mailed, language: Language) -> Result:
    """The draft has been handed over, or at least stands in its folder."""
    sentences = [_handed_over(result, language)]
    if not result.addressees:
        sentences.append(language.gettext("Nobody on the list has an address: add the addressees yourself."))
    elif result.unusable:
        names = language.joined([name or address for name, address in result.unusable])
        sentences.append(language.gettext("Without a usable address: {names}.").format(names=names))
    good = result.handover.outcome is Outcome.OPENED and result.addressees and not result.unusable
    return Result("green" if good else "amber", " ".join(sentences), (SHOW_FOLDER, CLOSE), result.eml)


def failed(error: Exception, folder: Path, language: Language) -> Result:
    """The minutes could not be made or written."""
    _ = language.gettext
    if not isinstance(error, OSError):
        return Result("red", _("The minutes could not be made. What you captured is safe in the session."))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Result("red", _("The disk is full. Make room, then save the minutes again."))
    sentence = _("The minutes cannot be written in {folder}. Choose another folder.").format(folder=folder)
    return Result("red", sentence, (OTHER_FOLDER, CLOSE))


def _handed_over(result: Mailed, language: Language) -> str:
    _, name = language.gettext, result.eml.name
    match result.handover.outcome:
        case Outcome.OPENED:
            return _("The draft is in your mail program. Read it there, and send it yourself.")
        case Outcome.SHOWN:
            return _("No mail program opened it. The draft is in the folder that was shown: {name}.").format(name=name)
        case Outcome.NEITHER:
            words = _("No mail program opened it. The draft is {name}, in {folder}.")
            return words.format(name=name, folder=result.eml.parent)
