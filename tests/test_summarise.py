"""`handbok sammanfatta` and `kommentera`: a change in one text, and as one comment."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import commit, edit, git
from tests.forge import fakes
from tests.local_server import LocalServer, local_server, status

Run = Callable[..., subprocess.CompletedProcess[str]]
ROUTINE, CHECKLIST = "docs/rutiner/rut-aaa.md", "data/checklistor/CL-AAA.yml"


@pytest.fixture
def changed(example: Path) -> Path:
    """The example as main, and a branch that changes a word and an item, while main goes on."""
    commit(example)
    git(example, "checkout", "-q", "-b", "andring")
    edit(example / ROUTINE, "Ring samma dag.", "Ring inom en vecka.")
    edit(example / CHECKLIST, "Startmötet är bokat", "Startmötet är bokat och bekräftat")
    commit(example)
    git(example, "checkout", "-q", "main")
    edit(example / "docs/rutiner/rut-bbb.md", "# Följa upp", "# Följa upp nu")
    commit(example)
    git(example, "checkout", "-q", "andring")
    return example


def test_text_tells_what_the_change_breaks_wakes_and_says(handbok: Run, changed: Path) -> None:
    done = handbok("sammanfatta", "main")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "## ⚠️ Inget stoppar, men ändringen ger något att göra"
    assert lines[2].startswith("2 filer ändras: 1 nytt fynd, ")
    assert "### Nytt med ändringen (1)" in lines
    assert f"- **GRA210** `{ROUTINE}:2` RUT-AAA har ändrats efter granskningen" in done.stdout
    assert "### Granskningar som ändringen väcker (1)" in lines
    assert "aktuell → **ändrad efter granskning**. Ansvarig: " in done.stdout
    assert "- Ändrad text: Ring [borttaget: ~~samma dag~~] [tillagt: **inom en vecka**]. Se uppföljningen." in lines
    assert "är bokat [tillagt: **och bekräftat**]." in done.stdout
    assert "#### RUT-BBB" not in done.stdout  # what has happened in main is somebody else's


def test_two_revisions_give_the_same_as_the_files_that_stand(handbok: Run, changed: Path) -> None:
    standing = handbok("sammanfatta", "main").stdout
    git(changed, "checkout", "-q", "main")
    assert handbok("sammanfatta", "main", "andring").stdout == standing


def test_files_that_git_does_not_know_yet_are_counted(handbok: Run, changed: Path) -> None:
    (changed / "docs/rutiner/ny.md").write_text("# Ny\n", encoding="utf-8")
    found = handbok("sammanfatta", "main").stdout
    assert "3 filer ändras" in found
    assert "`docs/rutiner/ny.md:1`" in found


def test_errors_elsewhere_that_the_change_causes_are_told(handbok: Run, changed: Path) -> None:
    edit(changed / "data/checklistor/CL-AAA.yml", "id: CL-AAA\n", "id: CL-AAC\n")
    found = handbok("sammanfatta", "main").stdout
    assert re.match(r"## ❌ \d+ nya fel måste rättas\n", found)
    new = found.partition("### Nytt med ändringen")[2].partition("<details>")[0]
    assert f"`{ROUTINE}:" in new


def test_what_is_due_is_told_for_the_day(handbok: Run, changed: Path) -> None:
    now = handbok("sammanfatta", "main").stdout
    assert "### Att granska nu eller inom 60 dagar (1)" in now
    assert "| **RUT-AAA** " not in now
    later = handbok("sammanfatta", "main", "--datum", "2029-12-01").stdout
    assert "| Senast | Rutin | Läge | Ansvarig |" in later
    assert re.search(r"^\| \d{4}-\d\d-\d\d \| \*\*RUT-AAA\*\* [^|]+ \| förfallen \|", later, re.MULTILINE)


def test_handbook_that_cannot_be_read_is_told(handbok: Run, changed: Path) -> None:
    (changed / "data/roller.yml").write_text("roller: [\n", encoding="utf-8")
    done = handbok("sammanfatta", "main")
    assert done.returncode == 0
    assert "måste rättas" in done.stdout.splitlines()[0]
    assert "Texten går inte att jämföra" in done.stdout


def test_preview_is_linked(handbok: Run, changed: Path) -> None:
    site = handbok("sammanfatta", "main", HANDBOK_FORHANDSVISNING="https://prov.example.com/7/").stdout
    assert "[så blir webbplatsen](https://prov.example.com/7/)" in site
    assert "](https://prov.example.com/7/rutiner/rut-aaa/)" in site
    run = handbok("sammanfatta", "main", HANDBOK_FORHANDSVISNING="https://prov.example.com/run/7").stdout
    assert "rut-aaa/)" not in run
    bad = handbok("sammanfatta", "main", HANDBOK_FORHANDSVISNING="javascript:alert(1)")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert "HANDBOK_FORHANDSVISNING är ingen adress" in bad.stderr


def test_text_keeps_its_limit_and_says_so(handbok: Run, changed: Path) -> None:
    sentences = "\n\n".join(f"Ny mening {number} om ordet ”felstavat{number}”." for number in range(900))
    edit(changed / ROUTINE, "## Lag {", f"{sentences}\n\n## Lag {{")
    found = handbok("sammanfatta", "main", "--högst", "10000").stdout
    assert len(found) <= 10001
    assert "Resten får inte plats här" in found


def test_text_mentions_no_one(handbok: Run, changed: Path) -> None:
    edit(changed / ROUTINE, "Ring inom en vecka.", "Ring @alla <b>nu</b> #12 inom en vecka.")
    found = handbok("sammanfatta", "main").stdout
    assert "@alla" in found
    assert not re.search(r"(?<!\\)[@<]alla|(?<!\\)<b>|(?<!\\)#12", found)
    assert "redaktion@example.com" not in found  # nobody's name out of the history


def test_misuse_is_said_in_swedish(handbok: Run, changed: Path, tmp_path: Path) -> None:
    done = handbok("sammanfatta", "finns-inte")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("”finns-inte” är ingen revision i git.")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{changed}", "grund")
    shallow = handbok("sammanfatta", "HEAD", cwd=tmp_path / "grund")
    assert (shallow.returncode, "Bara en del av versionshistoriken är hämtad." in shallow.stderr) == (2, True)


def test_revision_that_points_outside_is_refused(handbok: Run, changed: Path) -> None:
    (changed / "docs/ut.md").symlink_to("/etc/hostname")
    commit(changed)
    done = handbok("sammanfatta", "main", "andring")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pekar utanför handboken" in done.stderr


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with local_server() as running:
        yield running


def reach(server: LocalServer) -> dict[str, str]:
    return {
        "HANDBOK_PLATTFORM": server.address,
        "HANDBOK_PROJEKT": "kommunen/handboken",
        "HANDBOK_NYCKEL": "hemlig",
    }


def test_comment_is_one(handbok: Run, tmp_path: Path, server: LocalServer) -> None:
    fake = fakes.Fake(fakes.github)
    fake.serve(server)
    text = tmp_path / "andring.md"
    text.write_text("## ✅ Bra\n", encoding="utf-8")
    arguments = ("kommentera", text, "--plattform", "github", "--ändring", "12")
    said = []
    for content in ("## ✅ Bra\n", "## ✅ Bra\n", "## ❌ Fel\n"):
        text.write_text(content, encoding="utf-8")
        done = handbok(*arguments, **reach(server))
        assert (done.returncode, done.stdout) == (0, "")
        said.append(done.stderr)
    assert said == [f"Kommentaren på ändring 12: {word}.\n" for word in ("ny", "oförändrad", "uppdaterad")]
    assert [kept["text"].endswith("## ❌ Fel\n") for kept in fake.comments.values()] == [True]


@pytest.mark.parametrize("code", [401, 404])
def test_comment_that_cannot_be_left_is_loud(handbok: Run, tmp_path: Path, server: LocalServer, code: int) -> None:
    server.otherwise = status(code)
    (tmp_path / "andring.md").write_text("Text.", encoding="utf-8")
    done = handbok("kommentera", tmp_path / "andring.md", "--plattform", "gitlab", "--ändring", "12", **reach(server))
    assert done.returncode == 1
    assert f"Kommentaren gick inte att lägga upp. Servern svarar med felet {code}." in done.stderr
    assert "hemlig" not in done.stderr


@pytest.mark.parametrize(
    ("content", "number", "said"),
    [
        (None, "12", "Filen saknas."),
        ("  \n", "12", "är tom eller längre än 60000 tecken"),
        ("x" * 60_001, "12", "är tom eller längre än 60000 tecken"),
        ("Text.", "12/head", "--ändring har ett värde som inte går att använda"),
        ("Text.", "0", "--ändring har ett värde som inte går att använda"),
    ],
)
def test_comment_that_is_none_is_misuse(  # noqa: PLR0917 - fixtures and cases
    handbok: Run, tmp_path: Path, server: LocalServer, content: str | None, number: str, said: str
) -> None:
    path = tmp_path / "andring.md"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    done = handbok("kommentera", path, "--plattform", "azure", "--ändring", number, **reach(server))
    assert (done.returncode, said in done.stderr, server.asked) == (2, True, [])
