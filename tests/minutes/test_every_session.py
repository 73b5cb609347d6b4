"""Whatever the session was like: both standards hold, the pages are balanced, and it is read as it is told."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.minutes.every_session import SESSIONS, SOME, edition, session
from tests.minutes.pdf.conftest import FONTS_DIR, faults
from tests.minutes.pdf.laid_out import complaints
from workshop_app.i18n import Language
from workshop_app.minutes.build import MinutesOptions, build_minutes
from workshop_app.minutes.pdf.render import render_pdf
from workshop_app.paths import resources
from workshop_app.rounds.loading import load_glossary

GLOSSARY = load_glossary(resources() / "templates" / "glossary.toml")


def written(number: int, folder: Path) -> Path:
    """The minutes of the session with that number, in a file."""
    view = session(number)
    options = MinutesOptions(datetime(2026, 11, 28, tzinfo=UTC), number % 2 == 0, edition(number, view))
    path = folder / f"{number}.pdf"
    path.write_bytes(render_pdf(build_minutes(view, options, Language.load(), GLOSSARY), FONTS_DIR))
    return path


@pytest.mark.parametrize("number", SOME)
def test_some_sessions(number: int, tmp_path: Path) -> None:
    assert_good(written(number, tmp_path))


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("number", sorted(set(range(SESSIONS)) - set(SOME)))
def test_every_session(number: int, tmp_path: Path) -> None:
    assert_good(written(number, tmp_path))


def assert_good(pdf: Path) -> None:
    assert faults(pdf) == []
    assert complaints(pdf.read_bytes()) == []
