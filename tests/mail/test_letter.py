"""The words of the mail: what stands in them by itself, and what comes in place of the marks."""

from dataclasses import replace
from datetime import date

import pytest

from tests.mail.test_minutes_mail import ENGLISH, INFO, WORKSHOP
from workshop_app.mail.letter import letter, standard
from workshop_app.model.values import MinutesStatus
from workshop_app.model.views import ActionView, OrganisationView, WorkshopInfo, WorkshopView

OWN = "lindevoort"


def action(
    text: str, owner: str = "", organisation: str = "", due: date | None = None, done: bool = False
) -> ActionView:
    return ActionView(text, "", "", text, owner, "", organisation, due, "", done)


WITH_ACTIONS = replace(
    WORKSHOP,
    organisations=(OrganisationView(OWN, "Lindevoort"), OrganisationView("polderdam", "Polderdam")),
    actions=(
        action("Bellen", "Eva de Boer", OWN, date(2026, 12, 12)),
        action("Schrijven\nmet zorg", "Polderdam", "polderdam"),
        action("Klaar", done=True),
    ),
)


def text(workshop: WorkshopView) -> str:
    return letter(workshop, "", ENGLISH)


def test_everybody_gets_all_actions_that_are_open() -> None:
    assert "Who does what:\n- A1 Bellen (Eva de Boer, by Sat 12 Dec 2026)\n- A2 Schrijven met zorg (Polderdam)\n\n" in (
        text(WITH_ACTIONS)
    )


def test_an_organisation_gets_its_own_actions_and_is_greeted() -> None:
    own = letter(WITH_ACTIONS, OWN, ENGLISH)
    assert own.startswith("Dear colleagues of Lindevoort,\n\n")
    assert "Your actions:\n- A1 Bellen (Eva de Boer, by Sat 12 Dec 2026)\n\nKind" in own
    assert "Schrijven" not in own


def test_where_there_is_nothing_to_do_no_gap_stays() -> None:
    assert "\n\n\n" not in letter(replace(WITH_ACTIONS, actions=WITH_ACTIONS.actions[1:]), OWN, ENGLISH)


def test_a_text_that_was_changed_follows_how_far_the_minutes_are() -> None:
    changed = standard(WITH_ACTIONS, ENGLISH).replace("Kind regards", "Groet")
    adopted = replace(INFO, mail_text=changed, minutes_status=MinutesStatus.FINAL, adopted_on=date(2026, 12, 11))
    assert "The minutes are final, adopted on Friday 11 December 2026." in text(replace(WITH_ACTIONS, info=adopted))


def test_the_marks_of_a_text_that_was_changed_are_filled_too() -> None:
    own_text = replace(WITH_ACTIONS, info=replace(INFO, mail_text="[greeting]\n\nZie de bijlage. {x}\n\n[actions]"))
    assert letter(own_text, "polderdam", ENGLISH) == (
        "Dear colleagues of Polderdam,\n\nZie de bijlage. {x}\n\nYour actions:\n- A2 Schrijven met zorg (Polderdam)"
    )


def test_by_itself_it_has_the_marks() -> None:
    by_itself = standard(WITH_ACTIONS, ENGLISH)
    assert by_itself.startswith("[greeting]\n\nAttached")
    assert "\n\n[actions]\n\nKind regards," in by_itself
    assert "[actions]" not in standard(replace(WORKSHOP, actions=()), ENGLISH)


def test_the_text_says_what_is_attached_its_status_and_what_is_in_it() -> None:
    assert text(WORKSHOP) == (
        "Dear all,\n\n"
        "Attached are the minutes of “Robuuste samenwerking BW/MO” on Friday 27 November 2026.\n"
        "This is a draft. Reactions are welcome before Friday 4 December 2026: answer this message.\n\n"
        "2 participants were there. In the minutes: 1 decision and 4 actions.\n\n"
        "Who does what:\n- A1 Cijfers delen\n- A2 Cijfers delen\n- A3 Cijfers delen\n- A4 Cijfers delen\n\n"
        "Kind regards,\nJoost Hermans"
    )


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        (replace(INFO, reactions_before=None), "This is a draft. Reactions are welcome: answer this message."),
        (replace(INFO, minutes_status=MinutesStatus.FINAL), "The minutes are final."),
        (
            replace(INFO, minutes_status=MinutesStatus.FINAL, adopted_on=date(2026, 12, 11)),
            "The minutes are final, adopted on Friday 11 December 2026.",
        ),
    ],
)
def test_the_status_is_said_in_one_line(info: WorkshopInfo, expected: str) -> None:
    assert expected in text(replace(WORKSHOP, info=info)).splitlines()


def test_nothing_is_said_about_what_is_not_there() -> None:
    bare = WorkshopView(info=replace(INFO, note_taker="", chair=""))
    assert text(bare).endswith("answer this message.\n\nKind regards,")


def test_a_title_with_braces_is_kept() -> None:
    assert "“{title} {x}”" in text(replace(WORKSHOP, info=replace(INFO, title="{title} {x}")))
