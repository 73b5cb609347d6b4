"""Resources and data folders."""

from pathlib import Path

from workshop_app import paths


def test_resources_of_a_checkout() -> None:
    assert paths.resources() == Path(__file__).parents[1] / "resources"


def test_data_dir_holds_everything(tmp_path: Path) -> None:
    data = paths.data_paths(tmp_path)
    parts = [data.sessions, data.settings, data.index, data.backups, data.templates, data.logs]
    assert all(part.is_relative_to(tmp_path) for part in parts)
    assert len(set(parts)) == len(parts)
    assert data.sessions == tmp_path / "sessions"


def test_backups_are_outside_the_session_folder(tmp_path: Path) -> None:
    for data in (paths.data_paths(tmp_path), paths.data_paths()):
        assert not data.backups.is_relative_to(data.sessions)
