"""A copy of the open session: whole, under a free name, and when that fails nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.desktop.keyboard import press
from tests.desktop.walking import Facilitator
from workshop_app.facilitation.looking import view_of
from workshop_app.storage.checking import check


@pytest.fixture
def leading(me: Facilitator, qapp: QApplication) -> Facilitator:
    me.lead_the_room(qapp)
    me.capture("Ook dit hoort erbij.")
    return me


def copy_to(me: Facilitator, target: Path) -> None:
    press("Ctrl+Shift+S")
    (dialog,) = me.shell.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()


def test_it_is_whole_and_the_session_goes_on(leading: Facilitator, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "kopie.samenspraak"
    copy_to(leading, target)
    leading.sees(f"Een gecontroleerde kopie staat in {target}.")
    assert check(target) == ()
    assert view_of(target).rounds == leading.file.rounds
    leading.capture("En dit kwam later.")


def test_nothing_is_written_over(leading: Facilitator, tmp_path: Path) -> None:
    target = tmp_path / "kopie.samenspraak"
    target.write_bytes(b"iets van iemand")
    copy_to(leading, target)
    assert target.read_bytes() == b"iets van iemand"
    assert check(tmp_path / "kopie (2).samenspraak") == ()


def test_where_it_cannot_be_written_that_is_said(leading: Facilitator, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("no folder")
    copy_to(leading, tmp_path / "stick" / "kopie.samenspraak")
    leading.sees("Er staat daar geen kopie; de sessie zelf is opgeslagen.", "✓ opgeslagen")
    press("Esc")
    leading.capture("Wij gaan gewoon verder.")


def test_the_other_pages_have_the_same_key(leading: Facilitator, tmp_path: Path) -> None:
    press("F10", "Down", "Down", "Return")
    copy_to(leading, tmp_path / "kopie.samenspraak")
    leading.sees("Een gecontroleerde kopie staat in")
