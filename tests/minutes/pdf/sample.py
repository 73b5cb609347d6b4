"""The minutes of an invented session, with every kind of block in them."""

from datetime import UTC, datetime

from workshop_app.minutes.charts import BarChart, BarRow, DotChart, DotRow, Dots, SpreadChart, SpreadRow
from workshop_app.minutes.document import (
    Bullets,
    Callout,
    Column,
    Contents,
    Cover,
    Document,
    Fact,
    Furniture,
    Group,
    Groups,
    Item,
    KeyFigure,
    KeyFigures,
    Link,
    Panel,
    Prose,
    Quote,
    Section,
    State,
    Table,
)

DATE = "donderdag 12 november 2026"

DECISIONS = (
    (
        "We leggen mandaten vast in één regeling",
        "Draagvlak: 19 ja, 4 ja, mits",
        "Voorbehoud: Zandhaven wil eerst de raad horen",
    ),
    ("De centrumgemeente krijgt een vaste vervanger", "Draagvlak: 24 ja", ""),
    ("Het portefeuillehoudersoverleg komt elke zes weken bijeen", "Draagvlak: 21 ja, 2 nog niet", ""),
    ("Planning en control volgen één jaarcyclus", "Draagvlak: 17 ja, 6 ja, mits", "Voorbehoud: niet eerder dan 2027"),
)

ACTIONS = (
    ("Concept van de mandaatregeling rondsturen", "Noor Bakker, Lindevoort", "27 november 2026", "Nieuw"),
    ("Vergaderdata van 2027 prikken", "Ayşe Yıldız, Heidebeek", "1 december 2026", "Nieuw"),
    ("Uitleg over de jaarcyclus schrijven", "Joost Hermans, Merenwijk", "4 december 2026", "Loopt"),
    ("Raadsgriffies vragen om een datum", "Łukasz Wójcik, Zandhaven", "11 december 2026", "Nieuw"),
    ("Overzicht van contracten aanvullen", "Priya Ramdin, Polderdam", "15 januari 2027", "Loopt"),
    ("Een dag meelopen bij elkaar regelen", "Emre Doğan, Kastanjehout", "31 januari 2027", "Nieuw"),
    ("Verdeelsleutel narekenen", "Tess Vermeulen, Waterrijk", "15 februari 2027", "Klaar"),
    ("Ervaringsdeskundigen uitnodigen", "محمد علي, Duinhoven", "1 maart 2027", "Nieuw"),
)

STATEMENTS = (
    ("Mandaten zijn bij ons niet volledig geregeld.", (12, 8, 4)),
    ("Niet iedereen ziet hoe belangrijk regionale samenwerking is voor inwoners en zorgorganisaties.", (15, 6, 3)),
    ("Als regio spreken we met één mond.", (3, 9, 12)),
    ("We hebben in de regio een passend aanbod.", (7, 14, 3)),
    ("Samenwerken is een middel, geen doel.", (22, 2, 0)),
    ("Samenwerken is niet vanzelfsprekend; je kiest ervoor.", (11, 5, 8)),
)

SIGHS = (
    ("“Regionaal werk is niet ons dagelijks werk.”", (14, 7, 3)),
    ("“Voor regionaal werk hebben wij de mensen niet.”", (17, 5, 2)),
    ("“Wij richten ons op lokaal en volgen de regio.”", (9, 8, 7)),
    ("“De centrumgemeente gaat haar eigen gang in de uitvoering.”", (6, 11, 7)),
    ("“De regio is ver weg; wij zien ze nooit.”", (4, 8, 12)),
)

FACTORS = (
    (
        "Vertrouwen en chemie: geven en nemen zijn in balans, bestuurlijk en ambtelijk verankerd en uitgedragen",
        2,
        3.4,
        5,
    ),
    ("Gedeeld belang: we zien de noodzaak, delen het probleem en kennen elkaars eigen belang", 3, 3.9, 5),
    ("Inhoud vóór structuur: eerst benoemen wat we samen doen en wat niet, dan pas een structuur", 1, 2.6, 4),
    ("Alle partijen zijn betrokken en gehoord", 1, 2.2, 4),
    ("Een heldere structuur in een strategisch document", 2, 3.1, 4),
    ("Ruimte voor discussie, ook over waar we het niet eens zijn", 2, 3.6, 5),
    ("Een helder communicatieplan, intern en extern", 1, 1.9, 3),
    ("Voldoende middelen: geld, ambtelijke capaciteit, faciliteiten", 1, 2.4, 4),
)

TOPICS = (
    "Toegang tot BW/MO", "Bezwaar op beschikkingen", "Beleid en beleidsvoorbereiding", "Inkoop en contractering",
    "Contract- en leveranciersmanagement", "Budget en verdeelsleutel", "Personele inzet (inbreng)",
    "Verbinding tussen regionale voorzieningen en lokale preventie", "Inbreng van ervaringsdeskundigen",
)  # fmt: skip

MOTIVES = (
    ("Bieden wat alleen niet lukt", 17), ("Kennis delen", 12), ("Meer slagkracht", 9), ("Betere dienstverlening", 8),
    ("Samen inkopen", 5), ("Efficiënter werken", 3), ("Besparen", 1), ("Sterker in onderhandelingen", 0),
)  # fmt: skip

FOUR_POINTS = (
    "Gemeenten zijn verantwoordelijk voor beschermd wonen.",
    "De Wmo en de Norm voor Opdrachtgeverschap vragen gemeenten om samenwerking te organiseren.",
    "Samenwerken is voor gemeenten dus geen keuze.",
    "Cliënten hebben er belang bij dat beschermd wonen in en buiten de regio beschikbaar is.",
)

SAYINGS = (
    "De mandaten verschillen per gemeente, dus elke beslissing duurt weken langer dan nodig",
    "Wij weten niet wie er namens de regio mag tekenen",
    "Bij ons is het na de herindeling nooit meer goed vastgelegd",
    "Het college is er klaar voor, de raad nog niet",
    "Collega’s horen pas achteraf wat er is afgesproken",
    "Er is geen vaste plek waar de afspraken staan",
    "Wij doen mee, maar voelen ons toehoorder",
    "Inwoners merken er niets van en dat is precies het probleem",
    "De capaciteit is op: twee mensen doen het erbij",
    "Wie nieuw is, moet alles zelf uitzoeken",
    "Als het spannend wordt, kiest ieder voor zichzelf",
    "Het helpt dat we elkaar nu bij de voornaam kennen",
)

MUNICIPALITIES = (
    "Lindevoort", "Heidebeek", "Merenwijk", "Zandhaven", "Polderdam", "Kastanjehout", "Waterrijk", "Duinhoven",
    "Veldzicht", "Rijnkust",
)  # fmt: skip

PEOPLE = (
    "Noor Bakker", "Ayşe Yıldız", "Joost Hermans", "Łukasz Wójcik", "Priya Ramdin", "Emre Doğan", "Tess Vermeulen",
    "محمد علي", "Nguyễn Thị Hoa", "Björn Östergaard", "Małgorzata Źródłowska", "Tiago Conceição", "Hatice Şahin",
    "Willem van Aalst", "Zoë Müller", "Ömer Faruk Kılıç", "Sanne de Boer", "Ibrahim Çelik", "Koen van der Meij",
    "Saïda Amrani",
)  # fmt: skip


def items(count: int, start: int = 0, dots: bool = False) -> tuple[Item, ...]:
    """So many contributions, with votes if wanted."""
    said = (SAYINGS[(start + at * 5) % len(SAYINGS)] for at in range(count))
    return tuple(
        Item(text, dots=Dots((start + at * 7) % 6, f"({(start + at * 7) % 6} stemmen)") if dots else None)
        for at, text in enumerate(said)
    )


def cover(decisions: int = len(DECISIONS), actions: int = 5) -> Cover:
    """The first page, with so many decisions and first actions."""
    return Cover(
        kicker="Verslag werksessie",
        title="Robuuste samenwerking in de regio Rivierenland",
        subtitle="Verslag van het gesprek tussen tien gemeenten over beschermd wonen en opvang",
        organisation="Gemeente Lindevoort",
        facts=(
            Fact("Datum", DATE),
            Fact("Tijd", "13.30 – 16.00 uur"),
            Fact("Plaats", "De Kapel, Havenstraat 8, Lindevoort"),
            Fact("Voorzitter", "Marieke van den Akker"),
            Fact("Verslag", "Joost Hermans"),
            Fact("Status", "Concept, versie 2, reacties vóór 4 december"),
        ),
        decisions=Panel(
            "Dit is besloten",
            tuple(
                Item(text, f"B{at}", tuple(filter(None, details)))
                for at, (text, *details) in enumerate((DECISIONS * 9)[:decisions], 1)
            ),
            note="Er zijn in deze sessie geen besluiten genomen.",
            more=Link("Alle besluiten", "#besluiten") if decisions > len(DECISIONS) else None,
        ),
        actions=Panel(
            "Dit gebeurt het eerst",
            tuple(Item(what, details=(f"{who} · uiterlijk {when}",)) for what, who, when, _ in (ACTIONS * 9)[:actions]),
            note="Er zijn geen acties afgesproken.",
            more=Link(f"Alle {len(ACTIONS)} acties", "#acties") if actions else None,
        ),
    )


def rounds() -> tuple[Section, ...]:
    """The rounds of the session: one for each form that a round can have."""
    return (
        Section(
            "Wie zitten er aan tafel, en welke vragen leven er?",
            (Groups((Group("Welke vragen leven er?", items(14)), Group("Wie zitten er aan tafel?", items(5, 3)))),),
            kicker="Ronde 1",
            meta="Check-in · 15 minuten · 19 bijdragen",
        ),
        Section(
            "Waar gaat het goed, en waar gaat het mis?",
            (
                Bullets(tuple(map(Item, FOUR_POINTS)), ordered=True),
                Groups((Group("Waar gaat het goed?", items(7, 1)), Group("Waar gaat het mis?", items(9, 4)))),
            ),
            kicker="Ronde 2",
            meta="Vertrekpunt · 10 minuten · 16 bijdragen",
        ),
        Section(
            "Wat zijn jullie ervaringen met de regionale samenwerking?",
            (
                Quote("“Wij weten niet wie er namens de regio mag tekenen.”"),
                BarChart(
                    "Uitspraak",
                    "Verdeling",
                    ("ja", "deels", "nee"),
                    tuple(BarRow(*row) for row in STATEMENTS),
                    caption="Hoeveel deelnemers herkennen de uitspraak?",
                    summary="Per uitspraak het aantal keer ja, deels en nee. Het meest herkend: een middel.",
                ),
                Groups(
                    (
                        Group("Mandaten zijn bij ons niet volledig geregeld.", items(6, 2)),
                        Group("Toelichting", items(4, 7)),
                    )
                ),
            ),
            kicker="Ronde 3",
            meta="Zaal, turven · 20 minuten · 24 stemmen",
        ),
        Section(
            "Welke verzuchtingen herkennen we, en wat zit eronder?",
            (
                BarChart(
                    "Citaat",
                    "Verdeling",
                    ("ja", "deels", "nee"),
                    tuple(BarRow(*row, quoted=True) for row in SIGHS),
                    caption="Hoeveel deelnemers herkennen het citaat?",
                ),
                Callout("Onze vraag", "Kun je inwoners goed helpen als je niet optimaal samenwerkt?"),
                Section(
                    "Wat zit eronder?",
                    (
                        Groups(
                            (
                                Group(SIGHS[1][0], items(4, 5)),
                                Group(SIGHS[0][0], items(5, 1)),
                                Group(SIGHS[2][0], items(3)),
                            )
                        ),
                    ),
                    in_contents=False,
                ),
                Quote(
                    "“Als het erop aankomt, staan we er alleen voor, en dat zeggen we nooit hardop tegen elkaar.”",
                    "uit de zaal",
                ),
                Quote("“Ik ken ze wel, maar vertrouw ik ze ook?”"),
            ),
            kicker="Ronde 4",
            meta="Zaal, turven · 20 minuten · 24 stemmen",
        ),
        Section(
            "Welke afspraken zijn er al?",
            (
                BarChart(
                    "Onderwerp",
                    "Verdeling",
                    ("geregeld", "deels", "niet", "weet niet"),
                    tuple(BarRow(topic, (at % 5, 3, (at * 3) % 7, (at * 2) % 4)) for at, topic in enumerate(TOPICS)),
                    caption="Stand per onderwerp",
                ),
                Prose("De zaal vulde aan: “vervoer” en “eigen bijdrage” horen ook op de lijst."),
            ),
            kicker="Ronde 5",
            meta="Per gemeente · 15 minuten",
        ),
        Section(
            "Hoe staan wij ervoor?",
            (
                SpreadChart(
                    "Factor",
                    "Spreiding",
                    "Laagste",
                    "Gemiddeld",
                    "Hoogste",
                    tuple(
                        SpreadRow(text, low, mean, high, f"{mean:.1f}".replace(".", ","))
                        for text, low, mean, high in FACTORS
                    ),
                    caption="Scores van 1 tot 5, de laagste eerst. De balk is de spreiding, de stip het gemiddelde.",
                ),
            ),
            kicker="Ronde 6",
            meta="Zelfscan, ieder op papier · 20 minuten · 24 deelnemers",
        ),
        Section(
            "Waarom doen we dit samen?",
            (
                DotChart(
                    "Motief",
                    "Stippen",
                    tuple(DotRow(text, Dots(count, f"({count} stemmen)")) for text, count in MOTIVES),
                    caption="Ieder plakte drie stippen",
                ),
                Groups((Group("Toelichting", items(9, 2, dots=True)),)),
            ),
            kicker="Ronde 7",
            meta="Stippen · 10 minuten · 55 stippen",
        ),
        Section(
            "Waar staan we nu, en waar willen we heen?",
            (
                Table(
                    (Column("Model", 2.2), Column("Nu", right=True), Column("Gewenst", right=True)),
                    (
                        ("Integrale beleidssturing", "4", "9"),
                        ("Ketensturing", "11", "5"),
                        ("Vraagsturing", "2", "6"),
                        ("Frontlijnsturing", "5", "3"),
                        ("Expertsturing", "2", "1"),
                    ),
                    caption="Elke gemeente koos één model voor nu en één voor straks",
                ),
            ),
            kicker="Ronde 8",
            meta="Per gemeente · 10 minuten",
        ),
    )


def outcomes() -> tuple[Section, ...]:
    """Decisions, actions, what is parked, who was there, and the rest."""
    progress = {"Nieuw": "new", "Loopt": "running", "Klaar": "done"}
    return (
        Section(
            "Besluiten",
            (
                Table(
                    tuple(
                        map(
                            Column,
                            ("Nr", "Besluit", "Draagvlak", "Voorbehoud", "Bekrachtiging door"),
                            (0.5, 3, 1.6, 2, 1.5),
                        )
                    ),
                    tuple(
                        (
                            f"B{at}",
                            text,
                            support.removeprefix("Draagvlak: "),
                            reserve.removeprefix("Voorbehoud: "),
                            "colleges",
                        )
                        for at, (text, support, reserve) in enumerate(DECISIONS, 1)
                    ),
                ),
            ),
            anchor="besluiten",
            new_page=True,
        ),
        Section(
            "Acties",
            (
                Prose("Elke actie heeft één trekker."),
                Table(
                    tuple(map(Column, ("Nr", "Actie", "Wie", "Uiterlijk", "Stand"), (0.5, 3, 2, 1.5, 0.9))),
                    tuple(
                        (f"A{at}", what, who, when, State(state, progress[state]))  # type: ignore[arg-type]
                        for at, (what, who, when, state) in enumerate(ACTIONS, 1)
                    ),
                ),
            ),
            anchor="acties",
        ),
        Section(
            "Parkeerplaats",
            (Bullets((Item("Vervoer naar de opvang"), Item("De eigen bijdrage", details=("volgende keer",)))),),
        ),
        Section("Vervolg", (Prose("We komen weer bijeen op donderdag 11 maart 2027 in Heidebeek."),)),
        Section(
            "Wie waren er?",
            (
                Table(
                    tuple(map(Column, ("Naam", "Organisatie", "Rol", "Aanwezig"), (2, 1.6, 1.4, 1.4))),
                    tuple(
                        (
                            name,
                            MUNICIPALITIES[at % 10],
                            ("beleidsadviseur", "wethouder")[at % 2],
                            "ja" if at % 9 else "afwezig, met bericht",
                        )
                        for at, name in enumerate(PEOPLE)
                    ),
                ),
            ),
            new_page=True,
        ),
        Section(
            "Over dit verslag",
            (
                Prose(
                    "Bijdragen staan er zonder naam en zonder gemeente.\n\nEen fout gezien? Laat het ons weten.",
                    link=Link("sessie@lindevoort.example", "mailto:sessie@lindevoort.example"),
                ),
                Prose("Gemaakt met Samenspraak. Het bestand wordt bewaard tot 1 december 2027.", "note"),
            ),
        ),
        Section(
            "Woordenlijst",
            (
                Table(
                    (Column("Woord"), Column("Betekenis", 3)),
                    (("DVO", "dienstverleningsovereenkomst"), ("GR", "gemeenschappelijke regeling")),
                ),
            ),
        ),
        Section(
            "Bronnen", (Bullets((Item("Naar robuustere gemeentelijke samenwerking BW/MO, AEF en XpertiseZorg"),)),)
        ),
    )


def sample() -> Document:
    """The whole document."""
    return Document(
        title="Verslag werksessie: Robuuste samenwerking in de regio Rivierenland",
        lang="nl-NL",
        created=datetime(2026, 11, 12, 16, 30, tzinfo=UTC),
        author="Gemeente Lindevoort",
        subject="Werksessie van tien gemeenten",
        keywords="werksessie, samenwerking, beschermd wonen",
        cover=cover(),
        furniture=Furniture(
            band_left="Verslag werksessie",
            band_right="Gemeente Lindevoort",
            footer=f"Robuuste samenwerking in de regio Rivierenland · verslag van {DATE}",
            page="Pagina {page} van {total}",
        ),
        sections=(
            Section(
                "In het kort",
                (
                    Prose(
                        "Vierentwintig mensen uit tien gemeenten spraken over wat bindt en wat schuurt. De wil is er; "
                        "het schort aan mandaten en aan mensen. Zij namen vier besluiten en spraken acht acties af.",
                        "lead",
                    ),
                    KeyFigures(
                        (
                            KeyFigure("24", "deelnemers, 2 met bericht afwezig"),
                            KeyFigure("8", "rondes in twee uur en een half"),
                            KeyFigure("93", "bijdragen"),
                            KeyFigure("8", "acties, elk met naam en datum"),
                        )
                    ),
                    Contents("Inhoud"),
                ),
            ),
            *rounds(),
            *outcomes(),
        ),
    )
