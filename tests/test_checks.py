"""Where a finding begins and ends: the days and cases on both sides of each limit."""

from datetime import date
from pathlib import Path

import pytest

from macros.checks import CHECKS
from macros.model.finding import Finding, Level
from tests.conftest import ROOT, check, codes, edit, marks


def about(findings: list[Finding], area: str, path: str) -> list[tuple[str, Level]]:
    return [(f.code, f.level) for f in findings if f.code.startswith(area) and path in f.place.path]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 11, 1), []),
        (date(2027, 3, 1), []),
        (date(2027, 3, 2), [("GRA202", Level.NOTIS)]),
        (date(2027, 3, 31), [("GRA202", Level.NOTIS)]),
        (date(2027, 4, 1), [("GRA202", Level.VARNING)]),
        (date(2027, 5, 1), [("GRA202", Level.VARNING)]),
        (date(2027, 5, 2), [("GRA203", Level.FEL)]),
        (date(2029, 1, 1), [("GRA203", Level.FEL)]),
    ],
)
def test_review_is_found_late_by_the_day(example: Path, day: date, found: list[tuple[str, Level]]) -> None:
    assert about(check(example, day), "GRA", "RUT-AAA") == found


def test_late_review_only_warns_in_risk_class_2(example: Path) -> None:
    assert about(check(example), "GRA", "RUT-BBB") == [("GRA203", Level.VARNING)]


def test_receipt_before_its_day_is_not_counted(example: Path) -> None:
    findings = check(example, date(2026, 10, 31))
    assert about(findings, "GRA", "RUT-AAA") == [("GRA205", Level.FEL)]
    assert about(findings, "GRA", "rut-aaa.md") == [("GRA201", Level.FEL)]


@pytest.mark.parametrize(("day", "found"), [(date(2026, 7, 9), []), (date(2026, 7, 10), ["LAG305"])])
def test_wording_is_checked_too_long_ago_after_the_policys_days(example: Path, day: date, found: list[str]) -> None:
    old = [finding for finding in check(example, day) if finding.place.path == "data/lagar/exl.yml"]
    assert [f.code for f in old if f.place.line == 32] == found


def test_ceased_wording_needs_no_new_check(example: Path) -> None:
    late = check(example, date(2030, 1, 1))
    assert not [finding for finding in late if finding.place.path == "data/lagar/gel.yml"]


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2027, 1, 1)])
def test_change_of_wording_leaves_no_day_without_law(example: Path, day: date) -> None:
    assert not {"LAG202", "LAG203"} & set(codes(check(example, day)))


@pytest.mark.parametrize(
    ("per", "found"),
    [("2019-12-31", []), ("1991-01-01", []), ("2020-01-01", ["LAG202"]), ("1990-12-31", ["LAG203"])],
)
def test_old_law_is_cited_with_its_day(example: Path, per: str, found: list[str]) -> None:
    edit(example / "docs/rutiner/rut-aaa.md", "2019-06-01", per)
    assert [code for code in codes(check(example)) if code in {"LAG202", "LAG203"}] == found


def test_provision_cited_many_times_on_a_page_is_one_finding(example: Path) -> None:
    edit(example / "docs/roller/index.md", "# Roller", "# Roller\n\n" + '{{ visa_lagrum("exl-1-2a") }}\n' * 3)
    found = [mark for mark in marks(check(example)) if mark[1] == "docs/roller/index.md"]
    assert found == [("LAG205", "docs/roller/index.md", 7)]


def test_retired_item_may_rest_on_ceased_law(example: Path) -> None:
    before = "    grund:\n      - exl-1-1\n    dokumenteras: Pärmen"
    edit(example / "data/checklistor/CL-AAA.yml", before, before.replace("exl-1-1", "gel-4"))
    assert "LAG202" not in codes(check(example))
    assert "LAG202" in codes(check(example, date(2026, 5, 31)))


def test_retired_item_must_still_name_law_that_exists(example: Path) -> None:
    before = "    grund:\n      - exl-1-1\n    dokumenteras: Pärmen"
    edit(example / "data/checklistor/CL-AAA.yml", before, before.replace("exl-1-1", "exl-9-9"))
    assert "LAG201" in codes(check(example))


def test_anchor_that_mkdocs_makes_of_a_heading_is_known(example: Path) -> None:
    edit(example / "docs/rutiner/rut-bbb.md", "Fråga chefen.", "### Öppna frågor på måndag\n\nFråga chefen.")
    edit(example / "docs/rutiner/rut-aaa.md", "rut-bbb.md#kort-sagt", "rut-bbb.md#oppna-fragor-pa-mandag")
    assert "SID210" not in codes(check(example))


def test_anchor_that_a_macro_makes_is_left_to_mkdocs(example: Path) -> None:
    edit(example / "docs/rutiner/rut-aaa.md", "../lagrum/exl.md", "../lagrum/exl.md#exl-1-1")
    assert "SID210" not in codes(check(example))


def test_link_to_another_kind_of_file_is_left_to_mkdocs(example: Path) -> None:
    edit(example / "docs/rutiner/rut-aaa.md", "../lagrum/exl.md", "../filer/blankett.pdf")
    assert "SID210" not in codes(check(example))


def test_every_check_is_in_the_tuple() -> None:
    written = {
        line.split("(")[0].removeprefix("def ")
        for path in (ROOT / "macros" / "checks").glob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("def check_")
    }
    assert written == {check.__name__ for check in CHECKS}


def test_checking_changes_nothing_on_disk(example: Path) -> None:
    before = {path: path.read_bytes() for path in example.rglob("*") if path.is_file()}
    check(example)
    assert {path: path.read_bytes() for path in example.rglob("*") if path.is_file()} == before


def test_crlf_and_bom_change_no_finding(example: Path) -> None:
    clean = check(example)
    for path in [*example.rglob("*.md"), *(example / "data").rglob("*.yml")]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert check(example) == clean


def test_lower_heading_within_a_step_is_no_step(example: Path) -> None:
    edit(example / "docs/rutiner/rut-bbb.md", "Gå igenom planen.", "#### Före samtalet { #fore }\n\nGå igenom planen.")
    assert "SID204" not in codes(check(example))


def test_heading_outside_the_steps_is_no_step(example: Path) -> None:
    edit(example / "docs/rutiner/rut-bbb.md", "Fråga chefen.", "### Ingen chef { #ingen-chef }\n\nFråga redaktionen.")
    assert "SID204" not in codes(check(example))


def test_way_back_in_a_process_is_allowed(example: Path) -> None:
    assert "till: utredning\n            etikett: Nej" in (example / "data/processer.yml").read_text(encoding="utf-8")
    assert not [code for code in codes(check(example)) if code.startswith("PRO")]


def add_node(example: Path, node: str) -> None:
    path = example / "data/processer.yml"
    path.write_text(path.read_text(encoding="utf-8") + node, encoding="utf-8")


def test_node_that_only_leads_to_itself_is_not_reached(example: Path) -> None:
    add_node(
        example,
        "      - id: paus\n        bana: chef\n        text: Vänta\n        typ: steg\n"
        "        nästa:\n          - till: paus\n",
    )
    assert [code for code in codes(check(example)) if code.startswith("PRO")] == ["PRO204"]


def test_process_may_have_two_ends(example: Path) -> None:
    add_node(example, "      - id: nej\n        bana: chef\n        text: Ingen insats\n        typ: slut\n")
    edit(
        example / "data/processer.yml",
        "till: utredning\n            etikett: Nej",
        "till: nej\n            etikett: Nej",
    )
    assert not [code for code in codes(check(example)) if code.startswith("PRO")]


def test_exception_needs_neither_section_nor_item(example: Path) -> None:
    assert not [code for code in codes(check(example)) if code.startswith("REV")]
    edit(
        example / "data/revision/exempelkoping-2024.yml",
        "    status: undantag\n    undantag: Det avgör fullmäktige, inte en handbok.\n",
        "    status: besvarad\n",
    )
    assert [code for code in codes(check(example)) if code.startswith("REV")] == ["REV202"]


def test_figure_of_this_year_is_right_and_of_next_year_is_not(example: Path) -> None:
    edit(example / "data/indikatorer/bistand.yml", "år: 2025", "år: 2026")
    assert "IND203" not in codes(check(example, date(2026, 1, 1)))
    assert "IND203" in codes(check(example, date(2025, 12, 31)))


def summary(example: Path, text: str) -> None:
    edit(example / "docs/rutiner/rut-bbb.md", "- Prata med personen.", text)


@pytest.mark.parametrize(("words", "found"), [(60, []), (61, ["SPR203"])])
def test_summary_may_have_sixty_words(example: Path, words: int, found: list[str]) -> None:
    summary(example, "- " + " ".join(["ord"] * words))
    assert [code for code in codes(check(example)) if code == "SPR203"] == found


@pytest.mark.parametrize(("points", "found"), [(4, []), (5, ["SPR203"])])
def test_summary_may_have_four_points(example: Path, points: int, found: list[str]) -> None:
    summary(example, "\n".join(["- Prata."] * points))
    assert [code for code in codes(check(example)) if code == "SPR203"] == found


def test_summary_is_measured_whatever_stands_after_its_anchor(example: Path) -> None:
    edit(example / "docs/rutiner/rut-bbb.md", "{ #kort-sagt }", "{ #kort-sagt .rh-kort }  ")
    summary(example, "- " + " ".join(["ord"] * 61))
    assert "SPR203" in codes(check(example))


PLAIN = "Du får en ny dag i maj. "  # seven words, LIX 7


@pytest.mark.parametrize(("words", "found"), [(99, []), (100, ["SPR204"])])
def test_page_with_few_words_is_not_measured(example: Path, words: int, found: list[str]) -> None:
    edit(example / "docs/samverkan/process.md", "# Processen", "# Processen\n\n" + " ".join(["ord"] * words) + ".")
    assert [code for code in codes(check(example)) if code.startswith("SPR")] == found


@pytest.mark.parametrize(("longest", "found"), [(20, []), (21, ["SPR204"])])
def test_sentence_may_be_as_long_as_the_limit(example: Path, longest: int, found: list[str]) -> None:
    text = PLAIN * 20 + " ".join(["ord"] * longest) + "."
    edit(example / "docs/samverkan/process.md", "# Processen", f"# Processen\n\n{text}")
    assert [code for code in codes(check(example)) if code.startswith("SPR")] == found


@pytest.mark.parametrize(("limit", "found"), [(43, []), (44, ["SPR205"])])
def test_exception_may_be_a_little_wider_than_it_must(example: Path, limit: int, found: list[str]) -> None:
    edit(example / "docs/samverkan/process.md", "# Processen", f"# Processen\n\n{PLAIN * 20}")
    edit(
        example / "data/sprakgranser.yml",
        "docs/rutiner/rut-aaa.md\n    lix: 42",
        f"docs/samverkan/process.md\n    lix: {limit}",
    )
    assert [code for code in codes(check(example)) if code.startswith("SPR")] == found


def test_word_is_replaced_in_routines_only_and_whole(example: Path) -> None:
    edit(example / "docs/samverkan/process.md", "# Processen", "# Processen\n\nEn remittering.")
    edit(example / "docs/rutiner/rut-bbb.md", "Fråga chefen.", "Remitteringens `remittering` är ett annat ord.")
    assert "SPR202" not in codes(check(example))
    edit(example / "docs/rutiner/rut-bbb.md", "Handläggaren följer upp.", "Efter en **Remittering** följer du upp.")
    assert codes(check(example)).count("SPR202") == 1


def test_anchor_is_checked_on_a_page_with_links_made_by_macros(example: Path) -> None:
    edit(example / "docs/rutiner/rut-aaa.md", "rut-bbb.md#kort-sagt", "rut-bbb.md#finns-inte")
    assert "visa_mall(" in (example / "docs/rutiner/rut-bbb.md").read_text(encoding="utf-8")
    assert "SID210" in codes(check(example))
