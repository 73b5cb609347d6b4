"""Handing the minutes over, as files and as drafts in the mail program. It takes too long for the windows to wait."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workshop_app.desktop.wrapup.work import Work
from workshop_app.i18n import Language
from workshop_app.mail.draft import Draft, Mailbox, build
from workshop_app.mail.handover import Handover
from workshop_app.mail.letter import letter
from workshop_app.mail.minutes_mail import minutes_draft
from workshop_app.minutes.build import MinutesOptions
from workshop_app.minutes.discretion import discreet
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.files import OTHER_FILES, FileKind, minutes_name, other_name, write_minutes, write_other
from workshop_app.minutes.progress import Progress
from workshop_app.minutes.proposal import proposed_summary
from workshop_app.model.attendance import attended
from workshop_app.model.text import is_email_address
from workshop_app.model.values import Presence, Rule
from workshop_app.model.views import ParticipantView, WorkshopView
from workshop_app.paths import resources
from workshop_app.rounds.loading import load_glossary
from workshop_app.rounds.template import GlossaryTerm
from workshop_app.storage.atomic import deliver

HandOver = Callable[[Draft, Path], Handover]


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a file is now, and where it was meant to be."""

    path: Path
    meant: Path


@dataclass(frozen=True, slots=True)
class Mailed:
    """What became of a draft: its file, what is attached, who has no usable address, and how it was handed over."""

    attached: tuple[Saved, ...]
    eml: Path
    unusable: tuple[Mailbox, ...]
    addressees: int
    handover: Handover


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the minutes of a workshop, in the language of the workshop."""

    view: WorkshopView
    options: MinutesOptions
    language: Language

    def pdf(self, progress: Progress) -> bytes:
        """The pages. Raises what `progress` raises."""
        from workshop_app.minutes.build import build_minutes
        from workshop_app.minutes.pdf.render import render_pdf

        document = build_minutes(self.view, self.options, self.language, glossary())
        return render_pdf(document, _fonts(), progress)

    def proposal(self) -> str:
        """The summary that can be proposed, as all who get the minutes may read it."""
        chatham = self.view.info.rule is Rule.CHATHAM_HOUSE
        edition = Edition(Audience.CHATHAM if chatham else Audience.PARTICIPANTS)
        return proposed_summary(discreet(self.view, edition, self.language), self.language)

    def save(self, folder: Path, work: Work) -> Saved:
        """Write them in the folder, which is made if it is not there. Raises OSError and CalledOffError."""
        folder.mkdir(parents=True, exist_ok=True)
        meant = folder / minutes_name(self.view, self.options, self.language)
        path = write_minutes(self.view, meant, self.options, self.language, _fonts(), glossary(), work.progress)
        work.made.append(path)
        return Saved(path, meant)

    def write(self, kinds: Sequence[str], folder: Path, work: Work) -> tuple[Saved, ...]:
        """Write files of these kinds in the folder, one after the other. Raises OSError and CalledOffError."""
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(self._write(kind, folder, work) for kind in OTHER_FILES if kind.key in kinds)

    def _write(self, kind: FileKind, folder: Path, work: Work) -> Saved:
        # Most are done at once: the moment to be called off is before them. The one for Word tells how far it is.
        work.progress(0, 1)
        meant = folder / other_name(self.view, kind, self.options, self.language)
        path = write_other(self.view, kind, folder, self.options, self.language, work.progress)
        work.made.append(path)
        return Saved(path, meant)

    def mail(self, folder: Path, hand_over: HandOver, kinds: Sequence[str], work: Work) -> Mailed:
        """Write them with a draft beside them, and hand that to the mail program. Nothing is sent.

        Raises OSError and CalledOffError.
        """
        attached = (self.save(folder, work), *self.write(kinds, folder, work))
        files, own = [saved.path for saved in attached], self.options.edition.organisation_id
        built = build(minutes_draft(self._known, self.readers, files, self.language, own))
        eml = deliver(attached[0].path.with_suffix(".eml"), built.data)
        work.made.append(eml)
        return Mailed(attached, eml, built.unusable, len(built.draft.bcc), hand_over(built.draft, eml))

    def for_everybody(self) -> "Version":
        """The version for all who were there."""
        return replace(self, options=replace(self.options, edition=Edition()))

    def for_each(self) -> Iterator["Version"]:
        """The version of every organisation of which somebody can be written to."""
        for organisation in self.view.organisations:
            own = Edition(Audience.ORGANISATION, organisation.id)
            version = replace(self, options=replace(self.options, edition=own))
            if version.addresses:
                yield version

    def letter(self) -> str:
        """The words of the mail."""
        return letter(self._known, self.options.edition.organisation_id, self.language)

    @property
    def _known(self) -> WorkshopView:
        """What the readers may know."""
        return discreet(self.view, self.options.edition, self.language)

    @property
    def readers(self) -> tuple[ParticipantView, ...]:
        """Those who were there or sent word; everyone, when presence was not kept. Of one organisation, if it is for
        that one."""
        people, own = self.view.participants, self.options.edition.organisation_id
        if there := attended(self.view):
            people = tuple(p for p in people if p in there or p.presence is Presence.EXCUSED)
        return tuple(p for p in people if not own or p.organisation_id == own)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of the readers, as far as they can be used."""
        typed = (person.email.strip() for person in self.readers)
        return tuple(dict.fromkeys(address for address in typed if is_email_address(address)))


def glossary() -> Sequence[GlossaryTerm]:
    """The terms that can be explained."""
    return load_glossary(resources() / "templates" / "glossary.toml")


def _fonts() -> Path:
    return resources() / "fonts"
