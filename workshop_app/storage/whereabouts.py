"""What kind of place a file is in: this computer, a folder that a service keeps in step, a network drive, a stick."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


class Kind(Enum):
    """Where a file is."""

    LOCAL = "local"
    SYNCED = "synced"
    NETWORK = "network"
    REMOVABLE = "removable"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A kind of place, and the name of the service where there is one."""

    kind: Kind
    service: str = ""


@dataclass(frozen=True, slots=True)
class Mount:
    """A place in the tree of folders where another file system begins."""

    folder: PurePosixPath
    file_system: str


LOCAL = Whereabouts(Kind.LOCAL)

_SERVICES = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mijn drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("icloud", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("box sync", "Box"),
    ("surfdrive", "SURFdrive"),
    ("stack", "STACK"),
    ("syncthing", "Syncthing"),
)
"""What the name of a folder begins with, and whose it is."""
_MAC_SERVICES = (("Library/Mobile Documents", "iCloud"), ("Library/CloudStorage", "CloudStorage"))
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "davfs", "afpfs", "webdav"})
_NETWORK_FUSE = ("fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs", "fuse.s3fs", "fuse.kio-fuse", "fuse.smb")
_STICKS = ("/media/", "/run/media/", "/Volumes/")
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4


def whereabouts(path: Path) -> Whereabouts:
    """Where a file on this computer is; the folder it is in need not be there."""
    path = path.absolute()
    if sys.platform == "win32":
        return on_windows(PureWindowsPath(path), os.environ, _drive_type(path.drive))
    return on_unix(PurePosixPath(os.path.realpath(path)), PurePosixPath(Path.home()), _mounts())


def on_windows(path: PureWindowsPath, environment: Mapping[str, str], drive_type: int) -> Whereabouts:
    """By the path, the folders that OneDrive names in the environment, and what Windows says of the drive."""
    if path.drive.startswith("\\\\") or drive_type == _DRIVE_REMOTE:
        return Whereabouts(Kind.NETWORK)
    for name, folder in environment.items():
        if name.upper().startswith("ONEDRIVE") and folder and path.is_relative_to(PureWindowsPath(folder)):
            return Whereabouts(Kind.SYNCED, "OneDrive")
    if drive_type == _DRIVE_REMOVABLE:
        return Whereabouts(Kind.REMOVABLE)
    return _by_name(path)


def on_unix(path: PurePosixPath, home: PurePosixPath, mounts: Iterable[Mount]) -> Whereabouts:
    """By the path and what is mounted where. On a Mac there is no list of mounts: volumes are under /Volumes."""
    for below, service in _MAC_SERVICES:
        if path.is_relative_to(home / below):
            inside = path.relative_to(home / below)
            return Whereabouts(Kind.SYNCED, _service(str(inside)) or service)
    above = [mount for mount in mounts if path.is_relative_to(mount.folder)]
    mount = max(above, key=lambda each: len(each.folder.parts), default=None)
    if mount and (mount.file_system in _NETWORK or mount.file_system.startswith(_NETWORK_FUSE)):
        return Whereabouts(Kind.NETWORK)
    if f"{path}".startswith(_STICKS):
        return Whereabouts(Kind.REMOVABLE)
    return _by_name(path)


def mounts_in(table: str) -> tuple[Mount, ...]:
    """What `/proc/mounts` says."""
    lines = (line.split(" ") for line in table.splitlines())
    return tuple(Mount(PurePosixPath(_unescaped(parts[1])), parts[2]) for parts in lines if len(parts) > 2)


def _by_name(path: PurePath) -> Whereabouts:
    services = (_service(part) for part in path.parts[:-1])
    service = next(filter(None, services), "")
    return Whereabouts(Kind.SYNCED, service) if service else LOCAL


def _service(folder: str) -> str:
    folded = folder.casefold()
    for beginning, service in _SERVICES:
        rest = folded.removeprefix(beginning)
        # "OneDrive - Gemeente Lindevoort" and "Dropbox (werk)", but not "stacks".
        if rest != folded and not rest[:1].isalnum():
            return service
    return ""


def _unescaped(folder: str) -> str:
    for code, letter in ((" ", "\\040"), ("\t", "\\011"), ("\n", "\\012"), ("\\", "\\134")):
        folder = folder.replace(letter, code)
    return folder


def _mounts() -> tuple[Mount, ...]:
    try:
        return mounts_in(Path("/proc/mounts").read_text("utf-8", "surrogateescape"))
    except OSError:
        return ()


def _drive_type(drive: str) -> int:
    if sys.platform == "win32" and drive:
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\"))
    return 0
