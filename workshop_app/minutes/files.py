"""The minutes as files: which kinds there are, their names, and how they come to stand in their place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop_app.i18n import N_, Language
from workshop_app.minutes.action_list import actions_csv
from workshop_app.minutes.answers import answers_json
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


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file beside the PDF. `key` names it, `label` (a message id) says it to people and stands in the name of
    the file, `write` makes its bytes of a workshop as its readers may know it."""

    key: str
    label: str
    suffix: str
    write: Callable[[WorkshopView, Language], bytes]


OTHER_FILES = (
    FileKind("actions-csv", N_("action list"), ".csv", actions_csv),
    FileKind("answers-json", N_("answers"), ".json", lambda view, _language: answers_json(view).encode()),
)
"""The kinds of files beside the PDF, in the order in which they are offered."""


def write_other(view: WorkshopView, kind: FileKind, folder: Path, options: MinutesOptions, language: Language) -> Path:
    """Write a file of this kind, and return where it is: beside its name when that is open in another program.

    Raises OSError when the folder cannot be written.
    """
    known = discreet(view, options.edition, language)
    return deliver(folder / other_name(view, kind, options, language), kind.write(known, language))


def other_name(view: WorkshopView, kind: FileKind, options: MinutesOptions, language: Language) -> str:
    """The name of a file beside the PDF: day, title, what it is, and which version."""
    return _name(view, language.gettext(kind.label), kind.suffix, options, language)


def minutes_name(view: WorkshopView, options: MinutesOptions, language: Language) -> str:
    """The name of the file: day, title, and which version it is. The published one has no names of people in it."""
    _ = language.gettext
    return _name(view, _("minutes") if options.final else _("draft minutes"), ".pdf", options, language)


def _name(view: WorkshopView, what: str, suffix: str, options: MinutesOptions, language: Language) -> str:
    known = discreet(view, options.edition, language)
    info = known.info
    if of_whom := for_whom(known, options.edition, language):
        what = shortened(f"{what}, {of_whom}", 50)
    day_and_title = f"{info.day} {info.title}"[: 80 - len(what) - 3]
    return safe_file_name(f"{day_and_title} - {what}", suffix)
