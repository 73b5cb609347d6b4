"""Saying something to people who use a screen reader, where the keyboard need not be."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(source: QWidget, text: str) -> None:
    """Have a screen reader say a text; without one nothing happens."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
