"""The picture of a matrix in the PDF, with hostile words and many points."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.minutes.pdf.conftest import faults, structure_lines
from tests.minutes.reading_back import built
from tests.minutes.test_build import a_matrix
from tests.minutes.workshops import workshop
from workshop_app.minutes.document import Document
from workshop_app.model.values import ACROSS_OPTION, UP_OPTION, organisation_voice
from workshop_app.model.views import OrganisationView, ResponseView, RoundView

HOSTILE = ("<b>vet</b> & {x}", "A" * 200, "\U0001f337 Tulp", "\u0645\u0631\u062d\u0628\u0627", "half\u202e om")


def crowded(count: int, names: tuple[str, ...]) -> tuple[RoundView, tuple[OrganisationView, ...]]:
    organisations = tuple(OrganisationView(str(n), names[n % len(names)]) for n in range(count))
    given = tuple(
        ResponseView("", organisation_voice(each.id), option, 1 + n * step % 9)
        for n, each in enumerate(organisations)
        for option, step in ((ACROSS_OPTION, 7), (UP_OPTION, 5))
    )
    known = a_matrix()
    return replace(known, prompts=(replace(known.prompts[0], responses=given), *known.prompts[1:])), organisations


@pytest.mark.parametrize("count", [1, 10, 40])
@pytest.mark.parametrize("names", [HOSTILE, ("Lindevoort", "Heidebeek", "Merenwijk")], ids=["hostile", "plain"])
def test_it_is_printed_soundly_with_its_table(
    count: int, names: tuple[str, ...], printed: Callable[[Document], Path]
) -> None:
    known, organisations = crowded(count, names)
    path = printed(built(workshop(known, organisations=organisations)))
    assert faults(path) == []
    figures = [line for line in structure_lines(path) if "Figure" in line]
    assert len(figures) == 1
    pages = PdfReader(path).pages
    assert str(count) in "".join(page.extract_text() for page in pages)
