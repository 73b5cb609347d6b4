"""The order of names."""

import pytest

from workshop_app.model.names import name_key


def test_a_list_is_in_the_order_of_the_dutch() -> None:
    names = [
        "Zoë Aalders",
        "Eva Van der Berg",
        "Sjoerd van den Berg",
        "Anna Visser-de Boer",
        "Ingrid d'Hondt",
        "Piet ’s-Gravesande",
        "Ben de Vries",
        "VRIES, Jan de",
        "Sophie in 't Veld",
        "Émile Zola",
    ]
    assert sorted(names, key=name_key) == [
        "Zoë Aalders",
        "Eva Van der Berg",
        "Sjoerd van den Berg",
        "Piet ’s-Gravesande",
        "Ingrid d'Hondt",
        "Sophie in 't Veld",
        "Anna Visser-de Boer",
        "Ben de Vries",
        "VRIES, Jan de",
        "Émile Zola",
    ]


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Jan de Vries", "vries"),
        ("Jan De Vries", "vries"),
        ("De Vries", "vries"),
        ("Eva van der Berg", "berg"),
        ("EVA VAN DEN BERG", "berg"),
        ("Vries, Jan de", "vries"),
        ("van der Berg, Eva", "berg"),
        ("Anna de Vries-van den Berg", "vries-van den berg"),
        ("Anna Visser - de Boer", "visser-de boer"),
        ("Ingrid d’Hondt", "hondt"),
        ("Piet ’s-Gravesande", "gravesande"),
        ("Sophie in ’t Veld", "veld"),
        ("Zoë Ångström", "angstrom"),
        ("Ben Visser", "visser"),
        ("Madonna", "madonna"),
        ("Jan de", "de"),
        ("", ""),
        (",", ","),
    ],
)
def test_the_surname_counts_without_its_prefix(name: str, surname: str) -> None:
    assert name_key(name)[0] == surname
