"""Any sequence of commands can be taken back and done again, and the view is always what the file holds."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.facilitation.any_command import ARGUED, ERASING, ONLY_IN_A_NEW_FILE, Arguer, all_commands
from tests.workshops import DAY, PEOPLE, Clock, one_round, template
from workshop_app.facilitation import capturing, outcomes
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Change, Desk
from workshop_app.facilitation.journal import clear
from workshop_app.facilitation.opening import create_file
from workshop_app.facilitation.preparing import Head
from workshop_app.facilitation.reading import read_workshop
from workshop_app.i18n import Language
from workshop_app.model import values
from workshop_app.model.entities import UNDOABLE, UNJOURNALED
from workshop_app.model.values import Grain, Level
from workshop_app.storage.checking import findings
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.watch import columns, quoted, table_name

Rows = dict[str, frozenset[tuple[object, ...]]]

COMMANDS = all_commands()
SCRIPT = template(
    one_round("recognition", "Wij kennen elkaar.", "De regio is ver weg.", grain=Grain.ORGANISATION),
    one_round("resistance", "Nog een overleg.", "Wie betaalt dat?", questions=["Wat zeggen wij?"]),
    one_round("position", "Samen", "Apart", grain=Grain.BALLOT, level=Level.ORGANISATION),
    one_round("principles", "Samen beginnen", level=Level.NAME),
    one_round("outcomes"),
)
# Set by the beamer when it comes to the first round, and at the end: not by what can be undone.
FOLLOWS_THE_EVENING = {"state", "started_at", "ended_at"}


def undoable_rows(file: SessionFile) -> Rows:
    """Every undoable table, row by row."""
    with file.reading() as db:
        return {
            name: frozenset(db.execute(f'SELECT {quoted(kept_columns(name))} FROM "{name}"'))
            for name in map(table_name, UNDOABLE)
        }


def kept_columns(table: str) -> list[str]:
    return [name for name in columns(table) if table != "workshop" or name not in FOLLOWS_THE_EVENING]


def evening_rows(file: SessionFile) -> Rows:
    """The tables that undo must never touch, and what the beamer changes in the workshop itself."""
    with file.reading() as db:
        rows = {name: frozenset(db.execute(f'SELECT * FROM "{name}"')) for name in map(table_name, UNJOURNALED)}
        return rows | {"workshop": frozenset(db.execute("SELECT state, started_at, ended_at FROM workshop"))}


def journal(file: SessionFile) -> tuple[int, int]:
    """How many commands can be undone, and how many done again."""
    with file.reading() as db:
        done, undone = db.execute(
            "SELECT count(*) FILTER (WHERE NOT undone), count(*) FILTER (WHERE undone) FROM journal"
        ).fetchone()
    return done, undone


def names_in(*modules: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(name for name in ARGUED if name.split(".")[0] in modules))


class SameEveryTime(Random):
    def urandom(self, count: int) -> bytes:
        return self.randbytes(count)


class AnyEvening(RuleBasedStateMachine):
    """`past` holds the undoable tables after each command that can be undone or done again; `here` is the present."""

    def __init__(self) -> None:
        super().__init__()
        # The same ids in every run, so that a failure can be found again.
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(values, "os", SameEveryTime(5))
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "avond.samenspraak"
        self.clock = Clock()
        create_file(self.path, SCRIPT, Head("Avond", DAY, date(2027, 11, 27)), Language.load("en"), PEOPLE)
        self.sit_down()
        self.say_something()
        self.past = [undoable_rows(self.file)]
        self.here = 0

    def sit_down(self) -> None:
        self.file = SessionFile.open(self.path)
        self.desk = Desk(self.file, self.clock.now, self.clock.monotonic)
        self.told: list[Change] = []
        self.desk.listen(self.told.append)

    def say_something(self) -> None:
        for known in self.desk.view.rounds:
            prompt_id = known.prompts[0].id if known.prompts else ""
            self.desk.run(capturing.contribute, known.id, "explanation", "Zo is het.", prompt_id)
            self.desk.run(outcomes.decide, "Wij beginnen.", known.id)
            self.desk.run(outcomes.act, "Bellen", known.id, prompt_id)
        self.desk.run(outcomes.park, "Later")
        self.desk.run(capturing.add_item, self.desk.view.rounds[1].id, "Uit de zaal")
        with self.file.transaction() as db:
            clear(db)

    @rule(name=names_in("capturing"), data=st.data())
    def capture(self, name: str, data: st.DataObject) -> None:
        self.run(name, data)

    @rule(name=names_in("counting"), data=st.data())
    def count(self, name: str, data: st.DataObject) -> None:
        self.run(name, data)

    @rule(name=names_in("outcomes"), data=st.data())
    def conclude(self, name: str, data: st.DataObject) -> None:
        self.run(name, data)

    @rule(name=names_in("people"), data=st.data())
    def welcome(self, name: str, data: st.DataObject) -> None:
        self.run(name, data)

    @rule(name=names_in("preparing"), data=st.data())
    def prepare(self, name: str, data: st.DataObject) -> None:
        self.run(name, data)

    @rule(name=names_in("stage", "erasing"), data=st.data())
    def go_on(self, name: str, data: st.DataObject) -> None:
        self.run(name, data)

    def run(self, name: str, data: st.DataObject) -> None:
        arguments, fields = Arguer(data.draw, self.desk.view)(name)
        before, before_in_journal = undoable_rows(self.file), journal(self.file)
        evening = evening_rows(self.file)
        try:
            self.desk.run(COMMANDS[name], *arguments, **fields)
        except RefusedError:
            assert undoable_rows(self.file) == before
            assert evening_rows(self.file) == evening
            assert journal(self.file) == before_in_journal
            return
        self.remember(name, before, before_in_journal)

    def remember(self, name: str, before: Rows, before_in_journal: tuple[int, int]) -> None:
        done, undone = journal(self.file)
        after = undoable_rows(self.file)
        if name in ERASING:
            assert (done, undone) == (0, 0)
            self.past, self.here = [after], 0
        elif name == "stage.finish":
            assert done <= before_in_journal[0]
            self.past = self.past[self.here - done : self.here + undone + 1]
            self.here = done
        elif not COMMANDS[name].label or (done, undone) == before_in_journal:
            assert after == before
            assert (done, undone) == before_in_journal
        else:
            assert (done, undone) == (before_in_journal[0] + 1, 0)
            self.past = [*self.past[: self.here + 1], after]
            self.here += 1

    @rule()
    def undo(self) -> None:
        self.travel(self.desk.undo, -1)

    @rule()
    def redo(self) -> None:
        self.travel(self.desk.redo, 1)

    def travel(self, way: Callable[[], str | None], by: int) -> None:
        evening = evening_rows(self.file)
        known = 0 <= self.here + by < len(self.past)
        label = way()
        assert bool(label) == known
        self.here += by if known else 0
        assert undoable_rows(self.file) == self.past[self.here]
        assert evening_rows(self.file) == evening

    @rule(minutes=st.sampled_from([0.1, 3, 45]))
    def wait(self, minutes: float) -> None:
        self.clock.pass_minutes(minutes)

    @rule()
    def start_again(self) -> None:
        view = self.desk.view
        self.file.close()
        assert [path.name for path in self.folder.iterdir()] == [self.path.name]
        self.sit_down()
        assert self.desk.view == view

    @invariant()
    def the_view_is_what_the_file_holds(self) -> None:
        with self.file.reading() as db:
            assert self.desk.view == read_workshop(db)
            assert findings(db) == ()

    @invariant()
    def the_present_is_the_last_of_the_past(self) -> None:
        assert undoable_rows(self.file) == self.past[self.here]

    def teardown(self) -> None:
        try:
            evening = evening_rows(self.file)
            while self.desk.undo():
                pass
            assert undoable_rows(self.file) == self.past[0]
            self.start_again()
            while self.desk.redo():
                pass
            assert undoable_rows(self.file) == self.past[-1]
            assert evening_rows(self.file) == evening
        finally:
            self.file.close()
            shutil.rmtree(self.folder)
            self.patch.undo()


def run_evenings(evenings: int, commands: int) -> None:
    run_state_machine_as_test(
        AnyEvening,
        settings=settings(
            max_examples=evenings,
            stateful_step_count=commands,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_any_sequence_can_be_taken_back_and_done_again() -> None:
    run_evenings(12, 30)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_long_sequences_can_be_taken_back_and_done_again() -> None:
    run_evenings(100, 100)


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) == ARGUED | ONLY_IN_A_NEW_FILE
