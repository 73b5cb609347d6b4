"""From a scene, its frame and the size of a screen to what stands where."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSizeF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, Pages, ShapeBox, Stage, TextBox, single
from workshop_app.desktop.projection.card_scenes import cards, wall
from workshop_app.desktop.projection.frame import Frame
from workshop_app.desktop.projection.grid_scene import grid
from workshop_app.desktop.projection.group_scenes import tables
from workshop_app.desktop.projection.house import palette_of
from workshop_app.desktop.projection.list_scenes import agenda, reveal_list, welcome
from workshop_app.desktop.projection.matrix_scene import matrix
from workshop_app.desktop.projection.moved_scene import moved
from workshop_app.desktop.projection.scene import Scene
from workshop_app.desktop.projection.score_scenes import choice, spread
from workshop_app.desktop.projection.state_scene import state_list
from workshop_app.desktop.projection.surround import surround
from workshop_app.desktop.projection.table_scene import table
from workshop_app.desktop.projection.task_scene import task
from workshop_app.desktop.projection.text_scenes import countdown, prompt, question, statement, thanks
from workshop_app.desktop.projection.typeset import Typesetter

_MOST_SIZES = 4

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
    scenes.Grid: grid,
    scenes.Matrix: matrix,
    scenes.Moved: moved,
    scenes.Table: table,
    scenes.Countdown: countdown,
    scenes.Statement: statement,
    scenes.Tables: tables,
    scenes.Task: task,
    scenes.Thanks: thanks,
    scenes.Black: lambda _stage, _scene: single([]),
}


@dataclass(frozen=True)
class LaidOut:
    """The page of a scene that its frame asks for: every text and shape back to front, and which page it is, counted
    from 0, of how many."""

    boxes: list[Box]
    page: int
    pages: int


def lay_out(scene: Scene, frame: Frame, size: QSizeF, typesetter: Typesetter) -> LaidOut:
    """A scene on a screen of this size."""
    if isinstance(scene, scenes.Black):
        return LaidOut([], 0, 1)
    stage = Stage(size.width(), size.height(), palette_of(frame), typesetter)
    pages = _SCENES[type(scene)](stage, scene)
    page = pages.focus if frame.page is None else min(max(frame.page, 0), pages.count - 1)
    return LaidOut([*surround(stage, frame, page, pages.count), *pages.boxes(page)], page, pages.count)


class Layouts:
    """Lays scenes out for canvases. The last one of each size is kept: the beamer and its pictures show the same."""

    def __init__(self) -> None:
        self.typesetter = Typesetter()
        self._last: dict[tuple[float, float], tuple[Scene, Frame, LaidOut]] = {}

    def of(self, scene: Scene, frame: Frame, size: QSizeF) -> LaidOut:
        """A scene on a screen of this size."""
        key = size.width(), size.height()
        kept = self._last.get(key)
        if kept is None or kept[:2] != (scene, frame):
            if len(self._last) >= _MOST_SIZES:
                self._last.clear()
            kept = self._last[key] = (scene, frame, lay_out(scene, frame, size, self.typesetter))
        return kept[2]


def spoken(boxes: list[Box]) -> str:
    """What is on the screen in words, for screen readers."""
    texts = (
        (box.block.text if isinstance(box, TextBox) else box.alt) for box in boxes if not isinstance(box, ShapeBox)
    )
    return "\n".join(text for text in texts if text)
