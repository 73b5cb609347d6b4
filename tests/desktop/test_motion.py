"""Whether windows may move, as the platform was told."""

import ctypes
from types import SimpleNamespace
from typing import Any

import pytest

from workshop_app.desktop.motion import is_welcome


@pytest.mark.parametrize("animated", [True, False])
def test_windows_is_asked(animated: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(what: int, size: int, told: Any, save: int) -> int:
        assert (what, size, save) == (0x1042, 0, 0)
        told._obj.value = animated
        return 1

    user32 = SimpleNamespace(SystemParametersInfoW=answer)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    assert is_welcome("win32") is animated


def test_elsewhere_a_key_decides() -> None:
    assert is_welcome("linux")
    assert is_welcome("darwin")
