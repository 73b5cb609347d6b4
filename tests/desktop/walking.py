"""A facilitator who works the whole program by keyboard, with eyes on the file, the laptop and the beamer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import focus, press, write
from tests.desktop.offscreen import BEAMER
from tests.session_files import make_dialogue
from workshop_app.bootstrap import build
from workshop_app.desktop.console.window import ConsoleWindow
from workshop_app.desktop.open_session import OpenSession
from workshop_app.desktop.projection.window import ProjectionWindow
from workshop_app.desktop.room import Room
from workshop_app.facilitation import script
from workshop_app.facilitation.looking import view_of
from workshop_app.i18n import Language
from workshop_app.mail.draft import Draft
from workshop_app.mail.handover import Handover, Outcome
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.paths import DataPaths

AnyScene = TypeVar("AnyScene")

DUTCH = Language.load("nl")
_NUMBERS = {"n", "number", "total", "minutes"}
_ENDS = re.compile(r"  +| · | \(|\n")


class WindowManager(QObject):
    """Does what the offscreen platform leaves out: a window that asks for it appears without taking the keyboard, and
    when a dialog goes the window below it has the keyboard again. Remembers the class of every window that appeared,
    menus and lists of completions excepted.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.appeared: list[str] = []
        self._below: QWidget | None = None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow windows that come and go."""
        if isinstance(watched, QWidget) and watched.isWindow() and watched.windowType() != Qt.WindowType.Popup:
            match event.type():
                case QEvent.Type.Show:
                    self.appeared.append(type(watched).__name__)
                    if watched.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating):
                        self._below = QApplication.activeWindow()
                case QEvent.Type.WindowActivate if self._below and self._below is not watched:
                    self._below.activateWindow()
                    self._below = None
                case QEvent.Type.Hide if parent := watched.parentWidget():
                    parent.window().activateWindow()
        return False


class MailProgram:
    """Stands in for the mail program: it only remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[tuple[Draft, Path]] = []

    def take(self, draft: Draft, eml: Path) -> Handover:
        """Be opened with a draft."""
        self.given.append((draft, eml))
        return Handover(Outcome.OPENED)


def texts_of(window: QWidget) -> list[str]:
    """Everything that can be read or heard in a window."""
    widgets = (window, *window.findChildren(QWidget))
    return [text.strip() for widget in widgets if widget.isVisible() for text in _texts(widget) if text.strip()]


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText())
        case QPlainTextEdit():
            yield from (widget.toPlainText(), widget.placeholderText())
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QTableView():
            columns = range(widget.model().columnCount())
            yield from (str(widget.model().headerData(n, Qt.Orientation.Horizontal) or "") for n in columns)
            yield from _cells(widget, columns)
        case QListView():
            yield from _cells(widget, range(1))


def _cells(view: QAbstractItemView, columns: range) -> Iterator[str]:
    model = view.model()
    return (str(model.index(row, column).data() or "") for row in range(model.rowCount()) for column in columns)


class English:
    """Recognises English messages of the source that should have been translated."""

    def __init__(self) -> None:
        catalogue: dict[str | tuple[str, int], str] = vars(DUTCH.messages)["_catalog"]
        messages = {key if isinstance(key, str) else key[0]: text for key, text in catalogue.items()}
        differing = (message for message, text in messages.items() if text != message and _words(message))
        self._patterns = re.compile("|".join(f"(?:{_pattern(message)})" for message in differing), re.IGNORECASE)

    def left_in(self, texts: Iterable[str]) -> list[str]:
        """The texts of which a part is such a message."""
        return [text for text in texts if any(self._patterns.fullmatch(part) for part in (text, *_ENDS.split(text)))]


def _words(message: str) -> str:
    return re.sub(r"[^A-Za-z]", "", re.sub(r"\{\w+\}", "", message))


def _pattern(message: str) -> str:
    *parts, last = re.split(r"\{(\w+)\}", message)
    filled = (
        re.escape(text) + (r"\d+" if name in _NUMBERS else ".+")
        for text, name in zip(parts[::2], parts[1::2], strict=True)
    )
    return "".join(filled) + re.escape(last)


@dataclass
class Facilitator:
    """Somebody at the laptop. What is done goes through the keyboard; what is seen is read from the screens."""

    qtbot: QtBot
    paths: DataPaths
    windows: WindowManager
    mail: MailProgram = field(default_factory=MailProgram)
    english: English = field(default_factory=English)

    def sit_down(self, app: QApplication) -> None:
        """Start the program, and wait until home has its templates and has read the folder."""
        self.shell = build(app, self.paths, DUTCH, self.mail.take)
        self.qtbot.addWidget(self.shell)
        self.shell.show()
        self.qtbot.waitUntil(lambda: self.reads("alle 8 draaiboeken ›"))

    @property
    def path(self) -> Path:
        """The session file, which must be the only one."""
        (path,) = self.paths.sessions.glob("*.samenspraak")
        return path

    @property
    def file(self) -> WorkshopView:
        """What the session file holds, read from the disk."""
        return view_of(self.path)

    def round(self, kind: str) -> RoundView:
        """A round, as the file has it."""
        return next(known for known in self.file.rounds if known.kind == kind)

    @property
    def room(self) -> Room:
        """What the room sees, with its windows."""
        assert self.shell.session
        assert self.shell.session.room
        return self.shell.session.room

    @property
    def console(self) -> ConsoleWindow:
        """The console, which must be what the laptop shows."""
        page = self.shell.currentWidget()
        assert isinstance(page, ConsoleWindow)
        return page

    @property
    def place(self) -> str:
        """Where the file says that the beamer is, in the words of `at`."""
        return place_in_words(self.file)

    def open_from_home(self, title: str = "") -> None:
        """Find a session in the list of home, and open it."""
        press("Ctrl+F")
        write(title)
        press("Down", "Return")

    def lead_the_room(self, app: QApplication) -> None:
        """Open a session, and go to the wall of quotes."""
        make_dialogue(self.paths.sessions)
        self.sit_down(app)
        self.qtbot.waitUntil(lambda: self.reads("Samen verder"))
        self.open_from_home()
        press("F5")
        assert self.place == "welcome"
        press("PgDown", "Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgDown")
        assert self.place == "resistance wall"

    def capture(self, text: str) -> None:
        """Type into the capture line, where the keyboard is at rest, and press Enter."""
        assert focus() is self.console.capture.editor
        write(text)
        press("Return")
        assert self.console.capture.editor.toPlainText() == ""

    def reads(self, words: str) -> bool:
        """Whether these words stand somewhere on the laptop."""
        return any(words in text for text in texts_of(self.shell))

    def sees(self, *words: str) -> None:
        """Each of these stands somewhere on the laptop, and nothing there is English."""
        texts = texts_of(QApplication.activeModalWidget() or self.shell)
        for each in words:
            assert any(each in text for text in texts), f"{each!r} is not among {texts}"
        left = self.english.left_in(texts)
        assert not left, left

    def at(self, where: str, scene: type[AnyScene]) -> AnyScene:
        """File, console and beamer are all three at this place; what the beamer shows.

        The place is a step outside the rounds ("agenda"), or kind, step and number of the prompt ("checkin talk 1").
        """
        view = self.file
        assert self.shell.session
        assert self.shell.session.bridge.view == view, "the windows show what the file does not hold"
        assert place_in_words(view) == where
        here = view.round(script.standing(view).round_id)
        current = f"ronde {view.number(here.id)} · {here.title} · nu" if here else ""
        self.sees(current, "Beamer live", "✓ opgeslagen")
        assert focus() is self.console.capture.editor, "at rest the capture line has the keyboard"
        self.sees_the_beamer()
        shown = self.room.window.scene
        assert isinstance(shown, scene)
        assert self.room.picture.scene == shown
        assert self.console.isAncestorOf(self.room.picture)
        return shown

    def sees_the_beamer(self) -> ProjectionWindow:
        """The projection fills the second screen, in Dutch, and nothing else is there."""
        window = self.room.window
        assert window.isVisible()
        assert window.isFullScreen()
        assert window.geometry().getRect() == (BEAMER.x, BEAMER.y, BEAMER.width, BEAMER.height)
        assert window.screen().name() == BEAMER.name
        assert self.english.left_in([window.accessibleDescription()]) == []
        assert {each for each in QApplication.topLevelWidgets() if each.isVisible()} == {self.shell, window}
        return window

    def the_room_reads(self, *words: str) -> None:
        """Each of these stands on the beamer."""
        text = self.sees_the_beamer().accessibleDescription()
        for each in words:
            assert each in text, f"{each!r} is not in {text!r}"

    def lose_power(self) -> None:
        """Everything stops where it is: the program saves and closes nothing, the system alone lets go of the file."""
        assert isinstance(self.shell.session, OpenSession)
        file = self.shell.session.file
        file._raw.close()
        file._look.close()
        file._held.release()
        self.shell.session._backups.stop()
        for window in (self.room.window, self.room.preview, self.shell.session, self.shell):
            shiboken6.delete(window)
        # Who closes the windows at the end may still hold the one that is no more.
        self.qtbot._request.node.qt_widgets.clear()


def place_in_words(view: WorkshopView) -> str:
    """Where a workshop stands, as `Facilitator.at` names it."""
    place = script.standing(view)
    known = view.round(place.round_id)
    if known is None:
        return place.step
    groups, prompts = [group.id for group in known.groups], [each.id for each in (*known.items, *known.questions)]
    among = groups if place.prompt_id in groups else prompts
    number = str(among.index(place.prompt_id) + 1) if place.prompt_id else ""
    return " ".join(filter(None, (known.kind, place.step, number)))
