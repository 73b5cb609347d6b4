"""Steps in the rounds of the short dialogue, from the check-in to the thanks."""

from datetime import date

from PySide6.QtWidgets import QApplication

from tests.desktop.keyboard import focus, press, walk_to, write
from tests.desktop.walking import Facilitator
from workshop_app.desktop.console.drafts import KEEP_AFTER
from workshop_app.desktop.projection.scene import (
    Bar,
    Black,
    Cards,
    Prompt,
    Question,
    StateList,
    Table,
    Thanks,
    Wall,
)
from workshop_app.model.values import ParkedState, QuoteMode, WorkshopState

MARKED, UNMARKED = "Wij mogen alleen tekenen bij het kruisje.", "Niemand belt ons ooit terug."
DECISION = "We maken samen één kader voor mandaten."


def check_in(me: Facilitator) -> None:
    press("PgDown")
    me.at("checkin talk 1", Cards)
    write("Beleid en inkoop, uit vijf gemeenten")
    press("F3")
    write("heideb")
    press("Return", "Return")
    (said,) = me.round("checkin").contributions
    assert me.file.organisation_name(said.organisation_id) == "Heidebeek"
    cards = me.at("checkin talk 1", Cards)
    assert [(card.text, card.tag) for card in cards.cards] == [("Beleid en inkoop, uit vijf gemeenten", "")]
    me.sees("1. Wie zitten er aan tafel?", "1 bijdrage", "antwoord: Beleid en inkoop")

    me.the_room_reads("Samenstelling: gemeente en rol")
    press("PgDown")
    write("Wie besl")
    press("PgDown")
    me.at("recognition hands 1", Prompt)
    assert me.console.capture.editor.toPlainText() == ""
    press("PgUp")
    me.at("checkin talk 2", Cards)
    write("ist er straks?")
    press("Return")
    assert [each.text for each in me.round("checkin").said(me.round("checkin").items[1].id)] == [
        "Wie beslist er straks?"
    ]
    me.the_room_reads("Welke vragen leven er?", "Wie beslist er straks?")
    assert me.file.drafts == ()


def count_hands(me: Facilitator) -> None:
    press("PgDown", "F6")
    write("4")
    press("Return")
    write("2")
    press("Return")
    write("R")
    me.sees("1. Mandaten zijn bij ons niet volledig geregeld.. ja 4, deels 2, nee 2", "uitkomst verborgen")
    press("Esc")
    assert me.at("recognition hands 1", Prompt).result is None
    press("Ctrl+Return")
    result = me.at("recognition hands 1", Prompt).result
    assert result == (Bar("ja", 4, "solid"), Bar("deels", 2, "stripes"), Bar("nee", 2, "outline"))
    me.sees("Verberg")
    me.capture("Per gemeente ligt het ergens anders.")
    (statement, *_) = me.round("recognition").items
    assert [statement.total(key) for key in ("yes", "partly", "no")] == [4, 2, 2]
    assert [each.text for each in me.round("recognition").said(statement.id, "explanation")] == [
        "Per gemeente ligt het ergens anders."
    ]


def freeze_and_black(me: Facilitator) -> None:
    press("PgDown")
    frozen = me.at("recognition hands 2", Prompt)
    press("F7", "F6")
    write("8")
    press("Return", "Esc", "PgDown", "PgDown")
    me.sees("bevroren", "bij nummer 3")
    assert me.file.stage.frozen
    assert me.room.window.scene == me.room.picture.scene == frozen
    press("F7")
    assert me.at("recognition hands 3", Prompt).text == "Als regio spreken we met één mond."

    press("F8")
    me.at("recognition hands 3", Black)
    me.sees("zwart")
    press("F6", "R", "Esc")
    me.at("recognition hands 3", Black)
    press("F8")
    assert me.at("recognition hands 3", Prompt).result is None
    assert me.round("recognition").items[2].total("no") == 8
    press("PgDown", "PgDown", "PgDown")
    overview = me.at("recognition overview", StateList)
    assert [row.counts for row in overview.rows] == [(4, 2, 2), (8, 0, 0), (0, 0, 8), None]


def take_back_and_do_again(me: Facilitator) -> None:
    press("Ctrl+Z")
    me.at("recognition overview", StateList)
    me.sees("Ongedaan gemaakt: de rest · ronde 2 · Herkenbaar?")
    assert me.round("recognition").items[2].responses == ()
    press("Ctrl+Z", "Ctrl+Z")
    me.at("recognition overview", StateList)
    assert me.round("recognition").contributions == ()
    press("Ctrl+Y", "Ctrl+Y", "Ctrl+Y")
    overview = me.at("recognition overview", StateList)
    assert [row.counts for row in overview.rows] == [(4, 2, 2), (8, 0, 0), (0, 0, 8), None]
    assert len(me.round("recognition").contributions) == 1


def collect_quotes(me: Facilitator) -> None:
    press("PgDown")
    assert len(me.at("resistance wall", Wall).quotes) == 6
    write(MARKED)
    press("Ctrl+M", "Return")
    me.capture(UNMARKED)
    added = {item.text: (item.mode, item.in_minutes) for item in me.round("resistance").items[6:]}
    assert added == {MARKED: (QuoteMode.PARAPHRASE, True), UNMARKED: (QuoteMode.PARAPHRASE, False)}
    wall = me.at("resistance wall", Wall)
    assert {quote.text for quote in wall.quotes[6:]} == {MARKED, UNMARKED}
    me.sees("8 citaten · 2 uit de zaal", f"“{MARKED}”. uit de zaal · parafrase · in verslag")


def lose_power_while_typing(me: Facilitator, app: QApplication) -> None:
    press("PgDown", "F6")
    write("5")
    press("Right")
    write("3")
    press("PgDown", "Esc")
    assert me.at("resistance hands 1", Prompt).result is not None
    write("We kennen de m")
    me.qtbot.waitUntil(lambda: bool(me.file.drafts), timeout=20 * KEEP_AFTER)
    me.lose_power()

    me.sit_down(app)
    me.qtbot.waitUntil(lambda: "Verder met Rijnkust" in focus().accessibleName())
    me.sees("ronde 3 · laatst opgeslagen")
    press("Return")
    assert me.at("resistance hands 1", Prompt).result is not None
    me.sees("1. “Een GR is niet democratisch.”. ja 5, deels 3", "We kennen de m")
    write("ensen niet")
    press("Return")
    (said,) = me.round("resistance").contributions
    assert (said.text, said.strand) == ("We kennen de mensen niet", "beneath")


def choose_three(me: Facilitator) -> None:
    press(*["PgDown"] * 8)
    me.at("resistance choose", Wall)
    press("F6")
    for number in (2, 4, 6):
        walk_to(f"{number}.")
        press("Space")
    press("Esc")
    wall = me.at("resistance choose", Wall)
    assert [quote.number for quote in wall.quotes if quote.chosen] == ["2", "4", "6"]
    assert [item.text for item in me.round("resistance").chosen] == [quote.text for quote in wall.quotes[1:6:2]]
    me.sees("3 gekozen · 2 uit de zaal", "eerst: wat zit eronder?")


def look_beneath(me: Facilitator) -> None:
    for number, text in ((2, "Te weinig handen."), (4, "Angst om niets meer te zeggen te hebben."), (6, "Afstand.")):
        press("PgDown")
        me.at(f"resistance beneath {number}", Cards)
        me.capture(text)
        cards = me.at(f"resistance beneath {number}", Cards)
        assert [(card.text, card.newest, card.tag) for card in cards.cards] == [(text, True, "")]
    said = me.round("resistance").contributions
    assert len(said) == 4
    assert {(each.organisation_id, each.participant_id, each.seq) for each in said} == {("", "", None)}

    press("PgDown")
    question = me.at("resistance question", Question)
    assert question.text == "Kun je inwoners goed helpen als je niet optimaal samenwerkt?"
    assert me.room.window.frame.palette == "petrol"
    me.capture("Nee. Daarom zitten we hier.")
    assert [each.text for each in me.round("resistance").said(strand="answer")] == ["Nee. Daarom zitten we hier."]
    me.at("resistance question", Question)


def weigh_principles(me: Facilitator) -> None:
    for number, there in enumerate((6, 1, 3, 0), start=1):
        press("PgDown", "F6")
        write(str(there))
        press("Return", "Right", "R", "PgDown", "Esc")
        result = me.at(f"principles hands {number}", Prompt).result
        assert result
        assert [bar.count for bar in result] == [there, 0, 8 - there]

    press("PgDown", "F6")
    walk_to("2.")
    write("13")
    walk_to("3.")
    press("Space", "+", "+", "-", "Esc")
    hidden = me.at("principles dots", StateList)
    assert [row.dots for row in hidden.rows] == [None] * 4
    me.the_room_reads("Plak je stippen: 3 per persoon")
    press("PgDown")
    shown = me.at("principles dots", StateList)
    assert [row.dots for row in shown.rows] == [item.dots for item in me.round("principles").items] == [0, 13, 2, 0]

    press("PgDown", "PgDown")
    me.at("principles needed 2", Cards)
    me.capture("Eén portefeuillehouder die trekt.")
    me.the_room_reads("Wat is nodig?", "Eén portefeuillehouder die trekt.")


def decide(me: Facilitator) -> None:
    press("Ctrl+7")
    me.sees("Welk besluit?")
    me.capture(DECISION)
    me.at("principles needed 2", Cards)
    press("PgDown", "PgDown", "PgDown")
    table = me.at("outcomes decisions", Table)
    assert [(row.code, row.cells) for row in table.sections[0].rows] == [("B1", (DECISION, ""))]
    me.sees("B1", DECISION)

    press("Ctrl+8")
    me.sees("Wat / wie / wanneer")
    me.capture("Overzicht van mandaten maken / carla / 12 december 2026")
    press("Ctrl+9")
    me.capture("De verdeelsleutel")
    press("PgDown")
    (row,) = me.at("outcomes actions", Table).sections[0].rows
    assert (row.code, row.cells) == ("A1", ("Overzicht van mandaten maken", "Carla Bos", "za 12 december"))
    me.sees("A1", "Carla Bos", "De verdeelsleutel", "open")

    view = me.file
    assert [each.text for each in view.decisions] == [DECISION]
    (action,) = view.actions
    carla = next(person for person in view.participants if person.name == "Carla Bos")
    assert (action.participant_id, action.due) == (carla.id, date(2026, 12, 12))
    assert [(each.text, each.state) for each in view.parked] == [("De verdeelsleutel", ParkedState.OPEN)]

    press("PgDown")
    me.at("outcomes talk 1", Cards)
    me.capture("Over een half jaar")


def check_out(me: Facilitator) -> None:
    press("PgDown")
    me.at("checkout talk 1", Cards)
    me.capture("Een acht")
    press("PgDown")
    me.at("checkout talk 2", Cards)
    me.capture("Een naam om te bellen")
    press("PgDown")
    thanks = me.at("thanks", Thanks)
    assert thanks.lines[0] == "1 besluit en 1 actie"
    assert me.file.info.ended_at is None
    press("F6", "Return")
    assert me.file.info.state is WorkshopState.FINISHED
    assert isinstance(me.room.window.scene, Thanks)
    me.sees_the_beamer()
