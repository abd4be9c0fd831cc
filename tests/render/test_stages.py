from dataclasses import replace
from typing import Any

import pytest

from macros.handbook import Handbook
from macros.model.page import Heading, Page, PageBody, RoutineMeta, Stage
from macros.render.routine_head import eyebrow, stage_row
from macros.render.routines import routine_entries, routines
from macros.render.stages import main_routines, stages
from tests.render.small import ROUTINE, TODAY, place, routine_page, small_handbook


def routine(routine_id: str, stage: str | None, **changes: Any) -> Page:
    meta = RoutineMeta.model_validate(ROUTINE | {"id": routine_id, "skede": stage} | changes)
    path = f"docs/rutiner/{routine_id.lower()}.md"
    return Page(path, meta, PageBody((Heading(1, f"Rutin {routine_id}", None, 1),)))


@pytest.fixture
def handbook() -> Handbook:
    base = small_handbook()
    pages = (
        routine("RUT-AKT", None),
        routine("RUT-HAN", None),
        routine("RUT-NAR", "uppföljning"),
        routine("RUT-UPP", "uppföljning"),
        routine("RUT-SAM", "samverkan"),
    )
    return replace(base, pages=(*base.pages, *map(place, pages)))


def test_a_stage_is_known_by_the_routine_named_after_it(handbook: Handbook) -> None:
    assert main_routines(handbook)[Stage.FOLLOW_UP].url == "rutiner/rut-upp/"
    assert [entry.routine and entry.routine.url for entry in stages(handbook)] == [
        "rutiner/rut-anv/",
        "rutiner/rut-sam/",
        "rutiner/rut-upp/",
        None,
    ]


def test_without_such_a_routine_the_first_stands_for_the_stage() -> None:
    base = small_handbook()
    pages = (place(routine("RUT-BBB", "avslut")), place(routine("RUT-CCC", "avslut")))
    assert main_routines(replace(base, pages=(*base.pages, *pages)))[Stage.CLOSING].url == "rutiner/rut-bbb/"


def test_routines_stand_in_the_order_of_the_process(handbook: Handbook) -> None:
    ids = [entry.meta.id for entry in routine_entries(handbook, TODAY)]
    assert ids == ["RUT-ANV", "RUT-SAM", "RUT-UPP", "RUT-NAR", "RUT-AKT", "RUT-HAN"]


def test_routines_of_the_whole_process_have_a_list_of_their_own(handbook: Handbook) -> None:
    html = str(routines(handbook, "rutiner/", TODAY))
    staged, whole = html.split('<h2 id="hela-processen" markdown="span">Gäller hela processen</h2>')
    assert "RUT-NAR" in staged
    assert "RUT-AKT" not in staged
    assert "RUT-AKT" in whole
    assert "RUT-NAR" not in whole


def test_only_routines_of_the_whole_process_make_a_list_without_an_empty_one() -> None:
    base = small_handbook()
    html = str(routines(replace(base, pages=(*base.pages[:-1], place(routine("RUT-AKT", None)))), "rutiner/", TODAY))
    assert "Ingen rutin är skriven än." not in html
    assert html.count("<table") == 1


def test_a_routine_of_the_whole_process_has_no_current_stage(handbook: Handbook) -> None:
    page = routine("RUT-AKT", None)
    html = stage_row(handbook, page, TODAY)
    assert "aria-current" not in html
    assert html.count("<a ") == 3
    assert "<span>Gäller hela processen</span>" in eyebrow(handbook, page)
    assert "hela processen" not in eyebrow(handbook, routine_page())


def test_another_routine_of_the_stage_links_to_its_main_one(handbook: Handbook) -> None:
    html = stage_row(handbook, routine("RUT-NAR", "uppföljning"), TODAY)
    assert '<a class="rh-skedesrad__har" aria-current="step" href="../rut-upp/">' in html
    main = stage_row(handbook, routine("RUT-UPP", "uppföljning"), TODAY)
    assert '<span class="rh-skedesrad__har" aria-current="step">' in main
