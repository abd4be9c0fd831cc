"""Law pages, steps, roles, routines, profile and start page: what each must say."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from macros.model.page import MacroCall
from macros.model.profile import Form
from macros.model.statute import Statute
from macros.render import checklists, profile, roles, routines, start, statutes, steps
from tests.render.small import (
    ROUTINE_URL,
    TODAY,
    place,
    plain_page,
    provision,
    routine_page,
    small_handbook,
    statute,
    wording,
)

DESCRIPTION = "När du <frågar>."


def law_page(*provisions: dict[str, Any]) -> str:
    handbook = small_handbook(statutes={"prov": place(statute(*provisions))}, pages=small_handbook().pages[:3])
    return str(statutes.statute(handbook, "prov", "lagrum/prov/", TODAY))


def test_a_provision_has_its_anchor_and_number_in_a_heading_markdown_reads() -> None:
    assert '<h2 id="prov-1" markdown="span"' in law_page(provision("1"))
    assert 'data-toc-label="12 kap. 1 §"' in law_page(provision("1"))


def test_a_verified_provision_carries_no_warning() -> None:
    html = law_page(provision("1"))
    assert "rh-besked" not in html
    assert "säker" in html


@pytest.mark.parametrize(
    ("wordings", "verdict"),
    [
        ([wording("osäker")], "Bestämmelsen finns, men vi har inte läst den lydelse som gäller sedan 1 juli 2025."),
        ([wording("trolig")], "Bestämmelsen gäller troligen så här."),
        ([wording(last=date(2026, 6, 30))], "Upphävd. Gällde till och med 30 juni 2026."),
        ([wording(first=date(2027, 1, 1))], "Gäller inte än. Träder i kraft 1 januari 2027."),
        ([wording() | {"fr_o_m": "den dag regeringen bestämmer"}], "Träder i kraft den dag regeringen bestämmer."),
        ([wording() | {"fr_o_m": "inte beslutad"}], "Bara föreslagen. Handboken vet inte om den är beslutad."),
        ([wording() | {"säkerhet_dag": "trolig"}], "Vi har läst texten. Att den gäller nu är bara troligt."),
    ],
)
def test_the_verdict_of_a_provision_that_needs_one(wordings: list[dict[str, Any]], verdict: str) -> None:
    assert verdict in law_page(provision("1", *wordings))


def test_provisions_stand_in_the_order_of_the_statute_and_not_of_the_file() -> None:
    numbers = ("10", "2", "10 a", "11", "3-5")
    provisions = [provision(number) | {"id": f"prov-{n}"} for n, number in enumerate(numbers)]
    html = law_page(*provisions, provision("99") | {"id": "prov-9", "kapitel": 2})
    assert re.findall(r'<h2 id="prov-(\d)"', html) == ["9", "1", "4", "0", "2", "3"]


def test_wordings_stand_oldest_first_with_their_days() -> None:
    html = law_page(provision("1", wording(last=date(2026, 6, 30)), wording("osäker", first=date(2026, 7, 1))))
    assert html.index("1 juli 2025 – 30 juni 2026") < html.index("Från 1 juli 2026, tills vidare")
    assert "rh-lydelser--bredvid" in html
    assert html.index("<strong>Har upphört</strong>") < html.index("<strong>Gäller nu</strong>")


def test_a_provision_lists_where_it_is_used_but_not_the_law_pages() -> None:
    cited = MacroCall("visa_lagrum", ("prov-1",), (), 4)
    law = plain_page("docs/lagrum/prov.md", "Provlagen", MacroCall("visa_lag", ("prov",), (), 3), cited)
    about = plain_page("docs/handboken/index.md", "Om handboken", cited)
    pages = (small_handbook().pages[0], place(law), place(about), place(routine_page()))
    html = statutes.statute(small_handbook(pages=pages), "prov", "lagrum/prov/", TODAY)
    used = html[html.index("Används i") : html.index('id="prov-2"')]
    assert 'href="../../rutiner/rut-anv/#fraga">Ställ frågan</a> <span>RUT-ANV, steg 1' in used
    assert 'href="../../checklistor/cl-anv/#cl-anv-01">Frågan är ställd</a> <span>punkt CL-ANV-01' in used
    assert 'href="../../handboken/">Om handboken</a> <span>sidan' in used
    assert "Provlagen</a>" not in used
    assert "CL-ANV-03" not in used


def test_the_register_counts_what_is_in_force_and_not_verified() -> None:
    html = str(statutes.statute_register(small_handbook(), "lagrum/", TODAY))
    assert '<td role="cell" data-label="Lagrum">3</td>' in html
    assert '<span class="rh-upp">2</span>' in html
    assert "Alla bestämmelser i kraft är kontrollerade." not in html


@pytest.mark.parametrize(
    ("wordings", "state"),
    [
        ([wording()], "Gäller"),
        ([wording("trolig")], "Gäller troligen"),
        ([wording("osäker")], "Osäkert vad som gäller"),
        ([wording() | {"säkerhet_dag": "osäker"}], "Osäkert vad som gäller"),
        ([wording("osäker") | {"fr_o_m": "inte beslutad"}], "Bara föreslagen"),
    ],
)
def test_a_statute_is_no_surer_than_the_surest_of_its_rules(wordings: list[dict[str, Any]], state: str) -> None:
    assert statutes.statute_state(statute(provision("1", *wordings)), TODAY) == state


def test_the_statute_that_is_cited_most_stands_first() -> None:
    other = Statute.model_validate(
        {"id": "alla", "sfs": "2020:1", "namn": "Allalagen", "kortnamn": "AL", "källor": [{"id": "a", "namn": "A"}]}
    )
    handbook = small_handbook(statutes={"alla": place(other), **small_handbook().statutes})
    assert [found.id for found in statutes.most_used_first(handbook)] == ["prov", "alla"]


def test_the_register_says_when_all_is_verified() -> None:
    handbook = small_handbook(statutes={"prov": place(statute(provision("1")))}, pages=())
    assert "Alla bestämmelser i kraft är kontrollerade." in statutes.statute_register(handbook, "", TODAY)


def test_the_facts_of_a_step_stand_in_fixed_order() -> None:
    html = str(steps.step(small_handbook(), routine_page(), "mote", ROUTINE_URL, TODAY))
    labels = ["Vem", "Senast", "Grund", "Mall", "Dokumenteras"]
    positions = [html.index(f"<dt>{label}</dt>") for label in labels]
    assert positions == sorted(positions)
    assert "<dd>Handläggare, coach</dd>" in html
    assert "10 arbetsdagar efter beslutet" in html
    assert "M-PLAN" in html


def test_only_a_proposed_time_is_called_a_proposal() -> None:
    handbook = small_handbook()
    assert "(förslag)" in steps.step(handbook, routine_page(), "mote", ROUTINE_URL, TODAY)
    assert "(förslag)" not in steps.step(handbook, routine_page(), "fraga", ROUTINE_URL, TODAY)


def test_an_unknown_step_is_an_error() -> None:
    with pytest.raises(KeyError):
        steps.step(small_handbook(), routine_page(), "annat", ROUTINE_URL, TODAY)


@pytest.mark.parametrize(
    ("form", "name"), [(Form.BASE, "coach"), (Form.DEFINITE, "coachen"), (Form.GENITIVE, "coachens")]
)
def test_a_role_is_a_link_in_the_wanted_form(form: Form, name: str) -> None:
    assert roles.role(small_handbook(), "coach", ROUTINE_URL, form) == f'<a href="../../roller/#coach">{name}</a>'


def test_a_role_without_a_page_is_plain_text() -> None:
    assert roles.role(small_handbook(pages=()), "coach", ROUTINE_URL) == "coach"


def test_the_page_of_roles_says_how_much_falls_to_each() -> None:
    html = str(roles.roles(small_handbook(), "roller/", TODAY))
    caseworker, coach = html[: html.index('id="coach"')], html[html.index('id="coach"') : html.index('id="chef"')]
    assert "2 steg · 1 punkt" in caseworker
    assert "1 steg · 1 punkt" in coach
    assert "Skriva journal." in coach


def test_the_list_of_routines_names_the_stages_without_one() -> None:
    html = str(routines.routines(small_handbook(), "rutiner/", TODAY))
    assert '<a href="rut-anv/">Anvisning till insats</a>' in html
    assert "1 av 3" in html
    assert html.count("Rutinen är inte skriven än.") == 3


def test_the_lists_say_when_each_page_is_used() -> None:
    when = '<span class="rh-tabell__nar">När du &lt;frågar&gt;.</span>'
    handbook = small_handbook()
    described = tuple(
        replace(page, value=replace(page.value, meta=page.value.meta.model_copy(update={"description": DESCRIPTION})))
        for page in handbook.pages
    )
    for listing in (routines.routines, checklists.checklists, statutes.statute_register):
        assert when in listing(replace(handbook, pages=described), "lista/", TODAY)
        assert "rh-tabell__nar" not in listing(handbook, "lista/", TODAY)


def test_empty_lists_say_so() -> None:
    empty = small_handbook(pages=(), checklists={})
    assert "Ingen rutin är skriven än." in routines.routines(empty, "rutiner/", TODAY)
    assert "Ingen checklista är skriven än." in checklists.checklists(empty, "checklistor/", TODAY)


def test_the_list_of_checklists_counts_items_in_use() -> None:
    html = checklists.checklists(small_handbook(), "checklistor/", TODAY)
    assert '<a href="cl-anv/">Anvisning</a>' in html
    assert 'data-label="Punkter">2<' in html


def test_the_profile_tells_proposals_from_sources_and_where_a_time_is_used() -> None:
    html = str(profile.profile(small_handbook(), "samverkan/kommunen/"))
    proposed, sourced = html.index("10 arbetsdagar efter beslutet"), html.index("1 vecka efter beslutet")
    assert "Förslag</span>" in html[proposed:sourced]
    assert 'href="../../rutiner/rut-anv/#mote">Håll mötet</a>' in html[proposed:sourced]
    assert "Kommunens underlag" in html[sourced:]


def test_receivers_are_the_units_with_an_audience() -> None:
    assert 'data-label="För">Alla.' in profile.receivers(small_handbook())


def test_the_start_page_counts_and_links() -> None:
    html = str(start.start(small_handbook(), "", TODAY))
    assert "Handboken är ett förslag. Ingen nämnd har antagit den." in html
    assert "<dt>Lagrum att kontrollera</dt><dd>2</dd>" in html
    assert '<h3><a href="rutiner/rut-anv/">Anvisning</a></h3>' in html
    assert "<h3>Samverkan</h3>" in html
    assert 'href="roller/#coach"' in html


def test_the_start_page_of_an_adopted_handbook_does_not_call_it_a_proposal() -> None:
    adopted = routine_page(beslutsläge="fastställd", gäller_fr_o_m=TODAY)
    html = start.start(small_handbook(pages=(place(adopted),)), "", TODAY)
    assert "En rutin är fastställd." in html
    assert "Handboken är ett förslag" not in html


def test_blocks_have_no_blank_line_that_markdown_would_break_at() -> None:
    handbook = small_handbook()
    for html in (
        checklists.checklist(handbook, "CL-ANV", "checklistor/cl-anv/", TODAY),
        statutes.statute(handbook, "prov", "lagrum/prov/", TODAY),
        start.start(handbook, "", TODAY),
    ):
        assert "\n\n" not in html
        assert all(line == line.strip() for line in html.split("\n"))
