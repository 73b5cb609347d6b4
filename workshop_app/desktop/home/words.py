"""What home says about a session, in words."""

from datetime import date, datetime
from types import MappingProxyType

from workshop_app.desktop.widgets.chip import Tone
from workshop_app.i18n import N_, Language
from workshop_app.model.text import dotted
from workshop_app.storage.index_entry import EntryState, IndexEntry

NONE = "–"

STATES = MappingProxyType[EntryState, tuple[str, Tone]](
    {
        EntryState.PREPARED: (N_("in preparation"), "grey"),
        EntryState.RUNNING: (N_("running"), "petrol"),
        EntryState.CONCEPT: (N_("minutes in draft"), "amber"),
        EntryState.FINAL: (N_("final"), "green"),
        EntryState.UNREAD: (N_("open elsewhere"), "grey"),
        EntryState.NEWER: (N_("newer version"), "red"),
        EntryState.UNREADABLE: (N_("cannot be read"), "red"),
    }
)
"""State → (message id, tone of its chip)."""

READABLE = frozenset({EntryState.PREPARED, EntryState.RUNNING, EntryState.CONCEPT, EntryState.FINAL})


def below_title(entry: IndexEntry) -> str:
    """Region and place, else the organisations; for a file that cannot be read, its name."""
    if entry.state not in READABLE:
        return entry.file
    where = dotted((entry.region, entry.place))
    return where or ", ".join(entry.organisations)


def searchable(entry: IndexEntry) -> str:
    """Everything that a search looks in."""
    return " ".join((entry.title, entry.place, entry.region, *entry.organisations, entry.file)).casefold()


def amount(number: int) -> str:
    """A number in the table."""
    return str(number) if number else NONE


def resume_title(entry: IndexEntry, language: Language) -> str:
    """What the button says that goes on with a session."""
    return language.gettext("Go on with {name}").format(name=entry.region or entry.title)


def resume_detail(entry: IndexEntry, now: datetime, language: Language) -> str:
    """Where the session is, and when it was saved last."""
    _ = language.gettext
    saved = datetime.fromtimestamp(entry.mtime_ns / 1e9, now.tzinfo)
    when = language.time(saved) if saved.date() == now.date() else language.date(saved.date())
    if entry.state is EntryState.RUNNING and entry.round_number:
        where = _("round {number}").format(number=entry.round_number)
    else:
        where = _(STATES[entry.state][0])
    return _("{where} · last saved {when}").format(where=where, when=when)


def due_text(entries: tuple[IndexEntry, ...], today: date, language: Language) -> str:
    """How many sessions were kept as long as agreed; '' for none."""
    due = sum(entry.is_due(today) for entry in entries)
    text = language.ngettext("{n} session may be erased", "{n} sessions may be erased", due).format(n=due)
    return text if due else ""


def title_with_day(entry: IndexEntry, language: Language) -> str:
    """A session by its title and day."""
    return dotted((entry.title, language.date(entry.day) if entry.day else ""))
