"""A facilitator who does anything at all, for half an hour: nothing is lost, and no memory either.

`--soak-minutes` says how long the slow form lasts. Evening follows evening in one process, each with a file of its own.
"""

import gc
import os
import shutil
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from tests.facilitation.any_command import ARGUED, ERASING, Arguer
from tests.facilitation.test_undo import COMMANDS, AnyEvening, names_in, undoable_rows
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.erasing import erase
from workshop_app.facilitation.looking import view_of
from workshop_app.storage import backups
from workshop_app.storage.checking import check
from workshop_app.storage.session_file import SessionFile

EVENINGS_AT_ONCE = 8
"""Of which Hypothesis makes the first as simple as it can."""
STEPS = 120
GROWTH = 1.10
DONE: Counter[str] = Counter()
"""What was done, for the figures at the end."""


class AnyLongEvening(AnyEvening):
    """Every command there is; with backups, copies of the open file, and texts that are erased for good."""

    def sit_down(self) -> None:
        self.backup_folder = self.folder.with_name(f"{self.folder.name}-backups")
        self.file = SessionFile.open(self.path, self.backup_folder)
        assert self.file.backup_fault is None
        self.desk = Desk(self.file, self.clock.now, self.clock.monotonic)
        self.told = []
        self.desk.listen(self.told.append)
        DONE["opened"] += 1

    @rule(name=names_in("grouping", "placing", "weighing", "pictures"), data=st.data())
    def work_in_groups(self, name: str, data: st.DataObject) -> None:
        self.run(name, data)

    @rule(name=st.sampled_from(sorted(ARGUED)), data=st.data())
    def do_anything(self, name: str, data: st.DataObject) -> None:
        self.run(name, data)

    @rule(data=st.data())
    def type_half_a_text(self, data: st.DataObject) -> None:
        self.run("stage.keep_draft", data)

    @rule(data=st.data())
    def walk(self, data: st.DataObject) -> None:
        self.run("stage.go", data)

    @rule()
    def back_up(self) -> None:
        made = self.file.backup()
        assert made is not None
        assert check(made) == ()
        assert view_of(made) == self.desk.view
        assert len(backups.existing(self.backup_folder)) <= backups.KEEP + backups.KEEP_DAYS
        DONE["backed up"] += 1

    @rule()
    def mail_the_open_file(self) -> None:
        copy = self.folder.with_name(f"{self.folder.name}-copy")
        shutil.copyfile(self.path, copy)
        try:
            assert check(copy) == ()
            with SessionFile.open(copy) as file:
                assert Desk(file).view == self.desk.view
                assert undoable_rows(file) == undoable_rows(self.file)
        finally:
            copy.unlink()
        DONE["copied while open"] += 1

    @rule(name=st.sampled_from(sorted(ERASING)), data=st.data())
    def erase_for_good(self, name: str, data: st.DataObject) -> None:
        arguments, fields = Arguer(data.draw, self.desk.view)(name)
        try:
            erase(self.desk, COMMANDS[name], *arguments, **fields)
        except RefusedError:
            return
        assert len(backups.existing(self.backup_folder)) == 1
        self.past, self.here = [undoable_rows(self.file)], 0
        DONE["erased"] += 1

    def run(self, name: str, data: st.DataObject) -> None:
        super().run(name, data)
        DONE["commands"] += 1

    def teardown(self) -> None:
        try:
            super().teardown()
        finally:
            shutil.rmtree(self.backup_folder)
        DONE["evenings"] += 1


@dataclass
class Figures:
    """How a soak went: resident megabytes at each of its measurements, with their seconds."""

    measured: list[tuple[float, float]] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """The most after the first tenth, to that at the first tenth."""
        tenth = self.measured[-1][0] / 10
        after = [resident for seconds, resident in self.measured if seconds >= tenth]
        return max(after) / after[0]

    def __str__(self) -> str:
        done = ", ".join(f"{count} {what}" for what, count in sorted(DONE.items()))
        tenth = max(1, len(self.measured) // 10)
        curve = " ".join(f"{resident:.0f}" for _, resident in self.measured[::tenth])
        return f"{self.measured[-1][0]:.0f} s: {done}; resident MB {curve}; growth {self.growth:.3f}"


def resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def some_evenings(evenings: int, steps: int) -> None:
    run_state_machine_as_test(
        AnyLongEvening,
        settings=settings(
            max_examples=evenings,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )


def soak(minutes: float, evenings: int = EVENINGS_AT_ONCE, steps: int = STEPS) -> Figures:
    figures = Figures()
    start = time.monotonic()
    while time.monotonic() - start < minutes * 60:
        some_evenings(evenings, steps)
        figures.measured.append((time.monotonic() - start, resident()))
        print(figures, flush=True)
    return figures


def test_an_evening_of_anything_loses_nothing() -> None:
    some_evenings(4, 40)


@pytest.mark.slow
@pytest.mark.timeout(0)
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read as Linux tells it")
def test_half_an_hour_of_anything_loses_nothing_and_takes_no_memory(request: pytest.FixtureRequest) -> None:
    figures = soak(request.config.getoption("--soak-minutes"))
    assert figures.growth <= GROWTH, str(figures)
