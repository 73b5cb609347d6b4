"""Loading templates, the material they share and the glossary; a mistake is told with its file, its place and what was
expected there.

`resources/templates/README.md` says how a template is written.
"""

from dataclasses import replace
from pathlib import Path

from workshop_app.i18n import N_
from workshop_app.model.values import NOTES_LIMIT, TITLE_LIMIT, Grain, Level, PromptRole
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic, RoundKind
from workshop_app.rounds.template import GlossaryTerm, Library, Template, TemplatePrompt, TemplateRound
from workshop_app.rounds.toml_table import TemplateError, TemplateProblem, TomlTable

MATERIAL = "material.toml"
GLOSSARY = "glossary.toml"
FORMAT = 1
MINUTES_LIMIT = 1_440
VERSION_LIMIT = 1_000_000
COMPARED_ROLES = (PromptRole.ITEM, PromptRole.QUESTION)
"""The roles whose keys are once in a template: later sessions compare by them."""


def load_templates(shipped: Path, own: Path | None = None) -> tuple[tuple[Template, ...], tuple[TemplateProblem, ...]]:
    """The templates that came with the program and those in the user's folder, in the order of their file names, and
    the mistakes that keep others out. `shipped` holds the shared material too."""
    problems: list[TemplateProblem] = []
    templates: dict[str, Template] = {}
    library: Library = {}
    try:
        library = load_library(shipped / MATERIAL)
    except TemplateError as error:
        problems += error.problems
    for path in (*_files(shipped), *_files(own)):
        try:
            template = load_template(path, library)
        except TemplateError as error:
            problems += error.problems
            continue
        first = templates.setdefault(template.id, template)
        if first is not template:
            expected = N_("expected an id of its own; {file} has it already")
            problems.append(TemplateProblem(path, "id", expected, {"file": first.path.name}))
    return tuple(templates.values()), tuple(problems)


def load_template(path: Path, library: Library) -> Template:
    """One template. Raises TemplateError with every mistake in it."""
    head = _head(path)
    template = Template(
        id=head.slug("id"),
        version=head.number("version", low=1, high=VERSION_LIMIT),
        title=head.line("title"),
        summary=head.text("summary", ""),
        source=head.text("source"),
        minutes=head.number("minutes", low=1, high=MINUTES_LIMIT),
        slack=head.number("slack", 0, low=0, high=MINUTES_LIMIT),
        rounds=_rounds(head, library),
        path=path,
    )
    head.done()
    head.check()
    rounds = sum(r.minutes for r in template.script)
    total = rounds + template.slack
    if total != template.minutes:
        expected = N_("expected {total}: the rounds that are not optional take {rounds}, and the slack is {slack}")
        head.problem("minutes", expected, total=total, rounds=rounds, slack=template.slack)
    head.check()
    return template


def load_library(path: Path) -> Library:
    """The shared material: a table for each prompt, criterion or question, named by its key. Raises TemplateError."""
    head = _head(path)
    library = {key: _prompt(head.table(key), TemplatePrompt(key, PromptRole.ITEM, "")) for key in head}
    head.check()
    return library


def load_glossary(path: Path) -> tuple[GlossaryTerm, ...]:
    """The short forms and terms with their meaning. Raises TemplateError."""
    head = _head(path)
    terms = []
    for table in head.tables("terms"):
        terms.append(GlossaryTerm(table.line("term"), table.text("meaning")))
        table.done()
    head.done()
    head.check()
    return tuple(terms)


def _files(folder: Path | None) -> list[Path]:
    if folder is None or not folder.is_dir():
        return []
    return sorted(p for p in folder.glob("*.toml") if p.is_file() and p.name not in (MATERIAL, GLOSSARY))


def _head(path: Path) -> TomlTable:
    head = TomlTable.read(path)
    if head.number("format", 0, low=0, high=1_000_000) != FORMAT:
        head.problem("format", N_("expected {format}; a higher one needs a newer Samenspraak"), format=FORMAT)
    return head


def _rounds(head: TomlTable, library: Library) -> tuple[TemplateRound, ...]:
    tables = head.tables("rounds")
    if not tables:
        head.problem("rounds", N_("expected at least one round"))
    seen_rounds: set[str] = set()
    seen_prompts: set[str] = set()
    rounds = []
    for table in tables:
        rounds.append(_round(table, library, seen_prompts))
        _once(table, "key", rounds[-1].key, seen_rounds)
    return tuple(rounds)


def _round(table: TomlTable, library: Library, seen: set[str]) -> TemplateRound:
    key = table.slug("key")
    kind = KINDS[table.choice("kind", KINDS)]
    made = TemplateRound(
        key=key,
        kind=kind.id,
        title=table.line("title", kind.name),
        question=table.text("question", kind.question),
        minutes=table.number("minutes", low=0, high=MINUTES_LIMIT),
        grain=Grain(table.choice("grain", Grain, kind.grain)),
        level=Level(table.choice("level", Level, kind.level)),
        closing_question=_closing_question(table, library),
        intro=table.text("intro", ""),
        notes=table.text("notes", "", NOTES_LIMIT),
        optional=table.flag("optional", False),
        prompts=_prompts(table, library, seen, Mechanic.GRID in kind.mechanics),
        variant=_variant(table, kind),
        heads=table.flag("heads", False),
        labels=table.flag("labels", True),
        live=table.flag("live", False),
        steps_off=_steps_off(table, kind),
    )
    if made.level is Level.ANONYMOUS and made.grain in (Grain.ORGANISATION, Grain.GROUP):
        table.problem("grain", N_("expected room or ballot, because the level is anonymous"))
    table.done()
    return made


def _variant(table: TomlTable, kind: RoundKind) -> str:
    named = [variant.key for variant in kind.variants if variant.key]
    return table.choice("variant", named, "") if named else ""


def _steps_off(table: TomlTable, kind: RoundKind) -> tuple[str, ...]:
    steps, off = [step.key for step in kind.steps], table.slugs("steps_off")
    if not set(off) < set(steps):
        expected = N_("expected some of these, and not all: {choices}")
        table.problem("steps_off", expected, choices=", ".join(steps))
    return tuple(off)


def _closing_question(table: TomlTable, library: Library) -> str:
    shared = _shared(table, "use_closing_question", table.slug("use_closing_question", ""), library)
    return table.text("closing_question", shared.text)


def _prompts(table: TomlTable, library: Library, seen: set[str], weighs: bool) -> tuple[TemplatePrompt, ...]:
    prompts = []
    here: set[str] = set()

    def add(prompt: TemplatePrompt, at: TomlTable, key: str) -> None:
        _once(at, key, prompt.key, seen if prompt.role in COMPARED_ROLES else here)
        prompts.append(prompt)

    for n, key in enumerate(table.slugs("use"), 1):
        add(_shared(table, f"use[{n}]", key, library), table, f"use[{n}]")
    for child in table.tables("prompts"):
        add(_prompt(child, _base(child, library)), child, "use" if "use" in child else "key")
    for child in table.tables("criteria") if weighs else ():
        base = replace(_base(child, library), role=PromptRole.CRITERION)
        add(_prompt(child, base), child, "use" if "use" in child else "key")
    return tuple(prompts)


def _base(table: TomlTable, library: Library) -> TemplatePrompt:
    """What a table starts from: shared material that it takes over, or only a key of its own."""
    if use := table.slug("use", ""):
        return _shared(table, "use", use, library)
    return TemplatePrompt(table.slug("key"), PromptRole.ITEM, "")


def _shared(table: TomlTable, at: str, key: str, library: Library) -> TemplatePrompt:
    if key and key not in library:
        table.problem(at, N_("expected a key of the shared material; it has no {name}"), name=key[:TITLE_LIMIT])
    return library.get(key, TemplatePrompt(key, PromptRole.ITEM, key))


def _prompt(table: TomlTable, base: TemplatePrompt) -> TemplatePrompt:
    prompt = TemplatePrompt(
        key=base.key,
        role=PromptRole(table.choice("role", PromptRole, base.role)),
        text=table.text("text", base.text or None),
        detail=table.text("detail", base.detail),
        set_title=table.line("set", base.set_title),
        included=table.flag("included", base.included),
    )
    table.done()
    return prompt


def _once(table: TomlTable, at: str, key: str, seen: set[str]) -> None:
    if key in seen:
        table.problem(at, N_("expected a key that is not used before in this file"))
    elif key:
        seen.add(key)
