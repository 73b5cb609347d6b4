"""A draft for each organisation: as many as can be written to, each with its own people and its own version."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from email.utils import getaddresses
from pathlib import Path

import pytest

from tests.minutes.workshops import INFO, person, workshop
from workshop_app.desktop.wrapup.delivery import Version
from workshop_app.desktop.wrapup.work import CalledOffError, Work
from workshop_app.i18n import Language
from workshop_app.mail.draft import Draft
from workshop_app.mail.handover import Handover, Outcome
from workshop_app.minutes import progress
from workshop_app.minutes.build import MinutesOptions
from workshop_app.model.views import ActionView, OrganisationView

SILENT, MANY = 4, 15
OPTIONS = MinutesOptions(datetime(2026, 11, 28, tzinfo=UTC))


def session() -> Version:
    """Fifteen organisations of three people, one of which has no address, and another one only a broken one."""
    names = [f"Gemeente {'van een bijzonder lange naam ' * (n // 12)}{n}" for n in range(MANY)]
    people = [
        replace(
            person(0), id=f"p{n}", name=f"Deelnemer, {n} \r\nBcc: x@y.example", organisation_id=f"o{n % MANY}",
            email={SILENT: "", 5: "kapot@"}.get(n % MANY, f"deelnemer{n}@gemeente{n % MANY}.example"),
        )
        for n in range(3 * MANY)
    ]  # fmt: skip
    actions = [
        ActionView(f"a{n}", "", "", f"Actie {n}", names[n], "", f"o{n}", None, "", done=False) for n in range(MANY)
    ]
    view = workshop(
        info=replace(INFO, title="Samen\r\nBcc: x@y.example"),
        organisations=tuple(OrganisationView(f"o{n}", name) for n, name in enumerate(names)),
        participants=tuple(people),
        actions=tuple(actions),
    )
    return Version(view, OPTIONS, Language.load())


def opened(_draft: Draft, _eml: Path) -> Handover:
    return Handover(Outcome.OPENED, "xdg-open")


def test_each_organisation_gets_its_own_draft(tmp_path: Path) -> None:
    versions = list(session().for_each())
    assert [v.options.edition.organisation_id for v in versions] == [
        f"o{n}" for n in range(MANY) if n not in (SILENT, 5)
    ]
    made = [version.mail(tmp_path, opened, (), Work(None)) for version in versions]  # type: ignore[arg-type]
    assert len({mailed.eml for mailed in made}) == len(versions) == MANY - 2
    for version, mailed in zip(versions, made, strict=True):
        number = int(version.options.edition.organisation_id[1:])
        message = message_from_bytes(mailed.eml.read_bytes(), policy=default)
        assert message.keys() == ["X-Unsent", "Subject", "Bcc", "MIME-Version", "Content-Type"]
        addresses = [address for _, address in getaddresses([str(message["Bcc"])])]
        assert addresses == [f"deelnemer{n}@gemeente{number}.example" for n in range(number, 3 * MANY, MANY)]
        text = message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
        assert f"Actie {number} " in text
        assert text.count("Actie ") == 1
        (attachment,) = message.iter_attachments()
        assert attachment.get_content() == mailed.attached[0].path.read_bytes()


def test_all_together_get_one_draft(tmp_path: Path) -> None:
    mailed = session().mail(tmp_path, opened, (), Work(None))  # type: ignore[arg-type]
    assert mailed.addressees == 3 * (MANY - 2)
    assert [address for _, address in mailed.unusable] == ["kapot@"]


def test_the_document_for_word_can_be_called_off_halfway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)

    class Halfway(Work):
        def progress(self, done: int, total: int) -> None:
            if done:
                self.call_off()
            super().progress(done, total)

    with pytest.raises(CalledOffError):
        session().write(["minutes-docx"], tmp_path, Halfway(None))  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
