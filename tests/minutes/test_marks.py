"""The files beside the PDF, searched to the last byte for what a version hides: every name, note and id is a mark."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.minutes.test_other_files import OPTIONS
from tests.minutes.workshops import NAMES, ORGANISATIONS, filled, person, prompt, said
from workshop_app.i18n import Language
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.files import OTHER_FILES, FileKind, write_other
from workshop_app.model.values import Level, Origin, QuoteMode, Rule
from workshop_app.model.views import ActionView, Draft, OrganisationView, RoundView, WorkshopView

DUTCH = Language.load()
OWN = ORGANISATIONS[2].id
EDITIONS = (*map(Edition, (Audience.PARTICIPANTS, Audience.PUBLICATION, Audience.CHATHAM)),
            Edition(Audience.ORGANISATION, OWN))  # fmt: skip
NEVER = ("idperson", "idsaid", "iditem", "idaction", "mailmark", "notemark", "hiddenmark", "draftmark", "@voorbeeld")
"""Ids, addresses, notes of the facilitator, and what was kept out of the minutes."""
PERSONS = ("voormark", "achtermark", "rolemark")


def session(rule: Rule) -> WorkshopView:
    """Everything is done in it; enough people of each organisation are there for it to have its own voice."""
    view = filled(rule=rule, chair="Voormark98 Achtermark98", note_taker="Voormark99 Achtermark99", contact="")
    people = (
        replace(
            person(n % len(NAMES)), id=f"idperson{n}", name=f"Voormark{n} Achtermark{n}", role=f"rolemark{n}",
            email=f"mailmark{n}@voorbeeld.example", organisation_id=ORGANISATIONS[n % len(ORGANISATIONS)].id,
        )
        for n in range(4 * len(ORGANISATIONS))
    )  # fmt: skip
    owners = (("Voormark3 Achtermark3", "idperson3"), ("", "idperson4"), ("Voormark5, Orgmark5", ""))
    return replace(
        view,
        organisations=tuple(OrganisationView(o.id, f"Orgmark{n}") for n, o in enumerate(ORGANISATIONS)),
        participants=tuple(people),
        rounds=tuple(_rounds(view)),
        actions=tuple(
            ActionView(f"idaction{n}", "", "", f"Bel Voormark{n}", *owner, "", OPTIONS.created.date(), "", done=False)
            for n, owner in enumerate(owners)
        ),
        drafts=(Draft(view.rounds[0].id, "", "", "draftmark"),),
    )


def _rounds(view: WorkshopView) -> Iterator[RoundView]:
    for known in view.rounds:
        hidden = said(f"idsaid.{known.key}", "hiddenmark", "answer", in_minutes=False)
        kept = prompt(
            f"iditem.{known.key}", "hiddenmark", origin=Origin.ROOM, mode=QuoteMode.VERBATIM, in_minutes=False
        )
        told = (
            replace(c, id=f"idsaid.{c.id}", organisation_id=ORGANISATIONS[n % 8].id, participant_id=f"idperson{n % 8}")
            for n, c in enumerate(known.contributions)
        )
        named = known if known.level is Level.ANONYMOUS else replace(known, level=Level.NAME)
        yield replace(named, notes="notemark", prompts=(*known.prompts, kept), contributions=(*told, hidden))


def everything(path: Path) -> str:
    """The name of the file and all that is in it, in small letters."""
    data = path.read_bytes()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [name.encode() + packed.read(name) for name in packed.namelist() if not name.endswith(".png")]
            data = b"\n".join([*parts, packed.comment])
    return (path.name + data.decode("utf-8-sig", "ignore").replace("\r\n ", "")).casefold()


def hidden(edition: Edition, rule: Rule) -> tuple[str, ...]:
    """The marks that a version may not have."""
    if not edition.public:
        return NEVER
    passed_on = edition.audience is Audience.CHATHAM or rule is Rule.CHATHAM_HOUSE
    return (*NEVER, *PERSONS, "orgmark") if passed_on else (*NEVER, *PERSONS)


@pytest.mark.parametrize("kind", OTHER_FILES, ids=lambda kind: kind.key)
@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.audience)
@pytest.mark.parametrize("rule", list(Rule))
def test_no_byte_tells_what_the_version_hides(kind: FileKind, edition: Edition, rule: Rule, tmp_path: Path) -> None:
    options = replace(OPTIONS, edition=edition)
    found = everything(write_other(session(rule), kind, tmp_path, options, DUTCH))
    assert not [(mark, found[at - 90 : at + 60]) for mark in hidden(edition, rule) if (at := found.find(mark)) >= 0]


@pytest.mark.parametrize("kind", OTHER_FILES, ids=lambda kind: kind.key)
def test_the_marks_are_there_where_they_may_be(kind: FileKind, tmp_path: Path) -> None:
    found = everything(write_other(session(Rule.BY_NAME), kind, tmp_path, OPTIONS, DUTCH))
    assert "voormark3" in found


@pytest.mark.parametrize("rule", list(Rule))
def test_who_said_what_stands_only_where_that_was_agreed(rule: Rule, tmp_path: Path) -> None:
    json_kind = next(kind for kind in OTHER_FILES if kind.key == "answers-json")
    found = everything(write_other(session(rule), json_kind, tmp_path, OPTIONS, DUTCH))
    assert ('"person": "voormark' in found) == (rule is Rule.BY_NAME)
