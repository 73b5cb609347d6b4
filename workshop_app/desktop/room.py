"""What the room sees: composes the scene after each change, and shows it on the beamer, the preview and the console."""

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.look import Look
from workshop_app.desktop.projection.compose import Moment, Shown, compose
from workshop_app.desktop.projection.layout import Layouts
from workshop_app.desktop.projection.picture import RoomPicture
from workshop_app.desktop.projection.scene import StateList
from workshop_app.desktop.projection.window import PreviewWindow, ProjectionWindow
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.desktop.screens import Decision, ScreenWatcher, Situation
from workshop_app.facilitation import script, stage
from workshop_app.facilitation.desk import Change
from workshop_app.i18n import Language
from workshop_app.model.views import WorkshopView

_TICK_MS = 1000
_BEAMER = {
    Situation.BEAMER: Beamer.LIVE,
    Situation.MIRRORED: Beamer.MIRRORED,
    Situation.SINGLE: Beamer.ONE_SCREEN,
    Situation.NONE: Beamer.ONE_SCREEN,
}


class Room(QObject):
    """The projection of one open session. `window`, `preview` and `picture` show the same scene, in the same `look`.

    Signals: `status_changed(RoomStatus)` when what the console says about the room changes.
    """

    status_changed = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        watcher: ScreenWatcher,
        language: Language,
        look: Look | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`language` is the workshop's, which the room reads."""
        super().__init__(parent)
        self._bridge, self._watcher, self._language = bridge, watcher, language
        title = bridge.view.info.title
        layouts = Layouts()
        self.window = ProjectionWindow(title, layouts=layouts)
        self.look = look or Look()
        self.window.fade.on = self.look.fades
        self.preview = PreviewWindow(title, layouts=layouts)
        self.picture = RoomPicture(layouts=layouts)
        self.picture.setAccessibleName(bridge.language.gettext("What the room sees"))
        self._known = _said(bridge.view)
        self._newest: frozenset[str] = frozenset()
        self._place = bridge.view.stage.place
        self._shown: Shown | None = None
        self._held: Shown | None = None
        self._status: RoomStatus | None = None
        bridge.changed.connect(self._refresh)
        watcher.changed.connect(self._arrange)
        self.window.resized.connect(self._take_size)
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self._draw)

    @property
    def status(self) -> RoomStatus:
        """What the console says about the room."""
        held = self._bridge.view.stage
        decision = self._watcher.decision
        return RoomStatus(
            beamer=_BEAMER[decision.situation],
            screen_name=decision.projection.identity.words if decision.projection else "",
            frozen=held.frozen,
            black=held.black,
            result_hidden=bool(self._shown and self._shown.result_hidden),
        )

    def open(self) -> None:
        """Begin to show. Without a screen for the room nothing appears by itself: `swap` brings the preview."""
        self._draw()
        self._arrange(self._watcher.decision)
        self._clock.start()

    def close(self) -> None:
        """Show nothing more."""
        self._clock.stop()
        self._bridge.changed.disconnect(self._refresh)
        self._watcher.changed.disconnect(self._arrange)
        self.window.close()
        self.window.deleteLater()
        self.preview.close()
        self.preview.deleteLater()

    def swap(self) -> None:
        """Move the projection to the next screen; with one screen, bring the preview to the front."""
        if self._watcher.decision.situation is Situation.BEAMER:
            self._watcher.swap()
        else:
            self.preview.show()
            self.preview.raise_()

    def wear(self, look: Look) -> None:
        """Show the room everything in another look from now on; a frozen picture keeps its own."""
        self.look = look
        self.window.fade.on = look.fades
        self._draw()

    def turn(self, by: int) -> bool:
        """Turn a page of the scene. Whether there was one: where the marked row leads, pages follow by themselves."""
        view = self._bridge.view
        walked = isinstance(self.picture.scene, StateList) and script.standing(view).prompt_id
        wanted = self.picture.page() + by
        if view.stage.frozen or walked or not 0 <= wanted < self.picture.pages():
            return False
        # Kept from 1, so that 0 says: the page of what is newest.
        return self._bridge.attempt(stage.hold, page=wanted + 1)

    def _refresh(self, change: Change) -> None:
        if change.tables == {"draft"}:
            return
        view = self._bridge.view
        said = _said(view)
        if view.stage.place != self._place:
            self._newest, self._place = frozenset(), view.stage.place
        elif said - self._known:
            self._newest = said - self._known
        self._known = said
        self._draw()

    def _draw(self) -> None:
        view = self._bridge.view
        place = script.standing(view)
        moment = Moment(self._bridge.desk.now(), self._bridge.desk.elapsed(place.round_id), self._newest)
        self._shown = seen = compose(view, self._language, moment, self.look.dark)
        # Black is black, frozen or not. After a restart there is no picture to hold yet.
        if not view.stage.black:
            seen = self._held = self._held if self._held and view.stage.frozen else seen
        for canvas in (self.window, self.preview, self.picture):
            canvas.show_scene(seen.scene, seen.frame)
        self._tell()

    def _arrange(self, decision: Decision) -> None:
        if decision.projection is None:
            self.window.put_away()
        else:
            self.window.show_on(decision.projection)
            self.preview.hide()
        self._take_size()
        self._tell()

    def _take_size(self) -> None:
        projection = self._watcher.decision.projection
        size = QSizeF(*projection.geometry[2:]) if projection else QSizeF()
        if projection and self.window.isVisible():
            # Where a mode changes, X does not tell; the window manager does.
            size = QSizeF(self.window.size())
        self.picture.set_room_size(size)

    def _tell(self) -> None:
        if self.status != self._status:
            self._status = self.status
            self.status_changed.emit(self._status)


def _said(view: WorkshopView) -> frozenset[str]:
    known = view.round(script.standing(view).round_id)
    in_round = {each.id for each in known.contributions} if known else set()
    return frozenset(in_round | {each.id for each in view.decisions} | {each.id for each in view.actions})
