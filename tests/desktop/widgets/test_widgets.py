"""The small widgets that windows share: plain text, keyboard, names for screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from workshop_app.desktop import theme
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.widgets.card import Card
from workshop_app.desktop.widgets.chip import Chip
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import ElidedLabel, SectionLabel, TextLabel
from workshop_app.desktop.widgets.segmented import SegmentedButtons
from workshop_app.paths import resources

HOSTILE = "<b>Vet</b> &amp; <img src=x>"


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, resources() / "icons")


def test_text_of_people_is_shown_as_it_is(qtbot: QtBot) -> None:
    card, banner, field = Card(HOSTILE, HOSTILE, HOSTILE), Banner(), QLineEdit()
    row = FormRow("Titel", field, HOSTILE)
    banner.tell("red", HOSTILE)
    for widget in (card, banner, row):
        qtbot.addWidget(widget)
        labels = widget.findChildren(QLabel)
        assert labels
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    for label in (Chip(HOSTILE), TextLabel(HOSTILE), ElidedLabel(HOSTILE), SectionLabel(HOSTILE)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("word", ["W" * 200, "https://lindevoort.example/a/" + "overzicht_" * 20, "a." * 100])
def test_a_word_without_end_goes_on_below_itself(qtbot: QtBot, word: str) -> None:
    label = TextLabel(f"Zie {word} voor meer.", wraps=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 30 * label.fontMetrics().horizontalAdvance("W")
    assert label.text() == f"Zie {word} voor meer."


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_card_is_chosen_with_the_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    card = Card("Korte dialoog", "Herkenning en besluiten", "60 min")
    qtbot.addWidget(card)
    card.setAutoDefault(True)
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, key)
    assert card.accessibleName() == "Korte dialoog"
    assert "60 min" in card.accessibleDescription()


def test_a_card_is_high_enough_for_its_lines(qtbot: QtBot) -> None:
    card = Card("Korte dialoog", "Herkenning, weerstand, afspraken en succesprincipes " * 3, "60 min")
    qtbot.addWidget(card)
    assert card.heightForWidth(200) > card.heightForWidth(600)


def test_a_section_label_is_said_in_ordinary_letters(qtbot: QtBot) -> None:
    label = SectionLabel("In de zaal te zien")
    qtbot.addWidget(label)
    assert label.text() == "IN DE ZAAL TE ZIEN"
    assert label.accessibleName() == "In de zaal te zien"


def test_a_long_line_is_shortened_and_whole_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Een lange regel die nergens past. " * 5)
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    qtbot.waitExposed(label)
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    label.setText(HOSTILE * 5)
    label.resize(121, 24)
    assert "<b>" not in label.toolTip()
    assert "&lt;b&gt;Vet" in label.toolTip()
    label.setText("Een lange regel die nergens past. " * 5)
    label.resize(4000, 24)
    assert label.shown_text() == label.text().strip()
    assert label.minimumSizeHint().width() < 100


def test_a_banner_says_what_is_wrong_and_what_can_be_done(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.text == ""
    banner.tell("red", "Opslaan lukt nu niet.", {"again": "Opnieuw", "copy": "Kopie elders…"})
    assert banner.text == banner.accessibleName() == "Opslaan lukt nu niet."
    again, _ = banner.findChildren(QPushButton)
    with qtbot.waitSignal(banner.chosen) as chosen:
        QTest.keyClick(again, Qt.Key.Key_Space)
    assert chosen.args == ["again"]
    banner.dismiss()
    assert banner.text == ""
    assert banner.isHidden()


def test_a_field_tells_its_mistake(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow("&Datum", field, "Dag van de sessie")
    qtbot.addWidget(row)
    assert (field.accessibleName(), field.accessibleDescription()) == ("Datum", "Dag van de sessie")
    assert next(label for label in row.findChildren(QLabel) if label.buddy()).buddy() is field
    row.tell_mistake("Dit is geen datum.")
    assert field.accessibleDescription() == "Dit is geen datum."
    row.tell_mistake("")
    assert field.accessibleDescription() == "Dag van de sessie"


@pytest.fixture
def segments(qtbot: QtBot) -> SegmentedButtons:
    widget = SegmentedButtons("Voor wie", [("all", "Deelnemers"), ("public", "Publicatie"), ("each", "Per gemeente")])
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_one_of_the_segments_is_on(segments: SegmentedButtons, qtbot: QtBot) -> None:
    buttons = segments.findChildren(QPushButton)
    assert segments.key == "all"
    with qtbot.waitSignal(segments.chosen) as chosen:
        QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [segments.key] == ["each"]
    assert [button.isChecked() for button in buttons] == [False, False, True]
    assert buttons[1].accessibleName() == "Voor wie: Publicatie"


def test_arrows_move_the_choice(segments: SegmentedButtons, qtbot: QtBot) -> None:
    first, second, third = segments.findChildren(QPushButton)
    first.setFocus()
    with qtbot.waitSignal(segments.chosen) as chosen:
        QTest.keyClick(first, Qt.Key.Key_Right)
    assert chosen.args == [segments.key] == ["public"]
    assert second.hasFocus()
    with qtbot.waitSignal(segments.chosen):
        QTest.keyClick(second, Qt.Key.Key_Left)
    assert segments.key == "all"
    segments.choose("each")
    assert segments.key == "each"
    assert third.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_no_signal_for_a_choice_that_a_program_makes(segments: SegmentedButtons, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("public")
    with pytest.raises(ValueError, match="nowhere"):
        segments.choose("nowhere")
