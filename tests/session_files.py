"""Prepared session files for tests, as they stand in a folder."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

from tests.workshops import DAY, PEOPLE, one_round, template
from workshop_app.facilitation.opening import new_session
from workshop_app.facilitation.preparing import Head
from workshop_app.i18n import Language
from workshop_app.paths import resources
from workshop_app.rounds.loading import load_templates
from workshop_app.rounds.template import Template


def small_template() -> Template:
    """Check-in, quotes, a break and outcomes, 60 minutes in all; principles are optional."""
    made = template(
        one_round("checkin", "Wie zijn er?", title="Welkom"),
        one_round(
            "resistance", "De regio is ver weg.", "Wij hebben de mensen niet.", minutes=25, title="Verzuchtingen"
        ),
        one_round("pause", minutes=5, title="Pauze"),
        one_round("outcomes", minutes=20, title="Besluiten"),
        replace(one_round("principles", "Samen beginnen", minutes=15, title="Principes"), optional=True),
    )
    return replace(made, id="klein", title="Klein draaiboek", summary="Kort en goed", source="Eigen werk", minutes=60)


def a_head(title: str = "Samen verder", day: date = DAY, keep_until: date = date(2027, 11, 27)) -> Head:
    """The head of a session in Rijnkust."""
    return Head(title, day, keep_until, start=time(13, 30), booked_minutes=60, place="raadzaal", region="Rijnkust")


def make_session(folder: Path, head: Head | None = None) -> Path:
    """A prepared session with four people from three municipalities."""
    return new_session(small_template(), head or a_head(), folder, Language.load("en"), PEOPLE)


def make_dialogue(folder: Path, title: str = "Samen verder") -> Path:
    """A prepared session of the short dialogue that comes with the program, with the same people."""
    templates, _ = load_templates(resources() / "templates")
    template = next(each for each in templates if each.id == "korte-dialoog")
    return new_session(template, a_head(title), folder, Language.load(), PEOPLE)
