"""Whether the disk under a folder is encrypted, as far as a person without the rights of an administrator can tell."""

import sys
from pathlib import Path

from workshop_app.desktop.room_check.asking import Ask, ask
from workshop_app.desktop.room_check.finding import Finding, Verdict
from workshop_app.i18n import Language

_SYS_BLOCK = Path("/sys/class/block")
_MOUNTS = Path("/proc/self/mountinfo")
_VIRTUAL = ("overlay", "tmpfs", "zfs", "ecryptfs", "fuse.encfs", "fuse.gocryptfs")
_WINDOWS_ON, _WINDOWS_OFF, _WINDOWS_PAUSED = {"1", "3", "6"}, {"0", "2", "4"}, {"5"}
"""What the property of a drive says: on, being encrypted, on and locked; none, off, being decrypted; paused."""


def encrypted(folder: Path, platform: str = sys.platform, ask: Ask = ask) -> bool | None:
    """Whether the disk of this folder is encrypted; None when that could not be found out."""
    if platform == "win32":
        return on_windows(folder, ask)
    if platform == "darwin":
        return on_macos(ask)
    try:
        return on_linux(folder, _MOUNTS.read_text(), _SYS_BLOCK)
    except OSError:
        return None


def on_windows(folder: Path, ask: Ask) -> bool | None:
    """BitLocker, read from the drive's property in the shell: manage-bde and WMI want an administrator."""
    drive = folder.drive
    if len(drive) != 2 or not drive[0].isalpha():
        return None
    script = (
        f"(New-Object -ComObject Shell.Application).NameSpace('{drive}')"
        ".Self.ExtendedProperty('System.Volume.BitLockerProtection')"
    )
    said = ask(["powershell.exe", "-NoProfile", "-NonInteractive", "-Command", script])
    return True if said in _WINDOWS_ON else False if said in _WINDOWS_OFF | _WINDOWS_PAUSED else None


def on_macos(ask: Ask) -> bool | None:
    """FileVault."""
    said = ask(["fdesetup", "status"]) or ""
    return True if "FileVault is On" in said else False if "FileVault is Off" in said else None


def on_linux(folder: Path, mounts: str, sys_block: Path) -> bool | None:
    """Whether a dm-crypt device lies anywhere under the file system of the folder.

    `mounts` is the text of /proc/self/mountinfo, `sys_block` the folder in which every block device has one.
    """
    source, kind = _mounted_from(folder.absolute(), mounts)
    if kind in _VIRTUAL or not source.startswith("/dev/"):
        return None
    name = Path(source).resolve().name
    return _has_crypt(name, sys_block) if (sys_block / name).exists() else None


def _mounted_from(folder: Path, mounts: str) -> tuple[str, str]:
    best, found = -1, ("", "")
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, source = before.split(), after.split()
        if len(fields) < 5 or len(source) < 2:
            continue
        point = Path(fields[4].replace("\\040", " "))
        # The last of equals lies on top.
        if folder.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), (source[1], source[0])
    return found


def _has_crypt(name: str, sys_block: Path) -> bool:
    device = sys_block / name
    uuid = device / "dm" / "uuid"
    if uuid.exists() and uuid.read_text().startswith("CRYPT-"):
        return True
    # A partition has what its disk stands on; a logical volume what it is made of.
    slaves = device / "slaves"
    below = [each.name for each in slaves.iterdir()] if slaves.is_dir() else []
    return any(_has_crypt(each, sys_block) for each in below)


def look_at(folder: Path, language: Language, platform: str = sys.platform, ask: Ask = ask) -> Finding:
    """The line of the room check about encryption."""
    _ = language.gettext
    name = {"win32": "BitLocker", "darwin": "FileVault"}.get(platform, "LUKS")
    where = {
        "win32": _("Look in Settings, Privacy & security, Device encryption or BitLocker."),
        "darwin": _("Look in System Settings, Privacy & Security, FileVault."),
    }.get(platform, _("Look in Disks, or ask who set up this computer."))
    on = encrypted(folder, platform, ask)
    if on:
        return Finding(Verdict.GOOD, _("The disk is encrypted ({name}).").format(name=name))
    if on is None:
        return Finding(Verdict.UNKNOWN, _("It could not be found out whether the disk is encrypted."), where)
    todo = _("Whoever finds this laptop can read the sessions. Turn {name} on, or ask your IT department.")
    return Finding(Verdict.ATTEND, _("The disk is not encrypted."), todo.format(name=name))
