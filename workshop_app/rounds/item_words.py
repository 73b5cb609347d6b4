"""What the items of a kind are called, one and many: message ids."""

from workshop_app.i18n import N_
from workshop_app.rounds.kind import ItemForm

ITEM_NAMES: dict[ItemForm, str] = {
    ItemForm.STATEMENT: N_("Statement"),
    ItemForm.QUOTE: N_("Quote"),
    ItemForm.PRINCIPLE: N_("Principle"),
    ItemForm.TOPIC: N_("Topic"),
    ItemForm.FACTOR: N_("Factor"),
    ItemForm.QUESTION: N_("Question"),
    ItemForm.CASE: N_("Case"),
    ItemForm.OPTION: N_("Option"),
    ItemForm.MOTIVE: N_("Motive"),
    ItemForm.PROPOSAL: N_("Proposal"),
    ItemForm.PREMISE: N_("Premise"),
    ItemForm.SUBJECT: N_("Subject"),
    ItemForm.AGREEMENT: N_("Agreement"),
}
"""How one item is called by itself."""

ITEM_NOUNS: dict[ItemForm, tuple[str, str]] = {
    ItemForm.STATEMENT: (N_("{n} statement"), N_("{n} statements")),
    ItemForm.QUOTE: (N_("{n} quote"), N_("{n} quotes")),
    ItemForm.PRINCIPLE: (N_("{n} principle"), N_("{n} principles")),
    ItemForm.TOPIC: (N_("{n} topic"), N_("{n} topics")),
    ItemForm.FACTOR: (N_("{n} factor"), N_("{n} factors")),
    ItemForm.QUESTION: (N_("{n} question"), N_("{n} questions")),
    ItemForm.CASE: (N_("{n} case"), N_("{n} cases")),
    ItemForm.OPTION: (N_("{n} option"), N_("{n} options")),
    ItemForm.MOTIVE: (N_("{n} motive"), N_("{n} motives")),
    ItemForm.PROPOSAL: (N_("{n} proposal"), N_("{n} proposals")),
    ItemForm.PREMISE: (N_("{n} premise"), N_("{n} premises")),
    ItemForm.SUBJECT: (N_("{n} subject"), N_("{n} subjects")),
    ItemForm.AGREEMENT: (N_("{n} agreement"), N_("{n} agreements")),
}
"""How a number of items is said: message ids of the singular and the plural."""
