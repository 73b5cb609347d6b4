"""What the command line made of a session is remembered, so that erasing the session finds it."""

from pathlib import Path

import pytest

from workshop_app.cli import main
from workshop_app.paths import data_paths
from workshop_app.storage.made_files import MadeFiles


def test_what_is_made_of_a_session_of_this_computer_is_found_when_it_is_erased(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, out = tmp_path / "data", tmp_path / "uit"
    out.mkdir()
    place = ["--data-dir", str(home)]
    assert main(["demo", "--no-window", *place]) == 0
    session = Path(capsys.readouterr().out.strip())
    for command, made in (("minutes", out / "verslag.pdf"), ("export", out), ("salvage", out / "kopie.samenspraak")):
        assert main([command, str(session), "-o", str(made), *place]) == 0
    remembered = MadeFiles(data_paths(home).made)
    assert set(remembered.of(session)) == set(out.iterdir())
    elsewhere = tmp_path / session.name
    elsewhere.write_bytes(session.read_bytes())
    assert main(["minutes", str(elsewhere), "-o", str(tmp_path / "ander.pdf"), *place]) == 0
    assert main(["salvage", str(session), "-o", str(session.with_name("gered.samenspraak")), *place]) == 0
    assert set(remembered.of(session)) == set(out.iterdir()), "of one elsewhere, or a session itself"
