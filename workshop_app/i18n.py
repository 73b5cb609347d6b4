"""The language of a text: messages, dates, times, numbers and enumerations."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from gettext import NullTranslations, translation
from typing import Literal, Self

from workshop_app.paths import resources

DOMAIN = "samenspraak"
DEFAULT = "nl"
CODES = ("nl", "en")

DateStyle = Literal["short", "long", "day"]


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message that is kept as data and translated when it is shown."""
    return message


# The names stand in our own catalogue: home shows dates before anything else, and Babel's locale data would add a sixth
# to the start. The tests compare the result with Babel's.
_DAYS = N_("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_DAYS_SHORT = N_("Mon Tue Wed Thu Fri Sat Sun")
_MONTHS = N_("January February March April May June July August September October November December")
_MONTHS_SHORT = N_("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")


@dataclass(frozen=True)
class Language:
    """One language, passed to whoever shows text. `Language.load("nl")` is the usual way to get one."""

    code: str
    messages: NullTranslations = field(repr=False, compare=False)

    @classmethod
    def load(cls, code: str = DEFAULT) -> Self:
        """The language with its catalogue. English is the language of the source and has none.

        Raises ValueError when we do not speak it.
        """
        if code not in CODES:
            raise ValueError(f"no such language: {code}")
        if code == "en":
            return cls(code, NullTranslations())
        return cls(code, translation(DOMAIN, resources() / "locale", [code]))

    def gettext(self, message: str) -> str:
        """The message in this language; as it is when the catalogue lacks it."""
        # gettext answers an empty message with the head of the catalogue.
        return self.messages.gettext(message) if message else ""

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The form that belongs to the number n."""
        return self.messages.ngettext(singular, plural, n)

    def date(self, day: datetime.date, style: DateStyle = "short") -> str:
        """A date: "short" (za 21 nov 2026), "long" (zaterdag 21 november 2026) or "day" (vr 11 december)."""
        days = _DAYS if style == "long" else _DAYS_SHORT
        months = _MONTHS_SHORT if style == "short" else _MONTHS
        text = self.gettext("{weekday} {day} {month}").format(
            weekday=self.gettext(days).split()[day.weekday()],
            day=day.day,
            month=self.gettext(months).split()[day.month - 1],
        )
        return text if style == "day" else f"{text} {day.year}"

    def time(self, moment: datetime.time | datetime.datetime) -> str:
        """A time of the day, in hours and minutes: 14:12."""
        return f"{moment:%H:%M}"

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with its decimals, and thousands apart: 1,9 and 12.345."""
        plain = f"{value:,.{decimals}f}"
        return plain if self.code == "en" else plain.translate(str.maketrans(",.", ".,"))

    def joined(self, parts: Sequence[str]) -> str:
        """An enumeration: "a, b en c"."""
        if len(parts) < 2:
            return "".join(parts)
        return self.gettext("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
