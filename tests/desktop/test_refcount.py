"""PySide6 6.12.0 drops a reference to None with each call that returns nothing, and so ends Python before 3.12."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def test_calls_keep_none_alive(qapp: QApplication) -> None:
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(1000):
        timer.start(100)
        timer.stop()
    assert sys.getrefcount(None) > before - 50
