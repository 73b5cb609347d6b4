"""Points and labels never cover each other, however many there are and wherever they are wanted."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_app.model.label_places import Box, Spot, label_places, spread_out

FRAME = Box(0, 0, 1240, 790)
NAMES = (Box(0, 0, 300, 60), Box(940, 0, 1240, 60), Box(0, 730, 300, 790), Box(940, 730, 1240, 790))
RADIUS = 20.0

steps = st.integers(1, 9)
points = st.lists(st.tuples(steps, steps), min_size=1, max_size=60)
widths = st.sampled_from([20.0, 90.0, 160.0, 600.0, 1230.0, 4_000.0])


def wanted(across: int, up: int) -> Spot:
    return Spot(80 + (across - 1) * 135, 710 - (up - 1) * 78)


def spots_of(places: list[tuple[int, int]]) -> list[Spot]:
    return spread_out([wanted(*place) for place in places], RADIUS, [FRAME] * len(places), NAMES)


def overlaps(boxes: list[Box]) -> list[tuple[int, int]]:
    return [(n, m) for n, one in enumerate(boxes) for m, other in enumerate(boxes[:n]) if one.overlaps(other)]


@settings(max_examples=40, deadline=None)
@given(points, st.data())
def test_nothing_covers_anything(places: list[tuple[int, int]], data: st.DataObject) -> None:
    spots = spots_of(places)
    discs = [spot.box(RADIUS) for spot in spots]
    assert all(FRAME.holds(disc) for disc in discs)
    assert overlaps([*discs, *NAMES]) == []
    sizes = [(data.draw(widths), 45.0) for _ in places]
    labels = label_places(spots, sizes, RADIUS, FRAME, NAMES)
    if labels is not None:
        assert [(round(b.right - b.left), round(b.bottom - b.top)) for b in labels] == [
            (round(w), 45) for w, _ in sizes
        ]
        assert all(FRAME.holds(label) for label in labels)
        assert overlaps([*discs, *labels, *NAMES]) == []


def test_a_point_that_is_alone_stands_where_it_is_wanted_with_its_label_at_the_right() -> None:
    (spot,) = spots_of([(3, 7)])
    assert spot == wanted(3, 7)
    assert label_places([spot], [(100, 45)], RADIUS, FRAME) == [
        Box(spot.x + RADIUS, spot.y - 22.5, spot.x + RADIUS + 100, spot.y + 22.5)
    ]


def test_four_in_one_place_stand_beside_each_other_and_keep_their_labels() -> None:
    spots = spots_of([(5, 5)] * 4)
    assert len(set(spots)) == 4
    assert label_places(spots, [(160, 45)] * 4, RADIUS, FRAME, NAMES) is not None


def test_labels_that_cannot_all_be_there_are_not_there_at_all() -> None:
    assert label_places(spots_of([(5, 5)] * 40), [(600, 45)] * 40, RADIUS, FRAME, NAMES) is None


def test_points_stay_in_their_own_quarter() -> None:
    quarter = Box(620, 0, 1240, 395)
    spots = spread_out([wanted(6, 6)] * 30, RADIUS, [quarter] * 30)
    assert all(quarter.holds(spot.box(RADIUS)) for spot in spots)
    assert overlaps([spot.box(RADIUS) for spot in spots]) == []
