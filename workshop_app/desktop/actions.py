"""Every key of the program, as data: what it does, and where it acts. The overview (F1) is made of this."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_app.i18n import N_, Language
from workshop_app.model.text import dotted


class Where(StrEnum):
    """Where a key acts; the value is the message id of the heading in the overview."""

    ALWAYS = N_("Always")
    CAPTURE = N_("In the capture line")
    PANEL = N_("In the panel of the round")
    PARKED = N_("On something that is parked")
    SCRIPT = N_("In the script")
    PRESENCE = N_("In the presence list")
    PROJECTION = N_("When the projection has the keyboard")
    PREPARE = N_("While preparing")
    HOME = N_("At all sessions")
    WRAP_UP = N_("While wrapping up")
    CHECK = N_("In the room check")


@dataclass(frozen=True, slots=True)
class Action:
    """Something that keys do. `keys` are sequences in Qt's portable notation, the first is the one to tell people;
    `text` is a message id. `shown` replaces the keys in the overview (a row of digits)."""

    id: str
    keys: tuple[str, ...]
    text: str
    where: Where = Where.ALWAYS
    shown: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("forward", ("PgDown",), N_("one step forward; a clicker sends this too")),
    Action("back", ("PgUp",), N_("one step back; nothing is lost")),
    Action("next-round", ("Ctrl+PgDown",), N_("to the next round")),
    Action("start", ("F5",), N_("to the first screen")),
    Action("reveal", ("Ctrl+Return", "Ctrl+Enter"), N_("show the result to the room, or hide it again")),
    Action("freeze", ("F7",), N_("freeze what the room sees")),
    Action("black", ("F8",), N_("make the beamer black")),
    Action("theme-of-room", ("Shift+F8",), N_("light or dark on the beamer, for a light or a dark room")),
    Action("fades", ("Shift+F7",), N_("let scenes fade into each other on the beamer, or change at once")),
    Action("swap", ("F9",), N_("swap the screens; with one screen: see what the room would see")),
    Action("present", ("Ctrl+F5",), N_("with one screen: let the room see it, above a strip to take things down")),
    Action("undo", ("Ctrl+Z",), N_("undo; in a line with text it undoes typing")),
    Action("redo", ("Ctrl+Y", "Ctrl+Shift+Z"), N_("do it again")),
    Action("strand-1", ("Ctrl+1",), N_("choose what the capture line takes down"), shown="Ctrl+1…4"),
    Action("strand-2", ("Ctrl+2",), ""),
    Action("strand-3", ("Ctrl+3",), ""),
    Action("strand-4", ("Ctrl+4",), ""),
    Action("decision", ("Ctrl+7",), N_("take down a decision")),
    Action("action", ("Ctrl+8",), N_("take down an action: what / who / when")),
    Action("park", ("Ctrl+9",), N_("park something for later")),
    Action("more-time", ("Ctrl+=", "Ctrl++"), N_("two minutes more for this round")),
    Action("shorten", ("F12",), N_("shorten the rounds to come, when it runs late")),
    Action("outcomes", ("Ctrl+0",), N_("decisions, actions and what is parked, from any round")),
    Action("presence", ("Ctrl+P",), N_("who is present")),
    Action("counting", ("F4",), N_("how this round is counted, and who can be recognised")),
    Action("photo", ("F11",), N_("add a photo of a flip chart to this round")),
    Action("panel", ("F6", "Ctrl+Up"), N_("to the panel; again: to the script, the notes, the capture line")),
    Action("leave", ("Esc",), N_("end what is being edited, then back to the capture line")),
    Action("menu", ("F10",), N_("menu: prepare, wrap up, home")),
    Action("help", ("F1",), N_("this overview")),
    Action("copy", ("Ctrl+Shift+S",), N_("save a verified copy somewhere else")),
    Action("quit", ("Ctrl+Q",), N_("close the session; everything is saved")),
    Action("capture", ("Return", "Enter"), N_("take it down"), Where.CAPTURE),
    Action("new-line", ("Shift+Return", "Shift+Enter"), N_("a new line"), Where.CAPTURE),
    Action("prefix", (), N_("at the start of a line: where this line goes"), Where.CAPTURE, N_("d: a: p: 1:")),
    Action("name", (), N_("who said it, or who does it: letters and Enter complete a name"), Where.CAPTURE, "@"),
    Action("author", ("F3",), N_("who said it, where the round keeps that"), Where.CAPTURE),
    Action("verbatim", ("Ctrl+L",), N_("a quote is literal, or a paraphrase"), Where.CAPTURE),
    Action("in-minutes", ("Ctrl+M",), N_("a quote may be in the minutes"), Where.CAPTURE),
    Action("table-1", ("Alt+1",), N_("take notes for this table"), Where.CAPTURE, "Alt+1…9"),
    *(Action(f"table-{n}", (f"Alt+{n}",), "", Where.CAPTURE) for n in range(2, 10)),
    Action("walk", ("Up", "Down", "Left", "Right"), N_("choose a row and an option"), Where.PANEL, "↑ ↓ ← →"),
    Action("digits", (), N_("count hands; for one voice: choose its option or score"), Where.PANEL, "0…9"),
    Action("clear", ("Backspace",), N_("take a count or a choice away"), Where.PANEL),
    Action("rest", ("R",), N_("the rest of those present, to the last option"), Where.PANEL),
    Action(
        "seek",
        (),
        N_("find an organisation or group by its first letters; there other letters are typed with Shift"),
        Where.PANEL,
        "A…Z",
    ),
    Action("papers", ("B",), N_("whole ballots: a digit for each item"), Where.PANEL),
    Action("choose", ("Space",), N_("choose an item, or give it a dot"), Where.PANEL),
    Action("more-dots", ("+", "="), N_("one dot more"), Where.PANEL),
    Action("fewer-dots", ("-",), N_("one dot less"), Where.PANEL),
    Action(
        "place",
        (),
        N_("in a matrix: letters find a name, two digits place it; Enter and arrows move it"),
        Where.PANEL,
        "A…Z 1…9",
    ),
    Action("show-item", ("Return", "Enter"), N_("bring the beamer to this item; from there to the next"), Where.PANEL),
    Action("mark", ("M",), N_("in the minutes, or not"), Where.PANEL),
    Action("edit", ("F2",), N_("change the text"), Where.PANEL),
    Action("remove", ("Del",), N_("take it away; undo brings it back"), Where.PANEL),
    Action("make-action", ("A",), N_("make an action of it; it is kept at once, and can be changed"), Where.PANEL),
    Action("make-decision", ("D",), N_("make a decision of a proposal, with its support and conditions"), Where.PANEL),
    Action("literal", ("C",), N_("literal, a paraphrase, or no quote"), Where.PANEL),
    Action("theme", ("T",), N_("group it under a theme"), Where.PANEL),
    Action("move", ("V",), N_("move it to another strand, prompt or round"), Where.PANEL),
    Action("merge", ("J",), N_("merge it with others that say the same"), Where.PANEL),
    Action("split", ("K",), N_("split it at // or at its lines"), Where.PANEL),
    Action("wipe", ("Shift+Del",), N_("delete it for good, everywhere"), Where.PANEL),
    Action(
        "grid-score", (), N_("in a grid: score from −− to ++, and on to the next cell"), Where.PANEL, "1…5 · − · 0 · +"
    ),
    Action("grid-voice", ("[", "]"), N_("in a grid: the scores of the voice before, or of the next"), Where.PANEL),
    Action("parked-action", ("A",), N_("becomes an action"), Where.PARKED),
    Action("parked-handled", ("B",), N_("handled"), Where.PARKED),
    Action("parked-next-time", ("V",), N_("next time"), Where.PARKED),
    Action("parked-open", ("O",), N_("open"), Where.PARKED),
    Action("to-round", ("Return", "Enter"), N_("bring the beamer to this round"), Where.SCRIPT),
    Action("skip", ("S",), N_("pass a round over, or open it again"), Where.SCRIPT),
    Action("move-round", ("Alt+Up", "Alt+Down"), N_("move a round earlier or later"), Where.SCRIPT, "Alt+↑ ↓"),
    Action("tables", (), N_("small groups: so many tables; a person or a note goes to that table"), Where.PANEL, "0…9"),
    Action("mix", ("G",), N_("mix the small groups again; who stays, stays"), Where.PANEL),
    Action("stay", ("L",), N_("a person stays at this table when you mix again"), Where.PANEL),
    Action("latecomers", ("N",), N_("give who came late a table"), Where.PANEL),
    Action("questions", ("Q",), N_("each table its own question, or all the same"), Where.PANEL),
    Action("task-again", ("S",), N_("start the clock of the tables again"), Where.PANEL),
    Action("arrive", ("Return", "Enter"), N_("mark as present"), Where.PRESENCE),
    Action("walk-in", ("+",), N_("someone new: + name, municipality, role"), Where.PRESENCE),
    Action("gone", ("Alt+W",), N_("left early; Enter when they are back"), Where.PRESENCE),
    Action("replaced", ("Alt+V",), N_("someone else came in their place"), Where.PRESENCE),
    Action("excused", ("Alt+G",), N_("absent, with notice"), Where.PRESENCE),
    Action("absent", ("Alt+Z",), N_("absent, without notice"), Where.PRESENCE),
    Action("expected", ("Alt+N",), N_("still expected"), Where.PRESENCE),
    Action("everyone", ("Alt+L",), N_("everyone who was expected is here"), Where.PRESENCE),
    Action("present-forward", ("Space", "Right", "Down"), N_("one step forward"), Where.PROJECTION),
    Action("present-back", ("Left", "Up"), N_("one step back"), Where.PROJECTION),
    Action("present-black", ("B", "."), N_("black"), Where.PROJECTION),
    Action("present-leave", ("Esc",), N_("leave full screen"), Where.PROJECTION),
    Action("prepare-add", ("Ctrl+R",), N_("a new round after this one"), Where.PREPARE),
    Action("prepare-copy", ("Ctrl+D",), N_("a copy of a round"), Where.PREPARE),
    Action("prepare-switch", ("Space",), N_("a round in the script, or left out"), Where.PREPARE),
    Action("prepare-time", ("+", "-"), N_("five minutes more or less for a round"), Where.PREPARE),
    Action("prepare-move", ("Alt+Up", "Alt+Down"), N_("move a round or a prompt up or down"), Where.PREPARE, "Alt+↑ ↓"),
    Action("prepare-remove", ("Del",), N_("take a round out of the script"), Where.PREPARE),
    Action("prepare-remove-prompt", ("Alt+Del",), N_("take a prompt away"), Where.PREPARE),
    Action("prepare-template", ("Ctrl+T",), N_("save the script as a template"), Where.PREPARE),
    Action("prepare-previous", ("Ctrl+O",), N_("follow up on a previous session"), Where.PREPARE),
    Action("prepare-page", ("Ctrl+Tab",), N_("to the next page"), Where.PREPARE),
    Action("room-check", ("F3",), N_("room check: screens, text, storage, power; on home too"), Where.PREPARE),
    Action("prepare-leave", ("Ctrl+W",), N_("to all sessions; everything is saved"), Where.PREPARE),
    Action("prepare-forget", ("Shift+Del",), N_("forget a person throughout, for good"), Where.PREPARE),
    Action("home-erase", ("Del",), N_("erase a session for good"), Where.HOME),
    Action("home-erase-due", ("Shift+Del",), N_("erase all sessions that were kept as long as agreed"), Where.HOME),
    Action("home-backups", ("Ctrl+B",), N_("where backups are kept, and what was erased"), Where.HOME),
    Action("wrapup-next", ("F3",), N_("to what is still missing"), Where.WRAP_UP),
    Action("wrapup-proposal", ("F4",), N_("start the summary from the proposal"), Where.WRAP_UP),
    Action("wrapup-part", ("F6",), N_("to the next part of the page"), Where.WRAP_UP),
    Action("wrapup-switch", ("Space",), N_("a part or a quote in the minutes, or not"), Where.WRAP_UP),
    Action("wrapup-mode", ("L",), N_("a quote is literal, or a paraphrase"), Where.WRAP_UP),
    Action("wrapup-move", ("Alt+Up", "Alt+Down"), N_("move a round earlier or later"), Where.WRAP_UP, "Alt+↑ ↓"),
    Action("wrapup-page-on", ("Ctrl+PgDown",), N_("the next pages of the minutes"), Where.WRAP_UP),
    Action("wrapup-page-back", ("Ctrl+PgUp",), N_("the pages before"), Where.WRAP_UP),
    Action("wrapup-larger", ("Ctrl++", "Ctrl+="), N_("larger pages"), Where.WRAP_UP),
    Action("wrapup-smaller", ("Ctrl+-",), N_("smaller pages"), Where.WRAP_UP),
    Action("wrapup-save", ("Ctrl+S",), N_("save the minutes as PDF"), Where.WRAP_UP),
    Action("wrapup-files", ("Ctrl+E",), N_("other files: Word, Excel, calendar"), Where.WRAP_UP),
    Action("wrapup-mail", ("Ctrl+M",), N_("the mail with the minutes"), Where.WRAP_UP),
    Action("wrapup-folder", ("Ctrl+O",), N_("show the folder with the files"), Where.WRAP_UP),
    Action("wrapup-leave", ("Esc",), N_("stop long work; back to the minutes"), Where.WRAP_UP),
    Action("wrapup-back", ("Alt+Left",), N_("back to the console"), Where.WRAP_UP),
    Action("check-again", ("F5",), N_("look at everything again"), Where.CHECK),
    Action("check-swap", ("F9",), N_("swap the screens"), Where.CHECK),
    Action("check-leave", ("Esc",), N_("back to where you were"), Where.CHECK),
)

_BY_ID = {action.id: action for action in ACTIONS}
_KEY_CAPS = {"Return": "Enter", "PgDown": "PageDown", "PgUp": "PageUp", "Del": "Delete"}


def action(action_id: str) -> Action:
    """The action with this id. Raises KeyError when there is none."""
    return _BY_ID[action_id]


def keys(action_id: str) -> tuple[str, ...]:
    """The key sequences of an action, in Qt's portable notation."""
    return _BY_ID[action_id].keys


def key_hint(action_id: str) -> str:
    """The first key of an action, as it is written on the keyboard."""
    return _on_keyboard(_BY_ID[action_id].keys[0])


def shown_keys(each: Action, language: Language) -> str:
    """The keys of an action as the overview shows them."""
    readable = dict.fromkeys(_on_keyboard(sequence) for sequence in each.keys)
    if each.shown:
        return language.gettext(each.shown)
    return dotted(readable).replace("Space", language.gettext("Space"))


def _on_keyboard(sequence: str) -> str:
    for name, cap in _KEY_CAPS.items():
        sequence = sequence.replace(name, cap)
    return sequence
