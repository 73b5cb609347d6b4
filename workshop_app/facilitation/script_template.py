"""What of a workshop is a template: its script with what was put to the room, and nothing of what the room said."""

import re
from dataclasses import dataclass
from pathlib import Path

from workshop_app.errors import WorldError
from workshop_app.facilitation.follow_up import TAKEN_OVER
from workshop_app.i18n import N_
from workshop_app.model.values import Origin, PromptRole
from workshop_app.model.views import PromptView, RoundView, WorkshopView
from workshop_app.rounds.loading import COMPARED_ROLES, MINUTES_LIMIT, VERSION_LIMIT
from workshop_app.rounds.template import Template, TemplatePrompt, TemplateRound

_KEY = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Cover:
    """What a template says of itself. `source` names where its ideas come from."""

    id: str
    version: int
    title: str
    summary: str
    source: str


def next_cover(there: Template, title: str, summary: str, source: str) -> Cover:
    """The cover of the next version of a template."""
    return Cover(there.id, min(there.version + 1, VERSION_LIMIT), title, summary, source)


def template_of(view: WorkshopView, cover: Cover) -> Template:
    """The script of a workshop as a template, that is in no file yet.

    Without the people, the dates, the answers and what is filled from answers: what the room added, the lowest scores,
    the actions of a previous session. Raises WorldError when nothing can be made of it.
    """
    if not view.rounds:
        raise WorldError(N_("A template needs at least one round. Nothing was saved."))
    minutes = sum(known.minutes for known in view.script) + view.info.slack_minutes
    if not 1 <= minutes <= MINUTES_LIMIT:
        raise WorldError(
            N_("The rounds of a template take 1 to {limit} minutes together, and these take {minutes}."),
            limit=MINUTES_LIMIT,
            minutes=minutes,
        )
    rounds: set[str] = set()
    prompts: set[str] = set()
    return Template(
        cover.id,
        cover.version,
        cover.title,
        cover.summary,
        cover.source,
        minutes,
        view.info.slack_minutes,
        tuple(_round(known, _own_key(known.key, known.id, rounds), prompts) for known in view.rounds),
        Path(),
    )


def _round(known: RoundView, key: str, seen: set[str]) -> TemplateRound:
    here: set[str] = set()
    return TemplateRound(
        key=key,
        kind=known.kind,
        title=known.title,
        question=known.question,
        minutes=known.minutes,
        grain=known.grain,
        level=known.level,
        closing_question=known.closing_question,
        intro=known.intro,
        notes=known.notes,
        optional=not known.enabled,
        prompts=tuple(_prompt(p, seen if p.role in COMPARED_ROLES else here) for p in prepared(known)),
        variant=known.variant,
        heads=known.heads,
        labels=known.labels,
        live=known.live,
        steps_off=tuple(sorted(known.steps_off)),
    )


def prepared(known: RoundView) -> tuple[PromptView, ...]:
    """The prompts of a round that somebody has prepared: not those that come from answers."""
    return tuple(p for p in known.prompts if p.text.strip() and not _is_answer(known, p))


def _is_answer(known: RoundView, prompt: PromptView) -> bool:
    filled = known.kind == "lowest" and prompt.role is PromptRole.ITEM
    taken_over = known.kind == "followup" and prompt.key.startswith(TAKEN_OVER)
    return prompt.origin is Origin.ROOM or filled or taken_over


def _prompt(prompt: PromptView, seen: set[str]) -> TemplatePrompt:
    return TemplatePrompt(
        _own_key(prompt.key, prompt.id, seen),
        prompt.role,
        prompt.text,
        prompt.detail,
        prompt.set_title,
        prompt.included,
    )


def _own_key(key: str, row_id: str, seen: set[str]) -> str:
    """The permanent key, or one of its own where that is there already or could not be read back."""
    kept = key if _KEY.fullmatch(key) and key not in seen else f"own-{row_id}"
    seen.add(kept)
    return kept
