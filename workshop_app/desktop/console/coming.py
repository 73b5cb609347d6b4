"""What comes next, in words: the step after this one, the next round with its time, and the one after that. Pure."""

from datetime import datetime

from workshop_app.desktop.console.here import Here
from workshop_app.facilitation import schedule, script
from workshop_app.facilitation.script import Reveal
from workshop_app.i18n import Language
from workshop_app.model.views import RoundView
from workshop_app.rounds.catalogue import KINDS


def coming(here: Here, now: datetime, elapsed: schedule.Elapsed, language: Language) -> tuple[str, str, str]:
    """The next step of this round, the next round, and the one after it; '' where there is none. `now` is the clock on
    the wall."""
    ahead = _rounds_ahead(here)
    first = _round(here, ahead[0], now, elapsed, language) if ahead else ""
    second = language.gettext("then {title}").format(title=ahead[1].title) if len(ahead) > 1 else ""
    if not ahead and here.place != script.THANKS:
        first = language.gettext("Thanks and the end")
    return _step(here, language), first, second


def _rounds_ahead(here: Here) -> list[RoundView]:
    script_ = [known for known in here.view.script if not known.skipped or known.id == here.place.round_id]
    place = next((n for n, known in enumerate(script_) if known.id == here.place.round_id), -1)
    return [] if here.place == script.THANKS else script_[place + 1 :]


def _round(here: Here, known: RoundView, now: datetime, elapsed: schedule.Elapsed, language: Language) -> str:
    words = language.gettext("{title} · {n} min").format(title=known.title, n=known.allotted)
    if known.kind != "pause":
        return words
    back = schedule.round_end(here.view, known.id, now, elapsed)
    return language.gettext("{pause}, back at {time}").format(pause=words, time=language.time(back))


def _step(here: Here, language: Language) -> str:
    ahead = script.after(here.view)
    if isinstance(ahead, Reveal):
        return language.gettext("first: show the result")
    if here.round is None or ahead.round_id != here.round.id or ahead == here.place:
        return ""
    step = KINDS[here.round.kind].step(ahead.step)
    prompt = here.round.prompt(ahead.prompt_id)
    number = next((n for n, item in enumerate(here.round.items, start=1) if prompt and item.id == prompt.id), 0)
    label = language.gettext(step.label) if step else ""
    if number and ahead.step == here.place.step:
        return language.gettext("first: number {n}").format(n=number)
    return language.gettext("first: {step}").format(step=label)
