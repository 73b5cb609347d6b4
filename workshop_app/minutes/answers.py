"""All answers of a workshop as JSON, to count and compare with other programs.

`resources/answers.schema.json` says what is in it and what every name means. A higher `schema` means that a name has
another meaning or is gone; new names may come without it.
"""

import json
from collections import Counter
from dataclasses import replace
from typing import Any, TypeAlias

from workshop_app.minutes.discretion import shuffled
from workshop_app.minutes.small_counts import is_small, runs
from workshop_app.model.attendance import attended
from workshop_app.model.placed import placements
from workshop_app.model.values import ACROSS_OPTION, DOTS_OPTION, NO_CRITERION, UP_OPTION, Level, Origin, Rule
from workshop_app.model.views import ContributionView, GroupView, PromptView, RoundView, WorkshopView
from workshop_app.model.weighed import Grid

SCHEMA = 1
_NOT_COUNTED = {DOTS_OPTION, ACROSS_OPTION, UP_OPTION}

Entry: TypeAlias = dict[str, Any]


def answers_json(view: WorkshopView, *, public: bool = False) -> str:
    """The answers as indented JSON."""
    text = json.dumps(answers(view, public=public), ensure_ascii=False, indent=2) + "\n"
    # Half a character cannot be written.
    return text.encode("utf-8", "replace").decode()


def answers(view: WorkshopView, *, public: bool = False) -> Entry:
    """The answers as plain values, as the schema says. What is `public` tells no voices apart, and no
    count so small that it points at a person."""
    info = view.info
    return {
        "schema": SCHEMA,
        "session": {
            "title": info.title,
            "subtitle": info.subtitle,
            "region": info.region,
            "place": info.place,
            "responsible": info.responsible,
            "template": info.template_id,
            "state": info.state.value,
            "rule": info.rule.value,
            "date": info.day.isoformat(),
            "keep_until": info.keep_until.isoformat(),
        },
        "organisations": [organisation.name for organisation in view.organisations],
        "present": len(attended(view)),
        "rounds": [_Round(view, known, public).entry() for known in view.script],
        **_results(view),
    }


class _Round:
    """One round as an entry."""

    def __init__(self, view: WorkshopView, known: RoundView, public: bool) -> None:
        self._known, self._public = known, public
        self._voiceless = public or known.level is Level.ANONYMOUS
        self._photos = view.photos(known.id)
        self._anonymous = known.level is Level.ANONYMOUS
        self._attributed = view.info.rule is Rule.BY_NAME and not self._anonymous
        self._names = {o.id: o.name for o in view.organisations} | {p.id: p.name for p in view.participants}
        self._names |= {group.id: group.name for group in view.groups_for(known.id)}

    def entry(self) -> Entry:
        known = self._known
        return {
            "key": known.key,
            "kind": known.kind,
            "title": known.title,
            "question": known.question,
            "grain": known.grain.value,
            "heads": known.heads,
            "level": known.level.value,
            "minutes": known.minutes,
            "seconds": known.spent_seconds,
            "skipped": known.skipped,
            "items": [self._prompt(item) for item in self._in_order(known.items)],
            "questions": [self._prompt(question) for question in known.questions],
            "criteria": [self._prompt(each) for each in known.criteria],
            "groups": [self._group(group) for group in known.groups],
            "said": self._said(""),
            "photos": [picture.description for picture in self._photos],
        }

    def _in_order(self, items: tuple[PromptView, ...]) -> list[PromptView]:
        added = [item for item in items if item.origin is Origin.ROOM]
        own = [item for item in items if item.origin is not Origin.ROOM]
        return [*own, *(shuffled(added) if self._anonymous else added)]

    def _prompt(self, prompt: PromptView) -> Entry:
        from_room = prompt.origin is Origin.ROOM
        weighed = self._weighed(prompt)
        prompt = replace(prompt, responses=tuple(r for r in prompt.responses if r.criterion == NO_CRITERION))
        return {
            "key": _key(prompt),
            "text": prompt.text,
            "set": prompt.set_title,
            "from_room": from_room,
            "chosen": prompt.chosen,
            "mode": prompt.mode.value if prompt.mode else "",
            "in_minutes": prompt.in_minutes,
            "counts": self._told({o: prompt.total(o) for o in self._options(prompt)}),
            "dots": None if self._public and is_small(prompt.dots) else prompt.dots,
            "voices": {} if self._voiceless else self._voices(prompt),
            "scores": list(prompt.scores()),
            "weighed": weighed,
            "quadrants": self._quadrants(prompt),
            "earlier": {each.option: each.value for each in prompt.earlier},
            "said": self._said(prompt.id),
        }

    def _quadrants(self, prompt: PromptView) -> dict[str, int]:
        names = [quadrant.text for quadrant in self._known.quadrants]
        found = Counter(each.quadrant for each in placements(prompt))
        return self._told({name: found[n] for n, name in enumerate(names) if found[n]})

    def _options(self, prompt: PromptView) -> list[str]:
        return sorted({r.option for r in prompt.responses} - _NOT_COUNTED)

    def _told(self, counts: dict[str, int]) -> dict[str, int]:
        """The counts; where anyone may read them, small ones together with those beside them: "deels+nee"."""
        if not self._public:
            return counts
        names, values, told, at = list(counts), list(counts.values()), dict[str, int](), 0
        for length in runs(values):
            told["+".join(names[at : at + length])] = sum(values[at : at + length])
            at += length
        return told

    def _voices(self, prompt: PromptView) -> Entry:
        voices: dict[str, dict[str, int]] = {}
        for response in prompt.responses:
            voices.setdefault(self._voice(response.voice), {})[response.option] = response.value
        return dict(sorted(voices.items()))

    def _voice(self, voice: str) -> str:
        prefix, _, number = voice.partition(":")
        return self._names.get(number, voice) if prefix in ("org", "group") else voice

    def _weighed(self, option: PromptView) -> Entry:
        grid, weighed = Grid.of(self._known), Entry()
        for criterion in grid.criteria:
            scores = grid.weight(option.id, criterion.id).scores
            if scores:
                named = {} if self._voiceless else {self._voice(voice): score for voice, score in scores.items()}
                name = _key(criterion) or criterion.text
                weighed[name] = {"scores": sorted(scores.values()), "voices": dict(sorted(named.items()))}
        return weighed

    def _said(self, prompt_id: str) -> list[Entry]:
        said = self._known.said(prompt_id)
        return [self._contribution(each) for each in (said if self._attributed else shuffled(said))]

    def _contribution(self, said: ContributionView) -> Entry:
        by_name = self._attributed and self._known.level is Level.NAME
        return {
            "strand": said.strand,
            "text": said.text,
            "theme": said.theme,
            "mode": said.mode.value if said.mode else "",
            "in_minutes": said.in_minutes,
            "organisation": self._names.get(said.organisation_id, "") if self._attributed else "",
            "person": self._names.get(said.participant_id, "") if by_name else "",
            "group": self._names.get(said.group_id, ""),
            "mentions": said.mentions,
        }

    def _group(self, group: GroupView) -> Entry:
        item = self._known.prompt(group.prompt_id)
        return {"name": group.name, "people": len(group.seats), "item": item.key if item else ""}


def _results(view: WorkshopView) -> Entry:
    rounds = {known.id: known.key for known in view.rounds}
    items = {prompt.id: prompt for known in view.rounds for prompt in known.prompts}
    return {
        "decisions": [
            {
                "number": f"B{number}",
                "round": rounds.get(decision.round_id, ""),
                "item": items[decision.prompt_id].key if decision.prompt_id in items else "",
                "text": decision.text,
                "support": decision.support,
                "reservation": decision.reservation,
                "ratified_by": decision.ratified_by,
            }
            for number, decision in enumerate(view.decisions, start=1)
        ],
        "actions": [
            {
                "number": f"A{number}",
                "round": rounds.get(action.round_id, ""),
                "item": items[action.prompt_id].key if action.prompt_id in items else "",
                "text": action.text,
                "owner": action.owner,
                "organisation": view.organisation_name(action.organisation_id),
                "due": action.due.isoformat() if action.due else None,
                "due_text": action.due_text,
                "done": action.done,
            }
            for number, action in enumerate(view.actions, start=1)
        ],
        "parked": [
            {"round": rounds.get(parked.round_id, ""), "text": parked.text, "state": parked.state.value}
            for parked in view.parked
        ],
    }


def _key(prompt: PromptView) -> str:
    """The permanent name of what comes from a template."""
    return "" if prompt.origin is Origin.ROOM else prompt.key
