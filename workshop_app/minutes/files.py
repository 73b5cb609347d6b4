"""The minutes as a file: its name, and how it comes to stand in its place."""

from collections.abc import Sequence
from pathlib import Path

from workshop_app.i18n import Language
from workshop_app.minutes.build import MinutesOptions, build_minutes
from workshop_app.minutes.discretion import discreet
from workshop_app.minutes.document import shortened
from workshop_app.minutes.progress import Progress
from workshop_app.minutes.sections.cover import for_whom
from workshop_app.model.views import WorkshopView
from workshop_app.rounds.template import GlossaryTerm
from workshop_app.storage.atomic import deliver
from workshop_app.storage.names import safe_file_name


def write_minutes(
    view: WorkshopView,
    out: Path,
    options: MinutesOptions,
    language: Language,
    fonts: Path,
    glossary: Sequence[GlossaryTerm],
    progress: Progress | None = None,
) -> Path:
    """Write the minutes as PDF, and return where they are: beside `out` when that is open in another program.

    Raises OSError when the folder cannot be written, or the fonts cannot be read, and what `progress` raises; then
    nothing is written.
    """
    from workshop_app.minutes.pdf.render import render_pdf

    return deliver(out, render_pdf(build_minutes(view, options, language, glossary), fonts, progress))


def minutes_name(view: WorkshopView, options: MinutesOptions, language: Language) -> str:
    """The name of the file: day, title, and which version it is. The published one has no names of people in it."""
    _ = language.gettext
    known = discreet(view, options.edition, language)
    info = known.info
    version = _("minutes") if options.final else _("draft minutes")
    if of_whom := for_whom(known, options.edition, language):
        version = shortened(f"{version}, {of_whom}", 50)
    day_and_title = f"{info.day} {info.title}"[: 80 - len(version) - 3]
    return safe_file_name(f"{day_and_title} - {version}", ".pdf")
