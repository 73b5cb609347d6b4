"""The sections of a document by their place in it: the bookmarks, the lines of the contents, the targets of links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from workshop_app.minutes.document import Document, Section

Path: TypeAlias = tuple[int, ...]
"""The position of a section among the blocks of its document, then among those of each section around it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A section in the outline. `key` is its destination in the file, `depth` 0 for what is not inside another."""

    key: str
    name: str
    depth: int
    in_contents: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections in reading order, and the keys of those that can be linked to."""

    entries: Mapping[Path, Entry]
    anchors: Mapping[str, str]

    @property
    def contents(self) -> list[Entry]:
        """What stands in the table of contents."""
        return [entry for entry in self.entries.values() if entry.in_contents]

    def target(self, target: str) -> str:
        """The link target as it is written in the file; empty if it leads to a section that is not there."""
        if not target.startswith("#"):
            return target
        key = self.anchors.get(target.removeprefix("#"))
        return f"#{key}" if key else ""


def outline(document: Document) -> Outline:
    """The outline of a document."""
    entries: dict[Path, Entry] = {}
    anchors: dict[str, str] = {}
    for path, section, depth in _walk(document.sections, (), 0):
        entries[path] = Entry("s" + ".".join(map(str, path)), section.name, depth, section.in_contents)
        if section.anchor:
            anchors.setdefault(section.anchor, entries[path].key)
    return Outline(entries, anchors)


def _walk(blocks: tuple[object, ...], path: Path, depth: int) -> Iterator[tuple[Path, Section, int]]:
    for at, block in enumerate(blocks):
        if isinstance(block, Section):
            yield (*path, at), block, depth
            yield from _walk(block.blocks, (*path, at), depth + block.in_contents)
