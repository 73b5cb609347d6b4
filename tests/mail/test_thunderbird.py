"""The draft opened in a real mail program, on a screen of its own."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop_app.mail.draft import Draft, build

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(150),
    pytest.mark.skipif(
        not all(map(shutil.which, ("thunderbird", "Xvfb", "xdotool"))), reason="no Thunderbird, Xvfb or xdotool"
    ),
]
_ACCOUNT = {
    "mail.accountmanager.accounts": "account1,account2",
    "mail.accountmanager.localfoldersserver": "server2",
    "mail.account.account2.server": "server2",
    "mail.server.server2.type": "none",
    "mail.server.server2.hostname": "Local Folders",
    "mail.server.server2.userName": "nobody",
    "mail.accountmanager.defaultaccount": "account1",
    "mail.account.account1.identities": "id1",
    "mail.account.account1.server": "server1",
    "mail.identity.id1.fullName": "Joost Hermans",
    "mail.identity.id1.useremail": "joost@waterrijk.example",
    "mail.identity.id1.smtpServer": "smtp1",
    "mail.identity.id1.valid": True,
    "mail.server.server1.type": "pop3",
    "mail.server.server1.hostname": "localhost",
    "mail.server.server1.userName": "joost",
    "mail.server.server1.login_at_startup": False,
    "mail.server.server1.check_new_mail": False,
    "mail.smtpserver.smtp1.username": "joost",
    "mail.smtpservers": "smtp1",
    "mail.smtpserver.smtp1.hostname": "localhost",
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.shell.checkDefaultClient": False,
    "mailnews.start_page.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "app.update.enabled": False,
    "mail.spam.version": 1,
}


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a screen that nobody sees, with an account that goes nowhere."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24"], pass_fds=(write,), stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as answer:
        display = answer.readline().strip()
    home = tmp_path / "home"
    home.mkdir()
    yield {**os.environ, "DISPLAY": f":{display}", "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8"}
    server.terminate()
    server.wait(10)


def test_thunderbird_opens_the_draft_for_writing(screen: dict[str, str], tmp_path: Path) -> None:
    attached = tmp_path / "verslag.pdf"
    attached.write_bytes(b"%PDF-1.7\n")
    subject = "Verslag Een regio =?utf-8?q?=0ABcc:_x=40y.example?="
    people = (("Ayşe Yıldız, voorzitter", "a.yildiz@merenwijk.example"), ("Eva", "eva@lindevoort.example"))
    built = build(Draft(subject, "Beste deelnemers,\n\nHierbij het verslag.", bcc=people, attachments=(attached,)))
    eml = tmp_path / "verslag.eml"
    eml.write_bytes(built.data)
    profile = tmp_path / "profile"
    profile.mkdir()
    lines = (f"user_pref({json.dumps(name)}, {str(value).lower() if isinstance(value, bool) else repr(value)});"
             for name, value in _ACCOUNT.items())  # fmt: skip
    (profile / "user.js").write_text("\n".join(lines))
    command = ["thunderbird", "--profile", str(profile), "--no-remote", str(eml)]
    program = subprocess.Popen(command, env=screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert "= ?utf-8?q?=0ABcc" in wait_for_title(screen, "Verslag Een regio")
        if shot := os.environ.get("SAMENSPRAAK_SHOT"):
            time.sleep(5)
            subprocess.run(["import", "-window", "root", shot], env=screen, check=True, timeout=30)
    finally:
        program.terminate()
        program.wait(20)


def wait_for_title(screen: dict[str, str], part: str, patience: float = 90) -> str:
    """The title of the window that has these words in it and is for writing."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = subprocess.run(
            ["xdotool", "search", "--name", f"^Write: .*{part}", "getwindowname"],
            env=screen, capture_output=True, text=True, timeout=20, check=False,
        )  # fmt: skip
        if found.stdout.strip():
            return found.stdout
        time.sleep(0.5)
    pytest.fail("the mail program opened no window for writing")
