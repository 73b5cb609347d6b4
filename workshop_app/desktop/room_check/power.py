"""Whether the laptop is on the mains, and how full its battery is."""

import ctypes
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from workshop_app.desktop.room_check.asking import Ask, ask
from workshop_app.desktop.room_check.finding import Finding, Verdict
from workshop_app.i18n import Language

_SUPPLIES = Path("/sys/class/power_supply")
_NO_BATTERY, _NOT_KNOWN = 128, 255


@dataclass(frozen=True, slots=True)
class Power:
    """The state of the power; None where it is not known. Without a battery `percent` is None and `plugged` is set."""

    plugged: bool | None = None
    percent: int | None = None


class _Status(ctypes.Structure):
    """SYSTEM_POWER_STATUS of Windows."""

    _fields_ = (
        ("line", ctypes.c_ubyte),
        ("flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("seconds", ctypes.c_ulong),
        ("full_seconds", ctypes.c_ulong),
    )


def power(platform: str = sys.platform, ask: Ask = ask, supplies: Path = _SUPPLIES) -> Power:
    """How it is now."""
    if platform == "win32":
        return _from_windows()
    return on_macos(ask(["pmset", "-g", "batt"]) or "") if platform == "darwin" else on_linux(supplies)


def on_linux(supplies: Path) -> Power:
    """From the folders of the kernel; those of mice and headphones do not count."""
    plugged: bool | None = None
    percent: int | None = None
    for supply in sorted(supplies.iterdir()) if supplies.is_dir() else ():
        kind = _read(supply / "type")
        if kind in ("Mains", "USB"):
            plugged = bool(plugged) or _read(supply / "online") == "1"
        elif kind == "Battery" and _read(supply / "scope") != "Device":
            level, charging = _read(supply / "capacity"), _read(supply / "status") in ("Charging", "Full")
            percent = int(level) if level.isdigit() else percent
            plugged = bool(plugged) or charging
    return Power(plugged, percent)


def _read(path: Path) -> str:
    try:
        return path.read_text().strip()
    except OSError:
        return ""


def on_macos(said: str) -> Power:
    """From what `pmset -g batt` says."""
    level = re.search(r"(\d+)%", said)
    plugged = True if "AC Power" in said else False if "Battery Power" in said else None
    return Power(plugged, int(level[1]) if level else None)


def on_windows(line: int, flag: int, percent: int) -> Power:
    """From the fields of GetSystemPowerStatus."""
    known = percent != _NOT_KNOWN and not (flag != _NOT_KNOWN and flag & _NO_BATTERY)
    return Power({0: False, 1: True}.get(line), percent if known else None)


def _from_windows() -> Power:
    if sys.platform == "win32":
        status = _Status()
        if ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
            return on_windows(status.line, status.flag, status.percent)
    return Power()


def judge(known: Power, language: Language) -> Finding:
    """The line of the room check about the power."""
    _ = language.gettext
    battery = _("battery {n} %").format(n=known.percent) if known.percent is not None else ""
    if known.plugged:
        said = _("On the mains.") if not battery else _("On the mains, {battery}.").format(battery=battery)
        return Finding(Verdict.GOOD, said)
    plug = _("Plug in the charger, and see that a lamp or a sign says that it charges.")
    if known.plugged is None and not battery:
        return Finding(Verdict.UNKNOWN, _("It could not be found out whether there is power."), plug)
    return Finding(Verdict.ATTEND, _("On the battery: {battery}.").format(battery=battery or "?"), plug)
