from datetime import date
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.handbook import Handbook, routine_meta
from macros.loading import load_handbook
from macros.model.citations import find_citations
from macros.model.deadline import Due
from macros.model.finding import Finding
from macros.model.profile import Form
from tests.conftest import TODAY, check, codes, edit, marks


def blocking(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.blocks]


def test_lookups_keep_the_files_order(handbook: Handbook) -> None:
    assert list(handbook.routines) == ["RUT-AAA", "RUT-BBB"]
    assert list(handbook.roles) == ["handlaggare", "chef", "redaktion"]
    assert list(handbook.events) == ["signal", "beslut"]
    assert list(handbook.provisions) == ["exl-1-1", "exl-1-2a", "exl-2-1", "gel-4"]
    assert set(handbook.local_names) == {
        "socialnamnd",
        "coachning",
        "praktik",
        "genomgang",
        "chefsmote",
        "verksamhetssystem",
    }
    assert list(handbook.holdings.templates) == ["M-UND", "M-UPP"]
    assert list(handbook.holdings.forums) == ["genomgang", "chefsmote"]
    assert list(handbook.holdings.processes) == ["oversikt"]
    assert list(handbook.holdings.recommendations) == ["EXK-1", "EXK-2", "EXK-3"]
    assert list(handbook.holdings.indicator_ids) == ["langvarigt"]


def test_local_name_is_given_in_the_wanted_form(handbook: Handbook) -> None:
    assert handbook.local_name("coachning") == "Jobbhuset"
    assert handbook.local_name("coachning", Form.GENITIVE) == "Jobbhusets"


def test_municipalitys_own_name_goes_before_the_general_one(handbook: Handbook) -> None:
    assert handbook.local_name("chefsmote") == "chefsmötet"
    assert handbook.local_name("chefsmote", Form.DEFINITE) == "chefsmötet"
    assert handbook.has_own_name("chefsmote")


def test_general_name_stands_in_for_one_that_is_unknown(handbook: Handbook) -> None:
    assert handbook.local_name("praktik") == "praktikverksamheten"
    assert handbook.local_name("praktik", Form.DEFINITE) == "praktikverksamheten"
    assert handbook.local_name("praktik", Form.GENITIVE) == "praktikverksamhetens"
    assert not handbook.has_own_name("praktik")


def test_general_name_has_forms_of_its_own(example: Path) -> None:
    edit(example / "data/kommuner/exempelkoping.yml", "namn: chefsmötet", "namn: okänt i underlaget")
    handbook, _ = load_handbook(example)
    assert handbook is not None
    forms = [handbook.local_name("chefsmote", form) for form in (Form.BASE, Form.DEFINITE, Form.GENITIVE)]
    assert forms == ["mötet mellan cheferna", "chefernas möte", "chefsmötets"]


def test_name_that_nobody_knows_is_missed_where_it_is_used(example: Path) -> None:
    edit(example / "data/handbok.yml", "  - id: praktik\n    namn: praktikverksamheten\n", "")
    handbook, findings = load_and_check(example, TODAY)
    assert handbook is not None
    with pytest.raises(KeyError):
        handbook.local_name("praktik")
    assert [mark[:2] for mark in marks(blocking(findings))] == [("ROL204", "docs/rutiner/rut-bbb.md")]


def test_pages_of_templates_and_roles_are_found(handbook: Handbook) -> None:
    template, role = handbook.template_page("M-UPP"), handbook.role_page("chef")
    assert template is not None
    assert role is not None
    assert (template.path, role.path) == ("docs/mallar/m-upp.md", "docs/roller/chef.md")
    assert handbook.template_page("M-XX") is None
    assert handbook.role_page("handlaggare") is None


@pytest.mark.parametrize("name", ["forum", "egenkontroll", "processer", "ordlista", "sprakgranser", "introduktion"])
def test_handbook_may_do_without_a_kind_that_has_one_file(example: Path, name: str) -> None:
    (example / f"data/{name}.yml").unlink()
    handbook, findings = load_and_check(example, TODAY)
    assert handbook is not None
    assert {finding.code for finding in blocking(findings)} <= {"FOR203", "FOR204", "INT202", "PRO205", "EGK303"}


def test_deadlines_are_said_with_the_municipalitys_numbers(handbook: Handbook) -> None:
    assert handbook.deadline_text("startmote") == "10 arbetsdagar efter beslutet"
    assert handbook.deadline_text("startmote", short=True) == "10 arbetsdagar"
    assert handbook.due_text(Due.model_validate({"frist": "startmote"})) == "10 arbetsdagar efter beslutet"


def test_latest_receipt_is_the_last_one_that_is_not_in_the_future(example: Path) -> None:
    old = (example / "data/granskningar/RUT-AAA/2026-11-01.yml").read_text(encoding="utf-8")
    for day in ("2025-01-01", "2027-02-01"):
        path = example / f"data/granskningar/RUT-AAA/{day}.yml"
        path.write_text(old.replace("2026-11-01", day), encoding="utf-8")
    handbook, _ = load_handbook(example)
    assert handbook is not None
    latest = handbook.latest_receipt("RUT-AAA", TODAY)
    assert latest is not None
    assert latest.value.day == date(2026, 11, 1)
    assert handbook.latest_receipt("RUT-AAA", date(2024, 12, 31)) is None
    assert handbook.next_review("RUT-AAA", TODAY) == date(2027, 5, 1)
    assert handbook.next_review("RUT-AAA", date(2024, 12, 31)) is None


def test_pages_of_checklists_and_statutes_are_found(handbook: Handbook) -> None:
    checklist, statute = handbook.checklist_page("CL-AAA"), handbook.statute_page("exl")
    assert checklist is not None
    assert statute is not None
    assert (checklist.path, statute.path) == ("docs/checklistor/cl-aaa.md", "docs/lagrum/exl.md")
    assert handbook.checklist_page("CL-XXX") is None
    assert handbook.statute_page("xxx") is None


def test_routine_meta_refuses_a_page_that_is_no_routine(handbook: Handbook) -> None:
    plain = next(page.value for page in handbook.pages if page.path == "docs/index.md")
    with pytest.raises(TypeError):
        routine_meta(plain)


def test_other_municipalitys_profile_is_used_when_chosen(example: Path) -> None:
    text = (example / "data/kommuner/exempelkoping.yml").read_text(encoding="utf-8")
    other = text.replace("id: exempelkoping", "id: annankoping").replace("Jobbhuset", "Jobbtorget")
    (example / "data/kommuner/annankoping.yml").write_text(other, encoding="utf-8")
    handbook, _ = load_and_check(example, TODAY, "annankoping")
    assert handbook is not None
    assert handbook.local_name("coachning") == "Jobbtorget"


def test_unknown_municipality_is_a_finding(example: Path) -> None:
    handbook, findings = load_and_check(example, TODAY, "ingenstans")
    assert handbook is None
    assert marks(findings) == [("ROL101", "data/kommuner/ingenstans.yml", 1)]


@pytest.mark.parametrize("name", ["handbok", "handelser", "roller", "granskningspolicy", "kommuner/exempelkoping"])
def test_handbook_is_none_when_a_file_that_all_else_leans_on_is_missing(example: Path, name: str) -> None:
    (example / f"data/{name}.yml").unlink()
    handbook, findings = load_and_check(example, TODAY)
    assert handbook is None
    assert len(blocking(findings)) == 1


def test_missing_docs_folder_is_a_finding(tmp_path: Path, example: Path) -> None:
    (example / "docs").rename(tmp_path / "undan")
    assert ("SID101", "docs", 1) in marks(check(example))


def test_missing_data_folder_is_a_finding_per_file(tmp_path: Path, example: Path) -> None:
    (example / "data").rename(tmp_path / "undan")
    assert marks(check(example)) == [
        ("GRA101", "data/granskningspolicy.yml", 1),
        ("ROL101", "data/handbok.yml", 1),
        ("ROL101", "data/handelser.yml", 1),
        ("ROL101", "data/roller.yml", 1),
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("data/lagar/exl.yml", "namn: Exempellagen", "namm: Exempellagen", "LAG103"),
        ("data/lagar/exl.yml", "kortnamn: ExL", "kortnamn: @ExL", "LAG101"),
        ("data/lagar/gel.yml", "källor:", "källor: x:", "LAG101"),
        ("data/checklistor/CL-AAA.yml", "titel: Anvisa", "titel: Anvisa\ntitel: Anvisa", "CHK102"),
        ("data/granskningar/RUT-AAA/2026-11-01.yml", "utfall: ändrad", "utfall: bra", "GRA105"),
        ("docs/rutiner/rut-aaa.md", "typ: rutin", "typ: rutn", "SID105"),
        ("docs/rutiner/rut-aaa.md", '{{ visa_steg("beslut") }}', "{{ visa_steg( }}", "SID108"),
        ("docs/rutiner/rut-bbb.md", "skede: uppföljning", "skede: uppfoljning", "SID105"),
        ("docs/checklistor/cl-aaa.md", "typ: checklista", "typ: lista", "SID105"),
        ("docs/mallar/m-und.md", "typ: mall", "typ: blankett", "SID105"),
        ("data/mallar/M-UND.yml", "typ: rad", "typ: mening", "MAL105"),
        ("data/forum.yml", "nivå: chef", "nivå: ledning", "FOR105"),
        ("data/revision/exempelkoping-2024.yml", "status: besvarad", "status: klar", "REV105"),
        ("data/indikatorer/bistand.yml", "enhet: procent", "enhet: andel", "IND105"),
        ("data/egenkontroll.yml", "sannolikhet: 2", "sannolikhet: 9", "EGK105"),
        ("data/processer.yml", "typ: slut", "typ: mål", "PRO105"),
        ("data/ordlista.yml", "term: insats", "term: @insats", "SPR101"),
        ("data/sprakgranser.yml", "lix: 40", "lix: 90", "SPR105"),
    ],
)
def test_unreadable_file_is_one_mistake_and_nothing_that_follows_from_it(
    example: Path, path: str, old: str, new: str, code: str
) -> None:
    edit(example / path, old, new)
    missing_twin = {"LAG103": "LAG104"}.get(code)
    assert [c for c in codes(blocking(check(example))) if c != missing_twin] == [code]


def test_file_count_counts_every_file(handbook: Handbook, example: Path) -> None:
    files = [path for path in example.rglob("*") if path.is_file() and path.name != "mkdocs.yml"]
    assert handbook.file_count == len(files)


def test_acts_are_those_of_the_register_and_others_that_text_may_name(example: Path) -> None:
    (example / "data" / "andra-lagar.yml").write_text(
        'författningar:\n  - sfs: "2010:1"\n    namn: Tredjelagen\n', encoding="utf-8"
    )
    loaded, _ = load_and_check(example, TODAY)
    assert loaded is not None
    cited = find_citations("Enligt 2 kap. 1 § ExL och 7 § tredjelagen gäller det.", loaded.acts)
    assert [citation.act for citation in cited] == ["2020:100", "2010:1"]
    assert [loaded.acts.register_id(citation.act) for citation in cited] == ["exl", None]
