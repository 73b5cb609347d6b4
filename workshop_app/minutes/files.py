"""The minutes as files: which kinds there are, their names, and how they come to stand in their place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop_app.i18n import N_, Language
from workshop_app.minutes.action_list import actions_csv
from workshop_app.minutes.action_workbook import actions_xlsx
from workshop_app.minutes.answers import answers_json
from workshop_app.minutes.build import MinutesOptions, build_minutes
from workshop_app.minutes.calendar_file import calendar
from workshop_app.minutes.discretion import discreet
from workshop_app.minutes.document import shortened
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.progress import Progress
from workshop_app.minutes.sections.cover import for_whom
from workshop_app.model.views import WorkshopView
from workshop_app.paths import resources
from workshop_app.rounds.loading import GLOSSARY, load_glossary
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


def _minutes_docx(view: WorkshopView, options: MinutesOptions, language: Language, progress: Progress | None) -> bytes:
    from workshop_app.minutes.docx.render import render_docx

    glossary = load_glossary(resources() / "templates" / GLOSSARY)
    return render_docx(build_minutes(view, options, language, glossary), resources() / "fonts", progress)


def _actions_csv(view: WorkshopView, options: MinutesOptions, language: Language, _: Progress | None) -> bytes:
    return actions_csv(discreet(view, options.edition, language), options.edition, language)


def _actions_xlsx(view: WorkshopView, options: MinutesOptions, language: Language, _: Progress | None) -> bytes:
    return actions_xlsx(discreet(view, options.edition, language), options, language)


def _calendar(view: WorkshopView, options: MinutesOptions, language: Language, _: Progress | None) -> bytes:
    return calendar(discreet(view, options.edition, language), options, language)


def _answers_json(view: WorkshopView, options: MinutesOptions, language: Language, _: Progress | None) -> bytes:
    return answers_json(discreet(view, options.edition, language), public=options.edition.public).encode()


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file beside the PDF. `key` names it, `label` (a message id) says it to people and stands in the name of
    the file, `plain_name` is its name where nothing else is in the folder. `write` makes its bytes of a whole workshop,
    with no more in them than the readers of the edition may know; what takes long tells how far it is."""

    key: str
    label: str
    plain_name: str
    write: Callable[[WorkshopView, MinutesOptions, Language, Progress | None], bytes]

    @property
    def suffix(self) -> str:
        """How its name ends: ".csv"."""
        return Path(self.plain_name).suffix


_END_BYTES = 90
"""Of what a name says behind the title: the day and some of the title always fit before it."""
OTHER_FILES = (
    FileKind("minutes-docx", N_("minutes to edit"), "verslag.docx", _minutes_docx),
    FileKind("actions-csv", N_("action list"), "acties.csv", _actions_csv),
    FileKind("actions-xlsx", N_("action list"), "acties.xlsx", _actions_xlsx),
    FileKind("calendar-ics", N_("deadlines for a calendar"), "acties.ics", _calendar),
    FileKind("answers-json", N_("answers"), "antwoorden.json", _answers_json),
)
"""The kinds of files beside the PDF, in the order in which they are offered."""


def write_other(
    view: WorkshopView,
    kind: FileKind,
    folder: Path,
    options: MinutesOptions,
    language: Language,
    progress: Progress | None = None,
) -> Path:
    """Write a file of this kind, and return where it is: beside its name when that is open in another program.

    Raises OSError when the folder cannot be written, and what `progress` raises; then nothing is written.
    """
    return deliver(folder / other_name(view, kind, options, language), kind.write(view, options, language, progress))


def other_name(view: WorkshopView, kind: FileKind, options: MinutesOptions, language: Language) -> str:
    """The name of a file beside the PDF: day, title, what it is, and which version."""
    return _name(view, language.gettext(kind.label), kind.suffix, options, language)


def minutes_name(view: WorkshopView, options: MinutesOptions, language: Language) -> str:
    """The name of the file: day, title, and which version it is. The published one has no names of people in it."""
    _ = language.gettext
    return _name(view, _("minutes") if options.final else _("draft minutes"), ".pdf", options, language)


def _name(view: WorkshopView, what: str, suffix: str, options: MinutesOptions, language: Language) -> str:
    """The end, which says what it is, stays whole: else one version would be written over another."""
    edition = options.edition
    known = discreet(view, edition, language)
    end = _end(known, what, edition, language)
    if edition.organisation_id:
        others = [Edition(Audience.ORGANISATION, each.id) for each in known.organisations]
        alike = [each for each in others if _end(known, what, each, language).casefold() == end.casefold()]
        # Long names may begin the same; some systems do not tell capitals apart.
        end += f" {alike.index(edition) + 1}" if len(alike) > 1 else ""
    day_and_title = f"{known.info.day} {known.info.title}"[: 80 - len(end) - 3]
    return safe_file_name(day_and_title, f" - {safe_file_name(end, suffix)}")


def _end(known: WorkshopView, what: str, edition: Edition, language: Language) -> str:
    of_whom = for_whom(known, edition, language)
    end = shortened(f"{what}, {of_whom}", 50) if of_whom else what
    return end.encode()[:_END_BYTES].decode(errors="ignore")
