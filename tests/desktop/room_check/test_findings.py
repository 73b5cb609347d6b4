"""What the room check finds out about a computer, on each platform, from what the platform says."""

import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from workshop_app.desktop.room_check import encryption, place, power, reading, screens, storage, surroundings
from workshop_app.desktop.room_check.asking import Ask, ask
from workshop_app.desktop.room_check.finding import Verdict
from workshop_app.desktop.room_check.place import look_at_place
from workshop_app.desktop.screens import Decision, Identity, ScreenInfo, Situation, decide
from workshop_app.i18n import Language

ENGLISH = Language.load("en")
MOUNTS = """\
22 1 {device} / / rw,relatime shared:1 - ext4 {root} rw
30 22 0:25 / /tmp rw - tmpfs tmpfs rw
31 22 0:26 / /home/anna/My\\040files rw - nfs4 server:/anna rw
bad line
"""


def saying(text: str | None) -> Ask:
    return lambda command: text


def test_a_program_that_is_missing_or_fails_says_nothing() -> None:
    assert ask(["samenspraak-is-not-a-program"]) is None
    assert ask([sys.executable, "-c", "raise SystemExit(3)"]) is None
    assert ask([sys.executable, "-c", "print(' yes ')"]) == "yes"


@pytest.mark.parametrize(
    ("said", "on"), [("1", True), ("6", True), ("2", False), ("5", False), ("", None), ("Access denied", None)]
)
def test_bitlocker(said: str, on: bool | None) -> None:
    class Drive(type(Path())):  # type: ignore[misc]
        drive = "C:"

    assert encryption.encrypted(Drive("folder"), "win32", saying(said)) is on
    assert encryption.encrypted(Path("//server/share"), "win32", saying("1")) is None


@pytest.mark.parametrize(
    ("said", "on"), [("FileVault is On.", True), ("FileVault is Off.", False), (None, None), ("?", None)]
)
def test_filevault(said: str | None, on: bool | None) -> None:
    assert encryption.encrypted(Path("/Users/anna"), "darwin", saying(said)) is on


def block(sys_block: Path, name: str, uuid: str = "", *below: str) -> None:
    folder = sys_block / name
    (folder / "dm").mkdir(parents=True)
    if uuid:
        (folder / "dm" / "uuid").write_text(f"{uuid}\n")
    for each in below:
        (folder / "slaves" / each).mkdir(parents=True)


def test_luks_below_a_logical_volume(tmp_path: Path) -> None:
    block(tmp_path, "dm-1", "LVM-abc", "dm-0")
    block(tmp_path, "dm-0", "CRYPT-LUKS2-abc", "sda3")
    block(tmp_path, "sda3")
    assert encryption.on_linux(Path("/home/anna"), MOUNTS.format(device="254:1", root="/dev/dm-1"), tmp_path) is True
    assert encryption.on_linux(Path("/home/anna"), MOUNTS.format(device="8:3", root="/dev/sda3"), tmp_path) is False


def test_what_lies_on_no_disk_of_ours_is_not_known(tmp_path: Path) -> None:
    block(tmp_path, "sda3")
    mounts = MOUNTS.format(device="8:3", root="/dev/sda3")
    for folder in ("/tmp/x", "/home/anna/My files/sessions"):
        assert encryption.on_linux(Path(folder), mounts, tmp_path) is None
    assert encryption.on_linux(Path("/home"), "", tmp_path) is None
    assert encryption.on_linux(Path("/home"), MOUNTS.format(device="0:1", root="/dev/sdz9"), tmp_path) is None


def test_encryption_in_words() -> None:
    on = encryption.look_at(Path("/Users"), ENGLISH, "darwin", saying("FileVault is On."))
    off = encryption.look_at(Path("/Users"), ENGLISH, "darwin", saying("FileVault is Off."))
    unknown = encryption.look_at(Path("/Users"), ENGLISH, "darwin", saying(None))
    assert (on.verdict, off.verdict, unknown.verdict) == (Verdict.GOOD, Verdict.ATTEND, Verdict.UNKNOWN)
    assert "FileVault" in off.todo
    assert unknown.todo.startswith("Look in System Settings")


def supply(folder: Path, name: str, **values: str) -> None:
    (folder / name).mkdir()
    for key, value in values.items():
        (folder / name / key).write_text(f"{value}\n")


def test_power_on_linux(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="0")
    supply(tmp_path, "BAT0", type="Battery", capacity="43", status="Discharging", scope="System")
    supply(tmp_path, "mouse", type="Battery", capacity="5", status="Discharging", scope="Device")
    assert power.power("linux", supplies=tmp_path) == power.Power(plugged=False, percent=43)
    (tmp_path / "AC" / "online").write_text("1\n")
    assert power.on_linux(tmp_path) == power.Power(plugged=True, percent=43)
    assert power.on_linux(tmp_path / "nowhere") == power.Power()


def test_power_on_macos_and_windows() -> None:
    said = "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t85%; discharging; 3:00 remaining"
    assert power.power("darwin", saying(said)) == power.Power(plugged=False, percent=85)
    assert power.on_macos("Now drawing from 'AC Power'") == power.Power(plugged=True)
    assert power.on_windows(1, 8, 90) == power.Power(plugged=True, percent=90)
    assert power.on_windows(0, 1, 20) == power.Power(plugged=False, percent=20)
    assert power.on_windows(1, 128, 255) == power.Power(plugged=True)
    assert power.on_windows(255, 255, 255) == power.Power()


def test_power_in_words() -> None:
    plugged = power.judge(power.Power(plugged=True, percent=43), ENGLISH)
    assert (plugged.verdict, plugged.text) == (Verdict.GOOD, "On the mains, battery 43 %.")
    low = power.judge(power.Power(plugged=False, percent=43), ENGLISH)
    assert low.verdict is Verdict.ATTEND
    assert low.todo.startswith("Plug in")
    assert power.judge(power.Power(), ENGLISH).verdict is Verdict.UNKNOWN
    assert power.judge(power.Power(plugged=True), ENGLISH).text == "On the mains."


def test_a_folder_that_can_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "sessions"
    assert storage.look_at_folder(folder, ENGLISH).verdict is Verdict.GOOD
    assert list(folder.iterdir()) == []
    (tmp_path / "file").write_text("")
    blocked = storage.look_at_folder(tmp_path / "file" / "sessions", ENGLISH)
    assert blocked.verdict is Verdict.ATTEND
    assert blocked.todo


def test_free_space(tmp_path: Path) -> None:
    assert storage.judge_space(79_200_000_000, ENGLISH).text == "79.2 GB free."
    assert storage.judge_space(300_000_000, ENGLISH).verdict is Verdict.ATTEND
    assert "free." in storage.look_at_space(tmp_path / "not made yet", ENGLISH).text


def test_notifications() -> None:
    assert surroundings.look_at_quiet(ENGLISH, "linux", saying("false")).verdict is Verdict.GOOD
    assert surroundings.look_at_quiet(ENGLISH, "linux", saying("true")).verdict is Verdict.ATTEND
    for platform in ("linux", "darwin", "win32"):
        hint = surroundings.look_at_quiet(ENGLISH, platform, saying(None))
        assert hint.verdict is Verdict.LOOK
        assert "disturb" in hint.todo.lower()


def test_the_mail_program() -> None:
    found = surroundings.look_at_mail(ENGLISH, "linux", saying("thunderbird.desktop"))
    assert (found.verdict, found.text) == (Verdict.GOOD, "Mail program found: thunderbird.")
    assert surroundings.look_at_mail(ENGLISH, "linux", saying("")).verdict is Verdict.ATTEND
    assert surroundings.look_at_mail(ENGLISH, "win32").verdict is Verdict.ATTEND


WINTER = timezone(timedelta(hours=1))


def test_the_clock(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    newest = surroundings.latest((tmp_path / "a", tmp_path / "none"))
    now = datetime.fromtimestamp(newest, WINTER)
    assert surroundings.judge_clock(now + timedelta(hours=3), newest, ENGLISH).verdict is Verdict.GOOD
    early = surroundings.judge_clock(now - timedelta(days=2), newest, ENGLISH)
    late = surroundings.judge_clock(now + timedelta(days=9000), newest, ENGLISH)
    abroad = surroundings.judge_clock(now.astimezone(UTC), newest, ENGLISH)
    assert [each.verdict for each in (early, late, abroad)] == [Verdict.ATTEND] * 3
    assert "time zone" in abroad.text
    assert surroundings.latest(()) == 0


def test_the_reading_distance() -> None:
    assert reading.reading_distance(1.5) == pytest.approx(6.1, abs=0.05)
    assert reading.reading_distance(reading.height_for(10)) == pytest.approx(10)
    fits = reading.judge(3.2, 16 / 9, 7, ENGLISH)
    assert (fits.verdict, fits.text) == (Verdict.GOOD, "The smallest text can be read from 7.3 m.")
    far = reading.judge(3.2, 4 / 3, 12, ENGLISH)
    assert far.verdict is Verdict.ATTEND
    assert "12.0 m" in far.todo
    assert reading.judge(3.2, 16 / 9, 0, ENGLISH).verdict is Verdict.LOOK
    assert reading.judge(0, 16 / 9, 10, ENGLISH).text == ("For a last row at 10.0 m the picture must be 4.4 m wide.")
    assert reading.judge(0, 16 / 9, 0, ENGLISH).verdict is Verdict.LOOK


def test_the_screens() -> None:
    laptop = ScreenInfo(Identity(name="eDP-1"), (0, 0, 1440, 900), primary=True)
    beamer = ScreenInfo(Identity("EPSON", "EB-X49", "", "HDMI-1"), (-1024, 0, 1024, 768))
    decision = decide([laptop, beamer])
    assert [each.words(ENGLISH) for each in screens.numbered([laptop, beamer], decision)] == [
        "1 · beamer · EPSON EB-X49 · 1024 × 768",
        "2 · this screen · eDP-1 · 1440 × 900",
    ]
    assert screens.judge(decision, ENGLISH).verdict is Verdict.GOOD
    for situation in (Situation.MIRRORED, Situation.SINGLE, Situation.NONE):
        finding = screens.judge(Decision(situation), ENGLISH)
        assert finding.verdict is Verdict.ATTEND
        assert "Extend" in finding.todo


def test_a_folder_that_is_synchronised_is_no_good_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert look_at_place(tmp_path, ENGLISH).verdict is Verdict.GOOD
    monkeypatch.setattr(place, "place_in_words", lambda folder, language: "a folder of OneDrive")
    found = look_at_place(tmp_path, ENGLISH)
    assert (found.verdict, found.text) == (Verdict.ATTEND, "Sessions are in a folder of OneDrive.")
    assert found.todo
