"""A copy of the open session: whole, under a free name, and when that fails nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.desktop.keyboard import press, write
from tests.desktop.walking import DUTCH, Facilitator
from tests.session_files import make_dialogue
from tests.workshops import reopened
from workshop_app.desktop.console.window import ConsoleWindow
from workshop_app.desktop.copying import Copying
from workshop_app.desktop.questions import Question
from workshop_app.facilitation import outcomes
from workshop_app.facilitation.looking import view_of
from workshop_app.model.values import Origin
from workshop_app.storage.checking import check


@pytest.fixture
def leading(me: Facilitator, qapp: QApplication) -> Facilitator:
    me.lead_the_room(qapp)
    me.capture("Ook dit hoort erbij.")
    return me


def copy_to(me: Facilitator, target: Path) -> None:
    press("Ctrl+Shift+S")
    *_, dialog = me.shell.findChildren(QFileDialog)
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


def texts_with(words: str) -> str:
    """The beginning of a sentence, up to what differs."""
    return DUTCH.gettext(words).split("{")[0]


@pytest.fixture
def from_a_stick(me: Facilitator, qapp: QApplication, tmp_path: Path) -> Path:
    """A session is led that was copied in from this file."""
    stick = make_dialogue(tmp_path / "stick")
    me.sit_down(qapp)
    me.shell.open(stick)
    assert me.reads(str(stick)), "it is said where it came from"
    press("F5")
    return stick


def test_it_goes_back_to_where_it_came_from(me: Facilitator, from_a_stick: Path) -> None:
    me.capture("Dit kwam erbij.")
    for number in (1, 2):
        copy_to(me, from_a_stick)
        me.sees(f"Een gecontroleerde kopie staat in {from_a_stick}.")
        assert view_of(from_a_stick).parked == me.file.parked
        me.capture(f"En dit ook {number}.")
    assert list(from_a_stick.parent.iterdir()) == [from_a_stick]


@pytest.mark.parametrize("replace", [False, True])
def test_what_somebody_changed_there_is_asked_about(
    me: Facilitator, from_a_stick: Path, monkeypatch: pytest.MonkeyPatch, replace: bool
) -> None:
    with reopened(from_a_stick) as colleague:
        colleague.run(outcomes.decide, "Van een collega.")
    me.capture("Dit kwam erbij.")
    asked = []

    def answer(question: Question, _page: QWidget) -> bool:
        asked.append(question)
        return replace

    assert me.shell.session
    (copying,) = me.shell.session.findChildren(Copying)
    monkeypatch.setattr(copying, "_ask", answer)
    copy_to(me, from_a_stick)
    (question,) = asked
    assert question.dangerous
    beside = from_a_stick.with_stem(f"{from_a_stick.stem} (2)")
    ours, theirs = (from_a_stick, None) if replace else (beside, from_a_stick)
    assert view_of(ours).decisions == ()
    assert theirs is None or [each.text for each in view_of(theirs).decisions] == ["Van een collega."]
    assert beside.exists() is not replace


def said(path: Path) -> list[str]:
    """The quotes that the room gave."""
    items = [each for known in view_of(path).rounds for each in known.items]
    return sorted(each.text for each in items if each.origin is Origin.ROOM)


def test_a_session_that_was_moved_goes_on_in_a_copy(leading: Facilitator, qapp: QApplication, tmp_path: Path) -> None:
    me, was = leading, leading.path
    was.rename(tmp_path / "weg.samenspraak")
    write("Wat nu")
    press("Return")
    me.sees("is verplaatst of vervangen terwijl het open was.", "! niet opgeslagen")
    target = me.paths.sessions / "verder.samenspraak"
    copy_to(me, target)
    assert me.reads(texts_with("The session goes on in {path}. Everything that was saved is in it; undo begins anew."))
    me.sees("✓ opgeslagen")
    page = me.shell.currentWidget()
    assert isinstance(page, ConsoleWindow)
    press("Return")
    assert said(target) == ["Ook dit hoort erbij.", "Wat nu"]
    assert me.path == target
    press("Ctrl+Q")
    assert not me.shell.isVisible()
    assert said(tmp_path / "weg.samenspraak") == ["Ook dit hoort erbij."]
    assert check(target) == ()


def test_where_it_cannot_go_on_either_is_said(leading: Facilitator, tmp_path: Path) -> None:
    leading.path.rename(tmp_path / "weg.samenspraak")
    write("Nu")
    press("Return")
    (tmp_path / "vol").write_text("no folder")
    copy_to(leading, tmp_path / "vol" / "verder.samenspraak")
    assert leading.reads(DUTCH.gettext("{reason} The session cannot go on there either: choose another place.")[9:])
    leading.sees("Nu", "! niet opgeslagen")
    press("Ctrl+Q", "Ctrl+Q")
