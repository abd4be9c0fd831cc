"""The scheduled runs in the repository: weekly, with no more rights than they need, and with commands that exist."""

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
    assert loaded(".gitlab-ci.yml")["include"] == [{"local": FILES["gitlab"]}]


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
