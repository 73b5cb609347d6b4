"""A whole workshop by keyboard, in real windows on two screens: from an empty folder to minutes in a mail draft."""

from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import page
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.walking import Facilitator, WindowManager, focus, press, rewrite, tab_to, walk_to, write
from workshop_app.desktop.console.drafts import KEEP_AFTER
from workshop_app.desktop.projection.scene import (
    Agenda,
    Bar,
    Black,
    Cards,
    Prompt,
    Question,
    StateList,
    Table,
    Thanks,
    Wall,
    Welcome,
)
from workshop_app.model.values import MinutesStatus, ParkedState, Presence, QuoteMode, Rule, WorkshopState
from workshop_app.paths import data_paths

SPREADSHEET = """\
naam\tgemeente\trol\te-mail
Anna de Wit\tLindevoort\tbeleid\tanna@lindevoort.example
Bram Smit\tLindevoort\twethouder\tbram@lindevoort.example
Carla Bos\tHeidebeek\tbeleid\tcarla@heidebeek.example
\tHeidebeek\tinkoop\tniemand@heidebeek.example
Daan Vos\tHeidebeek\tinkoop\t
Els Post\tMerenwijk\tgriffier\tels@merenwijk.example
Farid Mansour\tMerenwijk\tbeleid\tfarid@merenwijk.example
Gerda Kok\tZandhaven\tbeleid\tgerda@zandhaven.example
Zoë Hendriks\tZandhaven\twethouder\tzoe@zandhaven.example
"""
MARKED, UNMARKED = "Wij mogen alleen tekenen bij het kruisje.", "Niemand belt ons ooit terug."
DECISION = "We maken samen één kader voor mandaten."


@pytest.mark.timeout(120)
@pytest.mark.usefixtures("two_screens")
def test_a_whole_workshop(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    me = Facilitator(qtbot, data_paths(tmp_path), WindowManager(qapp))
    me.sit_down(qapp)
    begin_a_session(me)
    paste_the_participants(me)
    start(me)
    see_who_is_there(me)
    check_in(me)
    count_hands(me)
    freeze_and_black(me)
    take_back_and_do_again(me)
    collect_quotes(me)
    lose_power_while_typing(me, qapp)
    choose_three(me)
    look_beneath(me)
    weigh_principles(me)
    decide(me)
    check_out(me)
    mend_what_is_missing(me)
    minutes = save_the_minutes(me)
    mail_the_minutes(me, minutes)
    leave(me)
    assert set(me.windows.appeared) == {"Shell", "ImportDialog", "ProjectionWindow"}, "a window flickered"


def begin_a_session(me: Facilitator) -> None:
    me.sees("Hier komen je sessies. Kies een draaiboek om te beginnen.")
    tab_to("alle 8 draaiboeken ›")
    press("Space")
    tab_to("Korte dialoog")
    press("Return")
    rewrite("Samen verder in Rijnkust")
    for name, text in (
        ("Datum", "27 nov 2026"),
        ("Plaats", "raadzaal"),
        ("Regio", "Rijnkust"),
        ("Verantwoordelijke organisatie", "Regiobureau Rijnkust"),
        ("Notulist", "Noor Visser"),
        ("Aanspreekpunt voor vragen over gegevens", "privacy@rijnkust.example"),
    ):
        tab_to(name)
        rewrite(text)
    tab_to("Citaten zonder naam en gemeente")
    press("Down", "Up")
    tab_to("Bewaren tot en met")
    rewrite("1 juli 2030")
    me.sees("Samen verder in Rijnkust", "Regiobureau Rijnkust", "vr 27 nov 2026")
    press("Ctrl+Return")

    info = me.file.info
    assert (info.title, info.place, info.region) == ("Samen verder in Rijnkust", "raadzaal", "Rijnkust")
    assert (info.responsible, info.note_taker) == ("Regiobureau Rijnkust", "Noor Visser")
    assert (info.day, info.keep_until, info.rule) == (date(2026, 11, 27), date(2030, 7, 1), Rule.NOT_ATTRIBUTED)
    assert info.state is WorkshopState.PREPARED
    assert [known.kind for known in me.file.script] == [
        "checkin", "recognition", "resistance", "principles", "outcomes", "checkout"
    ]  # fmt: skip
    me.sees("13:30 Check-in, 5 min", "Start de sessie  F5", "✓ opgeslagen")
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [me.shell]


def paste_the_participants(me: Facilitator) -> None:
    QGuiApplication.clipboard().setText(SPREADSHEET)
    press("Ctrl+Tab", "Ctrl+V")
    me.sees("8 deelnemers kunnen worden toegevoegd.", "1 regel doet niet mee.", "doet niet mee: De naam ontbreekt.")
    assert me.file.participants == ()
    press("Return")
    view = me.file
    assert [person.name for person in view.participants] == [
        "Anna de Wit", "Bram Smit", "Carla Bos", "Daan Vos", "Els Post", "Farid Mansour", "Gerda Kok", "Zoë Hendriks"
    ]  # fmt: skip
    assert [each.name for each in view.organisations] == ["Lindevoort", "Heidebeek", "Merenwijk", "Zandhaven"]
    me.sees("Deelnemers · 8", "Zoë Hendriks", "Gemeenten en organisaties · 4")


def start(me: Facilitator) -> None:
    press("F5")
    welcome = me.at("welcome", Welcome)
    assert welcome.title == "Samen verder in Rijnkust"
    me.the_room_reads("zonder naam en zonder gemeente", "Noor Visser · Regiobureau Rijnkust", "maandag 1 juli 2030")
    me.sees("De zaal ziet het welkom", "0 mensen")
    press("PgDown")
    agenda = me.at("agenda", Agenda)
    assert [row.title for row in agenda.rows] == [known.title for known in me.file.script]


def see_who_is_there(me: Facilitator) -> None:
    press("Ctrl+P")
    for letters in ("ann", "bra", "car", "daa", "els", "far", "zoë"):
        write(letters)
        press("Return")
    me.sees("Zoë Hendriks: aanwezig", "7 mensen · 4 gemeenten", "Gerda Kok, beleid · Zandhaven · verwacht")
    write("+ Hans Smit, Waterrijk")
    press("Return")
    me.sees("Hans Smit is er en staat op de lijst")
    press("Esc")
    view = me.file
    assert len(view.present) == 8
    assert [person.name for person in view.participants if person.presence is Presence.EXPECTED] == ["Gerda Kok"]
    assert [(person.name, person.presence) for person in view.participants if person.walk_in] == [
        ("Hans Smit", Presence.PRESENT)
    ]
    me.at("agenda", Agenda)
    me.sees("8 mensen · 5 gemeenten")


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


def mend_what_is_missing(me: Facilitator) -> None:
    me.sees("1 besluit zonder draagvlak", "1 punt op de parkeerplaats", "8 aanwezig", "1 citaat uit de zaal gaat mee")
    press("Return")
    write("8 ja")
    press("Return", "Return", "Return")
    me.sees("1 besluit met draagvlak", "✓ opgeslagen")
    view = me.file
    assert view.decisions[0].support == "8 ja"
    assert view.parked[0].state is not ParkedState.OPEN


def save_the_minutes(me: Facilitator) -> Path:
    press("Ctrl+S")
    me.qtbot.waitUntil(lambda: me.reads("Bewaard als 2026-11-27 Samen verder in Rijnkust - conceptverslag.pdf."))
    (pdf,) = (Path.home() / "Documents" / "Samenspraak").iterdir()
    me.sees("✓ opgeslagen")
    reader = PdfReader(pdf)
    text = " ".join(" ".join(each.extract_text() for each in reader.pages).split())
    for words in (
        "Samen verder in Rijnkust", "Welke verzuchting hoor je bij jou thuis?", MARKED, "Angst om niets meer te zeggen",
        "B1", DECISION, "8 ja", "A1", "Overzicht van mandaten maken", "Carla Bos", "De verdeelsleutel",
        "Kun je inwoners goed helpen als je niet optimaal samenwerkt?", "Hans Smit", "Eén portefeuillehouder die trekt",
    ):  # fmt: skip
        assert words in text
    assert UNMARKED not in text
    anonymous = text[text.rindex("Weerstand", 0, text.index(MARKED)) : text.index("Daarom zitten we hier.")]
    people = {person.name for person in me.file.participants} | {each.name for each in me.file.organisations}
    assert not [name for name in people if name in anonymous]
    assert me.english.left_in([text]) == []
    assert "/StructTreeRoot" in reader.root_object
    for profile in ("ua1", "2a"):
        assert page.validate_pdf(str(pdf), profile=profile).is_compliant
    return pdf


def mail_the_minutes(me: Facilitator, minutes: Path) -> None:
    press("Ctrl+M")
    me.qtbot.waitUntil(lambda: bool(me.mail.given) and me.reads("De e-mail staat klaar in je mailprogramma."))
    ((_, eml),) = me.mail.given
    message = message_from_bytes(eml.read_bytes(), policy=policy.default)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Conceptverslag: Samen verder in Rijnkust, vrijdag 27 november 2026"
    assert message["To"] is None
    assert [address.addr_spec for address in message["Bcc"].addresses] == [
        f"{name}.example" for name in (
            "anna@lindevoort", "bram@lindevoort", "carla@heidebeek", "els@merenwijk", "farid@merenwijk", "zoe@zandhaven"
        )
    ]  # fmt: skip
    (attachment,) = message.iter_attachments()
    assert attachment.get_content_type() == "application/pdf"
    assert attachment.get_payload(decode=True) == minutes.read_bytes()
    assert me.file.info.minutes_status is MinutesStatus.CONCEPT


def leave(me: Facilitator) -> None:
    """Go home, where the session stands with what came of it, to be gone on with; then end the program."""
    tab_to("Naar de sessies")
    press("Return")
    me.qtbot.waitUntil(lambda: me.reads("verslag concept"))
    me.sees("Samen verder in Rijnkust", "vr 27 nov 2026", "Verder met Rijnkust")
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [me.shell]
    assert me.shell.session is None
    press("Return")
    me.sees("Afronden · Samen verder in Rijnkust", "✓ opgeslagen")
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [me.shell]
    press("Ctrl+Q")
    assert not me.shell.isVisible()
