"""Scenes as a room sees them, and the same kinds with the shortest, the longest and the most content."""

from collections.abc import Iterable, Iterator

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.frame import Frame
from workshop_app.desktop.projection.scene import Bar, Fact, GridRow, NoteCard, RevealItem, SpreadRow, StateRow

PROGRESS = (1.0, 1.0, 1.0, 0.44, 0, 0, 0, 0, 0)
QUOTES = Frame("4", "Weerstand en verzuchtingen", "Regio Rijnkust", PROGRESS, "nog 14 min")
PETROL = Frame("4", "Weerstand en verzuchtingen", "Regio Rijnkust", PROGRESS, "nog 14 min", "petrol")
DARK = Frame("2", "Zelfscan · beleidsvoorbereiding", "Regio Rijnkust", (1.0, 0.6, 0, 0, 0, 0), "nog 11 min", "dark")
OUTCOMES = Frame("8", "Besluiten en acties", "Regio Rijnkust", (*(1.0,) * 7, 0.44, 0), "nog 6 min")
GROUPS = Frame("6", "Acht tafelvragen", "Regio Rijnkust", PROGRESS)
EMPTY = Frame()
CROWDED = Frame(
    "12",
    "Verbinding tussen regionale voorzieningen en lokale preventie in wijken en dorpen " * 2,
    "Samenwerkingsverband Kastanjehout-Lindevoort-Merenwijk en omstreken",
    (1.0,) * 11 + (0.5,) * 7,
    "nog 128 min",
)

_WALL = (
    "Een gemeenschappelijke regeling? Die willen we niet.",
    "Een GR is niet democratisch.",
    "Straks krijgen we een gedrocht dat niemand overziet.",
    "Regionaal werk is niet ons dagelijks werk.",
    "Voor regionaal werk hebben wij de mensen niet.",
    "Wij richten ons op lokaal en volgen de regio.",
    "De uitvoering bepalen we zelf, het liefst ook het hoe.",
    "Kaders vooraf en controle achteraf? Dat vinden we lastig.",
    "De centrumgemeente gaat haar eigen gang in de uitvoering.",
    "De regio is ver weg; wij zien ze nooit.",
    "De regiogemeenten zijn helemaal niet betrokken.",
    "De regio begrijpt niet wat hier speelt en wat voor ons telt.",
)
_PRINCIPLES = (
    "Ambtelijke inzet vanuit de centrumgemeente, met regionale en lokale pet gescheiden",
    "Afspraken over de regionale bestuurlijke stem en over invloed op besluiten",
    "Transparante planning en control: een vaste cyclus en afspraken over informatie delen",
    "Financiële afspraken die doordecentralisatie mogelijk maken",
)
_STARTING_POINTS = (
    "Gemeenten zijn verantwoordelijk voor beschermd wonen.",
    "De Wmo en de Norm voor Opdrachtgeverschap vragen gemeenten om samenwerking te organiseren.",
    "Samenwerken is voor gemeenten dus geen keuze.",
    "Cliënten hebben er belang bij dat beschermd wonen in en buiten de regio beschikbaar is.",
)
_PEOPLE = (
    "Noor Bakker", "Ayşe Yıldız", "Joost Hermans", "Łukasz Wójcik", "Priya Ramdin", "Emre Doğan", "Tess Vermeulen",
    "Marieke van den Akker", "Nguyễn Thị Hoa", "Björn Östergaard", "Hatice Şahin", "Willem van Aalst", "Zoë Müller",
    "Sanne de Boer", "Ibrahim Çelik", "Koen van der Meij", "Saïda Amrani", "Anneke ’t Hooft", "Pieter Jan Ruijs",
    "Danielle Claassen", "Ruud van Ginkel", "Farid el Amrani", "Jo Bos", "Loes van der Veen-Hoekstra",
)  # fmt: skip
_TABLE_QUESTIONS = (
    "Hoe maak ik ruimte in een volle agenda?",
    "Hoe vind ik de juiste partners en contacten?",
    "Hoe komen we op één lijn in visie en werkwijze?",
    "Wat doen we met financiële schotten?",
    "Hoe verdelen we taken en verantwoordelijkheden?",
    "Hoe ga ik om met tegenstrijdige belangen en gevoelde concurrentie?",
    "Hoe word ik onafhankelijker?",
    "Hoe krijg ik meer mandaat en ruimte om te experimenteren?",
)
_ANSWERS = (Bar("ja", 15), Bar("deels", 6, "stripes"), Bar("nee", 3, "outline"))
_SCALE = ("staat er", "deels", "ontbreekt")
_CRITERIA = (
    "rechtszekerheid",
    "bestuurlijke stem en invloed",
    "democratische legitimatie",
    "ruimte voor lokaal",
    "uitvoeringslast",
    "kosten",
    "planning en control, transparantie",
    "snelheid",
    "mandaat",
)
_WEIGHED = (
    ("Convenant", "−1,2 −0,5 0 +1,8 +1 +1,5 −1,1 +2 −2", "+1,5", (7, 8)),
    ("Samenwerkingsovereenkomst", "−− − 0 + ++ 0 − ++ −", "+1", ()),
    ("Centrumregeling met dienstverleningsovereenkomst (DVO)", "+ + 0 − ++ + ++ + +", "+8", (1,)),
    ("Bedrijfsvoeringsorganisatie", "+ 0 − 0 − − + 0 +", "0", ()),
    ("Openbaar lichaam", "++ + + −− −− −− ++ −− ++", "−3", ()),
    ("Afzonderlijke rechtspersoon", "+ − −− −− − − + 0 +", "−5", ()),
)


def _wall(count: int) -> scenes.Wall:
    quotes = (scenes.WallQuote(str(n + 1), text, n in (1, 5)) for n, text in enumerate(_WALL[:count]))
    return scenes.Wall("Welke verzuchting hoor je bij jou thuis?", tuple(quotes))


_MUNICIPALITIES = (
    "Waterrijk", "Lindevoort", "Heidebeek", "Merenwijk", "Zandhaven", "Polderdam", "Kastanjehout", "Duinhoven",
    "Veldzicht", "Oeverland",
)  # fmt: skip
MATRIX = Frame("5", "Robuust = inhoud + vorm + …", "Regio Rijnkust", PROGRESS, "nog 9 min")


def _matrix(points: Iterable[scenes.MatrixPoint], heading: str = "", hint: str = "") -> scenes.Matrix:
    return scenes.Matrix(
        heading,
        ("afspraken onvolledig", "afspraken volledig"),
        ("wantrouwen", "vertrouwen en commitment"),
        ("stevig fundament", "papieren zekerheid", "op goed vertrouwen", "kwetsbaar"),
        tuple(points),
        "Wie staat waar?",
        hint,
    )


def _points(count: int) -> Iterator[scenes.MatrixPoint]:
    """The points of so many municipalities, a few of them in one place."""
    for n in range(count):
        name = _MUNICIPALITIES[n % len(_MUNICIPALITIES)]
        number = f" {n // len(_MUNICIPALITIES) + 1}" if count > len(_MUNICIPALITIES) else ""
        yield scenes.MatrixPoint(1 + n * 7 % 9 if n % 4 else 7, 1 + n * 5 % 9 if n % 4 else 6, f"{name}{number}")


FOLLOW_UP = Frame("2", "Inhoud van afspraken", "Regio Rijnkust", PROGRESS, "nog 8 min")
_MOVED = ("Wat is er veranderd sinds 27 november 2026?", "geregeld", "vorige keer", "nu")
_MOVED_ROWS = (
    ("1", "Toegang tot BW/MO", 0.4, "4 van 10", 0.8, "8 van 10", "↑ meer"),
    ("2", "Bezwaar op beschikkingen", 0.3, "3 van 10", 0.3, "3 van 10", "= gelijk"),
    (
        "3",
        "Verbinding tussen regionale voorzieningen en lokale preventie",
        0.5,
        "5 van 10",
        0.2,
        "2 van 10",
        "↓ minder",
    ),
    ("4", "Budget en verdeelsleutel", 0.0, "0 van 10", 0.5, "5 van 10", "↑ meer"),
)


TYPICAL: dict[str, tuple[scenes.Scene, Frame]] = {
    "matrix_4": (_matrix(_points(4)), MATRIX),
    "matrix_10": (_matrix(_points(10), "Onze samenwerking over een jaar"), MATRIX),
    "matrix_40": (_matrix(_points(40)), MATRIX),
    "matrix_ballots": (_matrix(scenes.MatrixPoint(1 + n % 3, 9 - n % 2) for n in range(24)), MATRIX),
    "matrix_hidden": (_matrix((), hint="3 van 10 hebben een plek"), MATRIX),
    "grid": (
        scenes.Grid(
            "Welke vorm van samenwerking past bij ons?",
            _CRITERIA,
            tuple(GridRow(text, tuple(cells.split()), total, divided) for text, cells, total, divided in _WEIGHED),
            "totaal",
            hint="≠ hier verschillen we het meest: van −− tot ++",
        ),
        OUTCOMES,
    ),
    "grid_hidden": (
        scenes.Grid(
            "Welke vorm van samenwerking past bij ons?",
            _CRITERIA[:3],
            tuple(GridRow(text, ("",) * 3) for text, *_ in _WEIGHED[:3]),
            "totaal",
            hidden=True,
            hint="Eén stem per gemeente",
        ),
        OUTCOMES,
    ),
    "grid_numbers": (
        scenes.Grid(
            "Welke vorm van samenwerking past bij ons?",
            _CRITERIA[4:8],
            tuple(GridRow(text, ("4,2", "1", "3,5", "5"), "13,7") for text, *_ in _WEIGHED[:4]),
            "totaal",
        ),
        DARK,
    ),
    "welcome": (
        scenes.Welcome(
            "Robuuste samenwerking BW/MO",
            "Regio Rijnkust · vrijdag 27 november 2026 · gemeentehuis, raadzaal",
            (
                Fact("Wat noteren we", "Wat u zegt over samenwerken, zonder uw naam en zonder uw gemeente."),
                Fact("Wie noteert", "De begeleider, op deze computer. Niets gaat naar internet."),
                Fact("Bewaren tot", "27 mei 2027. Daarna wordt alles gewist."),
                Fact("Vragen", "Joost Hermans, gemeente Waterrijk"),
            ),
        ),
        Frame(region="Regio Rijnkust"),
    ),
    "agenda": (
        scenes.Agenda(
            "Wat gaan we doen?",
            tuple(
                scenes.AgendaRow(time, title, minutes, title == "Herkenbaar?")
                for time, title, minutes in (
                    ("13:30", "Check-in", "15 min"),
                    ("13:45", "Vertrekpunt", "10 min"),
                    ("13:55", "Herkenbaar?", "20 min"),
                    ("14:15", "Weerstand en verzuchtingen", "25 min"),
                    ("14:40", "Pauze", "10 min"),
                    ("14:50", "Robuust = inhoud + vorm + …", "15 min"),
                    ("15:05", "Inhoud van afspraken", "20 min"),
                    ("15:25", "Succesprincipes", "20 min"),
                    ("15:45", "Besluiten en acties", "15 min"),
                )
            ),
        ),
        Frame(title="Agenda", region="Regio Rijnkust"),
    ),
    "wall": (_wall(6), QUOTES),
    "wall_12": (_wall(12), QUOTES),
    "quote_hidden": (
        scenes.Prompt(
            "De regio is ver weg; wij zien ze nooit.", is_quote=True, hint="Steek je hand op: ja, deels of nee"
        ),
        QUOTES,
    ),
    "quote": (scenes.Prompt("De regio is ver weg; wij zien ze nooit.", is_quote=True, result=_ANSWERS), QUOTES),
    "quote_numbered": (
        scenes.Prompt("Een GR is niet democratisch.", is_quote=True, number="12", result=_ANSWERS),
        QUOTES,
    ),
    "statement_asked": (
        scenes.Prompt(
            "Niet iedereen ziet hoe belangrijk regionale samenwerking is voor inwoners en zorgorganisaties.",
            number="2",
            kicker="Wat zijn jullie ervaringen met de regionale samenwerking?",
            result=_ANSWERS,
        ),
        QUOTES,
    ),
    "prompt_detail": (
        scenes.Prompt("Ketensturing", detail="Partners sluiten op elkaar aan.", result=_ANSWERS, number="2"),
        QUOTES,
    ),
    "four_options": (
        scenes.Prompt(
            "Is er draagvlak voor dit besluit?",
            result=(Bar("ja", 9), Bar("ja, mits", 7, "stripes"), Bar("nog niet", 5, "outline"), Bar("nee", 2, "dots")),
            reserve=4,
        ),
        QUOTES,
    ),
    "five_options": (
        scenes.Prompt(
            "Vertrouwen en chemie: geven en nemen zijn in balans.",
            result=tuple(
                Bar(str(n + 1), (2, 5, 9, 6, 2)[n], pattern, n / 4) for n, pattern in enumerate(scenes.PATTERNS)
            ),
            reserve=5,
        ),
        DARK,
    ),
    "beneath": (
        scenes.Cards(
            "Wat zit eronder?",
            (
                NoteCard("Te weinig contact met de uitvoering"),
                NoteCard("Onze inwoners staan niet op het netvlies"),
                NoteCard("Besluiten vallen zonder ons aan tafel"),
                NoteCard("We horen pas iets als het al besloten is", newest=True),
            ),
            context="De regio is ver weg; wij zien ze nooit.",
            context_is_quote=True,
        ),
        QUOTES,
    ),
    "themes": (
        scenes.Cards(
            "Wat zit eronder?",
            (
                NoteCard("– Te weinig contact met de uitvoering (3×)\n– Wie belt wie?", tag="Contact"),
                NoteCard("– Wie betaalt wat?\n– Wat kost het ons?\n– Wie draagt het risico?", tag="Geld"),
                NoteCard("We horen pas iets als het al besloten is", newest=True),
            ),
        ),
        QUOTES,
    ),
    "checkin": (
        scenes.Cards(
            "Welke vragen leven er?",
            (
                NoteCard("Hoe houden we invloed als kleine gemeente?", tag="Veldzicht"),
                NoteCard("Wie betaalt wat?", tag="Duinhoven"),
                NoteCard("Wanneer is het goed genoeg?", tag="Waterrijk", newest=True),
            ),
        ),
        Frame("1", "Check-in", "Regio Rijnkust", PROGRESS, "nog 9 min"),
    ),
    "cards_none": (scenes.Cards("Welke vragen leven er?", hint="Zeg het, wij schrijven het op."), QUOTES),
    "question": (scenes.Question("Onze vraag", "Kun je inwoners goed helpen als je niet optimaal samenwerkt?"), PETROL),
    "question_long": (
        scenes.Question(
            "Onze vraag",
            "Samenwerken is mensenwerk. Steken we genoeg tijd in elkaar leren kennen, in vertrouwen, en in wat de "
            "ander zorgen geeft, drijft en met ons verbindt?",
        ),
        PETROL,
    ),
    "reveal": (
        scenes.RevealList("Vertrekpunt", tuple(RevealItem(text, n < 2) for n, text in enumerate(_STARTING_POINTS))),
        Frame("2", "Vertrekpunt", "Regio Rijnkust", PROGRESS, "nog 9 min"),
    ),
    "reveal_all": (
        scenes.RevealList(
            "Vertrekpunt",
            tuple(RevealItem(text, True) for text in _STARTING_POINTS),
            "Samenwerken móet bij beschermd wonen; de vorm van de regionale samenwerking is vrij.",
        ),
        Frame("2", "Vertrekpunt", "Regio Rijnkust", PROGRESS, "nog 9 min"),
    ),
    "principles": (
        scenes.StateList(
            "Wat maakt samenwerken sterk?",
            _SCALE,
            tuple(
                StateRow(text, counts, dots, highlighted=n == 1)
                for n, (text, counts, dots) in enumerate(
                    zip(_PRINCIPLES, ((8, 10, 6), (3, 9, 12), (12, 8, 4), (0, 5, 19)), (7, 14, 3, 24), strict=True)
                )
            ),
            dots_label="stippen",
        ),
        Frame("7", "Succesprincipes", "Regio Rijnkust", PROGRESS, "nog 12 min"),
    ),
    "principles_hidden": (
        scenes.StateList("Wat maakt samenwerken sterk?", _SCALE, tuple(StateRow(text) for text in _PRINCIPLES)),
        Frame("7", "Succesprincipes", "Regio Rijnkust", PROGRESS, "nog 12 min"),
    ),
    "checklist": (
        scenes.StateList(
            "Wat is er geregeld?",
            ("geregeld", "deels", "niet", "weet niet"),
            (
                StateRow("Toegang tot BW/MO", (8, 2, 0, 0), chip="college"),
                StateRow("Bezwaar op beschikkingen", (1, 4, 3, 2), chip="centrumgemeente", highlighted=True),
                StateRow("Budget en verdeelsleutel", (0, 2, 8, 0), chip="raad"),
                StateRow("Inbreng van ervaringsdeskundigen", (2, 2, 2, 4)),
            ),
            chip_label="aan zet",
        ),
        Frame("6", "Inhoud van afspraken", "Regio Rijnkust", PROGRESS, "nog 18 min"),
    ),
    "selfscan": (
        scenes.Spread(
            "Hier staan we het minst sterk",
            (
                SpreadRow("Inhoud vóór structuur", 1.2, 2.9, 1.9, "1,9", True),
                SpreadRow("Helder communicatieplan", 1.5, 3.5, 2.3, "2,3", True),
                SpreadRow("Voldoende middelen", 2, 3, 2.5, "2,5", True),
                SpreadRow("Oog voor elke gemeente", 1.9, 4.3, 3.1, "3,1"),
                SpreadRow("Ruimte voor discussie", 3.1, 4.5, 3.9, "3,9"),
            ),
        ),
        DARK,
    ),
    "selfscan_light": (
        scenes.Spread(
            "Hier staan we het minst sterk",
            (
                SpreadRow("Een heldere structuur in een strategisch document", 1, 5, 2.9, "2,9", True),
                SpreadRow("Helder communicatieplan", 1.5, 3.5, 2.3, "2,3"),
            ),
        ),
        QUOTES,
    ),
    "position": (
        scenes.Choice(
            "Waar staan we?",
            (
                scenes.ChoiceRow("Integrale beleidssturing", "één beleid over domeinen heen", 3, 8),
                scenes.ChoiceRow("Ketensturing", "partners sluiten op elkaar aan", 7, 4),
                scenes.ChoiceRow("Vraagsturing", "de vraag van de inwoner stuurt", 0, 6),
                scenes.ChoiceRow("Expertsturing", "deskundigheid is leidend", 8, 0),
            ),
            "nu",
            "gewenst",
        ),
        Frame("3", "Waar staan we?", "Regio Rijnkust", PROGRESS, "nog 7 min"),
    ),
    "outcomes": (
        scenes.Table(
            "Wie doet wat, en wanneer?",
            (
                scenes.TableSection(
                    ("actie", "wie", "uiterlijk"),
                    (
                        scenes.TableRow(
                            "A1",
                            ("Mandaat van de centrumgemeente uitschrijven per taak", "Waterrijk", "vr 11 december"),
                        ),
                        scenes.TableRow(
                            "A2", ("Kwartaalcijfers delen met alle gemeenten", "Centrumregeling", "do 15 januari")
                        ),
                        scenes.TableRow(
                            "A3", ("Werkbezoek aan de uitvoering organiseren", "Duinhoven", "februari 2027")
                        ),
                        scenes.TableRow(
                            "A4",
                            ("Verdeelsleutel budget op agenda portefeuillehouders", "Veldzicht", "vr 30 januari"),
                            True,
                        ),
                    ),
                ),
            ),
        ),
        OUTCOMES,
    ),
    "outcomes_both": (
        scenes.Table(
            "Besluiten en acties",
            (
                scenes.TableSection(
                    ("besluit", "draagvlak"),
                    (
                        scenes.TableRow("B1", ("Elk kwartaal cijfers voor alle gemeenten", "allen")),
                        scenes.TableRow("B2", ("De verdeelsleutel blijft in 2027 gelijk", "allen, op één na"), True),
                    ),
                ),
                scenes.TableSection(
                    ("actie", "wie", "uiterlijk"),
                    (scenes.TableRow("A1", ("Mandaat uitschrijven per taak", "Waterrijk", "vr 11 december")),),
                ),
            ),
        ),
        OUTCOMES,
    ),
    "outcomes_none": (scenes.Table("Besluiten en acties", hint="Nog geen besluiten of acties."), OUTCOMES),
    "moved": (scenes.Moved(*_MOVED, tuple(scenes.MovedRow(*row) for row in _MOVED_ROWS)), FOLLOW_UP),
    "moved_hidden": (scenes.Moved(*_MOVED, tuple(scenes.MovedRow(*row[:4]) for row in _MOVED_ROWS)), FOLLOW_UP),
    "grid_bare": (
        scenes.Grid("Welke vorm van samenwerking past bij ons?", (), tuple(GridRow(text, ()) for text, *_ in _WEIGHED)),
        OUTCOMES,
    ),
    "pause": (
        scenes.Countdown("Pauze", 583, "Terug om 14:36"),
        Frame(title="Pauze", region="Regio Rijnkust", progress=PROGRESS),
    ),
    "case": (
        scenes.Statement(
            "Zo licht mogelijk",
            (
                "Een regio houdt haar samenwerkingsovereenkomst, en voegt toe wat in een GR standaard geregeld is: "
                "explicietere planning en control, een steviger plek voor het portefeuillehoudersoverleg.",
                "Waarom werkt dat? Commitment en vertrouwen.",
            ),
            "Casus",
        ),
        Frame("3", "Casus", "Regio Rijnkust", PROGRESS, "nog 20 min"),
    ),
    "tables": (
        scenes.Tables(
            "Wie zit waar?",
            tuple(scenes.Seating(f"Tafel {n + 1}", _PEOPLE[n::5]) for n in range(5)),
        ),
        GROUPS,
    ),
    "tables_eight": (
        scenes.Tables(
            "Wie zit waar?",
            tuple(scenes.Seating(f"Tafel {n + 1}", (*_PEOPLE[n::8], *_PEOPLE[-n - 1 :: -8])) for n in range(8)),
        ),
        GROUPS,
    ),
    "tables_two": (
        scenes.Tables(
            "Wie zit waar?", (scenes.Seating("Raamtafel", _PEOPLE[:12]), scenes.Seating("Deurtafel", _PEOPLE[12:]))
        ),
        GROUPS,
    ),
    "tables_none": (scenes.Tables("Wie zit waar?", hint="De tafels worden gemaakt"), GROUPS),
    "task": (
        scenes.Task("Wat maakt samenwerken bij ons lastig, en wat helpt?", seconds=754, until="Tot 14:32"),
        GROUPS,
    ),
    "task_over": (scenes.Task("Wat helpt?", seconds=-12, until="De tijd is om"), GROUPS),
    "task_questions": (
        scenes.Task(
            "Welke vraag pakken we aan onze tafel op?",
            tuple(scenes.TaskRow(str(n), text) for n, text in enumerate(_TABLE_QUESTIONS, start=1)),
            1178,
            "Tot 14:32",
        ),
        GROUPS,
    ),
    "task_each": (
        scenes.Task(
            "Welke vraag pakken we aan onze tafel op?",
            tuple(scenes.TaskRow(f"Tafel {n}", text) for n, text in enumerate(_TABLE_QUESTIONS[:5], start=1)),
            92,
            "Tot 14:32",
        ),
        GROUPS,
    ),
    "thanks": (
        scenes.Thanks("Dank voor uw inbreng", ("Het verslag komt vóór 4 december per mail.", "Tot de volgende keer.")),
        Frame(region="Regio Rijnkust", palette="petrol"),
    ),
    "black": (scenes.Black(), EMPTY),
}

_LONG = (
    "Verantwoordingssystematiek en aansprakelijkheidswaardevaststellingsveranderingen vragen in onze regio om "
    "overeenstemming tussen alle gemeenten, ook als dat langer duurt dan we vooraf hadden bedacht; "
)
_ENDLESS = (_LONG * 21)[:4000]
_WORD = "A" * 200


def _every_kind(text: str, count: int) -> dict[str, scenes.Scene]:
    """Each kind of scene with this text in all its places, and this number of rows."""
    many = range(count)
    return {
        "welcome": scenes.Welcome(text, text, tuple(Fact(text, text) for _ in many)),
        "agenda": scenes.Agenda(text, tuple(scenes.AgendaRow("13:30", text, "15 min", n == 1) for n in many)),
        "wall": scenes.Wall(text, tuple(scenes.WallQuote(str(n + 1), text, n % 3 == 1) for n in many)),
        "quote": scenes.Prompt(text, True, "1", text, "", _ANSWERS),
        "prompt_hidden": scenes.Prompt(text, hint=text),
        "prompt_detail": scenes.Prompt(text, detail=text, result=_ANSWERS),
        "prompt_alone": scenes.Prompt(text),
        "cards": scenes.Cards(text, tuple(NoteCard(text, n == count - 1, text) for n in many), text, True, text),
        "question": scenes.Question(text, text),
        "reveal": scenes.RevealList(text, tuple(RevealItem(text, n < count // 2 + 1) for n in many), text),
        "states": scenes.StateList(
            text,
            _SCALE,
            tuple(StateRow(text, (1, 20, 300), 12, text, n == 0) for n in many),
            "stippen",
            "aan zet",
            text,
        ),
        "spread": scenes.Spread(text, tuple(SpreadRow(text, 1, 5, 2.5, "2,5", n == 0) for n in many), hint=text),
        "spread_hidden": scenes.Spread(text, tuple(SpreadRow(text) for _ in many), hidden=True, hint=text),
        "choice": scenes.Choice(text, tuple(scenes.ChoiceRow(text, text, n, count) for n in many), "nu", "gewenst"),
        "grid": scenes.Grid(
            text,
            (text,) * min(count, 12),
            tuple(GridRow(text, ("−0,5",) * min(count, 12), "−14,5", (n,)) for n in many),
            "totaal",
            hint=text,
        ),
        "matrix": scenes.Matrix(
            text,
            (text, text),
            (text, text),
            (text,) * 4,
            tuple(scenes.MatrixPoint(1 + n * 7 % 9, 1 + n * 5 % 9, text) for n in many),
            text,
            text if count == 1 else "",
        ),
        "moved": scenes.Moved(
            text,
            text,
            "vorige keer",
            "nu",
            tuple(scenes.MovedRow(str(n + 1), text, 0.2, "2 van 10", 1.0, "300 van 300", "↑ meer") for n in many),
        ),
        "table": scenes.Table(
            text,
            (
                scenes.TableSection(("besluit",), tuple(scenes.TableRow(f"B{n + 1}", (text,)) for n in many)),
                scenes.TableSection(
                    ("actie", "wie", "uiterlijk"),
                    tuple(scenes.TableRow(f"A{n + 1}", (text, text, text), n == count - 1) for n in many),
                ),
            ),
        ),
        "countdown": scenes.Countdown(text, 36_000, text),
        "statement": scenes.Statement(text, (text,) * count, text),
        "tables": scenes.Tables(text, tuple(scenes.Seating(text, (text,) * (n % 7)) for n in many), text),
        "tables_large": scenes.Tables(text, (scenes.Seating(text, (text,) * count),) * 2),
        "task": scenes.Task(text, tuple(scenes.TaskRow(text, text) for _ in many), 36_000, text),
        "task_alone": scenes.Task(text, seconds=754, until=text),
        "thanks": scenes.Thanks(text, (text,) * count),
    }


EXTREME: dict[str, tuple[scenes.Scene, Frame]] = {
    **{f"short_{name}": (scene, EMPTY) for name, scene in _every_kind("Ja", 1).items()},
    **{f"long_{name}": (scene, CROWDED) for name, scene in _every_kind(_LONG[:200], 5).items()},
    **{f"most_{name}": (scene, CROWDED) for name, scene in _every_kind("Geven en nemen in balans", 40).items()},
    **{f"endless_{name}": (scene, CROWDED) for name, scene in _every_kind(_ENDLESS, 2).items()},
    **{f"word_{name}": (scene, CROWDED) for name, scene in _every_kind(_WORD, 2).items()},
    **{f"nothing_{name}": (scene, EMPTY) for name, scene in _every_kind("", 0).items()},
}
