"""`handbok jämför`: what differs between two handbooks, as a person reads it."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.conftest import commit, copy_example, edit

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def changed(example: Path) -> Path:
    """Two commits: the example, and the example with a word, an item, a wording of law and an edition changed."""
    commit(example)
    edit(example / "docs/rutiner/rut-aaa.md", "Ring samma dag.", "Ring inom en vecka.")
    edit(example / "docs/rutiner/rut-aaa.md", 'utgåva: "1.0"', 'utgåva: "1.1"')
    edit(example / "data/checklistor/CL-AAA.yml", "Startmötet är bokat", "Startmötet är bokat och bekräftat")
    edit(example / "data/lagar/exl.yml", "En skriftlig plan ska finnas.", "En skriftlig plan ska finnas genast.")
    commit(example)
    return example


def test_words_items_law_and_front_matter_are_told(handbok: Run, changed: Path) -> None:
    done = handbok("jämför", "HEAD~1", "HEAD")
    assert (done.returncode, done.stderr) == (0, "")
    for line in (
        "1 rutin och 1 lagrum ändras. Ord inom hakparentes är tillagda eller borttagna.",
        "#### RUT-AAA Anvisa till en insats",
        "Sidhuvudet: utgåva: 1.0 → 1.1.",
        "**När det inte går som planerat › Personen kommer inte**",
        "- Ändrad text: Ring [borttaget: ~~samma dag~~] [tillagt: **inom en vecka**]. Se uppföljningen.",
        "**Checklistorna › CL-AAA Anvisa**",
        "#### 2 kap. 1 § ExL",
        "Används i RUT-AAA.",
    ):
        assert line in done.stdout.splitlines()
    assert "är bokat [tillagt: **och bekräftat**]." in done.stdout
    assert "En skriftlig plan ska finnas [tillagt: **genast**]." in done.stdout


def test_same_revision_differs_in_nothing(handbok: Run, changed: Path) -> None:
    done = handbok("jämför", "HEAD", "HEAD")
    assert done.stdout == "### Vad som ändras i texten\n\nIngen rutin och inget lagrum ändras.\n"


def test_folders_are_compared_without_git(handbok: Run, example: Path, tmp_path: Path) -> None:
    other = copy_example(tmp_path / "annan")
    edit(other / "docs/rutiner/rut-bbb.md", "# Följa upp", "# Följa upp nu")
    done = handbok("jämför", other, example)
    assert done.returncode == 0
    assert "[borttaget: ~~nu~~]" in done.stdout


def test_deadline_in_the_profile_is_told_where_the_reader_meets_it(handbok: Run, example: Path, tmp_path: Path) -> None:
    other = copy_example(tmp_path / "annan")
    edit(other / "data/kommuner/exempelkoping.yml", "antal: 10", "antal: 15")
    done = handbok("jämför", example, other)
    assert "[borttaget: ~~10~~] [tillagt: **15**] arbetsdagar" in done.stdout


def test_new_and_removed_routines_are_told(handbok: Run, example: Path, tmp_path: Path) -> None:
    other = copy_example(tmp_path / "annan")
    (other / "docs/rutiner/rut-bbb.md").unlink()
    assert "Rutinen är borttagen." in handbok("jämför", example, other).stdout
    assert "Rutinen är ny." in handbok("jämför", other, example).stdout


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_output_is_limited_and_says_so(handbok: Run, changed: Path, form: str) -> None:
    edit(
        changed / "docs/rutiner/rut-aaa.md",
        "## Lag {",
        "\n\n".join(f"Ny mening {n}." for n in range(200)) + "\n\n## Lag {",
    )
    done = handbok("jämför", "HEAD~1", ".", "--format", form, "--högst", "1500")
    assert len(done.stdout) <= 1501
    assert "Resten får inte plats här" in done.stdout


def test_html_is_marked_with_elements_and_words(handbok: Run, changed: Path) -> None:
    done = handbok("jämför", "HEAD~1", "HEAD", "--format", "html")
    assert '<ins class="rh-till"><span class="rh-dold">[tillagt: </span>inom en vecka' in done.stdout


@pytest.mark.parametrize("base", ["finns-inte", "--upload-pack=x", "docs"])
def test_bad_base_is_one_swedish_line(handbok: Run, changed: Path, base: str) -> None:
    done = handbok("jämför", "--", base, "HEAD")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "revision" in done.stderr


def test_without_git_the_cure_is_said(handbok: Run, example: Path) -> None:
    done = handbok("jämför", "main", "HEAD")
    assert done.returncode == 2
    assert "inte roten i ett git-förråd" in done.stderr


def test_unreadable_handbook_names_its_mistake(handbok: Run, changed: Path) -> None:
    (changed / "data/roller.yml").write_text("roller\n", encoding="utf-8")
    done = handbok("jämför", "HEAD", ".")
    assert done.returncode == 2
    assert "data/roller.yml" in done.stderr


def test_two_frozen_editions_are_compared_with_their_law(handbok: Run, changed: Path) -> None:
    done = handbok("jämför", "RUT-AAA:0.9", "RUT-BBB:2019.1")
    assert done.returncode == 0
    assert "#### RUT-AAA utgåva 0.9 → RUT-BBB utgåva 2019.1" in done.stdout
    assert "Lagen som den stod" in done.stdout
    assert "ändras" in handbok("jämför", "RUT-AAA:0.9", "RUT-AAA:0.9").stdout


def test_edition_that_is_not_in_the_archive_is_said(handbok: Run, example: Path) -> None:
    done = handbok("jämför", "RUT-AAA:0.9", "RUT-AAA:7.0")
    assert done.returncode == 2
    assert "”RUT-AAA:7.0” finns inte i arkivet. Välj någon av: RUT-AAA:0.9, RUT-BBB:2019.1." in done.stderr


@pytest.mark.parametrize("broken_side", [0, 1])
def test_mistake_on_one_side_does_not_make_every_line_differ(
    handbok: Run, example: Path, tmp_path: Path, broken_side: int
) -> None:
    other = copy_example(tmp_path / "annan")
    edit(other / "docs/rutiner/rut-aaa.md", "Ring samma dag.", "Ring samma dag {{ frist('finns-inte') }}.")
    sides = (example, other) if broken_side else (other, example)
    done = handbok("jämför", *sides)
    assert "jämförs som den är skriven och utan checklistor." in done.stdout
    assert done.stdout.count("\n- ") == 1
