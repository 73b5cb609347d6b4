"""The desk: commands, what the windows are told, and the time spent in rounds."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.workshops import DAY, PEOPLE, Clock, one_round, open_desk, reopened, template
from workshop_app.facilitation import capturing, counting, outcomes, people, preparing, script, stage
from workshop_app.facilitation.command import GoneError, RefusedError
from workshop_app.facilitation.desk import Change, Desk
from workshop_app.facilitation.opening import create_file
from workshop_app.facilitation.preparing import Head
from workshop_app.facilitation.task_clock import task_seconds_left
from workshop_app.facilitation.voices import majority
from workshop_app.i18n import Language
from workshop_app.model.values import ROOM_VOICE, Grain, Level, Presence, ballot_voice, organisation_voice
from workshop_app.model.views import Place, PromptView, RoundView
from workshop_app.storage.faults import UnverifiedError
from workshop_app.storage.second_look import SecondLook

ROUNDS = (
    one_round("recognition", "Wij kennen elkaar.", "De regio is ver weg."),
    one_round("position", "Samen", "Apart", grain=Grain.BALLOT),
    one_round("selfscan", "Visie", "Geld", grain=Grain.ORGANISATION),
    one_round("pause"),
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with open_desk(tmp_path, *ROUNDS, clock=clock) as desk:
        yield desk


def known(desk: Desk, place: int) -> RoundView:
    return desk.view.rounds[place]


def enter(desk: Desk, place: int) -> None:
    """Bring the beamer to the beginning of a round."""
    desk.run(stage.go, script.round_places(known(desk, place))[0], desk.now())


class TestWhatWindowsAreTold:
    def test_a_change_says_what_was_touched(self, desk: Desk) -> None:
        told: list[Change] = []
        stop = desk.listen(told.append)
        round_id = known(desk, 0).id
        desk.run(capturing.contribute, round_id, "explanation", "Zo is het.")
        desk.run(stage.reveal, script.Reveal(round_id, "prompt"))
        desk.undo()
        desk.redo()
        stop()
        desk.undo()
        contribution = frozenset({"contribution"})
        assert told == [
            Change("done", "contribution", contribution, frozenset({round_id})),
            Change("done", "", frozenset({"reveal"}), frozenset({round_id})),
            Change("undone", "contribution", contribution, frozenset({round_id})),
            Change("redone", "contribution", contribution, frozenset({round_id})),
        ]

    def test_the_view_is_new_when_they_are_told(self, desk: Desk) -> None:
        seen: list[int] = []
        desk.listen(lambda _: seen.append(len(desk.view.decisions)))
        desk.run(outcomes.decide, "Wij beginnen.")
        desk.undo()
        assert seen == [1, 0]

    def test_nothing_is_told_of_what_was_refused_or_not_there(self, desk: Desk) -> None:
        told: list[Change] = []
        desk.listen(told.append)
        with pytest.raises(RefusedError):
            desk.run(outcomes.decide, "  ")
        desk.undo()
        told.clear()
        assert desk.undo() is None
        assert desk.redo() is not None
        assert [change.how for change in told] == ["redone"]

    def test_what_the_file_does_not_hold_is_shown_and_not_called_saved(
        self, desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        told: list[Change] = []
        desk.listen(told.append)
        enter(desk, 0)
        clock.pass_minutes(1)
        with monkeypatch.context() as lying:
            lying.setattr(SecondLook, "holds", lambda *_: False)
            with pytest.raises(UnverifiedError):
                desk.run(outcomes.decide, "Wij beginnen.", known(desk, 0).id)
            assert [each.text for each in desk.view.decisions] == ["Wij beginnen."]
            with pytest.raises(UnverifiedError):
                desk.undo()
        assert [each.is_sure for each in told] == [True, False, False]
        assert desk.view.decisions == ()
        assert desk.elapsed(known(desk, 0).id) == 60
        assert desk.redo() == "decision"
        assert told[-1].is_sure

    def test_what_was_not_touched_stays_the_same_object(self, desk: Desk) -> None:
        before = desk.view
        desk.run(capturing.contribute, known(desk, 0).id, "explanation", "Zo is het.")
        assert desk.view.rounds[1] is before.rounds[1]
        assert desk.view.rounds[0].prompts is before.rounds[0].prompts
        assert desk.view.participants is before.participants

    def test_a_command_on_what_an_undo_took_away_is_refused(self, desk: Desk) -> None:
        said = desk.run(capturing.contribute, known(desk, 0).id, "explanation", "Zo is het.")
        organisation = desk.run(people.add_organisation, "Polderdam")
        desk.undo()
        desk.undo()
        with pytest.raises(GoneError, match="no longer there"):
            desk.run(capturing.edit_contribution, said, text="Anders")
        # Not the row itself is gone, but what it refers to.
        with pytest.raises(GoneError, match="no longer there"):
            desk.run(capturing.contribute, known(desk, 0).id, "explanation", "Van wie?", "", organisation)
        with pytest.raises(GoneError):
            desk.run(capturing.contribute, known(desk, 0).id, "explanation", "?", known(desk, 1).prompts[0].id)


class TestUndo:
    def test_a_round_comes_back_with_all_that_was_in_it(self, desk: Desk, clock: Clock) -> None:
        enter(desk, 0)
        prompt_id = known(desk, 0).prompts[0].id
        desk.run(capturing.contribute, known(desk, 0).id, "explanation", "Zo is het.", prompt_id)
        desk.run(counting.set_count, prompt_id, "yes", 3)
        desk.run(outcomes.act, "Bellen", known(desk, 0).id, prompt_id)
        desk.run(stage.reveal, script.Reveal(known(desk, 0).id, "prompt", prompt_id))
        clock.pass_minutes(4)
        desk.run(stage.go, script.THANKS, desk.now())
        before = desk.view
        assert before.rounds[0].spent_seconds == 240
        desk.run(preparing.remove_round, known(desk, 0).id)
        assert len(desk.view.rounds) == 3
        assert desk.view.actions[0].round_id == desk.view.actions[0].prompt_id == ""
        assert desk.undo() == "round removed"
        assert desk.view == before

    def test_an_organisation_comes_back_with_its_people(self, desk: Desk) -> None:
        lindevoort = desk.view.organisations[0].id
        desk.run(capturing.contribute, known(desk, 0).id, "explanation", "Zo is het.", "", lindevoort)
        before = desk.view
        desk.run(people.remove_organisation, lindevoort)
        assert [person.organisation_id for person in desk.view.participants[:2]] == ["", ""]
        desk.undo()
        assert desk.view == before

    def test_it_never_takes_the_evening_back(self, desk: Desk, clock: Clock) -> None:
        desk.run(preparing.edit_workshop, title="Anders")
        enter(desk, 0)
        desk.run(stage.keep_draft, known(desk, 0).id, "", "explanation", "Half get")
        clock.pass_minutes(1)
        desk.run(stage.finish, desk.now())
        before = desk.view
        assert desk.undo() == "change of the session"
        assert desk.view.info.title == "Samen verder"
        assert desk.view.stage == before.stage
        assert desk.view.drafts == before.drafts
        assert (desk.view.info.state, desk.view.info.started_at) == (before.info.state, before.info.started_at)
        assert known(desk, 0).spent_seconds == 60

    def test_it_goes_on_after_a_restart(self, tmp_path: Path) -> None:
        with open_desk(tmp_path, *ROUNDS) as desk:
            desk.run(outcomes.decide, "Een")
            desk.run(outcomes.decide, "Twee")
            desk.undo()
        with reopened(tmp_path / "proef.samenspraak") as desk:
            assert desk.redo() == "decision"
            assert [each.text for each in desk.view.decisions] == ["Een", "Twee"]
            assert desk.undo() == desk.undo() == "decision"
            assert desk.view.decisions == ()

    def test_a_new_command_drops_what_could_be_done_again(self, desk: Desk) -> None:
        desk.run(outcomes.decide, "Een")
        desk.undo()
        desk.run(outcomes.decide, "Twee")
        assert desk.redo() is None
        desk.undo()
        desk.redo()
        assert [each.text for each in desk.view.decisions] == ["Twee"]

    def test_a_long_evening_is_undone_to_its_beginning(self, desk: Desk) -> None:
        before = desk.view
        for number in range(150):
            desk.run(counting.set_count, known(desk, 0).prompts[0].id, "yes", number + 1)
        while desk.undo() == "count":
            pass
        desk.redo()
        assert desk.view == before


class TestClock:
    def test_the_time_of_a_round_is_counted_while_the_beamer_is_in_it(self, desk: Desk, clock: Clock) -> None:
        enter(desk, 0)
        clock.pass_minutes(2)
        assert desk.elapsed(known(desk, 0).id) == 120
        assert known(desk, 0).spent_seconds == 0
        enter(desk, 1)
        clock.pass_minutes(1)
        assert [desk.elapsed(each.id) for each in desk.view.rounds] == [120, 60, 0, 0]
        enter(desk, 0)
        assert [each.spent_seconds for each in desk.view.rounds] == [120, 60, 0, 0]

    def test_it_is_written_along_with_commands(self, desk: Desk, clock: Clock) -> None:
        enter(desk, 0)
        for _ in range(4):
            clock.pass_minutes(0.2)
            desk.run(outcomes.park, "Later")
        assert known(desk, 0).spent_seconds == 48
        assert desk.elapsed(known(desk, 0).id) == 48

    def test_it_goes_on_when_the_program_starts_again(self, tmp_path: Path, clock: Clock) -> None:
        with open_desk(tmp_path, *ROUNDS, clock=clock) as desk:
            enter(desk, 0)
            clock.pass_minutes(1)
            desk.run(outcomes.park, "Later")
        clock.pass_minutes(600)
        with reopened(tmp_path / "proef.samenspraak", clock) as desk:
            clock.pass_minutes(2)
            assert desk.elapsed(known(desk, 0).id) == 180

    def test_it_stands_still_before_the_start_and_after_the_end(self, desk: Desk, clock: Clock) -> None:
        clock.pass_minutes(5)
        enter(desk, 0)
        assert desk.elapsed(known(desk, 0).id) == 0
        clock.pass_minutes(1)
        desk.run(stage.finish, desk.now())
        clock.pass_minutes(600)
        desk.run(outcomes.park, "Later")
        assert desk.elapsed(known(desk, 0).id) in (0, 60)

    def test_a_clock_set_back_changes_nothing(self, desk: Desk, clock: Clock) -> None:
        enter(desk, 0)
        clock.wall -= timedelta(days=2)
        clock.pass_minutes(1)
        enter(desk, 1)
        assert known(desk, 0).spent_seconds == 60

    @pytest.mark.parametrize("by", [timedelta(hours=3), timedelta(days=-2)], ids=["on", "back"])
    def test_a_clock_that_is_set_is_noticed_once(self, desk: Desk, clock: Clock, by: timedelta) -> None:
        clock.pass_minutes(5)
        assert desk.clock_jump() == timedelta()
        clock.wall += by
        clock.pass_minutes(1)
        assert desk.clock_jump() == by
        assert desk.clock_jump() == timedelta()

    def test_the_time_of_small_groups_goes_on_when_the_clock_is_set(self, tmp_path: Path, clock: Clock) -> None:
        with open_desk(tmp_path, one_round("groups", "Hoe dan?", minutes=20), clock=clock) as desk:
            desk.run(stage.restart_task, known(desk, 0).id, desk.now())
            clock.pass_minutes(5)
            clock.wall -= timedelta(hours=1)
            desk.run(stage.move_tasks, desk.clock_jump())
            assert task_seconds_left(known(desk, 0), desk.now()) == 15 * 60

    @pytest.mark.parametrize(("minutes", "counted"), [(10, 15), (119, 124), (8 * 60, 5)])
    def test_a_laptop_that_slept(self, desk: Desk, clock: Clock, minutes: float, counted: int) -> None:
        enter(desk, 0)
        clock.pass_minutes(5)
        assert desk.elapsed(known(desk, 0).id) == 300
        clock.pass_minutes(minutes)
        assert desk.elapsed(known(desk, 0).id) == counted * 60

    def test_what_is_said_keeps_its_order_whatever_the_clock_does(self, desk: Desk, clock: Clock) -> None:
        for number in range(9):
            clock.wall += timedelta(hours=(-1) ** number * number)
            desk.run(capturing.contribute, known(desk, 0).id, "explanation", str(number))
        assert [each.text for each in known(desk, 0).contributions] == [str(number) for number in range(9)]

    def test_a_break_held_twice_starts_at_zero(self, desk: Desk, clock: Clock) -> None:
        enter(desk, 3)
        clock.pass_minutes(10)
        desk.run(stage.restart_clock, known(desk, 3).id)
        assert desk.elapsed(known(desk, 3).id) == 0
        clock.pass_minutes(0.5)
        assert desk.elapsed(known(desk, 3).id) == 30

    def test_the_clock_of_another_round_goes_on(self, desk: Desk, clock: Clock) -> None:
        enter(desk, 0)
        clock.pass_minutes(1)
        desk.run(stage.restart_clock, known(desk, 3).id)
        assert desk.elapsed(known(desk, 0).id) == 60

    def test_time_is_not_lost_with_a_command_that_is(self, desk: Desk, clock: Clock) -> None:
        enter(desk, 0)
        clock.pass_minutes(1)
        with pytest.raises(RefusedError):
            desk.run(outcomes.decide, "x" * 5_000)
        assert desk.elapsed(known(desk, 0).id) == 60


class TestMoments:
    def test_they_are_kept_in_utc_and_read_with_their_zone(self, desk: Desk) -> None:
        person = desk.view.participants[0]
        desk.run(people.set_presence, person.id, Presence.EXPECTED, desk.now())
        summer = datetime(2026, 7, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
        desk.run(people.set_presence, person.id, Presence.PRESENT, summer)
        arrived = desk.view.participants[0].arrived_at
        assert arrived == summer
        assert arrived.tzinfo is UTC
        enter(desk, 0)
        assert desk.view.info.started_at == desk.now()
        assert known(desk, 0).started_at == desk.now()


def option_values(prompt: PromptView) -> dict[tuple[str, str], int]:
    return {(each.voice, each.option): each.value for each in prompt.responses}


class TestCounting:
    def test_a_ballot_has_one_place_for_each_question(self, desk: Desk) -> None:
        together, apart = known(desk, 1).prompts
        now, wanted = "now", "wanted"
        voice = ballot_voice(4711)
        desk.run(counting.choose, together.id, voice, now)
        desk.run(counting.choose, together.id, voice, wanted)
        desk.run(counting.choose, apart.id, voice, wanted)
        together, apart = known(desk, 1).prompts
        assert option_values(together) == {(voice, now): 1}
        assert option_values(apart) == {(voice, wanted): 1}
        desk.run(counting.choose, together.id, voice, wanted)
        desk.run(counting.unchoose, together.id, voice, now)
        together, apart = known(desk, 1).prompts
        assert option_values(together) == {(voice, wanted): 1}
        assert option_values(apart) == {}
        desk.run(counting.choose, together.id, voice, "")
        assert option_values(known(desk, 1).prompts[0]) == {}

    def test_the_majority_leaves_who_answered_already(self, desk: Desk) -> None:
        prompt_id = known(desk, 2).prompts[0].id
        voices = [organisation_voice(each.id) for each in desk.view.organisations]
        desk.run(counting.choose, prompt_id, voices[1], "2")
        given = majority(desk.view, known(desk, 2), known(desk, 2).prompts[0], "4")
        assert given == {voices[0]: 1, voices[2]: 1}
        desk.run(counting.fill_voices, prompt_id, "4", given)
        assert known(desk, 2).prompts[0].scores() == (2, 4, 4)
        assert majority(desk.view, known(desk, 2), known(desk, 2).prompts[0], "5") == {}

    def test_a_voice_counts_only_in_its_own_way(self, desk: Desk) -> None:
        prompt_id = known(desk, 0).prompts[0].id
        with pytest.raises(RefusedError, match="counted in another way"):
            desk.run(counting.choose, prompt_id, ballot_voice(1), "yes")
        with pytest.raises(RefusedError, match="nothing to choose"):
            desk.run(counting.fill_rest, desk.run(capturing.add_item, known(desk, 3).id, "?"), "yes", {ROOM_VOICE: 2})


def test_five_hundred_people_come_in_quickly_and_once(tmp_path: Path) -> None:
    many = [
        PEOPLE[0].__class__(number, f"Persoon {number}", f"Gemeente {number % 20}", "", "") for number in range(500)
    ]
    path = tmp_path / "groot.samenspraak"
    create_file(path, template(*ROUNDS), Head("Groot", DAY, date(2027, 11, 27)), Language.load("en"))
    with reopened(path) as desk:
        assert desk.run(people.add_participants, many) == 500
        assert len(desk.view.organisations) == 20
        assert [person.name for person in desk.view.participants] == [line.name for line in many]
        assert desk.run(people.add_organisation, "GEMEENTE 3") == desk.view.organisations[3].id


def test_loosening_is_shown_and_can_be_undone(desk: Desk) -> None:
    desk.run(preparing.loosen_level, known(desk, 0).id, Level.NAME)
    assert known(desk, 0).loosened
    desk.undo()
    assert (known(desk, 0).level, known(desk, 0).loosened) == (Level.ORGANISATION, False)


def test_a_place_that_is_gone_is_kept_as_it_is(desk: Desk) -> None:
    prompt_id = desk.run(capturing.add_item, known(desk, 0).id, "Erbij")
    place = Place(known(desk, 0).id, "prompt", prompt_id)
    desk.run(stage.go, place, desk.now())
    desk.undo()
    assert desk.view.stage.place == place
