"""The minutes as a file: in its place, or beside it when another program holds it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import page
import pytest
from pypdf import PdfReader

from tests.minutes.generated import generated
from tests.minutes.reading_back import PARTICIPANTS, PUBLICATION
from tests.minutes.workshops import filled, templates
from workshop_app.i18n import Language
from workshop_app.minutes.build import MinutesOptions
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.files import minutes_name, write_minutes
from workshop_app.model.values import Rule
from workshop_app.model.views import OrganisationView, WorkshopView
from workshop_app.paths import resources
from workshop_app.rounds.loading import load_glossary

DUTCH = Language.load()
OPTIONS = MinutesOptions(datetime(2026, 11, 12, 16, 30, tzinfo=UTC))
PUBLISHED = MinutesOptions(OPTIONS.created, final=True, edition=PUBLICATION)


def written(view: WorkshopView, out: Path, options: MinutesOptions = OPTIONS) -> Path:
    glossary = load_glossary(resources() / "templates" / "glossary.toml")
    return write_minutes(view, out, options, DUTCH, resources() / "fonts", glossary)


def assert_accessible(pdf: Path) -> None:
    for profile in ("ua1", "2a"):
        result = page.validate_pdf(str(pdf), profile=profile)
        assert result.is_compliant, [(failure.rule_id, failure.message) for failure in result.failures]


def test_the_file_holds_the_minutes_and_keeps_the_standards(tmp_path: Path) -> None:
    pdf = written(filled(), tmp_path / "verslag.pdf")
    assert pdf == tmp_path / "verslag.pdf"
    assert_accessible(pdf)
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages)
    for expected in (
        "Robuuste samenwerking BW/MO", "Mandaten vóór 1 april op orde", "Concept van de mandaatregeling rondsturen",
        "Wij weten niet wie er namens de regio mag tekenen.", "Noor Bakker", "beschermd wonen",
    ):  # fmt: skip
        assert expected in text


def test_the_published_file_names_nobody(tmp_path: Path) -> None:
    view = filled("korte-dialoog", rule=Rule.BY_NAME, title="Gesprek met Noor Bakker")
    name = minutes_name(view, PUBLISHED, DUTCH)
    reader = PdfReader(written(view, tmp_path / name, PUBLISHED))
    everything = name + str(dict(reader.metadata or {})) + "".join(page.extract_text() for page in reader.pages)
    assert not [person.name for person in view.participants if person.name.split()[0] in everything.split()]


@pytest.mark.slow
@pytest.mark.parametrize("template_id", sorted(templates()))
@pytest.mark.parametrize("options", [OPTIONS, PUBLISHED], ids=["concept", "published"])
def test_the_minutes_of_every_template_keep_the_standards(
    template_id: str, options: MinutesOptions, tmp_path: Path
) -> None:
    assert_accessible(written(filled(template_id), tmp_path / "verslag.pdf", options))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_the_minutes_of_any_workshop_keep_the_standards(seed: int, tmp_path: Path) -> None:
    options = replace(OPTIONS, final=seed % 2 == 0, edition=PUBLICATION if seed % 3 == 0 else PARTICIPANTS)
    assert_accessible(written(generated(seed), tmp_path / "verslag.pdf", options))


def test_the_same_workshop_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (written(filled("korte-dialoog"), tmp_path / name) for name in ("a.pdf", "b.pdf"))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("options", "ending"),
    [
        (OPTIONS, "draft minutes"),
        (MinutesOptions(OPTIONS.created, final=True), "minutes"),
        (PUBLISHED, "minutes, version for publication"),
    ],
)
def test_the_name_says_which_day_what_and_which_version(options: MinutesOptions, ending: str) -> None:
    english = Language.load("en")
    assert minutes_name(filled("korte-dialoog"), options, english) == f"2026-11-12 Korte dialoog - {ending}.pdf"
    long = minutes_name(filled(title="Een heel lange naam " * 20), options, english)
    assert long.endswith(f" - {ending}.pdf")


@pytest.mark.parametrize("title", ["🏙️" * 60, "اجتماع " * 20, "<>" * 90, "Samen"])
def test_no_version_has_the_name_of_another(title: str) -> None:
    view = filled("korte-dialoog", title=title)
    names = ["W" * 200, "w" * 200, "🏙️" * 40, "🏙️" * 41]
    names += [f"Gemeenschappelijke regeling Beschermd Wonen en Opvang {side}" for side in ("Noord", "Zuid")]
    names += ["Heidebeek"] * 2
    organisations = tuple(OrganisationView(str(n), name) for n, name in enumerate(names))
    view = replace(view, organisations=organisations)
    editions = [PARTICIPANTS, PUBLICATION, Edition(Audience.CHATHAM)]
    editions += [Edition(Audience.ORGANISATION, each.id) for each in organisations]
    made = [minutes_name(view, replace(OPTIONS, edition=edition), DUTCH) for edition in editions]
    assert len({name.casefold() for name in made}) == len(editions)
    assert all(len(name.encode()) <= 143 and name.endswith(".pdf") and name.startswith("2026-11-12") for name in made)
