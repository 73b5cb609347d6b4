"""Long work shows how far it is, and can be called off without leaving anything."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.minutes.every_session import crowded
from workshop_app.i18n import Language
from workshop_app.minutes import progress
from workshop_app.minutes.build import MinutesOptions
from workshop_app.minutes.files import write_minutes
from workshop_app.minutes.progress import Progress
from workshop_app.paths import resources

OPTIONS = MinutesOptions(datetime(2026, 11, 28, tzinfo=UTC))


def written(out: Path, told: Progress) -> Path:
    return write_minutes(crowded(400), out, OPTIONS, Language.load(), resources() / "fonts", (), told)


@pytest.fixture(autouse=True)
def every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)


def test_it_goes_up_from_the_beginning_to_the_end(tmp_path: Path) -> None:
    told: list[int] = []
    written(tmp_path / "verslag.pdf", lambda done, total: told.append(100 * done // total))
    assert told == sorted(told)
    assert told[0] < 5
    assert told[-1] == 100
    assert len(set(told)) > 30


@pytest.mark.parametrize("share", [0, 15, 50, 90])
def test_it_can_be_called_off_at_any_moment(share: int, tmp_path: Path) -> None:
    class CalledOffError(Exception):
        pass

    def told(done: int, _total: int) -> None:
        if done >= share:
            raise CalledOffError

    with pytest.raises(CalledOffError):
        written(tmp_path / "verslag.pdf", told)
    assert list(tmp_path.iterdir()) == []
