"""What was said in a round: by prompt and strand, with themes where there are any, and quotes typeset."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from workshop_app.i18n import N_, Language
from workshop_app.minutes.document import Block, Callout, Group, Groups, Item, Prose, Quote, Section, shortened
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.sections.counted import item_text, spoken_counts
from workshop_app.minutes.wording import HEADING_LIMIT, label_of, quoted
from workshop_app.model.text import dotted
from workshop_app.model.values import MinutesPart, Origin, QuoteMode
from workshop_app.model.views import ContributionView, PromptView, RoundView, WorkshopView
from workshop_app.rounds.kind import ItemForm, Mechanic, Per, RoundKind, Scene, Strand

_OTHER_CHAIR = "other_chair"
"""The strand in which one side explains the sigh of the other."""

Said = Sequence[ContributionView]

_MODES = {QuoteMode.VERBATIM: N_("literally"), QuoteMode.PARAPHRASE: N_("paraphrase")}


def speech(
    known: RoundView, kind: RoundKind, view: WorkshopView, edition: Edition, language: Language
) -> Iterator[Block]:
    """All that was said in a round, each contribution once."""
    return _Speech(known, kind, view, edition, language).blocks()


class _Speech:
    """One round being told. `_left` holds what has not been told yet."""

    def __init__(
        self, known: RoundView, kind: RoundKind, view: WorkshopView, edition: Edition, language: Language
    ) -> None:
        self._round, self._kind, self._view, self._language = known, kind, view, language
        self._public = edition.public
        self._left = {c.id: c for c in known.contributions if not c.mode}

    def blocks(self) -> Iterator[Block]:
        yield from self._quotes()
        yield from self._beneath()
        yield from self._by_item() if self._is_by_item() else self._by_strand()
        yield from self._questions()
        yield from self._closing()
        yield from self._section(self._language.gettext("Also said"), self._talk([("", list(self._left.values()))]))

    def _take(self, prompt_id: str, strand: str | None = None) -> Said:
        taken = [c for c in self._left.values() if c.prompt_id == prompt_id and (strand is None or c.strand == strand)]
        for contribution in taken:
            del self._left[contribution.id]
        return taken

    def _talk(self, parts: Iterable[tuple[str, Said]]) -> Iterator[Block]:
        """A group under each heading; where there are themes, a section with a group for each of them."""
        groups: list[Group] = []
        sections: list[Section] = []
        for heading, said in parts:
            themes: dict[str, list[Item]] = defaultdict(list)
            for contribution in said:
                themes[contribution.theme].append(self._item(contribution))
            if any(themes) and heading:
                sections.append(Section(heading, (Groups(self._themes(themes)),), in_contents=False))
            elif any(themes):
                groups += self._themes(themes)
            else:
                groups += [Group(heading, tuple(items)) for items in themes.values()]
        if groups:
            yield Groups(tuple(groups))
        yield from sections

    def _themes(self, themes: dict[str, list[Item]]) -> tuple[Group, ...]:
        other = self._language.gettext("Other")
        return tuple(Group(theme or other, tuple(items)) for theme, items in sorted(themes.items(), key=_named_first))

    def _item(self, contribution: ContributionView) -> Item:
        who, n = self._speaker(contribution), contribution.mentions
        often = self._language.ngettext("said {n} time", "said {n} times", n).format(n=n) if n > 1 else ""
        beside = "; ".join(filter(None, (who, often)))
        return Item(f"{contribution.text} ({beside})" if beside else contribution.text)

    def _speaker(self, contribution: ContributionView) -> str:
        people = (p.name for p in self._view.participants if p.id == contribution.participant_id)
        return label_of(next(people, ""), self._view.organisation_name(contribution.organisation_id))

    def _section(self, heading: str, blocks: Iterable[Block], kicker: str = "") -> Iterator[Section]:
        inner = tuple(blocks)
        if inner:
            yield Section(heading, inner, kicker, in_contents=False)

    def _quotes(self) -> Iterator[Quote]:
        """What was said that was marked for the minutes, in the words of the room."""
        if MinutesPart.QUOTES in self._round.left_out:
            return
        for item in self._round.items:
            if item.origin is Origin.ROOM and self._kind.item_form is ItemForm.QUOTE and not item.chosen:
                yield Quote(quoted(item.text), self._source("", item.mode))
        for contribution in self._round.contributions:
            if contribution.mode:
                yield Quote(quoted(contribution.text), self._source(self._speaker(contribution), contribution.mode))

    def _source(self, who: str, mode: QuoteMode | None) -> str:
        _ = self._language.gettext
        return ", ".join(filter(None, (who or _("from the room"), _(_MODES[mode]) if mode else "")))

    def _beneath(self) -> Iterator[Block]:
        """The items that the room chose, each with what the other side says of it and what lies beneath it."""
        strands = self._chosen_strands()
        if not strands:
            return
        blocks: list[Block] = []
        for item in self._round.chosen:
            blocks.append(Quote(item_text(item, self._kind), self._recognition(item)))
            told = {strand.key: self._take(item.id, strand.key) for strand in strands}
            several = sum(bool(said) for said in told.values()) > 1 or bool(told.get(_OTHER_CHAIR))
            blocks += self._talk((self._over(strand) if several else "", told[strand.key]) for strand in strands)
        yield from self._section(self._asked(strands[-1]), blocks, kicker=self._language.gettext("Chosen by the room"))

    def _chosen_strands(self) -> list[Strand]:
        """The strands of the steps that come once for each chosen item; the usual one last."""
        steps = sorted((step for step in self._kind.steps if step.per is Per.CHOSEN), key=lambda step: not step.variant)
        return [strand for step in steps if (strand := self._kind.strand(step.strand))]

    def _over(self, strand: Strand) -> str:
        other = strand.key == _OTHER_CHAIR
        return self._language.gettext("From the other chair") if other else self._asked(strand)

    def _recognition(self, item: PromptView) -> str:
        """Where a chosen quote comes from, and how many recognise it."""
        source = self._source("", item.mode) if item.origin is Origin.ROOM else ""
        scale = self._kind.scale
        counts = spoken_counts(item, scale, self._language, public=self._public) if scale else ""
        return dotted((source, counts if MinutesPart.TABLE not in self._round.left_out else ""))

    def _is_by_item(self) -> bool:
        beneath = self._chosen_strands()
        return sum(not strand.on_round and strand not in beneath for strand in self._kind.strands) > 1

    def _by_item(self) -> Iterator[Block]:
        """A section for each item, with its longer text and a group for each strand."""
        for item in self._round.items:
            parts = [(self._asked(strand), self._take(item.id, strand.key)) for strand in self._kind.strands]
            detail = (Prose(item.detail),) if item.detail else ()
            yield Section(shortened(item.text, HEADING_LIMIT), (*detail, *self._talk(parts)), in_contents=False)

    def _by_strand(self) -> Iterator[Block]:
        """What was said in each strand, by item and in general. Strands with one question go together."""
        closing, chosen = self._closing_strand(), bool(self._chosen_strands() and self._round.chosen)
        parts: dict[str, list[tuple[str, Said]]] = defaultdict(list)
        for strand in self._kind.strands:
            if strand.key != closing:
                asked = parts[strand.question]
                asked += [(self._heading(item), self._take(item.id, strand.key)) for item in self._round.items]
                general = self._take("", strand.key)
                label = self._language.gettext(strand.label) if any(said for _, said in asked) else ""
                asked.append((label, general))
        for question, asked in parts.items():
            kicker = self._language.gettext("About the others") if chosen else ""
            talk = tuple(self._talk(asked))
            yield from self._section(self._language.gettext(question), talk, kicker) if question else talk
        if self._is_conversation():
            yield from self._nothing_said(self._round.items)

    def _is_conversation(self) -> bool:
        """Whether the items are the questions that people answered."""
        return any(step.per is Per.ITEM and step.scene is Scene.CARDS for step in self._kind.steps) and (
            self._kind.mechanics == {Mechanic.STRANDS} and self._kind.item_form is ItemForm.QUESTION
        )

    def _heading(self, item: PromptView) -> str:
        """An item over what was said about it; with the answer that was revealed, if it has one."""
        text = shortened(item_text(item, self._kind), HEADING_LIMIT)
        detail = shortened(item.detail, HEADING_LIMIT) if self._is_conversation() else ""
        return f"{text} ({detail})" if detail else text

    def _asked(self, strand: Strand) -> str:
        return self._language.gettext(strand.question or strand.label)

    def _questions(self) -> Iterator[Block]:
        """The questions that were only talked about."""
        parts = [(shortened(q.text, HEADING_LIMIT), self._take(q.id)) for q in self._round.questions]
        silent = [q for q, (_, said) in zip(self._round.questions, parts, strict=True) if not said]
        blocks = tuple(self._talk(parts))
        if Mechanic.OUTCOMES not in self._kind.mechanics:
            blocks = (*blocks, *self._nothing_said(silent))
        yield from self._section(self._language.gettext("Questions to talk about"), blocks)

    def _nothing_said(self, prompts: Iterable[PromptView]) -> Iterator[Prose]:
        if MinutesPart.ANSWERS in self._round.left_out:
            return
        told = {c.prompt_id for c in self._round.contributions}
        silent = [prompt.text for prompt in prompts if prompt.id not in told]
        if silent:
            words = self._language.gettext("Without notes: {prompts}")
            yield Prose(words.format(prompts=dotted(silent)), "note")

    def _closing(self) -> Iterator[Block]:
        """The question that closes the round, and the answers."""
        _, strand = self._language.gettext, self._closing_strand()
        if self._round.closing_question:
            yield Callout(_("Our question"), self._round.closing_question)
        if strand:
            yield from self._talk([(_("What the room answered"), self._take("", strand))])

    def _closing_strand(self) -> str:
        return next((step.strand for step in self._kind.steps if step.scene is Scene.QUESTION), "")


def _named_first(theme: tuple[str, list[Item]]) -> tuple[bool, int]:
    """Themes with the most contributions first, what has no theme last."""
    return not theme[0], -len(theme[1])
