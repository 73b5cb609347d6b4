"""The index of session files, so that home need not open them: read again only where a file has changed."""

import json
import os
from contextlib import suppress
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path
from typing import Any

from workshop_app.paths import SESSION_SUFFIX
from workshop_app.storage.index_entry import EntryState, IndexEntry, read_entry

_FIELDS = [field.name for field in fields(IndexEntry)]
"""Stands in the file too: one with other fields comes from another version, and is built anew."""
_AT = {name: place for place, name in enumerate(_FIELDS)}
_STATES = {state.value: state for state in EntryState}


class SessionIndex:
    """The entries of the session files in a folder. Without its own file, or with a broken one, it starts empty and
    `outdated` answers with every session."""

    def __init__(self, folder: Path, file: Path) -> None:
        self.folder = folder
        self._file = file
        self._entries = {entry.file: entry for entry in _loaded(file)}
        self._changed = False

    @property
    def entries(self) -> tuple[IndexEntry, ...]:
        """Every session, the one saved last first."""
        return tuple(sorted(self._entries.values(), key=lambda entry: entry.mtime_ns, reverse=True))

    def get(self, path: Path) -> IndexEntry | None:
        """The entry of a file in the folder."""
        return self._entries.get(path.name) if path.parent == self.folder else None

    def path(self, entry: IndexEntry) -> Path:
        """Where the file of an entry is."""
        return self.folder / entry.file

    def outdated(self) -> tuple[Path, ...]:
        """Forget the files that are gone, and answer with those that are new or changed, the newest first."""
        found = _files(self.folder)
        for name in self._entries.keys() - found.keys():
            self._forget(name)
        changed = [name for name, stat in found.items() if not self._is_fresh(name, stat)]
        return tuple(self.folder / name for name in sorted(changed, key=lambda n: found[n].st_mtime_ns, reverse=True))

    def refresh(self, path: Path) -> None:
        """Read one file again. What is known of a file that is open elsewhere stays."""
        try:
            entry = read_entry(path)
        except OSError:
            self._forget(path.name)
            return
        if entry.state is not EntryState.UNREAD or path.name not in self._entries:
            self.put(entry)

    def put(self, entry: IndexEntry) -> None:
        """Take an entry over."""
        self._entries[entry.file] = entry
        self._changed = True

    def drop(self, path: Path) -> None:
        """Forget a file that was erased."""
        self._forget(path.name)

    def save(self) -> None:
        """Write the index if it has changed. It is only a memory: where it cannot be written, it is read anew."""
        if not self._changed:
            return
        from workshop_app.storage.atomic import write_atomic

        known = [astuple(entry) for entry in self._entries.values() if entry.state is not EntryState.UNREAD]
        text = json.dumps({"fields": _FIELDS, "sessions": known}, default=date.isoformat)
        try:
            write_atomic(self._file, text.encode("ascii"))
        except OSError:
            return
        self._changed = False

    def _forget(self, name: str) -> None:
        self._changed |= self._entries.pop(name, None) is not None

    def _is_fresh(self, name: str, stat: os.stat_result) -> bool:
        entry = self._entries.get(name)
        return entry is not None and (entry.size, entry.mtime_ns) == (stat.st_size, stat.st_mtime_ns)


def _files(folder: Path) -> dict[str, os.stat_result]:
    found = {}
    with suppress(OSError), os.scandir(folder) as entries:
        for each in entries:
            # One that goes at this moment, or a link that leads nowhere, hides no other.
            with suppress(OSError):
                if each.name.endswith(SESSION_SUFFIX) and not each.name.startswith(".") and each.is_file():
                    found[each.name] = each.stat()
    return found


def _loaded(file: Path) -> list[IndexEntry]:
    try:
        known = json.loads(file.read_bytes())
        return [_entry(values) for values in known["sessions"]] if known["fields"] == _FIELDS else []
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return []


def _entry(values: list[Any]) -> IndexEntry:
    values[_AT["state"]] = _STATES[values[_AT["state"]]]
    values[_AT["organisations"]] = tuple(values[_AT["organisations"]])
    for name in ("day", "keep_until"):
        day = values[_AT[name]]
        values[_AT[name]] = date.fromisoformat(day) if day else None
    return IndexEntry(*values)
