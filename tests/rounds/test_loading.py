"""Loading templates: defaults, shared material, and what is said about mistakes."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_app.errors import WorldError
from workshop_app.i18n import Language
from workshop_app.model.values import NOTES_LIMIT, TEXT_LIMIT, TITLE_LIMIT, Grain, Level, PromptRole
from workshop_app.paths import resources
from workshop_app.rounds.catalogue import CHECKLIST, KINDS, PAUSE
from workshop_app.rounds.loading import (
    GLOSSARY,
    MATERIAL,
    load_glossary,
    load_library,
    load_template,
    load_templates,
)
from workshop_app.rounds.template import TemplatePrompt
from workshop_app.rounds.toml_table import SIZE_LIMIT, TemplateError

ENGLISH = Language.load("en")
LIBRARY = {
    "quote-1": TemplatePrompt("quote-1", PromptRole.ITEM, "Dat gaat nooit lukken.", "Vaak gehoord", "Over de bus"),
    "quote-2": TemplatePrompt("quote-2", PromptRole.ITEM, "Wie betaalt dat?"),
    "our-question": TemplatePrompt("our-question", PromptRole.QUESTION, "Helpt dit inwoners?"),
}
GOOD = """\
format = 1
id = "vervoer"
version = 3
title = "Vervoer in Lindevoort"
summary = "Bus en taxi"
source = "Eigen materiaal"
minutes = 50
slack = 5

[[rounds]]
key = "topics"
kind = "checklist"
minutes = 20
[[rounds.prompts]]
key = "bus"
text = "De bus"
detail = "Lijn 4"

[[rounds]]
key = "weerstand"
kind = "resistance"
title = "Verzuchtingen"
question = "Wat hoor je thuis?"
use_closing_question = "our-question"
intro = "Zes citaten"
notes = "Laat eerst twee mensen vertellen."
grain = "ballot"
level = "name"
minutes = 25
use = ["quote-2"]
[[rounds.prompts]]
use = "quote-1"
text = "Dat lukt nooit."
included = false
[[rounds.prompts]]
key = "why"
role = "question"
set = "Tot slot"
text = "Waarom?"

[[rounds]]
key = "options"
kind = "options"
minutes = 15
optional = true
criteria = [{ key = "costs", text = "kosten" }, { use = "quote-2" }]

[[rounds]]
key = "pauze"
kind = "pause"
minutes = 0
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "vervoer.toml"


def mistakes(file: Path, text: str | bytes) -> list[str]:
    """What is said about a template: none when it loads."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    try:
        load_template(file, LIBRARY)
    except TemplateError as error:
        return error.text(ENGLISH).split("\n")
    return []


class TestGood:
    def test_all_that_is_written(self, file: Path) -> None:
        file.write_text(GOOD, "utf-8")
        template = load_template(file, LIBRARY)
        assert (template.id, template.version, template.title) == ("vervoer", 3, "Vervoer in Lindevoort")
        assert (template.summary, template.source) == ("Bus en taxi", "Eigen materiaal")
        assert (template.minutes, template.slack, template.path) == (50, 5, file)
        assert [r.key for r in template.rounds] == ["topics", "weerstand", "options", "pauze"]
        assert [r.key for r in template.script] == ["topics", "weerstand", "pauze"]

        resistance = template.rounds[1]
        assert (resistance.title, resistance.question) == ("Verzuchtingen", "Wat hoor je thuis?")
        assert (resistance.closing_question, resistance.intro) == ("Helpt dit inwoners?", "Zes citaten")
        assert resistance.notes == "Laat eerst twee mensen vertellen."
        assert (resistance.grain, resistance.level, resistance.optional) == (Grain.BALLOT, Level.NAME, False)
        assert resistance.prompts == (
            LIBRARY["quote-2"],
            TemplatePrompt("quote-1", PromptRole.ITEM, "Dat lukt nooit.", "Vaak gehoord", "Over de bus", False),
            TemplatePrompt("why", PromptRole.QUESTION, "Waarom?", "", "Tot slot", True),
        )
        options = template.rounds[2]
        assert options.optional
        assert options.criteria == (
            TemplatePrompt("costs", PromptRole.CRITERION, "kosten"),
            TemplatePrompt("quote-2", PromptRole.CRITERION, "Wie betaalt dat?"),
        )

    def test_the_kind_fills_in_what_is_left_out(self, file: Path) -> None:
        file.write_text(GOOD, "utf-8")
        topics, *_, pause = load_template(file, LIBRARY).rounds
        assert (topics.title, topics.question) == (CHECKLIST.name, CHECKLIST.question)
        assert (topics.grain, topics.level) == (CHECKLIST.grain, CHECKLIST.level)
        assert (topics.closing_question, topics.intro, topics.notes, topics.criteria) == ("", "", "", ())
        assert (pause.title, pause.question, pause.prompts) == (PAUSE.name, "", ())

    def test_the_example_of_the_readme(self, file: Path) -> None:
        folder = resources() / "templates"
        file.write_text((folder / "README.md").read_text("utf-8").split("```")[1].removeprefix("toml"), "utf-8")
        template = load_template(file, load_library(folder / MATERIAL))
        assert [prompt.key for prompt in template.rounds[0].prompts] == [
            "statement-1",
            "statement-3",
            "vervoer",
            "statement-7",
        ]

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_kind(self, file: Path, kind: str) -> None:
        assert mistakes(file, GOOD.replace('"checklist"', f'"{kind}"')) == []

    @pytest.mark.parametrize(
        "text", [GOOD.encode("utf-8-sig"), GOOD.replace("\n", "\r\n").encode()], ids=["mark in front", "Windows lines"]
    )
    def test_as_other_editors_save_it(self, file: Path, text: bytes) -> None:
        assert mistakes(file, text) == []

    def test_limits_are_included(self, file: Path) -> None:
        title, notes = "é" * TITLE_LIMIT, "n" * NOTES_LIMIT
        text = GOOD.replace("Vervoer in Lindevoort", title).replace("Laat eerst twee mensen vertellen.", notes)
        assert mistakes(file, text.replace("Zes citaten", "i" * TEXT_LIMIT)) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        # the head
        ("format = 1\n", "", "format: expected 1; a higher one needs a newer Samenspraak"),
        ("format = 1\n", "format = 2\n", "format: expected 1; a higher one needs a newer Samenspraak"),
        ('id = "vervoer"\n', "", "id: expected a text"),
        ('"vervoer"', '"Ons vervoer"', "id: expected a key of small letters, digits and dashes"),
        ("version = 3", 'version = "3"', "version: expected a whole number from 1 to 1000000"),
        ("version = 3", "version = true", "version: expected a whole number from 1 to 1000000"),
        ('"Vervoer in Lindevoort"', '"  "', "title: expected a text"),
        ('"Vervoer in Lindevoort"', "2026-11-21", "title: expected a text"),
        ('"Vervoer in Lindevoort"', '"Een\\ntwee"', "title: expected a text on one line"),
        ('"Bus en taxi"', '"Bus\\u0000"', "summary: expected a text without control characters"),
        ('source = "Eigen materiaal"\n', "", "source: expected a text"),
        ("minutes = 50\n", "", "minutes: expected a whole number from 1 to 1440"),
        ("slack = 5", "slack = -5", "slack: expected a whole number from 0 to 1440"),
        ("slack = 5", "slack = 5\nduration = 3", "duration: unknown here; expected only: format, id, version, title, "
         "summary, source, minutes, slack, rounds"),
        ("slack = 5", 'slack = 5\n"een \\n twee" = 3', r"'een \n twee': unknown here; expected only: format, id, "
         "version, title, summary, source, minutes, slack, rounds"),
        ("minutes = 50", "minutes = 60",
         "minutes: expected 50: the rounds that are not optional take 45, and the slack is 5"),
        # rounds
        ('key = "topics"\n', "", "rounds[1] → key: expected a text"),
        ('key = "options"', 'key = "weerstand"',
         'rounds[3] "weerstand" → key: expected a key that is not used before in this file'),
        ('"checklist"', '"checklists"', f'rounds[1] "topics" → kind: expected one of: {", ".join(KINDS)}'),
        ('kind = "checklist"\n', "", f'rounds[1] "topics" → kind: expected one of: {", ".join(KINDS)}'),
        ('"ballot"', '"everyone"',
         'rounds[2] "weerstand" → grain: expected one of: room, organisation, ballot, group'),
        ('"name"', '""', 'rounds[2] "weerstand" → level: expected one of: anonymous, organisation, name'),
        ("minutes = 20", "minutes = -20", 'rounds[1] "topics" → minutes: expected a whole number from 0 to 1440'),
        ("minutes = 20", "minutes = 20.0", 'rounds[1] "topics" → minutes: expected a whole number from 0 to 1440'),
        ("optional = true", 'optional = "yes"', 'rounds[3] "options" → optional: expected true or false'),
        ("minutes = 20", 'minutes = 20\ncriteria = [{ key = "costs", text = "kosten" }]',
         'rounds[1] "topics" → criteria: unknown here; expected only: key, kind, title, question, minutes, grain, '
         "level, use_closing_question, closing_question, intro, notes, optional, use, prompts, heads, labels, live, "
         "steps_off"),
        ('"Verzuchtingen"', '"' + "t" * 201 + '"',
         'rounds[2] "weerstand" → title: expected a text of at most 200 characters; this one has 201'),
        ('"Zes citaten"', '"' + "t" * 4001 + '"',
         'rounds[2] "weerstand" → intro: expected a text of at most 4000 characters; this one has 4001'),
        ('"our-question"', '"your-question"', 'rounds[2] "weerstand" → use_closing_question: expected a key of the '
         "shared material; it has no your-question"),
        ('level = "name"', 'level = "anonymous"\nvariant = "beds"',
         'rounds[2] "weerstand" → variant: expected one of: chairs'),
        ('level = "name"', 'level = "name"\nlive = 1', 'rounds[2] "weerstand" → live: expected true or false'),
        ('grain = "ballot"\nlevel = "name"', 'grain = "organisation"\nlevel = "anonymous"',
         'rounds[2] "weerstand" → grain: expected room or ballot, because the level is anonymous'),
        ('level = "name"', 'level = "name"\nsteps_off = ["jump"]', 'rounds[2] "weerstand" → steps_off: expected some '
         "of these, and not all: wall, hands, choose, chairs, beneath, question"),
        ("minutes = 0\n", 'minutes = 0\nsteps_off = ["countdown"]',
         'rounds[4] "pauze" → steps_off: expected some of these, and not all: countdown'),
        # prompts and criteria
        ('text = "De bus"\n', "", 'rounds[1] "topics" → prompts[1] "bus" → text: expected a text'),
        ('key = "bus"\n', "", 'rounds[1] "topics" → prompts[1] → key: expected a text'),
        ('key = "why"', 'key = "bus"',
         'rounds[2] "weerstand" → prompts[2] "bus" → key: expected a key that is not used before in this file'),
        ('role = "question"', 'role = "answer"',
         'rounds[2] "weerstand" → prompts[2] "why" → role: expected one of: item, question, criterion, axis, quadrant'),
        ("included = false", "included = 0",
         'rounds[2] "weerstand" → prompts[1] "quote-1" → included: expected true or false'),
        ("included = false", 'key = "mine"', 'rounds[2] "weerstand" → prompts[1] "mine" → key: unknown here; expected '
         "only: use, role, text, detail, set, included"),
        ('detail = "Lijn 4"', 'details = "Lijn 4"', 'rounds[1] "topics" → prompts[1] "bus" → details: unknown here; '
         "expected only: use, key, role, text, detail, set, included"),
        ('use = ["quote-2"]', 'use = ["quote-2", "quote-9"]',
         'rounds[2] "weerstand" → use[2]: expected a key of the shared material; it has no quote-9'),
        ('use = ["quote-2"]', 'use = ["quote-2", "quote-2"]',
         'rounds[2] "weerstand" → use[2]: expected a key that is not used before in this file'),
        ('use = ["quote-2"]', 'use = "quote-2"', 'rounds[2] "weerstand" → use: expected a list of keys'),
        ('use = ["quote-2"]', "use = [2]",
         'rounds[2] "weerstand" → use[1]: expected a key of small letters, digits and dashes'),
        ('use = ["quote-2"]', 'use = ["een\\ntwee"]',
         'rounds[2] "weerstand" → use[1]: expected a key of small letters, digits and dashes'),
        ('use = "quote-1"', 'use = "quote-7"', 'rounds[2] "weerstand" → prompts[1] "quote-7" → use: expected a key of '
         "the shared material; it has no quote-7"),
        ('{ use = "quote-2" }', '{ key = "costs", text = "geld" }',
         'rounds[3] "options" → criteria[2] "costs" → key: expected a key that is not used before in this file'),
        ('text = "kosten"', 'text = ""', 'rounds[3] "options" → criteria[1] "costs" → text: expected a text'),
        ('text = "kosten"', 'text = "kosten", weight = 2', 'rounds[3] "options" → criteria[1] "costs" → weight: '
         "unknown here; expected only: use, key, role, text, detail, set, included"),
        ('[{ key = "costs", text = "kosten" }, { use = "quote-2" }]', '["kosten"]',
         'rounds[3] "options" → criteria: expected a list of tables'),
    ],
)  # fmt: skip
def test_each_mistake_has_its_place(file: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert mistakes(file, GOOD.replace(old, new, 1)) == [f"vervoer.toml: {said}"]


def test_all_mistakes_at_once(file: Path) -> None:
    text = GOOD.replace('"checklist"', '"list"').replace("slack = 5", "slack = 1.5").replace('"Waarom?"', "[]")
    assert [line.partition(": expected")[0] for line in mistakes(file, text)] == [
        "vervoer.toml: slack",
        'vervoer.toml: rounds[1] "topics" → kind',
        'vervoer.toml: rounds[2] "weerstand" → prompts[2] "why" → text',
    ]


@pytest.mark.parametrize("rounds", ["", "rounds = []", "rounds = [1]", "[rounds]"])
def test_a_template_has_rounds(file: Path, rounds: str) -> None:
    head = GOOD.partition("[[rounds]]")[0]
    assert len(mistakes(file, head + rounds)) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace('title = "Verzuchtingen"', 'title = "Verzuchtingen'), "line 22: expected TOML; look at the "
         "quotation marks, the brackets and ="),
        (GOOD + "[[rounds]", "line 52: expected TOML; look at the quotation marks, the brackets and ="),
        (GOOD + 'use = ["a",\n', "line 52: expected TOML; look at the quotation marks, the brackets and ="),
        (GOOD.encode().replace(b"Bus", b"B\xfcs"), "line 5: expected text in UTF-8"),
        (b"\xff\xfe\x00", "line 1: expected text in UTF-8"),
        ("x = " + "[" * 5_000, "line 1: expected TOML; look at the quotation marks, the brackets and ="),
        ("x = " + "9" * (sys.get_int_max_str_digits() + 1),
         "line 1: expected TOML; look at the quotation marks, the brackets and ="),
        ("#" * (SIZE_LIMIT + 1), "expected a file of at most 1000 kB"),
    ],
)  # fmt: skip
def test_what_is_no_toml(file: Path, text: str | bytes, said: str) -> None:
    assert mistakes(file, text) == [f"vervoer.toml: {said}"]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.toml"):
        with pytest.raises(WorldError) as caught:
            load_template(path, LIBRARY)
        assert caught.value.text(ENGLISH) == f"{path.name}: the file cannot be read"


class TestFolders:
    def test_ours_and_those_of_the_user(self, tmp_path: Path) -> None:
        (tmp_path / "vervoer.toml").write_text(GOOD.replace("our-question", "our-question-1"), "utf-8")
        templates, problems = load_templates(resources() / "templates", tmp_path)
        assert problems == ()
        assert len(templates) == 9
        assert templates[-1].rounds[1].closing_question.startswith("Kun je inwoners goed helpen")

    def test_no_folder_yet(self, tmp_path: Path) -> None:
        templates, problems = load_templates(resources() / "templates", tmp_path / "none")
        assert (len(templates), problems) == (8, ())

    def test_a_broken_template_hides_no_other(self, tmp_path: Path) -> None:
        plain = GOOD.replace("our-question", "our-question-1")
        (tmp_path / "a.toml").write_text("[[", "utf-8")
        (tmp_path / "b.toml").write_text(plain.replace('"checklist"', '"list"'), "utf-8")
        (tmp_path / "c.toml").write_text(plain, "utf-8")
        (tmp_path / "d.toml").write_text(plain, "utf-8")
        (tmp_path / "e.toml").mkdir()
        (tmp_path / "f.txt").write_text("geen draaiboek", "utf-8")
        templates, problems = load_templates(resources() / "templates", tmp_path)
        assert [template.path.name for template in templates[8:]] == ["c.toml"]
        assert [problem.text(ENGLISH).partition(": expected")[0] for problem in problems] == [
            "a.toml: line 1",
            'b.toml: rounds[1] "topics" → kind',
            "d.toml: id",
        ]
        assert problems[-1].text(ENGLISH) == "d.toml: id: expected an id of its own; c.toml has it already"

    def test_without_sound_material(self, tmp_path: Path) -> None:
        """What needs no shared material still loads."""
        plain = GOOD.replace("use_closing_question", "closing_question").replace('use = ["quote-2"]\n', "")
        plain = plain.replace('use = "quote-1"', 'key = "mine"').replace(', { use = "quote-2" }', "")
        (tmp_path / MATERIAL).write_text('format = 1\n[quote-1]\ntxt = "?"\n[quote-2]\ntext = "Ja"\n', "utf-8")
        (tmp_path / "vervoer.toml").write_text(plain, "utf-8")
        templates, problems = load_templates(tmp_path)
        assert [template.id for template in templates] == ["vervoer"]
        assert [problem.text(ENGLISH) for problem in problems] == [
            "material.toml: quote-1 → text: expected a text",
            "material.toml: quote-1 → txt: unknown here; expected only: role, text, detail, set, included",
        ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (MATERIAL, "format = 1\nquote-1 = 3", "quote-1: expected a table"),
        (GLOSSARY, 'format = 1\n[[terms]]\nterm = "GR"', "terms[1] → meaning: expected a text"),
        (GLOSSARY, "format = 1\nterms = 1", "terms: expected a list of tables"),
        (GLOSSARY, "format = 1\nwords = 1", "words: unknown here; expected only: format, terms"),
    ],
)
def test_mistakes_in_other_files(tmp_path: Path, name: str, text: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(TemplateError) as caught:
        load_library(path) if name == MATERIAL else load_glossary(path)
    assert said in caught.value.text(ENGLISH).removeprefix(f"{name}: ").splitlines()


VALUES = ['"x"', "''", "0", "-7", "1e9", "true", "[]", "{}", "[[]]", "[1]", "[{}]", "2026-11-21", "{ use = 1 }", "nan"]
PIECES = st.one_of(
    st.sampled_from(
        ["\n", "[[rounds]]\n", "[[rounds.prompts]]\n", "[rounds]\n", '"', "'''", "=", "[", "{", "\\", "\x00"]
    ),
    st.sampled_from(VALUES),
    st.sampled_from(
        [f"{name} = " for name in ("key", "kind", "use", "prompts", "criteria", "minutes", "role", "text")]
    ),
    st.text(max_size=8),
)


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """The good template with a few stretches of it replaced by something else."""
    text = GOOD
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 60)))
        text = text[:start] + draw(PIECES) + text[end:]
    data = text.encode("utf-8", "surrogatepass")
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


@st.composite
def other_values(draw: st.DrawFn) -> bytes:
    """The good template with other values behind some of its keys: still TOML, most often."""
    lines = GOOD.splitlines()
    for n in draw(st.lists(st.integers(0, len(lines) - 1), max_size=6)):
        name, equals, _ = lines[n].partition(" = ")
        lines[n] = f"{name} = {draw(st.sampled_from(VALUES))}" if equals else lines[n]
    return "\n".join(lines).encode()


@settings(max_examples=300, deadline=None)
@given(data=st.one_of(broken(), other_values(), st.binary(max_size=200)))
def test_no_file_is_worse_than_a_mistake(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever stands in a file, it loads, or the mistakes are told in lines that can be read."""
    file = tmp_path_factory.getbasetemp() / "any.toml"
    for line in mistakes(file, data):
        assert line.startswith("any.toml: ")
        assert "expected" in line
        assert line.isprintable()
