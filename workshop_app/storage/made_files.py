"""Which minutes and other files the program wrote of a session, so that erasing it can find them again."""

import json
from contextlib import suppress
from pathlib import Path

from workshop_app.storage.atomic import write_atomic


class MadeFiles:
    """The paths by session file, kept in a file of its own. It is only a memory: where it cannot be written, what was
    made is not found later."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, session: Path) -> tuple[Path, ...]:
        """What was made of a session, in the order in which it was made; it may be gone, or on a stick that is away."""
        return tuple(map(Path, self._known().get(session.name, ())))

    def add(self, session: Path, *made: Path) -> None:
        """Remember what was made."""
        known = self._known()
        paths = [*known.get(session.name, ()), *(str(path.absolute()) for path in made)]
        self._keep(known | {session.name: list(dict.fromkeys(paths))})

    def drop(self, session: Path, gone: tuple[Path, ...] | None = None) -> None:
        """Forget some of what was made of a session; None for all of it."""
        known = self._known()
        left = [] if gone is None else [path for path in known.get(session.name, ()) if Path(path) not in gone]
        self._keep(known | {session.name: left})

    def _keep(self, known: dict[str, list[str]]) -> None:
        filled = {name: paths for name, paths in known.items() if paths}
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if filled:
                write_atomic(self._file, json.dumps(filled).encode())
            else:
                self._file.unlink(missing_ok=True)

    def _known(self) -> dict[str, list[str]]:
        try:
            known = json.loads(self._file.read_bytes())
            return {str(name): [str(path) for path in paths] for name, paths in known.items()}
        except (OSError, ValueError, AttributeError, TypeError, RecursionError):
            return {}
