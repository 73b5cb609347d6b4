"""What the console says about rounds, time, people and the beamer. Pure: from views to words."""

from math import ceil

from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.desktop.widgets.chip import Tone
from workshop_app.facilitation.desk import Change
from workshop_app.facilitation.schedule import Elapsed, remaining, wall_clock
from workshop_app.i18n import N_, Language
from workshop_app.model.attendance import came_later
from workshop_app.model.text import dotted
from workshop_app.model.values import Grain, Level, Origin, ParkedState
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.item_words import ITEM_NOUNS
from workshop_app.rounds.kind import ItemForm, Mechanic

GRAINS = {
    Grain.ROOM: N_("room (hands)"),
    Grain.ORGANISATION: N_("per organisation"),
    Grain.BALLOT: N_("per ballot"),
    Grain.GROUP: N_("per group"),
}
LEVELS = {
    Level.ANONYMOUS: N_("anonymous"),
    Level.ORGANISATION: N_("by organisation"),
    Level.NAME: N_("by name"),
}

_FEW_ROUNDS = 2


def round_name(view: WorkshopView, known: RoundView, language: Language) -> str:
    """A round with its number: "ronde 4 · Weerstand"."""
    number = view.number(known.id)
    return language.gettext("round {n} · {title}").format(n=number, title=known.title) if number else known.title


def counting(known: RoundView, language: Language) -> str:
    """How a round is counted and who can be recognised: "zaal (turven) · anoniem"."""
    kind = KINDS[known.kind]
    parts = [grain(known.grain, known.heads, language)] if kind.is_counted else []
    if kind.mechanics:
        parts.append(language.gettext(LEVELS[known.level]))
    if known.live:
        parts.append(language.gettext("results live"))
    words = dotted(parts)
    return words[:1].upper() + words[1:]


def grain(known: Grain, heads: bool, language: Language) -> str:
    """Who one answer stands for."""
    by_heads = heads and known is Grain.ORGANISATION
    return language.gettext("per organisation (heads)") if by_heads else language.gettext(GRAINS[known])


def summary(known: RoundView, language: Language) -> str:
    """What was captured in a round, on one line; '' for nothing."""
    kind = KINDS[known.kind]
    from_room = sum(item.origin is Origin.ROOM for item in known.items)
    chosen = len(known.chosen)
    parts = []
    if chosen:
        parts.append(language.ngettext("{n} chosen", "{n} chosen", chosen).format(n=chosen))
    elif kind.mechanics & {Mechanic.SCALE, Mechanic.DOTS} and known.items:
        one, more = ITEM_NOUNS[kind.item_form]
        words = language.gettext(one if len(known.items) == 1 else more)
        parts.append(words.format(n=len(known.items)))
    elif known.contributions:
        said = len(known.contributions)
        parts.append(language.ngettext("{n} contribution", "{n} contributions", said).format(n=said))
    if from_room:
        parts.append(language.ngettext("{n} from the room", "{n} from the room", from_room).format(n=from_room))
    return dotted(parts)


def people_present(view: WorkshopView, language: Language) -> str:
    """How many people and organisations are in the room: "24 mensen · 10 gemeenten"."""
    present = view.present
    organisations = len({person.organisation_id for person in present if person.organisation_id})
    return dotted(
        (
            language.ngettext("{n} person", "{n} people", len(present)).format(n=len(present)),
            language.ngettext("{n} organisation", "{n} organisations", organisations).format(n=organisations),
        )
    )


def latecomers(view: WorkshopView, language: Language) -> str:
    """Who came when it had been going on for a while, with the time of the last: "1 later gekomen (14:02)"; '' for
    none."""
    late = [p.arrived_at for p in view.present if p.arrived_at and came_later(p, view.info.started_at)]
    if not late:
        return ""
    words = language.ngettext("{n} came later ({time})", "{n} came later (last {time})", len(late))
    return words.format(n=len(late), time=language.time(wall_clock(max(late))))


def lateness(minutes: int, language: Language) -> str:
    """How the workshop is doing: "7 min achter", "3 min voor", "op tijd"."""
    if minutes > 0:
        return language.gettext("{n} min behind").format(n=minutes)
    return language.gettext("{n} min ahead").format(n=-minutes) if minutes < 0 else language.gettext("on time")


def time_left(known: RoundView, elapsed: Elapsed, language: Language) -> str:
    """How much is left of a round: "nog 2 min", "3 min te lang"."""
    seconds = remaining(known, elapsed)
    left = ceil(seconds / 60)
    if left > 0:
        return language.gettext("{n} min left").format(n=left)
    over = int(-seconds // 60)
    return language.gettext("{n} min too long").format(n=over) if over else language.gettext("time is up")


def beamer(status: RoomStatus, language: Language) -> tuple[str, Tone]:
    """What the room sees, in words, with the colour of the chip."""
    _ = language.gettext
    where = {
        Beamer.LIVE: _("Beamer live"),
        Beamer.MIRRORED: _("Beamer mirrors this screen"),
        Beamer.ONE_SCREEN: _("No beamer"),
    }[status.beamer]
    states = [
        words
        for on, words in (
            (status.black, _("black")),
            (status.frozen, _("frozen")),
            (status.result_hidden, _("result hidden")),
        )
        if on
    ]
    live = status.beamer is Beamer.LIVE
    plain = live and not status.black and not status.frozen
    parts = (f"● {where}" if plain else where, *(states or ([status.screen_name] if live else [])))
    return dotted(parts), "white" if plain else "amber"


def still_parked(view: WorkshopView, language: Language) -> str:
    """How many parked items nobody said yet what becomes of; '' for none."""
    left = sum(item.state is ParkedState.OPEN for item in view.parked)
    words = language.ngettext(
        "{n} parked item is still open. Wrapping up asks what becomes of it.",
        "{n} parked items are still open. Wrapping up asks what becomes of each.",
        left,
    )
    return words.format(n=left) if left else ""


def quoted(text: str, form: ItemForm) -> str:
    """A prompt as the console shows it: quotes stand between quotation marks."""
    return f"“{text}”" if form is ItemForm.QUOTE else text


def travelled(change: Change, view: WorkshopView, language: Language) -> str:
    """What was undone or done again, and where."""
    _ = language.gettext
    words = _("Undone: {what}") if change.how == "undone" else _("Done again: {what}")
    touched = [known for known in view.rounds if known.id in change.rounds]
    # A move touches two rounds; what changes more than that is about the whole session.
    where = [round_name(view, known, language) for known in touched if len(touched) <= _FEW_ROUNDS]
    return dotted((words.format(what=_(change.label)), *where))
