"""Parts in two columns where there is room, and under each other with large letters."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget


class Columns(QWidget):
    """Two columns, or one below `narrow` heights of a letter; hidden parts take no place. `across` and `down` are the
    spaces between the parts in pixels. No signals."""

    def __init__(
        self, parts: Sequence[QWidget], narrow: int, across: int, down: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts, self._narrow, self._across = parts, narrow, across
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(down)
        self._grid.setColumnStretch(0, 1)
        for place, part in enumerate(parts):
            self._grid.addWidget(part, place, 0)

    def arrange(self) -> None:
        """Give the parts their places, after one was shown or hidden."""
        columns = 2 if self.width() > self._narrow * self.font().pixelSize() else 1
        self._grid.setColumnStretch(1, columns - 1)
        self._grid.setHorizontalSpacing(self._across * (columns - 1))
        for place, part in enumerate(part for part in self._parts if not part.isHidden()):
            self._grid.addWidget(part, *divmod(place, columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for another column, or no longer."""
        super().resizeEvent(event)
        self.arrange()
