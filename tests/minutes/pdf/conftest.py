"""What the tests of the PDF share: printing, checking, and reading back as a screen reader would."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import page
import pytest

from workshop_app.minutes.document import Document, Section
from workshop_app.minutes.matrix import Matrix
from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.render import render_pdf
from workshop_app.minutes.reading import read
from workshop_app.paths import resources

FONTS_DIR = resources() / "fonts"
_QUOTED = re.compile(r'^\s*"(.*)"$')
_VOTES = re.compile(r"\((\d+)(?:stem(?:men)?|stip(?:pen)?)\)")


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts(FONTS_DIR)


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Document], Path]:
    """Prints minutes to a file that keeps both standards."""

    def write(document: Document) -> Path:
        path = tmp_path / "verslag.pdf"
        path.write_bytes(render_pdf(document, FONTS_DIR))
        assert faults(path) == []
        return path

    return write


def faults(path: Path) -> list[str]:
    """What keeps the file from being PDF/UA-1 and PDF/A-2a."""
    results = (page.validate_pdf(str(path), profile=profile) for profile in ("ua1", "2a"))
    return [f"{failure.rule_id}: {failure.message}" for result in results for failure in result.failures]


def structure_lines(path: Path) -> Iterator[str]:
    """The structure tree with its text, by poppler; the test is skipped where that is not installed."""
    if shutil.which("pdfinfo") is None:
        pytest.skip("poppler is not installed")
    found = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True)
    assert found.stderr == b""
    yield from found.stdout.decode(errors="replace").splitlines()


def as_read(path: Path) -> str:
    """All text in the order of the structure tree, without white space, without the lines of the contents and without
    what stands in a picture: its alternative is read instead."""
    out, skipped_at = [], None
    for line in structure_lines(path):
        depth = len(line) - len(line.lstrip())
        if skipped_at is not None and depth <= skipped_at:
            skipped_at = None
        if line.strip() == "TOC" or line.strip().startswith("Figure"):
            skipped_at = depth
        text = _QUOTED.match(line)
        if text and skipped_at is None:
            out.append(text.group(1))
    return squeezed("".join(out))


def as_told(document: Document) -> str:
    """All text in the order of the story, as `as_read` gives it: votes as dots, nothing of what stands in a picture."""
    told = squeezed("".join(read(replace(document, sections=tuple(map(_without_pictures, document.sections))))))
    return _VOTES.sub(lambda votes: "●" * int(votes.group(1)) or "0", told)


def _without_pictures(section: Section) -> Section:
    blocks = (
        _without_pictures(block)
        if isinstance(block, Section)
        else replace(block, across=("", ""), up=("", ""), quadrants=())
        if isinstance(block, Matrix)
        else block
        for block in section.blocks
    )
    return replace(section, blocks=tuple(blocks))


def squeezed(text: str) -> str:
    return "".join(text.split())
