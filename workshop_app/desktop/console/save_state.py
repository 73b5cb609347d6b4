"""Whether everything is saved, as the console says it: in the bar when it went well, in the banner when it did not."""

from datetime import datetime

from PySide6.QtCore import QObject

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.frame import ConsoleFrame
from workshop_app.desktop.widgets.banner import Level
from workshop_app.facilitation import schedule


class SaveState(QObject):
    """Follows what becomes of each command. `failed` as long as the last one could not be saved. No signals."""

    def __init__(self, bridge: Bridge, console: ConsoleFrame) -> None:
        super().__init__(console)
        self._bridge, self._console = bridge, console
        self.failed = self._late = self._refused = False
        bridge.saved.connect(self._saved)
        bridge.failed.connect(self._fail)
        bridge.refused.connect(self._refuse)
        bridge.late.connect(self._be_late)
        bridge.noticed.connect(self._notice)
        self._saved(bridge.saved_at)

    def changed(self) -> None:
        """Something was saved after all: what stood in the way is over."""
        if self.failed or self._refused:
            self.failed = self._refused = False
            self._console.banner.dismiss()

    def _saved(self, moment: datetime) -> None:
        if not self.failed and not self._late:
            self._console.top_bar.show_saved(schedule.wall_clock(moment))

    def _fail(self, sentence: str) -> None:
        self.failed = True
        self._tell_unsaved(sentence)

    def _refuse(self, sentence: str) -> None:
        self._refused = not (self.failed or self._late)
        self._notice("amber", sentence)

    def _notice(self, level: Level, sentence: str) -> None:
        if level != "red" and (self.failed or self._late):
            # What is wrong with the file stays in sight.
            self._console.tell(sentence)
        else:
            self._console.banner.tell(level, sentence)

    def _be_late(self, sentence: str) -> None:
        self._late = bool(sentence)
        if sentence:
            self._tell_unsaved(sentence)
        elif not self._bridge.trouble:
            self.failed = False
            self._console.banner.dismiss()
            self._saved(self._bridge.saved_at)

    def _tell_unsaved(self, sentence: str) -> None:
        self._console.banner.tell("red", sentence)
        self._console.top_bar.show_not_saved()
