"""Steps before the first round: a session from a template, people from a spreadsheet, the room, who is there."""

from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.desktop.keyboard import press, rewrite, tab_to_button, tab_until, write
from tests.desktop.walking import Facilitator
from workshop_app.desktop.projection.scene import (
    Agenda,
    Welcome,
)
from workshop_app.model.values import Presence, Rule, WorkshopState

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


def begin_a_session(me: Facilitator) -> None:
    me.sees("Hier komen je sessies. Kies een draaiboek om te beginnen.")
    tab_to_button("alle 8 draaiboeken ›")
    press("Space")
    tab_until("Korte dialoog")
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
        tab_until(name)
        rewrite(text)
    tab_to_button("Citaten zonder naam en gemeente")
    press("Down", "Up")
    tab_until("Bewaren tot en met")
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
