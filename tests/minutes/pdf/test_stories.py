"""Any story passes both standards, and is read word for word in the order in which it was told."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.minutes.pdf.conftest import as_read, as_told
from tests.minutes.pdf.sample import sample
from tests.minutes.pdf.stories import Stories
from workshop_app.minutes.document import Document

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
