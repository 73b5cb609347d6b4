"""Notifications, the mail program and the clock: what can spoil an evening without being part of the program."""

import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from workshop_app.desktop.room_check.asking import Ask, ask
from workshop_app.desktop.room_check.finding import Finding, Verdict
from workshop_app.i18n import Language

_MAILTO = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\mailto\UserChoice"
_TOASTS = r"Software\Microsoft\Windows\CurrentVersion\Notifications\Settings"
_HOURS = (1, 2)
"""What the clocks of the Netherlands are ahead of UTC."""
_FAR = timedelta(days=3650)


def registry(key: str, name: str) -> str | None:
    """A value of the user in the registry of Windows; None where there is none."""
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    return None


def look_at_quiet(language: Language, platform: str = sys.platform, ask: Ask = ask) -> Finding:
    """The line about notifications, which appear on the beamer as on any screen."""
    _ = language.gettext
    how = {
        "win32": _("Turn on “Do not disturb”: Windows key + N, then the bell."),
        "darwin": _("Turn on a focus: Control Centre, Focus, Do Not Disturb."),
    }.get(platform, _("Turn on “Do not disturb” in the menu of the clock."))
    off: bool | None = None
    if platform == "win32":
        off = {"0": True, "1": False}.get(registry(_TOASTS, "NOC_GLOBAL_SETTING_TOASTS_ENABLED") or "")
    elif platform != "darwin":
        shown = ask(["gsettings", "get", "org.gnome.desktop.notifications", "show-banners"])
        off = {"false": True, "true": False}.get(shown or "")
    if off:
        return Finding(Verdict.GOOD, _("Notifications are off."))
    if off is None:
        return Finding(Verdict.LOOK, _("Messages of other programs can appear on the beamer."), how)
    return Finding(Verdict.ATTEND, _("Notifications are on: they can appear on the beamer."), how)


def mail_program(platform: str = sys.platform, ask: Ask = ask) -> str:
    """What opens a message on this computer, as the computer calls it; '' for nothing."""
    if platform == "win32":
        return registry(_MAILTO, "ProgId") or ""
    if platform == "darwin":
        return "Mail" if Path("/System/Applications/Mail.app").exists() else ""
    said = ask(["xdg-mime", "query", "default", "x-scheme-handler/mailto"]) or ""
    return said.removesuffix(".desktop")


def look_at_mail(language: Language, platform: str = sys.platform, ask: Ask = ask) -> Finding:
    """The line about mail, with which the minutes go out at the end."""
    _ = language.gettext
    program = mail_program(platform, ask)
    if program:
        return Finding(Verdict.GOOD, _("Mail program found: {program}.").format(program=program))
    todo = _(
        "The minutes can still be saved and attached by hand. Set a mail program in the settings of this computer."
    )
    return Finding(Verdict.ATTEND, _("No mail program was found."), todo)


def latest(files: Iterable[Path]) -> float:
    """When the newest of these files was written, in seconds since 1970; 0 for none."""
    return max((each.stat().st_mtime for each in files if each.exists()), default=0.0)


def judge_clock(now: datetime, newest: float, language: Language) -> Finding:
    """The line about the clock, which has nothing but this computer to go by.

    `now` knows its time zone; `newest` is when the program or a session was written last.
    """
    _ = language.gettext
    said = _("It is {date}, {time}.").format(date=language.date(now.date(), "long"), time=language.time(now))
    todo = _("Set the clock of this computer; the times of the session and of the minutes come from it.")
    if now.timestamp() < newest - 60:
        return Finding(Verdict.ATTEND, _("{said} That is before a session was saved here.").format(said=said), todo)
    if now.timestamp() > newest + _FAR.total_seconds():
        return Finding(Verdict.ATTEND, _("{said} That is years after the program was made.").format(said=said), todo)
    ahead = (now.utcoffset() or timedelta()).total_seconds() / 3600
    if ahead not in _HOURS:
        text = _("{said} The time zone is not that of the Netherlands.").format(said=said)
        return Finding(Verdict.ATTEND, text, _("Choose the time zone Amsterdam, if that is where you are."))
    return Finding(Verdict.GOOD, said)
