from datetime import date
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from macros.model.measurement import CountFile, Tally
from macros.render.share_chart import control_chart, item_thread
from macros.render.trends import change, control_trends
from tests.render.small import TODAY, place
from tests.render.small_follow_up import RISK, controls, counted, follow_up_handbook

URL = "uppfoljning/utfall/"
FIRST, SECOND, THIRD, FOURTH = "2025-06-01", "2025-12-01", "2026-03-01", "2026-09-01"


def trends(*files: CountFile) -> str:
    return str(control_trends(follow_up_handbook(count_files=files), URL, TODAY))


def one(day: str, met: int, examined: int = 10) -> CountFile:
    return counted(day, ("CL-ANV-01", met, examined))


def drawing(html: str) -> ElementTree.Element:
    start = html.index('<svg class="rh-diagram"')
    return ElementTree.fromstring(html[start : html.index("</svg>", start) + 6])  # noqa: S314 - our own markup


def tags(svg: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return svg.findall(f".//{{http://www.w3.org/2000/svg}}{name}")


def test_without_measurements_it_says_so_and_how_to_begin() -> None:
    html = trends()
    assert "Ingen egenkontroll är redovisad än</strong> i Provs kommun." in html
    assert '<a href="../blad/#blad-ek-02">EK-02</a>' in html
    assert "<code>data/egenkontroll/prov/EK-02/ÅÅÅÅ-MM-DD.csv</code>" in html
    assert "<table" not in html
    assert "<svg" not in html


def test_another_municipalitys_measurements_are_not_shown() -> None:
    assert "Ingen egenkontroll är redovisad än" in trends(counted(FIRST, ("CL-ANV-01", 8, 10), profile="annan"))


def test_one_measurement_is_numbers_and_no_trend() -> None:
    html = trends(one(FIRST, 8))
    assert "<strong>En mätning, 1 juni 2025:</strong> 8 av 10 bedömningar uppfyllda (80&nbsp;%)." in html
    assert "Det krävs två mätningar för att se en utveckling." in html
    assert "Förändring" not in html
    assert "<svg" not in html
    assert "8 av 10<span" in html


def test_two_measurements_are_compared_in_words_with_numbers() -> None:
    html = trends(one(SECOND, 8), one(FIRST, 5))
    assert "<strong>Senast, 1 december 2025:</strong> 8 av 10 bedömningar uppfyllda (80&nbsp;%)." in html
    assert "Gången före, 1 juni 2025: 5 av 10 (50&nbsp;%)." in html
    assert '<span class="rh-trend__andring">↑ högre</span>' in html
    assert html.index('<th role="columnheader" scope="col">2025-06-01') < html.index("2025-12-01</th>")
    assert "<details" not in html


def test_chart_says_every_number_in_words_and_draws_them_true_to_the_days() -> None:
    svg = drawing(trends(one(FIRST, 0), one("2025-06-11", 5), one("2025-07-01", 10)))
    assert tags(svg, "title")[0].text == "EK-01: andel uppfyllda, 2025-06-01 till 2025-07-01"
    assert tags(svg, "desc")[0].text == (
        "2025-06-01: 0 av 10 (0\u00a0%). 2025-06-11: 5 av 10 (50\u00a0%). 2025-07-01: 10 av 10 (100\u00a0%)."
    )
    points = [(float(c.attrib["cx"]), float(c.attrib["cy"])) for c in tags(svg, "circle")]
    (x0, y0), (x1, y1), (x2, y2) = points
    assert (x1 - x0) / (x2 - x0) == pytest.approx(1 / 3, abs=0.01)
    assert (y0 - y1) == pytest.approx(y1 - y2)
    (line,) = tags(svg, "polyline")
    assert line.attrib["points"] == " ".join(f"{x:g},{y:g}" for x, y in points)


def test_line_breaks_where_other_items_were_counted_and_the_page_says_why() -> None:
    both = counted(THIRD, ("CL-ANV-01", 9, 10), ("CL-ANV-02", 0, 10))
    html = trends(one(FIRST, 5), one(SECOND, 6), both)
    svg = drawing(html)
    assert len(tags(svg, "circle")) == 3
    (line,) = tags(svg, "polyline")
    assert len(line.attrib["points"].split()) == 2
    assert "Alla mätningar räknar inte samma punkter." in html
    # 9 of 20 is less than 6 of 10, but of the item counted both times there is more.
    assert '<span class="rh-trend__andring">↑ högre</span>' in html


def test_with_the_same_items_every_time_nothing_is_said_of_that() -> None:
    assert "samma punkter" not in trends(one(FIRST, 5), one(SECOND, 6))


def test_change_is_unknown_when_nothing_was_counted_both_times() -> None:
    html = trends(one(FIRST, 5), counted(SECOND, ("CL-ANV-02", 5, 10)))
    assert '<span class="rh-trend__andring">–</span>' in html


def test_table_shows_the_latest_and_opens_all() -> None:
    html = trends(one(FIRST, 1), one(SECOND, 2), one(THIRD, 3), one(FOURTH, 4))
    table, _, rest = html.partition("<details")
    assert "1 av 10" not in table[table.index("<table") :]
    assert "Alla 4 mätningar av EK-01</summary>" in rest
    rows = rest[rest.index("<tbody>") :]
    assert rows.index(FOURTH) < rows.index(THIRD) < rows.index(SECOND) < rows.index(FIRST)
    assert "<td>1 av 10</td><td>10&nbsp;%</td><td>10</td>" in rows


def test_item_not_counted_and_item_that_applied_to_nobody_are_told_apart() -> None:
    first = counted(FIRST, ("CL-ANV-01", 5, 10), ("CL-ANV-02", 0, 0))
    html = trends(first, one(SECOND, 7, 8))
    row = html[html.index("CL-ANV-02") :]
    row = row[: row.index("</tr>")]
    assert '–<span class="rh-tabell__om">10 gällde inte</span>' in row
    assert '<span class="rh-tabell__om">inte räknad</span>' in row
    assert "<svg" not in row
    assert "7 av 8" in html
    assert "2 gällde inte" in html


def test_items_stand_in_the_controls_order_and_old_ones_last() -> None:
    html = trends(counted(FIRST, ("CL-ANV-02", 1, 10), ("CL-ANV-03", 2, 10), ("CL-ANV-01", 3, 10)))
    assert html.index("CL-ANV-01") < html.index("CL-ANV-03, räknas") < html.index("CL-ANV-02, räknas inte längre")
    assert "CL-ANV-01, räknas" not in html


def test_controls_that_nobody_has_measured_are_named_with_their_sheets() -> None:
    html = trends(one(FIRST, 5))
    assert 'Inte redovisade än: <a href="../blad/#blad-ek-02">EK-02</a>.' in html
    assert '<a href="../../egenkontroll/resultat.csv" download>' in html


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (Tally(2, 3), Tally(4, 6), "→ lika"),
        (Tally(1, 3), Tally(1, 2), "↑ högre"),
        (Tally(9, 10), Tally(8, 10), "↓ lägre"),
        (Tally(0, 0), Tally(8, 10), "–"),
        (Tally(8, 10), Tally(0, 0), "–"),
    ],
)
def test_change_compares_shares_and_not_numbers(before: Tally, after: Tally, words: str) -> None:
    assert change(before, after) == words


def test_thread_breaks_where_the_item_was_not_counted() -> None:
    days = [date(2026, month, 1) for month in (1, 3, 6, 9)]
    thread = item_thread(days, [Tally(1, 2), None, Tally(1, 2), Tally(2, 2)])
    assert len(thread.points) == 3
    assert thread.runs == (" ".join(f"{x:g},{y:g}" for x, y in thread.points[1:]),)


def test_thread_of_one_day_is_a_point_in_the_middle() -> None:
    thread = item_thread([date(2026, 1, 1)], [Tally(1, 2)])
    assert thread.points == ((48.0, 13.0),)
    assert thread.runs == ()
    assert item_thread([date(2026, 1, 1)], [None]).points == ()


def test_no_chart_of_a_single_share() -> None:
    handbook = follow_up_handbook(count_files=(one(FIRST, 5), one(SECOND, 0, 0)))
    measured = handbook.holdings.measurements("prov")
    assert [found.total.share for found in measured] == [Fraction(1, 2), None]
    assert control_chart("EK-01", measured) == ""


def test_days_written_do_not_run_into_each_other() -> None:
    files = tuple(one(f"2026-{month:02}-01", 5) for month in range(1, 12))
    svg = drawing(trends(*files))
    places = [float(t.attrib["x"]) for t in tags(svg, "text") if (t.text or "").startswith("2026-")]
    assert len(places) >= 2
    assert all(after - before >= 80 for before, after in pairwise(places))


def test_nothing_from_the_data_is_markup() -> None:
    bad = "<script>x</script>"
    spoiled = place(controls(RISK | {"risk": bad, "punkter": ["CL-ANV-01", "CL-ANV-99"]}))
    files = (counted(FIRST, ("CL-ANV-99", 1, 10)), counted(SECOND, (bad, 1, 10)))
    html = str(control_trends(follow_up_handbook(control_file=spoiled, count_files=files), URL, TODAY))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
