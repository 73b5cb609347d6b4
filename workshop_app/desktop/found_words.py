"""What was found of a session or a person, in words."""

from collections.abc import Callable, Mapping

from workshop_app.facilitation.remnants import Remnants
from workshop_app.i18n import Language


def counted(counts: Mapping[str, int], language: Language) -> str:
    """How many rows of what: "4 people, 12 answers and texts"."""
    forms: dict[str, Callable[[int], str]] = {
        "participant": lambda n: language.ngettext("{n} person", "{n} people", n),
        "organisation": lambda n: language.ngettext("{n} organisation", "{n} organisations", n),
        "contribution": lambda n: language.ngettext("{n} text from the room", "{n} texts from the room", n),
        "response": lambda n: language.ngettext("{n} count or score", "{n} counts and scores", n),
        "decision": lambda n: language.ngettext("{n} decision", "{n} decisions", n),
        "action": lambda n: language.ngettext("{n} action", "{n} actions", n),
        "parked_item": lambda n: language.ngettext("{n} parked item", "{n} parked items", n),
        "picture": lambda n: language.ngettext("{n} picture", "{n} pictures", n),
        "draft": lambda n: language.ngettext("{n} half-typed text", "{n} half-typed texts", n),
        "journal": lambda n: language.ngettext("{n} step that could be undone", "{n} steps that could be undone", n),
        "mention": lambda n: language.ngettext("{n} text with the name", "{n} texts with the name", n),
    }
    return ", ".join(forms[name](n).format(n=n) for name, n in counts.items() if n and name in forms)


def backups(found: Remnants, language: Language) -> list[str]:
    """The copies in both places, a line for each."""
    _ = language.gettext
    lines = [
        language.ngettext("{n} backup on this computer", "{n} backups on this computer", found.backups).format(
            n=found.backups
        )
    ]
    if found.second is None:
        lines.append(_("Backups in the second place, which is not there now: they go when it is back"))
    elif found.second:
        words = language.ngettext("{n} backup in the second place", "{n} backups in the second place", found.second)
        lines.append(words.format(n=found.second))
    return lines


def out_of_reach(language: Language) -> str:
    """Which copies no program can reach, and what stays on purpose."""
    return language.gettext(
        "Out of reach, so not erased: minutes that were mailed or printed, copies that were given to others or stand "
        "on sticks, in OneDrive or on a share, and backups of the whole computer. Ask who has them."
    )
