"""Handing a draft over: which ways there are on each platform, and what happens with real programs."""

import os
import sys
from pathlib import Path

import pytest

from workshop_app.mail.draft import Draft
from workshop_app.mail.handover import (
    STARTFILE,
    Handover,
    Outcome,
    Way,
    hand_over,
    show_in_folder,
    ways_to_open,
    ways_to_show,
)

EML = Path("/sessies/Verslag regio.eml")
DRAFT = Draft(
    subject='Verslag "regio" $(x)',
    text="Beste deelnemers,\n\nHierbij.",
    to=(("Griffie", "griffie@waterrijk.example"),),
    cc=(("Cor", "c@polderdam.example"),),
    bcc=(("Eva", "e@lindevoort.example"), ("Bram", "b@heidebeek.example")),
    attachments=(Path("/sessies/verslag.pdf"),),
)


def everything(program: str) -> str:
    return f"/bin/{program}"


def nothing(program: str) -> None:
    return None


def names(ways: tuple[Way, ...]) -> list[str]:
    return [way.program for way in ways]


@pytest.mark.parametrize(
    ("platform", "programs"),
    [
        ("win32", [STARTFILE, "olk.exe", "explorer.exe"]),
        ("linux", ["xdg-open", "xdg-email", "xdg-open"]),
        ("darwin", ["osascript", "open", "open"]),
    ],
)
def test_each_platform_has_its_ways_in_order(platform: str, programs: list[str]) -> None:
    ways = (*ways_to_open(platform, everything, DRAFT, EML), *ways_to_show(platform, everything, EML))
    assert names(ways) == programs
    assert [way.outcome for way in ways] == [Outcome.OPENED, Outcome.OPENED, Outcome.SHOWN]


def test_programs_that_are_not_there_are_no_ways() -> None:
    assert names(ways_to_open("win32", nothing, DRAFT, EML)) == [STARTFILE]
    assert ways_to_open("linux", nothing, DRAFT, EML) == ()
    assert ways_to_show("linux", nothing, EML) == ()
    assert names(ways_to_open("linux", {"xdg-email": "/bin/xdg-email"}.get, DRAFT, EML)) == ["xdg-email"]


def test_the_file_is_opened_and_its_folder_shown() -> None:
    assert ways_to_open("linux", everything, DRAFT, EML)[0].arguments == (str(EML),)
    assert ways_to_show("linux", everything, EML)[0].arguments == (str(EML.parent),)
    assert ways_to_show("darwin", everything, EML)[0].arguments == ("-R", str(EML))
    assert ways_to_show("win32", everything, EML)[0].arguments == ("/select,", str(EML))


def test_programs_that_cannot_read_the_file_get_its_parts() -> None:
    email = ways_to_open("linux", everything, DRAFT, EML)[1].arguments
    assert email == (
        *("--utf8", "--subject", DRAFT.subject, "--body", DRAFT.text, "--attach", "/sessies/verslag.pdf"),
        *("--cc", "c@polderdam.example", "--bcc", "e@lindevoort.example", "--bcc", "b@heidebeek.example"),
        "griffie@waterrijk.example",
    )
    option, script, *parts = ways_to_open("darwin", everything, DRAFT, EML)[0].arguments
    assert option == "-e"
    assert DRAFT.subject not in script
    assert parts == [
        *(DRAFT.subject, DRAFT.text, "to", "griffie@waterrijk.example", "cc", "c@polderdam.example"),
        *("bcc", "e@lindevoort.example", "bcc", "b@heidebeek.example", "attachment", "/sessies/verslag.pdf"),
    ]


class Desk:
    """A folder of programs that write down what they were called with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "calls"

    def install(self, program: str, does: str) -> None:
        path = self.folder / program
        path.write_text(f'#!/bin/sh\nprintf "%s\\n" "{program}" "$@" >> "{self.log}"\n{does}\n')
        path.chmod(0o755)

    def calls(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "platform", "linux")
    return Desk(folder)


@pytest.fixture
def eml(tmp_path: Path) -> Path:
    path = tmp_path / "Verslag $(regio) 'x'.eml"
    path.write_bytes(b"X-Unsent: 1\r\n\r\n")
    return path


def test_the_mail_program_opens_the_draft(desk: Desk, eml: Path) -> None:
    desk.install("xdg-open", "exit 0")
    assert hand_over(DRAFT, eml) == Handover(Outcome.OPENED, "xdg-open")
    assert desk.calls() == ["xdg-open", str(eml)]


def test_a_program_that_goes_on_running_has_opened_the_draft(desk: Desk, eml: Path) -> None:
    desk.install("xdg-open", "exec /bin/sleep 0.3")
    assert hand_over(DRAFT, eml, patience=0.05) == Handover(Outcome.OPENED, "xdg-open")


def test_the_next_way_is_tried_when_one_fails(desk: Desk, eml: Path) -> None:
    desk.install("xdg-open", "exit 3")
    desk.install("xdg-email", "exit 0")
    assert hand_over(DRAFT, eml) == Handover(Outcome.OPENED, "xdg-email")
    assert desk.calls()[:5] == ["xdg-open", str(eml), "xdg-email", "--utf8", "--subject"]


def test_without_a_mail_program_the_folder_is_shown(desk: Desk, eml: Path) -> None:
    desk.install("xdg-open", '[ -d "$1" ]')
    assert hand_over(DRAFT, eml) == Handover(Outcome.SHOWN, "xdg-open")
    assert desk.calls() == ["xdg-open", str(eml), "xdg-open", str(eml.parent)]


def test_showing_leaves_the_mail_program_alone(desk: Desk, eml: Path) -> None:
    desk.install("xdg-open", "exit 0")
    assert show_in_folder(eml) == Handover(Outcome.SHOWN, "xdg-open")
    assert desk.calls() == ["xdg-open", str(eml.parent)]


@pytest.mark.usefixtures("desk")
def test_without_any_program_nothing_happens(eml: Path) -> None:
    assert hand_over(DRAFT, eml) == Handover(Outcome.NEITHER)


def test_a_program_that_cannot_be_started_is_a_way_that_fails(desk: Desk, eml: Path) -> None:
    (desk.folder / "xdg-open").write_bytes(b"\x00not a program")
    os.chmod(desk.folder / "xdg-open", 0o755)
    assert hand_over(DRAFT, eml) == Handover(Outcome.NEITHER)
