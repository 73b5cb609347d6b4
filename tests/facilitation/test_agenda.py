"""Rounds against the booked time, and making them fit."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.facilitation.agenda import Balance, fitted


@pytest.mark.parametrize(
    ("total", "booked", "over", "over_net"), [(150, 120, 30, 48), (150, 150, 0, 22), (127, 150, -23, 0), (0, 0, 0, 0)]
)
def test_too_much_is_told_against_the_booked_and_the_net_time(
    total: int, booked: int, over: int, over_net: int
) -> None:
    balance = Balance(total, booked)
    assert (balance.over, balance.over_net) == (over, over_net)


def test_150_minutes_fit_in_120() -> None:
    assert fitted([15, 10, 20, 25, 10, 15, 20, 20, 15], 120) == (12, 8, 16, 20, 8, 12, 16, 16, 12)


MINUTES = st.lists(st.integers(0, 180), max_size=30)


@given(minutes=MINUTES, booked=st.integers(0, 600))
def test_what_is_fitted_takes_what_is_booked(minutes: list[int], booked: int) -> None:
    found = fitted(minutes, booked)
    timed = sum(each > 0 for each in minutes)
    assert sum(found) == (max(booked, timed) if timed else 0)
    assert [each > 0 for each in found] == [each > 0 for each in minutes]
    assert fitted(found, booked) == found


@given(minutes=MINUTES, booked=st.integers(0, 600))
def test_a_longer_round_stays_at_least_as_long(minutes: list[int], booked: int) -> None:
    found = fitted(minutes, booked)
    pairs = sorted(zip(minutes, found, strict=True))
    assert all(later[1] - earlier[1] >= -1 for earlier, later in pairwise(pairs))
