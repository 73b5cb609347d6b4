"""A workshop without the names of people, for the version of the minutes that is published."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from workshop_app.i18n import Language
from workshop_app.model.values import Rule
from workshop_app.model.views import (
    ActionView,
    OrganisationView,
    ParticipantView,
    RoundView,
    WorkshopInfo,
    WorkshopView,
)

_GAP = r"\s+"
_LEAST = 3
"""Letters of a part of a name that is looked for by itself; a first name may be shorter."""
_PARTICLES = frozenset({"van", "von", "den", "der", "ten", "ter", "het", "bin", "ben", "abu", "de", "la", "el", "al"})
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_BARE = str.maketrans("ıŁłØøĐđ’‘", "iLlOoDd''")
"""Letters with a sign that Unicode does not take apart, and quotation marks."""
_OFFICE = re.compile(r"^gemeente\s+", re.IGNORECASE)


def without_names(view: WorkshopView, language: Language) -> WorkshopView:
    """The workshop with no name of a participant, the chair or the note taker in it, not in what people typed either.

    Who does an action becomes the organisation; under the Chatham House Rule nothing tells who took part, so there an
    action of a person is of a participant, and what was said and agreed names no organisation.
    """
    _ = language.gettext
    return _Unnamed(view, _("(name)"), _("(organisation)"), _("participant")).view


def _parts(names: str) -> set[str]:
    """The words of names that tell something."""
    return {word.casefold() for word in re.findall(r"[^\W\d_]{3,}", _plain(names))}


def _plain(text: str) -> str:
    """The text with bare letters instead of those with an accent or another sign, as many of them."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in composed).translate(_BARE)


def _said_alone(name: str) -> Iterator[str]:
    """The parts of a name of more than one word, each with its capital."""
    words = [word.strip('.,;()"') for word in name.split()]
    for at, word in enumerate(words if len(words) > 1 else ()):
        long_enough = len(word) >= (_LEAST if at else _LEAST - 1)
        if long_enough and word[0].isalpha() and word.casefold() not in _PARTICLES:
            yield from {word[0].upper() + word[1:], word.capitalize()}


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names in plain letters, the longest first, with the s of a possessive."""
    longest_first = sorted((_plain(name).split() for name in names), key=lambda words: -sum(map(len, words)))
    alternatives = [_name_pattern(words) for words in longest_first if words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?:'?s)?(?!\w)" if alternatives else r"(?!)")


def _name_pattern(words: list[str]) -> str:
    """A name of one word only with its capital, as it may be a word as well."""
    return re.escape(words[0]) if len(words) == 1 else f"(?i:{_GAP.join(map(re.escape, words))})"


def _replaced(text: str, names: re.Pattern[str], by: str) -> str:
    text, at, out = unicodedata.normalize("NFC", text), 0, []
    for found in names.finditer(_plain(text)):
        out += [text[at : found.start()], by]
        at = found.end()
    return "".join([*out, text[at:]])


@dataclass(frozen=True)
class _Unnamed:
    """A workshop without the names of people. `hidden` replaces a name in a text, `somewhere` that of an organisation,
    `someone` an owner without more."""

    named: WorkshopView
    hidden: str
    somewhere: str
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
                    text=self._said(d.text),
                    support=self._said(d.support),
                    reservation=self._said(d.reservation),
                    ratified_by=self._text(d.ratified_by),
                )
                for d in view.decisions
            ),
            organisations=self._told_organisations,
            actions=tuple(self._action(action) for action in view.actions),
            pictures=tuple(replace(p, description=self._said(p.description)) for p in view.pictures),
            parked=tuple(replace(p, text=self._said(p.text)) for p in view.parked),
        )

    @cached_property
    def _chatham(self) -> bool:
        return self.named.info.rule is Rule.CHATHAM_HOUSE

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """Every name in full, and what people say of it: a first name, a surname."""
        info = self.named.info
        names = {p.name for p in self.named.participants} | {info.chair, info.note_taker}
        names -= {o.name for o in self.named.organisations} | {info.responsible, info.region, ""}
        said = {part for name in names for part in _said_alone(name) if _plain(part).casefold() not in self._no_names}
        return _any_of(names | said)

    @cached_property
    def _organisations(self) -> re.Pattern[str]:
        """Every organisation that may have been there, also without the word for what it is."""
        names = {organisation.name for organisation in self.named.organisations}
        return _any_of(names | {_OFFICE.sub("", name) for name in names})

    @cached_property
    def _no_names(self) -> set[str]:
        """Words that are part of the name of an organisation."""
        info = self.named.info
        return _parts(" ".join((info.responsible, info.region, *(o.name for o in self.named.organisations))))

    @cached_property
    def _name_parts(self) -> set[str]:
        info = self.named.info
        return _parts(" ".join((info.chair, info.note_taker, *(p.name for p in self.named.participants))))

    def _text(self, text: str) -> str:
        """What somebody typed, without names of people."""
        mailed = _ADDRESS.sub(
            lambda found: self.hidden if self._is_called_after(found.group()) else found.group(), text
        )
        return _replaced(mailed, self._names, self.hidden)

    def _said(self, text: str) -> str:
        """What was said or agreed: nor with where people came from, when nobody may know who took part."""
        said = self._text(text)
        return _replaced(said, self._organisations, self.somewhere) if self._chatham else said

    def _is_called_after(self, address: str, beside: str = "") -> bool:
        """Whether the mailbox has the name of a person in it: of one of ours, or one that stands beside it."""
        mailbox = address.partition("@")[0].casefold()
        return any(part in mailbox for part in (self._name_parts | _parts(beside)) - self._no_names)

    def _info(self, info: WorkshopInfo) -> WorkshopInfo:
        return replace(
            info,
            title=self._text(info.title),
            subtitle=self._text(info.subtitle),
            place=self._text(info.place),
            summary=self._said(info.summary),
            evaluation=self._text(info.evaluation),
            footer=self._text(info.footer),
            source=self._text(info.source),
            template_title=self._text(info.template_title),
            contact=self._contact(info),
            chair="",
            note_taker="",
        )

    def _contact(self, info: WorkshopInfo) -> str:
        """Whom to ask: a telephone number, or a mailbox that is not called after a person."""
        if not re.search(r"[^\W\d_]", info.contact):
            return info.contact
        address = _ADDRESS.search(info.contact)
        if address is None or self._is_called_after(address.group(), info.contact[: address.start()]):
            return ""
        return address.group()

    def _person(self, person: ParticipantView) -> ParticipantView:
        organisation_id = "" if self._chatham else person.organisation_id
        return replace(person, name="", role="", organisation_id=organisation_id)

    @property
    def _told_organisations(self) -> tuple[OrganisationView, ...]:
        """Those that were at the table; where nobody may know that, those that were given an action."""
        view = self.named
        acting = {a.organisation_id for a in view.actions if self._is_of_organisation(a)}
        return tuple(o for o in view.organisations if not self._chatham or o.id in acting)

    def _is_of_organisation(self, action: ActionView) -> bool:
        """Whether it was given to an organisation, not to a person."""
        return not action.participant_id and action.owner in {o.name for o in self.named.organisations}

    def _action(self, action: ActionView) -> ActionView:
        told = not self._chatham or self._is_of_organisation(action)
        return replace(
            action,
            text=self._said(action.text),
            due_text=self._text(action.due_text),
            owner=self._owner(action),
            participant_id="",
            organisation_id=action.organisation_id if told else "",
        )

    def _owner(self, action: ActionView) -> str:
        """The organisation of who does it; no more than that it is someone, when we do not know or may not tell."""
        view = self.named
        if self._chatham:
            return action.owner if self._is_of_organisation(action) or not action.owner else self.someone
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
                replace(p, text=self._said(p.text), detail=self._said(p.detail), set_title=self._said(p.set_title))
                for p in known.prompts
            ),
            groups=tuple(replace(g, name=self._said(g.name)) for g in known.groups),
            contributions=tuple(
                replace(c, text=self._said(c.text), theme=self._said(c.theme)) for c in known.contributions
            ),
        )
