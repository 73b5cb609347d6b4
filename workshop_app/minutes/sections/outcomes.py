"""What came of it: decisions, actions, what was parked, and when the follow-up is."""

from collections.abc import Iterator, Sequence

from workshop_app.i18n import N_, Language
from workshop_app.minutes.document import Bullets, Cell, Column, Item, Progress, Prose, Section, State, Table
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.own_scores import own_name
from workshop_app.minutes.sections.cover import due
from workshop_app.minutes.wording import origin
from workshop_app.model.led import conditions
from workshop_app.model.values import ParkedState
from workshop_app.model.views import ActionView, DecisionView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic

PARKED_STATES = {
    ParkedState.OPEN: N_("still open"),
    ParkedState.HANDLED: N_("dealt with"),
    ParkedState.ACTION: N_("became an action"),
    ParkedState.NEXT_TIME: N_("next time"),
}
_PROGRESS: dict[ParkedState, Progress] = {
    ParkedState.OPEN: "new",
    ParkedState.HANDLED: "done",
    ParkedState.ACTION: "done",
    ParkedState.NEXT_TIME: "running",
}


def outcomes(view: WorkshopView, edition: Edition, language: Language) -> tuple[Section, ...]:
    """The chapters of what came of it, as far as there is something in them."""
    chapters = (
        _decisions(view, language),
        _actions(view, edition, language),
        _parked(view, language),
        _follow_up(view, language),
    )
    return tuple(chapter for chapter in chapters if chapter.blocks)


def _decisions(view: WorkshopView, language: Language) -> Section:
    items = tuple(
        Item(decision.text, label=f"B{number}", details=tuple(_behind(decision, view, language)))
        for number, decision in enumerate(view.decisions, 1)
    )
    blocks = (Bullets(items),) if items else ()
    return Section(language.gettext("Decisions"), blocks, anchor="decisions", new_page=True)


def _behind(decision: DecisionView, view: WorkshopView, language: Language) -> Iterator[str]:
    _ = language.gettext
    lines = (
        (_("Support: {text}"), decision.support),
        (_("Reservation: {text}"), decision.reservation),
        (_("Also needed to go along: {text}"), "; ".join(_later_conditions(decision, view))),
        (_("To be ratified by: {text}"), decision.ratified_by),
    )
    yield from (line.format(text=text) for line, text in lines if text)
    yield from filter(None, [origin(decision, view, language)])


def _later_conditions(decision: DecisionView, view: WorkshopView) -> Iterator[str]:
    """Conditions that the decision does not name: it stays as it was taken, and they came later."""
    known = view.round(decision.round_id)
    named = decision.reservation.casefold()
    for condition in conditions(known, decision.prompt_id) if known and decision.prompt_id else ():
        if condition.casefold() not in named:
            yield condition


def _actions(view: WorkshopView, edition: Edition, language: Language) -> Section:
    """All actions; those of the organisation that a version is for in a table of their own, before the others."""
    _ = language.gettext
    numbered = list(enumerate(view.actions, 1))
    own = [each for each in numbered if edition.organisation_id and each[1].organisation_id == edition.organisation_id]
    others = [each for each in numbered if each not in own]
    caption = _("Of {organisation}").format(organisation=own_name(view, edition)) if own else ""
    tables = ((own, caption), (others, _("Of others") if own else ""))
    blocks = tuple(_table(rows, caption, view, language) for rows, caption in tables if rows)
    return Section(_("Actions"), blocks, anchor="actions")


def _table(numbered: Sequence[tuple[int, ActionView]], caption: str, view: WorkshopView, language: Language) -> Table:
    _ = language.gettext
    columns = (
        Column(_("No."), 0.55),
        Column(_("Action"), 3.6),
        Column(_("Who"), 2),
        Column(_("Due"), 1.6),
        Column(_("State"), 1),
    )
    rows = tuple(_action(number, action, view, language) for number, action in numbered)
    summary = _("For each action its number, what will be done, who does it, when it must be done and its state.")
    return Table(columns, rows, caption, summary=summary)


def _action(number: int, action: ActionView, view: WorkshopView, language: Language) -> tuple[Cell, ...]:
    _ = language.gettext
    undecided = _("to be agreed")
    state = State(_("done"), "done") if action.done else State(_("open"), "new")
    what = "\n".join(filter(None, (action.text, origin(action, view, language))))
    return (f"A{number}", what, action.owner or undecided, due(action, language) or undecided, state)


def _parked(view: WorkshopView, language: Language) -> Section:
    _ = language.gettext
    rows = tuple((item.text, State(_(PARKED_STATES[item.state]), _PROGRESS[item.state])) for item in view.parked)
    blocks = (Table((Column(_("Item"), 4), Column(_("State"), 1.4)), rows),) if rows else ()
    return Section(_("Parked"), blocks, anchor="parked")


def _follow_up(view: WorkshopView, language: Language) -> Section:
    _ = language.gettext
    when = view.info.evaluation.strip() or "; ".join(_agreed(view))
    blocks = (Prose(_("We look back together: {when}").format(when=when)),) if when else ()
    return Section(_("Follow-up to this session"), blocks, anchor="follow-up")


def _agreed(view: WorkshopView) -> Iterator[str]:
    """What was said in the round of outcomes about looking back."""
    for known in view.script:
        if Mechanic.OUTCOMES in KINDS[known.kind].mechanics:
            for question in known.questions:
                yield from (contribution.text for contribution in known.said(question.id))
