"""Every kind of round that the program knows. A new kind is one more declaration here."""

from workshop_app.i18n import N_
from workshop_app.model.values import Grain, Level, PromptRole
from workshop_app.rounds.kind import (
    ItemForm,
    Mechanic,
    Option,
    Per,
    RoundKind,
    Scale,
    Scene,
    Step,
    Strand,
    Tone,
    Variant,
)

_YES_PARTLY_NO = Scale(
    (
        Option("yes", N_("yes"), Tone.STRONG),
        Option("partly", N_("partly"), Tone.PARTIAL),
        Option("no", N_("no"), Tone.WEAK),
    )
)
_ONE_TO_FIVE = Scale(
    tuple(
        Option(str(n), str(n), tone)
        for n, tone in enumerate((Tone.WEAK, Tone.WEAK, Tone.PARTIAL, Tone.STRONG, Tone.STRONG), start=1)
    ),
    spread=True,
)
_SCALE = frozenset({Mechanic.SCALE})
_STRANDS = frozenset({Mechanic.STRANDS})
_DOTS = frozenset({Mechanic.DOTS})


def _conversation(kind_id: str, name: str, question: str, reveals: bool = False) -> RoundKind:
    """A round in which every item is a question and people simply answer.

    `reveals`: what is said beside the question is an answer, shown once the room has guessed.
    """
    return RoundKind(
        id=kind_id,
        name=name,
        question=question,
        mechanics=_STRANDS,
        item_form=ItemForm.QUESTION,
        strands=(Strand("answer", N_("Answer")),),
        steps=(Step("talk", Scene.CARDS, N_("what is said"), Per.ITEM, strand="answer", reveals=reveals),),
    )


CHECKIN = _conversation("checkin", N_("Check-in"), N_("Who is at the table, and which questions do we bring?"))
OPEN = _conversation("open", N_("Open question"), N_("What do we have to say about this?"), reveals=True)
CHECKOUT = _conversation("checkout", N_("Check-out"), N_("What do you take home?"))

BRIEFING = RoundKind(
    id="briefing",
    name=N_("Starting point"),
    question=N_("Where do we start from?"),
    mechanics=_STRANDS,
    item_form=ItemForm.PREMISE,
    strands=(Strand("answer", N_("Answer")),),
    steps=(
        Step("reveal", Scene.REVEAL, N_("one by one"), reveals=True),
        Step("talk", Scene.CARDS, N_("what is said"), Per.QUESTION, strand="answer"),
    ),
)

RECOGNITION = RoundKind(
    id="recognition",
    name=N_("Recognisable?"),
    question=N_("Do you recognise this?"),
    mechanics=_SCALE | _STRANDS,
    item_form=ItemForm.STATEMENT,
    scale=_YES_PARTLY_NO,
    strands=(Strand("explanation", N_("Explanation"), N_("What is behind your answer?")),),
    steps=(
        Step("hands", Scene.PROMPT, N_("hands per statement"), Per.ITEM, strand="explanation", reveals=True),
        Step("overview", Scene.STATES, N_("all statements"), strand="explanation"),
    ),
)

RESISTANCE = RoundKind(
    id="resistance",
    name=N_("Resistance and sighs"),
    question=N_("Which sigh do you hear at home?"),
    mechanics=_SCALE | _STRANDS,
    item_form=ItemForm.QUOTE,
    scale=_YES_PARTLY_NO,
    strands=(
        Strand("quote", N_("Quote"), N_("Which sigh is missing?"), on_round=True, adds_item=True),
        Strand("beneath", N_("Beneath"), N_("What lies beneath it?")),
        Strand("answer", N_("Answer"), on_round=True),
        Strand("other_chair", N_("Other chair"), N_("What does the other mean by this?"), variant="chairs"),
    ),
    choose=3,
    variants=(Variant("", N_("the usual way")), Variant("chairs", N_("changing chairs"))),
    level=Level.ANONYMOUS,
    steps=(
        Step("wall", Scene.WALL, N_("all quotes"), strand="quote"),
        Step("hands", Scene.PROMPT, N_("hands per quote"), Per.ITEM, strand="beneath", reveals=True),
        Step("choose", Scene.WALL, N_("choose three"), strand="quote"),
        Step("chairs", Scene.CARDS, N_("explain the other's sigh"), Per.CHOSEN, strand="other_chair", variant="chairs"),
        Step("beneath", Scene.CARDS, N_("what lies beneath?"), Per.CHOSEN, strand="beneath"),
        Step("question", Scene.QUESTION, N_("our question"), strand="answer"),
    ),
)

PRINCIPLES = RoundKind(
    id="principles",
    name=N_("Principles of success"),
    question=N_("Which principles make our cooperation succeed?"),
    mechanics=_SCALE | _STRANDS | _DOTS,
    item_form=ItemForm.PRINCIPLE,
    scale=Scale(
        (
            Option("there", N_("in place"), Tone.STRONG),
            Option("partly", N_("partly"), Tone.PARTIAL),
            Option("missing", N_("missing"), Tone.WEAK),
        )
    ),
    strands=(Strand("needed", N_("Needed"), N_("What is needed?")),),
    dots=3,
    steps=(
        Step("hands", Scene.PROMPT, N_("state per principle"), Per.ITEM, strand="needed", reveals=True),
        Step("dots", Scene.STATES, N_("dots for what comes first"), strand="needed", reveals=True),
        Step("needed", Scene.CARDS, N_("what is needed?"), Per.ITEM, strand="needed"),
    ),
)

PRIORITIES = RoundKind(
    id="priorities",
    name=N_("Motives"),
    question=N_("What weighs most?"),
    mechanics=_DOTS | _STRANDS,
    item_form=ItemForm.MOTIVE,
    strands=(Strand("explanation", N_("Explanation"), N_("Why this one?"), on_round=True),),
    dots=3,
    steps=(
        Step("dots", Scene.STATES, N_("dots"), strand="explanation", reveals=True),
        Step("talk", Scene.CARDS, N_("why?"), strand="explanation"),
    ),
)

POSITION = RoundKind(
    id="position",
    name=N_("Where do we stand?"),
    question=N_("Where do we stand now, and where do we want to go?"),
    mechanics=_SCALE | _STRANDS,
    item_form=ItemForm.OPTION,
    scale=Scale(
        (Option("now", N_("now"), Tone.PARTIAL), Option("wanted", N_("wanted"), Tone.STRONG)),
        across=True,
    ),
    strands=(Strand("explanation", N_("Explanation"), N_("What makes the difference?"), on_round=True),),
    steps=(
        Step("choice", Scene.CHOICE, N_("now and wanted"), strand="explanation", reveals=True),
        Step("talk", Scene.CARDS, N_("what makes the difference?"), strand="explanation"),
    ),
)

CHECKLIST = RoundKind(
    id="checklist",
    name=N_("Content of agreements"),
    question=N_("What has been arranged?"),
    mechanics=_SCALE | _STRANDS,
    item_form=ItemForm.TOPIC,
    scale=Scale(
        (
            Option("arranged", N_("arranged"), Tone.STRONG),
            Option("partly", N_("partly"), Tone.PARTIAL),
            Option("not", N_("not"), Tone.WEAK),
            Option("unknown", N_("don't know"), Tone.UNKNOWN),
        )
    ),
    strands=(
        Strand("turn", N_("Whose turn"), N_("Whose turn is it?")),
        Strand("topic", N_("Topic"), N_("Which topic is missing?"), on_round=True, adds_item=True),
    ),
    steps=(
        Step("topics", Scene.STATES, N_("topic by topic"), Per.ITEM, strand="turn", reveals=True),
        Step("overview", Scene.STATES, N_("all topics"), strand="topic"),
        Step("moved", Scene.MOVED, N_("compared with the last time"), strand="turn", reveals=True, compares=True),
    ),
)

SORTING = RoundKind(
    id="sorting",
    name=N_("Together or apart?"),
    question=N_("What do we do together, and what apart?"),
    mechanics=_SCALE | _STRANDS,
    item_form=ItemForm.TOPIC,
    scale=Scale(
        (
            Option("together", N_("together"), Tone.STRONG),
            Option("apart", N_("apart"), Tone.PARTIAL),
            Option("later", N_("not yet"), Tone.WEAK),
        )
    ),
    strands=(
        Strand("explanation", N_("Explanation"), N_("Why?")),
        Strand("topic", N_("Topic"), N_("Which topic is missing?"), on_round=True, adds_item=True),
    ),
    steps=(
        Step("talk", Scene.CARDS, N_("what we already share"), Per.QUESTION, strand="explanation"),
        Step("topics", Scene.STATES, N_("topic by topic"), Per.ITEM, strand="explanation", reveals=True),
        Step("overview", Scene.STATES, N_("all topics"), strand="topic"),
    ),
)

SELFSCAN = RoundKind(
    id="selfscan",
    name=N_("Self-scan"),
    question=N_("How strong are we here?"),
    mechanics=_SCALE | _STRANDS,
    item_form=ItemForm.FACTOR,
    scale=_ONE_TO_FIVE,
    strands=(Strand("explanation", N_("Explanation"), N_("What do we see?")),),
    grain=Grain.ORGANISATION,
    steps=(
        Step("score", Scene.PROMPT, N_("score per factor"), Per.ITEM, strand="explanation", reveals=True),
        Step("spread", Scene.SPREAD, N_("the lowest first"), strand="explanation", reveals=True),
        Step(
            "moved", Scene.MOVED, N_("compared with the last time"), strand="explanation", reveals=True, compares=True
        ),
        Step("talk", Scene.CARDS, N_("questions to talk about"), Per.QUESTION, strand="explanation"),
    ),
)

LOWEST = RoundKind(
    id="lowest",
    name=N_("The lowest"),
    question=N_("What would lift the lowest?"),
    mechanics=_STRANDS,
    item_form=ItemForm.FACTOR,
    strands=(Strand("needed", N_("Needed"), N_("What is needed to get further?")),),
    steps=(
        Step("wall", Scene.WALL, N_("the lowest scores"), strand="needed"),
        Step("needed", Scene.CARDS, N_("what is needed?"), Per.ITEM, strand="needed"),
    ),
)

CASE = RoundKind(
    id="case",
    name=N_("Case"),
    question=N_("What does this case say to us?"),
    mechanics=_STRANDS,
    item_form=ItemForm.CASE,
    strands=(
        Strand("facts", N_("Facts"), N_("What are the facts?")),
        Strand("touched", N_("Touched"), N_("What touches you?")),
        Strand("meaning", N_("Meaning"), N_("What does it mean for us?")),
        Strand("decision", N_("To do"), N_("What do we do?")),
    ),
    steps=(
        Step("facts", Scene.STATEMENT, N_("the facts"), Per.ITEM, strand="facts"),
        Step("touched", Scene.CARDS, N_("what touches you?"), Per.ITEM, strand="touched"),
        Step("meaning", Scene.CARDS, N_("what does it mean?"), Per.ITEM, strand="meaning"),
        Step("decision", Scene.CARDS, N_("what do we do?"), Per.ITEM, strand="decision"),
    ),
)

SUPPORT = RoundKind(
    id="support",
    name=N_("Support"),
    question=N_("Do we go for this?"),
    mechanics=_SCALE | _STRANDS,
    item_form=ItemForm.PROPOSAL,
    scale=Scale(
        (
            Option("yes", N_("yes"), Tone.STRONG),
            Option("provided", N_("yes, provided"), Tone.PARTIAL),
            Option("not_yet", N_("not yet"), Tone.UNKNOWN),
            Option("no", N_("no"), Tone.WEAK),
        )
    ),
    strands=(
        Strand("needed", N_("Needed"), N_("What do you need to go along?")),
        Strand("proposal", N_("Proposal"), N_("What is the proposal?"), on_round=True, adds_item=True),
    ),
    grain=Grain.ORGANISATION,
    steps=(
        Step("hands", Scene.PROMPT, N_("support per proposal"), Per.ITEM, strand="needed", reveals=True),
        Step("needed", Scene.CARDS, N_("what is needed?"), Per.ITEM, strand="needed"),
    ),
)

OUTCOMES = RoundKind(
    id="outcomes",
    name=N_("Decisions and actions"),
    question=N_("Who does what, and when?"),
    mechanics=frozenset({Mechanic.OUTCOMES, Mechanic.STRANDS}),
    item_form=ItemForm.QUESTION,
    level=Level.NAME,
    strands=(Strand("answer", N_("Answer")),),
    steps=(
        Step("decisions", Scene.DECISIONS, N_("decisions")),
        Step("actions", Scene.ACTIONS, N_("actions")),
        Step("talk", Scene.CARDS, N_("when do we look back?"), Per.QUESTION, strand="answer"),
    ),
)

PAUSE = RoundKind(
    id="pause",
    name=N_("Break"),
    question="",
    mechanics=frozenset(),
    item_form=ItemForm.QUESTION,
    steps=(Step("countdown", Scene.COUNTDOWN, N_("countdown")),),
)


MATRIX = RoundKind(
    id="matrix",
    name=N_("Quadrant"),
    question=N_("Where do we stand?"),
    mechanics=frozenset({Mechanic.MATRIX, Mechanic.STRANDS}),
    item_form=ItemForm.SUBJECT,
    strands=(
        Strand("explanation", N_("Explanation"), N_("What makes you stand there?")),
        Strand("round", N_("In general"), N_("What do we say about it?"), on_round=True),
    ),
    grain=Grain.ORGANISATION,
    steps=(
        Step("place", Scene.MATRIX, N_("placing"), Per.ITEM, strand="explanation", reveals=True),
        Step("talk", Scene.CARDS, N_("what is said"), Per.ITEM, strand="explanation"),
        Step("questions", Scene.CARDS, N_("questions to talk about"), Per.QUESTION, strand="explanation"),
    ),
)

OPTIONS = RoundKind(
    id="options",
    name=N_("Weighing options"),
    question=N_("Which form fits us?"),
    mechanics=frozenset({Mechanic.GRID, Mechanic.STRANDS}),
    item_form=ItemForm.OPTION,
    strands=(
        Strand("explanation", N_("Explanation"), N_("What do we say about it?")),
        Strand("option", N_("Option"), N_("Which option is missing?"), on_round=True, adds_item=True),
        Strand(
            "criterion",
            N_("Criterion"),
            N_("By what else do we weigh them?"),
            on_round=True,
            adds_item=True,
            adds_role=PromptRole.CRITERION,
        ),
    ),
    variants=(Variant("", N_("from −− to ++")), Variant("numbers", N_("from 1 to 5"))),
    steps=(
        Step("wall", Scene.WALL, N_("all options"), strand="option"),
        Step("weigh", Scene.GRID, N_("weighing"), strand="explanation", reveals=True),
        Step("talk", Scene.CARDS, N_("what is said"), Per.ITEM, strand="explanation"),
        Step("questions", Scene.CARDS, N_("questions to talk about"), Per.QUESTION, strand="explanation"),
    ),
)

GROUPS = RoundKind(
    id="groups",
    name=N_("Small groups"),
    question=N_("What do the groups bring back?"),
    mechanics=_STRANDS,
    item_form=ItemForm.QUESTION,
    strands=(
        Strand("insight", N_("Insight"), N_("What is the insight of this table?"), on_round=True),
        Strand("proposal", N_("Proposal"), N_("What does this table propose?"), on_round=True),
    ),
    grain=Grain.GROUP,
    steps=(
        Step("tables", Scene.TABLES, N_("who sits where")),
        Step("task", Scene.TASK, N_("at work"), strand="insight"),
        Step("harvest", Scene.HARVEST, N_("what a table brings back"), Per.GROUP, strand="insight"),
        Step("together", Scene.HARVEST, N_("everything together"), strand="insight"),
    ),
)

FOLLOWUP = RoundKind(
    id="followup",
    name=N_("Follow-up"),
    question=N_("What became of what we agreed?"),
    mechanics=_SCALE | _STRANDS,
    item_form=ItemForm.AGREEMENT,
    scale=Scale(
        (
            Option("done", N_("done"), Tone.STRONG),
            Option("under_way", N_("under way"), Tone.PARTIAL),
            Option("not_begun", N_("not begun"), Tone.WEAK),
            Option("dropped", N_("dropped"), Tone.UNKNOWN),
        )
    ),
    strands=(
        Strand("needed", N_("Needed"), N_("What is needed to finish it?")),
        Strand("round", N_("In general"), N_("What do we say about it?"), on_round=True),
    ),
    steps=(
        Step("actions", Scene.STATES, N_("action by action"), Per.ITEM, strand="needed"),
        Step("questions", Scene.CARDS, N_("questions to talk about"), Per.QUESTION, strand="needed"),
    ),
)

KINDS: dict[str, RoundKind] = {
    kind.id: kind
    for kind in (
        CHECKIN,
        OPEN,
        CHECKOUT,
        BRIEFING,
        RECOGNITION,
        RESISTANCE,
        PRINCIPLES,
        PRIORITIES,
        POSITION,
        MATRIX,
        CHECKLIST,
        SELFSCAN,
        LOWEST,
        SORTING,
        OPTIONS,
        CASE,
        GROUPS,
        SUPPORT,
        FOLLOWUP,
        OUTCOMES,
        PAUSE,
    )
}
