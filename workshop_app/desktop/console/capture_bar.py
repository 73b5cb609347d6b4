"""The capture line: what is typed here is kept with Enter, where the chosen strand says."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import capture_remarks
from workshop_app.desktop.console.addressing import NOBODY, Addressed, addressed
from workshop_app.desktop.console.capture_frame import CaptureFrame
from workshop_app.desktop.console.drafts import Drafts, Slot
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.recent import ids_at
from workshop_app.desktop.console.taking_down import Line, take_down
from workshop_app.desktop.console.targets import (
    ACTION,
    Target,
    invitation,
    is_quote,
    keeps_author,
    place_of,
    prefixed,
    targets,
    usual_key,
)
from workshop_app.facilitation.action_line import Owner, completions
from workshop_app.facilitation.schedule import wall_clock
from workshop_app.model.text import dotted
from workshop_app.model.values import Level

_HANDS_REST_AFTER = 200
"""Milliseconds after the last key."""


class CaptureBar(CaptureFrame):
    """Takes down what the room says. It keeps half-typed text with its place. No signals."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, self._names, parent)
        self._bridge = bridge
        self._here = Here.of(bridge.view)
        self._subject: str | None = None
        self._veiled = False
        self._targets: tuple[Target, ...] = ()
        self._key = ""
        self._dressed = Target("", "", "")
        self._insisted = ""
        self._reminded: set[str] = set()
        self._drafts = Drafts(bridge, self.editor)
        self._drafts.state_changed.connect(self._show_draft)
        self.editor.entered.connect(self.submit)
        self.button.clicked.connect(self.submit)
        self._buttons.chosen.connect(self.choose)
        self.editor.textChanged.connect(self._read_along)
        self._pause = QTimer(self, singleShot=True, interval=_HANDS_REST_AFTER)
        self._pause.timeout.connect(self._read)
        self.author.done.connect(self.editor.setFocus)
        self.author.editingFinished.connect(self._warn)

    @property
    def target(self) -> Target:
        """What the line takes down now: as it says itself, else as was chosen."""
        return prefixed(self.editor.toPlainText(), self._targets)[0] or self._chosen

    @property
    def _chosen(self) -> Target:
        return next((each for each in self._targets if each.key == self._key), self._targets[-1])

    def show_here(self, here: Here, subject: str | None, veiled: bool) -> None:
        """Follow the beamer and the panel: strands, draft, and who can be named.

        While the room can see this screen (`veiled`) no names are offered; those that are typed still count.
        """
        arrived = not self._targets or here.place != self._here.place
        self._here, self._subject, self._veiled = here, subject, veiled
        offered = targets(here, self._language)
        if offered != self._targets:
            self._targets = offered
            self._buttons.offer(offered)
            self._fold()
        if arrived:
            self._key = self._key_with_draft(usual_key(here))
            self._forget_details()
            self._remind()
        self._follow()
        self.taken.follow(here.view)

    def choose(self, digit: str) -> None:
        """Choose what is taken down by its digit; one that is not there changes nothing. What is typed goes along."""
        key = next((each.key for each in self._targets if each.digit == digit), self._key)
        if key != self._key:
            self._key = key
            if self.editor.toPlainText().strip():
                self._drafts.carry_to(self._slot)
            self._follow()
        # A click on the button that was on has put it off.
        self._buttons.mark(self.target.key)
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self, box: QCheckBox) -> None:
        """Tick a box of a quote, or not, while it is there."""
        if box.isVisible():
            box.toggle()

    def tell(self, news: str) -> None:
        """Say something where the last captures stand, until the next one."""
        self.taken.tell(news)

    def keep(self) -> None:
        """Keep what is half typed."""
        self._drafts.keep()

    def submit(self) -> None:
        """Take the line down. When it cannot be saved, or a name in it is nobody's, the text stays."""
        target, typed = self.target, prefixed(self.editor.toPlainText(), self._targets)[1].strip()
        slot = self._drafts.slot
        if not typed or slot is None:
            return
        said = addressed(self._here, target, typed)
        if self._asks_about_a_name(said, typed):
            return
        author = self._author(target, said)
        if author is None:
            return
        line = Line(said.text, author, self.verbatim.isChecked(), self.in_minutes.isChecked())
        round_id = self._here.place.round_id
        before = ids_at(self._bridge.view, round_id)
        if not take_down(self._bridge, self._here, target, self._subject, line, slot):
            return
        self.taken.add(before, self._bridge.view, round_id, f"{target.label.lower()}: {said.text}")
        self._forget_details()
        self._drafts.empty()
        self._read()
        self.tell(self._afterwards(target, said, before))
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asks_about_a_name(self, said: Addressed, typed: str) -> bool:
        """Say once that a name is nobody's; whoever goes on means it so."""
        if not said.unknown or typed == self._insisted:
            return False
        self._insisted = typed
        words = self._language.gettext("@{name} is not on the list. Enter takes it down like this; or change the name.")
        self.tell(words.format(name=said.unknown))
        return True

    def _author(self, target: Target, said: Addressed) -> Owner | None:
        """Who said it, in the line or beside it; None when that is a name that cannot be kept."""
        if said.author is not NOBODY or not keeps_author(self._here, target):
            return said.author
        found = self.author.author(self._bridge.view)
        if found is None:
            self.tell(self._language.gettext("This name is not on the list. Choose another, or leave it empty."))
            self.author.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def _afterwards(self, target: Target, said: Addressed, before: frozenset[str]) -> str:
        """What has to be said about what was taken down."""
        view = self._bridge.view
        if said.dropped:
            return self._language.gettext("Taken down without {name}: that is not kept here.").format(name=said.dropped)
        if target.key != ACTION:
            return capture_remarks.of_text(self._here, said, self._language)
        today = wall_clock(self._bridge.desk.now()).date()
        made = [action for action in view.actions if action.id not in before]
        remarks = [capture_remarks.of_action(action, view, self._language, today) for action in made]
        return dotted((*(f"{action.text}: {each}" for action, each in zip(made, remarks, strict=True) if each),))

    def _forget_details(self) -> None:
        self.author.clear()
        self.verbatim.setChecked(False)
        self.in_minutes.setChecked(False)

    def _key_with_draft(self, usual: str) -> str:
        keys = [usual, *(each.key for each in self._targets if each.key != usual)]
        return next((key for key in keys if self._draft(key)), usual)

    def _draft(self, key: str) -> str:
        target = next(each for each in self._targets if each.key == key)
        return self._bridge.view.draft(self._here.place.round_id, place_of(self._here, target, self._subject), key)

    @property
    def _slot(self) -> Slot:
        """Where what is typed now belongs."""
        chosen = self._chosen
        return Slot(self._here.place.round_id, place_of(self._here, chosen, self._subject), chosen.key)

    def _follow(self) -> None:
        """Follow the place and the choice: bring back the draft, then what the line says itself."""
        self._drafts.go_to(self._slot)
        self._dress(self.target)

    def _dress(self, target: Target) -> None:
        self._dressed = target
        place_id = place_of(self._here, target, self._subject)
        self.editor.in_action = target.key == ACTION
        self.editor.invite(invitation(self._here, target, place_id, self._language))
        self._buttons.mark(target.key)
        quote, with_author = is_quote(self._here, target), keeps_author(self._here, target)
        self.verbatim.setVisible(quote)
        self.in_minutes.setVisible(quote)
        self.author.setVisible(with_author)
        self._unkept.setVisible(self._here.round is not None and self._here.round.level is Level.ANONYMOUS)
        if with_author and self._here.round:
            self.author.show_people(self._here.view, self._here.round.level, self._veiled)

    def _names(self, typed: str) -> Iterable[str]:
        """The names to complete, where naming somebody means something."""
        named = self._dressed.strand is None or keeps_author(self._here, self._dressed)
        if named and not self._veiled:
            return (each.name for each in completions(typed, self._here.view))
        return ()

    def _read_along(self) -> None:
        """Follow what the line says itself at once; look at the rest of it when the hands rest."""
        if not self._targets:
            return
        target = prefixed(self.editor.toPlainText(), self._targets)[0] or self._chosen
        if target is not self._dressed:
            self._dress(target)
        self._pause.start()

    def _read(self) -> None:
        """Warn of what does not belong in the line."""
        said = addressed(self._here, self._dressed, prefixed(self.editor.toPlainText(), self._targets)[1])
        self.taken.remark(capture_remarks.of_text(self._here, said, self._language))

    def _remind(self) -> None:
        reminder = capture_remarks.on_arrival(self._here, self._language)
        if reminder and self._here.place.round_id not in self._reminded:
            self._reminded.add(self._here.place.round_id)
            self.tell(reminder)

    def _warn(self) -> None:
        warning = self.author.warning(self._bridge.view)
        if warning:
            self.tell(warning)
