"""A message that is ready to be sent, as an `.eml` file that mail programs open for writing."""

import mimetypes
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import SMTP, default
from html import escape
from pathlib import Path

from workshop_app.mail.header import address_header, header_text, text_header
from workshop_app.model.text import is_email_address, single_line
from workshop_app.storage.names import safe_file_name

# CRLF and pure ASCII: old Outlooks need both.
_POLICY = SMTP.clone(max_line_length=78, cte_type="7bit")
_BODY_HEADERS = ("Content-Type", "MIME-Version")
_HTML = (
    '<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body style="font-family:Calibri,Arial,sans-serif;font-size:11pt">{body}</body></html>'
)

Mailbox = tuple[str, str]
"""A name, which may be empty, and an e-mail address."""


@dataclass(frozen=True)
class Draft:
    """A message before it is sent: plain text with empty lines between paragraphs, and files to attach."""

    subject: str
    text: str
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    attachments: tuple[Path, ...] = ()
    language: str = "nl"


@dataclass(frozen=True)
class BuiltDraft:
    """The `.eml` file as bytes, the draft as it went in, and the mailboxes that could not be used, as they were."""

    data: bytes
    draft: Draft
    unusable: tuple[Mailbox, ...] = ()


class UnsafeDraftError(Exception):
    """The message would have had other headers than it should; it was not made."""


def build(draft: Draft) -> BuiltDraft:
    """Make the file. It has no sender, date or id: the mail program adds those when it sends.

    Whoever has no usable address is left out and reported. Raises OSError when an attachment cannot be read.
    """
    cleaned, unusable = _cleaned(draft)
    headers = [("X-Unsent", text_header("X-Unsent", "1")), ("Subject", text_header("Subject", cleaned.subject))]
    for name, mailboxes in (("To", cleaned.to), ("Cc", cleaned.cc), ("Bcc", cleaned.bcc)):
        if mailboxes:
            headers.append((name, address_header(name, mailboxes)))
    data = "".join(lines for _, lines in headers).encode("ascii") + _body(cleaned).as_bytes()
    _check_headers(data, [name for name, _ in headers])
    return BuiltDraft(data, cleaned, unusable)


def _cleaned(draft: Draft) -> tuple[Draft, tuple[Mailbox, ...]]:
    """The draft with nothing in it that a mail program could take for something else, and who was left out."""
    unusable = tuple(box for box in (*draft.to, *draft.cc, *draft.bcc) if not is_email_address(box[1].strip()))
    cleaned = replace(
        draft,
        subject=header_text(draft.subject),
        text="\n".join(map(single_line, draft.text.splitlines())).strip(),
        to=_usable(draft.to),
        cc=_usable(draft.cc),
        bcc=_usable(draft.bcc),
    )
    return cleaned, unusable


def _usable(mailboxes: Iterable[Mailbox]) -> tuple[Mailbox, ...]:
    return tuple((header_text(name), box.strip()) for name, box in mailboxes if is_email_address(box.strip()))


def _body(draft: Draft) -> EmailMessage:
    message = EmailMessage(policy=_POLICY)
    message.set_content(draft.text, cte="quoted-printable")
    message.add_alternative(_html(draft), subtype="html", cte="quoted-printable")
    for path in draft.attachments:
        name = _ascii_name(path)
        kind, _, subtype = (mimetypes.guess_type(name)[0] or "application/octet-stream").partition("/")
        message.add_attachment(path.read_bytes(), maintype=kind, subtype=subtype, filename=name)
    return message


def _html(draft: Draft) -> str:
    paragraphs = (escape(paragraph).replace("\n", "<br>") for paragraph in draft.text.split("\n\n"))
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return _HTML.format(language=escape(draft.language), title=escape(draft.subject), body=body)


def _ascii_name(path: Path) -> str:
    """A short name for an attachment: longer or other ones become headers that old Outlooks cannot read."""
    stem, suffix = (
        unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode() for part in (path.stem, path.suffix)
    )
    return safe_file_name("-".join(stem.lower().split())[:40], suffix[:8])


def _check_headers(data: bytes, names: list[str]) -> None:
    found = BytesHeaderParser(policy=default).parsebytes(data).keys()
    if sorted(found) != sorted([*names, *_BODY_HEADERS]):
        raise UnsafeDraftError(f"unexpected headers: {found}")
