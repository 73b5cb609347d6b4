"""From a workshop and its place in the script to what the room sees: a scene and its frame."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workshop_app.desktop.projection import round_scenes, small_groups
from workshop_app.desktop.projection.frame import Frame, House, Logo, PaletteName
from workshop_app.desktop.projection.scene import Agenda, AgendaRow, Black, Fact, Question, Scene, Task, Thanks, Welcome
from workshop_app.facilitation import script
from workshop_app.i18n import N_, Language
from workshop_app.model.text import dotted
from workshop_app.model.values import Level, Rule
from workshop_app.model.views import Place, RoundView, WorkshopInfo, WorkshopView
from workshop_app.rounds.kind import Scene as SceneKind

_RULES = {
    Rule.BY_NAME: N_("What is said, with the name of who said it"),
    Rule.NOT_ATTRIBUTED: N_("What is said, without name and without municipality"),
    Rule.CHATHAM_HOUSE: N_("What is said, without names; who was here stays inside the group"),
}
_LOOSENED = {
    Level.ORGANISATION: N_("from now on with the municipality"),
    Level.NAME: N_("from now on with names"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """What the file does not know: the time here, the seconds spent in this round, and what came in last."""

    now: datetime
    elapsed: float = 0.0
    newest: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """A scene with its frame. `result_hidden`: there is something that the room cannot see yet."""

    scene: Scene
    frame: Frame
    result_hidden: bool = False


def compose(view: WorkshopView, language: Language, moment: Moment, dark: bool = False) -> Shown:
    """What the room sees now; freeze is the caller's. `dark` is the theme for dark rooms."""
    place = script.standing(view)
    if view.stage.black:
        return Shown(Black(), Frame())
    scene = _scene(view, place, language, moment)
    frame = _frame(view, place, scene, language, moment, _palette(scene, dark))
    frame = replace(frame, house=_house(view))
    return Shown(scene, frame, script.to_reveal(view, place) is not None)


def _palette(scene: Scene, dark: bool) -> PaletteName:
    if isinstance(scene, Question):
        return "petrol"
    return "dark" if dark else "light"


def _scene(view: WorkshopView, place: Place, language: Language, moment: Moment) -> Scene:
    known, step = view.round(place.round_id), script.step_at(view, place)
    if known is None or step is None:
        match place.step:
            case "agenda":
                return _agenda(view, language)
            case "thanks":
                return _thanks(view, language)
            case _:
                return _welcome(view.info, language)
    if step.scene is SceneKind.COUNTDOWN:
        return round_scenes.countdown(known, language, moment.now, moment.elapsed)
    if step.scene in small_groups.SCENES:
        return small_groups.scene(view, known, step, place.prompt_id, language, moment.now, moment.newest)
    return round_scenes.scene(view, known, step, place.prompt_id, language, moment.newest)


def _frame(
    view: WorkshopView, place: Place, scene: Scene, language: Language, moment: Moment, palette: PaletteName
) -> Frame:
    known = view.round(place.round_id)
    if known is None:
        return Frame(region=view.info.region, palette=palette, page=_page(view))
    number = view.number(known.id)
    return Frame(
        number=str(number) if number else "",
        title=_title(known, language),
        region=view.info.region,
        progress=_progress(view, place),
        remaining="" if isinstance(scene, Task) else _remaining(known, moment.elapsed, language),
        palette=palette,
        page=_page(view),
    )


def _house(view: WorkshopView) -> House:
    info = view.info
    logos = tuple(Logo(each.data, each.width, each.height, each.description) for each in view.logos)
    return House(info.primary_colour, info.accent_colour, logos, info.footer)


def _page(view: WorkshopView) -> int | None:
    return view.stage.page - 1 if view.stage.page else None


def _title(known: RoundView, language: Language) -> str:
    if not known.loosened or known.level not in _LOOSENED:
        return known.title
    return f"{known.title} · {language.gettext(_LOOSENED[known.level])}"


def _progress(view: WorkshopView, place: Place) -> tuple[float, ...]:
    counted = [known for known in view.script if known.kind != "pause"]
    order = [known.id for known in view.script]
    here = order.index(place.round_id)
    return tuple(
        1.0 if order.index(known.id) < here else _fraction(known, place) if known.id == place.round_id else 0.0
        for known in counted
    )


def _fraction(known: RoundView, place: Place) -> float:
    way = script.round_places(known)
    return (way.index(place) + 1) / (len(way) + 1) if place in way else 0.0


def _remaining(known: RoundView, elapsed: float, language: Language) -> str:
    minutes = known.allotted - int(elapsed // 60)
    return language.gettext("{n} min left").format(n=minutes) if known.allotted and minutes > 0 else ""


def _welcome(info: WorkshopInfo, language: Language) -> Welcome:
    _ = language.gettext
    where = dotted((language.date(info.day, "long"), info.place))
    noted_by = dotted((info.note_taker, info.responsible))
    facts = (
        Fact(_("What is noted"), _(_RULES[info.rule])),
        Fact(_("By whom"), noted_by),
        Fact(_("Kept until"), language.date(info.keep_until, "long")),
        Fact(_("Questions"), info.contact or info.responsible),
    )
    return Welcome(info.title, where, tuple(fact for fact in facts if fact.text))


def _agenda(view: WorkshopView, language: Language) -> Agenda:
    start = datetime.combine(view.info.day, view.info.start)
    rows = []
    for known in view.script:
        minutes = language.gettext("{n} min").format(n=known.minutes) if known.minutes else ""
        rows.append(AgendaRow(language.time(start), known.title, minutes))
        start += timedelta(minutes=known.minutes)
    return Agenda(language.gettext("What we are going to do"), tuple(rows))


def _thanks(view: WorkshopView, language: Language) -> Thanks:
    _, ngettext = language.gettext, language.ngettext
    decisions, actions = len(view.decisions), len(view.actions)
    counted = [
        ngettext("{n} decision", "{n} decisions", decisions).format(n=decisions) if decisions else "",
        ngettext("{n} action", "{n} actions", actions).format(n=actions) if actions else "",
    ]
    outcome = language.joined([text for text in counted if text])
    lines = (outcome, _("The minutes follow by e-mail."))
    return Thanks(_("Thank you"), tuple(line for line in lines if line))
