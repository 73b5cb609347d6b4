"""No page ends with a heading, begins with a lonely line, or is half empty, whatever the session was like."""

from dataclasses import replace

import pytest

from tests.minutes.generated import generated
from tests.minutes.pdf.conftest import FONTS_DIR
from tests.minutes.pdf.laid_out import complaints, pages
from tests.minutes.pdf.sample import sample
from tests.minutes.reading_back import built
from tests.minutes.workshops import filled, templates
from workshop_app.i18n import Language
from workshop_app.minutes.charts import BarChart, BarRow
from workshop_app.minutes.document import Block, Bullets, Column, Item, Prose, Section, Table
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.pdf.render import render_pdf
from workshop_app.model.views import WorkshopView

DUTCH = Language.load()


def laid_out(view: WorkshopView, audience: Audience) -> bytes:
    organisation = view.organisations[0].id if audience is Audience.ORGANISATION else ""
    return render_pdf(built(view, edition=Edition(audience, organisation), language=DUTCH), FONTS_DIR)


@pytest.mark.parametrize("audience", Audience)
def test_the_pages_of_every_version_are_balanced(audience: Audience) -> None:
    assert complaints(laid_out(filled(), audience)) == []


@pytest.mark.parametrize("seed", [1, 3, 4, 10, 11])
def test_the_pages_of_any_session_are_balanced(seed: int) -> None:
    assert complaints(laid_out(generated(seed), list(Audience)[seed % 4])) == []


@pytest.mark.slow
@pytest.mark.parametrize("template_id", sorted(templates()))
@pytest.mark.parametrize("audience", Audience)
def test_the_pages_of_every_template_are_balanced(template_id: str, audience: Audience) -> None:
    assert complaints(laid_out(filled(template_id), audience)) == []


def story(*blocks: Block) -> bytes:
    end = Section("Slot", (LONG,) * 5, new_page=True)
    return render_pdf(replace(sample(), sections=(Section("Eerst", blocks), end)), FONTS_DIR)


LINE, LONG = Prose("Een regel."), Prose("Een alinea van een paar regels, waar nog iets achteraan komt. " * 4)
ENDINGS: dict[str, tuple[Block, ...]] = {
    "list": (Bullets(tuple(Item(f"Besluit {n}", f"B{n}", ("Draagvlak: alle gemeenten",)) for n in range(1, 5))),),
    "note": (LONG, Prose("Los.", "note")),
    "table": (Table((Column("Nr"), Column("Wat")), tuple((str(n), "iets") for n in range(12))),),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_ends_a_section_does_not_go_over_alone(ending: str) -> None:
    found = {complaint for count in range(14, 32) for complaint in complaints(story(*[LINE] * count, *ENDINGS[ending]))}
    assert not found


def test_a_row_higher_than_a_page_goes_on_without_empty_pages() -> None:
    rows = [BarRow("Een uitspraak waar geen einde aan komt. " * 100, (3, 10)), BarRow("Kort", (4, 4))] * 2
    made = story(BarChart("Uitspraak", "Antwoorden", ("ja", "nee"), tuple(rows)))
    assert complaints(made) == []
    assert len(pages(made)) < 8
