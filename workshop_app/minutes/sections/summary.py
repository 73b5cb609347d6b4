"""In short: the summary, the numbers worth remembering, the contents."""

from collections import Counter

from workshop_app.i18n import Language
from workshop_app.minutes.charts import BarChart, BarRow
from workshop_app.minutes.document import Contents, KeyFigure, KeyFigures, Prose, Section
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.proposal import proposed_summary
from workshop_app.minutes.sections.rounds import held_rounds
from workshop_app.minutes.small_counts import is_small
from workshop_app.minutes.wording import duration
from workshop_app.model.attendance import attended
from workshop_app.model.values import ACROSS_OPTION, UP_OPTION, Presence
from workshop_app.model.views import PromptView, RoundView, WorkshopView

LEAST_THEMES = 3
"""Themes from which it is worth to compare them."""


def summary(view: WorkshopView, edition: Edition, language: Language) -> Section:
    """The first chapter."""
    _ = language.gettext
    text = view.info.summary.strip() or proposed_summary(view, language)
    figures = _figures(view, edition, language)
    return Section(
        heading=_("In short"),
        blocks=(Prose(text, "lead"), KeyFigures(figures), Contents(_("Contents"))),
        anchor="summary",
        new_page=True,
        in_contents=False,
    )


def themes(view: WorkshopView, language: Language) -> Section | None:
    """How often each theme came back, when there are a few."""
    _ = language.gettext
    counts = Counter(c.theme for known in view.script for c in known.contributions if c.theme)
    if len(counts) < LEAST_THEMES:
        return None
    chart = BarChart(
        label=_("Theme"),
        picture=_("Contributions"),
        options=(_("number"),),
        rows=tuple(
            BarRow(theme, (counts[theme],)) for theme in sorted(counts, key=lambda theme: (-counts[theme], theme))
        ),
        caption=_("How many contributions belong to each theme."),
    )
    return Section(_("What was it about?"), (chart,), anchor="themes", new_page=True)


def _figures(view: WorkshopView, edition: Edition, language: Language) -> tuple[KeyFigure, ...]:
    """What there was of each; of what there was nothing, no number."""
    ngettext = language.ngettext
    people, rounds, said = len(attended(view)), held_rounds(view), _answers(view, edition)
    decisions, actions = len(view.decisions), len(view.actions)
    told = 0 if edition.public and is_small(people) else people
    numbers = (
        (told, _participants(view, edition, language)),
        (len(rounds), _rounds(rounds, language)),
        (said, ngettext("answer or contribution", "answers and contributions", said)),
        (decisions, ngettext("decision taken", "decisions taken", decisions)),
        (actions, ngettext("action agreed", "actions agreed", actions)),
    )
    return tuple(KeyFigure(language.number(number), label) for number, label in numbers if number)


def _participants(view: WorkshopView, edition: Edition, language: Language) -> str:
    excused = sum(p.presence is Presence.EXCUSED for p in view.participants)
    if edition.public and is_small(excused):
        excused = 0
    words = language.ngettext("participant present", "participants present", len(attended(view)))
    if not excused:
        return words
    absent = language.ngettext("{n} sent word of absence", "{n} sent word of absence", excused).format(n=excused)
    return f"{words}, {absent}"


def _rounds(rounds: tuple[RoundView, ...], language: Language) -> str:
    minutes = round(sum(known.spent_seconds for known in rounds) / 60) or sum(known.minutes for known in rounds)
    words = language.ngettext("round in {duration}", "rounds in {duration}", len(rounds))
    return words.format(duration=duration(minutes, language))


def _answers(view: WorkshopView, edition: Edition) -> int:
    """What people gave. A public version counts only what it tells: else the total would tell the rest."""
    items = (item for known in view.script for item in known.items)
    counts = [count for item in items for count in (item.dots, _given(item) - item.dots)]
    counted = sum(count for count in counts if not (edition.public and is_small(count)))
    return counted + sum(len(known.contributions) for known in view.script)


def _given(item: PromptView) -> int:
    """All that was given to an item: a placement is one answer, though it has two numbers."""
    return sum(1 if r.option == ACROSS_OPTION else r.value for r in item.responses if r.option != UP_OPTION)
