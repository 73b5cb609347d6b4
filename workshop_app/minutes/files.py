"""The minutes as a file: its name, and how it comes to stand in its place."""

from collections.abc import Sequence
from pathlib import Path

from workshop_app.i18n import Language
from workshop_app.minutes.build import MinutesOptions, build_minutes
from workshop_app.minutes.discretion import discreet
from workshop_app.model.views import WorkshopView
from workshop_app.rounds.template import GlossaryTerm
from workshop_app.storage.atomic import write_atomic
from workshop_app.storage.names import safe_file_name

_MOST_COPIES = 20


def write_minutes(
    view: WorkshopView,
    out: Path,
    options: MinutesOptions,
    language: Language,
    fonts: Path,
    glossary: Sequence[GlossaryTerm],
) -> Path:
    """Write the minutes as PDF, and return where they are: beside `out` when that is open in another program.

    Raises OSError when the folder cannot be written, or the fonts cannot be read.
    """
    from workshop_app.minutes.pdf.render import render_pdf

    return write_beside(out, render_pdf(build_minutes(view, options, language, glossary), fonts))


def minutes_name(view: WorkshopView, options: MinutesOptions, language: Language) -> str:
    """The name of the file: day, title, and which version it is. The published one has no names of people in it."""
    _ = language.gettext
    info = discreet(view, options.publish, language).info
    version = _("minutes") if options.final else _("draft minutes")
    if options.publish:
        version = _("{version} for publication").format(version=version)
    day_and_title = f"{info.day} {info.title}"[: 80 - len(version) - 3]
    return safe_file_name(f"{day_and_title} - {version}", ".pdf")


def write_beside(path: Path, data: bytes) -> Path:
    """Write a file in one piece, under the next free number when another program holds this one, and return its path.

    Raises OSError when the folder cannot be written.
    """
    names = (path.name, *(f"{path.stem} ({number}){path.suffix}" for number in range(2, _MOST_COPIES + 1)))
    for name in names:
        try:
            return write_atomic(path.with_name(name), data)
        except PermissionError as error:
            held = error
    raise held
