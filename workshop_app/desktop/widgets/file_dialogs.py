"""Asking for a file, or where to write one. Nothing waits for the answer: the clock and the beamer go on."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_LABELS = {QFileDialog.DialogLabel.LookIn: "Look in:", QFileDialog.DialogLabel.FileType: "Files of type:"}
"""What Qt has given a key since, and its catalogues know only without one."""


def ask_for_file(window: QWidget, title: str, kinds: Sequence[str], then: Callable[[Path], object]) -> None:
    """Let a person choose a file that is there. `kinds` are filters: "Lists (*.csv)"."""
    dialog = _dialog(window, title, kinds, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def ask_where(
    window: QWidget,
    title: str,
    kind: str,
    name: str,
    then: Callable[[Path], object],
    replaces: bool = True,
    folder: Path | None = None,
) -> None:
    """Let a person choose where a file goes; `name`, with its suffix, in `folder` or else among the documents, unless
    they say otherwise.

    `replaces`: what stands there is overwritten, and the dialog asks that first.
    """
    dialog = _dialog(window, title, [kind], then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replaces)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog.setDirectory(str(folder) if folder else documents)
    dialog.selectFile(name)
    dialog.open()


def _dialog(window: QWidget, title: str, kinds: Sequence[str], then: Callable[[Path], object]) -> QFileDialog:
    dialog = QFileDialog(window, title)
    dialog.setNameFilters(list(kinds))
    for label, words in _LABELS.items():
        dialog.setLabelText(label, QCoreApplication.translate("QFileDialog", words))
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
