import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from macros.render.chart import chart, describe, scale
from tests.render.small_follow_up import indicator, series

YEARS = {"y2018": "10", "y2019": "20", "y2020": "15", "y2021": "30"}


def drawing(html: str) -> ET.Element:
    start, end = html.index("<svg"), html.index("</svg>") + len("</svg>")
    return ET.fromstring(re.sub(r' xmlns="[^"]*"', "", html[start:end]))  # noqa: S314 - our own text


def test_one_year_is_a_figure_and_not_a_chart() -> None:
    assert chart(indicator(serier=[series("Prov", y2024="1")])) == ""
    assert chart(indicator(serier=[])) == ""


def test_few_years_are_bars_and_many_are_lines() -> None:
    assert "rh-diagram--staplar" in chart(indicator())
    assert "<polyline" in chart(indicator(serier=[series("Prov", **YEARS)]))
    assert "<polyline" in chart(indicator(serier=[series("A", y2020="1", y2021="2"), series("B", y2020="2")]))


def test_a_chart_has_a_name_and_every_figure_in_words() -> None:
    svg = drawing(chart(indicator(serier=[series("Prov", **YEARS), series("Riket", y2021="7,5")])))
    assert svg.findtext("title") == "Långvarigt bistånd, 2018–2021"
    text = svg.findtext("desc") or ""
    assert text.startswith("Prov: 2018 10\u00a0%, 2019 20\u00a0%")
    assert text.endswith("Riket: 2021 7,5\u00a0%.")
    assert svg.get("aria-labelledby") == "diagram-langvarigt-namn diagram-langvarigt-text"


def test_series_differ_in_symbol_and_class_and_are_named_where_they_end() -> None:
    html = chart(indicator(serier=[series("Prov", **YEARS), series("Riket", **YEARS), series("Länet", **YEARS)]))
    svg = drawing(html)
    groups = svg.findall("g")
    assert [g.get("class", "")[-1] for g in groups] == ["2", "1", "0"]  # the own series is drawn last, on top
    assert len(groups[-1].findall("circle")) == 4
    shapes = [g.find("path[@class='rh-diagram__punkt']") for g in groups[:2]]
    assert len({(shape.get("d", "") if shape is not None else "").rpartition("l")[2] for shape in shapes}) == 2
    names = {(g.findtext("text") or "").strip() for g in groups}
    assert names == {"Prov", "Riket", "Länet"}


def test_names_that_would_overlap_are_moved_apart_and_stay_inside() -> None:
    flat = {"y2018": "0", "y2019": "0", "y2020": "0", "y2021": "0"}
    svg = drawing(chart(indicator(serier=[series(name, **flat) for name in "ABCD"], målnivåer={"uppnått": 10})))
    heights = sorted(float(g.findall("text")[-1].get("y", "0")) for g in svg.findall("g"))
    assert all(after - before >= 20 for before, after in pairwise(heights))
    assert heights[-1] < float(svg.get("height", "0"))


def test_a_year_without_a_figure_breaks_the_line() -> None:
    broken = series("Prov", y2015="1", y2016="2", y2018="3", y2019="4")
    assert chart(indicator(serier=[broken])).count("<polyline") == 2
    lonely = series("Prov", y2015="1", y2017="2", y2019="3", y2021="4")
    html = chart(indicator(serier=[lonely]))
    assert "<polyline" not in html
    assert html.count("<circle") == 4


def test_bars_say_which_years_have_no_figure() -> None:
    html = chart(indicator(serier=[series("Prov", y2016="377", y2019="315", y2020="299")]))
    assert "2017–2018" in html
    assert html.count("inget värde") == 1
    assert html.count("<rect") == 3


def test_bars_begin_at_zero_and_leave_room_for_the_target() -> None:
    svg = drawing(chart(indicator(serier=[series("Prov", y2020="25", y2021="50")], målnivåer={"uppnått": 100})))
    assert [float(r.get("width", "0")) for r in svg.findall("rect")] == [90.0, 180.0]
    assert "mål 100\u00a0%" in [text.text for text in svg.findall("text")]


def test_figures_of_nothing_but_zero_do_not_break_the_chart() -> None:
    zero = series("Prov", y2020="0", y2021="0")
    assert chart(indicator(serier=[zero], målnivåer={"uppnått": 0})).count("<rect") == 2


@pytest.mark.parametrize(
    ("highest", "top"), [("51", 60), ("50", 50), ("0.5", 1), ("1", 1), ("377", 400), ("100", 100), ("123456", 130000)]
)
def test_the_scale_begins_at_zero_and_reaches_the_highest(highest: str, top: int) -> None:
    ticks = scale(Decimal(highest))
    assert ticks[0] == 0
    assert ticks[-1] == top
    assert len({b - a for a, b in pairwise(ticks)}) == 1


def test_many_years_are_not_all_written_out() -> None:
    many = series("Prov", **{f"y{year}": "1" for year in range(1995, 2025)})
    shown = re.findall(r'text-anchor="middle">(\d{4})<', chart(indicator(serier=[many])))
    assert len(shown) <= 11
    assert shown[0] == "1995"


def test_text_from_data_is_escaped() -> None:
    html = chart(indicator(namn="<b>", serier=[series("<i>", **YEARS)]))
    assert "<b>" not in html
    assert "<i>" not in html
    assert "&lt;b&gt;" in html
    assert "&lt;i&gt;" in describe(indicator(serier=[series("&lt;i&gt;", y2020="1")]))


def test_nothing_is_styled_inline() -> None:
    html = chart(indicator(serier=[series("Prov", **YEARS)]))
    assert "style=" not in html
    assert "fill=" not in html
