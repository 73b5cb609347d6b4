"""The material is complete: every list has its number of items, in order, and each item says what it has to say.

An expected item is a few of its words, in order, parted by `…`.
"""

import re

import pytest

from workshop_app.model.values import PromptRole
from workshop_app.paths import resources
from workshop_app.rounds.loading import MATERIAL, load_library
from workshop_app.rounds.template import Template, TemplatePrompt, TemplateRound

Templates = dict[str, Template]

PREMISES = """
    Gemeenten zijn verantwoordelijk voor beschermd wonen
    Wmo en de Norm voor Opdrachtgeverschap (NvO) vragen … samenwerking te organiseren
    Samenwerken is … geen keuze
    Cliënten … belang … in en buiten de regio beschikbaar
"""
STATEMENTS = """
    Mandaten … niet volledig geregeld
    Niet iedereen ziet … belangrijk regionale samenwerking … inwoners en zorgorganisaties
    regio … met één mond
    in de regio een passend aanbod
    Samenwerken is een middel, geen doel
    niet vanzelfsprekend; je kiest ervoor
    Veel aandacht bij de start verdient zich later terug
    Lokale accenten sneeuwen onder
    neemt geen bevoegdheden van ons over
"""
QUOTES = """
    Een gemeenschappelijke regeling? Die willen we niet
    Een GR is niet democratisch
    gedrocht dat niemand overziet
    Regionaal werk is niet ons dagelijks werk
    Voor regionaal werk hebben wij de mensen niet
    richten ons op lokaal en volgen de regio
    uitvoering bepalen we zelf, het liefst ook het hoe
    Kaders vooraf en controle achteraf? … lastig
    centrumgemeente gaat haar eigen gang in de uitvoering
    regio is ver weg; wij zien ze nooit
    regiogemeenten zijn helemaal niet betrokken
    regio begrijpt niet wat hier speelt en wat voor ons telt
"""
OUR_QUESTIONS = """
    Kun je inwoners goed helpen als je niet optimaal samenwerkt?
    mensenwerk … elkaar leren kennen … vertrouwen … de ander zorgen geeft, drijft en met ons verbindt?
"""
QUADRANTS = """
    stevig fundament … volledig, vertrouwen
    papieren zekerheid … volledig, wantrouwen
    op goed vertrouwen … onvolledig … vertrouwen
    kwetsbaar … onvolledig, wantrouwen
"""
TOPICS = """
    Toegang tot BW/MO
    Bezwaar op beschikkingen
    Beleid en beleidsvoorbereiding
    Inkoop en contractering
    Contract- en leveranciersmanagement
    Budget en verdeelsleutel
    Personele inzet (inbreng)
    Verbinding tussen regionale voorzieningen en lokale preventie
    Inbreng van ervaringsdeskundigen
"""
FORMS = """
    Convenant
    Samenwerkingsovereenkomst
    Centrumregeling met dienstverleningsovereenkomst (DVO)
    Bedrijfsvoeringsorganisatie
    Openbaar lichaam
    Afzonderlijke rechtspersoon
"""
CRITERIA = """
    rechtszekerheid
    bestuurlijke stem en invloed
    democratische legitimatie
    ruimte voor lokaal
    uitvoeringslast
    kosten
    planning en control, transparantie
    snelheid
    mandaat
"""
STAGES = """
    vorm verkennen
    afspraken robuuster maken met een samenwerkingsovereenkomst
    een centrumregeling met DVO inrichten
"""
CONTRACT = """
    inzet van mensen en middelen
    besluitvorming en aansturing
    evaluatiemomenten
"""
CASES = """
    Zo licht mogelijk … houdt haar samenwerkingsovereenkomst … GR … planning en control … steviger plek voor het \
        portefeuillehoudersoverleg … Waarom werkt dat? Commitment en vertrouwen
    Opdracht aanscherpen … te licht … te weinig rechtszekerheid … centrumregeling … scherper … expliciet in een DVO … \
        financiële doordecentralisatie
    Vier gemeenten, één voordeur … Geldrop-Mierlo, Nuenen, Son en Breugel en Waalre … 92.000 … 2012 … één concept … \
        alleen niet lukt … loket … eenvoudige vragen … participatieteam … complexe vragen de regie … lokaal in … \
        overal dezelfde stappen
    Verkennen voor je bouwt … Zoetermeer (122.470 … Pijnacker-Nootdorp (50.313) … 2012 drie verkenningen … werk, \
        begeleiding en de samenhang … goed haalbaar en wenselijk … sociale werkvoorziening … bewust apart … kwetsbare \
        groep … lastiger … andere partners, aanbieders en zorgkantoren … burgemeesters, wethouders, \
        gemeentesecretarissen) begint toch … tarieven vereenvoudigen, inkoop, toegang en indicatie voor complexe \
        zorg, vervoer
    Dertien onderwerpen, vrij te gebruiken … Vijftien gemeenten in Holland Rijnland … 2012 dertien onderwerpen … \
        samen beter rendeert … Werkgroepen … elke gemeente mag gebruiken … Bevoegdheden blijven lokaal … kwart van \
        het invoeringsbudget (€ 455.000) … één pot
"""
PRINCIPLES = """
    Ambtelijke inzet … centrum- of gastheergemeente … regionale en lokale pet gescheiden … apart gepositioneerd
    regionale bestuurlijke stem en over invloed op besluiten
    Transparante planning en control … vaste cyclus … informatie delen
    Financiële afspraken die doordecentralisatie mogelijk maken
"""
UNDERSTAND = """
    Samenwerken is nodig om inwoners goed te helpen
    alleen in goed overleg regelen
    Veel juridische vormen passen … aantal onderwerpen moet gewoon goed geregeld zijn
    Andere gemeenten zetten zich in voor hun inwoners … samen oplossen … op vertrouwen
    vertrouwen er nog niet, dan werk je daar (ook) aan
"""
PREPARATION = """
    Vertrouwen en chemie … Geven en nemen zijn in balans, bestuurlijk en ambtelijk verankerd en uitgedragen … \
        Ambtelijk draagvlak is voorwaarde voor bestuurlijk draagvlak
    Gedeeld belang … noodzaak … probleem … elkaars eigen belang
    Inhoud vóór structuur … wat we samen doen en wat niet … structuur … Eerst proces en relatie, dan inhoud
    betrokken en gehoord … Gemeenten, besturen, uitvoerders, belangenorganisaties, inwoners en instellingen
    Heldere structuur … strategisch document: doelen, activiteiten en fasering … commitment op de zachte en de harde
    belang van elke gemeente … resultaat op korte termijn
    Niet te veel gemeenten … invloed … zonder vertraging … grote die de kar trekt … Iedereen … plek aan tafel
    Ruimte voor discussie … waar we het niet eens zijn
    communicatieplan … Intern en extern … wie doet het, met terugkoppeling en transparantie
    Voldoende middelen … Geld, ambtelijke capaciteit en faciliteiten
"""
EXECUTION = """
    onafhankelijke aanjager of procesmanager met oog voor ieders belang
    flexibel om met de structuur; ieder kent de beweegruimte
    Inhoud en spelregels veranderen niet zonder duidelijke reden
    actief in op wisselingen van bestuurders en ambtenaren … aandacht voor nieuwkomers
    Inhoudelijke en procesmatige ondersteuning
    informeren elkaar regelmatig over ontwikkelingen
    Bestuurlijk draagvlak groeit doordat bestuurders er regelmatig bij zijn
    Informele bijeenkomsten … relatie aandacht
    evaluatie van inhoud en proces, in openheid en vertrouwen
"""
TALK = """
    Wie maakt welke keuzes?
    Welke kwaliteiten zijn nodig?
    Wie bepaalt de spelregels?
    Voor wie doen we dit, en waarom bestaat het?
    Welk doel, met wie, hoe, waarom?
    Waar zit je invloed, waar je betrokkenheid, en wat is de grens?
    Wat heb je te bieden en wat heb je nodig? … Geven en nemen, per gemeente
    Met wie moet je nog in gesprek?
    Hoe verzorgen we de start, en hoe het onderhoud?
    Hoe werk je samen als alles beweegt en je je eigen plek niet zeker weet?
"""
SHARED = """
    veiligheid en politie
    bijstand
    sociale werkvoorziening
    arbeidsmarkt
    onderwijs
    verkeer en infrastructuur
    gezondheid
    GGD
    spreiding van zorg
    sport en cultuur
"""
SORTING = """
    inkoop van diensten
    indicatie voor individuele voorzieningen
    collectieve regelingen
    loketfunctie
    cliëntenparticipatie
    meldpunt OGGZ en lokale zorgnetwerken
    keten preventie–opvang–nazorg na dakloosheid
    preventie van verslaving en sociaal isolement
    gespreide huisvesting en zorg voor bijzondere doelgroepen
    vraag en aanbod in beeld
    toegang tot hulp
    vervoer
    langdurige ondersteuning
    aanbesteding
    eigen bijdrage
    tariefstructuur
    jeugd
"""
MOTIVES = """
    besparen
    meer slagkracht
    samen inkopen
    efficiënter werken
    bieden wat alleen niet lukt
    kennis delen
    sterker in onderhandelingen
    betere dienstverlening
"""
OPENING = """
    Hoe organiseren wij samenwerking?
    integrale aanpak, ook voor inwoners met meerdere zorgvragen?
    Wat kunnen wijkteams betekenen?
"""
RELATIONS = """
    gemeente, zorginstellingen en maatschappelijke organisaties
    maatschappelijke organisaties onderling
    gemeente en cliënten
    beleidsafdelingen onderling … Wmo en Participatiewet
"""
MODELS = """
    integrale beleidssturing … én beleid over domeinen heen
    ketensturing … partners sluiten op elkaar aan
    vraagsturing … de vraag van de inwoner stuurt
    frontlijnsturing … de professional aan de voordeur beslist
    expertsturing … deskundigheid is leidend
"""
PERSPECTIVES = """
    uitvoerende professional
    management
    bestuur
    cliënt of bewoner
    financier
"""
DOMAINS = """
    inkomen
    dagbesteding of werk
    geestelijke gezondheid
"""
TABLES = """
    Hoe maak ik ruimte in een volle agenda?
    Hoe vind ik de juiste partners en contacten?
    Hoe komen we op één lijn in visie en werkwijze?
    Wat doen we met financiële schotten?
    Hoe verdelen we taken en verantwoordelijkheden?
    tegenstrijdige belangen en gevoelde concurrentie?
    Hoe word ik onafhankelijker?
    meer mandaat en ruimte om te experimenteren?
"""
ESTIMATES = """
    wijkteams had een medewerker werk en inkomen … 37 % … 2015 … Organiseren van lokale samenwerking
    gemeenten noemde participatie als doel van het wijkteam … 11 % … 2015 … Organiseren van lokale samenwerking
"""
TEAMS = """
    Wat willen we van het wijkteam en hoe werken we daaraan?
    Wat staat de nieuwe werkwijze in de weg?
    Waaraan meten we efficiëntie en effect?
    Welke besluiten nemen we wanneer?
    Welke besluiten beïnvloeden elkaar?
"""

ITEM, QUESTION = PromptRole.ITEM, PromptRole.QUESTION
LISTS = [
    # number, template, rounds, role, expected
    (
        2,
        "robuuste-samenwerking",
        ["checkin"],
        ITEM,
        "Wie zitten er aan tafel? … gemeente en rol\nWelke vragen leven er?",
    ),
    (4, "robuuste-samenwerking", ["briefing"], ITEM, PREMISES),
    (2, "robuuste-samenwerking", ["briefing"], QUESTION, "gaat het goed … nodig?\ngaat het mis … waar ligt dat aan?"),
    (9, "robuuste-samenwerking", ["recognition"], ITEM, STATEMENTS),
    (12, "robuuste-samenwerking", ["resistance-region", "resistance-each-other"], ITEM, QUOTES),
    (4, "robuuste-samenwerking", ["matrix"], PromptRole.QUADRANT, QUADRANTS),
    (
        2,
        "robuuste-samenwerking",
        ["matrix"],
        PromptRole.AXIS,
        "afspraken onvolledig … afspraken volledig\nwantrouwen … vertrouwen en commitment",
    ),
    (1, "robuuste-samenwerking", ["matrix"], QUESTION, "Wat hoort er na “inhoud + vorm + …”?"),
    (9, "robuuste-samenwerking", ["checklist"], ITEM, TOPICS),
    (4, "robuuste-samenwerking", ["principles"], ITEM, PRINCIPLES),
    (6, "robuuste-samenwerking", ["options"], ITEM, FORMS),
    (5, "robuuste-samenwerking", ["cases"], ITEM, CASES),
    (5, "robuuste-samenwerking", ["understand-experience"], ITEM, UNDERSTAND),
    (1, "robuuste-samenwerking", ["outcomes"], QUESTION, "Evaluatiemoment"),
    (2, "robuuste-samenwerking", ["checkout"], ITEM, "Eén woord of cijfer\nWat neem je mee?"),
    (10, "zelfscan-succesfactoren", ["preparation"], ITEM, PREPARATION),
    (9, "zelfscan-succesfactoren", ["execution"], ITEM, EXECUTION),
    (10, "zelfscan-succesfactoren", ["preparation", "execution"], QUESTION, TALK),
    (1, "samen-of-apart", ["sorting"], QUESTION, "Waar vinden we elkaar al?"),
    (17, "samen-of-apart", ["sorting"], ITEM, SORTING),
    (8, "samen-of-apart", ["motives"], ITEM, MOTIVES),
    (8, "leren-van-anderen", ["motives"], ITEM, MOTIVES),
    (6, "vorm-kiezen", ["options"], ITEM, FORMS),
    (9, "vervolg", ["checklist"], ITEM, TOPICS),
    (5, "vervolg", ["understand-experience"], ITEM, UNDERSTAND),
    (3, "lokaal-en-wijkteams", ["opening"], ITEM, OPENING),
    (4, "lokaal-en-wijkteams", ["relations"], ITEM, RELATIONS),
    (5, "lokaal-en-wijkteams", ["steering"], ITEM, MODELS),
    (8, "lokaal-en-wijkteams", ["perspectives"], ITEM, PERSPECTIVES + DOMAINS),
    (8, "lokaal-en-wijkteams", ["tables"], ITEM, TABLES),
    (2, "lokaal-en-wijkteams", ["estimate"], ITEM, ESTIMATES),
    (5, "lokaal-en-wijkteams", ["teams"], ITEM, TEAMS),
]


def lines(expected: str) -> list[str]:
    return [" ".join(line.split()) for line in expected.splitlines() if line.strip()]


def says(text: str, words: str) -> bool:
    pattern = ".*".join(re.escape(part.strip()) for part in words.split(" … "))
    return re.search(pattern, text, re.IGNORECASE | re.DOTALL) is not None


def round_of(template: Template, key: str) -> TemplateRound:
    return next(r for r in template.rounds if r.key == key)


def prompts_of(template: Template, keys: list[str], role: PromptRole) -> list[TemplatePrompt]:
    return [p for key in keys for p in round_of(template, key).prompts if p.role is role]


@pytest.mark.parametrize(("number", "template", "rounds", "role", "expected"), LISTS)
def test_lists(
    templates: Templates, number: int, template: str, rounds: list[str], role: PromptRole, expected: str
) -> None:
    prompts = prompts_of(templates[template], rounds, role)
    assert (len(prompts), len(lines(expected))) == (number, number)
    for prompt, words in zip(prompts, lines(expected), strict=True):
        assert says(f"{prompt.text}\n{prompt.detail}", words), words


@pytest.mark.parametrize("template", ["robuuste-samenwerking", "vorm-kiezen"])
def test_weighing_options(templates: Templates, template: str) -> None:
    options = round_of(templates[template], "options")
    assert [criterion.text for criterion in options.criteria] == lines(CRITERIA)
    assert len(options.criteria) == 9
    # Until options are weighed in a grid, the criteria are seen in the introduction.
    assert all(word in options.intro for line in lines(CRITERIA) for word in line.split(", "))

    stage, contract = prompts_of(templates[template], ["options"], QUESTION)
    assert stage.text == "Waar staat onze regio?"
    assert [line.lower() for line in stage.detail.splitlines()] == [line.lower() for line in lines(STAGES)]
    assert "ten minste" in contract.text
    assert [line.lower() for line in contract.detail.splitlines()] == lines(CONTRACT)
    assert (len(stage.detail.splitlines()), len(contract.detail.splitlines())) == (3, 3)


def test_where_we_meet_already(templates: Templates) -> None:
    (question,) = prompts_of(templates["samen-of-apart"], ["sorting"], QUESTION)
    assert [line.lower() for line in question.detail.splitlines()] == [line.lower() for line in lines(SHARED)]
    assert len(question.detail.splitlines()) == 10


def test_our_questions(templates: Templates) -> None:
    core = templates["robuuste-samenwerking"]
    rounds = [round_of(core, "resistance-region"), round_of(core, "resistance-each-other")]
    assert len(lines(OUR_QUESTIONS)) == 2
    for resistance, words in zip(rounds, lines(OUR_QUESTIONS), strict=True):
        assert says(resistance.closing_question, words)
        assert len(resistance.prompts) == 6
    assert round_of(templates["korte-dialoog"], "resistance").closing_question == rounds[0].closing_question


def test_sets(templates: Templates) -> None:
    """The series that items belong to."""
    sets = {
        (prompt.set_title, template.id): [p.set_title for r in template.rounds for p in r.prompts].count(
            prompt.set_title
        )
        for template in templates.values()
        for r in template.rounds
        for prompt in r.prompts
        if prompt.set_title
    }
    assert sets == {
        ("Over regionaal werken", "robuuste-samenwerking"): 6,
        ("Over elkaar", "robuuste-samenwerking"): 6,
        ("Begrijpen", "robuuste-samenwerking"): 3,
        ("Doen en ervaren", "robuuste-samenwerking"): 2,
        ("Over regionaal werken", "korte-dialoog"): 3,
        ("Over elkaar", "korte-dialoog"): 3,
        ("Beleidsvoorbereiding", "zelfscan-succesfactoren"): 10,
        ("Beleidsuitvoering", "zelfscan-succesfactoren"): 9,
        ("Perspectiefkaarten", "lokaal-en-wijkteams"): 5,
        ("Levensdomeinen", "lokaal-en-wijkteams"): 3,
        ("Begrijpen", "vervolg"): 3,
        ("Doen en ervaren", "vervolg"): 2,
    }


@pytest.mark.parametrize(
    ("template", "key", "part", "words"),
    [
        ("robuuste-samenwerking", "briefing", "intro", "móet bij beschermd wonen … vorm … is vrij"),
        ("robuuste-samenwerking", "recognition", "question", "ervaringen met de regionale samenwerking … bestuurd?"),
        (
            "robuuste-samenwerking",
            "recognition",
            "notes",
            "deels positief en deels negatief … volgorde … tel ze niet op",
        ),
        ("robuuste-samenwerking", "recognition", "notes", "Uitspraak 6 botst met uitgangspunt 3 … goed gesprekspaar"),
        (
            "robuuste-samenwerking",
            "resistance-region",
            "notes",
            "wand … handen … kiezen … wat zit eronder … onze vraag",
        ),
        (
            "robuuste-samenwerking",
            "resistance-region",
            "notes",
            "zaal: letterlijk of als parafrase … in het verslag mag",
        ),
        ("robuuste-samenwerking", "resistance-each-other", "notes", "9, 10 en 12 … 11 … van stoel wisselen"),
        ("robuuste-samenwerking", "checklist", "intro", "lijst is open"),
        ("robuuste-samenwerking", "checklist", "question", "wie is aan zet"),
        ("robuuste-samenwerking", "support", "intro", "Ja; ja, mits; nog niet; of nee … nodig om mee te gaan?"),
        (
            "robuuste-samenwerking",
            "outcomes",
            "notes",
            "tekst … draagvlak … voorbehoud … college, raad, portefeuillehouders",
        ),
        ("robuuste-samenwerking", "outcomes", "notes", "wat, wie (naam en gemeente) en wanneer"),
        ("robuuste-samenwerking", "outcomes", "notes", "parkeerplaats … afgehandeld … actie … volgende keer"),
        (
            "zelfscan-succesfactoren",
            "preparation",
            "intro",
            "laagste, niet naar het gemiddelde … ontbrekende factor belemm",
        ),
        ("samen-of-apart", "sorting", "question", "Zit er lijn in wat we samen doen en wat apart?"),
        ("samen-of-apart", "support", "intro", "verkenning → regiegroep → colleges → gemeenteraden"),
        ("lokaal-en-wijkteams", "relations", "question", "Hoe loopt het tussen"),
        ("lokaal-en-wijkteams", "steering", "question", "nu … heen?"),
        ("lokaal-en-wijkteams", "perspectives", "intro", "Participatiewiel … samenhang tussen activiteiten en wetten"),
        ("vervolg", "checklist", "question", "vergeleken met de vorige keer"),
    ],
)
def test_what_rounds_say(templates: Templates, template: str, key: str, part: str, words: str) -> None:
    assert says(getattr(round_of(templates[template], key), part), words)


def test_all_shared_material_is_used(templates: Templates) -> None:
    library = load_library(resources() / "templates" / MATERIAL)
    rounds = [r for template in templates.values() for r in template.rounds]
    used = {prompt.key for r in rounds for prompt in r.prompts} | {one.key for r in rounds for one in r.criteria}
    closing = {key for key in library if key.startswith("our-question-")}
    assert len(closing) == 2
    assert library.keys() - used == closing
    assert len({prompt.text for prompt in library.values()}) == len(library), "an item is there twice"


def test_the_screen_adds_the_quotation_marks() -> None:
    quotes = [p for key, p in load_library(resources() / "templates" / MATERIAL).items() if key.startswith("quote-")]
    assert len(quotes) == 12
    assert all(prompt.text[0] not in "“\"'" for prompt in quotes)
