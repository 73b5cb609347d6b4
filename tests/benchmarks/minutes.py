"""The minutes of forty people, eight rounds and three hundred answers: tagged, beside the same pages untagged."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from math import nan
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.row import Row
from tests.minutes.every_session import crowded
from tests.minutes.workshops import NAMES, filled, person
from workshop_app.i18n import Language
from workshop_app.minutes.build import MinutesOptions, build_minutes
from workshop_app.minutes.document import Document
from workshop_app.minutes.pdf import canvas, render
from workshop_app.model.views import WorkshopView
from workshop_app.paths import resources

_OPTIONS = MinutesOptions(datetime(2026, 11, 28, tzinfo=UTC))
_TIMES = 11
_ROUNDS, _PEOPLE, _ANSWERS = 8, 40, 300


class Untagged(canvas.TaggedCanvas):
    """The same drawing without structure, marked content or metadata."""

    @contextmanager
    def tagged(self, node: object) -> Iterator[None]:
        """Draw without an element."""
        with self.declared():
            yield

    @contextmanager
    def artifact(self, subtype: str) -> Iterator[None]:
        """Draw without saying that it is furniture."""
        with self.declared():
            yield

    def drawText(self, aTextObject: Any) -> None:  # noqa: N802, N803 - ReportLab's names
        """Write text as it is."""
        Canvas.drawText(self, aTextObject)

    def _addAnnotation(self, annotation: Any, name: Any = None, addtopage: int = 1) -> None:  # noqa: N802
        Canvas._addAnnotation(self, annotation, name, addtopage)

    def showPage(self) -> None:  # noqa: N802
        """End a page."""
        Canvas.showPage(self)
        self.structure.finish_page(self._doc.Pages.pages[-1])

    def save(self) -> None:
        """Write the file."""
        if self._code:
            self.showPage()
        for page, _ in self.structure.pages:
            page.stream = canvas._LATE.sub(self._drawn_late, page.stream)
        self._doc.SaveToFile(self._filename, self)


def measure() -> list[Row]:
    """The ratio, and the time in process."""
    document = build_minutes(_workshop(), _OPTIONS, Language.load(), ())
    tagged, plain = [], []
    _seconds(document)
    # What other measurements left in this process is not to be looked through for garbage.
    gc.collect()
    gc.freeze()
    for _ in range(_TIMES):
        tagged.append(_seconds(document))
        with patch.object(render, "TaggedCanvas", Untagged):
            plain.append(_seconds(document))
    seconds, silence = _crowded()
    return [
        Row("minutes, tagged, to the same pages untagged", median(tagged) / median(plain), 1.4, "×"),
        Row("minutes: 40 people, 8 rounds, 300 answers, in process", median(tagged), 0.3, "s"),
        Row("minutes of 5,000 answers", seconds, 6.0, "s"),
        Row("the longest time without a sign while they are made", silence, 0.5, "s"),
        Row("the most memory that takes", _memory(), 250.0, "MB"),
    ]


def _crowded() -> tuple[float, float]:
    """The seconds that 5,000 answers take, and the longest that nothing was told in between."""
    told: list[float] = []
    start = perf_counter()
    document = build_minutes(crowded(5_000), _OPTIONS, Language.load(), ())
    told.append(perf_counter())
    render.render_pdf(document, resources() / "fonts", lambda _done, _total: told.append(perf_counter()))
    told.append(perf_counter())
    return told[-1] - start, max(after - before for before, after in pairwise(told))


def _memory() -> float:
    """The most megabytes that a process of its own held for 5,000 answers; nan where that cannot be asked."""
    code = "from tests.benchmarks import minutes, peak; minutes._crowded(); print(peak.peak_megabytes())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return float(done.stdout) if done.returncode == 0 else nan


def _seconds(document: Document) -> float:
    start = perf_counter()
    render.render_pdf(document, resources() / "fonts")
    return perf_counter() - start


def _workshop() -> WorkshopView:
    view = filled()
    rounds = [known for known in view.rounds if known.kind != "pause"][:_ROUNDS]
    each = _ANSWERS // _ROUNDS
    answered = [
        replace(
            known,
            contributions=tuple(
                replace(known.contributions[n % len(known.contributions)], id=f"{known.id}.{n}") for n in range(each)
            ),
        )
        if known.contributions
        else known
        for known in rounds
    ]
    people = [replace(person(n % len(NAMES)), id=f"p{n}", name=f"{NAMES[n % len(NAMES)]} {n}") for n in range(_PEOPLE)]
    return replace(view, rounds=tuple(answered), participants=tuple(people))
