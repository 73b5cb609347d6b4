"""What every test stands on: no screen, a home of its own, and silence in the log."""

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before anything imports Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("SOURCE_DATE_EPOCH", "1795262400")

DESKTOP = Path(__file__).parent / "desktop"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `--without-qt` (to be used with `-p no:pytest-qt`)."""
    parser.addoption("--without-qt", action="store_true", help="make PySide6 unimportable; leave tests/desktop out")


def pytest_configure(config: pytest.Config) -> None:
    """Make Qt unimportable before any test module is read."""
    if config.getoption("--without-qt"):
        if "PySide6" in sys.modules:
            raise pytest.UsageError("--without-qt needs -p no:pytest-qt")
        sys.modules["PySide6"] = None  # type: ignore[assignment]
        sys.modules["shiboken6"] = None  # type: ignore[assignment]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the windows out when there is no Qt."""
    return True if config.getoption("--without-qt") and collection_path.is_relative_to(DESKTOP) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what opens windows."""
    for item in items:
        if item.path.is_relative_to(DESKTOP):
            item.add_marker("gui")


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test an empty home, so that none finds the files of a person or of another test."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))


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
