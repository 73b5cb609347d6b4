"""The script: its rounds with their times, whether they fit, and one of them in detail."""

from datetime import datetime, timedelta

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare import round_words
from workshop_app.desktop.prepare.kind_picker import KindPicker
from workshop_app.desktop.prepare.round_pane import RoundPane
from workshop_app.desktop.prepare.script_list import ScriptList
from workshop_app.desktop.questions import Ask, Question, ask
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import ElidedLabel, TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation.agenda import Balance, fitted
from workshop_app.facilitation.preparing import (
    add_round,
    copy_round,
    edit_round,
    move_round,
    remove_round,
    retime_rounds,
)
from workshop_app.facilitation.running_order import holds_answers
from workshop_app.model.text import dotted
from workshop_app.model.values import TITLE_LIMIT
from workshop_app.model.views import WorkshopInfo, WorkshopView
from workshop_app.rounds.catalogue import KINDS

_NEW_MINUTES = 15
_PANE = 31
"""Width of the pane in heights of a letter, and at most this part of the page."""
_PART = 0.37


class ScriptPage(QWidget):
    """The rounds and the current one in detail; what is changed is saved at once. No signals."""

    def __init__(
        self, bridge: Bridge, ask: Ask = ask, for_template: bool = False, parent: QWidget | None = None
    ) -> None:
        """`for_template`: it is the script of a template, which has no day and no booked time."""
        super().__init__(parent)
        self._for_template = for_template
        self._bridge, self._ask = bridge, ask
        self._language = bridge.language
        self._list = ScriptList(self._language)
        self._pane = RoundPane(bridge, ask)
        self._when = ElidedLabel("", "body", "muted")
        self._total, self._booked = TextLabel("", "strong"), TextLabel("", "strong")
        self._hint = TextLabel("", "strong", "warm")
        self._fit = QPushButton(self._language.gettext("Let it fit"))
        self._fit.setToolTip(self._language.gettext("Give all rounds less or more time, in the same proportion"))
        self._lay_out()
        self._list.picked.connect(self._pick)
        self._list.entered.connect(self._pane.take_focus)
        self._list.retimed.connect(lambda known, minutes: self._edit(known, minutes=minutes))
        self._list.switched.connect(lambda known, on: self._edit(known, enabled=on))
        self._list.moved.connect(lambda known, by: bridge.attempt(move_round, known, by))
        self._list.copied.connect(self._copy)
        self._list.removed.connect(self._remove)
        self._fit.clicked.connect(self._let_fit)

    def show_view(self, view: WorkshopView) -> None:
        """Show the script as it is saved."""
        self._list.show_script(view)
        self._pane.show_round(view, self._list.current)
        self._when.setText(self._summary(view.info))
        self._show_balance(view)

    def add(self) -> None:
        """Ask which kind of round, and add one after the current one."""
        if self._pane.flush():
            picker = KindPicker(self._language, self)
            picker.picked.connect(self._add)
            picker.finished.connect(picker.deleteLater)
            picker.open()

    def flush(self) -> bool:
        """Have saved what was typed last, and say whether that worked."""
        self._list.flush()
        return self._pane.flush()

    def take_focus(self) -> None:
        """Begin at the current round."""
        self._list.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large letters the pane leaves room for the list."""
        super().resizeEvent(event)
        self._pane.setFixedWidth(min(_PANE * self.font().pixelSize(), round(_PART * self.width())))

    def _pick(self, round_id: str) -> None:
        shown = self._pane.round_id
        if shown != round_id and not self._pane.flush():
            # What was typed could not be saved, and the window says why: nothing takes its place.
            self._list.pick(shown)
            return
        self._pane.show_round(self._bridge.view, round_id)

    def _edit(self, round_id: str, **fields: object) -> None:
        if not self._bridge.attempt(edit_round, round_id, **fields):
            self.show_view(self._bridge.view)

    def _add(self, kind_id: str) -> None:
        _ = self._language.gettext
        kind, after = KINDS[kind_id], self._list.current
        prompts = round_words.first_prompts(kind, self._language)
        texts = _(kind.name), _(kind.question)
        before = self._ids()
        if self._bridge.attempt(add_round, kind_id, *texts, _NEW_MINUTES, after, prompts):
            self._go_to_new(before)

    def _copy(self, round_id: str) -> None:
        known = self._bridge.view.round(round_id)
        if known is None or not self._pane.flush():
            return
        title = self._language.gettext("{title} (copy)").format(title=known.title)[:TITLE_LIMIT]
        before = self._ids()
        if self._bridge.attempt(copy_round, round_id, title):
            self._go_to_new(before)

    def _ids(self) -> frozenset[str]:
        return frozenset(known.id for known in self._bridge.view.rounds)

    def _go_to_new(self, before: frozenset[str]) -> None:
        for round_id in self._ids() - before:
            self._list.pick(round_id)
            self._list.take_focus()

    def _remove(self, round_id: str) -> None:
        view = self._bridge.view
        known = view.round(round_id)
        if known is None or not self._pane.flush():
            return
        _ = self._language.gettext
        question = Question(
            _("Take “{title}” out of the script?").format(title=known.title),
            _("What was counted and said in it goes too. You can undo that."),
            _("Take away"),
            _("Keep"),
        )
        if not (holds_answers(view, known) or known.groups) or self._ask(question, self.window()):
            self._bridge.attempt(remove_round, round_id)

    def _let_fit(self) -> None:
        view = self._bridge.view
        room = max(0, view.info.booked_minutes - view.info.slack_minutes)
        minutes = fitted([known.minutes for known in view.script], room)
        ids = [known.id for known in view.script]
        self._bridge.attempt(retime_rounds, dict(zip(ids, minutes, strict=True)))

    def _summary(self, info: WorkshopInfo) -> str:
        start = datetime.combine(info.day, info.start)
        end = start + timedelta(minutes=info.booked_minutes)
        times = f"{self._language.time(start)}–{self._language.time(end)}"
        return dotted((self._language.date(info.day, "day"), times, info.place))

    def _show_balance(self, view: WorkshopView) -> None:
        _ = self._language.gettext
        if self._for_template:
            total = sum(known.minutes for known in view.script) + view.info.slack_minutes
            self._total.setText(_("{n} min").format(n=total))
            self._when.setText(_("{n} min slack, beside the rounds").format(n=view.info.slack_minutes))
            return
        balance = Balance(sum(known.minutes for known in view.script), view.info.booked_minutes)
        self._total.setText(_("{n} min").format(n=balance.total))
        self._booked.setText(_("{n} min").format(n=balance.booked))
        over, net = balance.over, balance.over_net
        if over > 0:
            hint = _("{n} min too much").format(n=over)
        elif over == 0 and net:
            hint = _("no slack: count on 85 %, so {n} min too much").format(n=net)
        elif net:
            hint = _("{spare} min slack: count on 85 %, so {n} min too much").format(spare=-over, n=net)
        else:
            hint = ""
        self._hint.setText(hint)
        self._fit.setEnabled(balance.total > 0 and balance.booked > 0)

    def _lay_out(self) -> None:
        _ = self._language.gettext
        balance = FlowLayout(3 * STEP)
        for words, amount in ((_("together"), self._total), (_("booked"), self._booked)):
            pair = QWidget()
            beside = QHBoxLayout(pair)
            beside.setContentsMargins(0, 2 * STEP, 2 * STEP, 0)
            beside.setSpacing(2 * STEP)
            beside.addWidget(TextLabel(words, "body", "muted"))
            beside.addWidget(amount)
            if self._for_template and amount is self._booked:
                pair.hide()
            balance.addWidget(pair)
        self._hint.setContentsMargins(0, 2 * STEP, 0, 0)
        balance.addWidget(self._hint)
        balance.addWidget(self._fit)
        for part in (self._hint, self._fit) if self._for_template else ():
            part.hide()
        left = QVBoxLayout()
        left.setContentsMargins(7 * STEP, 6 * STEP, 5 * STEP, 4 * STEP)
        left.setSpacing(STEP)
        left.addWidget(TextLabel(_("Script"), "heading"))
        left.addWidget(self._when)
        left.addSpacing(2 * STEP)
        left.addWidget(self._list, 1)
        left.addSpacing(STEP)
        left.addLayout(balance)
        line = Surface("rule")
        line.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(line)
        row.addWidget(self._pane)
