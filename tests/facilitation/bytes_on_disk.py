"""Looking for words in every byte below a folder, in each form in which a program could have written them."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote


def found(words: str, *folders: Path) -> list[str]:
    """The files that hold the words, or whose path does."""
    forms = [*_forms(words)]
    paths = [each for folder in folders for each in folder.rglob("*")]
    return [str(path) for path in paths if words in str(path) or _holds(path, forms)]


def _holds(path: Path, forms: list[bytes]) -> bool:
    data = path.read_bytes() if path.is_file() else b""
    folded = data.lower()
    return any(form in data or form.lower() in folded for form in forms)


def _forms(words: str) -> Iterator[bytes]:
    plain = words.encode()
    yield from (plain, words.encode("utf-16-le"), words.encode("utf-16-be"))
    yield from (json.dumps(words)[1:-1].encode(), quote(words).encode(), plain.hex().encode())
    for shift in range(3):
        # What the letters before and behind it would change is left out.
        coded = base64.b64encode(b"\0" * shift + plain)
        yield coded[4 if shift else 0 : len(coded) - 4]
