"""Names in a line: "@Lindevoort" or "@Anna de Vries" says who is meant. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workshop_app.facilitation.action_line import Owner, find_owner
from workshop_app.model.values import TITLE_LIMIT
from workshop_app.model.views import WorkshopView

_SIGN = re.compile(r"(?:^|(?<=[\s(]))@(?=\w)")
_WORD = re.compile(r"[\w’'.-]*[\w’']")
_TYPING = re.compile(r"(?:^|(?<=[\s(]))@(\w[^@\n]{1,60})$")
_TYPING_OWNER = re.compile(r"^(?:(?!\s/\s)[^\n])*\s/\s+([^@/\s][^/\n]{1,60})$")
_NEAR = 300
"""Characters before the cursor in which a name may begin."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name after an @, and where it stands in the text (the sign included). `owner` has no id when nobody is found;
    its name is then what was typed."""

    start: int
    end: int
    owner: Owner

    @property
    def known(self) -> bool:
        """Whether it is somebody."""
        return self.owner.is_listed


def mentions(text: str, view: WorkshopView) -> Iterator[Mention]:
    """The names in a text: the longest name in full, else the one word that only one name begins with."""
    if "@" not in text:
        return
    names = _full_names(view)
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < end:
            continue
        mention = _mention(text, sign.start(), names, view)
        end = mention.end
        yield mention


def without(text: str, mention: Mention) -> str:
    """A text without one of its mentions, and without the space or the mark that is then too much."""
    before, after = text[: mention.start].rstrip(" "), text[mention.end :].lstrip(" ")
    if not before:
        return after.lstrip(":,;- ")
    return f"{before} {after}" if after and after[0] not in ".,;:!?)\n" else before + after


def spelled(text: str, view: WorkshopView) -> str:
    """A text with the names of those mentioned, in full and without the sign."""
    for mention in reversed([*mentions(text, view)]):
        if mention.known:
            text = text[: mention.start] + mention.owner.name + text[mention.end :]
    return text


def being_typed(before: str, in_action: bool) -> tuple[int, str]:
    """The beginning of a name that ends at the cursor, and where it starts in the text before it; '' for none. In an
    action a name also follows the first slash."""
    skipped = max(len(before) - _NEAR, 0)
    match = _TYPING.search(before, skipped)
    if match is None and in_action and not skipped:
        match = _TYPING_OWNER.match(before)
    return (match.start(1), match[1]) if match else (0, "")


def _full_names(view: WorkshopView) -> list[tuple[str, Owner]]:
    people = [(each.name, Owner(each.name, each.id, each.organisation_id)) for each in view.participants]
    organisations = [(each.name, Owner(each.name, "", each.id)) for each in view.organisations]
    longest_first = sorted(people + organisations, key=lambda each: -len(each[0]))
    return [(name.casefold(), owner) for name, owner in longest_first]


def _mention(text: str, start: int, names: list[tuple[str, Owner]], view: WorkshopView) -> Mention:
    rest = text[start + 1 : start + 1 + TITLE_LIMIT + 1]
    folded = rest.casefold()
    for name, owner in names:
        if folded.startswith(name) and not (len(rest) > len(name) and rest[len(name)].isalnum()):
            return Mention(start, start + 1 + len(name), owner)
    word = _WORD.match(rest)
    typed = word[0] if word else rest[:1]
    return Mention(start, start + 1 + len(typed), find_owner(typed, view))
