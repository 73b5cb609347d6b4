"""The cards of what the room said: one for each contribution, and one for each theme under its name."""

from collections.abc import Callable, Collection, Iterator, Sequence

from workshop_app.desktop.projection.scene import NoteCard
from workshop_app.model.views import ContributionView

Tag = Callable[[ContributionView], str]
"""Who said something, as far as the room may see that."""


def note_cards(said: Sequence[ContributionView], newest: Collection[str], tag: Tag) -> Iterator[NoteCard]:
    """Themes first, in the order in which they came up; then what has none."""
    for theme in dict.fromkeys(each.theme for each in said if each.theme):
        under = [each for each in said if each.theme == theme]
        lines = (f"– {_with_speaker(_with_mentions(each), tag(each))}" for each in under)
        yield NoteCard("\n".join(lines), any(each.id in newest for each in under), theme)
    for each in said:
        if not each.theme:
            yield NoteCard(_with_mentions(each), each.id in newest, tag(each))


def _with_mentions(said: ContributionView) -> str:
    return f"{said.text} ({said.mentions}×)" if said.mentions > 1 else said.text


def _with_speaker(text: str, speaker: str) -> str:
    return f"{text} ({speaker})" if speaker else text
