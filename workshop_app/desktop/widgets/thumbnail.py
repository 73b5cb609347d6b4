"""A picture from a session, small."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget


def small_pixmap(data: bytes, size: QSize) -> QPixmap:
    """The picture as large as fits; nothing for bytes that hold none."""
    image = QImage.fromData(data)
    if image.isNull():
        return QPixmap()
    return QPixmap.fromImage(
        image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    )


class Thumbnail(QLabel):
    """A picture, as large as fits in a size. No signals."""

    def __init__(self, data: bytes, size: QSize, description: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPixmap(small_pixmap(data, size))
        self.setAccessibleName(description)
