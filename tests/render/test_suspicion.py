"""How a changed provision shows: in the routine's head, on the checklist's items, in lists and on the law page."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from macros.handbook import Handbook
from macros.model.review import Receipt
from macros.model.template import Template
from macros.render.checklists import checklist
from macros.render.citations import citation
from macros.render.forms import sheet
from macros.render.routine_head import trust_box
from macros.render.routines import routines
from macros.render.statutes import statute as law_page
from tests.render.small import (
    NO_HOLDINGS,
    RECEIPT,
    ROUTINE_URL,
    place,
    provision,
    routine_page,
    small_handbook,
    statute,
    wording,
)

FOUND, LATER = date(2026, 12, 1), date(2026, 12, 2)
SIGN = '<span class="rh-lage__tecken" aria-hidden="true">◆</span>Misstänkt</span>'


def changed(checked_on: date = date(2026, 11, 22), reviewed_on: date = date(2026, 11, 22), **changes: Any) -> Handbook:
    """The small handbook, where `prov-1` was found changed on FOUND: one step and one item rest on it."""
    first = wording() | {"ändrad_upptäckt": FOUND, "kontrollerad": checked_on}
    law = place(statute(provision("1", first), provision("2"), provision("3")))
    receipt = place(Receipt.model_validate(RECEIPT | {"dag": reviewed_on}))
    return small_handbook(statutes={"prov": law}, receipts=(receipt,), **changes)


def test_head_says_misstankt_why_and_where() -> None:
    html = str(trust_box(changed(), routine_page(), LATER))
    assert SIGN in html
    assert '<span class="rh-upp">Lagen har ändrats efter granskningen.</span>' in html
    assert "har ändrats. Det upptäcktes 1 december 2026." in html
    assert '<a href="../../lagrum/prov/#prov-1"' not in html.split("Det rör")[1]
    assert '<a href="#fraga">steget ”Ställ frågan”</a>' in html
    assert '<a href="../../checklistor/cl-anv/#cl-anv-01">punkt CL-ANV-01</a>' in html
    assert "cl-anv-03" not in html  # retired


@pytest.mark.parametrize(("reviewed_on", "suspect"), [(date(2026, 11, 30), True), (FOUND, False), (LATER, False)])
def test_receipt_from_that_day_on_clears_it(reviewed_on: date, suspect: bool) -> None:
    html = str(trust_box(changed(checked_on=FOUND, reviewed_on=reviewed_on), routine_page(), LATER))
    assert (SIGN in html, "Lagen har ändrats" in html) == (suspect, suspect)


def test_routine_that_was_never_reviewed_is_suspect() -> None:
    html = str(trust_box(replace(changed(), receipts=()), routine_page(), LATER))
    assert SIGN in html
    assert "Aldrig granskad" in html


def test_nothing_is_suspect_before_the_day_it_was_found() -> None:
    assert SIGN not in str(trust_box(changed(), routine_page(), date(2026, 11, 30)))


def test_lists_of_routines_carry_the_sign() -> None:
    assert SIGN in str(routines(changed(), "rutiner/", LATER))
    assert SIGN not in str(routines(changed(reviewed_on=FOUND), "rutiner/", LATER))


def test_only_the_items_that_rest_on_it_carry_the_sign() -> None:
    html = str(checklist(changed(), "CL-ANV", "checklistor/cl-anv/", LATER))
    assert html.count(SIGN) == 2  # both live items have prov-1 as ground
    assert SIGN not in str(checklist(changed(reviewed_on=FOUND), "CL-ANV", "checklistor/cl-anv/", LATER))


def test_template_that_rests_on_it_carries_the_sign() -> None:
    form = {
        "id": "M-PLAN",
        "titel": "Plan",
        "används": "På mötet.",
        "roll": ["handlaggare"],
        "grund": ["prov-1"],
        "bevaras": "Akten",
        "delar": [{"rubrik": "Del", "fält": [{"etikett": "Text", "typ": "text"}]}],
    }
    holdings = replace(NO_HOLDINGS, templates={"M-PLAN": place(Template.model_validate(form))})
    assert SIGN in str(sheet(changed(holdings=holdings), "M-PLAN", "mallar/m-plan/", LATER))
    assert SIGN not in str(sheet(changed(reviewed_on=FOUND, holdings=holdings), "M-PLAN", "mallar/m-plan/", LATER))


def test_law_page_says_that_nobody_has_read_the_new_text_until_somebody_has() -> None:
    said = "Lagtexten har ändrats. Det upptäcktes 1 december 2026, och ingen har läst den nya texten sedan dess."
    assert said in str(law_page(changed(), "prov", "lagrum/prov/", LATER))
    assert said not in str(law_page(changed(checked_on=FOUND), "prov", "lagrum/prov/", LATER))


def test_citation_is_marked_until_somebody_has_read_the_text() -> None:
    html = str(citation(changed(), "prov-1", ROUTINE_URL, LATER))
    assert 'class="rh-lag rh-lag--se-upp rh-lag--misstankt"' in html
    assert "(ändrad, inte läst sedan dess)" in html
    assert "se-upp" not in str(citation(changed(checked_on=FOUND), "prov-1", ROUTINE_URL, LATER))
