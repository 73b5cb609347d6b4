"""The keys of a page on which a script is edited, in a session or in a template of one's own."""

from collections.abc import Callable, Mapping

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.page import Page
from workshop_app.desktop.prepare.script_page import ScriptPage
from workshop_app.desktop.prepare.top_bar import TopBar
from workshop_app.desktop.widgets.keys import add_keys


def add_editing_keys(
    page: Page, bridge: Bridge, bar: TopBar, script: ScriptPage, others: Mapping[str, Callable[[], object]]
) -> None:
    """Undoing, turning the pages and adding a round; `others` are the page's own keys."""
    add_keys(
        page,
        {
            "Ctrl+R": script.add,
            "Ctrl+Z": bridge.undo,
            "Ctrl+Y": bridge.redo,
            "Ctrl+Shift+Z": bridge.redo,
            "Ctrl+Tab": lambda: bar.turn(1),
            "Ctrl+Shift+Tab": lambda: bar.turn(-1),
            **others,
        },
    )
