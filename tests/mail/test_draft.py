"""The draft as a file: what is in it, and what no text can put into it."""

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_app.mail.draft import BuiltDraft, Draft, Mailbox, build

HOSTILE = "=?utf-8?q?Verslag=0ABcc:_x=40example.org?="
ANY_TEXT = st.text(st.characters(codec=None)) | st.sampled_from(
    [
        HOSTILE,
        "Verslag\r\nBcc: x@example.org",
        "a\u2028Bcc: x@y.example",
        "=\x00?utf-8?q?=0ABcc:_x?=",
        ", <x@y.example>",
    ]
)
LOCAL_PART = st.from_regex(r"[a-z][a-z0-9]{0,9}(\.[a-z0-9]{1,9})?", fullmatch=True)
ADDRESS = LOCAL_PART.map(lambda local: f"{local}@lindevoort.example")
MAILBOXES = st.lists(st.tuples(ANY_TEXT, ADDRESS), max_size=5).map(tuple)


def parsed(built: BuiltDraft) -> EmailMessage:
    message = message_from_bytes(built.data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def people(built: BuiltDraft, header: str) -> tuple[Mailbox, ...]:
    """Names and addresses as a mail program reads them: addresses first, encoded words in the names after that."""
    raw = message_from_bytes(built.data).get_all(header, [])
    return tuple((str(make_header(decode_header(name))), address) for name, address in getaddresses(raw))


def plain_text(built: BuiltDraft) -> str:
    body = parsed(built).get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def html(built: BuiltDraft) -> str:
    body = parsed(built).get_body(("html",))
    assert body is not None
    return str(body.get_content())


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "Verslag Één regio – 27 november.pdf"
    path.write_bytes(b"%PDF-1.7\r\n" + bytes(range(256)) * 20)
    return path


def test_a_draft_opens_for_writing_with_everything_filled_in(minutes: Path) -> None:
    built = build(
        Draft(
            subject="Verslag: Één regio, vrijdag 27 november 2026",
            text="Beste deelnemers,\n\nHierbij het verslag.\nMet besluiten.\n\nMet vriendelijke groet,",
            to=(("Griffie", "griffie@waterrijk.example"),),
            cc=(("", "info@waterrijk.example"),),
            bcc=(("Ayşe Yıldız, voorzitter", "a.yildiz@merenwijk.example"), ("J. de Boer", "j@zandhaven.example")),
            attachments=(minutes,),
        )
    )
    message = parsed(built)
    assert message.keys() == ["X-Unsent", "Subject", "To", "Cc", "Bcc", "MIME-Version", "Content-Type"]
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Verslag: Één regio, vrijdag 27 november 2026"
    assert people(built, "To") == (("Griffie", "griffie@waterrijk.example"),)
    assert people(built, "Cc") == (("", "info@waterrijk.example"),)
    assert people(built, "Bcc") == (
        ("Ayşe Yıldız, voorzitter", "a.yildiz@merenwijk.example"),
        ("J. de Boer", "j@zandhaven.example"),
    )
    assert plain_text(built).startswith("Beste deelnemers,\n\nHierbij het verslag.\nMet besluiten.\n\n")
    assert "<p>Hierbij het verslag.<br>Met besluiten.</p>" in html(built)
    assert '<html lang="nl">' in html(built)
    (attachment,) = message.iter_attachments()
    assert attachment.get_content_type() == "application/pdf"
    assert attachment.get_filename() == "verslag-een-regio-27-november.pdf"
    assert attachment.get_content() == minutes.read_bytes()
    assert built.unusable == ()


def test_a_broken_address_is_reported_and_the_others_stay() -> None:
    built = build(
        Draft(
            subject="Verslag",
            text="Hierbij.",
            bcc=(("Eva", "eva"), ("Bram", " bram@heidebeek.example "), ("Cor", "c@x.example\nBcc: d@x.example")),
        )
    )
    assert built.unusable == (("Eva", "eva"), ("Cor", "c@x.example\nBcc: d@x.example"))
    assert people(built, "Bcc") == (("Bram", "bram@heidebeek.example"),)


def test_without_any_usable_address_there_is_no_empty_header() -> None:
    built = build(Draft(subject="Verslag", text="Hierbij.", bcc=(("Eva", ""),)))
    assert parsed(built).keys() == ["X-Unsent", "Subject", "MIME-Version", "Content-Type"]


def test_an_encoded_word_in_a_title_stays_text() -> None:
    built = build(Draft(subject=HOSTILE, text=HOSTILE, bcc=((HOSTILE, "eva@lindevoort.example"),)))
    assert parsed(built).keys() == ["X-Unsent", "Subject", "Bcc", "MIME-Version", "Content-Type"]
    assert parsed(built)["Subject"] == "= ?utf-8?q?Verslag=0ABcc:_x=40example.org?="
    assert people(built, "Bcc") == (("= ?utf-8?q?Verslag=0ABcc:_x=40example.org?=", "eva@lindevoort.example"),)


def test_markup_in_a_text_stays_text() -> None:
    built = build(Draft(subject="<script>alert(1)</script>", text='<img src="x"> & {title}'))
    assert "<script>" not in html(built)
    assert "<p>&lt;img src=&quot;x&quot;&gt; &amp; {title}</p>" in html(built)


def test_a_very_long_address_stays_whole() -> None:
    address = f"{'e' * 64}@{'lindevoort.' * 15}example"
    assert people(build(Draft(subject="Verslag", text="", bcc=(("Eva " * 40, address),))), "Bcc")[0][1] == address


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("nul.pdf", "_nul.pdf"),
        ("Łódź €.pdf", "odz.pdf"),
        ("会議.pdf", "samenspraak.pdf"),
        ("a" * 120 + ".pdf", "a" * 40 + ".pdf"),
        ('x"; name=y.exe; z=".pdf', "x-;-name=y.exe;-z=.pdf"),
    ],
)
def test_the_name_of_an_attachment_is_short_and_plain(tmp_path: Path, file: str, expected: str) -> None:
    (tmp_path / file).write_bytes(b"%PDF")
    (attachment,) = parsed(build(Draft("Verslag", "", attachments=(tmp_path / file,)))).iter_attachments()
    assert attachment.get_filename() == expected


@settings(max_examples=150, deadline=None)
@given(subject=ANY_TEXT, text=ANY_TEXT, to=MAILBOXES, cc=MAILBOXES, bcc=MAILBOXES)
def test_no_text_adds_a_header_or_breaks_the_form(
    subject: str, text: str, to: tuple[Mailbox, ...], cc: tuple[Mailbox, ...], bcc: tuple[Mailbox, ...]
) -> None:
    built = build(Draft(subject, text, to, cc, bcc))
    expected = {"X-Unsent", "Subject", "MIME-Version", "Content-Type"}
    expected |= {name for name, boxes in (("To", to), ("Cc", cc), ("Bcc", bcc)) if boxes}
    assert sorted(parsed(built).keys()) == sorted(expected)
    assert built.data.isascii()
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", built.data)
    assert max(map(len, built.data.split(b"\r\n"))) <= 78


@settings(max_examples=150, deadline=None)
@given(subject=ANY_TEXT, text=ANY_TEXT, bcc=MAILBOXES)
def test_what_goes_in_comes_out(subject: str, text: str, bcc: tuple[Mailbox, ...]) -> None:
    built = build(Draft(subject, text, bcc=bcc))
    assert str(make_header(decode_header(message_from_bytes(built.data)["Subject"]))) == built.draft.subject
    assert people(built, "Bcc") == built.draft.bcc
    assert [address for _, address in built.draft.bcc] == [address for _, address in bcc]
    assert plain_text(built).rstrip("\n") == built.draft.text


WORDS = st.lists(st.text("abcABC éłß,.()\"'<>@:;", min_size=1), max_size=30).map(" ".join).map(str.split).map(" ".join)


@given(subject=WORDS, name=WORDS)
def test_ordinary_words_are_kept_to_the_letter(subject: str, name: str) -> None:
    built = build(Draft(subject, "", bcc=((name, "eva@lindevoort.example"),)))
    assert (built.draft.subject, built.draft.bcc[0][0]) == (subject, name)
