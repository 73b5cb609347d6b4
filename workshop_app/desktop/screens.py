"""Which screen the room looks at: the policy on plain values, and a watcher that follows plugging and unplugging.

A QScreen is never kept: it dies when its cable is pulled, and using it then raises an error.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_SETTLE_MS = 200
_MIRROR_MS = 2_000
_TITLE_BAR = 40


@dataclass(frozen=True)
class Identity:
    """What a screen is called by its maker and by the computer; stays the same when it is plugged again."""

    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    name: str = ""

    def is_same_device(self, other: "Identity") -> bool:
        """The same, or the same device on another socket."""
        maker = (self.manufacturer, self.model, self.serial)
        return self == other or (bool(self.serial) and maker == (other.manufacturer, other.model, other.serial))

    @property
    def words(self) -> str:
        """The name to show to a person."""
        return " ".join(filter(None, (self.manufacturer, self.model))) or self.name


@dataclass(frozen=True)
class ScreenInfo:
    """A screen as a value; the geometry is left, top, width, height in the coordinates of the desktop."""

    identity: Identity
    geometry: tuple[int, int, int, int]
    primary: bool = False

    def overlaps(self, other: "ScreenInfo") -> bool:
        """Whether both show a part of the desktop that is the same, as mirrored screens do."""
        left, top, width, height = self.geometry
        other_left, other_top, other_width, other_height = other.geometry
        beside = left >= other_left + other_width or other_left >= left + width
        above = top >= other_top + other_height or other_top >= top + height
        return not (beside or above)


class Situation(Enum):
    """Why the room has a screen of its own, or none."""

    BEAMER = "beamer"
    SINGLE = "single"
    MIRRORED = "mirrored"
    NONE = "none"


@dataclass(frozen=True)
class Decision:
    """Where the projection and the console belong. Without a screen for the room there is only a preview."""

    situation: Situation
    projection: ScreenInfo | None = None
    console: ScreenInfo | None = None


def decide(screens: Sequence[ScreenInfo], preferred: Sequence[Identity] = (), lit: int | None = None) -> Decision:
    """The first preferred screen, else one that is not primary; never one that shows the console's desktop too.

    `lit` is how many displays are on, where that is known: when they are more than there are screens, they mirror.
    """
    present = [screen for screen in screens if screen.geometry[2] > 0 and screen.geometry[3] > 0]
    if not present:
        return Decision(Situation.NONE)
    wanted = [screen for identity in preferred for screen in present if identity.is_same_device(screen.identity)]
    for screen in [*wanted, *(screen for screen in present if not screen.primary)]:
        elsewhere = [other for other in present if not other.overlaps(screen)]
        if elsewhere:
            return Decision(Situation.BEAMER, screen, _primary(elsewhere))
    mirrored = max(len(present), lit or 0) > 1
    return Decision(Situation.MIRRORED if mirrored else Situation.SINGLE, None, _primary(present))


def next_choice(screens: Sequence[ScreenInfo], current: Decision) -> Identity | None:
    """The screen that the projection goes to when the screens are swapped: with two, the console's."""
    if current.projection is None:
        return None
    places = [screen.identity for screen in screens]
    place = places.index(current.projection.identity)
    return places[(place + 1) % len(places)]


def _primary(screens: Sequence[ScreenInfo]) -> ScreenInfo:
    return next((screen for screen in screens if screen.primary), screens[0])


def present_screens() -> tuple[ScreenInfo, ...]:
    """The screens of the computer now; none while it sleeps or is locked."""
    primary = QGuiApplication.primaryScreen()
    return tuple(_info(screen, primary=screen is primary) for screen in QGuiApplication.screens())


def find_screen(info: ScreenInfo) -> QScreen | None:
    """The screen with this identity now, to use at once and not to keep."""
    return next((screen for screen in QGuiApplication.screens() if identity_of(screen) == info.identity), None)


def rescue(window: QWidget) -> bool:
    """Bring a window back to a screen when its title bar is on none. Answers whether that was needed."""
    places = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    frame = window.frameGeometry()
    title_bar = QRect(frame.left() + 20, frame.top(), max(1, frame.width() - 40), _TITLE_BAR)
    if not places or any(place.intersects(title_bar) for place in places):
        return False
    _bring(window, QGuiApplication.primaryScreen())
    return True


def make_way(window: QWidget, decision: Decision) -> bool:
    """Bring a window that stands on the room's screen to the console's. Answers whether that was needed."""
    room = find_screen(decision.projection) if decision.projection else None
    console = find_screen(decision.console) if decision.console else None
    if room is None or console is None or not room.geometry().contains(window.frameGeometry().center()):
        return False
    large = window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
    if large:
        window.setWindowState(Qt.WindowState.WindowNoState)
    _bring(window, console)
    if large:
        window.setWindowState(large)
    return True


def _bring(window: QWidget, screen: QScreen) -> None:
    place = screen.availableGeometry()
    window.resize(window.size().boundedTo(place.size()))
    window.move(place.center() - window.rect().center())


def identity_of(screen: QScreen) -> Identity:
    """What a screen is called."""
    return Identity(screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())


def _info(screen: QScreen, *, primary: bool) -> ScreenInfo:
    place = screen.geometry()
    return ScreenInfo(identity_of(screen), (place.x(), place.y(), place.width(), place.height()), primary)


class ScreenWatcher(QObject):
    """Follows the screens. A screen that showed the projection once gets it back when it returns.

    Signals: ``changed(Decision)`` after every change of screens, also when the decision is the same: the windows may
    have been moved meanwhile.
    """

    changed = Signal(object)

    def __init__(
        self,
        app: QGuiApplication,
        remembered: Identity | None = None,
        settle_ms: int = _SETTLE_MS,
        lit: Callable[[], int | None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        """``settle_ms`` is how long to wait for more: a dock brings several changes in a row; ``lit`` says how many
        displays are on."""
        super().__init__(parent)
        self._preferred = remembered
        self._settle_ms = settle_ms
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._lit = lit
        # A display that begins to mirror is no new screen: nobody tells.
        self._mirror = QTimer(self, interval=_MIRROR_MS)
        self._mirror.timeout.connect(self._look_for_mirror)
        self._mirror.start()
        self.decision = self._decide()
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        app.primaryScreenChanged.connect(self._soon)
        for screen in app.screens():
            self._follow(screen)

    @property
    def preferred(self) -> Identity | None:
        """The screen to remember for the next time."""
        return self._preferred

    def prefer(self, identity: Identity) -> None:
        """Show the projection on this screen from now on, whenever it is there."""
        self._preferred = identity
        self._look()

    def swap(self) -> None:
        """Move the projection to the next screen; nothing happens without a second one."""
        identity = next_choice(present_screens(), self.decision)
        if identity is not None:
            self.prefer(identity)

    def _decide(self) -> Decision:
        decision = decide(present_screens(), [self._preferred] if self._preferred else [], self._lit())
        if self._preferred is None and decision.projection is not None:
            self._preferred = decision.projection.identity
        return decision

    def _added(self, screen: QScreen) -> None:
        self._follow(screen)
        self._soon()

    def _follow(self, screen: QScreen) -> None:
        """Another resolution, and another scale of Windows."""
        screen.geometryChanged.connect(self._soon)
        screen.logicalDotsPerInchChanged.connect(self._soon)

    def _removed(self) -> None:
        # At once, but not within this signal: the windows still report the screen that is gone.
        self._timer.start(0)

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(self._settle_ms)

    def _look_for_mirror(self) -> None:
        if self.decision.situation is not Situation.BEAMER and self._decide() != self.decision:
            self._look()

    def _look(self) -> None:
        self._timer.stop()
        self.decision = self._decide()
        self.changed.emit(self.decision)
