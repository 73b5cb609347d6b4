"""Keeping a window over the whole of one screen, wherever window managers put it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from workshop_app.desktop.screens import ScreenInfo, find_screen, identity_of
from workshop_app.desktop.stacking import tie, untie

_VERIFY_MS = 250
_MOST_TRIES = 12
_LATER_MS = 2_000


class Placing(QObject):
    """Lets a frameless window fill a screen without taking the keyboard, and hides it at once when that is unplugged.
    No signals."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._above: QWidget | None = None
        self._place: ScreenInfo | None = None
        window.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._verify = QTimer(self, singleShot=True, interval=_VERIFY_MS)
        self._verify.timeout.connect(self._place_again)
        self._tries = 0
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._show_again)
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            # Before whoever decides about screens has heard of it: a window manager may move the window onto another.
            app.screenRemoved.connect(self._hide_with)

    def stay_below(self, window: QWidget) -> None:
        """Never cover this window, which belongs on another screen: a window manager that loses the screen of the one
        moves it over the other before anybody can hide it."""
        self._above = window

    def show_on(self, place: ScreenInfo) -> None:
        """Fill this screen; hide when it is gone."""
        self._place, self._tries = place, 0
        window, screen = self._window, find_screen(place)
        if screen is None:
            self.put_away()
        elif not (window.isVisible() and window.isFullScreen() and window.geometry() == screen.geometry()):
            # A hidden native window keeps its old place, and only this order lands on the right screen everywhere.
            if window.windowHandle() is not None and not window.isVisible():
                window.destroy()
            window.setScreen(screen)
            self._fill(screen)
            self._verify.start()

    def put_away(self) -> None:
        """Hide."""
        self._place = None
        self._verify.stop()
        self._later.stop()
        self._window.hide()

    def _hide_with(self, screen: QScreen) -> None:
        if self._place is not None and identity_of(screen) == self._place.identity:
            self.put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again some time after the window was moved."""
        if event.type() is QEvent.Type.Hide and self._above:
            untie(self._above)
        if self._place is not None and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._verify.start()
        return False

    def _place_again(self) -> None:
        """Try again when a window manager put the window elsewhere; hide it rather than leave it on another screen."""
        screen = find_screen(self._place) if self._place else None
        if screen is None or not self._window.isVisible():
            return
        here, wanted = self._window.geometry(), screen.geometry()
        # Of another mode X does not tell: then the size is another one, and right.
        elsewhere = here.topLeft() != wanted.topLeft()
        if here == wanted or (self._tries and not elsewhere):
            self._give_way()
        elif self._tries < _MOST_TRIES:
            self._tries += 1
            self._window.setWindowState(Qt.WindowState.WindowNoState)
            self._fill(screen)
            self._verify.start()
        else:
            self._window.hide()
            self._later.start()

    def _show_again(self) -> None:
        """A window manager that did not know of the screen yet may know now."""
        if self._place is not None:
            self.show_on(self._place)

    def _give_way(self) -> None:
        """Let the other window lie above, and have the keyboard where the platform gave it to what is new."""
        if self._above is None:
            return
        self._above.raise_()
        # Not before this window is up: openbox would bring both to the front, this one first.
        tie(self._above, self._window)
        if self._window.isActiveWindow():
            self._above.activateWindow()

    def _fill(self, screen: QScreen) -> None:
        """Go full screen; showFullScreen() would take the focus from the line that is being typed."""
        self._window.setGeometry(screen.geometry())
        self._window.setWindowState(Qt.WindowState.WindowFullScreen)
        self._window.show()
