"""File names made from titles, that hold on Windows, macOS and Linux alike."""

import re

from workshop_app.model.text import single_line

_CHARACTERS = 80
# Encrypted folders on Linux take 143 bytes a name.
_BYTES = 130
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\u200c\u200d]+')
# Devices of Windows, with any suffix behind them.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)


def safe_file_name(title: str, suffix: str, fallback: str = "samenspraak") -> str:
    """A file name that any platform accepts and nobody reads wrongly, as close to the title as can be.

    The suffix has its dot and is not checked. The fallback serves a title of which nothing is left.
    """
    stem = _trimmed(_FORBIDDEN.sub("-", single_line(title)))
    stem = _trimmed(stem[:_CHARACTERS].encode()[: _BYTES - len(suffix.encode())].decode(errors="ignore"))
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    return (stem or fallback) + suffix


def _trimmed(stem: str) -> str:
    # A dot in front hides a file, a hyphen in front reads as an option; Windows drops dots and spaces at the end.
    return stem.lstrip(" .-~").rstrip(" .-")
