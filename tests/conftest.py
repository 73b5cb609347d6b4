"""What every test stands on: no screen, a home of its own, no threads left, and silence in the log.

`pytest -p no:pytest-qt` runs everything outside tests/desktop as on a computer without Qt.
"""

import gc
import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before anything imports Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

TOP = Path(__file__).parent
NEEDS_QT = (TOP / "desktop", TOP / "benchmarks")
QT_SETTINGS = ("qt_api", "qt_log_level_fail", "qt_log_ignore")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Say how long the soak lasts. Without Qt: make it unimportable, and accept the settings of the absent plugin."""
    parser.addoption("--soak-minutes", type=float, default=30.0, help="how long the soak of the slow group lasts")
    if pluginmanager.is_blocked("pytest-qt"):
        for name in ("PySide6", "shiboken6"):
            sys.modules[name] = None  # type: ignore[assignment]
        for name in QT_SETTINGS:
            parser.addini(name, "of pytest-qt")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Without Qt: leave the windows out."""
    without_qt = config.pluginmanager.is_blocked("pytest-qt")
    return True if without_qt and collection_path in NEEDS_QT else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what opens windows."""
    for item in items:
        if item.path.is_relative_to(TOP / "desktop"):
            item.add_marker("gui")


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test an empty home, so that none finds the files of a person or of another test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "LOCALAPPDATA"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))


@pytest.fixture(autouse=True)
def _garbage() -> None:
    """Look for what the test before left, here and nowhere else: a window that a thread takes down ends all tests."""
    gc.disable()
    gc.collect(1)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(timeout=2)
    assert not [thread.name for thread in left if thread.is_alive()]


class ExpectedLogs:
    """Log records that a test announces; the others fail it when they are warnings or worse."""

    def __init__(self) -> None:
        self._announced: list[str] = []

    def allow(self, text: str) -> None:
        """Accept records whose message contains the text; at least one must come."""
        self._announced.append(text)

    def check(self, records: list[logging.LogRecord]) -> None:
        """Fail on a record that was not announced, and on an announced one that did not come."""
        messages = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
        unexpected = [message for message in messages if not any(text in message for text in self._announced)]
        assert not unexpected, f"logged without being expected: {unexpected}"
        missing = [text for text in self._announced if not any(text in message for message in messages)]
        assert not missing, f"expected in the log, and not there: {missing}"


@pytest.fixture(autouse=True)
def expected_logs(caplog: pytest.LogCaptureFixture) -> Iterator[ExpectedLogs]:
    """Fail a test that logs a warning or worse, unless it said `expected_logs.allow("part of the message")`."""
    expected = ExpectedLogs()
    yield expected
    expected.check(caplog.get_records("setup") + caplog.get_records("call"))
