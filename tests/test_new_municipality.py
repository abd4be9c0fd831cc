"""A municipality that begins: an empty profile with every id, that builds at once and holds nothing of another's."""

import errno
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.checks import load_and_check
from macros.cli import handbok
from macros.model.finding import Level
from macros.model.record import UNKNOWN
from tests.conftest import ROOT, copy_real, run_python
from tests.test_content import DAY_AFTER
from tests.test_municipalities import NAMES, visible

ID, NAME, SHORT = "exempelby", 'Exempelby: "norra" kommun', "Exempelby"
SETTINGS = {"HANDBOK_DATUM": DAY_AFTER.isoformat()}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real handbook with a new profile, as the command writes it."""
    root = copy_real(tmp_path_factory.mktemp("ny") / "handbok")
    (root / "macros").symlink_to(ROOT / "macros", target_is_directory=True)
    done = run_python("-m", "macros", "ny-kommun", ID, NAME, SHORT, cwd=root, **SETTINGS)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Skrev data/kommuner/{ID}.yml. ")
    return root


def test_new_profile_has_every_id_and_no_finding_but_names_to_fill_in(begun: Path) -> None:
    new, findings = load_and_check(begun, DAY_AFTER, ID)
    default, _ = load_and_check(begun, DAY_AFTER)
    assert new is not None
    assert default is not None
    assert new.profile.value.name == NAME
    own = [finding for finding in findings if finding.place.path == f"data/kommuner/{ID}.yml"]
    assert {(finding.code, finding.level) for finding in own} == {("ROL208", Level.NOTIS), ("TIL203", Level.NOTIS)}
    assert len({finding.place.line for finding in own}) == len(own)
    for kind in ("boards", "units", "forums", "systems", "tools", "measures"):
        ids = [[thing.id for thing in getattr(handbook.profile.value, kind)] for handbook in (new, default)]
        assert ids[0] == ids[1]
    assert list(new.profile.value.deadlines) == list(default.profile.value.deadlines)


def test_new_profile_holds_nothing_of_another_municipality(begun: Path) -> None:
    text = (begun / f"data/kommuner/{ID}.yml").read_text(encoding="utf-8")
    assert [name for names in NAMES.values() for name in names if name in text] == []
    assert "ursprung: underlag\n" not in text
    assert "anmärkning: " not in text


def test_each_deadline_says_what_it_is_for(begun: Path) -> None:
    lines = (begun / f"data/kommuner/{ID}.yml").read_text(encoding="utf-8").split("frister:\n")[1].splitlines()
    named = [line for line in lines if not line.startswith("    ")]
    assert len(named) * 5 == len(lines)
    assert [line for line in named if "   # RUT-" not in line] == []


@pytest.mark.bygge
def test_site_of_the_new_municipality_builds_and_shows_no_gap_as_a_fact(begun: Path, tmp_path: Path) -> None:
    settings = SETTINGS | {"HANDBOK_KOMMUN": ID}
    done = run_python("-m", "macros", "bygg", "--till", tmp_path / "site", cwd=begun, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("index.html")}
    assert "Exempelby: &#34;norra&#34; kommun" in pages[tmp_path / "site" / "index.html"]
    assert [path for path, text in pages.items() if UNKNOWN in visible(text)] == []


@pytest.mark.parametrize(
    ("profile_id", "words"),
    [("enkoping", "finns redan"), ("Exempelby", "kan inte vara ett id"), ("../x", "kan inte vara ett id")],
)
def test_a_bad_or_taken_id_is_refused(begun: Path, profile_id: str, words: str) -> None:
    before = sorted(path.name for path in (begun / "data/kommuner").iterdir())
    done = run_python("-m", "macros", "ny-kommun", profile_id, NAME, SHORT, cwd=begun, **SETTINGS)
    assert done.returncode == 2
    assert words in done.stderr
    assert sorted(path.name for path in (begun / "data/kommuner").iterdir()) == before


def test_a_handbook_that_cannot_be_read_gives_its_mistakes_and_no_file(tmp_path: Path) -> None:
    root = copy_real(tmp_path / "handbok")
    (root / "data/roller.yml").unlink()
    done = run_python("-m", "macros", "ny-kommun", ID, NAME, SHORT, cwd=root, **SETTINGS)
    assert done.returncode == 1
    assert "ROL101" in done.stdout
    assert not (root / f"data/kommuner/{ID}.yml").exists()


def test_a_profile_that_cannot_be_saved_gives_a_sentence_and_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    root = copy_real(tmp_path / "handbok")
    before = sorted(path.name for path in (root / "data/kommuner").iterdir())
    monkeypatch.setattr(os, "fsync", full)
    done = CliRunner().invoke(
        handbok,
        ["--mapp", str(root), "ny-kommun", ID, NAME, SHORT, "--datum", DAY_AFTER.isoformat()],
        standalone_mode=False,
    )
    assert (done.return_value, done.stderr) == (1, f"{ID}.yml gick inte att spara. Disken är full. Inget sparades.\n")
    assert sorted(path.name for path in (root / "data/kommuner").iterdir()) == before
