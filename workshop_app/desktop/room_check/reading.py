"""From how far the smallest text on the beamer can be read."""

from workshop_app.desktop.projection.boxes import SMALLEST_PART
from workshop_app.desktop.room_check.finding import Finding, Verdict
from workshop_app.i18n import Language

LOWER_CASE = 0.486
"""The height of an x in proportion to the size of the text, in Source Sans 3."""
_ACUITY = 200
"""How many times the height of an x one can sit away: it then spans 17 minutes of arc."""


def reading_distance(height: float) -> float:
    """From how many metres the smallest text can be read in a picture of this height, in metres.

    Distance = height of the picture × part of it that the letter x takes × 200, as ANSI/AVIXA V202.01 (display image
    size for 2D content) has it for viewing that decisions are based on. ISO 9241-303 asks for 16 minutes of arc at
    least, which would be 215. The smallest text takes 1/24 of the height.
    """
    return height * LOWER_CASE / SMALLEST_PART * _ACUITY


def height_for(distance: float) -> float:
    """How high the picture must be, in metres, for a last row at this distance."""
    return distance / reading_distance(1.0)


def told(width: float, shape: float, language: Language) -> str:
    """From how far the smallest text can be read, in a sentence; '' for a width that is not known."""
    far = language.number(reading_distance(width / shape), 1)
    return language.gettext("The smallest text can be read from {far} m.").format(far=far) if width else ""


def judge(width: float, shape: float, last_row: float, language: Language) -> Finding:
    """The line of the room check about reading; 0 is what was not filled in.

    `width` of the picture and `last_row` are in metres; `shape` is its width in proportion to its height.
    """
    _, number = language.gettext, language.number
    if not width and not last_row:
        text = _("Let somebody in the last row read the smallest line of the test card.")
        return Finding(Verdict.LOOK, text, _("Or fill in how wide the picture is, or how far the last row is."))
    if not width:
        needed = number(height_for(last_row) * shape, 1)
        text = _("For a last row at {far} m the picture must be {wide} m wide.").format(
            far=number(last_row, 1), wide=needed
        )
        return Finding(Verdict.LOOK, text, _("Pace it off along the wall."))
    far = reading_distance(width / shape)
    text = told(width, shape, language)
    if last_row <= far:
        return Finding(Verdict.GOOD if last_row else Verdict.LOOK, text)
    todo = _("The last row is at {far} m: move the beamer back, or the chairs forward.").format(far=number(last_row, 1))
    return Finding(Verdict.ATTEND, text, todo)
