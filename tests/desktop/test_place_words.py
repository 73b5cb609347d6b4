"""Where a session came from is said when it is opened, and that its folder is no good place to work in."""

from pathlib import Path

import pytest

from workshop_app.desktop import place_words
from workshop_app.desktop.place_words import news_of_place
from workshop_app.i18n import Language
from workshop_app.storage.whereabouts import LOCAL, Kind, Whereabouts

ENGLISH = Language.load("en")
HERE, STICK = Path("/srv/sessions/a.samenspraak"), Path("/media/noor/STICK/a.samenspraak")


def places(monkeypatch: pytest.MonkeyPatch, **known: Whereabouts) -> None:
    """Let these be the kinds of place of the two files."""
    monkeypatch.setattr(place_words, "whereabouts", lambda path: known["stick" if path == STICK else "here"])


def test_on_a_disk_of_its_own_there_is_no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    places(monkeypatch, here=LOCAL)
    assert news_of_place(HERE, None, ENGLISH) is None


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Whereabouts(Kind.SYNCED, "OneDrive"), "a folder of OneDrive"),
        (Whereabouts(Kind.NETWORK), "a network drive"),
        (Whereabouts(Kind.REMOVABLE), "a stick or another removable drive"),
    ],
)
def test_other_places_are_named(monkeypatch: pytest.MonkeyPatch, place: Whereabouts, words: str) -> None:
    places(monkeypatch, here=place, stick=place)
    level, sentence = news_of_place(HERE, None, ENGLISH) or ("", "")
    assert level == "amber"
    assert sentence.startswith(f"The sessions of this computer are kept in {words}.")
    level, sentence = news_of_place(HERE, STICK, ENGLISH) or ("", "")
    assert level == "green"
    assert sentence.startswith(f"This session was copied in from {STICK} ({words}). That file stays as it is;")
