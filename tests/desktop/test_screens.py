"""Which screen the room looks at: the policy on values, then on screens that are plugged and unplugged."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.offscreen import BEAMER, LAPTOP, FakeScreen, set_screens
from workshop_app.desktop.lit_displays import lit_displays, on_linux
from workshop_app.desktop.projection.window import ProjectionWindow
from workshop_app.desktop.screens import (
    Decision,
    Identity,
    ScreenInfo,
    ScreenWatcher,
    Situation,
    decide,
    find_screen,
    next_choice,
    present_screens,
    rescue,
)

LAPTOP_INFO = ScreenInfo(Identity(name="eDP-1"), (0, 0, 1440, 900), primary=True)
BEAMER_INFO = ScreenInfo(Identity("EPSON", "EB-X49", "", "HDMI-1"), (1440, 0, 1024, 768))
TV_INFO = ScreenInfo(Identity("LG", "TV", "77", "DP-2"), (-1920, 0, 1920, 1080))
TV = FakeScreen("c-tv", 3360, 0, 1280, 720)


def test_the_screen_that_is_not_primary() -> None:
    decision = decide([LAPTOP_INFO, BEAMER_INFO])
    assert decision == Decision(Situation.BEAMER, BEAMER_INFO, LAPTOP_INFO)
    assert BEAMER_INFO.identity.words == "EPSON EB-X49"


def test_never_the_only_screen() -> None:
    assert decide([LAPTOP_INFO]) == Decision(Situation.SINGLE, None, LAPTOP_INFO)
    assert decide([BEAMER_INFO], [BEAMER_INFO.identity]).projection is None


@pytest.mark.parametrize("geometry", [(0, 0, 1440, 900), (0, 0, 1024, 768)], ids=["equal", "of another size"])
def test_mirrored_is_not_a_second_screen(geometry: tuple[int, int, int, int]) -> None:
    mirror = ScreenInfo(BEAMER_INFO.identity, geometry)
    assert decide([LAPTOP_INFO, mirror], [mirror.identity]) == Decision(Situation.MIRRORED, None, LAPTOP_INFO)


def test_mirrored_with_a_third_screen() -> None:
    mirror = ScreenInfo(BEAMER_INFO.identity, LAPTOP_INFO.geometry)
    assert decide([LAPTOP_INFO, mirror, TV_INFO], [mirror.identity]).situation is Situation.BEAMER
    assert decide([LAPTOP_INFO, mirror, TV_INFO]).projection in (mirror, TV_INFO)


def test_no_screen_at_all() -> None:
    assert decide([]) == Decision(Situation.NONE)
    assert decide([ScreenInfo(Identity(), (0, 0, 0, 0), primary=True)]) == Decision(Situation.NONE)


def test_a_remembered_screen_comes_first() -> None:
    screens = [LAPTOP_INFO, BEAMER_INFO, TV_INFO]
    assert decide(screens, [TV_INFO.identity]).projection == TV_INFO
    assert decide(screens, [Identity("LG", "TV", "77", "DP-9")]).projection == TV_INFO
    assert decide(screens, [Identity("LG", "TV", "78", "DP-9")]).projection == BEAMER_INFO


def test_the_primary_screen_when_it_was_chosen() -> None:
    assert decide([LAPTOP_INFO, BEAMER_INFO], [LAPTOP_INFO.identity]) == Decision(
        Situation.BEAMER, LAPTOP_INFO, BEAMER_INFO
    )


def test_swapping_goes_round() -> None:
    screens = [LAPTOP_INFO, BEAMER_INFO, TV_INFO]
    assert next_choice(screens[:2], decide(screens[:2])) == LAPTOP_INFO.identity
    assert next_choice(screens, decide(screens)) == TV_INFO.identity
    assert next_choice(screens[:1], decide(screens[:1])) is None


@pytest.fixture
def watcher(screens: None, qapp: QApplication) -> ScreenWatcher:
    return ScreenWatcher(qapp, settle_ms=5)


def situation_after(watcher: ScreenWatcher, qtbot: QtBot, *plugged: FakeScreen) -> Decision:
    with qtbot.waitSignal(watcher.changed):
        set_screens(*plugged)
    return watcher.decision


def test_plugging_and_unplugging_twenty_times(watcher: ScreenWatcher, qtbot: QtBot) -> None:
    assert watcher.decision.situation is Situation.SINGLE
    for _ in range(20):
        plugged = situation_after(watcher, qtbot, LAPTOP, BEAMER)
        assert plugged.projection is not None
        assert plugged.projection.geometry == (1440, 0, 1920, 1080)
        assert situation_after(watcher, qtbot, LAPTOP).projection is None


def test_another_resolution(watcher: ScreenWatcher, qtbot: QtBot) -> None:
    situation_after(watcher, qtbot, LAPTOP, BEAMER)
    changed = situation_after(watcher, qtbot, LAPTOP, FakeScreen("b-beamer", 1440, 0, 1024, 768))
    assert changed.projection is not None
    assert changed.projection.geometry == (1440, 0, 1024, 768)


def test_a_third_screen_takes_nothing_over(watcher: ScreenWatcher, qtbot: QtBot) -> None:
    situation_after(watcher, qtbot, LAPTOP, TV)
    decision = situation_after(watcher, qtbot, LAPTOP, BEAMER, TV)
    assert decision.projection is not None
    assert decision.projection.identity.name == "c-tv"
    away = situation_after(watcher, qtbot, LAPTOP, BEAMER)
    assert away.projection is not None
    assert away.projection.identity.name == "b-beamer"
    back = situation_after(watcher, qtbot, LAPTOP, BEAMER, TV)
    assert back.projection is not None
    assert back.projection.identity.name == "c-tv"


def test_mirroring_while_it_runs(watcher: ScreenWatcher, qtbot: QtBot) -> None:
    situation_after(watcher, qtbot, LAPTOP, BEAMER)
    assert situation_after(watcher, qtbot, LAPTOP, FakeScreen("b-beamer", 0, 0, 1440, 900)).situation is (
        Situation.MIRRORED
    )


def test_all_screens_gone_and_back(watcher: ScreenWatcher, qtbot: QtBot) -> None:
    situation_after(watcher, qtbot, LAPTOP, BEAMER)
    assert situation_after(watcher, qtbot).situation is Situation.NONE
    assert situation_after(watcher, qtbot, LAPTOP, BEAMER).situation is Situation.BEAMER


@pytest.mark.usefixtures("two_screens")
def test_swapping(qapp: QApplication, qtbot: QtBot) -> None:
    watcher = ScreenWatcher(qapp, settle_ms=5)
    with qtbot.waitSignal(watcher.changed):
        watcher.swap()
    assert watcher.decision.projection is not None
    assert watcher.decision.console is not None
    assert watcher.decision.projection.identity.name == "a-laptop"
    assert watcher.decision.console.identity.name == "b-beamer"
    assert watcher.preferred == watcher.decision.projection.identity
    watcher.swap()
    assert watcher.decision.projection.identity.name == "b-beamer"


def test_swapping_with_one_screen_does_nothing(watcher: ScreenWatcher, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(watcher.changed):
        watcher.swap()


@pytest.mark.usefixtures("two_screens")
def test_a_screen_is_found_as_long_as_it_is_there() -> None:
    beamer = present_screens()[1]
    found = find_screen(beamer)
    assert found is not None
    assert found.name() == "b-beamer"
    set_screens(LAPTOP)
    assert find_screen(beamer) is None


@pytest.mark.usefixtures("two_screens")
def test_a_console_is_brought_back(qapp: QApplication, qtbot: QtBot) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    console.setMinimumSize(300, 200)
    console.setGeometry(1700, 100, 1600, 1000)
    console.show()
    qtbot.waitExposed(console)
    assert not rescue(console)
    set_screens(LAPTOP)
    assert rescue(console)
    assert qapp.primaryScreen().geometry().contains(console.geometry())
    set_screens()
    assert not rescue(console)


def test_more_displays_than_screens_mirror_each_other() -> None:
    assert decide([LAPTOP_INFO], lit=2) == Decision(Situation.MIRRORED, None, LAPTOP_INFO)
    assert decide([LAPTOP_INFO], lit=1).situation is Situation.SINGLE
    assert decide([LAPTOP_INFO, BEAMER_INFO], lit=3).situation is Situation.BEAMER
    assert decide([], lit=2).situation is Situation.NONE


def test_a_display_that_begins_to_mirror_is_noticed_though_nobody_tells(qapp: QApplication, qtbot: QtBot) -> None:
    lit = 1
    watcher = ScreenWatcher(qapp, settle_ms=5, lit=lambda: lit)
    with qtbot.waitSignal(watcher.changed, timeout=5_000) as changed:
        lit = 2
    assert changed.args == [Decision(Situation.MIRRORED, None, present_screens()[0])]


def test_lit_displays_as_the_kernel_tells_them(tmp_path: Path) -> None:
    for name, state in (("card0-eDP-1", "enabled"), ("card0-HDMI-A-1", "enabled"), ("card0-DP-1", "disabled")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "enabled").write_text(f"{state}\n")
    assert on_linux(tmp_path) == 2
    assert on_linux(tmp_path / "nowhere") is None
    for platform in ("win32", "darwin"):
        assert lit_displays(platform) is None, "there is no such library here"


@pytest.mark.usefixtures("screens")
def test_a_scale_of_one_and_a_half(qapp: QApplication, qtbot: QtBot) -> None:
    set_screens(LAPTOP, FakeScreen("b-beamer", 1440, 0, 1920, 1080, dpr=1.5))
    watcher = ScreenWatcher(qapp, settle_ms=5)
    window = ProjectionWindow("")
    qtbot.addWidget(window)
    assert watcher.decision.projection
    window.show_on(watcher.decision.projection)
    qtbot.waitExposed(window)
    beamer = qapp.screens()[1]
    assert beamer.devicePixelRatio() == 1.5
    assert window.geometry() == beamer.geometry()
