"""The mail that goes with the minutes, in words."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

from hypothesis import given, settings

from tests.mail.test_draft import ANY_TEXT, MAILBOXES, parsed
from tests.mail.test_draft import people as addressed
from workshop_app.i18n import Language
from workshop_app.mail.draft import Mailbox, build
from workshop_app.mail.minutes_mail import minutes_draft
from workshop_app.model.values import MinutesStatus, Presence, Rule, WorkshopState
from workshop_app.model.views import (
    ActionView,
    DecisionView,
    OrganisationView,
    ParticipantView,
    WorkshopInfo,
    WorkshopView,
)

ENGLISH = Language.load("en")
INFO = WorkshopInfo(
    id="w1",
    title="Robuuste samenwerking BW/MO",
    subtitle="",
    region="Regio Waterrijk",
    day=date(2026, 11, 27),
    start=time(13, 30),
    booked_minutes=150,
    slack_minutes=15,
    place="raadzaal",
    responsible="Gemeente Waterrijk",
    chair="Marieke van den Akker",
    note_taker="Joost Hermans",
    contact="",
    rule=Rule.NOT_ATTRIBUTED,
    keep_until=date(2027, 11, 27),
    state=WorkshopState.FINISHED,
    template_id="korte-dialoog",
    template_title="Korte dialoog",
    source="",
    summary="",
    minutes_status=MinutesStatus.CONCEPT,
    minutes_version=1,
    reactions_before=date(2026, 12, 4),
    adopted_on=None,
    evaluation="",
    primary_colour="",
    accent_colour="",
    started_at=None,
    ended_at=None,
)


def participant(name: str, email: str, presence: Presence = Presence.PRESENT) -> ParticipantView:
    return ParticipantView(name, name, "", email, "", presence, None, None, walk_in=False)


WORKSHOP = WorkshopView(
    info=INFO,
    participants=(
        participant("Eva de Boer", "eva@lindevoort.example"),
        participant("Bram Visser", ""),
        participant("Cor Smit", "cor@polderdam.example", Presence.EXCUSED),
    ),
    decisions=(DecisionView("d1", "", "Mandaten op orde", "", "", ""),),
    actions=tuple(ActionView(f"a{n}", "", "", "Cijfers delen", "", "", "", None, "", done=False) for n in range(4)),
)


def test_the_minutes_go_to_everyone_on_the_list_who_has_an_address() -> None:
    draft = minutes_draft(WORKSHOP, WORKSHOP.participants, [Path("verslag.pdf")], ENGLISH)
    assert draft.subject == "Draft minutes: Robuuste samenwerking BW/MO, Friday 27 November 2026"
    assert draft.bcc == (("Eva de Boer", "eva@lindevoort.example"), ("Cor Smit", "cor@polderdam.example"))
    assert (draft.to, draft.cc, draft.attachments) == ((), (), (Path("verslag.pdf"),))


def test_the_final_minutes_are_announced_as_such() -> None:
    final = replace(WORKSHOP, info=replace(INFO, minutes_status=MinutesStatus.FINAL))
    subject = minutes_draft(final, (), [Path("verslag.pdf")], ENGLISH).subject
    assert subject == "Minutes: Robuuste samenwerking BW/MO, Friday 27 November 2026"


def test_two_people_with_one_mailbox_get_one_mail() -> None:
    people = (participant("Eva", "griffie@lindevoort.example"), participant("Bo", " Griffie@lindevoort.example"))
    assert len(minutes_draft(WORKSHOP, people, [], ENGLISH).bcc) == 1


@settings(max_examples=100, deadline=None)
@given(title=ANY_TEXT, place=ANY_TEXT, name=ANY_TEXT, action=ANY_TEXT, people=MAILBOXES, letter=ANY_TEXT)
def test_no_title_or_name_adds_a_header_or_an_addressee(
    title: str, place: str, name: str, action: str, people: tuple[Mailbox, ...], letter: str
) -> None:
    hostile = replace(
        WORKSHOP,
        info=replace(INFO, title=title, place=place, note_taker=name, responsible=name, mail_text=letter),
        organisations=(OrganisationView("own", name),),
        actions=(replace(WORKSHOP.actions[0], text=action, owner=name, organisation_id="own"),),
    )
    readers = [participant(person, address) for person, address in people]
    for own in ("", "own"):
        built = build(minutes_draft(hostile, readers, [], ENGLISH, own))
        message = parsed(built)
        expected = ["X-Unsent", "Subject", *(["Bcc"] if people else []), "MIME-Version", "Content-Type"]
        assert message.keys() == expected
        found = [address for _, address in addressed(built, "Bcc")]
        assert found == list(dict.fromkeys(address for _, address in people))
        assert [part.get_content_type() for part in message.walk()] == [
            "multipart/alternative", "text/plain", "text/html",
        ]  # fmt: skip
