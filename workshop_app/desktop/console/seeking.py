"""Finding a name by its first letters, narrowed with each letter. Pure."""

import re
import unicodedata
from collections.abc import Sequence

_LETTERS = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """A text without accents and capitals."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def matching(typed: str, names: Sequence[str]) -> tuple[int, ...]:
    """The places of the names that begin so; when there are none, of those with a word that begins so."""
    wanted = folded(typed)
    words = [_LETTERS.findall(folded(name)) for name in names]
    first = tuple(place for place, parts in enumerate(words) if "".join(parts).startswith(wanted))
    return first or tuple(
        place for place, parts in enumerate(words) if any(part.startswith(wanted) for part in parts[1:])
    )
