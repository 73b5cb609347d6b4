"""Taking participants from a workbook, by keyboard: which sheet, which column holds what, who comes in."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import part, press, show, tab_to_button, tab_until
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.import_dialog import ImportDialog
from workshop_app.desktop.prepare.import_preview import PreviewTable
from workshop_app.desktop.prepare.people_page import PeoplePage
from workshop_app.desktop.prepare.people_table import PeopleTable


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge) -> PeoplePage:
    made = PeoplePage(bridge)
    made.resize(1200, 800)
    made.show_view(bridge.view)
    bridge.changed.connect(lambda _: made.show_view(bridge.view))
    show(qtbot, made)
    return made


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    first = book.worksheets[0]
    first.title = "Deelnemers"
    first.append(["Aanmeldingen"])
    first.append(["Wie", "Achternaam", "Gemeente", "Functie", "Neven"])
    first.append(["Els", "de Post", "Waterrijk", "griffier", "voorzitter"])
    first.append(["Jan", "van den Aalst", "Waterrijk", "raadslid; voorzitter", None])
    second = book.create_sheet("Reserve")
    second.append(["Naam"])
    second.append(["Rens Bakker"])
    path = tmp_path / "deelnemers.xlsx"
    book.save(path)
    return path


def drop(qtbot: QtBot, page: PeoplePage, data: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(page, QDropEvent(QPoint(5, 5), copy, data, left, none))


def dropped(qtbot: QtBot, page: PeoplePage, path: Path) -> ImportDialog:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(qtbot, page, data)
    qtbot.waitUntil(lambda: bool(page.findChildren(ImportDialog)))
    dialog = part(page, ImportDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def rows(dialog: ImportDialog) -> list[list[str]]:
    model = part(dialog, PreviewTable).model()
    return [[str(model.index(row, at).data()) for at in range(6)] for row in range(model.rowCount())]


def test_columns_are_assigned_and_people_come_in_by_keyboard(
    qtbot: QtBot, page: PeoplePage, bridge: Bridge, workbook: Path
) -> None:
    dialog = dropped(qtbot, page, workbook)
    assert rows(dialog)[-2][:3] == ["3", "de Post", "Waterrijk"]
    tab_until("Lines as they will come in")
    press("Down", "Up")
    assert "Line 1: left out: This stands above the headings.\nAanmeldingen" in [
        label.text() for label in dialog.findChildren(QLabel)
    ]
    tab_until("Column Wie holds")
    press("Down", "Down")
    assert rows(dialog)[-2][:3] == ["3", "Els de Post", "Waterrijk"]
    tab_until("Column Neven holds")
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    while box.currentText() != "role":
        press("Down")
    assert [row[3] for row in rows(dialog)[-2:]] == ["griffier, voorzitter", "raadslid, voorzitter"]
    press("Return")
    assert [person.name for person in bridge.view.participants[4:]] == ["Els de Post", "Jan van den Aalst"]
    model = part(page, PeopleTable).model()
    names = [model.index(row, 0).data() for row in range(model.rowCount() - 1)]
    assert names[0] == "Jan van den Aalst"
    assert names.index("Els de Post") == names.index("Bram Smit") - 1


def test_a_file_is_pasted(qtbot: QtBot, page: PeoplePage, bridge: Bridge, workbook: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(workbook))])
    QGuiApplication.clipboard().setMimeData(data)
    page.take_focus()
    press("Ctrl+V")
    dialog = part(page, ImportDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert rows(dialog)[-2][1] == "de Post"
    press("Esc")
    QGuiApplication.clipboard().clear()


def test_another_sheet_is_chosen(qtbot: QtBot, page: PeoplePage, bridge: Bridge, workbook: Path) -> None:
    dialog = dropped(qtbot, page, workbook)
    tab_until("Sheet")
    press("Down")
    assert rows(dialog)[-1][:2] == ["2", "Rens Bakker"]
    press("Return")
    assert bridge.view.participants[-1].name == "Rens Bakker"


def test_without_a_column_for_names_nobody_comes_in(qtbot: QtBot, page: PeoplePage, bridge: Bridge) -> None:
    data = QMimeData()
    data.setText("rol\te-mail\nlid\tx@lindevoort.example\n")
    drop(qtbot, page, data)
    qtbot.waitUntil(lambda: bool(page.findChildren(ImportDialog)))
    dialog = part(page, ImportDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert "Choose which column holds the names." in [label.text() for label in dialog.findChildren(QLabel)]
    take = next(each for each in dialog.findChildren(QPushButton) if each.text().startswith("Add"))
    assert not take.isEnabled()
    press("Esc")
    assert len(bridge.view.participants) == 4


def test_a_list_of_organisations_alone_comes_in_too(qtbot: QtBot, page: PeoplePage, bridge: Bridge) -> None:
    data = QMimeData()
    data.setText("Gemeente\tRegio\nWaterrijk\tRijnkust\nlindevoort\tRijnkust\n\tRijnkust\nWATERRIJK\tRijnkust")
    drop(qtbot, page, data)
    qtbot.waitUntil(lambda: bool(page.findChildren(ImportDialog)))
    dialog = part(page, ImportDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    tab_until("Column Gemeente holds")
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    while box.currentText() != "municipality or organisation":
        press("Down")
    assert "2 organisations can be added." in [label.text() for label in dialog.findChildren(QLabel)]
    tab_to_button("Add 2 organisations")
    press("Return")
    names = [each.name for each in bridge.view.organisations]
    assert len(names) == 4
    assert names[-1] == "WATERRIJK"


def test_two_thousand_lines_are_shown(qtbot: QtBot, page: PeoplePage, bridge: Bridge, tmp_path: Path) -> None:
    path = tmp_path / "veel.csv"
    path.write_text("naam;gemeente\n" + "".join(f"Persoon {n};Gemeente {n % 20}\n" for n in range(2_100)), "utf-8")
    dialog = dropped(qtbot, page, path)
    assert len(dialog.found.good) == 2_000
    assert (
        rows(dialog)[-1][-1]
        == "left out: Only the first 2000 lines are taken. This line and what follows are left out."
    )
    press("Esc")
