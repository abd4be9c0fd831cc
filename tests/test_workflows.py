"""The runs on the platforms: with no more rights than they need, and with commands that exist."""

import re
from typing import Any

import pytest
import yaml

from macros.cli import handbok
from macros.forge.platforms import PLATFORMS
from tests.conftest import ROOT

FILES = {
    "github": ".github/workflows/lagbevakning.yml",
    "forgejo": ".forgejo/workflows/lagbevakning.yml",
    "gitlab": ".gitlab/lagbevakning.yml",
    "azure": ".azure/lagbevakning.yml",
}
CHANGE = {
    "github": ".github/workflows/andring.yml",
    "forgejo": ".forgejo/workflows/andring.yml",
    "gitlab": ".gitlab/andring.yml",
    "azure": ".azure/andring.yml",
}
COMMENT = CHANGE | {
    "github": ".github/workflows/kommentar.yml",
    "forgejo": ".forgejo/workflows/kommentar.yml",
    "azure": ".azure/kommentar.yml",
}
WEEKLY = {platform: path.replace("lagbevakning", "paminnelser") for platform, path in FILES.items()}
EVERY = sorted({*FILES.values(), *CHANGE.values(), *COMMENT.values(), *WEEKLY.values()})
SECRET = re.compile(
    r"secrets\.|\.token|AccessToken|ACCESSTOKEN|GITLAB_TOKEN|GITHUB_TOKEN|HANDBOK_NYCKEL", re.IGNORECASE
)
MONDAYS = re.compile(r"\d{1,2} \d{1,2} \* \* 1")


def loaded(path: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
    return found


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    return [value] if isinstance(value, str) else []


def test_every_platform_has_its_file() -> None:
    assert set(FILES) == set(PLATFORMS)
    parts = (FILES["gitlab"], CHANGE["gitlab"], WEEKLY["gitlab"])
    assert loaded(".gitlab-ci.yml")["include"] == [{"local": path} for path in parts]
    assert set(CHANGE) == set(COMMENT) == set(WEEKLY) == set(PLATFORMS)


@pytest.mark.parametrize("platform", FILES)
def test_run_calls_the_target_for_its_platform(platform: str) -> None:
    commands = [text for text in strings(loaded(FILES[platform])) if "make " in text and "apt-get" not in text]
    assert commands == [f"make bevaka PLATTFORM={platform}"]


def test_target_calls_a_command_and_options_that_exist() -> None:
    (line,) = re.findall(
        r"^\t\$\(BIN\)/handbok (lagbevaka .*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    options = {name for parameter in handbok.commands["lagbevaka"].params for name in parameter.opts}
    assert {word.strip("$()") for word in re.findall(r"--[^\s,)]+", line)} <= options


@pytest.mark.parametrize("platform", ["github", "forgejo", "azure"])
def test_run_is_weekly(platform: str) -> None:
    found = loaded(FILES[platform])
    schedules = found["schedules"] if platform == "azure" else found[True]["schedule"]  # `on` is true in YAML 1.1
    assert [bool(MONDAYS.fullmatch(schedule["cron"])) for schedule in schedules] == [True]


def test_gitlab_runs_only_by_its_schedule() -> None:
    (rule,) = loaded(FILES["gitlab"])["lagbevakning"]["rules"]
    assert '$CI_PIPELINE_SOURCE == "schedule"' in rule["if"]


def test_github_has_no_more_rights_than_it_needs() -> None:
    found = loaded(FILES["github"])
    assert found["permissions"] == {"contents": "read", "issues": "write"}
    uses = [step["uses"] for step in found["jobs"]["bevaka"]["steps"] if "uses" in step]
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", used) for used in uses)
    assert [step["with"]["persist-credentials"] for step in found["jobs"]["bevaka"]["steps"] if "uses" in step] == [
        False
    ]


@pytest.mark.parametrize("platform", FILES)
def test_no_key_stands_in_a_file(platform: str) -> None:
    text = (ROOT / FILES[platform]).read_text(encoding="utf-8")
    keys = re.findall(r"^ *(?:GITHUB_TOKEN|GITLAB_TOKEN|SYSTEM_ACCESSTOKEN): *(.+)$", text, re.MULTILINE)
    assert all(re.fullmatch(r"\$\{\{ github\.token \}\}|\$\(System\.AccessToken\)", key) for key in keys)


def test_page_names_every_file_and_platform() -> None:
    text = (ROOT / "docs/handboken/lagbevakning.md").read_text(encoding="utf-8")
    assert {path for path in FILES.values() if path not in text} == set()
    options = {
        name for parameter in handbok.commands["lagbevaka"].params for name in parameter.opts if name[:2] == "--"
    }
    assert {name for name in options - {"--datum"} if name not in text} == set()


def test_every_statute_in_force_with_a_number_of_its_own_is_watched() -> None:
    paths = sorted((ROOT / "data/lagar").glob("*.yml"))
    assert paths
    for path in paths:
        found = loaded(path.relative_to(ROOT).as_posix())
        number = re.fullmatch(r"(\d{4}):(\d+)", found["sfs"])
        if number and "gäller_t_o_m" not in found:
            expected = f"https://data.riksdagen.se/dokument/sfs-{number[1]}-{number[2]}.json"
            assert found.get("bevakas") == expected, path.name


def changed_job(platform: str) -> Any:
    """What runs the change's own files: on GitLab one job of several in the file."""
    found = loaded(CHANGE[platform])
    return found["andring"] if platform == "gitlab" else found


def trusted_job(platform: str) -> Any:
    found = loaded(COMMENT[platform])
    return found["kommentera"] if platform == "gitlab" else found


@pytest.mark.parametrize("platform", CHANGE)
def test_change_is_built_without_secrets(platform: str) -> None:
    assert [text for text in strings(changed_job(platform)) if SECRET.search(text)] == []
    assert "make kommentera" not in " ".join(strings(changed_job(platform)))


def test_change_on_the_hubs_runs_with_the_least() -> None:
    for platform in ("github", "forgejo"):
        assert loaded(CHANGE[platform])[True] == "pull_request"
    assert loaded(CHANGE["github"])["permissions"] == {"contents": "read"}
    assert '$CI_PIPELINE_SOURCE == "merge_request_event"' in changed_job("gitlab")["rules"][0]["if"]


@pytest.mark.parametrize("platform", CHANGE)
def test_change_is_summarised_with_its_whole_history_and_built(platform: str) -> None:
    text = (ROOT / CHANGE[platform]).read_text(encoding="utf-8")
    assert re.search(r"make (andring|sammanfatta)\b", text)
    assert re.search(r"make (andring|site)\b", text)
    assert re.search(r"""fetch-depth: 0\b|fetchDepth: 0\b|GIT_DEPTH: "0\"""", text)
    assert "BAS" in text


@pytest.mark.parametrize("platform", COMMENT)
def test_comment_is_left_by_code_of_the_main_branch(platform: str) -> None:
    found = loaded(COMMENT[platform])
    if platform == "github":
        assert found[True]["workflow_run"]["workflows"] == [loaded(CHANGE[platform])["name"]]
        assert found["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
        (checkout, download) = (step for step in found["jobs"]["kommentera"]["steps"] if "uses" in step)
        assert "ref" not in checkout["with"]  # the default branch
        assert download["with"]["path"].startswith("${{ runner.temp }}/")  # never over the code
    elif platform == "forgejo":
        assert found[True] == "pull_request_target"
        checkout = found["jobs"]["kommentera"]["steps"][0]
        assert checkout["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    elif platform == "gitlab":
        (rule,) = found["kommentera"]["rules"]
        assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule["if"]
        assert found["be-om-kommentar"]["trigger"]["branch"] == "$CI_DEFAULT_BRANCH"
    else:
        assert found["resources"]["repositories"][0]["ref"] == "refs/heads/main"
        (after,) = found["resources"]["pipelines"]
        assert after["trigger"]["stages"] == [loaded(CHANGE[platform])["stages"][0]["stage"]]


@pytest.mark.parametrize("platform", COMMENT)
def test_trusted_job_never_checks_out_or_builds_the_change(platform: str) -> None:
    text = " ".join(strings(trusted_job(platform)))
    assert re.search(rf"make (sammanfatta )?kommentera PLATTFORM={platform}\b", text)
    assert not re.search(r"make (andring|site|test|serve)|git (checkout|merge|switch|worktree|pull)\b", text)


@pytest.mark.parametrize("path", EVERY)
def test_nothing_from_outside_stands_in_a_line_that_the_shell_reads(path: str) -> None:
    """What a change can name (branches, titles) reaches the shell as a variable, never as text."""
    lines = [text for text in strings(loaded(path)) if re.search(r"\b(make|git|gh|echo) ", text)]
    assert lines
    assert [text for text in lines if "${{" in text or "$(" in text.replace("$(gh ", "")] == []


@pytest.mark.parametrize("path", [path for path in EVERY if path.startswith(".github/")])
def test_actions_on_github_are_pinned(path: str) -> None:
    uses = re.findall(r"uses: (\S+)(.*)", (ROOT / path).read_text(encoding="utf-8"))
    assert uses
    assert [used for used, _ in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", used)] == []
    assert [rest for _, rest in uses if not re.fullmatch(r"  # v\d+\.\d+\.\d+", rest)] == []


@pytest.mark.parametrize("platform", WEEKLY)
def test_reminders_are_weekly_and_see_the_whole_history(platform: str) -> None:
    found, text = loaded(WEEKLY[platform]), (ROOT / WEEKLY[platform]).read_text(encoding="utf-8")
    assert f"make paminn PLATTFORM={platform}" in text
    assert re.search(r"""fetch-depth: 0\b|fetchDepth: 0\b|GIT_DEPTH: "0\"""", text)
    if platform == "gitlab":
        assert "$PAMINNELSER" in found["paminnelser"]["rules"][0]["if"]
        return
    schedules = found["schedules"] if platform == "azure" else found[True]["schedule"]
    assert [bool(MONDAYS.fullmatch(schedule["cron"])) for schedule in schedules] == [True]


@pytest.mark.parametrize("name", ["sammanfatta", "kommentera", "påminn"])
def test_targets_call_commands_and_options_that_exist(name: str) -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    (line,) = re.findall(rf"^\t\$\(BIN\)/handbok {name} (.*)$", text, re.MULTILINE)
    options = {option for parameter in handbok.commands[name].params for option in parameter.opts}
    assert set(re.findall(r"--[^\s,)]+", line)) <= options


def test_every_target_that_is_called_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    called = {
        word
        for path in EVERY
        for line in re.findall(r"\bmake ((?:[a-z]+ ?)+)(?= |$)", "\n".join(strings(loaded(path))), re.MULTILINE)
        for word in line.split()
        if word not in {"python", "venv"}
    }
    assert {"andring", "sammanfatta", "kommentera", "paminn", "bevaka"} <= called <= targets


def test_page_of_the_platforms_names_every_file_and_variable() -> None:
    text = (ROOT / "docs/handboken/plattform.md").read_text(encoding="utf-8")
    paths = {*CHANGE.values(), *COMMENT.values(), *WEEKLY.values()}
    names = {"HANDBOK_PLATTFORM", "HANDBOK_PROJEKT", "HANDBOK_NYCKEL", "HANDBOK_FORHANDSVISNING", "GITLAB_TOKEN"}
    assert {name for name in paths | names if name not in text} == set()
