"""Disks as a power cut may leave them: what was synced is there, of the rest nothing, a part, or torn pieces."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.storage.recording import Cut, Event, Name, Recording, Sync, SyncFolder, Told, Write

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Image:
    """What is on the disk after a cut, how many lines the process had printed by then, and after how many events."""

    files: dict[Path, bytes]
    told: int
    after: int

    def write(self, root: Path, folder: Path) -> None:
        """Put the files of `root` into a folder, which is emptied of others."""
        for path in sorted(folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        for path, data in self.files.items():
            target = folder / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


@dataclass
class _Disk:
    """What is certainly on the disk, and what may be."""

    contents: dict[int, bytearray]
    waiting: dict[int, list[Write | Cut]] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    named_for_sure: set[int] = field(default_factory=set)
    """Names in a folder that was synced afterwards."""
    ordered: int = 0
    """Names before the last sync of anything: a file system with a journal writes them in order."""
    told: int = 0

    def take(self, event: Event) -> None:
        match event:
            case Write() | Cut():
                self.waiting.setdefault(event.file, []).append(event)
            case Sync():
                for each in self.waiting.pop(event.file, ()):
                    _apply(self.contents.setdefault(event.file, bytearray()), each)
                self.ordered = len(self.names)
            case SyncFolder():
                self.named_for_sure |= {n for n, name in enumerate(self.names) if name.path.parent == event.folder}
                self.ordered = len(self.names)
            case Name():
                self.names.append(event)
            case Told():
                self.told += 1


def power_cuts(recording: Recording, count: int, seed: int = 1, first: int = 0) -> Iterator[Image]:
    """So many images of cuts at random moments, those after the first events."""
    chance = random.Random(seed)
    moments = sorted(chance.randint(first, len(recording.events)) for _ in range(count))
    return _images(recording, moments, lambda disk: _after_a_cut(disk, recording, chance))


def kills(recording: Recording, moments: Iterable[int]) -> Iterator[Image]:
    """The disk as it is when the process is killed after so many events: all that was written is there."""
    return _images(recording, moments, lambda disk: _everything(disk, recording))


def _images(
    recording: Recording, moments: Iterable[int], build: Callable[[_Disk], dict[Path, bytes]]
) -> Iterator[Image]:
    disk = _Disk({number: bytearray(data) for number, data in enumerate(recording.files.values())})
    done = 0
    for moment in moments:
        for event in recording.events[done:moment]:
            disk.take(event)
        done = moment
        yield Image(build(disk), disk.told, moment)


def _everything(disk: _Disk, recording: Recording) -> dict[Path, bytes]:
    contents = {file: bytearray(data) for file, data in disk.contents.items()}
    for file, waiting in disk.waiting.items():
        for each in waiting:
            _apply(contents.setdefault(file, bytearray()), each)
    return _tree(recording, disk.names, contents)


def _after_a_cut(disk: _Disk, recording: Recording, chance: random.Random) -> dict[Path, bytes]:
    contents = {file: bytearray(data) for file, data in disk.contents.items()}
    for file, waiting in disk.waiting.items():
        for each in _some(waiting, chance):
            _apply(contents.setdefault(file, bytearray()), _torn(each, chance))
    return _tree(recording, _names(disk, chance), contents)


def _names(disk: _Disk, chance: random.Random) -> list[Name]:
    """Those that reached the disk: in order, as most file systems do, or in none but what syncing a folder asks for."""
    if chance.random() < 0.5:
        return disk.names[: chance.randint(disk.ordered, len(disk.names))]
    return [name for n, name in enumerate(disk.names) if n in disk.named_for_sure or chance.random() < 0.5]


def _some(waiting: list[Write | Cut], chance: random.Random) -> list[Write | Cut]:
    match chance.choice(("none", "beginning", "any", "all")):
        case "none":
            return []
        case "beginning":
            return waiting[: chance.randint(0, len(waiting))]
        case "any":
            return [each for each in waiting if chance.random() < 0.5]
    return waiting


def _torn(change: Write | Cut, chance: random.Random) -> Write | Cut:
    if isinstance(change, Cut) or len(change.data) <= SECTOR or chance.random() > 0.2:
        return change
    first, last = sorted(chance.sample(range(len(change.data) // SECTOR + 1), 2))
    return Write(change.file, change.offset + first * SECTOR, change.data[first * SECTOR : last * SECTOR])


def _apply(data: bytearray, change: Write | Cut) -> None:
    if isinstance(change, Cut):
        del data[change.length :]
        data.extend(bytes(change.length - len(data)))
        return
    data.extend(bytes(max(0, change.offset - len(data))))
    data[change.offset : change.offset + len(change.data)] = change.data


def _tree(recording: Recording, names: Iterable[Name], contents: dict[int, bytearray]) -> dict[Path, bytes]:
    tree: dict[Path, int] = {path: number for number, path in enumerate(recording.files)}
    for name in names:
        if name.gone:
            tree.pop(name.gone, None)
        if name.file is None:
            tree.pop(name.path, None)
        else:
            tree[name.path] = name.file
    return {path: bytes(contents.get(file, b"")) for path, file in tree.items()}
