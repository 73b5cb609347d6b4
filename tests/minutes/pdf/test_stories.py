"""Any story passes both standards, and is read word for word in the order in which it was told."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.minutes.pdf.conftest import as_read, as_told
from tests.minutes.pdf.sample import sample
from tests.minutes.pdf.stories import Stories
from tests.minutes.reading_back import built
from tests.minutes.workshops import filled
from workshop_app.i18n import Language
from workshop_app.minutes.document import Document
from workshop_app.minutes.edition import Audience, Edition

Printed = Callable[[Document], Path]


@pytest.mark.parametrize("seed", range(20))
def test_a_random_story_is_read_as_it_was_told(seed: int, printed: Printed) -> None:
    document = Stories(seed).document()
    assert as_read(printed(document)) == as_told(document)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(20, 120))
def test_more_random_stories_are_read_as_they_were_told(seed: int, printed: Printed) -> None:
    document = Stories(seed).document()
    assert as_read(printed(document)) == as_told(document)


def test_the_sample_is_read_as_it_was_told(printed: Printed) -> None:
    # Poppler does not know ActualText: it gives the Arabic name as it is drawn, joined and from left to right.
    drawn = unicodedata.normalize("NFKC", as_read(printed(sample())))
    assert drawn.replace("محمدعلي"[::-1], "محمدعلي") == unicodedata.normalize("NFKC", as_told(sample()))


@pytest.mark.parametrize("audience", Audience)
def test_every_version_is_read_as_it_is_told(audience: Audience, printed: Printed) -> None:
    edition = Edition(audience, "lindevoort" if audience is Audience.ORGANISATION else "")
    document = built(filled(), edition=edition, language=Language.load())
    assert as_read(printed(document)) == as_told(document)
