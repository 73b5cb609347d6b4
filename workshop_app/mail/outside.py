"""Addresses that may lie outside the organisations at the table. Pure.

What an organisation writes from is taken from its own people: the domain that two of them or more share. Whoever has
another one there, or an address of a public mail service, is pointed out; with one address alone nothing can be said.
Whoever belongs to no organisation is, unless they write from where one of them does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from workshop_app.model.views import ParticipantView

_PUBLIC = frozenset(
    {
        "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "yahoo", "icloud", "me", "proton", "protonmail",
        "gmx", "ziggo", "kpnmail", "kpnplanet", "planet", "hetnet", "home", "upcmail", "chello", "casema", "quicknet",
        "xs4all", "telfort", "tele2", "telenet", "skynet", "zonnet", "solcon", "caiway", "zeelandnet", "onsnet",
    }
)  # fmt: skip
"""Names of services that give anybody an address, without what stands behind the last dot."""
_USUAL = 2
"""People who share a domain from which on it is that of their organisation."""


def outside(people: Iterable[ParticipantView]) -> tuple[ParticipantView, ...]:
    """Those whose address is not one of their organisation, as far as that can be seen."""
    people = tuple(people)
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for person in people:
        if person.organisation_id:
            shared[person.organisation_id][_domain(person.email)] += 1
    return tuple(person for person in people if person.email.strip() and _is_outside(person, shared))


def _is_outside(person: ParticipantView, shared: dict[str, Counter[str]]) -> bool:
    domain = _domain(person.email)
    if domain.rpartition(".")[0] in _PUBLIC:
        return True
    own = person.organisation_id
    written = {known: n for each, domains in shared.items() if own in ("", each) for known, n in domains.items()}
    usual = {known for known, n in written.items() if known and n >= _USUAL}
    inside = usual if own else written.keys() - {""}
    return bool(usual) and not any(domain == known or domain.endswith(f".{known}") for known in inside)


def _domain(address: str) -> str:
    return address.strip().rpartition("@")[2].casefold()
