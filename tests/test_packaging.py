"""What is handed over is complete: dependencies, tested versions, licences, and a copy that works once installed."""

import json
import re
import subprocess
import sys
import tomllib
import venv
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

TOP = Path(__file__).parents[1]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
RUNTIME = [Requirement(text) for text in PROJECT["dependencies"]]
EXTRAS = [Requirement(text) for extra in PROJECT["optional-dependencies"].values() for text in extra]


def installed_with(requirements: list[Requirement]) -> set[str]:
    """The names of all that pip installs for these, on this computer."""
    names: set[str] = set()
    waiting = list(requirements)
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in names or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        try:
            waiting += [Requirement(text) for text in requires(name) or []]
        except PackageNotFoundError:  # of an extra that is not installed here
            continue
        names.add(name)
    return names


def pinned() -> dict[str, Requirement]:
    lines = (TOP / "constraints.txt").read_text("utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"==[\w.]+", str(pin.specifier)) and not pin.url for pin in pins)
    return {canonicalize_name(pin.name): pin for pin in pins}


def test_tested_versions_are_allowed() -> None:
    pins = pinned()
    for requirement in (*RUNTIME, *EXTRAS):
        version = str(pins[canonicalize_name(requirement.name)].specifier).removeprefix("==")
        assert version in requirement.specifier, requirement


def test_everything_installed_has_a_tested_version() -> None:
    assert installed_with([*RUNTIME, *EXTRAS]) - pinned().keys() == set()


@pytest.mark.parametrize(("python", "allowed"), [("3.11", False), ("3.12", True)])
def test_pyside_that_ends_python(python: str, allowed: bool) -> None:
    """test_refcount.py shows what 6.12.0 does to Python before 3.12."""
    asked = [need for need in RUNTIME if need.name == "PySide6-Essentials"]
    valid = [need for need in asked if need.marker and need.marker.evaluate({"python_version": python})]
    assert [Version("6.12.0") in need.specifier for need in valid] == [allowed]


def test_licences_are_listed() -> None:
    listed = (TOP / "LICENSES-THIRD-PARTY.md").read_text("utf-8")
    names = {canonicalize_name(name) for name in re.findall(r"[\w-]+", listed)}
    assert installed_with(RUNTIME) - names == set()


def test_fonts_have_their_licence() -> None:
    listed = (TOP / "LICENSES-THIRD-PARTY.md").read_text("utf-8")
    fonts = TOP / "resources" / "fonts"
    families = {font.name.partition("-")[0] for font in fonts.glob("*.ttf")}
    assert families
    for family in families:
        assert "SIL OPEN FONT LICENSE" in (fonts / f"OFL-{family}.txt").read_text("utf-8")
        assert f"OFL-{family}.txt" in listed


def test_the_version_has_its_changes() -> None:
    assert f"\n## {PROJECT['version']} " in (TOP / "CHANGELOG.md").read_text("utf-8")


def test_package_files_stay_empty() -> None:
    assert [path for path in (TOP / "workshop_app").rglob("__init__.py") if path.stat().st_size] == []


REPORT = """
import json
from workshop_app.i18n import Language
from workshop_app.paths import data_paths, resources
print(json.dumps({
    "resources": sorted(str(path.relative_to(resources())) for path in resources().rglob("*") if path.is_file()),
    "package": str(resources().parent),
    "sessions": str(data_paths().sessions),
    "dutch": Language.load().joined(["a", "b"]),
}))
"""


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_an_installed_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel, installed in an environment of its own, has its resources and starts."""
    monkeypatch.chdir(tmp_path)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", "wheels", str(TOP)], check=True)
    (wheel,) = Path("wheels").glob("samenspraak-*.whl")
    venv.create("copy", with_pip=False)
    scripts = tmp_path / "copy" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([*pip, "--python", str(scripts / "python"), "install", "--no-deps", str(wheel)], check=True)

    # The dependencies are those of this environment; its own copy of the program is not on that path.
    monkeypatch.setenv("PYTHONPATH", str(Path(pytest.__file__).parents[1]))
    out = subprocess.run([scripts / "python", "-c", REPORT], check=True, capture_output=True, text=True).stdout
    report = json.loads(out)
    committed = [path for path in (TOP / "resources").rglob("*") if path.is_file()]
    assert report["resources"] == sorted(str(path.relative_to(TOP / "resources")) for path in committed)
    assert Path(report["package"]).is_relative_to(tmp_path / "copy")
    assert not Path(report["sessions"]).is_relative_to(tmp_path / "copy")
    assert "answers.schema.json" in report["resources"]
    assert report["dutch"] == "a en b"

    listing = subprocess.run([scripts / "samenspraak", "templates", "--json"], check=True, capture_output=True).stdout
    assert json.loads(listing)

    subprocess.run([scripts / "samenspraak", "demo", "--no-window", "-o", "demo.samenspraak"], check=True)
    subprocess.run([scripts / "samenspraak", "export", "demo.samenspraak", "-o", "out"], check=True)
    assert {path.suffix for path in Path("out").iterdir()} == {".docx", ".csv", ".xlsx", ".ics", ".json"}
