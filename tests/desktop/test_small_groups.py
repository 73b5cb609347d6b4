"""A round in small groups by keyboard, in real windows on two screens: from the tables to the minutes."""

from dataclasses import replace
from pathlib import Path

import page
import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from tests.desktop.keyboard import focus, press, write
from tests.desktop.walking import DUTCH, Facilitator
from tests.session_files import a_head
from tests.workshops import one_round, template
from workshop_app.desktop.projection.scene import Cards, Prompt, Tables, Task
from workshop_app.facilitation.opening import new_session
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.i18n import Language
from workshop_app.model.values import Grain, group_voice
from workshop_app.model.views import GroupView

TOWNS = ("Lindevoort", "Heidebeek", "Merenwijk")
NAMES = ("Anna", "Bram", "Carla")
PEOPLE = [
    ParticipantLine(n, f"{name} {surname}", town, "", "")
    for n, (town, name, surname) in enumerate(
        ((town, name, surname) for town, surname in zip(TOWNS, ("Vos", "Bos", "Smit"), strict=True) for name in NAMES),
        start=2,
    )
]
QUESTIONS = ("Hoe maak ik ruimte in een volle agenda?", "Wat doen we met financiële schotten?")
TABLE = DUTCH.gettext("Table {n}")


def start(me: Facilitator, app: QApplication) -> None:
    """Open a session with a round in small groups and one that is counted per group; everybody is here."""
    rounds = (
        replace(one_round("groups", *QUESTIONS, minutes=20, title="Aan tafel"), question="Waar beginnen we?"),
        replace(one_round("selfscan", "Vertrouwen", grain=Grain.GROUP, title="Zelfscan"), question="Hoe sterk?"),
    )
    new_session(template(*rounds), a_head(), me.paths.sessions, Language.load(), PEOPLE)
    me.sit_down(app)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    me.open_from_home()
    press("F5", "Ctrl+P", "Alt+L", "Esc", "PgDown", "PgDown")
    assert len(me.file.present) == 9


def groups(me: Facilitator) -> tuple[GroupView, ...]:
    return me.round("groups").groups


def make_tables(me: Facilitator) -> None:
    me.at("groups tables", Tables)
    press("F6", "3")
    assert [len(group.seats) for group in groups(me)] == [3, 3, 3]
    towns = {person.id: person.organisation_id for person in me.file.participants}
    assert all(len({towns[seat.participant_id] for seat in group.seats}) == 3 for group in groups(me))
    made = groups(me)
    press("Ctrl+Z")
    assert groups(me) == ()
    press("Ctrl+Y", "Down", "L", "Esc")
    assert [group.id for group in groups(me)] == [group.id for group in made]
    assert sum(seat.locked for group in groups(me) for seat in group.seats) == 1
    shown = me.at("groups tables", Tables)
    assert [(seating.name, len(seating.people)) for seating in shown.tables] == [
        (TABLE.format(n=n), 3) for n in (1, 2, 3)
    ]
    me.the_room_reads(TABLE.format(n=3), "Anna Vos", "Carla Smit")


def work_at_tables(me: Facilitator) -> None:
    press("F6", "Q", "Esc", "PgDown")
    shown = me.at("groups task", Task)
    assert [row.text for row in shown.rows] == [*QUESTIONS, QUESTIONS[0]]
    assert 1190 <= shown.seconds <= 1200
    for number, text in ((1, "Begin met een vaste middag"), (2, "Eén middag die vast staat"), (3, "Eén budget")):
        press(f"Alt+{number}")
        me.capture(text)
    said = me.round("groups").contributions
    assert [each.group_id for each in said] == [group.id for group in groups(me)]


def bring_back(me: Facilitator) -> None:
    press("PgDown")
    shown = me.at("groups harvest 1", Cards)
    assert (shown.heading, shown.context) == (TABLE.format(n=1), QUESTIONS[0])
    assert [card.text for card in shown.cards] == ["Begin met een vaste middag"]
    press("PgDown", "PgDown")
    assert [card.text for card in me.at("groups harvest 3", Cards).cards] == ["Eén budget"]
    press("PgDown")
    assert len(me.at("groups together", Cards).cards) == 3
    press("F6", "Down", "J")
    write("middag die")
    press("Return")
    first, second = me.round("groups").contributions
    assert (first.text, first.mentions, second.text) == ("Begin met een vaste middag", 2, "Eén budget")
    press("Ctrl+Z")
    assert len(me.round("groups").contributions) == 3
    press("Ctrl+Y", "Esc")
    two = DUTCH.ngettext("{n} table", "{n} tables", 2).format(n=2)
    assert two in me.at("groups together", Cards).cards[0].tag


def score_per_table(me: Facilitator) -> None:
    press("PgDown", "F6", "Down")
    write("425")
    press("Esc")
    (item,) = me.round("selfscan").items
    given = {response.voice: response.option for response in item.responses}
    assert given == {group_voice(g.id): option for g, option in zip(groups(me), "425", strict=True)}
    me.at("selfscan score 1", Prompt)


def read_the_minutes(me: Facilitator) -> None:
    press("Ctrl+PgDown", "F6", "Return", "Ctrl+S")
    me.qtbot.waitUntil(lambda: me.reads("Bewaard als"))
    (pdf,) = (Path.home() / "Documents" / "Samenspraak").iterdir()
    text = " ".join(" ".join(each.extract_text() for each in PdfReader(pdf).pages).split())
    for words in (TABLE.format(n=2), *QUESTIONS, "Begin met een vaste middag", "Eén budget", "Bram Bos"):
        assert words in text
    for profile in ("ua1", "2a"):
        assert page.validate_pdf(str(pdf), profile=profile).is_compliant


@pytest.mark.timeout(60)
@pytest.mark.usefixtures("two_screens")
def test_a_round_in_small_groups(me: Facilitator, qapp: QApplication) -> None:
    start(me, qapp)
    make_tables(me)
    work_at_tables(me)
    bring_back(me)
    score_per_table(me)
    read_the_minutes(me)
    assert focus().window() is me.shell
