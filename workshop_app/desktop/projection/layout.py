"""From a scene, its frame and the size of a screen to what stands where."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSizeF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, Pages, Stage, TextBox, single
from workshop_app.desktop.projection.card_scenes import cards, wall
from workshop_app.desktop.projection.list_scenes import agenda, reveal_list, welcome
from workshop_app.desktop.projection.scene import Frame, Scene
from workshop_app.desktop.projection.score_scenes import choice, spread
from workshop_app.desktop.projection.state_scene import state_list
from workshop_app.desktop.projection.surround import surround
from workshop_app.desktop.projection.table_scene import table
from workshop_app.desktop.projection.text_scenes import countdown, prompt, question, statement, thanks
from workshop_app.desktop.projection.typeset import Typesetter
from workshop_app.desktop.theme import BEAM_PALETTES

_SCENES: dict[type, Callable[[Stage, Any], Pages]] = {
    scenes.Welcome: welcome,
    scenes.Agenda: agenda,
    scenes.Wall: wall,
    scenes.Prompt: prompt,
    scenes.Cards: cards,
    scenes.Question: question,
    scenes.RevealList: reveal_list,
    scenes.StateList: state_list,
    scenes.Spread: spread,
    scenes.Choice: choice,
    scenes.Table: table,
    scenes.Countdown: countdown,
    scenes.Statement: statement,
    scenes.Thanks: thanks,
    scenes.Black: lambda _stage, _scene: single([]),
}


def layout(scene: Scene, frame: Frame, size: QSizeF, typesetter: Typesetter) -> list[Box]:
    """Every text and shape of the page that the frame asks for, back to front."""
    if isinstance(scene, scenes.Black):
        return []
    stage = Stage(size.width(), size.height(), BEAM_PALETTES[frame.palette], typesetter)
    pages = _SCENES[type(scene)](stage, scene)
    page = pages.focus if frame.page is None else min(max(frame.page, 0), pages.count - 1)
    return [*surround(stage, frame, page, pages.count), *pages.boxes(page)]


def page_count(scene: Scene, size: QSizeF, typesetter: Typesetter) -> int:
    """How many pages the scene takes on a screen of this size."""
    return _pages(scene, size, typesetter).count


def shown_page(scene: Scene, frame: Frame, size: QSizeF, typesetter: Typesetter) -> int:
    """The page that the frame shows, counted from 0."""
    pages = _pages(scene, size, typesetter)
    return pages.focus if frame.page is None else min(max(frame.page, 0), pages.count - 1)


def _pages(scene: Scene, size: QSizeF, typesetter: Typesetter) -> Pages:
    stage = Stage(size.width(), size.height(), BEAM_PALETTES["light"], typesetter)
    return _SCENES[type(scene)](stage, scene)


def spoken(boxes: list[Box]) -> str:
    """What is on the screen in words, for screen readers."""
    return "\n".join(box.block.text for box in boxes if isinstance(box, TextBox) and box.block.lines)
