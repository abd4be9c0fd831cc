import pytest

from macros.render.indicators import indicator_link, indicator_url, indicators
from tests.render.small import place, small_handbook
from tests.render.small_follow_up import INDICATOR, follow_up_handbook, group, series


def shown(**changes: object) -> str:
    changed = {key: value for key, value in (INDICATOR | changes).items() if value is not None}
    return str(indicators(follow_up_handbook(indicator_groups={"bistand": place(group(changed))}), "bistand"))


def test_the_latest_value_stands_first_with_glyph_and_word() -> None:
    html = shown()
    assert '<span class="rh-indikator__tal">37,5\u00a0%</span> <span class="rh-indikator__ar">Prov 2024</span>' in html
    assert 'aria-hidden="true">○</span>Mellan nivåerna' in html
    assert "Uppnått 30\u00a0%, på rätt väg 35\u00a0%, ej uppnått 40\u00a0%" in html
    assert "Procent. Lägre är bättre." in html
    assert "Mäts i juni." in html


def test_figures_are_a_table_with_year_and_source() -> None:
    html = shown()
    assert '<th scope="row">2024</th><td>37,5\u00a0%</td><td>b</td>' in html
    assert '<th scope="row">2023</th><td>41\u00a0%</td><td>a</td>' in html
    assert html.index("2024</th>") < html.index("2023</th>")
    assert "Källa a: Rapporten, 2024." in html
    assert "Källa b: Boken." in html


def test_a_series_without_a_figure_for_the_year_has_a_dash() -> None:
    html = shown(serier=[series("Prov", y2023="1", y2024="2"), series("Riket", y2023="3")])
    assert '<th scope="row">2024</th><td>2\u00a0%</td><td>–</td><td>b</td>' in html


def test_without_figures_the_municipality_is_said_to_have_none() -> None:
    html = shown(serier=None)
    assert "Provs kommun har inget värde för måttet än." in html
    assert "<svg" not in html
    assert "<table" not in html
    assert "Uppnått 30" in html


def test_without_targets_there_is_no_verdict() -> None:
    assert "rh-lage" not in shown(målnivåer=None)


def test_another_municipalitys_figures_are_not_shown() -> None:
    html = shown(kommun="annan")
    assert '<h2 id="langvarigt"' in html
    assert "hör till en annan kommun och visas inte för Provs kommun" in html
    for text in ("37,5", "<svg", "Boken", "Andel av alla", "Följs av"):
        assert text not in html


def test_an_indicator_for_every_municipality_is_shown() -> None:
    assert "37,5" in shown(kommun=None)


def test_the_link_leads_to_the_group_that_holds_the_indicator() -> None:
    handbook = follow_up_handbook()
    assert indicator_url(handbook, "langvarigt") == "uppfoljning/matt/#langvarigt"
    link = indicator_link(handbook, "langvarigt", "rutiner/")
    assert link == '<a href="../uppfoljning/matt/#langvarigt">Långvarigt bistånd</a>'
    assert indicator_url(handbook, "okand") is None


def test_without_a_page_the_name_is_plain_text() -> None:
    handbook = follow_up_handbook()
    bare = small_handbook(holdings=handbook.holdings)
    assert indicator_link(bare, "langvarigt", "rutiner/") == "Långvarigt bistånd"


def test_an_unknown_indicator_is_an_error() -> None:
    with pytest.raises(KeyError):
        indicator_link(follow_up_handbook(), "okand", "")


def test_nothing_from_the_data_is_markup() -> None:
    bad = "<script>x</script>"
    sources = [{"id": "bok", "namn": bad}]
    html = shown(namn=bad, definition=bad, anmärkning=bad, källor=sources, serier=[series(bad, y2020="1", y2021="2")])
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 6
