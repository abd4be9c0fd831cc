from dataclasses import replace
from typing import Any

from macros.handbook import Handbook
from macros.model.forum import ForumFile
from macros.model.profile import Form, Settings
from macros.render.names import local_name
from macros.render.profile import profile, receivers
from tests.render.small import PROFILE, SETTINGS, place
from tests.render.small_follow_up import GENERAL_MEASURES, MEASURE, follow_up_handbook
from tests.render.small_holdings import FORUM, FORUMS, LOCAL_FORUMS

UNKNOWN = "okänt i underlaget"
UNNAMED_UNIT: dict[str, Any] = {"id": "dold", "namn": UNKNOWN, "för": UNKNOWN}
GENERAL = {"allmänna_namn": [{"id": "dold", "namn": "den dolda enheten"}, {"id": "namndmote", "namn": "nämndmötet"}]}


def handbook(**changes: Any) -> Handbook:
    units = [*PROFILE["enheter"], UNNAMED_UNIT]  # type: ignore[misc]
    found = follow_up_handbook({"enheter": units, "forum": LOCAL_FORUMS} | changes)
    holdings = replace(found.holdings, forum_file=place(ForumFile.model_validate(FORUMS)))
    return replace(
        found, settings=place(Settings.model_validate(SETTINGS | GENERAL | GENERAL_MEASURES)), holdings=holdings
    )


def row(html: str, anchor: str) -> str:
    start = html.index(f'<tr role="row" id="{anchor}"')
    return html[start : html.index("</tr>", start)]


def test_a_forum_has_what_is_shared_and_what_is_local() -> None:
    found = row(profile(handbook(), "samverkan/"), "genomgang")
    assert "Genomgång" in found
    assert "Välja insats." in found
    assert "Deltar: Handläggare, coach" in found
    assert "Torsdagsmötet" in found
    assert "Varje torsdag" in found
    assert "förslag" not in found


def test_a_forum_without_local_name_or_cadence_shows_the_proposal() -> None:
    found = row(profile(handbook(), "samverkan/"), "namndmote")
    assert '<span class="rh-okant">Fylls i av kommunen</span>' in found
    assert 'Varje vecka <span class="rh-forslag">(förslag)</span>' in found
    assert "Vi vet inte." in found


def test_a_forum_that_the_profile_leaves_out_is_still_shown_as_missing() -> None:
    html = str(profile(handbook(forum=[]), "samverkan/"))
    assert "Fylls i av kommunen" in row(html, "genomgang")
    assert '<span class="rh-saknas__sort">Möte</span> genomgång' in html


def test_a_forum_that_only_the_profile_has_is_shown() -> None:
    own = {"id": "eget", "namn": "vårt eget möte"}
    assert "Vårt eget möte" in row(profile(handbook(forum=[own]), "samverkan/"), "eget")


def test_missing_names_are_listed_with_what_the_handbook_calls_them() -> None:
    html = str(profile(handbook(), "samverkan/"))
    missing = html[html.index('id="namn-som-saknas"') :]
    assert "3 namn kvar att fylla i" in missing
    assert '<span class="rh-saknas__sort">Insats</span> praktik på en plats' in missing
    assert '<span class="rh-saknas__sort">Verksamhet</span> den dolda enheten' in missing
    assert '<span class="rh-saknas__sort">Möte</span> nämndmötet' in missing
    assert UNKNOWN not in html


def test_a_complete_profile_has_no_list_of_missing_names() -> None:
    complete = handbook(enheter=PROFILE["enheter"], forum=LOCAL_FORUMS[:1], insatser=[MEASURE])
    complete = replace(
        complete, holdings=replace(complete.holdings, forum_file=place(ForumFile.model_validate({"forum": [FORUM]})))
    )
    assert "Namn som saknas" not in profile(complete, "samverkan/")


def test_an_unknown_receiver_is_never_shown_as_a_fact() -> None:
    html = receivers(handbook())
    assert "här kallat den dolda enheten" in html
    assert UNKNOWN not in html
    assert html.count("Fylls i av kommunen") == 2


def test_a_local_name_is_plain_and_a_general_one_is_marked_for_eye_and_ear() -> None:
    assert local_name(handbook(), "verkstad") == "Verkstaden"
    found = local_name(handbook(), "dold", Form.GENITIVE)
    assert 'class="rh-okant rh-okant--namn"' in found
    assert "den dolda enhetens<span" in found
    assert '<span class="rh-dold"> (allmänt namn)</span>' in found


def test_names_are_escaped() -> None:
    bad = "<script>x</script>"
    spoiled = [{"id": "genomgang", "namn": bad, "hur_ofta": bad, "anmärkning": bad}]
    html = profile(handbook(forum=spoiled), "samverkan/")
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 3
    assert "<script" not in local_name(handbook(forum=spoiled), "genomgang")


def test_a_board_is_shown_with_what_it_does_before_the_units() -> None:
    boards = [{"id": "namnd", "namn": "nämnden", "gör": "Beslutar <b>."}, {"id": "tyst", "namn": UNKNOWN}]
    html = str(profile(handbook(nämnder=boards), "samverkan/"))
    assert row(html, "namnd").endswith('Beslutar &lt;b&gt;.</td><td role="cell" data-label="Hör till">Nämnd</td>')
    assert '<td role="cell" data-label="Gör">–</td>' in row(html, "tyst")
    assert html.index('id="namnd"') < html.index('id="tyst"') < html.index('id="verkstad"')
