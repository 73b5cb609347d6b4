"""What the script says about a round, in words."""

from types import MappingProxyType

from workshop_app.facilitation.voices import GRAINS as GRAINS_OF
from workshop_app.i18n import N_, Language
from workshop_app.model.text import dotted
from workshop_app.model.values import Grain, Level, PromptRole
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.item_words import ITEM_NAMES, ITEM_NOUNS
from workshop_app.rounds.kind import ItemForm, Mechanic, Per, RoundKind, Scene

LEVELS = MappingProxyType(
    {
        Level.ANONYMOUS: (N_("anonymous"), N_("nobody (anonymous)")),
        Level.ORGANISATION: (N_("municipality"), N_("the municipality")),
        Level.NAME: (N_("by name"), N_("everyone, by name")),
    }
)
"""Level → (message id in the list, message id as a choice)."""

GRAINS = MappingProxyType(
    {
        Grain.ROOM: N_("the room (hands)"),
        Grain.ORGANISATION: N_("per municipality"),
        Grain.BALLOT: N_("per person (paper)"),
        Grain.GROUP: N_("per group"),
    }
)
"""Grain → message id."""

SHOWN = MappingProxyType({False: N_("when you show it"), True: N_("at once, as it comes in")})
"""Whether a result is live → message id."""

MOST = MappingProxyType({PromptRole.AXIS: 2, PromptRole.QUADRANT: 4})
"""How many prompts of a role there can be; of the others as many as one likes."""

_OWN = MappingProxyType(
    {
        ItemForm.STATEMENT: N_("+ a statement of your own"),
        ItemForm.QUOTE: N_("+ a quote of your own"),
        ItemForm.PRINCIPLE: N_("+ a principle of your own"),
        ItemForm.TOPIC: N_("+ a topic of your own"),
        ItemForm.FACTOR: N_("+ a factor of your own"),
        ItemForm.QUESTION: N_("+ a question of your own"),
        ItemForm.CASE: N_("+ a case of your own"),
        ItemForm.OPTION: N_("+ an option of your own"),
        ItemForm.MOTIVE: N_("+ a motive of your own"),
        ItemForm.PROPOSAL: N_("+ a proposal of your own"),
        ItemForm.PREMISE: N_("+ a premise of your own"),
        ItemForm.SUBJECT: N_("+ a subject of your own"),
        ItemForm.AGREEMENT: N_("+ an agreement of your own"),
    }
)
_ROLES = MappingProxyType(
    {
        PromptRole.QUESTION: (N_("Question to talk about"), N_("+ a question to talk about"), N_("Only talked about")),
        PromptRole.CRITERION: (N_("Criterion"), N_("+ a criterion"), N_("Weighed against")),
        PromptRole.AXIS: (N_("Low end"), N_("+ an axis: its low end"), N_("Axes")),
        PromptRole.QUADRANT: (N_("Name of the quadrant"), N_("+ a quadrant: its name"), N_("Quadrants")),
    }
)
_PLACES = MappingProxyType(
    {
        PromptRole.AXIS: (N_("from left to right"), N_("from below to above")),
        PromptRole.QUADRANT: (N_("right above"), N_("right below"), N_("left above"), N_("left below")),
    }
)
_OF_ITEMS = frozenset({Scene.WALL, Scene.STATES, Scene.SPREAD, Scene.CHOICE, Scene.REVEAL, Scene.GRID, Scene.TASK})


def ways(view: WorkshopView, known: RoundView) -> tuple[tuple[Grain, bool], ...]:
    """How a round can be counted, and whether heads are: groups where a round before it makes them, and always the way
    it is counted now."""
    kind = KINDS[known.kind]
    before = view.rounds[: next((n for n, each in enumerate(view.rounds) if each.id == known.id), 0)]
    grouped = any(each.kind == "groups" for each in before)
    found = [(grain, False) for grain in GRAINS_OF[known.level] if grain is not Grain.GROUP or grouped]
    if (Grain.ORGANISATION, False) in found and (kind.scale or kind.dots):
        found.insert(found.index((Grain.ORGANISATION, False)) + 1, (Grain.ORGANISATION, True))
    now = (known.grain, known.heads)
    return tuple(found) if now in found else (*found, now)


def way(grain: Grain, heads: bool) -> str:
    """A way of counting (a message id)."""
    return N_("per municipality, counting heads") if heads and grain is Grain.ORGANISATION else GRAINS[grain]


def roles(known: RoundView) -> tuple[PromptRole, ...]:
    """The roles that prompts of a round can have, and those that it has."""
    kind = KINDS[known.kind]
    pers = {step.per for step in kind.steps}
    possible = {
        PromptRole.ITEM: Per.ITEM in pers or any(step.scene in _OF_ITEMS for step in kind.steps),
        PromptRole.QUESTION: Per.QUESTION in pers,
        PromptRole.CRITERION: Mechanic.GRID in kind.mechanics,
        PromptRole.AXIS: Mechanic.MATRIX in kind.mechanics,
        PromptRole.QUADRANT: Mechanic.MATRIX in kind.mechanics,
    }
    there = {prompt.role for prompt in known.prompts}
    return tuple(role for role in PromptRole if possible[role] or role in there)


def has_closing_question(known: RoundView) -> bool:
    """Whether the round ends with a question of our own."""
    return bool(known.closing_question) or any(step.scene is Scene.QUESTION for step in KINDS[known.kind].steps)


def prompt_name(role: PromptRole, known: RoundView, language: Language) -> str:
    """What a prompt of this role is called in a round."""
    return language.gettext(ITEM_NAMES[KINDS[known.kind].item_form] if role is PromptRole.ITEM else _ROLES[role][0])


def prompt_place(role: PromptRole, place: int, language: Language) -> str:
    """Where the prompt at a place (from 0) belongs; '' where that is just the next line."""
    places = _PLACES.get(role, ())
    return language.gettext(places[place]) if place < len(places) else ""


def own_prompt(role: PromptRole, known: RoundView, language: Language) -> str:
    """The invitation to add a prompt of one's own."""
    return language.gettext(_OWN[KINDS[known.kind].item_form] if role is PromptRole.ITEM else _ROLES[role][1])


def section(role: PromptRole, known: RoundView, language: Language) -> str:
    """What stands above the prompts of a role: "6 of 9 statements", "Criteria"."""
    return chosen_of(known, language) if role is PromptRole.ITEM else language.gettext(_ROLES[role][2])


def chosen_of(known: RoundView, language: Language) -> str:
    """How many of the items are on: "6 of 9 statements"."""
    items = [prompt for prompt in known.prompts if prompt.role is PromptRole.ITEM]
    total, on = len(items), sum(prompt.included for prompt in items)
    one, more = ITEM_NOUNS[KINDS[known.kind].item_form]
    nouns = language.gettext(one if total == 1 else more).format(n=total)
    return nouns if on == total else language.gettext("{n} of {nouns}").format(n=on, nouns=nouns)


def summary(known: RoundView, language: Language) -> str:
    """The round on one line: its prompts and how it is counted, or its question."""
    _ = language.gettext
    kind = KINDS[known.kind]
    has_items = any(prompt.role is PromptRole.ITEM for prompt in known.prompts)
    axes = " × ".join(prompt.detail or prompt.text for prompt in known.axes)
    parts = [axes] if axes else [chosen_of(known, language)] if has_items else []
    if kind.is_counted:
        parts.append(_(way(known.grain, known.heads)))
    if kind.dots:
        parts.append(_("dots"))
    if known.live:
        parts.append(_("results at once"))
    if known.closing_question:
        parts.append(_("our question"))
    return dotted(parts) or " ".join(known.question.split())


def first_prompts(kind: RoundKind, language: Language) -> tuple[tuple[PromptRole, str, str], ...]:
    """What a new round of a kind cannot do without, as (role, text, detail)."""
    _ = language.gettext
    if Mechanic.MATRIX not in kind.mechanics:
        return ()
    axes = (N_("little agreed"), N_("much agreed")), (N_("little trust"), N_("much trust"))
    return tuple((PromptRole.AXIS, _(low), _(high)) for low, high in axes)
