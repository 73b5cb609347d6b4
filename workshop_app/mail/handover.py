"""The way of a draft to the mail program of this computer, or at least to its folder. Nothing is ever sent."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Who only shows a folder does without Python's parser of mail, which takes a megabyte.
    from workshop_app.mail.draft import Draft

STARTFILE = "startfile"
"""Not a program: whatever Windows has for this kind of file."""
PATIENCE = 4.0
"""Seconds after which a program that still runs has opened something; one that cannot says so sooner."""

# Every text comes in as an argument, never as part of the script: subject, text, and then pairs of what and which.
_APPLE_MAIL = """
on run argv
    set theSubject to item 1 of argv
    set theText to item 2 of argv
    tell application "Mail"
        set theMessage to make new outgoing message with properties {subject:theSubject, content:theText, visible:true}
        tell theMessage
            repeat with at from 3 to (count of argv) by 2
                set theKind to item at of argv
                set theValue to item (at + 1) of argv
                if theKind is "to" then
                    make new to recipient at end of to recipients with properties {address:theValue}
                else if theKind is "cc" then
                    make new cc recipient at end of cc recipients with properties {address:theValue}
                else if theKind is "bcc" then
                    make new bcc recipient at end of bcc recipients with properties {address:theValue}
                else
                    make new attachment with properties {file name:(POSIX file theValue)} at after last paragraph
                end if
            end repeat
        end tell
        activate
    end tell
end run
"""


class Outcome(StrEnum):
    """What became of a draft."""

    OPENED = "opened"
    SHOWN = "shown"
    NEITHER = "neither"


@dataclass(frozen=True)
class Way:
    """One way to hand a draft over: what it comes to, the program, and its arguments."""

    outcome: Outcome
    program: str
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class Handover:
    """What happened, and through which program ('' when nothing did)."""

    outcome: Outcome
    program: str = ""


def ways_to_open(platform: str, which: Callable[[str], str | None], draft: "Draft", eml: Path) -> tuple[Way, ...]:
    """The ways to open a draft in a mail program, best first, as far as their programs are there.

    `platform` is as in `sys.platform`; `which` finds a program, as `shutil.which` does; `eml` holds the draft.
    """
    file = str(eml)
    candidates: dict[str, tuple[str, ...]]
    if platform == "win32":
        candidates = {STARTFILE: (file,), "olk.exe": (file,)}
    elif platform == "darwin":
        candidates = {"osascript": ("-e", _APPLE_MAIL, *_apple_mail_arguments(draft)), "open": (file,)}
    else:
        candidates = {"xdg-open": (file,), "xdg-email": (*_xdg_email_arguments(draft),)}
    found = (
        (program, arguments) for program, arguments in candidates.items() if program == STARTFILE or which(program)
    )
    return tuple(Way(Outcome.OPENED, program, arguments) for program, arguments in found)


def ways_to_show(platform: str, which: Callable[[str], str | None], eml: Path) -> tuple[Way, ...]:
    """The ways to show a file in its folder, as far as their programs are there."""
    program, *arguments = {
        "win32": ("explorer.exe", "/select,", str(eml)),
        "darwin": ("open", "-R", str(eml)),
    }.get(platform, ("xdg-open", str(eml.parent)))
    return (Way(Outcome.SHOWN, program, tuple(arguments)),) if which(program) else ()


def hand_over(draft: "Draft", eml: Path, patience: float = PATIENCE) -> Handover:
    """Open the draft that the file holds in the mail program, else show the file in its folder.

    May take that many seconds for every way it tries, so not on the thread of the windows.
    """
    place = eml.resolve()
    opening = ways_to_open(sys.platform, shutil.which, draft, place)
    return _first_that_works((*opening, *ways_to_show(sys.platform, shutil.which, place)), patience)


def show_in_folder(file: Path, patience: float = PATIENCE) -> Handover:
    """Show a file in its folder. May take that many seconds."""
    return _first_that_works(ways_to_show(sys.platform, shutil.which, file.resolve()), patience)


def _first_that_works(ways: Iterable[Way], patience: float) -> Handover:
    for way in ways:
        if _start_file(way) if way.program == STARTFILE else _start_program(way, patience):
            return Handover(way.outcome, way.program)
    return Handover(Outcome.NEITHER)


def _apple_mail_arguments(draft: "Draft") -> Iterator[str]:
    yield from (draft.subject, draft.text)
    for kind, mailboxes in (("to", draft.to), ("cc", draft.cc), ("bcc", draft.bcc)):
        for _, address in mailboxes:
            yield from (kind, address)
    for path in draft.attachments:
        yield from ("attachment", str(path.resolve()))


def _xdg_email_arguments(draft: "Draft") -> Iterator[str]:
    yield from ("--utf8", "--subject", draft.subject, "--body", draft.text)
    for path in draft.attachments:
        yield from ("--attach", str(path.resolve()))
    for option, mailboxes in (("--cc", draft.cc), ("--bcc", draft.bcc)):
        for _, address in mailboxes:
            yield from (option, address)
    yield from (address for _, address in draft.to)


def _start_file(way: Way) -> bool:
    if sys.platform == "win32":
        with suppress(OSError):
            os.startfile(way.arguments[0])  # noqa: S606 - a draft that we made
            return True
    return False


def _start_program(way: Way, patience: float) -> bool:
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - a list of arguments, no shell; the programs are named above
            [way.program, *way.arguments], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError:
        return False
    try:
        # The explorer of Windows says 1, whatever happens.
        return process.wait(patience) == 0 or way.program == "explorer.exe"
    except subprocess.TimeoutExpired:
        Thread(target=process.wait, daemon=True).start()
        return True
