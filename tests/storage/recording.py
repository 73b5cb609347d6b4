"""What a process writes to its files, in order, as the disk gets it: recorded by strace, of any program as it is."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

AVAILABLE = sys.platform == "linux" and shutil.which("strace") is not None

_CALLS = (
    "open,openat,creat,close,dup,dup2,write,pwrite64,writev,pwritev,lseek,truncate,ftruncate,fallocate,"
    "fsync,fdatasync,sync_file_range,unlink,unlinkat,rename,renameat,renameat2,link,linkat,copy_file_range,sendfile"
)
_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(?: .*)?")
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_STDOUT = 1


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes for a place in a file."""

    file: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file gets this length."""

    file: int
    length: int


@dataclass(frozen=True, slots=True)
class Sync:
    """Everything of a file must be on the disk before the next step."""

    file: int


@dataclass(frozen=True, slots=True)
class SyncFolder:
    """The names in a folder must be on the disk before the next step."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Name:
    """A path leads to this file from now on, or to none; `gone` is the name that the file had before."""

    path: Path
    file: int | None
    gone: Path | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the process printed: from here on, it may be relied on."""

    line: str


Event = Write | Cut | Sync | SyncFolder | Name | Told


@dataclass(frozen=True, slots=True)
class Recording:
    """The files as they were (numbered), and what happened to them."""

    files: dict[Path, bytes]
    events: tuple[Event, ...]


def record(folder: Path, *command: object) -> Recording:
    """Run Python with these arguments, and record what it writes in a folder."""
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    trace = folder.with_name(f"{folder.name}.trace")
    options = ("-f", "--seccomp-bpf", "-xx", "-s", "100000000", "-o", trace, "-e", f"trace={_CALLS}")
    done = subprocess.run(
        ["strace", *options, sys.executable, *map(str, command)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    reader = _Reader(folder, before)
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            reader.read(line)
    trace.unlink()
    return Recording(before, tuple(reader.events))


class _Reader:
    """Follows the descriptors of one process through its system calls."""

    def __init__(self, folder: Path, before: dict[Path, bytes]) -> None:
        self.events: list[Event] = []
        self._folder = folder
        self._files: dict[Path, int] = {path: number for number, path in enumerate(before)}
        self._count = len(before)
        self._open: dict[int, int | Path] = {}
        self._places: dict[int, int] = {}
        self._said = ""

    def read(self, line: str) -> None:
        """Take in one call. One that failed did nothing."""
        match = _LINE.fullmatch(line.strip())
        if not match:
            assert "unfinished" not in line, f"more than one thread writes: {line[:200]}"
            return
        call, arguments, result = match[1], match[2], int(match[3])
        if result < 0:
            return
        texts = [_decoded(quoted) for quoted in _QUOTED.findall(arguments)]
        plain = _QUOTED.sub('""', arguments)
        numbers = [int(number) if number.strip().lstrip("-").isdigit() else 0 for number in plain.split(",")]
        match call:
            case "openat" | "open" | "creat":
                self._opened(result, Path(texts[0].decode()), arguments)
            case "close":
                self._open.pop(numbers[0], None)
            case "unlink" | "unlinkat":
                self._named(None, Path(texts[0].decode()))
            case "rename" | "renameat" | "renameat2":
                self._renamed(*(Path(text.decode()) for text in texts))
            case "write" if numbers[0] == _STDOUT and _STDOUT not in self._open:
                *lines, self._said = (self._said + texts[0].decode()).split("\n")
                self.events += map(Told, lines)
            case _ if numbers[0] in self._open:
                self._used(call, self._open[numbers[0]], numbers, texts, result)

    def _opened(self, descriptor: int, path: Path, arguments: str) -> None:
        if not path.is_relative_to(self._folder):
            return
        if "O_CREAT" not in arguments and path not in self._files:
            self._open[descriptor] = path
            return
        if path not in self._files:
            self._count += 1
            self._named(self._count, path)
        self._open[descriptor] = self._files[path]
        self._places[descriptor] = 0
        if "O_TRUNC" in arguments:
            self.events.append(Cut(self._files[path], 0))

    def _used(self, call: str, what: int | Path, numbers: list[int], texts: list[bytes], result: int) -> None:
        descriptor = numbers[0]
        if isinstance(what, Path):
            if call in ("fsync", "fdatasync"):
                self.events.append(SyncFolder(what))
            return
        match call:
            case "write":
                self.events.append(Write(what, self._places[descriptor], texts[0][:result]))
                self._places[descriptor] += result
            case "pwrite64":
                self.events.append(Write(what, numbers[3], texts[0][:result]))
            case "lseek":
                self._places[descriptor] = result
            case "ftruncate":
                self.events.append(Cut(what, numbers[1]))
            case "fsync" | "fdatasync":
                self.events.append(Sync(what))
            case _:
                raise AssertionError(f"not foreseen: {call}")

    def _named(self, file: int | None, path: Path) -> None:
        if not path.is_relative_to(self._folder):
            return
        self.events.append(Name(path, file))
        if file is None:
            self._files.pop(path, None)
        else:
            self._files[path] = file

    def _renamed(self, old: Path, new: Path) -> None:
        if new.is_relative_to(self._folder):
            self._files[new] = self._files.pop(old)
            self.events.append(Name(new, self._files[new], old))


def _decoded(quoted: str) -> bytes:
    return bytes.fromhex(quoted.replace("\\x", ""))
