"""`handbok påminn`: what each role has to do, as a table, as Markdown, and as one issue per role."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import commit, edit
from tests.forge import fakes
from tests.local_server import LocalServer, local_server, status

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with local_server() as running:
        yield running


@pytest.fixture(autouse=True)
def history(example: Path) -> None:
    commit(example)


def reach(server: LocalServer) -> dict[str, str]:
    return {
        "HANDBOK_PLATTFORM": server.address,
        "HANDBOK_PROJEKT": "kommunen/handboken",
        "HANDBOK_NYCKEL": "hemlig",
    }


def test_late_review_is_told_in_a_table(handbok: Run) -> None:
    done = handbok("påminn")
    assert done.returncode == 1
    header, *rows = done.stdout.splitlines()
    assert header.split() == ["ansvarig", "id", "läge", "besked"]
    (row,) = [row for row in rows if "RUT-BBB" in row]
    assert re.search(r"förfallen +Skulle ha granskats senast \d+ \w+ 1984\.", row)
    assert not any("RUT-AAA" in row for row in rows)  # it is reviewed and unchanged


def test_changed_routine_is_told_until_it_is_put_back(handbok: Run, example: Path) -> None:
    edit(example / "docs/rutiner/rut-aaa.md", "Ring samma dag.", "Ring inom en vecka.")
    found = handbok("påminn", "--utdata", "markdown").stdout
    assert "### Ändrade efter granskningen (1)" in found
    assert "Texten har ändrats efter granskningen" in found
    edit(example / "docs/rutiner/rut-aaa.md", "Ring inom en vecka.", "Ring samma dag.")
    assert "Ändrade efter granskningen" not in handbok("påminn", "--utdata", "markdown").stdout


def test_text_is_the_same_until_there_is_something_else_to_do(handbok: Run) -> None:
    one, two = (handbok("påminn", "--utdata", "markdown", "--datum", f"2026-11-{day}").stdout for day in (22, 29))
    assert one == two


def test_waiver_is_told_while_it_lasts_and_when_it_is_over(handbok: Run, example: Path) -> None:
    (example / "data/anstand.yml").write_text(
        "anstånd:\n  - rutin: RUT-BBB\n    skäl: Lagen ändras i januari.\n    beviljat_av: redaktion\n"
        "    beviljat: 2026-11-01\n    t_o_m: 2026-12-15\n",
        encoding="utf-8",
    )
    assert "Anstånd är beviljat till och med 15 december 2026." in handbok("påminn").stdout
    later = handbok("påminn", "--datum", "2026-12-16").stdout
    assert "Anståndet gick ut 15 december 2026." in later
    assert "Anstånd är beviljat" not in later


def test_error_that_time_brought_is_told(handbok: Run, example: Path) -> None:
    edit(example / "docs/rutiner/rut-aaa.md", "riskklass: ", "riskklass: 9 # ")
    found = handbok("påminn", "--utdata", "markdown").stdout
    assert "  - **GRA206** `docs/rutiner/rut-aaa.md:" in found


def test_one_role_only(handbok: Run) -> None:
    assert "RUT-BBB" in handbok("påminn", "--roll", "chef").stdout
    done = handbok("påminn", "--roll", "handlaggare")
    assert (done.returncode, done.stdout) == (0, "Inget att göra.\n")
    unknown = handbok("påminn", "--roll", "cheff")
    assert (unknown.returncode, "Menade du ”chef”?" in unknown.stderr) == (2, True)


@pytest.mark.parametrize("platform", ["github", "gitlab", "forgejo"])
def test_issue_per_role_is_kept_and_closes_itself(
    handbok: Run, example: Path, server: LocalServer, platform: str
) -> None:
    fake = fakes.Fake({"github": fakes.github, "gitlab": fakes.gitlab, "forgejo": fakes.forgejo}[platform])
    fake.serve(server)
    first = handbok("påminn", "--ärende", platform, **reach(server))
    assert (first.returncode, first.stdout) == (0, "")
    (issue,) = fake.issues.values()
    assert issue["title"].startswith("Rutiner att se till: ")
    assert "**RUT-BBB**" in issue["body"]
    assert issue["labels"] in (["granskning"], [])  # Forgejo's need numbers
    written = fake.writes
    handbok("påminn", "--ärende", platform, **reach(server))
    assert fake.writes == written
    receipt = max((example / "data/granskningar/RUT-BBB").glob("*.yml"))
    fresh = re.sub(r"dag: \d{4}-\d\d-\d\d", "dag: 2026-11-20", receipt.read_text(encoding="utf-8"))
    (receipt.parent / "2026-11-20.yml").write_text(fresh, encoding="utf-8")
    assert "stängt" in handbok("påminn", "--ärende", platform, **reach(server)).stderr
    assert [kept["state"] for kept in fake.issues.values()] == ["closed"]


def test_issue_that_cannot_be_kept_is_loud(handbok: Run, server: LocalServer) -> None:
    server.otherwise = status(401)
    done = handbok("påminn", "--ärende", "github", **reach(server))
    assert done.returncode == 1
    assert "gick inte att lägga upp. Servern svarar med felet 401." in done.stderr
    assert "hemlig" not in done.stderr
    missing = handbok("påminn", "--ärende", "github")
    assert (missing.returncode, "HANDBOK_PLATTFORM (eller GITHUB_API_URL)" in missing.stderr) == (2, True)
