"""The pages about the law as a whole: key, decision table, work plan, register, and what a law page says of a rule."""

import re
from datetime import date

import pytest

from macros.model.statute import Certainty, Provision
from macros.render import law_choices, law_key, law_plan, law_register, statutes
from macros.render.rule_links import rule_link
from macros.render.rule_uses import use_groups
from macros.render.wordings import wording_phase, wording_time
from tests.render.small import TODAY, small_handbook
from tests.render.small_law import CHOICES, law_handbook, lydelse, new_statute


def numbered(chapter: int | None, paragraph: str) -> Provision:
    data = {"id": "prov-1", "kapitel": chapter, "paragraf": paragraph, "rubrik": "Prov", "lydelser": [lydelse()]}
    return Provision.model_validate({key: value for key, value in data.items() if value is not None})


@pytest.mark.parametrize(
    ("chapter", "paragraph", "shorts"),
    [
        (4, "4", ("4:4",)),
        (16, "6 f", ("16:6f",)),
        (10, "4-6", ("10:4", "10:5", "10:6")),
        (10, "4–6", ("10:4", "10:5", "10:6")),
        (12, "4 a–6 a", ("12:4a", "12:6a")),
        (None, "25", ("25",)),
    ],
)
def test_a_number_is_also_written_short(chapter: int | None, paragraph: str, shorts: tuple[str, ...]) -> None:
    assert law_key.short_numbers(numbered(chapter, paragraph)) == shorts


@pytest.mark.parametrize(
    ("short", "forms"),
    [
        ("4:4", ("4 kap. 4 §", "4 kap 4 §", "4:4")),
        ("16:6f", ("16 kap. 6 f §", "16 kap 6 f §", "16 kap. 6f §", "16:6f")),
        ("25", ("25 §",)),
    ],
)
def test_the_ways_to_write_a_number(short: str, forms: tuple[str, ...]) -> None:
    assert law_key.written_forms(short) == forms


def test_the_key_leads_from_old_to_new_and_back() -> None:
    html = str(law_key.law_key(law_handbook(), "lagrum/nyckel/", TODAY))
    old, new = html.index("gammalt-till-nytt"), html.index("nytt-till-gammalt")
    assert old < html.index('data-nr="4:4"') < html.index("Får har blivit ska") < new
    assert "i stället för första stycket" in html[old:new]
    assert "trolig</span> jämförelse" in html[old:new]
    assert html.index("gam/#gam-4-4", new) > new
    assert html.index('href="../ny/#ny-12-4"', old) < new


def test_every_old_number_has_a_heading_of_its_own() -> None:
    html = str(law_key.law_key(law_handbook(), "lagrum/nyckel/", TODAY))
    headings = re.findall(r'<h3 id="gammal-([^"]+)" markdown="span"', html)
    assert headings == ["gam-4-4", "gam-10-4", "gam-10-5", "gam-10-6", "gam-16-6f"]
    section = html[html.index('id="gammal-gam-4-4"') :].partition("<h3 ")[0]
    assert "4 kap. 4 §, 4 kap 4 §, 4:4" in section
    assert 'href="../ny/#ny-12-4"' in section


def test_the_decision_table_says_what_applies_when_and_how_sure() -> None:
    html = str(law_choices.law_choices(law_handbook(), "lagrum/vilken-lag/", TODAY))
    assert re.findall(r'<tr role="row"( data-[^>]*)>', html) == [
        ' data-till="2025-06-30"',
        ' data-fran="2025-07-01" data-till="2026-06-30"',
        ' data-fran="2026-07-01"',
    ]
    times = ("Till och med 30 juni 2025", "1 juli 2025 – 30 juni 2026", "1 juli 2026 och senare")
    assert [html.index(time) for time in times] == sorted(html.index(time) for time in times)
    assert "Öppen fråga: Får eller ska?" in html
    assert "1&nbsp;500&nbsp;000" in html
    assert html.index("lydelsen 30&nbsp;juni&nbsp;2026") < html.index("1 juli 2026 och senare")
    assert '<form class="rh-filter rh-lagval" data-rh-lagval hidden>' in html


@pytest.mark.parametrize(("law", "row"), [("osäker", Certainty.UNSURE), ("säker", Certainty.SURE)])
def test_a_row_is_as_certain_as_the_law_it_rests_on(law: str, row: Certainty) -> None:
    handbook = law_handbook(law)
    assert handbook.holdings.law_choices is not None
    (matter,) = handbook.holdings.law_choices.value.matters
    choice = matter.choice_on(date(2026, 7, 1))
    assert choice is not None
    assert law_choices.choice_certainty(handbook, choice, TODAY) is row


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (date(1900, 1, 1), "Gamla lagen."),
        (date(2025, 6, 30), "Gamla lagen."),
        (date(2025, 7, 1), "Nya lagen."),
        (date(2026, 6, 30), "Nya lagen."),
        (date(2099, 1, 1), CHOICES["ärenden"][0]["rader"][2]["svar"]),  # type: ignore[index]
    ],
)
def test_every_day_has_one_answer(day: date, answer: str) -> None:
    choices = law_handbook().holdings.law_choices
    assert choices is not None
    found = choices.value.matters[0].choice_on(day)
    assert found is not None
    assert found.answer == answer


def test_without_a_table_or_a_plan_the_pages_say_so() -> None:
    assert "ingen tabell över lagval" in law_choices.law_choices(small_handbook(), "", TODAY)
    assert "Det som planen inte nämner" in law_plan.work_plan(small_handbook(), "", TODAY)
    verified = small_handbook(statutes={})
    assert "Allt i lagregistret är kontrollerat." in law_plan.work_plan(verified, "", TODAY)


def test_the_plan_groups_by_source_in_its_order_and_loses_nothing() -> None:
    groups = law_plan.plan_groups(law_handbook(), TODAY)
    assert [group.source.id if group.source else None for group in groups] == ["forst", "sedan", None]
    found = {(task.rule.id, task.older, task.phase) for group in groups for task in group.tasks}
    assert found == {
        ("ny-12-4", None, "Gäller nu"),
        ("ny-34-1", "gam-16-6f", "Jämförelse"),
        ("ny-34-1", None, "Gäller nu"),
        ("ny-avgift", None, "Kommer"),
    }
    assert [task.rule.id for task in groups[0].tasks] == ["ny-12-4"]
    assert [task.older for task in groups[1].tasks] == ["gam-16-6f"]


def test_the_plan_says_what_to_answer_and_which_line_to_change() -> None:
    html = str(law_plan.work_plan(law_handbook(), "lagrum/att-kontrollera/", TODAY))
    assert "4 uppgifter att kontrollera" in html
    assert "Får eller ska?" in html
    assert "Är det rätt nummer?" in html
    assert "<code>säkerhet: säker</code>" in html
    assert "<code>säkerhet_dag: säker</code>" in html
    assert "prov.yml, rad 1" in html
    assert html.index("Även nya ärenden?") > html.index('id="tolkning"')


def test_the_register_of_rules_can_be_filtered_by_what_its_rows_carry() -> None:
    html = str(law_register.rule_register(law_handbook(), "lagrum/register/", TODAY))
    rows = re.findall(r'<tr role="row" data-sakerhet="([^"]+)" data-lage="([^"]+)" data-lag="([^"]+)">', html)
    assert ("osäker", "gäller", "ny") in rows
    assert ("trolig", "gäller inte än", "ny") in rows
    assert ("säker", "har upphört", "gam") in rows
    assert len(rows) == len(law_handbook().rules)
    options = re.findall(r'<option value="([^"]+)">', html)
    assert {value for row in rows for value in row} == set(options)


def test_a_law_page_shows_older_wordings_and_transitional_rules() -> None:
    html = str(statutes.statute(law_handbook(), "ny", "lagrum/ny/", TODAY))
    own = html[html.index('id="ny-34-1"') :].partition("<h2 ")[0]
    assert own.index("<strong>Har upphört</strong>") < own.index("../gam/#gam-16-6f") < own.index("Gäller nu")
    assert '<dt>Undantag</dt><dd><a href="#ny-overgang-5">Äldre beslut (NL)</a>' in own
    rule = html[html.index('id="ny-overgang-5"') :]
    assert '<dt>Avser</dt><dd><a class="rh-lag' in rule
    assert "lydelsen 30&nbsp;juni&nbsp;2025" in rule
    assert '<h2 id="ny-avgift" markdown="span"' in html


def test_the_page_of_the_old_law_says_what_still_rests_on_it() -> None:
    html = str(statutes.statute(law_handbook(), "gam", "lagrum/gam/", TODAY))
    kept, other = (html[html.index(f'id="{rule_id}"') :].partition("<h2 ")[0] for rule_id in ("gam-16-6f", "gam-4-4"))
    assert '<dt>Gäller ännu</dt><dd><a href="../ny/#ny-overgang-5">Äldre beslut (NL)</a>' in kept
    assert "Gäller ännu" not in other


def test_a_law_page_names_the_kinds_of_matter_that_rest_on_a_rule() -> None:
    groups = use_groups(law_handbook(), new_statute(), TODAY)["ny-12-4"]
    assert [(group.label, [use.url for use in group.uses]) for group in groups] == [
        ("Vilken lag", ["lagrum/vilken-lag/#arende-anvisa"])
    ]


def test_a_rule_without_a_number_is_linked_by_its_heading() -> None:
    assert rule_link(law_handbook(), "ny-avgift", "", TODAY) == '<a href="lagrum/ny/#ny-avgift">Avgift (NL)</a>'
    assert rule_link(law_handbook(), "gam", "", TODAY) == '<a href="lagrum/gam/">Gamla lagen</a>'
    assert "12&nbsp;kap.&nbsp;4&nbsp;§ NL" in rule_link(law_handbook(), "ny-12-4", "", TODAY)


@pytest.mark.parametrize(
    ("facts", "time", "phase"),
    [
        ({"fr_o_m": "den dag regeringen bestämmer"}, "från den dag regeringen bestämmer", "Kommer"),
        ({"fr_o_m": "inte beslutad"}, "bara föreslagen, ingen dag är beslutad", "Föreslagen"),
        (
            {"senast_från": date(2025, 9, 1)},
            "startdag inte läst, senast från 1 september 2025, tills vidare",
            "Gäller nu",
        ),
        (
            {"fr_o_m": date(2025, 7, 1), "säkerhet_dag": "trolig"},
            "från 1 juli 2025, tills vidare (dagen är trolig)",
            "Gäller nu",
        ),
        ({"säkerhet_dag": "osäker"}, "startdag inte kontrollerad, tills vidare (osäkert om den gäller)", "Gäller nu"),
        ({"t_o_m": date(2025, 6, 30)}, "till och med 30 juni 2025", "Har upphört"),
    ],
)
def test_what_is_not_known_of_the_days_is_said(facts: dict[str, object], time: str, phase: str) -> None:
    provision = numbered(4, "4").model_validate(
        {"id": "prov-1", "paragraf": "4", "rubrik": "Prov", "lydelser": [lydelse(**facts)]}
    )
    assert wording_time(provision.wordings[0]) == time
    assert wording_phase(provision.wordings[0], TODAY) == phase
