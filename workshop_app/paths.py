"""Where resources, session files, settings and backups live."""

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder with templates, fonts, icons and catalogues: of the checkout, or inside the installed package."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


@dataclass(frozen=True)
class DataPaths:
    """The files of one user. Nothing here is created by asking; who writes makes the folder.

    Backups stand outside `sessions`, so that a folder of session files can be handed over or emptied as it is.
    """

    sessions: Path
    """Folder of the session files (`*.samenspraak`)."""
    home: Path
    """Folder of everything else."""

    @property
    def settings(self) -> Path:
        """Choices of the user, JSON."""
        return self.home / "settings.json"

    @property
    def index(self) -> Path:
        """What home shows of each session file (no answers); can be deleted and is then rebuilt."""
        return self.home / "index.json"

    @property
    def backups(self) -> Path:
        """Folder of copies, one folder a session."""
        return self.home / "backups"

    @property
    def templates(self) -> Path:
        """Folder of the user's own templates."""
        return self.home / "templates"

    @property
    def logs(self) -> Path:
        """Folder of reports of crashes (no answers)."""
        return self.home / "logs"


def data_paths(data_dir: Path | None = None) -> DataPaths:
    """Where this user's files are: all in `data_dir` if given, else in the user data folder of the computer.

    In a checkout the session files stand in its `sessions/`; settings and backups still in the user data folder.
    """
    if data_dir is not None:
        home = data_dir.resolve()
        return DataPaths(sessions=home / "sessions", home=home)
    # Imported here: the command line with --data-dir, and every test, does without it.
    from platformdirs import user_data_path

    home = user_data_path("samenspraak", appauthor=False)
    checkout = _PACKAGE.parent / "sessions"
    return DataPaths(sessions=checkout if checkout.is_dir() else home / "sessions", home=home)
