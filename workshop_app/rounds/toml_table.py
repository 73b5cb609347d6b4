"""Reading a TOML file key by key, with every mistake noted: the file, the place and what was expected."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self, TypeVar

from workshop_app.errors import WorldError
from workshop_app.i18n import N_, Language
from workshop_app.model.values import TEXT_LIMIT, TITLE_LIMIT

SIZE_LIMIT = 1_000_000
"""Bytes in a file."""

_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]*")
_SHOWN = 40
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LINE = re.compile(r"at line (\d+)")
_ENDLESS = re.compile(rb"\d{1000}")
"""A number that Python does not read."""
_EXPECTED_TEXT = N_("expected a text")
_EXPECTED_KEY = N_("expected a key of small letters, digits and dashes")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """A mistake in a file: `place` is the way to it, counted from one (`rounds[3] "weerstand" → prompts[2] → text`).
    Where the file is no TOML, `line` is the line and `place` is empty. `expected` is a message id, for `values`."""

    file: Path
    place: str
    expected: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    line: int = 0

    def text(self, language: Language) -> str:
        """File, place and expectation on one line."""
        place = language.gettext("line {line}").format(line=self.line) if self.line else self.place
        expected = language.gettext(self.expected).format(**self.values)
        return ": ".join(part for part in (self.file.name, place, expected) if part)


class TemplateError(WorldError):
    """A file with at least one mistake; `problems` has them all."""

    def __init__(self, problems: Iterable[TemplateProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems[0].expected, **self.problems[0].values)

    def text(self, language: Language) -> str:
        """Every mistake on a line of its own."""
        return "\n".join(problem.text(language) for problem in self.problems)


class TomlTable:
    """A table of a TOML file. Asking for a key notes a mistake and answers with something harmless, so that one
    reading finds all mistakes; `done` notes the keys that nobody asked for, and `TomlTable.check` ends the reading."""

    def __init__(self, values: dict[str, Any], file: Path, place: str, problems: list[TemplateProblem]) -> None:
        self._values = values
        self._file = file
        self._place = place
        self._problems = problems
        self._known: list[str] = []
        self._noted: set[str] = set()

    @classmethod
    def read(cls, file: Path) -> Self:
        """The whole file as a table. Raises TemplateError when it is no TOML or cannot be read."""
        try:
            with file.open("rb") as stream:
                data = stream.read(SIZE_LIMIT + 1)
        except OSError as error:
            raise TemplateError([TemplateProblem(file, "", N_("the file cannot be read"))]) from error
        if len(data) > SIZE_LIMIT:
            expected = N_("expected a file of at most {limit} kB")
            raise TemplateError([TemplateProblem(file, "", expected, {"limit": SIZE_LIMIT // 1000})])
        try:
            return cls(tomllib.loads(data.decode("utf-8-sig")), file, "", [])
        except (ValueError, RecursionError) as error:
            raise TemplateError([_no_toml(file, data, error)]) from error

    def check(self) -> None:
        """Raise TemplateError with every mistake that was noted in this file."""
        if self._problems:
            raise TemplateError(self._problems)

    def problem(self, key: str, expected: str, **values: str | int) -> None:
        """Note a mistake at a key of this table, the first one there. `expected` is a message id."""
        if key not in self._noted:
            self._noted.add(key)
            self._problems.append(TemplateProblem(self._file, self._at(key), expected, values))

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        """The keys that nobody asked for yet."""
        return iter([key for key in self._values if key not in self._known])

    def text(self, key: str, default: str | None = None, limit: int = TEXT_LIMIT) -> str:
        """A text, without space around it; no default means that it has to be there."""
        value = self._value(key, default, "", _EXPECTED_TEXT).strip()
        if default is None and not value:
            self.problem(key, _EXPECTED_TEXT)
        if len(value) > limit:
            expected = N_("expected a text of at most {limit} characters; this one has {length}")
            self.problem(key, expected, limit=limit, length=len(value))
        if _CONTROL.search(value):
            self.problem(key, N_("expected a text without control characters"))
        return value

    def line(self, key: str, default: str | None = None) -> str:
        """A title or another text on a single line."""
        value = self.text(key, default, TITLE_LIMIT)
        if "\n" in value:
            self.problem(key, N_("expected a text on one line"))
        return value

    def slug(self, key: str, default: str | None = None) -> str:
        """A key, as templates and prompts have one."""
        value = self.line(key, default)
        if value and not _SLUG.fullmatch(value):
            self.problem(key, _EXPECTED_KEY)
        return value

    def choice(self, key: str, options: Iterable[str], default: str | None = None) -> str:
        """One of some words; the first of them when it is none."""
        words = [str(option) for option in options]
        expected = N_("expected one of: {choices}")
        value = self._value(key, default, words[0], expected, choices=", ".join(words))
        if value in words or value == default:
            return value
        self.problem(key, expected, choices=", ".join(words))
        return words[0]

    def number(self, key: str, default: int | None = None, *, low: int, high: int) -> int:
        """A whole number between bounds, both included."""
        expected = N_("expected a whole number from {low} to {high}")
        value = self._value(key, default, low, expected, low=low, high=high)
        if low <= value <= high:
            return value
        self.problem(key, expected, low=low, high=high)
        return low

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        return self._value(key, default, False, N_("expected true or false"))

    def slugs(self, key: str) -> list[str]:
        """A list of keys, as templates and prompts have one; empty when it is not there."""
        values: list[Any] = self._value(key, [], [], N_("expected a list of keys"))
        for n, value in enumerate(values, 1):
            if type(value) is not str or not _SLUG.fullmatch(value):
                self.problem(f"{key}[{n}]", _EXPECTED_KEY)
        return [value for value in values if type(value) is str]

    def table(self, key: str) -> "TomlTable":
        """A table in this one."""
        return self._child(self._value(key, None, {}, N_("expected a table")), self._at(key))

    def tables(self, key: str) -> "list[TomlTable]":
        """A list of tables; empty when it is not there. A table that has a key is named by it in the place."""
        expected = N_("expected a list of tables")
        values: list[Any] = self._value(key, [], [], expected)
        if not all(type(value) is dict for value in values):
            self.problem(key, expected)
            return []
        return [self._child(value, f"{self._at(key)}[{n}]{_name(value)}") for n, value in enumerate(values, 1)]

    def done(self) -> None:
        """Note the keys that nobody asked for."""
        for key in self:
            self.problem(key, N_("unknown here; expected only: {choices}"), choices=", ".join(self._known))

    def _value(self, key: str, default: T | None, harmless: T, expected: str, **values: str | int) -> T:
        self._known.append(key)
        if key not in self._values and default is not None:
            return default
        value = self._values.get(key)
        if type(value) is type(harmless):
            return value
        self.problem(key, expected, **values)
        return harmless

    def _child(self, values: dict[str, Any], place: str) -> "TomlTable":
        return TomlTable(values, self._file, place, self._problems)

    def _at(self, key: str) -> str:
        # What somebody wrote as a key can be anything.
        shown = key if _SLUG.fullmatch(key.partition("[")[0]) else repr(key[:_SHOWN])
        return f"{self._place} → {shown}" if self._place else shown


def _name(values: dict[str, Any]) -> str:
    key = values.get("key", values.get("use"))
    return f' "{key}"' if type(key) is str and len(key) <= TITLE_LIMIT and _SLUG.fullmatch(key) else ""


def _no_toml(file: Path, data: bytes, error: Exception) -> TemplateProblem:
    if isinstance(error, UnicodeDecodeError):
        return TemplateProblem(file, "", N_("expected text in UTF-8"), line=data[: error.start].count(b"\n") + 1)
    # The parser tells the line in its message only; when it tells none, a number is too long or the end came too early.
    found, endless = _LINE.search(str(error)), _ENDLESS.search(data)
    before = data[: endless.start()].count(b"\n") + 1 if endless else max(1, len(data.splitlines()))
    line = int(found[1]) if found else before
    return TemplateProblem(file, "", N_("expected TOML; look at the quotation marks, the brackets and ="), line=line)
