"""The command line: what `samenspraak` does with its arguments. Nothing heavy is imported before it is needed."""

import argparse
import gc
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from workshop_app.errors import WorldError
from workshop_app.i18n import CODES, DEFAULT, N_, Language
from workshop_app.paths import DataPaths, data_paths, resources

if TYPE_CHECKING:
    from workshop_app.minutes.build import MinutesOptions
    from workshop_app.model.views import WorkshopView

SOUND, DAMAGED, MISTAKE = 0, 1, 2
"""Exit codes."""


_MISTAKES = {
    "the following arguments are required: (?P<what>.+)": N_(
        "This command is not complete, it needs: {what}. See samenspraak --help."
    ),
    "unrecognized arguments: (?P<what>.+)": N_("This does not belong here: {what}. See samenspraak --help."),
    "argument (?P<what>.+): expected one argument": N_("Something has to stand behind {what}. See samenspraak --help."),
    "argument (?P<what>.+): not allowed with argument (?P<other>.+)": N_(
        "{what} and {other} do not go together. Choose one of them."
    ),
    r"argument (?P<what>.+): invalid choice: (?P<given>.+) \(choose from (?P<choices>.+)\)": N_(
        "{what} cannot be {given}. Choose from {choices}."
    ),
}
"""What argparse complains about, in its words and in ours."""


class _Formatter(argparse.HelpFormatter):
    """Help with its own words in the language of the console."""

    def __init__(self, prog: str, language: Language) -> None:
        super().__init__(prog)
        self._usage_word = language.gettext("usage: ")

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line that shows how a command is written."""
        super().add_usage(usage, actions, groups, self._usage_word if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one plain sentence, and whose help speaks the language of the console."""

    def __init__(self, language: Language, **settings: Any) -> None:
        helps = settings.pop("add_help", True)
        formatter = partial(_Formatter, language=language)
        super().__init__(add_help=False, formatter_class=formatter, **settings)
        self._positionals.title = language.gettext("what goes with it")
        self._optionals.title = language.gettext("choices")
        if helps:
            self.add_argument("-h", "--help", action="help", help=language.gettext("show this explanation"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong. What argparse says is English; what we do not know stays as it is."""
        for pattern, sentence in _MISTAKES.items():
            if found := re.fullmatch(pattern, message):
                raise WorldError(sentence, **found.groupdict())
        raise WorldError(
            N_("This command is not complete or not right: {detail}. See samenspraak --help."), detail=message
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code. A mistake is one sentence on stderr and exit code 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = Language.load()
    try:
        everywhere, rest = _common(language).parse_known_args(given, argparse.Namespace(data_dir=None, lang=DEFAULT))
        language = Language.load(everywhere.lang)
        parsed = _parser(language, rest).parse_args(rest, everywhere)
        run: Callable[[argparse.Namespace, Language], int] = parsed.run
        return run(parsed, language)
    except WorldError as error:
        print(error.text(language), file=sys.stderr)
    except OSError as error:
        from workshop_app.storage.faults import fault

        print(fault(error, Path(error.filename or "")).text(language), file=sys.stderr)
    return MISTAKE


def _common(language: Language) -> _Parser:
    """The parser of what goes with every command."""
    parser = _Parser(language, add_help=False, allow_abbrev=False)
    _add_common(parser, language)
    return parser


def _add_common(parser: argparse.ArgumentParser, language: Language) -> None:
    _ = language.gettext
    # Without defaults: a command's own parser would put them in the place of what was given before the command.
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar=_("FOLDER"),
        default=argparse.SUPPRESS,
        help=_("folder that holds sessions, settings and backups"),
    )
    parser.add_argument("--lang", choices=CODES, default=argparse.SUPPRESS, help=_("language of the console"))


def _parser(language: Language, arguments: Sequence[str]) -> argparse.ArgumentParser:
    _ = language.gettext
    about = _("Lead a dialogue in a room, and leave with the minutes.")
    parser = _Parser(language, prog="samenspraak", description=about)
    _add_common(parser, language)
    first = next((word for word in arguments if not word.startswith("-")), "")
    commands = _commands(language)
    if first not in commands and not {"-h", "--help"} & set(arguments):
        parser.add_argument("file", nargs="?", type=Path, metavar=_("FILE"), help=_("session to open"))
        parser.set_defaults(run=_open)
        return parser
    chosen = parser.add_subparsers(metavar=_("command"), required=True, parser_class=_Parser)
    for name, (run, about, add) in commands.items():
        sub = chosen.add_parser(name, language=language, help=about, description=about)
        _add_common(sub, language)
        sub.set_defaults(run=run)
        add(sub)
    return parser


_Command = tuple[Callable[[argparse.Namespace, Language], int], str, Callable[[argparse.ArgumentParser], object]]


def _commands(language: Language) -> dict[str, _Command]:
    _ = language.gettext

    def file(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("file", type=Path, metavar=_("FILE"), help=_("session file"))

    def target(sub: argparse.ArgumentParser, *, required: bool = True) -> None:
        sub.add_argument(
            "-o", dest="output", type=Path, metavar=_("RESULT"), required=required, help=_("where the result goes")
        )

    def file_and_target(sub: argparse.ArgumentParser) -> None:
        file(sub)
        target(sub)

    def demo(sub: argparse.ArgumentParser) -> None:
        target(sub, required=False)
        sub.add_argument("--no-window", action="store_true", help=_("only make the file"))

    def new(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("template", metavar=_("TEMPLATE"), help=_("id of a template, see samenspraak templates"))
        target(sub)
        sub.add_argument("--title", metavar=_("TITLE"), default="", help=_("title of the session"))
        sub.add_argument("--participants", type=Path, metavar=_("FILE"), help=_("list of participants"))
        sub.add_argument(
            "--previous", type=Path, metavar=_("FILE"), help=_("session whose open actions and results come back")
        )

    def version(sub: argparse.ArgumentParser) -> None:
        file_and_target(sub)
        sub.add_argument("--final", action="store_true", help=_("adopted, no longer a concept"))
        whom = sub.add_mutually_exclusive_group()
        whom.add_argument("--publish", action="store_true", help=_("without the names of people"))
        whom.add_argument("--for", dest="whom", metavar=_("WHO"), help=_("chatham, or the name of an organisation"))

    return {
        "demo": (_demo, _("a filled example"), demo),
        "new": (_new, _("a prepared session from a template"), new),
        "templates": (
            _templates,
            _("the templates, with rounds and minutes"),
            lambda sub: sub.add_argument("--json", action="store_true", help=_("as JSON")),
        ),
        "minutes": (_minutes, _("the minutes as an accessible PDF"), version),
        "export": (_export, _("the other files: minutes to edit, actions, calendar and answers"), version),
        "check": (_check, _("is this session file whole?"), file),
        "salvage": (_salvage, _("what can be read of a damaged session, in a new file"), file_and_target),
    }


def _open(parsed: argparse.Namespace, language: Language) -> int:
    file: Path | None = parsed.file
    if file and not file.suffix and not file.exists():
        # A command with a slip in it: a window would not say so, and needs a screen.
        raise WorldError(N_("{name} is no command and no session. See samenspraak --help."), name=str(file))
    return _start(parsed.file, data_paths(parsed.data_dir), language)


def _start(file: Path | None, paths: DataPaths, language: Language) -> int:
    """Show the windows until the program ends."""
    # Nothing that is made before the first window is garbage, and looking for it takes a tenth of the start.
    gc.disable()
    from workshop_app.desktop import plain_imports

    plain_imports.restore()
    from workshop_app.bootstrap import run

    return run(file, paths, language)


def _demo(parsed: argparse.Namespace, language: Language) -> int:
    from workshop_app.facilitation.demo import make_demo
    from workshop_app.facilitation.opening import free_path

    paths = data_paths(parsed.data_dir)
    # An example that somebody has played with stays; the next one gets a number.
    target: Path = parsed.output or free_path(paths.sessions / "voorbeeld.samenspraak")
    _require_free(target)
    make_demo(target)
    print(target)
    if parsed.no_window:
        return SOUND
    return _start(target, paths, language)


def _new(parsed: argparse.Namespace, language: Language) -> int:
    from workshop_app.facilitation.follow_up import previous
    from workshop_app.facilitation.looking import view_of
    from workshop_app.facilitation.opening import create_file
    from workshop_app.facilitation.participant_import import participants_from_file
    from workshop_app.facilitation.preparing import Head, in_a_year
    from workshop_app.rounds.loading import load_templates

    paths = data_paths(parsed.data_dir)
    templates, _problems = load_templates(resources() / "templates", paths.templates)
    template = next((each for each in templates if each.id == parsed.template), None)
    if template is None:
        raise WorldError(
            N_("There is no template “{name}”. These there are: {ids}."),
            name=parsed.template,
            ids=", ".join(each.id for each in templates),
        )
    _require_free(parsed.output)
    people = participants_from_file(parsed.participants) if parsed.participants else None
    for problem in people.problems if people else ():
        print(problem.explain(language), file=sys.stderr)
    dutch = Language.load()
    taken_over = previous(view_of(parsed.previous), dutch) if parsed.previous else None
    today = datetime.now(UTC).astimezone().date()
    head = Head(parsed.title or template.title, today, keep_until=in_a_year(today))
    create_file(parsed.output, template, head, dutch, people.good if people else (), taken_over)
    print(parsed.output)
    return SOUND


def _require_free(target: Path) -> None:
    if target.exists():
        raise WorldError(N_("{name} is there already. Choose another name; nothing was overwritten."), name=target.name)


def _templates(parsed: argparse.Namespace, language: Language) -> int:
    from workshop_app.rounds.loading import load_templates

    templates, problems = load_templates(resources() / "templates", data_paths(parsed.data_dir).templates)
    if parsed.json:
        import json

        listed = [
            {
                "id": each.id,
                "title": each.title,
                "minutes": each.minutes,
                "rounds": [
                    {"key": r.key, "kind": r.kind, "title": r.title, "minutes": r.minutes, "optional": r.optional}
                    for r in each.rounds
                ],
            }
            for each in templates
        ]
        print(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        for each in templates:
            print(language.gettext("{id}: {title}, {n} min").format(id=each.id, title=each.title, n=each.minutes))
            for r in each.rounds:
                print(f"  {r.minutes:>4}  {'(' if r.optional else ' '}{r.title}{')' if r.optional else ''}")
    for problem in problems:
        print(problem.text(language), file=sys.stderr)
    return SOUND


def _minutes(parsed: argparse.Namespace, language: Language) -> int:
    from workshop_app.facilitation.looking import view_of
    from workshop_app.minutes.files import write_minutes
    from workshop_app.rounds.loading import GLOSSARY, load_glossary

    view = view_of(parsed.file)
    glossary = load_glossary(resources() / "templates" / GLOSSARY)
    options = _options(parsed, view)
    made = write_minutes(view, parsed.output, options, Language.load(), resources() / "fonts", glossary)
    _tell_where(made, parsed.output, language)
    _remember(parsed, made)
    return SOUND


def _export(parsed: argparse.Namespace, language: Language) -> int:
    from workshop_app.facilitation.looking import view_of
    from workshop_app.minutes.files import OTHER_FILES
    from workshop_app.storage.atomic import deliver

    view, dutch = view_of(parsed.file), Language.load()
    options = _options(parsed, view)
    parsed.output.mkdir(parents=True, exist_ok=True)
    for kind in OTHER_FILES:
        meant = parsed.output / kind.plain_name
        made = deliver(meant, kind.write(view, options, dutch, None))
        _tell_where(made, meant, language)
        _remember(parsed, made)
    return SOUND


def _options(parsed: argparse.Namespace, view: "WorkshopView") -> "MinutesOptions":
    """The version that was asked for."""
    from workshop_app.minutes.build import MinutesOptions
    from workshop_app.minutes.edition import Audience, Edition

    edition = Edition(Audience.PUBLICATION) if parsed.publish else Edition()
    if parsed.whom is not None:
        whom = " ".join(parsed.whom.casefold().split())
        ids = {" ".join(each.name.casefold().split()): each.id for each in view.organisations}
        if whom in ids:
            edition = Edition(Audience.ORGANISATION, ids[whom])
        elif whom == Audience.CHATHAM:
            edition = Edition(Audience.CHATHAM)
        else:
            raise WorldError(
                N_("There is no organisation “{name}” in this session. These there are: {names}."),
                name=parsed.whom,
                names=", ".join(each.name for each in view.organisations) or "–",
            )
    return MinutesOptions(datetime.now(UTC).astimezone(), parsed.final, edition)


def _tell_where(made: Path, meant: Path, language: Language) -> None:
    """The path of a file on stdout; that it has another name than was asked on stderr."""
    print(made)
    if made != meant:
        told = language.gettext("{name} is open in another program. The new one stands beside it: {made}.")
        print(told.format(name=meant.name, made=made.name), file=sys.stderr)


def _remember(parsed: argparse.Namespace, made: Path) -> None:
    """Let erasing find a file again that was made of a session of this computer."""
    from workshop_app.storage.made_files import MadeFiles

    paths = data_paths(parsed.data_dir)
    ours = paths.sessions.resolve()
    if parsed.file.resolve().parent == ours != made.resolve().parent:
        MadeFiles(paths.made).add(parsed.file, made)


def _check(parsed: argparse.Namespace, language: Language) -> int:
    from workshop_app.storage.checking import check

    found = check(parsed.file)
    for finding in found:
        print(language.gettext(finding.message).format(**finding.values))
    if not found:
        print(language.gettext("{name} is sound.").format(name=parsed.file.name))
    return DAMAGED if found else SOUND


def _salvage(parsed: argparse.Namespace, language: Language) -> int:
    from workshop_app.rounds.catalogue import KINDS
    from workshop_app.storage.salvage import salvage

    _require_free(parsed.output)
    result = salvage(parsed.file, parsed.output, KINDS)
    _remember(parsed, parsed.output)
    print(language.gettext("{n} rows read, {lost} not.").format(n=result.read, lost=result.lost))
    return SOUND
