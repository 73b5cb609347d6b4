"""Putting right what was taken down, from a row of a panel: move, merge, split, group, delete for good."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import words
from workshop_app.desktop.console.chooser import Choice, Chooser, Entry
from workshop_app.desktop.console.row import Row, RowKind
from workshop_app.desktop.console.splitting import parts
from workshop_app.desktop.console.wiping import Wiping
from workshop_app.facilitation import capturing
from workshop_app.i18n import Language
from workshop_app.model.led import led_to
from workshop_app.model.text import dotted
from workshop_app.model.views import ContributionView, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS

CORRECTIONS = frozenset({"theme", "move", "merge", "split", "wipe"})
"""The keys of the panel that are answered here."""


class Corrections:
    """What the keys for correcting do on a row."""

    def __init__(self, bridge: Bridge, wiping: Wiping, window: QWidget) -> None:
        self._bridge, self._wiping = bridge, wiping
        self.chooser = Chooser(window)

    def do(self, action_id: str, row: Row) -> None:
        """Answer a key on a row; on one where it makes no sense nothing happens."""
        if action_id == "wipe":
            self._wipe(row)
            return
        found = _contribution(self._bridge.view, row.id) if row.kind is RowKind.SAID else None
        if found is None:
            return
        known, said = found
        match action_id:
            case "theme":
                self._group(said)
            case "move":
                self._move(known, said)
            case "merge":
                self._merge(known, said)
            case "split":
                self._bridge.attempt(capturing.split_contribution, said.id, parts(said.text))

    def _wipe(self, row: Row) -> None:
        if row.kind is RowKind.SAID:
            self._wiping.contribution(row.id, row.text)
        elif row.kind is RowKind.OUTCOME:
            for outcome in led_to(self._bridge.view, row.prompt_id):
                if outcome.id == row.id:
                    self._wiping.outcome(outcome)
        elif row.kind is RowKind.SUBJECT and row.prompt_id:
            self._wiping.prompt(row.prompt_id, row.text)

    def _group(self, said: ContributionView) -> None:
        _ = self._bridge.language.gettext
        none = (Entry(_("no theme"), ("",)),) if said.theme else ()
        entries = (*none, *(Entry(theme, (theme,)) for theme in themes(self._bridge.view) if theme != said.theme))
        choice = Choice(_("Under which theme?"), _("Enter chooses · Esc closes"), entries, new=_("new theme: {text}"))
        self.chooser.open(choice, lambda chosen: self._set_theme(said.id, chosen[0].value[0]))

    def _set_theme(self, contribution_id: str, theme: str) -> None:
        self._bridge.attempt(capturing.edit_contribution, contribution_id, theme=theme)

    def _move(self, known: RoundView, said: ContributionView) -> None:
        _ = self._bridge.language.gettext
        entries = tuple(places(self._bridge.view, known, said, self._bridge.language))
        choice = Choice(_("Move it where?"), _("Enter chooses · Esc closes"), entries)

        def move(chosen: Sequence[Entry]) -> None:
            round_id, strand, prompt_id = chosen[0].value
            self._bridge.attempt(capturing.move_contribution, said.id, round_id, strand, prompt_id)

        self.chooser.open(choice, move)

    def _merge(self, known: RoundView, said: ContributionView) -> None:
        _ = self._bridge.language.gettext
        others = [each for each in known.contributions if each.id != said.id]
        others.sort(key=lambda each: (each.prompt_id != said.prompt_id, each.strand != said.strand))
        choice = Choice(
            _("Merge with what? The wording of this one stays."),
            _("Tab ticks one of several · Enter merges · Esc closes"),
            tuple(Entry(each.text, (each.id,)) for each in others),
            several=True,
        )

        def merge(chosen: Sequence[Entry]) -> None:
            self._bridge.attempt(capturing.merge_contributions, said.id, [entry.value[0] for entry in chosen])

        self.chooser.open(choice, merge)


def themes(view: WorkshopView) -> list[str]:
    """The themes there are, each once."""
    return [*dict.fromkeys(said.theme for known in view.rounds for said in known.contributions if said.theme)]


def places(view: WorkshopView, here: RoundView, said: ContributionView, language: Language) -> Iterator[Entry]:
    """Where a contribution can go: every strand of every prompt or round, those of its own round first."""
    own = [known for known in view.script if known.id == here.id]
    for known in (*own, *(other for other in view.script if other.id != here.id)):
        for value, text in _strands(known, language):
            if value == (here.id, said.strand, said.prompt_id):
                continue
            elsewhere = words.round_name(view, known, language) if known.id != here.id else ""
            drops = bool(said.participant_id or said.organisation_id) and known.level.openness < here.level.openness
            without = language.gettext("less is kept of who said it") if drops else ""
            yield Entry(dotted((text, elsewhere, without)), value)


def _strands(known: RoundView, language: Language) -> Iterator[tuple[tuple[str, str, str], str]]:
    for strand in KINDS[known.kind].strands:
        label = language.gettext(strand.label)
        if strand.adds_item:
            continue
        if strand.on_round:
            yield (known.id, strand.key, ""), label
            continue
        for number, prompt in enumerate((*known.items, *known.questions), start=1):
            yield (known.id, strand.key, prompt.id), f"{label} · {number} {prompt.text}"


def _contribution(view: WorkshopView, contribution_id: str) -> tuple[RoundView, ContributionView] | None:
    return next(
        ((known, said) for known in view.rounds for said in known.contributions if said.id == contribution_id), None
    )
