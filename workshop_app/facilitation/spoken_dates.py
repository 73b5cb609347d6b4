"""Days as people say them: "over 2 weken", "volgende vrijdag", "eind januari"."""

import calendar
import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "jan januari january",
            "feb februari february",
            "mrt maart mar march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "aug augustus august",
            "sep sept september",
            "okt oktober oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_COUNTED = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_NUMBERS = {"één": 1} | {word: number for number, word in enumerate(_COUNTED, start=1)}
_BEFORE = re.compile(r"(?:uiterlijk|voor|vóór|op|tegen|per|in)\s+")
_PART_OF_MONTH = re.compile(r"(?P<part>half|eind|einde)\s+(?P<month>[a-z]+)(?:\s+(?P<year>\d{4}))?")
_COMING_DAY = re.compile(r"(?P<which>volgende|komende|aanstaande|a\.s\.|eerstvolgende)\s+(?P<day>[a-z]+dag)")
_SPANS = frozenset({"dag", "dagen", "week", "weken", "maand", "maanden", "jaar", "jaren"})
_SAYS_WHEN = frozenset({"over", "volgende", "vandaag", "morgen", "overmorgen", "gisteren", "geleden"}) | _SPANS
_DAYS_AND_MONTHS = frozenset({*_WEEKDAYS, *(day[:2] for day in _WEEKDAYS), *MONTHS})
_MOST_YEARS_AHEAD = 10


@lru_cache(maxsize=500)
def spoken_day(text: str, today: date) -> date | None:
    """The day that is meant, seen from today; it may lie in the past. None when these are not the words of a day.

    A month alone is its last day.
    """
    words = without_before(text)
    words = " ".join(str(_NUMBERS.get(word, word)) for word in words.split())
    if match := _PART_OF_MONTH.fullmatch(words):
        return _part_of_month(match, today)
    if match := _COMING_DAY.fullmatch(words):
        return _coming_day(match, today)
    return _looked_up(words, today) if _is_a_day(words) else None


def without_before(text: str) -> str:
    """The words of a day, in lower case, without the "uiterlijk" or "per" before it."""
    return _BEFORE.sub("", " ".join(text.casefold().split()), count=1)


def _part_of_month(match: re.Match[str], today: date) -> date | None:
    month = MONTHS.get(match["month"])
    if month is None:
        return None

    def day_in(year: int) -> date:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, 15 if match["part"] == "half" else last)

    if match["year"]:
        return day_in(max(int(match["year"]), 1))
    this_year = day_in(today.year)
    return this_year if this_year >= today else day_in(today.year + 1)


def _coming_day(match: re.Match[str], today: date) -> date | None:
    if match["day"] not in _WEEKDAYS:
        return None
    weekday = _WEEKDAYS.index(match["day"])
    if match["which"] == "volgende":  # the one of next week
        return today + timedelta(days=7 - today.weekday() + weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _is_a_day(words: str) -> bool:
    """Whether every word is one of a date: what reads dates passes over words that it does not know."""
    parts = words.split()
    known = [part in _SAYS_WHEN or part in _DAYS_AND_MONTHS for part in parts]
    counts = not _SAYS_WHEN.isdisjoint(parts)
    return any(known) and all(on or _is_figure(part, counts) for on, part in zip(known, parts, strict=True))


def _is_figure(part: str, counts: bool) -> bool:
    """Whether this can be a number in a date: of days or weeks, of a day of the month, or of a year."""
    if not (part.isascii() and part.isdecimal()):
        return False
    return counts or len(part) == 4 or 0 < int(part) <= 31


def _looked_up(words: str, today: date) -> date | None:
    import dateparser

    found = dateparser.parse(
        words,
        languages=["nl"],
        settings={
            "PREFER_DATES_FROM": "future",
            "PREFER_DAY_OF_MONTH": "current" if words.startswith("over ") else "last",
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime.combine(today, time()),
        },
    )
    return found.date() if found and found.year <= today.year + _MOST_YEARS_AHEAD else None
