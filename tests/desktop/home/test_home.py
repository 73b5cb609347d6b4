"""Home, by keyboard: go on, begin, find, open, erase."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import focus, part, press, rewrite, show, tab_to_button, tab_until, write
from tests.session_files import a_head, make_session, small_template
from tests.workshops import reopened
from workshop_app.desktop import theme
from workshop_app.desktop.home.backup_dialog import BackupDialog
from workshop_app.desktop.home.erase_dialog import EraseDialog
from workshop_app.desktop.home.session_table import SessionTable
from workshop_app.desktop.home.window import HomeWindow
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.widgets.card import Card
from workshop_app.facilitation import people, stage
from workshop_app.facilitation.follow_up import previous
from workshop_app.facilitation.looking import view_of
from workshop_app.facilitation.opening import new_session, open_session
from workshop_app.facilitation.preparing import Head
from workshop_app.i18n import Language
from workshop_app.model.values import Rule
from workshop_app.model.views import Place
from workshop_app.paths import DataPaths, data_paths, resources
from workshop_app.storage.checking import check
from workshop_app.storage.erasures import erasures
from workshop_app.storage.index import SessionIndex
from workshop_app.storage.made_files import MadeFiles
from workshop_app.storage.second_place import choose

NOW = datetime(2026, 11, 27, 14, 12, tzinfo=UTC)


@pytest.fixture(scope="module", autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, resources() / "icons")


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return data_paths(tmp_path)


def start(path: Path) -> None:
    with reopened(path) as desk:
        desk.run(people.all_present, NOW)
        desk.run(stage.go, Place(desk.view.rounds[1].id, "wall"), NOW)


def at_home(
    qtbot: QtBot, paths: DataPaths, sessions: int, last: Path | None = None, second_place: str = ""
) -> HomeWindow:
    """Home with its templates, once it has read that many sessions."""
    index = SessionIndex(paths.sessions, paths.index)
    home = HomeWindow(Language.load("en"), index, paths, last, lambda: NOW, second_place=second_place)
    other = replace(small_template(), id="ander", title="Ander draaiboek", minutes=30)
    home.show_templates([small_template(), other])
    show(qtbot, home)
    qtbot.waitUntil(lambda: rows(home) == sessions)
    return home


def rows(home: HomeWindow) -> int:
    return part(home, SessionTable).model().rowCount()


def titles(home: HomeWindow) -> list[str]:
    model = part(home, SessionTable).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def texts(window: QWidget) -> str:
    shown: list[QLabel | QPushButton] = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    return "\n".join(each.text() for each in shown if each.isVisible())


class TestGoingOn:
    @pytest.mark.parametrize("key", ["Return", "Space"])
    def test_the_session_that_is_running_is_one_key_away(self, qtbot: QtBot, paths: DataPaths, key: str) -> None:
        running = make_session(paths.sessions)
        start(running)
        make_session(paths.sessions, a_head("Later"))
        home = at_home(qtbot, paths, 2, last=running)
        assert focus().accessibleName() == "Go on with Rijnkust"
        assert focus().accessibleDescription().startswith("round 2 · last saved ")
        with qtbot.waitSignal(home.resume_requested) as asked:
            press(key)
        assert asked.args == [running]

    def test_without_a_session_to_go_on_with_a_new_one_comes_first(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        assert focus().accessibleName() == "New session"
        assert "Your sessions will be here." in texts(home)

    def test_coming_back_offers_the_session_that_was_closed(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        path = make_session(paths.sessions)
        home.hide()
        home.returned(path)
        home.show()
        qtbot.waitUntil(lambda: rows(home) == 1)
        offered = {button.accessibleName() for button in home.findChildren(QPushButton) if button.isVisible()}
        assert "Go on with Rijnkust" in offered


class TestFinding:
    def test_a_search_narrows_and_enter_opens(self, qtbot: QtBot, paths: DataPaths) -> None:
        wanted = make_session(paths.sessions, a_head("Zelfscan"))
        make_session(paths.sessions, a_head("Wijkteams"))
        home = at_home(qtbot, paths, 2)
        press("Ctrl+F")
        write("zelf")
        assert titles(home) == ["Zelfscan"]
        press("Down")
        with qtbot.waitSignal(home.open_requested) as asked:
            press("Return")
        assert asked.args == [wanted]

    @pytest.mark.parametrize("words", ["RAADZAAL", "rijnkust", "heide", "samen linde"])
    def test_it_looks_in_titles_places_and_organisations(self, qtbot: QtBot, paths: DataPaths, words: str) -> None:
        make_session(paths.sessions)
        home = at_home(qtbot, paths, 1)
        press("Ctrl+F")
        write(words)
        assert titles(home) == ["Samen verder"]
        write("x")
        assert titles(home) == []
        assert f"No session has “{words}x” in it." in texts(home)
        press("Esc")
        assert titles(home) == ["Samen verder"]

    def test_a_file_that_cannot_be_read_is_there_and_says_so(self, qtbot: QtBot, paths: DataPaths) -> None:
        make_session(paths.sessions).write_bytes(b"")
        home = at_home(qtbot, paths, 1)
        model = part(home, SessionTable).model()
        assert [model.index(0, column).data() for column in range(5)] == [
            "2026-11-27 Samen verder", "–", "–", "–", "cannot be read"
        ]  # fmt: skip

    def test_a_file_from_elsewhere_is_asked_for(self, qtbot: QtBot, paths: DataPaths, tmp_path: Path) -> None:
        home = at_home(qtbot, paths, 0)
        press("Ctrl+O")
        dialog = part(home, QFileDialog)
        with qtbot.waitSignal(home.open_requested) as asked:
            dialog.fileSelected.emit(str(tmp_path / "stick.samenspraak"))
        assert asked.args == [tmp_path / "stick.samenspraak"]
        dialog.reject()

    def test_sessions_that_were_kept_long_enough_are_shown_by_themselves(self, qtbot: QtBot, paths: DataPaths) -> None:
        make_session(paths.sessions, a_head("Oud", date(2025, 1, 1), date(2026, 1, 1)))
        make_session(paths.sessions)
        home = at_home(qtbot, paths, 2)
        button = next(each for each in home.findChildren(QPushButton) if each.text() == "1 session may be erased")
        button.setFocus()
        press("Space")
        assert titles(home) == ["Oud"]
        button.setFocus()
        press("Space")
        assert len(titles(home)) == 2


class TestErasing:
    def erase(self, qtbot: QtBot, home: HomeWindow) -> EraseDialog:
        press("Ctrl+F", "Down", "Delete")
        dialog = part(home, EraseDialog)
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    def lines(self, dialog: EraseDialog) -> list[str]:
        return [dialog.list.item(row).text() for row in range(dialog.list.count())]

    def test_it_says_what_is_where_and_then_everything_is_gone(self, qtbot: QtBot, paths: DataPaths) -> None:
        path = make_session(paths.sessions)
        open_session(path, paths.sessions, paths.backups).close()
        minutes, kept = paths.home / "verslag.pdf", paths.home / "te bewaren.pdf"
        for each in (minutes, kept):
            each.write_text("Samen verder")
        MadeFiles(paths.made).add(path, minutes, kept, paths.home / "elders.pdf")
        home = at_home(qtbot, paths, 1)
        dialog = self.erase(qtbot, home)
        assert "Erase “Samen verder” of Fri 27 Nov 2026 for good?" in texts(dialog)
        assert self.lines(dialog) == [
            "Session file: 4 people, 3 organisations",
            "1 backup on this computer",
            "Its line in the list of sessions",
            f"Made of it: {minutes}",
            f"Made of it: {kept}",
            f"Made of it, and not where it was: {paths.home / 'elders.pdf'}",
        ]
        assert "OneDrive" in texts(dialog), "what is out of reach"
        # To the second file, whose tick goes; then past Keep to the button.
        press("Shift+Tab", "Down", "Down", "Down", "Down", "Space", "Tab", "Tab")
        with qtbot.waitSignal(home.erased) as erased:
            press("Space")
        assert erased.args == [path]
        assert rows(home) == 0
        left = {file for file in paths.home.rglob("*") if file.is_file()}
        assert left == {paths.index, paths.erasures, kept}
        assert "Samen verder" not in paths.index.read_text() + paths.erasures.read_text()

    @pytest.mark.parametrize("key", ["Return", "Esc"])
    def test_enter_and_esc_keep_it(self, qtbot: QtBot, paths: DataPaths, key: str) -> None:
        path = make_session(paths.sessions)
        home = at_home(qtbot, paths, 1)
        dialog = self.erase(qtbot, home)
        with qtbot.waitSignal(dialog.finished):
            press(key)
        assert path.exists()
        assert rows(home) == 1

    def test_one_that_is_open_stays_and_one_sentence_says_why(self, qtbot: QtBot, paths: DataPaths) -> None:
        path = make_session(paths.sessions)
        home = at_home(qtbot, paths, 1)
        with reopened(path):
            self.erase(qtbot, home)
            press("Tab", "Space")
            qtbot.waitUntil(lambda: "is already open" in part(home, Banner).text)
        assert path.exists()

    def test_one_key_erases_all_that_is_due(self, qtbot: QtBot, paths: DataPaths) -> None:
        for title in ("Oud", "Ouder"):
            make_session(paths.sessions, a_head(title, keep_until=date(2020, 1, 1)))
        kept = make_session(paths.sessions)
        home = at_home(qtbot, paths, 3)
        press("Shift+Del")
        dialog = part(home, EraseDialog)
        qtbot.waitUntil(dialog.isVisible)
        assert "Erase 2 sessions for good?" in texts(dialog)
        assert "Session file of “Ouder”: 4 people, 3 organisations" in self.lines(dialog)
        press("Tab", "Space")
        qtbot.waitUntil(lambda: rows(home) == 1)
        assert list(paths.sessions.glob("*.samenspraak")) == [kept]
        assert len(erasures(paths.erasures)) == 2

    def test_of_all_that_is_due_one_that_is_open_stays_and_is_named(self, qtbot: QtBot, paths: DataPaths) -> None:
        opened, moved = (make_session(paths.sessions, a_head(t, keep_until=date(2020, 1, 1))) for t in ("Oud", "Weg"))
        damaged = make_session(paths.sessions, a_head("Kapot", keep_until=date(2020, 1, 1)))
        home = at_home(qtbot, paths, 3)
        damaged.write_bytes(damaged.read_bytes()[:5000] + b"x" * 9000)
        moved.rename(paths.home / "elders.samenspraak")
        with reopened(opened):
            press("Shift+Del")
            dialog = part(home, EraseDialog)
            qtbot.waitUntil(dialog.isVisible)
            assert f"The file is not where it was, and stays: {moved}" in self.lines(dialog)
            press("Tab", "Space")
            qtbot.waitUntil(lambda: rows(home) == 1)
        assert part(home, Banner).text.startswith("“Oud”: ")
        assert titles(home) == ["Oud"]
        assert list(paths.sessions.glob("*.samenspraak")) == [opened]
        assert sorted(each.left for each in erasures(paths.erasures)) == [0, 1]

    def test_a_session_that_follows_up_is_named(self, qtbot: QtBot, paths: DataPaths) -> None:
        english = Language.load("en")
        source = previous(view_of(make_session(paths.sessions)), english)
        new_session(small_template(), a_head("Vervolg", date(2027, 1, 15)), paths.sessions, english, previous=source)
        home = at_home(qtbot, paths, 2)
        press("Ctrl+F")
        write("Samen verder")
        qtbot.waitUntil(lambda: titles(home) == ["Samen verder"])
        press("Down", "Delete")
        dialog = part(home, EraseDialog)
        told = "Stays: what “Vervolg” of Fri 15 Jan 2027 took over from it. Erase that session too."
        qtbot.waitUntil(lambda: told in self.lines(dialog))
        press("Esc")

    def test_what_was_erased_can_be_read_later(self, qtbot: QtBot, paths: DataPaths) -> None:
        make_session(paths.sessions)
        home = at_home(qtbot, paths, 1)
        self.erase(qtbot, home)
        press("Tab", "Space")
        qtbot.waitUntil(lambda: rows(home) == 0)
        home.activateWindow()
        press("Ctrl+B")
        dialog = part(home, BackupDialog)
        record = part(dialog, QListWidget)
        assert record.count() == 1
        assert record.item(0).text().endswith("a session · 4 people, 3 organisations")
        press("Esc")


class TestSecondPlace:
    def at(self, qtbot: QtBot, home: HomeWindow, stick: Path, monkeypatch: pytest.MonkeyPatch) -> BackupDialog:
        """Choose the stick, with the keys; the window of files itself is the system's."""
        monkeypatch.setattr(QFileDialog, "open", lambda self: self.fileSelected.emit(str(stick)))
        press("Ctrl+B")
        dialog = part(home, BackupDialog)
        qtbot.waitUntil(dialog.isVisible)
        assert "Second place: none" in texts(dialog)
        press("Space")
        return dialog

    def test_a_stick_gets_every_backup_that_there_is(
        self, qtbot: QtBot, paths: DataPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = make_session(paths.sessions)
        open_session(path, paths.sessions, paths.backups).close()
        stick = tmp_path / "stick"
        stick.mkdir()
        home = at_home(qtbot, paths, 1)
        with qtbot.waitSignal(home.safekeeping.chosen) as chosen:
            dialog = self.at(qtbot, home, stick, monkeypatch)
        (root,) = chosen.args
        qtbot.waitUntil(lambda: "Everything stays here, backups also in the second place." in texts(home))
        assert f"Second place: {root}" in texts(dialog)
        (brought,) = stick.rglob("*.samenspraak")
        assert check(brought) == ()
        press("Tab", "Space")
        assert "Second place: none" in texts(dialog)
        press("Esc")

    def test_one_that_is_away_is_said_quietly_and_catches_up(
        self, qtbot: QtBot, paths: DataPaths, tmp_path: Path
    ) -> None:
        path = make_session(paths.sessions)
        open_session(path, paths.sessions, paths.backups).close()
        stick = tmp_path / "stick"
        stick.mkdir()
        root = choose(stick)
        away = stick.rename(tmp_path / "away")
        home = at_home(qtbot, paths, 1, second_place=str(root))
        qtbot.waitUntil(lambda: "The second place for backups is not there now." in texts(home))
        assert home.findChild(Banner) is None
        away.rename(stick)
        home.hide()
        home.show()
        qtbot.waitUntil(lambda: "Everything stays here, backups also in the second place." in texts(home))
        assert len(list(stick.rglob("*.samenspraak"))) == 1

    def test_a_folder_that_cannot_be_written_is_refused(
        self, qtbot: QtBot, paths: DataPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "file").write_text("x")
        home = at_home(qtbot, paths, 0)
        dialog = self.at(qtbot, home, tmp_path / "file", monkeypatch)
        assert "No backup could be made in" in texts(dialog)
        assert "Second place: none" in texts(dialog)
        press("Esc")


class TestBeginning:
    def test_a_session_is_filled_in_and_asked_for(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        press("Ctrl+N")
        rewrite("Samen op reis")
        tab_until("Booked")
        rewrite("45")
        tab_until("Place")
        write("gemeentehuis")
        tab_until("Contact for questions about data")
        write("privacy@lindevoort.example")
        with qtbot.waitSignal(home.create_requested) as asked:
            press("Ctrl+Return")
        template, head = asked.args
        assert template == small_template()
        assert head == Head(
            "Samen op reis",
            date(2026, 11, 27),
            date(2027, 11, 27),
            booked_minutes=45,
            place="gemeentehuis",
            contact="privacy@lindevoort.example",
            rule=Rule.NOT_ATTRIBUTED,
        )
        assert "15 min more than booked" in texts(home)

    def test_what_was_typed_stays_when_it_cannot_be_made(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        press("Ctrl+N")
        rewrite("Samen op reis")
        press("F5")
        home.tell("The disk is full.")
        assert part(home, Banner).text == "The disk is full."
        line = focus()
        assert isinstance(line, QLineEdit)
        assert line.text() == "Samen op reis"
        press("Esc", "Ctrl+N")
        line = focus()
        assert isinstance(line, QLineEdit)
        assert line.text() == "Samen op reis"
        home.created()
        press("Ctrl+N")
        line = focus()
        assert isinstance(line, QLineEdit)
        assert line.text() == "Klein draaiboek"

    def test_without_a_title_it_says_so(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        press("Ctrl+N")
        rewrite(" ")
        with qtbot.assertNotEmitted(home.create_requested):
            press("Ctrl+Return")
        assert "A session needs a title." in texts(home)
        assert focus().accessibleName() == "Title"

    @pytest.mark.parametrize(
        ("typed", "day"),
        [
            ("29-11-2026", date(2026, 11, 29)),
            ("1 mrt 2027", date(2027, 3, 1)),
            ("vr 4 december", date(2026, 12, 4)),
        ],
    )
    def test_a_day_is_typed_as_people_write_it_and_the_last_day_follows(
        self, qtbot: QtBot, paths: DataPaths, typed: str, day: date
    ) -> None:
        home = at_home(qtbot, paths, 0)
        press("Ctrl+N")
        tab_until("Date")
        rewrite(typed)
        press("Tab")
        with qtbot.waitSignal(home.create_requested) as asked:
            press("F5")
        assert (asked.args[1].day, asked.args[1].keep_until) == (day, day.replace(year=day.year + 1))

    def test_the_arrows_go_to_another_day(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        press("Ctrl+N")
        tab_until("Date")
        press("Up", "Up", "Down")
        with qtbot.waitSignal(home.create_requested) as asked:
            press("F5")
        assert asked.args[1].day == date(2026, 11, 28)

    def test_a_day_is_chosen_from_the_calendar(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        press("Ctrl+N")
        tab_until("Date")
        press("Alt+Down")
        press("Right", "Right", "Return")
        with qtbot.waitSignal(home.create_requested) as asked:
            press("F5")
        assert asked.args[1].day == date(2026, 11, 29)

    @pytest.mark.parametrize("typed", ["morgen", "31-2-2027", ""])
    def test_what_is_no_day_is_told_and_stays(self, qtbot: QtBot, paths: DataPaths, typed: str) -> None:
        home = at_home(qtbot, paths, 0)
        press("Ctrl+N")
        field = tab_until("Date")
        rewrite(typed)
        if not typed:
            press("Delete")
        with qtbot.assertNotEmitted(home.create_requested):
            press("F5")
        assert "This is no date." in texts(home)
        assert field.property("text") == typed
        assert focus() is field

    def test_it_is_not_kept_until_before_the_session(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        press("Ctrl+N")
        tab_until("Kept until")
        rewrite("1-1-2026")
        with qtbot.assertNotEmitted(home.create_requested):
            press("F5")
        assert "This is before the session itself." in texts(home)

    def test_a_card_begins_with_its_template(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        tab_until("Ander draaiboek")
        assert isinstance(focus(), Card)
        press("Space")
        with qtbot.waitSignal(home.create_requested) as asked:
            press("F5")
        assert (asked.args[0].id, asked.args[1].title, asked.args[1].booked_minutes) == ("ander", "Ander draaiboek", 30)

    def test_the_gallery_shows_every_template_with_its_source(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        tab_to_button("all 2 templates ›")
        press("Space")
        assert "Eigen werk" in texts(home)
        assert focus().accessibleName() == "Klein draaiboek"
        press("Esc")
        assert "Begin with a template" in texts(home)

    def test_a_template_that_cannot_be_read_is_told(self, qtbot: QtBot, paths: DataPaths) -> None:
        home = at_home(qtbot, paths, 0)
        home.show_templates([small_template()], "eigen.toml: rounds: expected at least one round")
        assert "eigen.toml" in part(home, Banner).text


def test_nothing_heavy_is_imported_for_it() -> None:
    script = "import sys, workshop_app.desktop.home.window; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlmodel", "sqlalchemy", "reportlab", "babel", "PIL", "sqlite3", "tomllib"} & set(loaded)
