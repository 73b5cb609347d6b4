"""Imports as Python does them: PySide would read the source of every module that is imported after it.

It looks there for the use of a feature (`from __feature__ import …`) that we do without. For the four hundred modules
of SQLModel that takes 90 ms and 23 MB.
"""

import builtins

_PYTHONS_OWN = builtins.__import__

# Importing it is what puts PySide's import in the place of Python's: whoever calls `restore` must import this first.
import PySide6.QtCore  # noqa: E402, F401


def restore() -> None:
    """Put Python's own import back, for the whole process."""
    builtins.__import__ = _PYTHONS_OWN
