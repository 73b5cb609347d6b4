"""The fonts of interface and beamer, shipped with the program."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

# All eight together take some 12 ms, nearly all of it for the first; splitting them would gain the first window 1 ms.
FILES = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-SemiBold.ttf",
    "SourceSans3-Bold.ttf",
    "SourceSans3-Italic.ttf",
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-SemiBold.ttf",
    "SourceSerif4-Bold.ttf",
    "SourceSerif4-Italic.ttf",
)


def load(folder: Path) -> list[str]:
    """Make the fonts known to Qt. Answers with the files that could not be read; the system's font then stands in."""
    return [name for name in FILES if QFontDatabase.addApplicationFont(str(folder / name)) < 0]
