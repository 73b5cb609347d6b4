"""The cards of what the room said: one for each contribution, and one for each theme under its name."""

from collections.abc import Callable, Collection, Sequence

from workshop_app.desktop.projection.scene import NoteCard
from workshop_app.model.views import ContributionView

Tag = Callable[[ContributionView], str]
"""Who said something, as far as the room may see that."""


def note_cards(said: Sequence[ContributionView], newest: Collection[str], tag: Tag) -> tuple[NoteCard, ...]:
    """Themes first, in the order in which they came up; then what has none."""
    themes = dict.fromkeys(each.theme for each in said if each.theme)
    # There may be hundreds, made at every capture: what is usual comes first, and in one go.
    loose = [each for each in said if not each.theme] if themes else said
    return (
        *(_theme_card(theme, [each for each in said if each.theme == theme], newest, tag) for theme in themes),
        *[NoteCard(e.text if e.mentions < 2 else _with_mentions(e), e.id in newest, tag(e)) for e in loose],
    )


def _theme_card(theme: str, under: Sequence[ContributionView], newest: Collection[str], tag: Tag) -> NoteCard:
    lines = (f"– {_with_speaker(_with_mentions(each), tag(each))}" for each in under)
    return NoteCard("\n".join(lines), any(each.id in newest for each in under), theme)


def _with_mentions(said: ContributionView) -> str:
    return f"{said.text} ({said.mentions}×)" if said.mentions > 1 else said.text


def _with_speaker(text: str, speaker: str) -> str:
    return f"{text} ({speaker})" if speaker else text
