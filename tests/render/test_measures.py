import pytest

from macros.model.record import UNKNOWN
from macros.render.measures import measure_link, measures
from tests.render.small import TODAY, small_handbook
from tests.render.small_follow_up import MEASURE, follow_up_handbook

URL = "samverkan/insatser/"


@pytest.fixture
def html() -> str:
    return str(measures(follow_up_handbook(), URL, TODAY))


def test_facts_stand_in_fixed_order_with_provider_and_ground(html: str) -> None:
    entry = html[html.index('<h3 id="insats-verkstaden"') : html.index('<h3 id="insats-praktik"')]
    labels = ("Vad", "För vem", "Utförare", "Grund", "Väg in", "Omfattning", "Uppföljning", "Närvaro")
    positions = [entry.index(f"<dt>{label}</dt>") for label in labels]
    assert positions == sorted(positions)
    assert '<a href="../kommunen/#verkstad">Verkstaden</a>' in entry
    assert "#prov-2" in entry
    assert "Bygger stolar" in entry


def test_what_is_not_known_says_so_and_is_counted(html: str) -> None:
    entry = html[html.index('<h3 id="insats-verkstaden"') : html.index('<h3 id="insats-praktik"')]
    assert '<dt>För vem</dt><dd><span class="rh-okant">Fylls i av kommunen</span></dd>' in entry
    assert "okänt i underlaget" not in html
    assert '<span class="rh-upp">2 av 8</span>' in html


def test_an_insats_without_name_has_a_general_one_and_says_so(html: str) -> None:
    assert "Praktik på en plats</h3>" in html
    assert 'href="#insats-praktik">Praktik på en plats</a><span class="rh-tabell__id">allmänt namn</span></th>' in html
    assert html.count("allmänt namn") == 1
    assert '<dt>Namn</dt><dd><span class="rh-okant">Fylls i av kommunen</span></dd>' in html
    assert '<dt>Grund</dt><dd><span class="rh-okant">Fylls i av kommunen</span></dd>' in html


def test_an_insats_of_which_nothing_is_known_is_said_to_be_so_once() -> None:
    blank = MEASURE | dict.fromkeys(("namn", "vad", "för", "väg_in", "omfattning", "uppföljning", "närvaro"), UNKNOWN)
    html = str(measures(follow_up_handbook({"insatser": [blank | {"id": "praktik", "grund": []}]}), URL, TODAY))
    assert "Källorna säger inget om insatsen." in html
    assert '<span class="rh-upp">Allt</span>' in html
    assert "Verkstaden" not in html
    assert "<dl" not in html


def test_several_grounds_are_said_to_be_undecided() -> None:
    handbook = follow_up_handbook({"insatser": [MEASURE | {"grund": ["prov-1", "prov-2"]}]})
    assert "Vilken paragraf som gäller är inte avgjort." in measures(handbook, URL, TODAY)
    assert "inte avgjort" not in measures(follow_up_handbook({"insatser": [MEASURE]}), URL, TODAY)


def test_a_municipality_without_insatser_says_so() -> None:
    assert "Provs kommun har inte fyllt i några insatser än." in measures(small_handbook(), URL, TODAY)


def test_the_inline_link_has_the_local_name() -> None:
    handbook = follow_up_handbook()
    link = measure_link(handbook, "verkstaden", "rutiner/")
    assert link == '<a href="../samverkan/insatser/#insats-verkstaden">verkstaden</a>'
    general = measure_link(handbook, "praktik", "rutiner/")
    assert "praktik på en plats" in general
    assert '<span class="rh-dold"> (allmänt namn)</span>' in general
    with pytest.raises(KeyError):
        measure_link(handbook, "okand", "")


def test_nothing_from_the_data_is_markup() -> None:
    bad = "<script>x</script>"
    texts = ("namn", "vad", "för", "väg_in", "omfattning", "uppföljning", "närvaro")
    handbook = follow_up_handbook({"insatser": [MEASURE | dict.fromkeys(texts, bad)]})
    for html in (measures(handbook, URL, TODAY), measure_link(handbook, "verkstaden", URL)):
        assert "<script" not in html
        assert "&lt;script&gt;" in html
