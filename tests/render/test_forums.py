import re
from itertools import pairwise
from xml.etree import ElementTree

from macros.model.forum import ForumFile
from macros.render import forums
from macros.render.forums import forum_entry
from macros.render.year_wheel import height_of, segments, year_wheel
from tests.render.small import TODAY, place
from tests.render.small_holdings import BOARD_FORUM, FORUM, FORUMS, full_handbook

BAD = '<script>alert("x")</script>'
URL = "samverkan/forum/"


def listed() -> str:
    return str(forums.forum_list(full_handbook(), URL, TODAY))


def part(forum_id: str) -> str:
    html = listed()
    start = html.index(f'<h3 id="{forum_id}"')
    end = html.find("<h3", start + 1)
    return html[start : end if end > 0 else None]


def wheel(*found: dict[str, object]) -> str:
    handbook = full_handbook(forum_file=place(ForumFile.model_validate({"forum": list(found)})))
    return str(year_wheel(handbook, URL, TODAY))


def test_a_forum_is_a_link_with_its_local_name() -> None:
    html = str(forums.forum_link(full_handbook(), "genomgang", "rutiner/rut-anv/"))
    assert html == '<a href="../../samverkan/forum/#genomgang">torsdagsmötet</a>'
    assert "\n" not in html


def test_the_municipalitys_own_cadence_wins_and_is_no_proposal() -> None:
    html = part("genomgang")
    assert "Varje torsdag" in html
    assert "(förslag)" not in html
    assert "Varje vecka" not in html


def test_a_forum_without_a_local_name_says_so_and_shows_the_proposal() -> None:
    html = part("namndmote")
    assert '<span class="rh-okant">fylls i av kommunen</span>' in html
    assert "okänt i underlaget" not in html
    assert "(förslag)" in html
    assert "Vi vet inte." in html


def test_a_forum_that_the_profile_does_not_name_is_not_taken_for_a_local_one() -> None:
    other = FORUM | {"id": "annat", "namn": "annat möte"}
    handbook = full_handbook(forum_file=place(ForumFile.model_validate({"forum": [other]})))
    entry = forum_entry(handbook, handbook.holdings.forums["annat"])
    assert entry.local is None
    assert entry.is_proposed


def test_everything_about_a_forum_is_said() -> None:
    html = part("genomgang")
    labels = ["Kallar", "Deltar", "Dagordning", "Antecknas", "Om det stannar", "Styrs av", "Nivå"]
    positions = [html.index(f"<dt>{label}</dt>") for label in labels]
    assert positions == sorted(positions)
    assert "<li>Nya ärenden</li><li>Lediga platser</li>" in html
    assert '<a href="../../rutiner/rut-anv/#mote">Håll mötet</a>' in html
    assert '<a href="../../roller/coach/">coach</a>' in html


def test_a_folded_forum_says_what_it_is_for_how_often_and_who_calls() -> None:
    html = part("genomgang")
    assert html.index("</h3>") < html.index("<details") < html.index("<summary>")
    summary = re.sub(r"<[^>]+>", "", html[html.index("<summary>") : html.index("</summary>")])
    assert summary.startswith("Välja insats. Varje torsdag. Chefen kallar.")
    assert "<a " not in html[html.index("<summary>") : html.index("</summary>")]
    assert html.index("</summary>") < html.index("<dl") < html.index("</details>")


def test_the_calendar_is_offered_only_when_there_is_one() -> None:
    assert 'href="../../kalender/alla.ics"' in listed()
    without = full_handbook(forum_file=place(ForumFile.model_validate({"forum": [FORUM]})))
    assert ".ics" not in forums.forum_list(without, URL, TODAY)


def test_the_wheel_is_well_formed_and_its_list_says_the_same() -> None:
    html = str(year_wheel(full_handbook(), URL, TODAY))
    svg = ElementTree.fromstring(html[html.index("<svg") : html.index("</svg>") + 6])  # noqa: S314  our own
    assert len(svg.findall("path[@class='rh-arshjul__bit']")) == 10
    assert len(svg.findall("path[@class='rh-arshjul__bit rh-arshjul__bit--moten']")) == 2
    assert [text.text for text in svg.findall("text[@class='rh-arshjul__mote']")] == ["Nämndmöte", "Nämndmöte"]
    months = re.findall(r'rh-manader__namn">(\w+)</span><span>(?:<a [^>]*>)?([^<]*)', html)
    assert len(months) == 12
    assert [month for month, meeting in months if meeting == "Nämndmöte"] == ["Januari", "September"]
    assert months[6] == ("Juli", "Inga återkommande möten")


def test_meetings_without_months_are_listed_beside_the_wheel() -> None:
    html = str(year_wheel(full_handbook(), URL, TODAY))
    beside = html[html.index('id="utan-manad"') :]
    assert "Torsdagsmötet" in beside
    assert "Nämndmöte" not in beside


def test_labels_never_cover_each_other_and_stay_in_the_drawing() -> None:
    many = [
        BOARD_FORUM | {"id": f"mote-{n}", "namn": f"ett möte med ganska långt namn {n}", "månader": list(range(1, 13))}
        for n in range(2)
    ]
    handbook = full_handbook(forum_file=place(ForumFile.model_validate({"forum": many})))
    entries = [forum_entry(handbook, forum) for forum in handbook.holdings.forums.values()]
    for anchor in ("start", "end"):
        lines = [
            y
            for segment in segments(entries)
            if segment.label and segment.label.anchor == anchor
            for _, y, _, _ in segment.label.texts
        ]
        ordered = sorted(lines)
        assert len(lines) == 24
        assert all(b - a >= 18 for a, b in pairwise(ordered))
        assert ordered[0] - 15 > -height_of(segments(entries)) / 2
        assert ordered[-1] < height_of(segments(entries)) / 2


def test_text_from_the_forums_is_escaped() -> None:
    free = ("namn", "syfte", "hur_ofta", "dokumenteras", "eskalering")
    spoiled = [
        forum | dict.fromkeys(free, BAD) | {"dagordning": [BAD], "id": f"x-{n}"}
        for n, forum in enumerate(FORUMS["forum"])
    ]
    handbook = full_handbook(forum_file=place(ForumFile.model_validate({"forum": spoiled})))
    for html in (
        forums.forum_list(handbook, URL, TODAY),
        forums.forum_link(handbook, "x-0", ""),
        year_wheel(handbook, URL, TODAY),
    ):
        assert "&lt;script&gt;" in html
        assert "<script" not in html


def test_a_year_without_such_meetings_has_no_wheel() -> None:
    assert "<svg" not in wheel(FORUM)
