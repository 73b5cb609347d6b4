"""The catalogues: collect the messages of the source, update resources/locale, compile.

Run `python .ci/messages.py` after a change of a text, translate what is new in the .po file, and run it again.
`python .ci/messages.py FILE.po ...` takes translations that are missing from those files.
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

TOP = Path(__file__).parents[1]
CODES = ("nl",)
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}


def catalogue_path(code: str) -> Path:
    """Where the catalogue of a language is; the compiled one stands beside it, as .mo."""
    return TOP / "resources" / "locale" / code / "LC_MESSAGES" / "samenspraak.po"


def collect() -> Catalog:
    """Every message of the source."""
    found = Catalog()
    for _, _, message, _, _ in extract_from_dir(TOP / "workshop_app", [("**.py", "python")], keywords=KEYWORDS):
        found.add(message)
    return found


def load(path: Path, code: str) -> Catalog:
    """The catalogue in a .po file."""
    with path.open("rb") as file:
        return read_po(file, locale=code)


def translated(message: Message) -> bool:
    """Whether every form of the message has a translation."""
    return bool(message.string and all(message.string))


def fitting(message: Message, known: Message | None) -> str | tuple[str, ...] | None:
    """The translation of a known message in the form that this one needs: with plural forms, or without."""
    if known is None or not translated(known):
        return None
    forms = (known.string,) if isinstance(known.string, str) else tuple(known.string or ())
    if message.pluralizable:
        return forms if known.pluralizable else None
    return forms[0]


def update(known: Catalog, code: str, more: list[Path]) -> Catalog:
    """The messages of the source with the translations that we know, or that are in the files of `more`."""
    catalogue = Catalog(code)
    sources = [known, *(load(path, code) for path in more)]
    for message in collect():
        if message.id:
            known_forms = (fitting(message, source.get(message.id)) for source in sources)
            catalogue.add(message.id, next((form for form in known_forms if form), None))
    return catalogue


def text(catalogue: Catalog) -> bytes:
    """The catalogue as a .po file that only changes when a message does: no dates, no line numbers."""
    out = io.BytesIO()
    write_po(out, catalogue, width=120, sort_output=True, omit_header=True)
    head = (
        f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale_identifier}\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    )
    return head.encode() + out.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as a .mo file, the same bytes for the same messages."""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main(more: list[Path]) -> None:
    """Write the catalogues, and say what is still to translate."""
    for code in CODES:
        path = catalogue_path(code)
        path.write_bytes(text(update(load(path, code), code, more)))
        written = load(path, code)
        path.with_suffix(".mo").write_bytes(compiled(written))
        missing = [message.id for message in written if message.id and not translated(message)]
        print(f"{code}: {len(written)} messages, {len(missing)} to translate", *missing, sep="\n  ")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
