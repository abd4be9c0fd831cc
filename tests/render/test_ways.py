"""Previous and next on the example's pages, and on the real ones where the whole chain stands."""

import pytest

from macros.checks import load_and_check
from macros.handbook import Handbook
from macros.render.ways import Way, Ways, lost_page, ways
from tests.conftest import ROOT, TODAY


@pytest.fixture(scope="module")
def real() -> Handbook:
    handbook, _ = load_and_check(ROOT, TODAY)
    assert handbook is not None
    return handbook


def words(found: Ways) -> tuple[str, str]:
    return tuple(f"{way.word}: {way.name}" if way else "" for way in (found.back, found.on))  # type: ignore[return-value]


def test_stages_lead_on_in_the_order_of_the_process(real: Handbook) -> None:
    found = ways(real)
    assert [words(found[f"rutiner/rut-{name}.md"]) for name in ("anv", "sam", "upp", "avs")] == [
        ("Tillbaka till: Alla rutiner", "Nästa skede: Samverkan"),
        ("Skedet före: Anvisning", "Nästa skede: Uppföljning"),
        ("Skedet före: Samverkan", "Nästa skede: Avslut"),
        ("Skedet före: Uppföljning", ""),
    ]


def test_other_routines_lead_back(real: Handbook) -> None:
    found = ways(real)
    assert words(found["rutiner/rut-nar.md"]) == ("Skedet: Uppföljning", "")
    assert words(found["rutiner/rut-inf.md"]) == ("Tillbaka till: Alla rutiner", "")


def test_checklists_lead_to_their_routine_and_to_the_next_list(real: Handbook) -> None:
    found = ways(real)
    assert words(found["checklistor/cl-anv.md"]) == (
        "Rutinen: Anvisning till arbetsmarknadsinsats",
        "Nästa checklista: Startmöte",
    )
    assert words(found["checklistor/cl-avs.md"])[1] == ""
    assert words(found["checklistor/cl-inf.md"])[1] == ""


def test_following_next_from_the_first_list_passes_every_list_of_the_process(real: Handbook) -> None:
    found, passed, here = ways(real), [], "checklistor/cl-anv.md"
    while here:
        assert here not in passed
        passed.append(here)
        coming = found[here].on
        here = f"{coming.url.rstrip('/')}.md" if coming else ""
    staged = {
        page.path.removeprefix("docs/")
        for routine in real.routines.values()
        if getattr(routine.value.meta, "stage", None)
        for checklist in getattr(routine.value.meta, "checklists", ())
        if (page := real.checklist_page(checklist))
    }
    assert set(passed) == staged


def test_every_way_leads_to_a_page(real: Handbook) -> None:
    urls = {page.value.url for page in real.pages}
    assert {way.url for found in ways(real).values() for way in (found.back, found.on) if way} <= urls


def test_example_has_two_stages(handbook: Handbook) -> None:
    found = ways(handbook)
    assert found["rutiner/rut-aaa.md"].on is not None
    assert found["checklistor/cl-aaa.md"].back == Way("Rutinen", "Anvisa till en insats", "rutiner/rut-aaa/")


def test_lost_reader_gets_the_stages_and_the_key(real: Handbook) -> None:
    found = lost_page(real)
    assert [way.name for way in found["skeden"]] == ["Anvisning", "Samverkan", "Uppföljning", "Avslut"]  # type: ignore[attr-defined]
    assert found["nyckel"] == "lagrum/nyckel/"
