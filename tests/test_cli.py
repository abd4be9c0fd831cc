import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import macros
from macros.cli import handbok as command
from macros.listing import LISTINGS
from tests.conftest import ROOT, edit, run_python
from tests.test_content import DAY_AFTER

Run = Callable[..., subprocess.CompletedProcess[str]]
ENGLISH = ("Usage", "Options", "Show this message", "Commands", "Error", "Try ", "Traceback", "Missing", "Invalid")


def assert_swedish(text: str) -> None:
    assert [word for word in ENGLISH if word in text] == []


def test_clean_handbook_gives_0_and_counts_on_the_last_line(handbok: Run) -> None:
    done = handbok("kontrollera")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "0 fel, 3 varningar och 3 notiser i 71 filer."


def test_each_finding_is_a_line_with_place_code_level_message_and_cure(handbok: Run) -> None:
    assert handbok("kontrollera").stdout.splitlines()[1] == (
        "data/granskningar/RUT-BBB/1983-01-18.yml:4: GRA203 varning: RUT-BBB skulle ha granskats senast 1984-01-18 "
        "(15649 dagar sedan). Granska rutinen och lägg ett nytt kvitto i samma mapp."
    )


def test_overdue_routine_of_risk_class_1_gives_1(handbok: Run) -> None:
    done = handbok("kontrollera", "--datum", "2029-01-01")
    assert done.returncode == 1
    (line,) = [line for line in done.stdout.splitlines() if "GRA203 fel" in line]
    assert line.startswith("data/granskningar/RUT-AAA/2026-11-01.yml:4: GRA203 fel: ")
    assert "2027-05-01" in line
    assert line.endswith("Granska rutinen och lägg ett nytt kvitto i samma mapp.")


def test_day_on_the_command_line_goes_before_the_one_in_the_environment(handbok: Run) -> None:
    assert handbok("kontrollera", HANDBOK_DATUM="2029-01-01").returncode == 1
    assert handbok("kontrollera", "--datum", "2026-11-22", HANDBOK_DATUM="2029-01-01").returncode == 0


def test_mistake_gives_1_with_its_line(handbok: Run, example: Path) -> None:
    edit(example / "docs/rutiner/rut-bbb.md", "ansvarig: chef", "ansvarigg: chef")
    done = handbok("kontrollera")
    assert done.returncode == 1
    assert "docs/rutiner/rut-bbb.md:5: SID103 fel: Nyckeln ”ansvarigg” är okänd. Menade du ”ansvarig”?" in done.stdout


def test_handbook_that_cannot_be_read_is_said_so_on_the_last_line(handbok: Run, example: Path) -> None:
    (example / "data/roller.yml").unlink()
    done = handbok("kontrollera")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].endswith("i handboken, som inte gick att läsa i sin helhet.")


def test_json_has_its_schema(handbok: Run) -> None:
    done = handbok("kontrollera", "--format", "json")
    document = json.loads(done.stdout)
    assert done.returncode == 0
    assert (document["schema_version"], document["datum"]) == (1, "2026-11-22")
    assert document["antal"] == {"fel": 0, "varning": 3, "notis": 3}
    assert document["fynd"][1] == {
        "kod": "GRA203",
        "nivå": "varning",
        "fil": "data/granskningar/RUT-BBB/1983-01-18.yml",
        "rad": 4,
        "kolumn": 1,
        "meddelande": "RUT-BBB skulle ha granskats senast 1984-01-18 (15649 dagar sedan).",
        "åtgärd": "Granska rutinen och lägg ett nytt kvitto i samma mapp.",
    }


def test_json_gives_1_when_something_blocks(handbok: Run) -> None:
    done = handbok("kontrollera", "--format", "json", "--datum", "2029-01-01")
    assert done.returncode == 1
    assert json.loads(done.stdout)["antal"]["fel"] == 1


@pytest.mark.parametrize(
    ("paths", "count"),
    [
        (["."], "3 varningar och 3 notiser"),
        (["docs"], "1 varning och 1 notis"),
        (["docs/"], "1 varning och 1 notis"),
        (["docs/rutiner/rut-aaa.md"], "1 varning och 1 notis"),
        (["docs/rut"], None),
        (["docs/roller", "data/lagar"], "1 varning och 0 notiser"),
    ],
)
def test_paths_choose_among_the_findings(handbok: Run, paths: list[str], count: str | None) -> None:
    done = handbok("kontrollera", *paths)
    if count is None:
        assert done.returncode == 2
    else:
        assert (done.returncode, done.stdout.splitlines()[-1]) == (0, f"0 fel, {count} i 71 filer.")


def test_paths_count_from_where_the_person_stands(handbok: Run, example: Path) -> None:
    done = handbok("--mapp", example, "kontrollera", "rut-aaa.md", cwd=example / "docs/rutiner")
    assert done.stdout.splitlines()[-1].startswith("0 fel, 1 varning och 1 notis")


def test_mistake_elsewhere_does_not_give_1_when_paths_are_chosen(handbok: Run) -> None:
    assert handbok("kontrollera", "--datum", "2029-01-01", "docs").returncode == 0


@pytest.mark.parametrize("option", ["--hjälp", "--help"])
def test_help_is_swedish(handbok: Run, option: str) -> None:
    done = handbok(option)
    assert done.returncode == 0
    assert done.stdout.startswith("Användning: handbok")
    assert all(f"\n  {name} " in done.stdout for name in command.commands)
    assert_swedish(done.stdout)


@pytest.mark.parametrize("name", sorted(command.commands))
def test_help_of_each_command_is_swedish(handbok: Run, name: str) -> None:
    done = handbok(name, "--hjälp")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Användning: handbok {name}")
    assert_swedish(done.stdout)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["kontrolera"], "Kommandot ”kontrolera” finns inte. Menade du ”kontrollera”?"),
        (["blabla"], "Kommandot ”blabla” finns inte."),
        (["kontrollera", "--dattum", "2026-01-01"], "Valet ”--dattum” finns inte. Menade du ”--datum”?"),
        (["kontrollera", "--datum", "igår"], "”igår” är ingen dag. Skriv ÅÅÅÅ-MM-DD"),
        (["kontrollera", "--datum", "2026-02-30"], "”2026-02-30” är ingen dag."),
        (["kontrollera", "--datum"], "Kommandot har fel form."),
        (
            ["kontrollera", "--format", "xml"],
            "--format måste vara något av: text, json, github, gitlab, junit, markdown.",
        ),
        (["kontrollera", "finns-inte.md"], "Sökvägen ”finns-inte.md” finns inte."),
        (["kontrollera", "/"], "Sökvägen ”/” ligger utanför handboken."),
        (["lista"], "SLAG saknas."),
        (["lista", "katter"], "SLAG måste vara något av: rutiner, lagrum, checklistor, roller, granskningar."),
        (["efterbygg", "finns-inte"], "MAPP"),
        (["--mapp", "docs", "kontrollera"], "innehåller ingen handbok (mkdocs.yml saknas)."),
        (["--mapp", "finns-inte", "kontrollera"], "innehåller ingen handbok"),
        (["--mapp", "mkdocs.yml", "kontrollera"], "--mapp"),
        (["bygg", "--datum", "22/11"], "är ingen dag"),
    ],
)
def test_misuse_gives_2_and_says_how_in_swedish(handbok: Run, arguments: list[str], words: str) -> None:
    done = handbok(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert_swedish(done.stderr)


def test_nothing_asked_shows_the_help_and_gives_2(handbok: Run) -> None:
    done = handbok()
    assert done.returncode == 2
    assert "Användning: handbok" in done.stderr
    assert_swedish(done.stderr)


def test_bad_day_in_the_environment_is_misuse(handbok: Run) -> None:
    done = handbok("kontrollera", HANDBOK_DATUM="22 november")
    assert done.returncode == 2
    assert "”22 november” är ingen dag." in done.stderr


def test_unknown_municipality_in_the_environment_is_a_finding(handbok: Run) -> None:
    done = handbok("kontrollera", HANDBOK_KOMMUN="ingenstans")
    assert done.returncode == 1
    assert "Kommunen ”ingenstans” har ingen profil. Välj någon av: exempelkoping." in done.stdout


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
def test_no_escape_codes_when_not_a_terminal(handbok: Run, environment: dict[str, str]) -> None:
    assert "\x1b" not in handbok("kontrollera", **environment).stdout


def test_no_colour_is_heeded_in_a_terminal(example: Path) -> None:
    program = (
        "import os, pty, sys\n"
        "out = []\n"
        "def read(fd):\n"
        "    data = os.read(fd, 4096)\n"
        "    out.append(data)\n"
        "    return b''\n"
        "pty.spawn([sys.executable, '-m', 'macros', 'kontrollera'], read)\n"
        "sys.stdout.write(b''.join(out).decode())\n"
    )
    day = {"HANDBOK_DATUM": "2026-11-22", "TERM": "xterm"}
    coloured = run_python("-c", program, cwd=example, **day)
    plain = run_python("-c", program, cwd=example, NO_COLOR="1", **day)
    assert "\x1b[" in coloured.stdout
    assert "UTG303" in plain.stdout
    assert "\x1b" not in plain.stdout


@pytest.mark.parametrize(
    ("kind", "header", "row"),
    [
        ("rutiner", "id", "RUT-BBB  Följa upp en insats"),
        ("lagrum", "id", "exl-1-2a        1 kap. 2 a § ExL            gäller"),
        ("checklistor", "id", "CL-AAA  Anvisa  RUT-AAA  3"),
        ("roller", "id", "chef         chef"),
    ],
)
def test_lists_show_each_thing_on_a_row(handbok: Run, kind: str, header: str, row: str) -> None:
    done = handbok("lista", kind)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].startswith(header)
    assert any(line.startswith(row) for line in lines), done.stdout


def test_every_kind_of_list_is_offered() -> None:
    parameter = next(p for p in command.commands["lista"].params if p.name == "what")
    assert set(parameter.type.choices) == set(LISTINGS)  # type: ignore[attr-defined]


def test_list_of_provisions_shows_the_state_on_the_day(handbok: Run) -> None:
    lines = handbok("lista", "lagrum").stdout.splitlines()
    assert any("gel-4" in line and "har upphört" in line for line in lines)
    before = handbok("lista", "lagrum", "--datum", "1980-01-01").stdout.splitlines()
    assert any("gel-4" in line and "gäller inte än" in line for line in before)


def test_list_stops_when_the_handbook_cannot_be_read(handbok: Run, example: Path) -> None:
    (example / "data/roller.yml").unlink()
    done = handbok("lista", "roller")
    assert done.returncode == 1
    assert "data/roller.yml:1: ROL101 fel: Filen saknas." in done.stdout


def test_schema_command_writes_what_is_missing_and_then_nothing(handbok: Run, example: Path) -> None:
    assert handbok("schema", "--kontrollera").returncode == 1
    assert "Skrev schema/lag.json." in handbok("schema").stdout
    assert handbok("schema").stdout == ""
    done = handbok("schema", "--kontrollera")
    assert (done.returncode, done.stdout) == (0, "")


def test_build_is_stopped_by_a_mistake_before_anything_is_written(handbok: Run, example: Path) -> None:
    edit(example / "data/lagar/exl.yml", "id: exl-1-1", "id: exl-1-9")
    done = handbok("bygg", "--till", example / "ut")
    assert done.returncode == 1
    assert "LAG306 fel" in done.stdout
    assert not (example / "ut").exists()


def test_finishing_a_folder_that_was_not_built_is_said_in_swedish(handbok: Run, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    done = handbok("efterbygg", tmp_path / "tom")
    assert done.returncode == 1
    assert "gick inte att göra färdig" in done.stderr
    assert "Traceback" not in done.stderr


def test_real_handbook_is_checked_from_its_own_folder() -> None:
    done = run_python("-m", "macros", "kontrollera", cwd=ROOT, HANDBOK_DATUM=DAY_AFTER.isoformat())
    assert done.returncode == 0, done.stdout


def test_folder_with_a_name_that_begins_alike_is_not_chosen(handbok: Run, example: Path) -> None:
    (example / "docs/rut").mkdir()
    assert handbok("kontrollera", "docs/rut").stdout.splitlines()[-1].startswith("0 fel, 0 varningar och 0 notiser")


def test_help_is_given_outside_a_handbook(tmp_path: Path) -> None:
    done = run_python("-m", "macros", "--mapp", str(tmp_path), "kontrollera", "--hjälp", cwd=tmp_path)
    assert done.returncode == 0
    assert "Användning: handbok kontrollera" in done.stdout


def test_folder_that_is_no_earlier_build_is_not_emptied(handbok: Run, tmp_path: Path) -> None:
    target = tmp_path / "viktigt"
    target.mkdir()
    (target / "anteckning.txt").write_text("spara mig", encoding="utf-8")
    done = handbok("bygg", "--till", str(target))
    assert done.returncode == 2
    assert "ingen byggd webbplats" in done.stderr
    assert (target / "anteckning.txt").read_text(encoding="utf-8") == "spara mig"


def test_subprocesses_run_the_code_of_this_checkout(example: Path) -> None:
    done = run_python("-c", "import macros; print(macros.__file__)", cwd=example)
    assert Path(done.stdout.strip()) == ROOT / "macros" / "__init__.py"
    assert Path(macros.__file__) == ROOT / "macros" / "__init__.py"
