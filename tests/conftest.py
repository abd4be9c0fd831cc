"""What several tests lean on: a copy of the example handbook, its findings, the command line and a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.handbook import Handbook
from macros.model.finding import Finding, count_line
from macros.surroundings import current_day

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "exempel"
TODAY = date(2026, 11, 22)

_BROWSER_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_BROWSER_PATHS = ("/usr/bin/chromium", "/snap/bin/chromium", "/opt/google/chrome/chrome")
_NO_BROWSER = "Ingen webbläsare hittades. Installera Chromium, eller sätt CHROMIUM till dess sökväg."


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--godkann", action="store_true", help="Skriv om facit i tests/forvantat/ efter det som byggs nu.")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("webblasare") and find_browser() is None:
        if os.environ.get("CI") == "true":
            pytest.fail(_NO_BROWSER, pytrace=False)
        pytest.skip(_NO_BROWSER)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how the handbook stands today, so that what is soon due is seen where the tests run."""
    handbook, findings = load_and_check(ROOT, current_day())
    counted = f"{handbook.file_count} filer" if handbook else "handboken"
    terminalreporter.write_line(f"Handboken i dag: {count_line(findings, counted)} Se dem med handbok kontrollera.")
    for finding in findings:
        if finding.code == "GRA202" or finding.blocks:
            terminalreporter.write_line(finding.line())


def find_browser() -> str | None:
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    for command in (*_BROWSER_COMMANDS, *_BROWSER_PATHS):
        if found := shutil.which(command):
            return found
    return None


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HANDBOK_DATUM", "HANDBOK_KOMMUN", "HANDBOK_ADRESS", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real handbook, built once for every test that looks at it."""
    from tests.test_content import DAY_AFTER

    site = tmp_path_factory.mktemp("webb") / "rutiner"
    # The page for what is not found works at one address only, and it must be tried too.
    settings = {"HANDBOK_DATUM": DAY_AFTER.isoformat(), "HANDBOK_ADRESS": "http://127.0.0.1/rutiner/"}
    done = run_python("-m", "macros", "bygg", "--till", site, cwd=ROOT, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "handbok")


@pytest.fixture
def handbook(example: Path) -> Handbook:
    loaded, _ = load_and_check(example, TODAY)
    assert loaded is not None
    return loaded


def copy_example(target: Path) -> Path:
    shutil.copytree(EXAMPLE, target)
    edit(target / "mkdocs.yml", "../../", f"{ROOT.as_posix()}/")
    return target


def copy_real(target: Path) -> Path:
    """The real content, to be checked but not built: it has no macros of its own."""
    for folder in ("docs", "data"):
        shutil.copytree(ROOT / folder, target / folder)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def git(root: Path, *arguments: str, day: str = "2026-11-22") -> str:
    """Run git in `root` as somebody without a name, on that day."""
    when = f"{day}T12:00:00+0000"
    who = {
        f"GIT_{role}_{what}": "redaktion@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    own = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull, **who}
    return subprocess.run(
        ["git", *arguments], cwd=root, env={**os.environ, **own}, check=True, capture_output=True, encoding="utf-8"
    ).stdout


def commit(root: Path, day: str = "2026-11-22") -> str:
    """Commit everything under `root`, which becomes a repository if it is none. Returns the commit's id."""
    if not (root / ".git").exists():
        git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Change", day=day)
    return git(root, "rev-parse", "HEAD").strip()


def edit(path: Path, old: str, new: str) -> None:
    """Replace text that must stand in the file, so that a test cannot pass by changing nothing."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} innehåller inte {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def check(root: Path, day: date = TODAY) -> list[Finding]:
    return load_and_check(root, day)[1]


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def marks(findings: Iterable[Finding]) -> list[tuple[str, str, int]]:
    return [(finding.code, finding.place.path, finding.place.line) for finding in findings]


def run_python(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, arguments)]
    # The code under test is this checkout's, whichever one is installed in the environment.
    code = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    outside = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PYTHONUTF8": "1", "PYTHONPATH": code}
    return subprocess.run(
        command, cwd=cwd, env=outside | environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def handbok(example: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `handbok` on the example copy as of the fixture day."""

    def run(*arguments: str | Path, cwd: Path = example, **environment: str) -> subprocess.CompletedProcess[str]:
        settings = {"HANDBOK_DATUM": TODAY.isoformat()} | environment
        return run_python("-m", "macros", *arguments, cwd=cwd, **settings)

    return run
