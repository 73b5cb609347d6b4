"""Garbage is looked for where the windows live: when another thread takes down a window, the program ends at once."""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 100
"""A thread that makes pages makes so much that what comes in a second holds up the windows for a quarter of one."""
_MANY = (700, 10, 100)
"""How much of each generation is enough: looking at everything comes every two minutes."""


def look_here(parent: QObject) -> None:
    """Let no other thread look, and look in this one now and then, for as long as `parent` lives."""
    gc.disable()
    timer = QTimer(parent, interval=LOOK_MS)
    timer.timeout.connect(_look)
    timer.start()


def _look() -> None:
    """Look as far back as is due."""
    full = [made > most for made, most in zip(gc.get_count(), _MANY, strict=True)]
    if any(full):
        gc.collect(max(generation for generation, due in enumerate(full) if due))
