"""What the keys do on the row where the keyboard is, in words: also what R would do, before it is done. Pure."""

from collections.abc import Iterator

from workshop_app.desktop.console.counting_commands import rest_option
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.row import VOICES, Cell, Row, RowKind
from workshop_app.facilitation import voices
from workshop_app.i18n import Language
from workshop_app.model.text import dotted
from workshop_app.model.values import DOTS_OPTION, ROOM_VOICE, Grain
from workshop_app.model.views import PromptView, RoundView


def hint(here: Here, row: Row | None, cell: Cell | None, language: Language, papers: bool, told: bool) -> str:
    """One line on the keys of a row; '' where nothing is counted. `papers`: ballots are typed whole; `told`: with the
    numbers, which are left out where the room can see them, or while one is being typed."""
    if row is not None and row.kind is RowKind.SAID:
        return _corrections(language)
    known = here.round
    prompt = known.prompt(row.prompt_id) if known and row else None
    if known is None or row is None or prompt is None or cell is None:
        return ""
    said = _Hint(here, known, prompt, row, cell, language, told)
    return dotted(said.paper() if papers and row.kind in VOICES else said.parts())


def _corrections(language: Language) -> str:
    _ = language.gettext
    keys = ("T", _("theme")), ("V", _("move")), ("J", _("merge")), ("K", _("split")), ("C", _("quote"))
    more = ("M", _("in the minutes")), ("Shift+Delete", _("delete for good"))
    return dotted(f"{key} {what}" for key, what in (*keys, *more))


class _Hint:
    """What is said about one row."""

    def __init__(
        self, here: Here, known: RoundView, prompt: PromptView, row: Row, cell: Cell, language: Language, told: bool
    ) -> None:
        self._here, self._known, self._prompt, self._row, self._cell = here, known, prompt, row, cell
        self._language, self._told = language, told

    def paper(self) -> Iterator[str]:
        _ = self._language.gettext
        yield _("whole ballots: a digit for each item")
        yield _("Enter passes over an item")
        yield _("B ends this")

    def parts(self) -> Iterator[str]:
        _ = self._language.gettext
        yield self._dots() if self._cell.option == DOTS_OPTION else self._rest()
        yield from self._digits()
        if self._row.seek:
            yield _("letters find a name")
        if self._known.grain is Grain.BALLOT:
            yield _("B: whole ballots")
        if self._row.kind in VOICES or self._cell.countable:
            yield _("Enter: next")

    def _digits(self) -> Iterator[str]:
        _ = self._language.gettext
        if self._cell.option == DOTS_OPTION:
            yield _("a digit: so many dots") if self._cell.countable else _("arrow down: dots of each")
        elif self._cell.countable:
            yield _("digits count hands")
        elif self._row.kind is RowKind.NEW_BALLOT:
            yield _("a digit: one ballot more")
        elif self._row.kind is RowKind.VOICE:
            yield _("a digit: its answer")
        elif not self._told:
            yield _("a digit: the answer of all who have none yet")
        else:
            silent = len(voices.majority(self._here.view, self._known, self._prompt, self._cell.option))
            yield _("a digit: the answer of all who have none yet ({n})").format(n=silent) if silent else ""
            yield "" if silent else _("all have answered")

    def _dots(self) -> str:
        voice = self._row.id or ROOM_VOICE
        has = voices.dots_to_give(self._here.view, self._known, voice)
        if not self._told or not self._cell.countable or self._row.kind is RowKind.NEW_BALLOT or not has:
            return ""
        given = voices.dots_given(self._known, voice)
        return self._language.gettext("{given} of {total} dots given").format(given=given, total=has)

    def _rest(self) -> str:
        option = rest_option(self._here, self._cell)
        scale = self._here.kind.scale if self._here.kind else None
        label = next((each.label for each in scale.options if each.key == option), "") if scale else ""
        if not label:
            return ""
        who = self._who(option) if self._told else ""
        if self._told and not who:
            return ""
        _ = self._language.gettext
        text = _("{key}: the rest{who} to “{option}”")
        key = "Shift+R" if self._row.seek else "R"
        return text.format(key=key, who=f" ({who})" if who else "", option=_(label))

    def _who(self, option: str) -> str:
        """Who the rest are, as the round counts them; '' when there is nobody left."""
        given = voices.rest(self._here.view, self._known, self._prompt, option)
        if self._row.kind in VOICES and voices.counts_heads(self._known):
            given = {voice: value for voice, value in given.items() if voice == self._row.id}
        ngettext, total = self._language.ngettext, sum(given.values())
        if not total:
            return ""
        if self._known.grain is Grain.GROUP:
            return ngettext("{n} group", "{n} groups", total).format(n=total)
        if self._known.grain is Grain.BALLOT:
            new = bool(given) and not given.keys() & set(voices.asked(self._here.view, self._known))
            if new:
                return ngettext("{n} new ballot", "{n} new ballots", total).format(n=total)
            return ngettext("{n} ballot", "{n} ballots", total).format(n=total)
        if self._known.grain is Grain.ORGANISATION and not self._known.heads:
            return ngettext("{n} organisation", "{n} organisations", total).format(n=total)
        return ngettext("{n} person", "{n} people", total).format(n=total)
