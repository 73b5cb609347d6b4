"""The user's choices between runs."""

import json
from pathlib import Path

import pytest

from workshop_app.storage.settings import Settings, load_settings, save_settings


def test_choices_come_back(tmp_path: Path) -> None:
    path = tmp_path / "home" / "settings.json"
    chosen = Settings(language="en", last_session="/x/é 🌷.samenspraak", beamer="HDMI Epson 1234", text_scale=1.5)
    save_settings(path, chosen)
    assert load_settings(path) == chosen
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_they_are_the_usual_ones(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_a_broken_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load_settings(path) == Settings()
    assert (tmp_path / "settings.json.bak").read_bytes() == content
    assert not path.exists()


def test_what_is_not_understood_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "en", "text_scale": "large", "beamer": None, "later": 1}))
    assert load_settings(path) == Settings(language="en")


def test_a_place_that_cannot_be_written_raises_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="file"):
        save_settings(tmp_path / "file" / "settings.json", Settings())
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
