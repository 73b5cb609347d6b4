"""Which sessions home offers to go on with. Pure."""

from datetime import date
from pathlib import Path

from workshop_app.desktop.home import words
from workshop_app.i18n import Language
from workshop_app.storage.index import SessionIndex
from workshop_app.storage.index_entry import EntryState, IndexEntry

_UNFINISHED = (EntryState.PREPARED, EntryState.RUNNING, EntryState.CONCEPT)
_HELD = (EntryState.RUNNING, EntryState.CONCEPT, EntryState.FINAL)


def to_resume(index: SessionIndex, last: Path | None) -> IndexEntry | None:
    """The session that was worked on last unless it is done, else one that is going on."""
    entry = index.get(last) if last else None
    if entry and entry.state in _UNFINISHED:
        return entry
    return next((each for each in index.entries if each.state is EntryState.RUNNING), None)


def to_follow_up(index: SessionIndex, language: Language) -> list[tuple[str, Path]]:
    """The sessions that were held, in words and with their files, the last one first."""
    held = [entry for entry in index.entries if entry.day and entry.state in _HELD]
    held.sort(key=lambda entry: entry.day or date.min, reverse=True)
    return [(words.title_with_day(entry, language), index.path(entry)) for entry in held]
