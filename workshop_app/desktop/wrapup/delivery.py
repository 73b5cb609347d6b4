"""Handing the minutes over, as a file and as a draft in the mail program. It takes too long for the windows to wait."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workshop_app.i18n import Language
from workshop_app.mail.draft import Draft, Mailbox, build
from workshop_app.mail.handover import Handover
from workshop_app.mail.minutes_mail import minutes_draft
from workshop_app.minutes.build import MinutesOptions
from workshop_app.minutes.files import minutes_name, write_minutes
from workshop_app.model.attendance import attended
from workshop_app.model.text import is_email_address
from workshop_app.model.values import Presence
from workshop_app.model.views import WorkshopView
from workshop_app.paths import resources
from workshop_app.rounds.loading import load_glossary
from workshop_app.rounds.template import GlossaryTerm
from workshop_app.storage.atomic import deliver

HandOver = Callable[[Draft, Path], Handover]


@dataclass(frozen=True, slots=True)
class Saved:
    """Where the minutes are now, and where they were meant to be."""

    path: Path
    meant: Path


@dataclass(frozen=True, slots=True)
class Mailed:
    """What became of the draft: its file, the minutes in it, who has no usable address, and how it was handed over."""

    minutes: Saved
    eml: Path
    unusable: tuple[Mailbox, ...]
    addressees: int
    handover: Handover


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of the minutes of a workshop, in the language of the workshop."""

    view: WorkshopView
    options: MinutesOptions
    language: Language

    def pdf(self) -> bytes:
        """The pages."""
        from workshop_app.minutes.build import build_minutes
        from workshop_app.minutes.pdf.render import render_pdf

        return render_pdf(build_minutes(self.view, self.options, self.language, glossary()), _fonts())

    def save(self, folder: Path) -> Saved:
        """Write them in the folder, which is made if it is not there. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        meant = folder / minutes_name(self.view, self.options, self.language)
        return Saved(write_minutes(self.view, meant, self.options, self.language, _fonts(), glossary()), meant)

    def mail(self, folder: Path, hand_over: HandOver) -> Mailed:
        """Write them with a draft beside them, and hand that to the mail program. Nothing is sent. Raises OSError."""
        saved = self.save(folder)
        built = build(minutes_draft(self._for_those_who_get_it(), saved.path, self.language))
        eml = deliver(saved.path.with_suffix(".eml"), built.data)
        handover = hand_over(built.draft, eml)
        return Mailed(saved, eml, built.unusable, len(built.draft.bcc), handover)

    def addresses(self) -> tuple[str, ...]:
        """The addresses of those who get the minutes, as far as they can be used."""
        people = self._for_those_who_get_it().participants
        return tuple(person.email.strip() for person in people if is_email_address(person.email.strip()))

    def _for_those_who_get_it(self) -> WorkshopView:
        """The workshop with those who were there or sent word; with everyone, when presence was not kept."""
        people = self.view.participants
        if there := attended(self.view):
            people = tuple(p for p in people if p in there or p.presence is Presence.EXCUSED)
        return replace(self.view, participants=people)


def glossary() -> Sequence[GlossaryTerm]:
    """The terms that can be explained."""
    return load_glossary(resources() / "templates" / "glossary.toml")


def _fonts() -> Path:
    return resources() / "fonts"
