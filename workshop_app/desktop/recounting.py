"""Counting a round in another way, while it is prepared and while it runs."""

from PySide6.QtWidgets import QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.questions import Ask, Question
from workshop_app.facilitation.counting import set_grain
from workshop_app.model.values import Grain
from workshop_app.model.views import RoundView


def recount(bridge: Bridge, ask: Ask, window: QWidget, known: RoundView, grain: Grain, heads: bool) -> bool:
    """Count a round in this way from now on; with answers there, ask first. Whether it is so counted."""
    if (grain, heads) == (known.grain, known.heads):
        return True
    _ = bridge.language.gettext
    question = Question(
        _("Count this round in another way?"),
        _("The answers of this round are taken away. You can undo that."),
        _("Count in another way"),
        _("Leave it as it is"),
    )
    answered = any(prompt.responses for prompt in known.prompts)
    agreed = not answered or ask(question, window)
    return agreed and bridge.attempt(set_grain, known.id, grain, answered, heads)
