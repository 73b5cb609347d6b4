"""File names from titles."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.storage.names import safe_file_name


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Robuuste samenwerking BW/MO", "Robuuste samenwerking BW-MO.pdf"),
        ("Waar staan we?", "Waar staan we.pdf"),
        ('1: "Kaders" <vooraf> | *\\', "1- -Kaders- -vooraf.pdf"),
        ("Één regio – zoë", "Één regio – zoë.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("..", "samenspraak.pdf"),
        ("", "samenspraak.pdf"),
        (" .verborgen. ", "verborgen.pdf"),
        ("--help", "help.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.tar", "_nul.tar.pdf"),
        ("Lpt¹", "_Lpt¹.pdf"),
        ("com1 .x", "_com1 .x.pdf"),
        ("Console", "Console.pdf"),
        ("verslag\u202efdp.exe", "verslagfdp.exe.pdf"),
        ("regel 1\nregel 2\x00", "regel 1 regel 2.pdf"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, expected: str) -> None:
    assert safe_file_name(title, ".pdf") == expected


def test_a_long_title_is_cut_between_characters() -> None:
    assert safe_file_name("a" * 300, ".eml") == "a" * 80 + ".eml"
    assert safe_file_name("🌷" * 300, ".eml") == "🌷" * 31 + ".eml"
    assert safe_file_name("a" * 79 + " b", ".eml") == "a" * 79 + ".eml"


@given(title=st.text(st.characters(codec=None)))
def test_any_title_becomes_a_name_that_can_be_written(title: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    name = safe_file_name(title, ".eml")
    assert name == Path(name).name
    assert len(name.encode()) <= 130
    assert not set(name) & set('<>:"/\\|?*\u202e')
    assert name.endswith(".eml")
    assert name[0] not in " .-~"
    file = tmp_path_factory.getbasetemp() / name
    file.write_bytes(b"x")
    file.unlink()
