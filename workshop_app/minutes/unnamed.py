"""A workshop without the names of people, for the version of the minutes that is published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from workshop_app.i18n import Language
from workshop_app.model.values import Rule
from workshop_app.model.views import ActionView, ParticipantView, RoundView, WorkshopInfo, WorkshopView

_GAP = r"\s+"
_LEAST = 3
"""Letters of a part of a name that is looked for by itself."""
_PARTICLES = frozenset({"van", "von", "den", "der", "ten", "ter", "het", "bin", "ben", "abu"})
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def without_names(view: WorkshopView, language: Language) -> WorkshopView:
    """The workshop with no name of a participant, the chair or the note taker in it, not in what people typed either.

    Who does an action becomes the organisation; under the Chatham House Rule nothing tells who took part.
    """
    return _Unnamed(view, language.gettext("(name)"), language.gettext("participant")).view


def _parts(names: str) -> set[str]:
    """The words of names that tell something."""
    return {word.casefold() for word in re.findall(r"[^\W\d_]{3,}", names)}


def _said_alone(name: str) -> Iterator[str]:
    """The parts of a name of more than one word, each with its capital."""
    words = [word.strip('.,;()"') for word in name.split()]
    for word in words if len(words) > 1 else ():
        if len(word) >= _LEAST and word[0].isalpha() and word.casefold() not in _PARTICLES:
            yield from {word[0].upper() + word[1:], word.capitalize()}


def _name_pattern(words: list[str]) -> str:
    return re.escape(words[0]) if len(words) == 1 else f"(?i:{_GAP.join(map(re.escape, words))})"


@dataclass(frozen=True)
class _Unnamed:
    """A workshop without the names of people. `hidden` replaces a name in a text, `someone` an owner without more."""

    named: WorkshopView
    hidden: str
    someone: str

    @property
    def view(self) -> WorkshopView:
        view = self.named
        return replace(
            view,
            info=self._info(view.info),
            participants=tuple(self._person(person) for person in view.participants),
            rounds=tuple(self._round(known) for known in view.rounds),
            decisions=tuple(
                replace(
                    d,
                    text=self._text(d.text),
                    support=self._text(d.support),
                    reservation=self._text(d.reservation),
                    ratified_by=self._text(d.ratified_by),
                )
                for d in view.decisions
            ),
            actions=tuple(
                replace(
                    a, text=self._text(a.text), due_text=self._text(a.due_text), owner=self._owner(a), participant_id=""
                )
                for a in view.actions
            ),
            pictures=tuple(replace(p, description=self._text(p.description)) for p in view.pictures),
            parked=tuple(replace(p, text=self._text(p.text)) for p in view.parked),
        )

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """Every name in full, and what people say of it: a first name, a surname. One word only with its capital, as it
        may be a word as well."""
        info = self.named.info
        names = {p.name for p in self.named.participants} | {info.chair, info.note_taker}
        names -= {o.name for o in self.named.organisations} | {info.responsible, info.region, ""}
        about = _parts(" ".join((info.responsible, info.region, *(o.name for o in self.named.organisations))))
        said = {part for name in names for part in _said_alone(name) if part.casefold() not in about}
        longest_first = sorted((name.split() for name in names | said), key=lambda words: -sum(map(len, words)))
        alternatives = [_name_pattern(words) for words in longest_first if words]
        return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)" if alternatives else r"(?!)")

    def _text(self, text: str) -> str:
        return self._names.sub(self.hidden, text)

    def _info(self, info: WorkshopInfo) -> WorkshopInfo:
        return replace(
            info,
            title=self._text(info.title),
            subtitle=self._text(info.subtitle),
            place=self._text(info.place),
            summary=self._text(info.summary),
            evaluation=self._text(info.evaluation),
            contact=self._contact(info),
            chair="",
            note_taker="",
        )

    def _contact(self, info: WorkshopInfo) -> str:
        """Whom to ask: a telephone number, or a mailbox that is not called after a person."""
        if not re.search(r"[^\W\d_]", info.contact):
            return info.contact
        address = _ADDRESS.search(info.contact)
        if address is None:
            return ""
        about = " ".join((info.responsible, info.region, *(o.name for o in self.named.organisations)))
        people = (
            info.contact[: address.start()],
            info.chair,
            info.note_taker,
            *(p.name for p in self.named.participants),
        )
        parts = _parts(" ".join(people)) - _parts(about)
        mailbox = address.group().partition("@")[0].casefold()
        return "" if any(part in mailbox for part in parts) else address.group()

    def _person(self, person: ParticipantView) -> ParticipantView:
        chatham = self.named.info.rule is Rule.CHATHAM_HOUSE
        organisation_id = "" if chatham else person.organisation_id
        return replace(person, name="", role="", organisation_id=organisation_id)

    def _owner(self, action: ActionView) -> str:
        """The organisation of who does it; no more than that it is someone, when we do not know."""
        view = self.named
        organisation = view.organisation_name(action.organisation_id)
        if organisation or not action.owner:
            return organisation
        owner = action.owner.casefold()
        named = (
            o.name for o in view.organisations if re.search(rf"(?<!\w){re.escape(o.name.casefold())}(?!\w)", owner)
        )
        organisations = {p.id: p.organisation_id for p in view.participants}
        organisations |= {p.name.casefold(): p.organisation_id for p in view.participants}
        known = organisations.get(action.participant_id) or organisations.get(owner, "")
        return next(named, "") or view.organisation_name(known) or self.someone

    def _round(self, known: RoundView) -> RoundView:
        return replace(
            known,
            title=self._text(known.title),
            question=self._text(known.question),
            closing_question=self._text(known.closing_question),
            intro=self._text(known.intro),
            prompts=tuple(
                replace(p, text=self._text(p.text), detail=self._text(p.detail), set_title=self._text(p.set_title))
                for p in known.prompts
            ),
            groups=tuple(replace(g, name=self._text(g.name)) for g in known.groups),
            contributions=tuple(
                replace(c, text=self._text(c.text), theme=self._text(c.theme)) for c in known.contributions
            ),
        )
