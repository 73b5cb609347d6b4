"""Workshops as they may come out of a session: short, long, half empty, with anything that a keyboard can make."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import TypeVar

from tests.minutes.pdf.stories import a_picture
from tests.minutes.workshops import filled, templates
from workshop_app.model.values import PicturePurpose, Rule
from workshop_app.model.views import (
    ContributionView,
    DecisionView,
    ParkedView,
    PictureView,
    PromptView,
    RoundView,
    WorkshopView,
)

Row = TypeVar("Row")
Texted = TypeVar("Texted", PromptView, ContributionView, DecisionView, ParkedView)

TEXTS = (
    "", " ", ".", "<b>vet</b> & <para/> &amp; {0} %s", "regel 1\n\nregel 2\r\nregel 3\tna een tab", "woord" * 700,
    "Een lange bijdrage over mandaten en menskracht. " * 83, "محمد علي zegt dit", "👩‍👩‍👧 ☑ → ½ ﬁ e\u0301",
    "“al tussen aanhalingstekens”", "\u202eomgekeerd\u202c \u200b\u0000", "='formule'()", "Źdźbło ĳs Ω 漢字",
)  # fmt: skip


def generated(seed: int) -> WorkshopView:
    """The workshop of a number, the same every time."""
    chance = Random(seed)
    view = filled(chance.choice(sorted(templates())), rule=chance.choice(list(Rule)), summary=chance.choice(TEXTS))
    info = replace(view.info, title=chance.choice(TEXTS), place=chance.choice(TEXTS), contact=chance.choice(TEXTS))
    return replace(
        view,
        info=info,
        participants=_some(chance, view.participants) * chance.choice((1, 1, 3)),
        rounds=tuple(_round(chance, known) for known in _some(chance, view.rounds)),
        decisions=_retold(chance, _some(chance, view.decisions)) * chance.choice((1, 8)),
        actions=_some(chance, view.actions) * chance.choice((1, 20)),
        parked=_retold(chance, _some(chance, view.parked)),
        pictures=tuple(_pictures(chance, view)),
    )


def _pictures(chance: Random, view: WorkshopView) -> Iterator[PictureView]:
    """Now and then a logo, or a photo of a round."""
    size = chance.choice(((40, 30), (3, 900)))
    for at in range(chance.choice((0, 0, 2, 5))):
        round_id = "" if at < 2 else chance.choice(view.rounds).id
        purpose = PicturePurpose.PHOTO if round_id else PicturePurpose.LOGO
        yield PictureView(str(at), round_id, purpose, chance.choice(TEXTS), "image/png", *size, a_picture(*size))


def _round(chance: Random, known: RoundView) -> RoundView:
    return replace(
        known,
        question=chance.choice((known.question, known.question, chance.choice(TEXTS))),
        prompts=_retold(chance, known.prompts),
        contributions=_retold(chance, _some(chance, known.contributions)) * chance.choice((1, 1, 1, 9)),
    )


def _some(chance: Random, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """All of them, none, or some."""
    share = chance.choice((0.0, 0.5, 1.0, 1.0))
    return tuple(row for row in rows if chance.random() < share)


def _retold(chance: Random, rows: tuple[Texted, ...]) -> tuple[Texted, ...]:
    """Now and then with a text that is not kind."""
    return tuple(replace(row, text=chance.choice(TEXTS)) if chance.random() < 0.2 else row for row in rows)
