"""The whole program on outputs of X that are switched on and off, mirrored, and put in another mode."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.test_real_screens import Program, in_the_room, no_projection
from tests.session_files import make_dialogue

_DRIVER = Path("/usr/lib/xorg/modules/drivers/dummy_drv.so")
_MODES = {
    "samen-1440": "106.50 1440 1528 1672 1904 900 903 909 934",
    "samen-1920": "148.50 1920 2008 2052 2200 1080 1084 1089 1125",
    "samen-1280": "74.25 1280 1390 1430 1650 720 725 730 750",
}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(120),
    pytest.mark.skipif(
        not _DRIVER.exists() or not all(map(shutil.which, ("Xorg", "openbox", "xrandr"))) or os.getuid() != 0,
        reason="needs Xorg with the dummy driver, openbox, and the rights to start them",
    ),
]
Switch = Callable[..., None]


@pytest.fixture
def display(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A server with two outputs, and a window manager."""
    config = Path(__file__).with_name("xorg-dummy.conf")
    options = ["-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp", "-config", str(config)]
    server = subprocess.Popen(
        ["Xorg", "-displayfd", "1", *options, "-logfile", str(tmp_path / "xorg.log")],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout
    environment = {"DISPLAY": f":{server.stdout.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    manager = subprocess.Popen(["openbox"], env=os.environ | environment, stderr=subprocess.DEVNULL)
    yield environment
    for process in (manager, server):
        process.terminate()
        process.wait()
    server.stdout.close()


@pytest.fixture
def switch(display: dict[str, str]) -> Switch:
    """Switch the beamer's output, as the settings of the displays do."""

    def xrandr(*arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], check=True, env=os.environ | display)

    for name, line in _MODES.items():
        xrandr("--newmode", name, *line.split())
        for output in ("DUMMY0", "DUMMY1"):
            xrandr("--addmode", output, name)
    xrandr("--output", "DUMMY0", "--mode", "samen-1440", "--pos", "0x0", "--primary")
    return lambda *how: xrandr("--output", "DUMMY1", *how)


def test_another_mode_off_mirrored_and_back(display: dict[str, str], switch: Switch, tmp_path: Path) -> None:
    program = Program(display, tmp_path, make_dialogue(tmp_path / "sessions"))
    program.wait_until(lambda now: now["active"])
    program.press("F5")
    switch("--mode", "samen-1920", "--pos", "1440x0")
    program.wait_until(in_the_room([1440, 0, 1920, 1080]))
    # Qt does not hear of another mode of the same output; the window is what counts.
    switch("--mode", "samen-1280")
    program.wait_until(in_the_room([1440, 0, 1280, 720]))
    program.wait_until(lambda now: now["laid out"] == [1280, 720])
    switch("--off")
    program.wait_until(no_projection)
    switch("--mode", "samen-1440", "--same-as", "DUMMY0")
    program.wait_until(lambda now: now["beamer"] == "mirrored" and no_projection(now))
    switch("--mode", "samen-1920", "--pos", "1440x0")
    program.wait_until(in_the_room([1440, 0, 1920, 1080]))
    assert program.quit() == 0
