"""Where things are, from a checkout; test_packaging.py asks the same of an installed copy."""

from pathlib import Path

import pytest

from workshop_app import paths

TOP = Path(__file__).parents[1]


def test_resources_of_a_checkout() -> None:
    assert paths.resources() == TOP / "resources"
    assert (paths.resources() / "fonts" / "SourceSans3-Regular.ttf").is_file()


def test_data_dir_holds_everything(tmp_path: Path) -> None:
    data = paths.data_paths(tmp_path)
    parts = [data.sessions, data.index, data.settings, data.backups, data.templates, data.logs]
    assert data.sessions == tmp_path / "sessions"
    assert all(part.is_relative_to(tmp_path) for part in parts)
    assert len(set(parts)) == len(parts)


def test_data_dir_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.data_paths(Path("here")).settings == tmp_path / "here" / "settings.json"


def test_a_checkout_keeps_its_sessions_and_nothing_else() -> None:
    data = paths.data_paths()
    assert data.sessions == TOP / "sessions"
    assert not data.settings.is_relative_to(TOP)


def test_backups_are_outside_the_sessions(tmp_path: Path) -> None:
    for data in (paths.data_paths(tmp_path), paths.data_paths()):
        assert not data.backups.is_relative_to(data.sessions)


def test_asking_creates_nothing(tmp_path: Path) -> None:
    paths.data_paths(tmp_path / "new")
    assert not (tmp_path / "new").exists()
