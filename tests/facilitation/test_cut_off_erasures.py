"""An erasure that is cut off, wherever that is: the next start finishes it, or still shows what is left to erase."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.facilitation.bytes_on_disk import found
from tests.facilitation.test_remnants import LATER, SECRETS, an_evening
from workshop_app.facilitation import erasing, forgetting
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.looking import view_of
from workshop_app.facilitation.opening import open_session
from workshop_app.facilitation.remnants import erase_remnants, finish_erasures, remnants_of
from workshop_app.paths import DataPaths, data_paths
from workshop_app.storage.checking import check
from workshop_app.storage.erasures import erasures
from workshop_app.storage.second_place import SecondPlace, choose

ANNA, ADDRESS = "Anna de Wit", "anna@example.org"
_STEPS = frozenset({"os.remove", "os.rename", "os.rmdir", "shutil.rmtree"})
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_ENOUGH = 200
_DONE, _CUT = 0, 9
STRIDES = pytest.mark.parametrize("stride", [pytest.param(1, marks=pytest.mark.slow), 6])


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return data_paths(tmp_path / "now" / "data")


@pytest.fixture
def second(paths: DataPaths) -> SecondPlace:
    stick = paths.home.parent / "stick"
    stick.mkdir(parents=True)
    return SecondPlace(choose(stick), paths.owed)


def cut_off(work: Callable[[], object], step: int) -> bool:
    """Do the work in another process that ends at this step, without any farewell. Whether it came so far."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == _CUT
    steps = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal steps
        steps += event in _STEPS or (event == "open" and bool(int(str(arguments[2])) & _WRITES))
        if steps > step:
            os._exit(_CUT)

    try:
        sys.addaudithook(count)
        work()
    finally:
        os._exit(_DONE)


def at_every_step(work: Callable[[], object], then: Callable[[], object], place: Path, stride: int) -> int:
    """Cut the work off at each step in turn, or at one in so many, everything in place as it was, and look what is
    left. How many steps."""
    kept = place.with_name("kept")
    shutil.copytree(place, kept)
    for step in range(0, _ENOUGH, stride):
        was_cut = cut_off(work, step)
        then()
        if not was_cut:
            return step
        shutil.rmtree(place)
        shutil.copytree(kept, place)
    raise AssertionError("there is no end to it")


@STRIDES
def test_of_a_session(paths: DataPaths, second: SecondPlace, stride: int) -> None:
    path, place = an_evening(paths, second), paths.home.parent
    there = remnants_of(path, paths, second)
    erased = 0

    def erase() -> None:
        erase_remnants(there, there.made, paths, second, LATER)

    def look() -> None:
        nonlocal erased
        left = finish_erasures(paths, second)
        second.settle()
        if path.exists():
            assert erasures(paths.erasures) == ()
            assert [each for each, _ in left] in ([], [path])
            assert check(path) == ()
            again = remnants_of(path, paths, second)
            erase_remnants(again, again.made, paths, second, LATER)
        else:
            erased += 1
            assert left == ()
        assert [each.counts for each in erasures(paths.erasures)] == [there.counts]
        assert {each: found(each, place) for each in (*SECRETS, path.stem)} == {
            each: [] for each in (*SECRETS, path.stem)
        }

    steps = at_every_step(erase, look, place, stride)
    assert steps > erased > 0


@STRIDES
def test_of_a_person(paths: DataPaths, second: SecondPlace, stride: int) -> None:
    path, place = an_evening(paths, second), paths.home.parent
    for made in remnants_of(path, paths, second).made:
        made.unlink()
    cut_before = cut_after = 0

    def forget() -> None:
        with open_session(path, paths.sessions, paths.backups) as file:
            file.second = second
            desk = Desk(file)
            anna = next(each.id for each in desk.view.participants if each.name == ANNA)
            erasing.erase(desk, forgetting.forget, anna, {}, "iemand")

    def look() -> None:
        nonlocal cut_before, cut_after
        assert finish_erasures(paths, second) == ()
        assert check(path) == ()
        if ANNA in [each.name for each in view_of(path).participants]:
            cut_before += 1
        else:
            cut_after += 1
            assert [found(each, place) for each in (ANNA, ADDRESS)] == [[], []]

    at_every_step(forget, look, place, stride)
    assert cut_before
    assert cut_after
