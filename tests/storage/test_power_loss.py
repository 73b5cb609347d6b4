"""A power cut at any moment damages nothing, and takes nothing of what was acknowledged.

A process is recorded while it upgrades an older file, takes down answers, erases, makes backups and closes. From the
recording come disks as a cut may leave them. Not simulated: a stick that says it has written and has not.
"""

import gzip
from pathlib import Path

import pytest

from tests.storage.crash_images import Image, kills, power_cuts
from tests.storage.eventful import SECRET, fingerprint
from tests.storage.recording import AVAILABLE, Recording, Told, record
from workshop_app.storage import schema
from workshop_app.storage.checking import findings_in
from workshop_app.storage.faults import StorageError
from workshop_app.storage.session_file import SessionFile

pytestmark = pytest.mark.skipif(not AVAILABLE, reason="strace is needed to record what is written")

FILES = Path(__file__).parent / "files"
NAME = "avond.samenspraak"


def recorded(folder: Path, version: int, synchronous: str = "EXTRA") -> Recording:
    """What is written to a file of an older version, in a folder `disk`."""
    root = folder / "disk"
    (root / "sessions").mkdir(parents=True)
    path = root / "sessions" / NAME
    path.write_bytes(gzip.decompress((FILES / f"version-{version}.samenspraak.gz").read_bytes()))
    return record(root, "-m", "tests.storage.eventful", path, root / "backups", synchronous)


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Recording]:
    """Where the last older version was recorded, and the recording: for the short forms, which leave it as it is."""
    folder = tmp_path_factory.mktemp("recorded")
    return folder, recorded(folder, schema.VERSION - 1)


class Verdict:
    """Opens images as the program does, and compares them with what was told before the cut."""

    def __init__(self, recorded_in: Path, folder: Path, recording: Recording) -> None:
        self.root, self.folder = recorded_in / "disk", folder / "image"
        self.folder.mkdir()
        told = [event.line for event in recording.events if isinstance(event, Told)]
        self.told = [line.rpartition(" ")[0] or line for line in told]
        states = [line.rpartition(" ")[2] for line in told]
        # Closing changes nothing.
        self.states = [states[n - 1] if state == "closed" else state for n, state in enumerate(states)]

    def of(self, image: Image) -> str:
        """What is wrong with an image; '' for nothing."""
        image.write(self.root, self.folder)
        if self.is_erased(image) and any(SECRET.encode() in data for data in image.files.values()):
            return "what was erased is there again"
        damaged = [path for path in self.folder.rglob("backups/2*") if findings_in(path)]
        if damaged:
            return "a damaged backup"
        if image.told and not list(self.folder.rglob("backups/2*")):
            return "no backup is left"
        try:
            with SessionFile.open(self.folder / "sessions" / NAME) as file:
                state = fingerprint(file)
        except StorageError as error:
            return f"it does not open: {error}"
        # What was told last, or what would have been told next.
        return "" if state in self.states[max(image.told - 1, 0) : image.told + 1] else "something acknowledged is lost"

    def is_erased(self, image: Image) -> bool:
        """Whether erasing had been told."""
        return "erased" in self.told[: image.told]


def try_cuts(verdict: Verdict, recording: Recording, count: int) -> None:
    assert {"opened", "said", "undone", "redone", "draft", "erased", "backed up", "closed"} <= set(verdict.told)
    wrong = [(image.after, found) for image in power_cuts(recording, count) if (found := verdict.of(image))]
    assert wrong == []


def test_a_power_cut_takes_nothing(tmp_path: Path, short: tuple[Path, Recording]) -> None:
    folder, recording = short
    try_cuts(Verdict(folder, tmp_path, recording), recording, 60)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_a_power_cut_takes_nothing_in_many_images(tmp_path: Path, version: int) -> None:
    recording = recorded(tmp_path, version)
    try_cuts(Verdict(tmp_path, tmp_path, recording), recording, 1500)


def test_the_trial_finds_damage_where_nothing_is_synced(tmp_path: Path) -> None:
    recording = recorded(tmp_path, schema.VERSION - 1, "OFF")
    verdict = Verdict(tmp_path, tmp_path, recording)
    assert any(map(verdict.of, power_cuts(recording, 40)))


def try_kills(verdict: Verdict, recording: Recording, step: int) -> None:
    """Kill it before every so many-th write until the older file is open."""
    opened = next(n for n, event in enumerate(recording.events) if isinstance(event, Told))
    images = kills(recording, range(0, opened + 1, step))
    assert [(image.after, found) for image in images if (found := verdict.of(image))] == []


def test_a_kill_during_an_upgrade_takes_nothing(tmp_path: Path, short: tuple[Path, Recording]) -> None:
    folder, recording = short
    try_kills(Verdict(folder, tmp_path, recording), recording, 23)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_a_kill_between_any_two_writes_of_an_upgrade_takes_nothing(tmp_path: Path, version: int) -> None:
    recording = recorded(tmp_path, version)
    try_kills(Verdict(tmp_path, tmp_path, recording), recording, 1)
