"""The screen stays on while the room looks along: each platform's own call, and a screensaver on a real bus."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from workshop_app.desktop.awake import ByDesktop, ByProgram, ByThreadState, hold_for

CHILD = [sys.executable, "-c", "import sys; sys.stdin.read()"]


class Kept:
    """Stands in for another way; remembers what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def take(self) -> bool:
        self.asked.append("take")
        return True

    def release(self) -> None:
        self.asked.append("release")


def test_windows_is_asked_for_system_and_display_and_let_go() -> None:
    asked: list[int] = []

    def set_state(flags: int) -> int:
        asked.append(flags)
        return 0x80000000

    way = ByThreadState(set_state)
    assert way.take()
    way.release()
    assert asked == [0x80000003, 0x80000000]


def test_windows_that_refuses_is_no_mistake() -> None:
    assert not ByThreadState(lambda flags: 0).take()


def test_a_program_runs_as_long_as_it_is_held() -> None:
    started: list[subprocess.Popen[bytes]] = []

    def start(command: list[str]) -> subprocess.Popen[bytes]:
        assert command[0] == "caffeinate"
        started.append(subprocess.Popen(CHILD, stdin=subprocess.PIPE))
        return started[-1]

    way = ByProgram(["caffeinate", "-d"], start)
    assert way.take()
    assert started[0].poll() is None
    way.release()
    assert started[0].poll() is not None
    started[0].communicate()
    way.release()


def test_a_program_that_is_not_there_is_no_mistake() -> None:
    way = ByProgram(["samenspraak-is-not-a-program"])
    assert not way.take()
    way.release()


def test_each_platform_has_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    mac = hold_for("", "darwin", 42)
    assert isinstance(mac, ByProgram)
    assert mac._command == ["caffeinate", "-d", "-i", "-w", "42"]
    assert isinstance(hold_for("", "win32"), ByThreadState)
    assert isinstance(hold_for("", "linux"), ByDesktop)


def test_without_a_bus_systemd_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    other = Kept()
    way = ByDesktop("", other)
    way.take()
    way.release()
    assert other.asked == ["take", "release"]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A session bus for this test alone."""
    if not shutil.which("dbus-daemon"):
        pytest.skip("needs dbus-daemon")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert daemon.stdout
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().decode().strip())
    yield
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def screensaver(bus: None) -> Iterator["subprocess.Popen[str]"]:
    """A screensaver on that bus, which prints what it is asked, and who leaves."""
    service = subprocess.Popen(
        [sys.executable, "-m", "tests.desktop.fake_screensaver"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert service.stdout
    assert service.stdin
    assert service.stdout.readline() == "ready\n"
    yield service
    service.stdin.close()
    service.wait()
    service.stdout.close()


def test_the_screensaver_is_asked_and_released(screensaver: "subprocess.Popen[str]", qtbot: QtBot) -> None:
    assert screensaver.stdout
    other = Kept()
    way = ByDesktop("Een dialoog op de beamer", other)
    assert way.take()
    assert screensaver.stdout.readline() == "inhibited: Samenspraak, Een dialoog op de beamer\n"
    way.release()
    assert screensaver.stdout.readline() == "released\n"
    assert other.asked == ["release"]


@pytest.mark.usefixtures("bus")
def test_a_desktop_without_a_screensaver_is_no_mistake(qtbot: QtBot) -> None:
    other = Kept()
    way = ByDesktop("", other)
    way.take()
    qtbot.waitUntil(lambda: other.asked == ["take"])
    way.release()
    assert other.asked == ["take", "release"]
    assert not QDBusConnection("samenspraak-awake").isConnected()
