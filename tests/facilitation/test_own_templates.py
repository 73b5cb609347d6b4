"""Own templates: made of a session, written, imported, handed over, deleted; and what is refused."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facilitation.any_command import ARGUED, Arguer, all_commands
from tests.workshops import DAY, one_round, open_desk, reopened, template
from workshop_app.errors import WorldError
from workshop_app.facilitation import capturing, counting, preparing
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import create_file
from workshop_app.facilitation.own_templates import OwnTemplates
from workshop_app.facilitation.preparing import Head
from workshop_app.facilitation.script_template import Cover, prepared, template_of
from workshop_app.i18n import Language
from workshop_app.model.values import Grain, Level, PromptRole
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.paths import resources
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.template import Template, TemplatePrompt, TemplateRound

ENGLISH = Language.load("en")
COVER = Cover("proef", 1, "Proef", "Kort en goed", "Eigen werk")
SHIPPED = resources() / "templates"
COMMANDS = all_commands()
MODULES = ("preparing", "capturing", "counting")
PREPARING = sorted(name for name in COMMANDS if name in ARGUED and name.split(".")[0] in MODULES)
SET = ("kind", "minutes", "enabled", "grain", "level", "variant", "heads", "labels", "live", "steps_off")
WRITTEN = ("title", "question", "closing_question", "intro", "notes")


@pytest.fixture
def own(tmp_path: Path) -> OwnTemplates:
    return OwnTemplates(SHIPPED, tmp_path / "templates")


def matrix() -> TemplateRound:
    prompts = (
        TemplatePrompt("trust", PromptRole.AXIS, "wantrouwen", "vertrouwen"),
        TemplatePrompt("form", PromptRole.AXIS, "los", "vast"),
        TemplatePrompt("solid", PromptRole.QUADRANT, "robuust", "blijft staan"),
        TemplatePrompt("now", PromptRole.ITEM, "Nu", set_title="Kop", included=False),
    )
    return replace(one_round("matrix"), prompts=prompts, labels=False, live=True, steps_off=("talk",))


def all_settings() -> tuple[TemplateRound, ...]:
    """A script in which everything is set to something else than usual."""
    chairs = replace(
        one_round("resistance", "“Zo’n “regio”\nis ver \\ weg…”", notes='Vraag """door"""'), variant="chairs"
    )
    heads = replace(one_round("recognition", "Klopt", grain=Grain.ORGANISATION), heads=True, intro="Lees eerst.")
    weighed = replace(one_round("options", "Samen"), prompts=(TemplatePrompt("cost", PromptRole.CRITERION, "geld"),))
    return chairs, heads, matrix(), weighed, replace(one_round("pause"), optional=True)


def one_made(own: OwnTemplates, *rounds: TemplateRound, template_id: str = "proef") -> Template:
    made = template(*(rounds or (one_round("checkin", "Wie?"),)))
    return own.save(replace(made, id=template_id, source="Eigen werk"))


def facts(known: RoundView) -> list[object]:
    """What a round is prepared with, without the spaces around texts."""
    prompts = [(p.role, p.text.strip(), p.detail.strip(), p.set_title.strip(), p.included) for p in prepared(known)]
    texts = [str(getattr(known, name)).strip() for name in WRITTEN]
    return [*(getattr(known, name) for name in SET), *texts, *prompts]


def again(view: WorkshopView, folder: Path) -> WorkshopView:
    """The script of a workshop as it is in a new session of a template made of it, by way of a file."""
    own = OwnTemplates(SHIPPED, folder / "templates")
    own.save(template_of(view, COVER))
    made = own.find("proef")
    assert made is not None, own.load()[1]
    path = folder / "opnieuw.samenspraak"
    create_file(path, made, Head("Opnieuw", DAY, DAY), ENGLISH)
    with reopened(path) as desk:
        return desk.view


class TestRoundTrip:
    def test_everything_that_can_be_set(self, tmp_path: Path) -> None:
        with open_desk(tmp_path, *all_settings(), slack=5) as desk:
            back = again(desk.view, tmp_path)
            assert [facts(known) for known in back.rounds] == [facts(known) for known in desk.view.rounds]
            assert [p.key for r in back.rounds for p in r.prompts] == [
                p.key for r in desk.view.rounds for p in r.prompts
            ]
            assert back.info.slack_minutes == 5

    @settings(max_examples=15, deadline=None)
    @given(st.data())
    def test_any_session(self, data: st.DataObject) -> None:
        with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder), *all_settings()) as desk:
            for name in data.draw(st.lists(st.sampled_from(PREPARING), max_size=8)):
                happen(desk, data, name)
            if not 1 <= sum(known.minutes for known in desk.view.script) <= 1440:
                return
            back = again(desk.view, Path(folder))
            assert [facts(known) for known in back.rounds] == [facts(known) for known in desk.view.rounds]

    @pytest.mark.parametrize("shipped", sorted(path.name for path in SHIPPED.glob("[0-9]*.toml")))
    def test_ours_stand_on_their_own(self, own: OwnTemplates, tmp_path: Path, shipped: str) -> None:
        (ours,) = [each for each in own.load()[0] if each.path.name == shipped]
        file = own.hand_over(ours, tmp_path / shipped)
        nothing = tmp_path / "nothing"
        nothing.mkdir()
        (nothing / "material.toml").write_text("format = 1\n")
        other = OwnTemplates(nothing, tmp_path / "other")
        assert replace(other.bring_in(file), path=ours.path) == ours


def happen(desk: Desk, data: st.DataObject, name: str) -> None:
    args, kwargs = Arguer(data.draw, desk.view)(name)
    try:
        desk.run(COMMANDS[name], *args, **kwargs)
    except WorldError:
        return


class TestWhatIsLeftOut:
    def test_answers_are_not_in_it(self, tmp_path: Path) -> None:
        rounds = (
            one_round("checklist", "De bus", level=Level.NAME),
            one_round("lowest", "Vertrouwen"),
            one_round("followup", "Hoe ging het?"),
        )
        with open_desk(tmp_path, *rounds) as desk:
            checklist, _lowest, followup = desk.view.rounds
            desk.run(capturing.add_item, checklist.id, "De fiets, zei Anna")
            desk.run(capturing.contribute, checklist.id, "turn", "Anna doet het")
            desk.run(counting.set_grain, checklist.id, Grain.ROOM)
            desk.run(counting.set_count, checklist.prompts[0].id, "not", 7)
            desk.run(preparing.fill_lowest, followup.id, [("action-1", "Anna belt Bram", "Anna · 1 dec", "")])
            made = template_of(desk.view, COVER)
        assert [[p.text for p in r.prompts] for r in made.rounds] == [["De bus"], [], ["Hoe ging het?"]]
        assert "Anna" not in str(made)

    def test_a_key_that_is_there_twice_is_changed_once(self, tmp_path: Path) -> None:
        with open_desk(tmp_path, one_round("checklist", "De bus"), one_round("selfscan", "Samen")) as desk:
            desk.run(preparing.fill_lowest, desk.view.rounds[1].id, [("checklist-1", "De bus", "", "")])
            keys = {p.key for r in template_of(desk.view, COVER).rounds for p in r.prompts}
        assert len(keys) == 3
        assert keys >= {"checklist-1", "selfscan-1"}

    @pytest.mark.parametrize("minutes", [0, 1440])
    def test_a_script_without_a_length_is_refused(self, tmp_path: Path, minutes: int) -> None:
        with open_desk(tmp_path, one_round("checkin", minutes=minutes)) as desk:
            desk.run(preparing.add_round, "checkout", "Tot slot", "", minutes)
            with pytest.raises(WorldError) as caught:
                template_of(desk.view, COVER)
        assert caught.value.text(ENGLISH).startswith("The rounds of a template take 1 to 1440 minutes together")


class TestFolder:
    def test_saving_again_takes_the_place(self, own: OwnTemplates) -> None:
        first = one_made(own)
        second = own.save(replace(first, version=2))
        assert first.path == second.path
        assert [path.name for path in own.folder.iterdir()] == ["proef.toml"]
        found = own.find("proef")
        assert found is not None
        assert found.version == 2
        own.remove(found)
        assert own.find("proef") is None

    @pytest.mark.parametrize(("name", "file"), [("material", "material-2.toml"), ("con", "_con.toml")])
    def test_names_that_mean_something_else(self, own: OwnTemplates, name: str, file: str) -> None:
        assert one_made(own, template_id=name).path.name == file
        assert own.find(name) is not None

    def test_a_broken_file_keeps_its_place(self, own: OwnTemplates) -> None:
        own.folder.mkdir()
        (own.folder / "proef.toml").write_text("format = 1\nid =\n")
        assert one_made(own).path.name == "proef-2.toml"
        templates, problems = own.load()
        assert own.find("proef") in templates
        assert [each.text(ENGLISH) for each in problems] == [
            "proef.toml: line 2: expected TOML; look at the quotation marks, the brackets and ="
        ]

    def test_an_id_is_made_of_the_title(self, own: OwnTemplates) -> None:
        assert own.new_id("Onze régio: bus & taxi") == "onze-regio-bus-taxi"
        assert own.new_id("مرحبا") == "draaiboek"
        assert own.new_id("Korte dialoog") == "korte-dialoog-2"

    def test_ours_are_not_replaced(self, own: OwnTemplates) -> None:
        ours = own.load()[0][0]
        with pytest.raises(WorldError):
            own.save(ours)
        assert not own.is_own(ours)
        assert own.find(ours.id) is None


class TestBringingIn:
    def refused(self, own: OwnTemplates, path: Path, data: str | bytes) -> str:
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        with pytest.raises(WorldError) as caught:
            own.bring_in(path)
        assert not own.folder.exists() or not list(own.folder.glob("*.toml"))
        return caught.value.text(ENGLISH)

    @pytest.fixture
    def good(self, tmp_path: Path) -> str:
        made = one_made(OwnTemplates(SHIPPED, tmp_path / "elders"))
        return made.path.read_text()

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ('id = "proef"', 'id = "../../proef"', "id: expected a key of small letters, digits and dashes"),
            ('id = "proef"', 'id = "C:\\\\proef"', "id: expected a key of small letters, digits and dashes"),
            ("format = 1", "format = 2", "format: expected 1; a higher one needs a newer Samenspraak"),
            ("version = 1", f"version = {10**300}", "version: expected a whole number from 1 to 1000000"),
            ("version = 1", f"version = {'9' * 5000}", "line 3: expected TOML; look at the quotation marks, the "
             "brackets and ="),
            ('title = "Proef"', 'title = "Proef\\u0007"', "title: expected a text without control characters"),
            ('id = "proef"', "id =", "line 2: expected TOML; look at the quotation marks, the brackets and ="),
        ],
    )  # fmt: skip
    def test_hostile_files(self, own: OwnTemplates, tmp_path: Path, good: str, old: str, new: str, said: str) -> None:
        assert old in good
        assert self.refused(own, tmp_path / "in.toml", good.replace(old, new)).endswith(f"in.toml: {said}")

    def test_a_large_file(self, own: OwnTemplates, tmp_path: Path) -> None:
        file = tmp_path / "in.toml"
        with file.open("wb") as stream:
            stream.truncate(50_000_000)
        with pytest.raises(WorldError) as caught:
            own.bring_in(file)
        assert caught.value.text(ENGLISH) == "in.toml: expected a file of at most 1000 kB"

    def test_an_id_that_is_taken(self, own: OwnTemplates, tmp_path: Path, good: str) -> None:
        file = tmp_path / "in.toml"
        file.write_text(good)
        own.bring_in(file)
        with pytest.raises(WorldError) as caught:
            own.bring_in(file)
        assert "There is a template with the id proef already: “Proef”, version 1" in caught.value.text(ENGLISH)

    def test_too_much_to_write(self, own: OwnTemplates) -> None:
        many = [f"{n} " + "x" * 3990 for n in range(300)]
        with pytest.raises(WorldError) as caught:
            one_made(own, one_round("checklist", *many))
        assert "A template is at most 1000 kB" in caught.value.text(ENGLISH)


def test_every_kind_has_a_round_trip(tmp_path: Path) -> None:
    with open_desk(tmp_path, *(one_round(kind, "Iets") for kind in KINDS)) as desk:
        back = again(desk.view, tmp_path)
        assert [known.kind for known in back.rounds] == list(KINDS)
