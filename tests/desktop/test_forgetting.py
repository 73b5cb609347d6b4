"""Forgetting a person from the list of participants, by keyboard, and what is left of them on the disk."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.keyboard import focus, press
from tests.desktop.walking import DUTCH, Facilitator
from tests.facilitation.bytes_on_disk import found
from tests.session_files import a_head, make_session
from tests.workshops import DAY, reopened
from workshop_app.desktop.forget_dialog import ForgetDialog
from workshop_app.desktop.home.erase_dialog import EraseDialog
from workshop_app.desktop.prepare.people_table import PeopleTable
from workshop_app.facilitation import capturing, outcomes
from workshop_app.storage.checking import check
from workshop_app.storage.erasures import erasures
from workshop_app.storage.made_files import MadeFiles
from workshop_app.storage.second_place import choose
from workshop_app.storage.settings import Settings, load_settings, save_settings

ANNA = "Anna de Wit"
SAID = (f"Het eens met {ANNA}.", f"{ANNA} wil dit niet horen.", "Anna zei het al.")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def preparing(me: Facilitator, qapp: QApplication, stick: Path, tmp_path: Path) -> Facilitator:
    """At the table of participants of a session in which Anna is everywhere, the keyboard on her line."""
    save_settings(me.paths.settings, Settings(second_place=str(choose(stick))))
    path = make_session(me.paths.sessions)
    with reopened(path) as desk:
        anna = desk.view.participants[0].id
        here = desk.view.rounds[0].id
        for text in SAID:
            desk.run(capturing.contribute, here, "answer", text)
        desk.run(outcomes.act, "Bellen", here, participant_id=anna)
    minutes = tmp_path / "verslag.pdf"
    minutes.write_text(ANNA, "utf-8")
    MadeFiles(me.paths.made).add(path, minutes)
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    me.open_from_home()
    press("Ctrl+Tab")
    table = focus()
    assert isinstance(table, PeopleTable)
    while table.currentIndex().data() != ANNA:
        press("Up")
    return me


def asked(me: Facilitator) -> ForgetDialog:
    press("Shift+Del")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ForgetDialog)
    me.qtbot.waitUntil(dialog.isVisible)
    return dialog


def lines(dialog: ForgetDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_each_text_with_the_name_is_shown_and_can_be_chosen(preparing: Facilitator, tmp_path: Path) -> None:
    dialog = asked(preparing)
    shown = lines(dialog)
    texts = [line for line in shown if any(text in line for text in SAID)]
    assert len(texts) == 3, shown
    assert any(str(tmp_path / "verslag.pdf") in line for line in shown)
    at = next(row for row, line in enumerate(shown) if SAID[1] in line)
    # From replaced to deleted.
    press("Shift+Tab", *["Down"] * at, "Space", "Tab", "Tab", "Space")
    preparing.qtbot.waitUntil(lambda: len(preparing.file.participants) == 3)
    said = [each.text for each in preparing.file.rounds[0].contributions]
    assert sorted(said) == ["Anna zei het al.", f"Het eens met {DUTCH.gettext('a participant')}."]


def test_no_byte_of_her_is_left(preparing: Facilitator, tmp_path: Path, stick: Path) -> None:
    assert len(found(ANNA, tmp_path)) > 2
    asked(preparing)
    press("Tab", "Space")
    preparing.qtbot.waitUntil(lambda: len(preparing.file.participants) == 3)
    press("Ctrl+Q")
    assert not preparing.shell.isVisible()
    assert found(ANNA, tmp_path) == []
    assert found("anna@example.org", tmp_path) == []
    assert len(list(stick.rglob("*.samenspraak"))) == 1
    assert check(preparing.path) == ()
    (kept,) = erasures(preparing.paths.erasures)
    assert kept.person
    assert kept.counts == {"participant": 1, "contribution": 0, "action": 1, "mention": 2}
    assert (kept.files, kept.left) == (1, 1), "a text with a part of the name was kept"


def test_other_sessions_in_which_she_is_are_named(preparing: Facilitator) -> None:
    make_session(preparing.paths.sessions, a_head("Volgende keer"))
    dialog = asked(preparing)
    told = DUTCH.gettext("Also in “{title}” of {day}, and stays there: forget this person there too.")
    line = told.format(title="Volgende keer", day=DUTCH.date(DAY))
    preparing.qtbot.waitUntil(lambda: line in lines(dialog))
    press("Esc")


@pytest.mark.parametrize("key", ["Return", "Esc"])
def test_enter_and_esc_keep_everything(preparing: Facilitator, key: str) -> None:
    before = preparing.file
    asked(preparing)
    press(key)
    assert preparing.file == before


def test_after_a_session_is_erased_nothing_names_it(preparing: Facilitator, tmp_path: Path) -> None:
    press("Ctrl+W")
    preparing.qtbot.waitUntil(lambda: preparing.shell.session is None)
    assert "Samen verder" in load_settings(preparing.paths.settings).last_session
    press("Ctrl+F", "Down", "Del")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EraseDialog)
    press("Tab", "Space")
    preparing.qtbot.waitUntil(lambda: not list(preparing.paths.sessions.glob("*.samenspraak")))
    preparing.shell.close()
    for words in ("Samen verder", *SAID, "anna@example.org"):
        assert found(words, tmp_path) == []
