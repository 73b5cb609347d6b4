"""What each kind of round is for, in one line, for somebody who chooses one."""

from types import MappingProxyType

from workshop_app.i18n import N_

PURPOSES = MappingProxyType(
    {
        "checkin": N_("Everyone says who they are and which question they bring."),
        "open": N_("A question, what the room says, and perhaps an answer to show afterwards."),
        "checkout": N_("What everybody takes home, in a sentence."),
        "briefing": N_("What is already certain, shown one by one."),
        "recognition": N_("Statements: do we recognise this? Hands for yes, partly and no."),
        "resistance": N_("Quotes that people sigh; the room chooses three and looks beneath them."),
        "principles": N_("Which principles are in place, what is missing, and what comes first."),
        "priorities": N_("Everybody gives three dots to what weighs most."),
        "position": N_("Where do we stand now, and where do we want to go?"),
        "matrix": N_("Every municipality takes its place between two axes."),
        "checklist": N_("Topic by topic: is it arranged, and if not, whose turn is it?"),
        "selfscan": N_("Scores from 1 to 5, with how far they are apart and the lowest first."),
        "lowest": N_("The three lowest scores of an earlier self-scan, filled in by itself."),
        "sorting": N_("Which tasks do we take on together, and which apart?"),
        "options": N_("Options weighed against criteria."),
        "case": N_("A case in four steps: facts, touched, meaning, to do."),
        "groups": N_("Tables of mixed municipalities, at work with one clock, and their harvest."),
        "support": N_("Do we go for this? Yes, yes provided, not yet, no."),
        "followup": N_("The open actions of the previous session, one by one."),
        "outcomes": N_("What has been decided, and who does what by when."),
        "pause": N_("A break that counts down on the screen."),
    }
)
"""Kind → message id."""
