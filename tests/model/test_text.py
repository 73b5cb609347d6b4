"""Typed text on one line, and e-mail addresses."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.model.text import is_email_address, single_line


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  Eva\tde \r\n Boer ", "Eva de Boer"),
        ("Eva\x00\x07de Boer\u2028Jansen", "Eva de Boer Jansen"),
        ("verslag\u202efdp.exe", "verslagfdp.exe"),
        ("\ufeffnaam", "naam"),
        ("half\ud800", "half"),
        ("Zoe\u0308", "Zoë"),
        ("👩\u200d⚖️", "👩\u200d⚖️"),
        ("\n\t", ""),
    ],
)
def test_a_text_is_put_on_one_line(typed: str, expected: str) -> None:
    assert single_line(typed) == expected


@given(st.text(st.characters(codec=None)))
def test_any_text_becomes_one_line_that_stays_as_it_is(typed: str) -> None:
    line = single_line(typed)
    assert single_line(line) == line
    assert len(f"{line}x".splitlines()) == 1
    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cs", "Zl", "Zp"}
    line.encode()


@pytest.mark.parametrize(
    "address",
    ["eva@lindevoort.example", "e.de-boer+regio@post.lindevoort.example", "o'neil@merenwijk.example", "1@2.example"],
)
def test_usual_addresses_are_addresses(address: str) -> None:
    assert is_email_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "eva",
        "eva@lindevoort",
        "eva@@lindevoort.example",
        "eva @lindevoort.example",
        "eva@lindevoort.example\nBcc: x@y.example",
        "eva@lindevoort.example, x@y.example",
        "Eva <eva@lindevoort.example>",
        "=?utf-8?q?x=0ABcc:_y?=@lindevoort.example",
        "-oorzaak@lindevoort.example",
        "eva.@lindevoort.example",
        "eva@-lindevoort.example",
        "éva@lindevoort.example",
        f"{'e' * 65}@lindevoort.example",
        f"eva@{'lindevoort.' * 30}example",
    ],
)
def test_other_texts_are_no_addresses(address: str) -> None:
    assert not is_email_address(address)
