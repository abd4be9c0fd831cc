from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from macros.model.page import MacroCall, Page
from macros.model.review import Receipt, ReviewPolicy
from macros.model.waiver import WaiverFile
from macros.render.routine_head import eyebrow, stage_row, trust_box
from tests.render.small import (
    POLICY,
    RECEIPT,
    TODAY,
    place,
    provision,
    routine_page,
    small_handbook,
    statute,
    wording,
)


def box(page: Page | None = None, **changes: Any) -> str:
    page = page or routine_page()
    handbook = small_handbook()
    pages = (*handbook.pages[:-1], place(page))
    return str(trust_box(small_handbook(**{"pages": pages} | changes), page, TODAY))


@pytest.mark.parametrize(
    ("adoption", "valid_from", "verdict"),
    [
        ("förslag", None, "Nej, inte än. Det här är ett förslag som ingen nämnd har antagit."),
        ("fastställd", date(2026, 11, 22), "Ja, den är fastställd och granskad."),
        ("fastställd", date(2026, 11, 23), "Den är fastställd och gäller från den dag som står nedan."),
        ("upphävd", date(2026, 1, 1), "Nej, rutinen är upphävd."),
    ],
)
def test_the_verdict_comes_first_and_says_what_the_page_is(
    adoption: str, valid_from: date | None, verdict: str
) -> None:
    html = box(routine_page(beslutsläge=adoption, gäller_fr_o_m=valid_from))
    assert f'<p class="rh-tillit__svar">{verdict}' in html


def test_an_adopted_routine_without_a_receipt_is_said_to_be_unreviewed() -> None:
    page = routine_page(beslutsläge="fastställd", gäller_fr_o_m=TODAY)
    html = box(page, receipts=())
    assert "Ja, den är fastställd men har aldrig granskats." in html
    assert "Aldrig granskad" in html
    assert "data-granskas-senast" not in html


def test_the_next_review_is_a_fact_in_the_text_and_never_a_claim_of_lateness() -> None:
    html = box()
    assert 'data-granskas-senast="2027-05-22" data-varna-dagar="60" hidden' in html
    assert 'Granskas igen senast <time datetime="2027-05-22">22 maj 2027</time>.' in html
    assert "Aktuell" not in html
    assert "Förfallen" not in html


def test_the_law_is_counted_and_what_is_not_verified_is_named() -> None:
    html = box()
    assert "1 av 3 bestämmelser är kontrollerade." in html
    assert "En bestämmelse är inte kontrollerad och en är trolig." in html
    assert html.index("Inte kontrollerad:") < html.index("#prov-2") < html.index("Trolig:") < html.index("#prov-3")


def test_all_law_verified_gives_no_warning() -> None:
    steps = routine_page().meta.model_dump(by_alias=True)["steg"][:1]
    html = box(routine_page(steg=steps, lagrum=[]))
    assert "1 av 1 bestämmelser är kontrollerade." in html
    assert "rh-upp" not in html
    assert "Fråga jurist" not in html


def test_only_written_stages_are_links() -> None:
    html = str(stage_row(small_handbook(), routine_page(), TODAY))
    assert 'aria-current="step"><span class="rh-skedesrad__nr">1</span>Anvisning' in html
    assert html.count("(rutinen är inte skriven än)") == 3
    assert "<a " not in html


def test_eyebrow_of_a_routine_and_of_its_checklist() -> None:
    handbook = small_handbook()
    assert "<span>RUT-ANV</span><span>Rutin</span><span>Utgåva 0.1</span>" in eyebrow(handbook, routine_page())
    checklist = handbook.pages[0].value
    assert "<span>CL-ANV</span><span>Checklista</span><span>Utgåva 0.1</span>" in eyebrow(handbook, checklist)


def test_what_is_only_likely_comes_last_and_an_earlier_day_cited_on_purpose_does_not_count() -> None:
    ceased = provision("1", wording(last=date(2026, 6, 30)))
    likely, verified = provision("2", wording("trolig")), provision("3")
    earlier = provision("4", wording("osäker"))
    page = routine_page()
    cited = MacroCall("visa_lagrum", ("prov-4",), (("per", "2026-06-30"),), 7)
    page = replace(page, body=replace(page.body, calls=(cited,)))
    html = box(page, statutes={"prov": place(statute(likely, ceased, verified, earlier))})
    assert "En bestämmelse är upphävd och en är trolig." in html
    assert "1 av 3 bestämmelser är kontrollerade." in html


def test_how_much_was_reviewed_is_said_with_what_fails() -> None:
    answers = [
        {"fråga": "text", "svar": "stämmer"},
        {"fråga": "lag", "svar": "brister", "anmärkning": "Gammal <lag>."},
        {"fråga": "barn", "svar": "inte granskat"},
    ]
    html = box(receipts=(place(Receipt.model_validate({**RECEIPT, "kontrollerat": answers})),))
    assert "2 av 3 frågor granskade, 1 brist." in html


def test_a_waiver_is_said_in_words_that_stay_true() -> None:
    policy = {**POLICY, "anstånd": {"högst_dagar": 60, "får_bevilja": ["chef"]}}
    days = {"skäl": "Juristen läser <lagen>.", "beviljat_av": "chef", "beviljat": "2027-05-20", "t_o_m": "2027-06-30"}
    waivers = place(WaiverFile.model_validate({"anstånd": [{"rutin": "RUT-ANV", **days}]}))
    handbook = small_handbook(policy=place(ReviewPolicy.model_validate(policy)))
    with_waiver = replace(handbook, holdings=replace(handbook.holdings, waiver_file=waivers))
    said = (
        "Granskningen har anstånd till och med 30 juni 2027, beviljat 20 maj 2027 av chefen. "
        "Skäl: Juristen läser &lt;lagen&gt;."
    )
    for day, is_said in ((19, False), (20, True), (30, True)):
        html = str(trust_box(with_waiver, routine_page(), date(2027, 5, day)))
        assert (said in html) is is_said
    assert "anstånd" not in str(trust_box(with_waiver, routine_page(), date(2027, 7, 1)))
    assert "anstånd" not in str(trust_box(handbook, routine_page(), date(2027, 5, 20)))


def test_the_role_that_adopted_is_named() -> None:
    html = box(routine_page(beslutsläge="fastställd", gäller_fr_o_m=date(2026, 11, 22), fastställd_av="chef"))
    assert "Fastställd av chefen. Utgåva 0.1 från 22 november 2026" in " ".join(html.split())
    html = box(routine_page(beslutsläge="upphävd", gäller_fr_o_m=date(2026, 11, 22), fastställd_av="chef"))
    assert "Upphävd. Utgåva 0.1" in " ".join(html.split())
