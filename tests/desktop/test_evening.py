"""Four hours in one go, in two thousand commands."""

import sys

import pytest

from tests.benchmarks.evening import whole_evening


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.skipif(sys.platform != "linux", reason="reads memory as Linux tells it")
def test_an_evening_takes_no_memory_loses_no_time_and_stays_quick() -> None:
    told = whole_evening()
    assert told["last"] <= told["first"] * 1.1
    assert told["drift"] <= 1
    assert told["repaints"] > 500
    assert told["p99"] <= 16, told
