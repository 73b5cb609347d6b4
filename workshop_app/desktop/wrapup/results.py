"""How a delivery ended, in one sentence for the facilitator, and what can be done next."""

import errno
from collections.abc import Sequence
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


def saved(files: Sequence[Saved], language: Language) -> Result:
    """Files stand in their folder; which of them are beside one that is open in another program."""
    _, last = language.gettext, files[-1].path if files else None
    beside = [each.path.name for each in files if each.path != each.meant]
    if beside:
        sentence = language.ngettext(
            "The file was open in another program. Saved beside it as {names}.",
            "Files were open in another program. Saved beside them as {names}.",
            len(beside),
        )
        return Result("amber", sentence.format(names=language.joined(beside)), (SHOW_FOLDER, CLOSE), last)
    sentence = _("Saved as {names}.").format(names=language.joined([each.path.name for each in files]))
    return Result("green", sentence, (SHOW_FOLDER, CLOSE), last)


def mailed(drafts: Sequence[Mailed], language: Language) -> Result:
    """Drafts have been handed over, or at least stand in their folder."""
    if not drafts:
        nobody = language.gettext("Nobody on the list has an address that can be used.")
        return Result("amber", nobody)
    sentences = [_handed_over(drafts, language)]
    unusable = [name or address for draft in drafts for name, address in draft.unusable]
    if not any(draft.addressees for draft in drafts):
        sentences.append(language.gettext("Nobody on the list has an address: add the addressees yourself."))
    elif unusable:
        sentences.append(language.gettext("Without a usable address: {names}.").format(names=language.joined(unusable)))
    beside = [each.path.name for draft in drafts for each in draft.attached if each.path != each.meant]
    if beside:
        open_elsewhere = language.gettext("Open in another program, so saved beside it: {names}.")
        sentences.append(open_elsewhere.format(names=language.joined(beside)))
    opened = all(draft.handover.outcome is Outcome.OPENED for draft in drafts)
    good = opened and len(sentences) == 1
    return Result("green" if good else "amber", " ".join(sentences), (SHOW_FOLDER, CLOSE), drafts[-1].eml)


def failed(error: Exception, folder: Path, language: Language) -> Result:
    """The minutes could not be made or written."""
    _ = language.gettext
    if not isinstance(error, OSError):
        return Result("red", _("The minutes could not be made. What you captured is safe in the session."))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Result("red", _("The disk is full. Make room, then save the minutes again."))
    sentence = _("The minutes cannot be written in {folder}. Choose another folder.").format(folder=folder)
    return Result("red", sentence, (OTHER_FOLDER, CLOSE))


def _handed_over(drafts: Sequence[Mailed], language: Language) -> str:
    _, n = language.gettext, len(drafts)
    left = next((draft for draft in drafts if draft.handover.outcome is not Outcome.OPENED), None)
    if left is None:
        words = language.ngettext(
            "The draft is in your mail program. Read it there, and send it yourself.",
            "{n} drafts are in your mail program. Read them there, and send them yourself.",
            n,
        )
        return words.format(n=n)
    if left.handover.outcome is Outcome.SHOWN:
        words = _("No mail program opened it. The draft is in the folder that was shown: {name}.")
    else:
        words = _("No mail program opened it. The draft is {name}, in {folder}.")
    return words.format(name=left.eml.name, folder=left.eml.parent)
