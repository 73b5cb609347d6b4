"""The catalogues are complete and sound; dates, numbers and enumerations have the form of the language."""

import ast
import datetime
import runpy
import string
from pathlib import Path

import pytest
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.numbers import format_decimal

from workshop_app.i18n import CODES, N_, Language

MESSAGES = runpy.run_path(str(Path(__file__).parents[1] / ".ci" / "messages.py"))
TRANSLATED = [code for code in CODES if code != "en"]
DAYS = [datetime.date(2026, 1, 1) + datetime.timedelta(days=n) for n in range(0, 365, 5)]


@pytest.fixture(params=TRANSLATED)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    """The catalogue of each language, as committed."""
    found: Catalog = MESSAGES["load"](MESSAGES["catalogue_path"](request.param), request.param)
    return found


def ids(catalogue: Catalog) -> set[str | tuple[str, ...]]:
    return {tuple(message.id) if message.pluralizable else str(message.id) for message in catalogue if message.id}


def forms(message: Message) -> list[tuple[str, str]]:
    """Each form of a message in English, with its translation."""
    if isinstance(message.string, str):
        return [(str(message.id), message.string)]
    return list(zip(message.id, message.string or (), strict=True))


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


class TestCatalogue:
    """`python .ci/messages.py` brings the catalogue up to date."""

    def test_has_the_messages_of_the_source_and_no_others(self, catalogue: Catalog) -> None:
        source = ids(MESSAGES["collect"]())
        assert source - ids(catalogue) == set(), "not in the catalogue"
        assert ids(catalogue) - source == set(), "not in the source any more"

    def test_no_message_hides_in_an_f_string(self) -> None:
        """Before Python 3.12 an f-string is one word to whoever collects messages."""
        hidden = [
            f"{path}:{call.lineno}"
            for path in (Path(__file__).parents[1] / "workshop_app").rglob("*.py")
            for text in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(text, ast.JoinedStr)
            for call in ast.walk(text)
            if isinstance(call, ast.Call) and any(isinstance(each, ast.Constant) for each in call.args)
            if ast.unparse(call.func).split(".")[-1] in ("_", "N_", "gettext", "ngettext")
        ]
        assert hidden == []

    def test_translates_every_message(self, catalogue: Catalog) -> None:
        assert [message.id for message in catalogue if message.id and not MESSAGES["translated"](message)] == []
        assert [message.id for message in catalogue if message.id and message.fuzzy] == []

    def test_keeps_placeholders(self, catalogue: Catalog) -> None:
        pairs = [pair for message in catalogue if message.id for pair in forms(message)]
        assert [pair for pair in pairs if placeholders(pair[0]) != placeholders(pair[1])] == []

    def test_keeps_the_ends(self, catalogue: Catalog) -> None:
        """A colon or dots at the end mean something, and a space at either end joins two texts."""
        pairs = [pair for message in catalogue if message.id for pair in forms(message)]
        for mark in (":", "…", "?", " "):
            assert [pair for pair in pairs if pair[0].endswith(mark) != pair[1].endswith(mark)] == []
        assert [pair for pair in pairs if pair[0].startswith(" ") != pair[1].startswith(" ")] == []

    def test_is_compiled(self, catalogue: Catalog) -> None:
        path = MESSAGES["catalogue_path"](str(catalogue.locale)).with_suffix(".mo")
        with path.open("rb") as file:
            compiled = dict(pair for message in read_mo(file) if message.id for pair in forms(message))
        assert compiled == dict(pair for message in catalogue if message.id for pair in forms(message))


@pytest.mark.parametrize(("code", "locale"), [("nl", "nl_NL"), ("en", "en_GB")])
class TestForms:
    """What we write is what the locale data of Babel says."""

    def test_dates(self, code: str, locale: str) -> None:
        language = Language.load(code)
        for day in DAYS:
            plain = format_date(day, "EEEE d MMMM y", locale=locale)
            assert language.date(day, "long") == plain
            assert language.date(day, "day") == format_date(day, "EEE d MMMM", locale=locale)

    def test_short_dates(self, code: str, locale: str) -> None:
        language = Language.load(code)
        theirs = [format_skeleton("yMMMEd", day, locale=locale) for day in DAYS]
        # British usage writes a comma after the weekday, and Sept: ours are the plain forms.
        assert [language.date(day) for day in DAYS] == [text.replace(",", "").replace("Sept", "Sep") for text in theirs]

    def test_numbers(self, code: str, locale: str) -> None:
        language = Language.load(code)
        assert language.number(1.94, 1) == format_decimal(1.9, locale=locale)
        assert language.number(12345) == format_decimal(12345, locale=locale)
        assert language.number(1234567.5, 2) == format_decimal(1234567.5, "#,##0.00", locale=locale)
        assert language.number(-0.5, 1) == format_decimal(-0.5, locale=locale)

    @pytest.mark.parametrize("parts", [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]])
    def test_enumerations(self, code: str, locale: str, parts: list[str]) -> None:
        assert Language.load(code).joined(parts) == format_list(parts, locale=locale)


def test_dutch_is_the_default() -> None:
    dutch = Language.load()
    assert dutch.code == "nl"
    assert dutch.date(datetime.date(2026, 11, 21)) == "za 21 nov 2026"
    assert dutch.date(datetime.date(2026, 12, 11), "day") == "vr 11 december"
    assert dutch.joined(["Lindevoort", "Heidebeek", "Zandhaven"]) == "Lindevoort, Heidebeek en Zandhaven"


def test_time() -> None:
    assert Language.load().time(datetime.time(9, 5)) == "09:05"
    assert Language.load("en").time(datetime.datetime(2026, 11, 21, 14, 12, 59, tzinfo=datetime.UTC)) == "14:12"


def test_what_is_not_in_the_catalogue_stays_as_it_is() -> None:
    dutch = Language.load()
    assert dutch.gettext("Lindevoort") == "Lindevoort"
    assert dutch.gettext("") == ""
    assert [dutch.ngettext("{n} lime tree", "{n} lime trees", n) for n in (1, 2)] == ["{n} lime tree", "{n} lime trees"]


def test_marking_changes_nothing() -> None:
    assert N_("Lindevoort") == "Lindevoort"


def test_a_language_we_do_not_speak() -> None:
    with pytest.raises(ValueError, match="fr"):
        Language.load("fr")


def test_languages_compare_by_code() -> None:
    assert Language.load() == Language.load()
    assert Language.load() != Language.load("en")
