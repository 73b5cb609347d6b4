"""Who sits at which table: organisations mixed as well as can be, sizes even, locked people where they were."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.facilitation.group_maker import Guest, best_table, make_tables

Tables = Sequence[Sequence[str]]


@st.composite
def rooms(
    draw: st.DrawFn, people: tuple[int, int] = (2, 60), tables: tuple[int, int] = (2, 8), organisations: int = 15
) -> tuple[list[Guest], int, int]:
    """Guests, a number of tables, and a seed."""
    names = [f"o{n}" for n in range(draw(st.integers(1, organisations)))]
    chosen = draw(st.lists(st.sampled_from([*names, ""]), min_size=people[0], max_size=people[1]))
    guests = [Guest(f"p{n}", organisation) for n, organisation in enumerate(chosen)]
    return guests, draw(st.integers(*tables)), draw(st.integers(0, 9999))


def locks_of(draw: st.DataObject, guests: Sequence[Guest], count: int) -> dict[str, int]:
    """Some of the guests, each at a table."""
    some = draw.draw(st.lists(st.sampled_from([guest.id for guest in guests]), unique=True))
    return {each: draw.draw(st.integers(0, count - 1)) for each in some}


def pairs(guests: Sequence[Guest], tables: Tables) -> int:
    """How many pairs of people of one organisation sit together."""
    of = {guest.id: guest.organisation for guest in guests}
    together = (pair for table in tables for pair in combinations(table, 2))
    return sum(bool(of[one]) and of[one] == of[other] for one, other in together)


def sizes_are_even(tables: Tables, locks: Mapping[str, int]) -> bool:
    """They differ by one at most, not counting tables where more people are locked than others sit."""
    locked = Counter(locks.values())
    sizes = [len(table) for place, table in enumerate(tables) if len(table) > locked[place]] or [0]
    others = [len(table) for table in tables]
    return max(sizes) - min(others) <= 1


@given(rooms())
def test_without_locks_every_organisation_is_spread_evenly_over_even_tables(room: tuple[list[Guest], int, int]) -> None:
    guests, count, seed = room
    tables = make_tables(guests, count, seed)
    assert sorted(each for table in tables for each in table) == sorted(guest.id for guest in guests)
    assert max(map(len, tables)) - min(map(len, tables)) <= 1
    organisation = {guest.id: guest.organisation for guest in guests}
    for name, people in Counter(organisation.values()).items():
        if name:
            there = [sum(organisation[each] == name for each in table) for table in tables]
            assert set(there) <= {people // count, -(-people // count)}


@given(rooms(), st.data())
def test_who_is_locked_stays_and_the_others_fill_up(room: tuple[list[Guest], int, int], data: st.DataObject) -> None:
    guests, count, seed = room
    locks = locks_of(data, guests, count)
    tables = make_tables(guests, count, seed, locks)
    assert sorted(each for table in tables for each in table) == sorted(guest.id for guest in guests)
    assert all(each in tables[place] for each, place in locks.items())
    assert sizes_are_even(tables, locks)


@given(rooms(people=(2, 7), tables=(2, 3), organisations=3), st.data())
def test_no_seating_has_fewer_pairs(room: tuple[list[Guest], int, int], data: st.DataObject) -> None:
    guests, count, seed = room
    locks = locks_of(data, guests, count)
    made = make_tables(guests, count, seed, locks)
    best = pairs(guests, made)
    for places in product(range(count), repeat=len(guests)):
        tables = [[g.id for g, at in zip(guests, places, strict=True) if at == place] for place in range(count)]
        stays = all(each in tables[place] for each, place in locks.items())
        if stays and sorted(map(len, tables)) == sorted(map(len, made)):
            assert pairs(guests, tables) >= best


@given(rooms(), st.randoms())
def test_the_same_people_number_and_seed_give_the_same_tables(
    room: tuple[list[Guest], int, int], random: Random
) -> None:
    guests, count, seed = room
    again = random.sample(guests, len(guests))
    assert make_tables(guests, count, seed) == make_tables(again, count, seed)


def test_another_seed_is_another_mix() -> None:
    guests = [Guest(f"p{n}", f"o{n % 10}") for n in range(24)]
    mixes = [make_tables(guests, 5, seed) for seed in range(20)]
    together = {frozenset(pair) for mix in mixes for table in mix for pair in combinations(table, 2)}
    assert len({tuple(frozenset(table) for table in mix) for mix in mixes}) == 20
    assert len(together) > 200, "of the 254 pairs of people of different organisations"


@pytest.mark.parametrize(("sizes", "expected"), [((3, 2, 2), 2), ((2, 2, 2), 1), ((2, 3, 3), 0)])
def test_who_comes_late_goes_to_the_smallest_table_without_their_own(sizes: tuple[int, ...], expected: int) -> None:
    tables = [[Guest(f"{place}-{n}", f"o{place}-{n}") for n in range(size)] for place, size in enumerate(sizes)]
    tables[1][0] = Guest("own", "o1") if expected == 2 else tables[1][0]
    tables[0][0] = Guest("other", "o1")
    assert best_table(Guest("late", "o1"), tables) == expected


def test_more_tables_than_people_and_no_table_at_all() -> None:
    assert sorted(map(len, make_tables([Guest("a", "x"), Guest("b", "x")], 4, 1))) == [0, 0, 1, 1]
    assert make_tables([], 2, 1) == ((), ())
    with pytest.raises(ValueError, match="table"):
        make_tables([], 0, 1)
