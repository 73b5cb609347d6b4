"""An anonymous round keeps neither author nor order; what is erased is nowhere afterwards."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.children import run_python
from tests.workshops import DAY, PEOPLE, one_round, template
from workshop_app.facilitation import capturing, counting, erasing, people, preparing, stage
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import create_file
from workshop_app.facilitation.preparing import Head
from workshop_app.i18n import Language
from workshop_app.model.values import Grain, Level, organisation_voice
from workshop_app.model.views import RoundView
from workshop_app.storage import backups
from workshop_app.storage.checking import check
from workshop_app.storage.header import journal_of
from workshop_app.storage.session_file import SessionFile

SCRIPT = template(
    one_round("resistance", "Nog een overleg.", level=Level.ANONYMOUS),
    replace(one_round("resistance", "Wie betaalt dat?", level=Level.NAME), key="by-name"),
    one_round("recognition", "Wij kennen elkaar.", grain=Grain.ORGANISATION, level=Level.ORGANISATION),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sessions" / "avond.samenspraak"
    create_file(path, SCRIPT, Head("Avond", DAY, date(2027, 11, 27)), Language.load("en"), PEOPLE)
    return path


@pytest.fixture
def desk(path: Path, tmp_path: Path) -> Iterator[Desk]:
    with SessionFile.open(path, tmp_path / "backups") as file:
        yield Desk(file)


def rounds(desk: Desk) -> tuple[RoundView, RoundView, RoundView]:
    """The anonymous one, the one by name, the one by organisation."""
    first, second, third = desk.view.rounds
    return first, second, third


def say(desk: Desk, known: RoundView, text: str) -> str:
    """Anna from Lindevoort says something."""
    anna, lindevoort = desk.view.participants[0], desk.view.organisations[0]
    assert anna.organisation_id == lindevoort.id
    return desk.run(capturing.contribute, known.id, "beneath", text, "", lindevoort.id, anna.id)


def everything_kept(folder: Path) -> bytes:
    """All bytes of a folder, side files and backups too."""
    return b"".join(each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file())


class TestNothingIsKept:
    def test_neither_author_nor_order(self, desk: Desk) -> None:
        anonymous, by_name, _ = rounds(desk)
        for number in range(6):
            say(desk, anonymous, f"Antwoord {number}")
        say(desk, by_name, "Met naam")
        said = rounds(desk)[0].contributions
        assert {(each.organisation_id, each.participant_id, each.seq) for each in said} == {("", "", None)}
        assert [each.id for each in said] == sorted(each.id for each in said)
        assert rounds(desk)[1].contributions[0].seq == 1

    @pytest.mark.parametrize("crash", [False, True])
    def test_what_is_said_does_not_lie_in_order_in_a_closed_file(self, path: Path, crash: bool) -> None:
        file = SessionFile.open(path)
        desk = Desk(file)
        anonymous = rounds(desk)[0]
        ids = [say(desk, anonymous, f"Woord-{number:02}-") for number in range(60)]
        desk.run(stage.finish, desk.now())
        if crash:
            shutil.copyfile(journal_of(path), tmp := path.with_name("tmp"))
            data = path.read_bytes()
            file.close()
            path.write_bytes(data)
            tmp.rename(journal_of(path))
            file = SessionFile.open(path)
        file.close()
        data = path.read_bytes()
        by_place = sorted(range(60), key=lambda number: data.find(f"Woord-{number:02}-".encode()), reverse=True)
        # In the order of the random ids, page by page.
        assert by_place != list(range(60))
        assert sum(ids[a] < ids[b] for a, b in pairwise(by_place)) > 55

    def test_additions_have_one_place(self, desk: Desk) -> None:
        anonymous, by_name, _ = rounds(desk)
        for known in (anonymous, by_name):
            for number in range(4):
                desk.run(capturing.add_item, known.id, f"Uit de zaal {number}")
        with desk.file.reading() as db:
            places = [
                [position for (position,) in db.execute("SELECT position FROM prompt WHERE round_id = ?", (known.id,))]
                for known in (anonymous, by_name)
            ]
        assert [sorted(each) for each in places] == [[1, 2, 2, 2, 2], [1, 2, 3, 4, 5]]
        assert rounds(desk)[0].items[0].text == "Nog een overleg."
        assert [item.text for item in rounds(desk)[1].items[1:]] == [f"Uit de zaal {number}" for number in range(4)]

    def test_an_author_cannot_be_added_later(self, desk: Desk) -> None:
        anonymous, by_name, by_organisation = rounds(desk)
        author = {"organisation_id": desk.view.organisations[1].id, "participant_id": desk.view.participants[2].id}
        ids = [say(desk, known, "Zo is het.") for known in (anonymous, by_name, by_organisation)]
        for each in ids:
            desk.run(capturing.edit_contribution, each, **author)
        said = [known.contributions[0] for known in rounds(desk)]
        assert [(each.organisation_id, each.participant_id) for each in said] == [
            ("", ""),
            (author["organisation_id"], author["participant_id"]),
            (author["organisation_id"], ""),
        ]

    def test_only_hands_and_ballots_are_counted(self, desk: Desk) -> None:
        anonymous = rounds(desk)[0]
        for grain in (Grain.ORGANISATION, Grain.GROUP):
            with pytest.raises(RefusedError, match="This round is anonymous"):
                desk.run(counting.set_grain, anonymous.id, grain)
        desk.run(counting.set_grain, anonymous.id, Grain.BALLOT)
        voice = organisation_voice(desk.view.organisations[0].id)
        with pytest.raises(RefusedError):
            desk.run(counting.choose, anonymous.prompts[0].id, voice, "yes")

    def test_a_template_that_asks_for_both_cannot_be_counted_so(self, tmp_path: Path) -> None:
        script = template(one_round("recognition", "Ja.", grain=Grain.ORGANISATION, level=Level.ANONYMOUS))
        path = tmp_path / "beide.samenspraak"
        create_file(path, script, Head("Avond", DAY, date(2027, 11, 27)), Language.load("en"), PEOPLE)
        with SessionFile.open(path) as file:
            desk = Desk(file)
            desk.run(people.all_present, desk.now())
            prompt_id = desk.view.rounds[0].prompts[0].id
            voice = organisation_voice(desk.view.organisations[0].id)
            with pytest.raises(RefusedError, match="This round is anonymous"):
                desk.run(counting.choose, prompt_id, voice, "yes")
            with pytest.raises(RefusedError, match="This round is anonymous"):
                desk.run(counting.fill_rest, prompt_id, "yes", {voice: 1})
            with pytest.raises(RefusedError, match="This round is anonymous"):
                desk.run(counting.fill_voices, prompt_id, "yes", {voice: 1})


class TestHalfTyped:
    """A name after an @ says who said it; in an anonymous round not even a draft has one."""

    def drafts(self, desk: Desk) -> list[str]:
        return [draft.text for draft in desk.view.drafts]

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("@{anna} zegt dat het niet kan", "zegt dat het niet kan"),
            ("Het kan niet, zegt @{town}", "Het kan niet, zegt "),
            ("@an zegt", "zegt"),
            ("mail naar info@example.org", "mail naar info@example.org"),
        ],
    )
    def test_it_is_kept_without(self, desk: Desk, typed: str, kept: str) -> None:
        names = {"anna": desk.view.participants[0].name, "town": desk.view.organisations[0].name}
        desk.run(stage.keep_draft, rounds(desk)[0].id, "", "beneath", typed.format(**names))
        assert self.drafts(desk) == [kept]

    def test_an_owner_of_an_action_stays(self, desk: Desk) -> None:
        desk.run(stage.keep_draft, rounds(desk)[0].id, "", "@action", "Bellen / @Anna")
        assert self.drafts(desk) == ["Bellen / @Anna"]

    def test_tightening_takes_it_out(self, desk: Desk) -> None:
        by_name, anna = rounds(desk)[1], desk.view.participants[0]
        desk.run(stage.keep_draft, by_name.id, "", "beneath", f"@{anna.name} vindt het te duur")
        assert anna.name in self.drafts(desk)[0]
        erasing.erase(desk, erasing.set_level, by_name.id, Level.ANONYMOUS)
        assert self.drafts(desk) == ["vindt het te duur"]


class TestOrderIsForgotten:
    def test_when_the_meeting_is_over(self, desk: Desk, path: Path) -> None:
        anonymous, by_name, _ = rounds(desk)
        say(desk, by_name, "Eerst met naam")
        say(desk, anonymous, "Dan zonder")
        say(desk, by_name, "Dan weer met naam")
        desk.run(stage.finish, desk.now())
        view = desk.view
        assert desk.undo() == "contribution"
        assert desk.undo() is None
        assert desk.redo() == "contribution"
        assert desk.view == view
        with desk.file.reading() as db:
            assert db.execute("SELECT count(*), max(anonymous) FROM journal").fetchone() == (1, 0)
        assert check(path) == ()

    def test_when_only_others_were_said_everything_can_be_undone(self, desk: Desk) -> None:
        by_name = rounds(desk)[1]
        say(desk, by_name, "Met naam")
        desk.run(stage.finish, desk.now())
        assert desk.undo() == "contribution"

    def test_hands_and_additions_of_an_anonymous_round_count_too(self, desk: Desk) -> None:
        anonymous = rounds(desk)[0]
        desk.run(capturing.add_item, anonymous.id, "Uit de zaal")
        desk.run(counting.set_count, anonymous.prompts[0].id, "yes", 3)
        desk.run(stage.finish, desk.now())
        assert desk.undo() is None

    def test_changes_of_the_script_do_not(self, desk: Desk) -> None:
        anonymous = rounds(desk)[0]
        desk.run(preparing.edit_round, anonymous.id, title="Anders")
        desk.run(capturing.edit_prompt, anonymous.prompts[0].id, text="Nog een overleg?")
        desk.run(stage.finish, desk.now())
        assert desk.undo() == "change of a prompt"
        assert desk.undo() == "change of a round"


class TestTightening:
    def test_it_takes_the_authors_from_everything_at_once(self, desk: Desk) -> None:
        by_name = rounds(desk)[1]
        for text in ("Een", "Twee", "Drie"):
            say(desk, by_name, text)
        erasing.erase(desk, erasing.set_level, by_name.id, Level.ORGANISATION)
        said = rounds(desk)[1].contributions
        assert {(bool(each.organisation_id), each.participant_id) for each in said} == {(True, "")}
        assert [each.text for each in said] == ["Een", "Twee", "Drie"]
        erasing.erase(desk, erasing.set_level, by_name.id, Level.ANONYMOUS)
        said = rounds(desk)[1].contributions
        assert {(each.organisation_id, each.participant_id, each.seq) for each in said} == {("", "", None)}
        assert desk.undo() is None

    def test_organisations_become_ballots(self, desk: Desk) -> None:
        known = rounds(desk)[2]
        for each in desk.view.organisations:
            desk.run(counting.choose, known.prompts[0].id, organisation_voice(each.id), "yes")
        erasing.erase(desk, erasing.set_level, known.id, Level.ANONYMOUS)
        known = rounds(desk)[2]
        assert known.grain is Grain.BALLOT
        voices = [response.voice for response in known.prompts[0].responses]
        assert len(set(voices)) == 3
        assert all(voice.startswith("ballot:") for voice in voices)
        assert known.prompts[0].total("yes") == 3

    def test_additions_come_to_one_place(self, desk: Desk) -> None:
        by_name = rounds(desk)[1]
        for number in range(4):
            desk.run(capturing.add_item, by_name.id, f"Uit de zaal {number}")
        erasing.erase(desk, erasing.set_level, by_name.id, Level.ANONYMOUS)
        with desk.file.reading() as db:
            places = db.execute("SELECT position FROM prompt WHERE origin = 'room'").fetchall()
        assert places == [(2,)] * 4

    def test_it_is_not_for_loosening(self, desk: Desk) -> None:
        for level in (Level.ORGANISATION, Level.NAME):
            with pytest.raises(RefusedError, match="does not tighten"):
                desk.run(erasing.set_level, rounds(desk)[2].id, level)

    def test_planning_is_not_for_a_round_that_holds_something(self, desk: Desk) -> None:
        for known in rounds(desk)[1:]:
            desk.run(preparing.plan_level, known.id, Level.ORGANISATION)
        by_name = rounds(desk)[1]
        desk.run(capturing.add_item, by_name.id, "Uit de zaal")
        with pytest.raises(RefusedError, match="Something was said in this round already"):
            desk.run(preparing.plan_level, by_name.id, Level.ANONYMOUS)

    def test_who_said_it_is_nowhere_any_more(self, desk: Desk, tmp_path: Path) -> None:
        by_name = rounds(desk)[1]
        say(desk, by_name, "Hier staat iets")
        anna = desk.view.participants[0].id.encode()
        desk.file.backup()
        desk.run(people.edit_participant, desk.view.participants[0].id, role="wethouder")
        erasing.erase(desk, erasing.set_level, by_name.id, Level.ANONYMOUS)
        data = everything_kept(tmp_path)
        # Once as a person with her digest, in the session and in its one backup; not with what she said.
        assert data.count(anna) == 4
        assert b"Hier staat iets" in data


class TestLoosening:
    def test_it_counts_only_for_what_comes_after(self, desk: Desk) -> None:
        anonymous = rounds(desk)[0]
        before = say(desk, anonymous, "Zonder naam")
        desk.run(preparing.loosen_level, anonymous.id, Level.NAME)
        say(desk, anonymous, "Met naam")
        known = rounds(desk)[0]
        assert known.loosened
        author = {each.text: (each.organisation_id != "", each.participant_id != "") for each in known.contributions}
        assert author == {"Zonder naam": (False, False), "Met naam": (True, True)}
        desk.run(capturing.edit_contribution, before, participant_id=desk.view.participants[1].id)
        first = next(each for each in rounds(desk)[0].contributions if each.id == before)
        assert first.participant_id == ""


class TestErasing:
    """The words are looked for in every byte of the session, what SQLite leaves beside it, and the backups."""

    def test_a_contribution(self, desk: Desk, tmp_path: Path) -> None:
        contribution_id = say(desk, rounds(desk)[1], "Vertrouwelijk " * 200)
        desk.run(capturing.edit_contribution, contribution_id, text="Vertrouwelijk en anders")
        desk.run(capturing.remove_contribution, contribution_id)
        desk.undo()
        for _ in range(3):
            desk.file.backup()
        assert b"Vertrouwelijk" in everything_kept(tmp_path)
        erasing.erase(desk, erasing.wipe_contribution, contribution_id)
        assert b"Vertrouwelijk" not in everything_kept(tmp_path)
        assert len(backups.existing(tmp_path / "backups")) == 1
        assert desk.undo() is desk.redo() is None

    def test_a_prompt_with_what_was_said_about_it(self, desk: Desk, tmp_path: Path) -> None:
        known = rounds(desk)[1]
        prompt_id = desk.run(capturing.add_item, known.id, "Vertrouwelijk citaat")
        desk.run(capturing.contribute, known.id, "beneath", "Vertrouwelijk antwoord", prompt_id)
        desk.run(stage.keep_draft, known.id, prompt_id, "beneath", "Vertrouwelijk begin")
        desk.file.backup()
        erasing.erase(desk, erasing.wipe_prompt, prompt_id)
        assert b"Vertrouwelijk" not in everything_kept(tmp_path)

    def test_a_person(self, desk: Desk, tmp_path: Path) -> None:
        anna = desk.view.participants[0]
        said = say(desk, rounds(desk)[1], "Dat zei ik")
        desk.file.backup()
        erasing.erase(desk, erasing.forget_person, anna.id)
        data = everything_kept(tmp_path)
        for trace in (anna.name, anna.email, anna.id):
            assert trace.encode() not in data
        kept = next(each for each in rounds(desk)[1].contributions if each.id == said)
        assert (kept.text, kept.participant_id) == ("Dat zei ik", "")

    def test_what_was_taken_back_before_is_gone_too(self, desk: Desk, tmp_path: Path) -> None:
        say(desk, rounds(desk)[1], "Nooit gezegd")
        desk.undo()
        assert b"Nooit gezegd" in everything_kept(tmp_path)
        contribution_id = say(desk, rounds(desk)[1], "Wel gezegd")
        erasing.erase(desk, erasing.wipe_contribution, contribution_id)
        assert b"gezegd" not in everything_kept(tmp_path)

    def test_it_is_gone_after_closing_as_well(self, path: Path, tmp_path: Path) -> None:
        with SessionFile.open(path, tmp_path / "backups") as file:
            desk = Desk(file)
            contribution_id = say(desk, rounds(desk)[1], "Vertrouwelijk")
            erasing.erase(desk, erasing.wipe_contribution, contribution_id)
        assert b"Vertrouwelijk" not in everything_kept(tmp_path)
        assert check(path) == ()

    def test_when_the_backup_fails_the_older_ones_stay_and_can_be_tried_again(
        self, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        contribution_id = say(desk, rounds(desk)[1], "Vertrouwelijk")
        desk.file.backup()

        def fails(*_: object) -> Path:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as full:
            full.setattr(backups, "begin_in", fails)
            with pytest.raises(Exception, match="The disk is full"):
                erasing.erase(desk, erasing.wipe_contribution, contribution_id)
        assert b"Vertrouwelijk" in everything_kept(tmp_path / "backups")
        desk.file.scrub()
        assert b"Vertrouwelijk" not in everything_kept(tmp_path)


def test_a_file_left_by_a_crash_shows_no_more_than_its_rows(path: Path) -> None:
    crash = """
import os, sys
from pathlib import Path
from workshop_app.facilitation import capturing, erasing
from workshop_app.facilitation.desk import Desk
from workshop_app.storage.session_file import SessionFile
desk = Desk(SessionFile.open(Path(sys.argv[1])))
said = desk.run(capturing.contribute, desk.view.rounds[1].id, "beneath", "Vertrouwelijk")
erasing.erase(desk, erasing.wipe_contribution, said)
os._exit(0)
"""
    run_python(crash, path)
    assert b"Vertrouwelijk" not in everything_kept(path.parent)
    shutil.rmtree(path.parent)
