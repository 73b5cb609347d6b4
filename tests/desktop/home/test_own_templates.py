"""Templates of one's own, by keyboard through the whole program: saved, changed, taken over, handed over, deleted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import focus, part, press, rewrite, show, tab_to_button, tab_until, write
from tests.session_files import make_session, small_template
from workshop_app.bootstrap import build
from workshop_app.desktop.home.gallery import Gallery
from workshop_app.desktop.prepare.template_dialog import TemplateDialog
from workshop_app.desktop.prepare.template_window import TemplateWindow
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.desktop.shell import Shell
from workshop_app.desktop.template_editing import forget_draft
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.widgets.card import Card
from workshop_app.facilitation.own_templates import OwnTemplates
from workshop_app.i18n import Language
from workshop_app.paths import DataPaths, data_paths, resources
from workshop_app.rounds.template import Template


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return data_paths(tmp_path)


@pytest.fixture
def own(paths: DataPaths) -> OwnTemplates:
    return OwnTemplates(resources() / "templates", paths.templates)


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, paths: DataPaths) -> Iterator[Shell]:
    made = build(qapp, paths, Language.load("en"))
    made.painted.disconnect()
    yield made
    if made.session:
        made.session.leave()
    made.hide()


def begin(qtbot: QtBot, shell: Shell, own: OwnTemplates) -> None:
    shell.use_templates(own)
    show(qtbot, shell)


def at_gallery(qtbot: QtBot, shell: Shell, own: OwnTemplates) -> Gallery:
    begin(qtbot, shell, own)
    shell.home.show_gallery()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Card))
    return part(shell, Gallery)


def a_template(own: OwnTemplates) -> Template:
    return own.save(small_template())


def banner(shell: QWidget) -> str:
    return next((each.text for each in shell.findChildren(Banner) if each.text), "")


def test_a_session_becomes_a_template(qtbot: QtBot, shell: Shell, own: OwnTemplates, paths: DataPaths) -> None:
    begin(qtbot, shell, own)
    shell.open(make_session(paths.sessions))
    window = part(shell, PrepareWindow)
    press("+", "Ctrl+T")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), TemplateDialog))
    rewrite("Onze bus")
    press("Tab")
    write("Voor de bus")
    press("Tab")
    tab_to_button("Save")
    press("Return")
    assert banner(window) == "The template “Onze bus” is saved. It is on home, among the templates."
    made = own.find("onze-bus")
    assert made is not None
    assert (made.version, made.summary, made.minutes, made.source) == (1, "Voor de bus", 65, "Eigen werk")
    assert [r.title for r in made.script] == ["Welkom", "Verzuchtingen", "Pauze", "Besluiten"]
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    window.take_focus()
    press("Ctrl+W")
    shell.home.show_gallery()
    assert focus().accessibleName() == "Onze bus"


def test_it_takes_the_place_of_the_one_the_session_was_made_from(
    qtbot: QtBot, shell: Shell, own: OwnTemplates, paths: DataPaths
) -> None:
    a_template(own)
    begin(qtbot, shell, own)
    shell.open(make_session(paths.sessions))
    press("Delete", "Ctrl+T")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), TemplateDialog))
    press("Return")
    made = own.find("klein")
    assert made is not None
    assert (made.version, made.title, made.rounds[0].title) == (2, "Klein draaiboek", "Verzuchtingen")


class TestChanging:
    def test_what_is_changed_is_the_next_version(
        self, qtbot: QtBot, shell: Shell, own: OwnTemplates, paths: DataPaths
    ) -> None:
        before = a_template(own)
        at_gallery(qtbot, shell, own)
        assert focus().accessibleName() == "Klein draaiboek"
        press("F2")
        window = part(shell, TemplateWindow)
        qtbot.waitUntil(lambda: "Welkom" in focus().accessibleName())
        press("+", "Ctrl+Tab")
        assert focus().accessibleName() == "Title"
        rewrite("Klein en fijn")
        tab_until("Slack, beside the rounds")
        write("5")
        press("Ctrl+W")
        made = own.find("klein")
        assert made is not None
        assert (made.version, made.title, made.slack, made.minutes) == (2, "Klein en fijn", 5, 70)
        assert [r.key for r in made.rounds] == [r.key for r in before.rounds]
        assert [p.key for r in made.rounds for p in r.prompts] == [p.key for r in before.rounds for p in r.prompts]
        assert focus().accessibleName() == "Klein en fijn"
        assert not list((paths.templates / "being-edited").glob("*.samenspraak"))
        assert not paths.sessions.exists() or not list(paths.sessions.glob("*.samenspraak"))
        del window

    def test_what_is_not_changed_stays(self, qtbot: QtBot, shell: Shell, own: OwnTemplates) -> None:
        a_template(own)
        at_gallery(qtbot, shell, own)
        press("F2")
        qtbot.waitUntil(lambda: "Welkom" in focus().accessibleName())
        press("+", "Ctrl+Z", "Ctrl+W")
        made = own.find("klein")
        assert made is not None
        assert made.version == 1

    def test_without_rounds_it_cannot_be_saved_and_nothing_is_lost(
        self, qtbot: QtBot, shell: Shell, own: OwnTemplates
    ) -> None:
        own.save(replace(small_template(), rounds=small_template().rounds[:1], minutes=10))
        at_gallery(qtbot, shell, own)
        press("F2")
        qtbot.waitUntil(lambda: "Welkom" in focus().accessibleName())
        press("Delete", "Ctrl+W")
        window = part(shell, TemplateWindow)
        assert banner(window) == "A template needs at least one round. Nothing was saved."
        press("Ctrl+W")
        made = own.find("klein")
        assert made is not None
        assert (made.version, len(made.rounds)) == (1, 1)
        # The draft is there again, and what was done in it can be undone.
        press("F2")
        qtbot.waitUntil(lambda: shell.session is not None)
        assert shell.session is not None
        view = shell.session.bridge.view
        assert not view.rounds
        press("Ctrl+Z")
        assert shell.session.bridge.view.rounds
        press("Delete", "Ctrl+W", "Ctrl+W")
        forget_draft(made, own)
        press("F2")
        assert shell.session is not None
        assert shell.session.bridge.view.rounds
        press("Ctrl+W")

    def test_a_text_that_is_too_long_is_told_before_it_is_left(
        self, qtbot: QtBot, shell: Shell, own: OwnTemplates
    ) -> None:
        a_template(own)
        at_gallery(qtbot, shell, own)
        press("F2")
        qtbot.waitUntil(lambda: "Welkom" in focus().accessibleName())
        press("Return")
        field = focus()
        assert isinstance(field, QPlainTextEdit)
        field.setPlainText("x" * 4001)
        press("Ctrl+W")
        assert "This text has 4001 characters" in banner(part(shell, TemplateWindow))
        press("Ctrl+W")
        assert focus().accessibleName() == "Klein draaiboek"
        made = own.find("klein")
        assert made is not None
        assert made.version == 1

    def test_one_of_ours_is_copied_first(self, qtbot: QtBot, shell: Shell, own: OwnTemplates) -> None:
        at_gallery(qtbot, shell, own)
        press("F2")
        qtbot.waitUntil(lambda: shell.session is not None)
        press("Ctrl+W")
        copy = own.find("robuuste-samenwerking-bw-mo-own")
        assert copy is not None
        assert copy.title == "Robuuste samenwerking BW/MO (own)"


class TestFiles:
    def choose(self, qtbot: QtBot, shell: Shell, path: Path) -> None:
        dialog = shell.findChildren(QFileDialog)[-1]
        qtbot.waitUntil(dialog.isVisible)
        dialog.selectFile(str(path))
        dialog.fileSelected.emit(str(path))
        dialog.reject()
        self.come_back(qtbot, shell)

    def come_back(self, qtbot: QtBot, shell: Shell) -> None:
        shell.activateWindow()
        qtbot.waitUntil(lambda: shell.isActiveWindow() and QApplication.focusWidget() is not None)

    def test_one_is_handed_over_and_taken_over(
        self, qtbot: QtBot, shell: Shell, own: OwnTemplates, tmp_path: Path
    ) -> None:
        a_template(own)
        at_gallery(qtbot, shell, own)
        press("Ctrl+E")
        file = tmp_path / "Klein.toml"
        self.choose(qtbot, shell, file)
        assert banner(shell) == "The template is in Klein.toml. Whoever gets that file can take it over."
        before = own.find("klein")
        assert before is not None
        own.remove(before)
        shell.home.show_gallery()
        press("Ctrl+I")
        self.choose(qtbot, shell, file)
        assert own.find("klein") == before
        assert banner(shell) == "The template “Klein draaiboek” is among your own now."
        press("Ctrl+I")
        self.choose(qtbot, shell, file)
        assert banner(shell).startswith("There is a template with the id klein already: “Klein draaiboek”, version 1.")

    def test_a_broken_one_is_told_by_its_line(
        self, qtbot: QtBot, shell: Shell, own: OwnTemplates, tmp_path: Path
    ) -> None:
        at_gallery(qtbot, shell, own)
        file = tmp_path / "stuk.toml"
        file.write_text("format = 1\nid = \n")
        press("Ctrl+I")
        self.choose(qtbot, shell, file)
        assert banner(shell) == "stuk.toml: line 2: expected TOML; look at the quotation marks, the brackets and ="

    def test_a_broken_one_in_the_folder_hides_no_other(self, qtbot: QtBot, shell: Shell, own: OwnTemplates) -> None:
        a_template(own)
        (own.folder / "a.toml").write_text("format = 1\nid = \n")
        begin(qtbot, shell, own)
        assert banner(shell).startswith("a.toml: line 2: expected TOML")
        assert own.find("klein") is not None

    @pytest.mark.parametrize("yes", [True, False])
    def test_deleting_asks(self, qtbot: QtBot, shell: Shell, own: OwnTemplates, yes: bool) -> None:
        from PySide6.QtCore import QTimer

        a_template(own)
        at_gallery(qtbot, shell, own)

        def answer() -> None:
            box = part(shell, QMessageBox)
            words = "Delete it" if yes else "Keep"
            next(b for b in box.findChildren(QPushButton) if b.text() == words).click()

        QTimer.singleShot(50, answer)
        press("Delete")
        assert (own.find("klein") is None) is yes

    def test_ours_cannot_be_deleted(self, qtbot: QtBot, shell: Shell, own: OwnTemplates) -> None:
        at_gallery(qtbot, shell, own)
        press("Delete")
        assert len(own.load()[0]) == 8
