"""Workshops as plain values, for tests: filled from a template, or made of small parts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from workshop_app.i18n import Language
from workshop_app.model.values import (
    ACROSS_OPTION,
    DOTS_OPTION,
    ROOM_VOICE,
    UP_OPTION,
    Grain,
    Level,
    MinutesStatus,
    Origin,
    ParkedState,
    Presence,
    PromptRole,
    QuoteMode,
    Rule,
    WorkshopState,
    ballot_voice,
    organisation_voice,
)
from workshop_app.model.views import (
    ActionView,
    ContributionView,
    DecisionView,
    OrganisationView,
    ParkedView,
    ParticipantView,
    PromptView,
    ResponseView,
    RoundView,
    WorkshopInfo,
    WorkshopView,
)
from workshop_app.paths import resources
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.loading import load_templates
from workshop_app.rounds.template import Template, TemplateRound

STARTED = datetime(2026, 11, 12, 12, 32, tzinfo=UTC)

INFO = WorkshopInfo(
    id="w1",
    title="Robuuste samenwerking BW/MO",
    subtitle="",
    region="Regio Rijnkust",
    day=date(2026, 11, 12),
    start=time(13, 30),
    booked_minutes=150,
    slack_minutes=5,
    place="De Kapel, Havenstraat 8, Waterrijk",
    responsible="Gemeente Waterrijk",
    chair="Marieke van den Akker",
    note_taker="Joost Hermans",
    contact="regio@waterrijk.example",
    rule=Rule.NOT_ATTRIBUTED,
    keep_until=date(2027, 11, 12),
    state=WorkshopState.FINISHED,
    template_id="robuuste-samenwerking",
    template_title="Robuuste samenwerking BW/MO",
    source="BW/MO: workshop “Naar robuustere gemeentelijke samenwerking BW/MO”",
    summary="",
    minutes_status=MinutesStatus.CONCEPT,
    minutes_version=1,
    reactions_before=date(2026, 12, 4),
    adopted_on=None,
    evaluation="in maart 2027, bij de gemeente Heidebeek",
    primary_colour="#0B5563",
    accent_colour="#B45309",
    started_at=STARTED,
    ended_at=STARTED + timedelta(minutes=150),
)

ORGANISATIONS = tuple(
    OrganisationView(name.casefold(), name)
    for name in (
        "Lindevoort", "Heidebeek", "Merenwijk", "Zandhaven", "Polderdam", "Kastanjehout", "Waterrijk", "Duinhoven",
        "Veldzicht", "Rijnkust",
    )
)  # fmt: skip

NAMES = (
    "Noor Bakker", "Ayşe Yıldız", "Joost Hermans", "Łukasz Wójcik", "Priya Ramdin", "Emre Doğan", "Tess Vermeulen",
    "Marieke van den Akker", "Nguyễn Thị Hoa", "Björn Östergaard", "Hatice Şahin", "Willem van Aalst", "Zoë Müller",
    "Sanne de Boer", "Ibrahim Çelik", "Koen van der Meij", "Saïda Amrani", "Anneke ’t Hooft", "Pieter Jan Ruijs",
    "Danielle Claassen", "Ruud van Ginkel", "Farid el Amrani",
)  # fmt: skip

SAYINGS = (
    "De mandaten verschillen per gemeente, dus elke beslissing duurt weken langer dan nodig.",
    "Wij weten niet wie er namens de regio mag tekenen.",
    "Bij ons is het na de herindeling nooit meer goed vastgelegd.",
    "Het college is er klaar voor, de raad nog niet.",
    "Collega’s horen pas achteraf wat er in het PFO is afgesproken.",
    "Er is geen vaste plek waar de afspraken staan.",
    "Wij doen mee, maar voelen ons toehoorder.",
    "Inwoners merken er niets van, en dat is precies het probleem.",
    "De capaciteit is op: twee mensen doen het erbij.",
    "Wie nieuw is, moet alles zelf uitzoeken.",
    "Als het spannend wordt, kiest ieder voor zichzelf.",
    "Het helpt dat we elkaar nu bij de voornaam kennen.",
    "Vaste cijfers, elk kwartaal, in dezelfde vorm.",
)


def person(number: int, presence: Presence = Presence.PRESENT, late: bool = False) -> ParticipantView:
    """The participant with that number."""
    arrived = STARTED + timedelta(minutes=25 if late else -5)
    return ParticipantView(
        id=f"p{number}",
        name=NAMES[number],
        role=("beleidsadviseur", "wethouder", "contractmanager")[number % 3],
        email=f"deelnemer{number}@voorbeeld.example",
        organisation_id=ORGANISATIONS[number % len(ORGANISATIONS)].id,
        presence=presence,
        arrived_at=arrived if presence is Presence.PRESENT else None,
        left_at=None,
        walk_in=False,
    )


def prompt(prompt_id: str, text: str, responses: Sequence[ResponseView] = (), **fields: object) -> PromptView:
    """An item; other fields by name."""
    made = PromptView(
        id=prompt_id,
        key=prompt_id,
        role=PromptRole.ITEM,
        text=text,
        detail="",
        set_title="",
        origin=Origin.TEMPLATE,
        mode=None,
        in_minutes=None,
        included=True,
        chosen=False,
        responses=tuple(responses),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def said(contribution_id: str, text: str, strand: str, prompt_id: str = "", **fields: object) -> ContributionView:
    """A contribution; other fields by name."""
    made = ContributionView(
        id=contribution_id,
        prompt_id=prompt_id,
        strand=strand,
        text=text,
        organisation_id="",
        participant_id="",
        theme="",
        mode=None,
        in_minutes=None,
        seq=None,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def a_round(
    kind: str,
    prompts: Sequence[PromptView] = (),
    contributions: Sequence[ContributionView] = (),
    **fields: object,
) -> RoundView:
    """A round that was held; its id is its kind. Other fields by name."""
    known = KINDS[kind]
    made = RoundView(
        id=kind,
        key=kind,
        kind=kind,
        title=known.name,
        question=known.question,
        closing_question="",
        intro="",
        notes="Alleen voor de gespreksleider.",
        minutes=20,
        enabled=True,
        skipped=False,
        grain=known.grain,
        level=known.level,
        loosened=False,
        spent_seconds=1_200,
        started_at=STARTED,
        prompts=tuple(prompts),
        contributions=tuple(contributions),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def workshop(*rounds: RoundView, **fields: object) -> WorkshopView:
    """A workshop with these rounds, and fields by name."""
    return replace(WorkshopView(INFO, rounds=rounds), **fields)  # type: ignore[arg-type]


def templates() -> dict[str, Template]:
    """The templates that came with the program, by id."""
    found, _ = load_templates(resources() / "templates")
    return {template.id: template for template in found}


def filled(template_id: str = "robuuste-samenwerking", optional: bool = True, **info: object) -> WorkshopView:
    """A workshop through a whole template: everything answered, said, decided and parked."""
    template = templates()[template_id]
    language = Language.load()
    about = {"template_title": template.title, "source": template.source}
    used = [known for known in template.rounds if optional or not known.optional]
    participants = tuple(
        person(n, {4: Presence.EXCUSED, 9: Presence.EXCUSED, 13: Presence.ABSENT}.get(n, Presence.PRESENT), late=n == 6)
        for n in range(len(NAMES))
    )
    return WorkshopView(
        info=replace(INFO, **{"title": template.title, **about, **info}),  # type: ignore[arg-type]
        organisations=ORGANISATIONS,
        participants=participants,
        rounds=tuple(_round(known, number, language) for number, known in enumerate(used)),
        decisions=(
            DecisionView(
                "d1", "outcomes", "Mandaten vóór 1 april op orde. Elke gemeente legt het mandaat voor inkoop vast.",
                "19 ja, 3 ja, mits", "Zandhaven wil eerst de raad horen", "colleges",
            ),
            DecisionView("d2", "outcomes", "Elk kwartaal één overzicht met cijfers voor iedereen", "22 ja", "", ""),
            DecisionView("d3", "outcomes", "In januari is er een aparte avond over de verdeelsleutel", "", "", "PFO"),
        ),
        actions=(
            ActionView("a1", "outcomes", "", "Concept van de mandaatregeling rondsturen", "Noor Bakker", "p0",
                       "lindevoort", date(2026, 11, 27), "", done=False),
            ActionView("a2", "outcomes", "", "Vergaderdata van 2027 prikken", "Heidebeek", "", "heidebeek",
                       date(2026, 12, 1), "", done=True),
            ActionView("a3", "outcomes", "", "Uitleg over de jaarcyclus schrijven, samen met Noor Bakker", "", "", "",
                       None, "voorjaar", done=False),
            ActionView("a4", "outcomes", "", "Overzicht van contracten aanvullen", "secretaris van de regio", "", "",
                       None, "", done=False),
        ),
        parked=(
            ParkedView("k1", "checklist", "Vervoer naar de opvang", ParkedState.OPEN),
            ParkedView("k2", "checklist", "De eigen bijdrage", ParkedState.NEXT_TIME),
        ),
    )  # fmt: skip


def _round(known: TemplateRound, number: int, language: Language) -> RoundView:
    kind = KINDS[known.kind]
    prompts = tuple(
        prompt(
            f"{known.key}.{place}",
            each.text,
            _responses(known, place),
            key=each.key,
            role=each.role,
            detail=each.detail,
            set_title=each.set_title,
            chosen=bool(kind.choose) and place in (1, 3, 4),
        )
        for place, each in enumerate(known.prompts)
    )
    if known.kind == "resistance":
        prompts = (*prompts, *_room_quotes(known))
    return a_round(
        known.kind,
        prompts,
        tuple(_said(known, prompts, number)),
        id="outcomes" if known.kind == "outcomes" else known.key,
        title=language.gettext(known.title),
        question=language.gettext(known.question),
        closing_question=known.closing_question,
        intro=known.intro,
        notes=known.notes,
        minutes=known.minutes,
        spent_seconds=known.minutes * 60,
        grain=known.grain,
        level=known.level,
    )


def _room_quotes(known: TemplateRound) -> tuple[PromptView, ...]:
    return (
        prompt(f"{known.key}.r1", "We vergaderen ons suf en dan gebeurt er niets.", _responses(known, 2),
               origin=Origin.ROOM, mode=QuoteMode.VERBATIM, in_minutes=True),
        prompt(f"{known.key}.r2", "Dit citaat is niet gevraagd.", origin=Origin.ROOM, mode=QuoteMode.PARAPHRASE),
        prompt(f"{known.key}.r3", "Dit citaat mag niet.", origin=Origin.ROOM, in_minutes=False),
        prompt(f"{known.key}.r4", "’s Avonds is er niemand te bereiken.", origin=Origin.ROOM,
               mode=QuoteMode.PARAPHRASE, in_minutes=True),
    )  # fmt: skip


def _responses(known: TemplateRound, place: int) -> tuple[ResponseView, ...]:
    kind = KINDS[known.kind]
    options = kind.scale.keys if kind.scale else ()
    responses = []
    if known.grain is Grain.ROOM and not (kind.scale and kind.scale.spread):
        counts = [(place * 5 + at * 7 + 3) % 14 for at in range(len(options))]
        responses += [ResponseView("", ROOM_VOICE, *given) for given in zip(options, counts, strict=True)]
    elif options:
        for n, organisation in enumerate(ORGANISATIONS):
            voice = organisation_voice(organisation.id) if known.grain is Grain.ORGANISATION else ballot_voice(n)
            responses.append(ResponseView("", voice, options[(place * place + n * 3 // (place + 1)) % len(options)], 1))
    if known.kind == "matrix" and known.prompts[place].role is PromptRole.ITEM:
        for n, organisation in enumerate(ORGANISATIONS):
            voice = organisation_voice(organisation.id)
            responses += [
                ResponseView("", voice, ACROSS_OPTION, 1 + n * 7 % 9),
                ResponseView("", voice, UP_OPTION, 1 + n * 5 % 9),
            ]
    if kind.dots:
        responses.append(ResponseView("", ROOM_VOICE, DOTS_OPTION, (place * 7 + 4) % 17))
    return tuple(r for r in responses if r.value)


_AROUND = (PromptRole.AXIS, PromptRole.QUADRANT)


def _said(known: TemplateRound, prompts: Sequence[PromptView], number: int) -> list[ContributionView]:
    kind = KINDS[known.kind]
    contributions: list[ContributionView] = []
    for strand in kind.strands:
        if strand.adds_item:
            continue
        on = (
            [""]
            if strand.on_round
            else [
                p.id for p in prompts if p.in_minutes is None and p.origin is Origin.TEMPLATE and p.role not in _AROUND
            ]
        )
        for place, prompt_id in enumerate(on):
            for n in range((place * 2 + number) % 4 + (2 if strand.on_round else 0)):
                text = SAYINGS[(place * 5 + n * 3 + number + len(strand.key)) % len(SAYINGS)]
                who = (place + n) % len(NAMES)
                contributions.append(
                    said(
                        f"{known.key}.{strand.key}.{place}.{n}",
                        text,
                        strand.key,
                        prompt_id,
                        theme=("Mandaat", "Menskracht", "")[n % 3] if known.kind == "selfscan" else "",
                        **_author(known.level, who),
                        seq=None if known.level is Level.ANONYMOUS else len(contributions),
                    )
                )
    return contributions


def _author(level: Level, who: int) -> dict[str, object]:
    if level is Level.ANONYMOUS:
        return {}
    author: dict[str, object] = {"organisation_id": ORGANISATIONS[who % len(ORGANISATIONS)].id}
    return author | ({"participant_id": f"p{who}"} if level is Level.NAME else {})
