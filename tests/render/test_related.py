from dataclasses import replace

from macros.model.forum import ForumFile
from macros.model.page import Heading, Page, PageBody, RoutineMeta
from macros.model.profile import Profile
from macros.render.related import related
from tests.render.small import PROFILE, ROUTINE, TODAY, place, routine_page, small_handbook
from tests.render.small_follow_up import follow_up_handbook
from tests.render.small_holdings import FORUMS, LOCAL_FORUMS


def test_the_routine_leads_back_to_the_recommendations_that_it_answers() -> None:
    html = related(follow_up_handbook(), routine_page(), TODAY)
    own, others = html.index("Den egna kommunens granskningar"), html.index("Andra kommuners granskningar")
    assert own < html.index('<a href="../../revision/#prv-1">PRV-1</a>') < others
    assert others < html.index('<a href="../../revision/#ann-1">ANN-1</a>')
    assert "PRV-2" not in html


def test_checklist_and_risks_stand_with_their_links() -> None:
    html = related(follow_up_handbook(), routine_page(), TODAY)
    assert '<a href="../../checklistor/cl-anv/">CL-ANV Anvisning</a>, 2 punkter' in html
    assert '<a href="../../uppfoljning/egenkontroll/#ek-01">EK-01</a>' in html


def test_meetings_have_their_local_name_and_cadence() -> None:
    handbook = small_handbook(profile=place(Profile.model_validate(PROFILE | {"forum": LOCAL_FORUMS})))
    handbook = replace(
        handbook, holdings=replace(handbook.holdings, forum_file=place(ForumFile.model_validate(FORUMS)))
    )
    html = related(handbook, routine_page(), TODAY)
    assert "Torsdagsmötet, varje torsdag" in html
    assert "Nämndmöte, varje vecka" in html


def test_the_next_stage_is_its_main_routine() -> None:
    handbook = small_handbook()
    meta = RoutineMeta.model_validate(ROUTINE | {"id": "RUT-SAM", "skede": "samverkan"})
    page = Page("docs/rutiner/rut-sam.md", meta, PageBody((Heading(1, "Samverkan", None, 1),)))
    handbook = replace(handbook, pages=(*handbook.pages, place(page)))
    assert '<dt>Nästa skede</dt><dd><a href="../rut-sam/">RUT-SAM Samverkan</a></dd>' in related(
        handbook, routine_page(), TODAY
    )
    assert "Nästa skede" not in related(handbook, page, TODAY)


def test_a_routine_of_the_whole_process_has_no_next_stage() -> None:
    assert "Nästa skede" not in related(follow_up_handbook(), routine_page(skede=None), TODAY)


def test_a_routine_that_belongs_with_nothing_gets_no_section() -> None:
    assert related(small_handbook(checklists={}), routine_page(), TODAY) == ""
