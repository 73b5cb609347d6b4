"""Steps after the meeting: what is missing, the minutes, the mail, and home again."""

from email import message_from_bytes, policy
from pathlib import Path

import page
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from tests.desktop.keyboard import press, tab_to_button, write
from tests.desktop.walking import Facilitator
from tests.desktop.workshop_steps.during import DECISION, MARKED, UNMARKED
from workshop_app.model.values import MinutesStatus, ParkedState


def mend_what_is_missing(me: Facilitator) -> None:
    me.sees("1 besluit zonder draagvlak", "1 punt op de parkeerplaats", "8 aanwezig", "1 citaat uit de zaal gaat mee")
    press("Return")
    write("8 ja")
    press("Return", "Return", "Return")
    me.sees("1 besluit met draagvlak", "✓ opgeslagen")
    view = me.file
    assert view.decisions[0].support == "8 ja"
    assert view.parked[0].state is not ParkedState.OPEN


def save_the_minutes(me: Facilitator) -> Path:
    press("Ctrl+S")
    me.qtbot.waitUntil(lambda: me.reads("Bewaard als 2026-11-27 Samen verder in Rijnkust - conceptverslag.pdf."))
    (pdf,) = (Path.home() / "Documents" / "Samenspraak").iterdir()
    me.sees("✓ opgeslagen")
    reader = PdfReader(pdf)
    text = " ".join(" ".join(each.extract_text() for each in reader.pages).split())
    for words in (
        "Samen verder in Rijnkust", "Welke verzuchting hoor je bij jou thuis?", MARKED, "Angst om niets meer te zeggen",
        "B1", DECISION, "8 ja", "A1", "Overzicht van mandaten maken", "Carla Bos", "De verdeelsleutel",
        "Kun je inwoners goed helpen als je niet optimaal samenwerkt?", "Hans Smit", "Eén portefeuillehouder die trekt",
    ):  # fmt: skip
        assert words in text
    assert UNMARKED not in text
    anonymous = text[text.rindex("Weerstand", 0, text.index(MARKED)) : text.index("Daarom zitten we hier.")]
    people = {person.name for person in me.file.participants} | {each.name for each in me.file.organisations}
    assert not [name for name in people if name in anonymous]
    assert me.english.left_in([text]) == []
    assert "/StructTreeRoot" in reader.root_object
    for profile in ("ua1", "2a"):
        assert page.validate_pdf(str(pdf), profile=profile).is_compliant
    return pdf


def mail_the_minutes(me: Facilitator, minutes: Path) -> None:
    press("Ctrl+M")
    me.sees("E-mail met het verslag", "Aan 6 adressen, allemaal in Bcc.", "[aanhef]")
    press("Return")
    me.qtbot.waitUntil(lambda: bool(me.mail.given) and me.reads("De e-mail staat klaar in je mailprogramma."))
    ((_, eml),) = me.mail.given
    message = message_from_bytes(eml.read_bytes(), policy=policy.default)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Conceptverslag: Samen verder in Rijnkust, vrijdag 27 november 2026"
    assert message["To"] is None
    assert [address.addr_spec for address in message["Bcc"].addresses] == [
        f"{name}.example" for name in (
            "anna@lindevoort", "bram@lindevoort", "carla@heidebeek", "els@merenwijk", "farid@merenwijk", "zoe@zandhaven"
        )
    ]  # fmt: skip
    (attachment,) = message.iter_attachments()
    assert attachment.get_content_type() == "application/pdf"
    assert attachment.get_payload(decode=True) == minutes.read_bytes()
    assert me.file.info.minutes_status is MinutesStatus.CONCEPT


def leave(me: Facilitator) -> None:
    """Go home, where the session stands with what came of it, to be gone on with; then end the program."""
    tab_to_button("Naar de sessies")
    press("Return")
    me.qtbot.waitUntil(lambda: me.reads("verslag concept"))
    me.sees("Samen verder in Rijnkust", "vr 27 nov 2026", "Verder met Rijnkust")
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [me.shell]
    assert me.shell.session is None
    press("Return")
    me.sees("Afronden · Samen verder in Rijnkust", "✓ opgeslagen")
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [me.shell]
    press("Ctrl+Q")
    assert not me.shell.isVisible()
