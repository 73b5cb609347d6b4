"""Which addresses may lie outside the organisations at the table."""

from dataclasses import replace

from tests.minutes.workshops import person
from workshop_app.mail.outside import outside


def found(*addresses: tuple[str, str]) -> list[str]:
    people = [
        replace(person(0), id=str(n), organisation_id=organisation, email=email)
        for n, (organisation, email) in enumerate(addresses)
    ]
    return [each.email for each in outside(people)]


def test_who_shares_no_domain_with_colleagues_is_outside() -> None:
    assert found(("a", "an@lindevoort.example"), ("a", "bo@lindevoort.example"), ("a", "cy@advies.example")) == [
        "cy@advies.example"
    ]


def test_a_part_of_the_same_domain_is_inside() -> None:
    assert not found(("a", "an@lindevoort.example"), ("a", "bo@Lindevoort.example "), ("a", "cy@sd.lindevoort.example"))


def test_of_one_address_alone_nothing_can_be_said() -> None:
    assert not found(("a", "an@lindevoort.example"), ("b", "bo@heidebeek.example"), ("", "cy@ergens.example"))


def test_who_belongs_to_no_organisation_is_outside_unless_one_of_them_writes_from_there() -> None:
    table = (("a", "an@lindevoort.example"), ("a", "bo@lindevoort.example"), ("b", "di@heidebeek.example"))
    loose = (("", "cy@advies.example"), ("", "ed@heidebeek.example"), ("", "fa@lindevoort.example"))
    assert found(*table, *loose) == ["cy@advies.example"]


def test_a_public_mail_service_is_outside_whoever_uses_it() -> None:
    assert found(("a", "an@gmail.com"), ("a", "bo@gmail.com"), ("b", "cy@ZIGGO.nl")) == [
        "an@gmail.com", "bo@gmail.com", "cy@ZIGGO.nl",
    ]  # fmt: skip


def test_who_has_no_address_is_not_outside() -> None:
    assert not found(("a", ""), ("a", "an@lindevoort.example"), ("a", "bo@lindevoort.example"))
