"""Each promise in the README names tests that there are."""

import re
from pathlib import Path

TOP = Path(__file__).parents[1]
_CHAPTER = re.compile(r"## What is promised.*?\n## ", re.DOTALL)
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_promise_is_held_by_a_test() -> None:
    chapter = _CHAPTER.search((TOP / "README.md").read_text("utf-8"))
    assert chapter
    promises = re.split(r"\n\d\. ", chapter[0])[1:]
    assert len(promises) == 7
    for promise in promises:
        named = _TEST.findall(promise)
        assert named, promise
        for file, test in named:
            assert f"def {test}(" in (TOP / file).read_text("utf-8"), f"{file}::{test}"
