"""The status page: what the build knows for certain, in words, in a table, and per role."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from macros.handbook import Handbook
from macros.model.page import MacroCall, Page
from macros.model.review import Receipt, ReviewState
from macros.render import role_pages, start
from macros.render.review_signs import SIGNS
from macros.render.routine_head import trust_box
from macros.render.routines import routine_entries
from macros.render.status_page import review_numbers, review_words, status_page
from tests.render.small import POLICY, RECEIPT, ROUTINE, TODAY, place, plain_page, routine_page, small_handbook

STATUS_PAGE = plain_page("docs/handboken/lage.md", "Läget", MacroCall("visa_lage", (), (), 3))
LATE = date(2027, 5, 23)  # the day after the small handbook's review is due
OTHER_TEXT = "0" * 64


def receipt(**changes: Any) -> Any:
    return place(Receipt.model_validate(RECEIPT | changes))


def with_routines(*changes: dict[str, Any], receipts: tuple[Any, ...] = ()) -> Handbook:
    """The small handbook with these routines instead of its own: each a change of the one it has."""
    handbook = small_handbook()
    pages = [
        Page(f"docs/rutiner/{change['id'].lower()}.md", routine_page(**change).meta, routine_page().body)
        for change in changes
    ]
    return replace(handbook, pages=(*handbook.pages[:-1], *map(place, pages), place(STATUS_PAGE)), receipts=receipts)


def words(handbook: Handbook, day: date = TODAY) -> str:
    return " ".join(review_words(routine_entries(handbook, day)))


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def rows(handbook: Handbook, day: date = TODAY) -> list[str]:
    html = str(status_page(handbook, "handboken/lage/", day))
    return [text_of(row) for row in re.findall(r'<tr role="row" data-roll.*?</tr>', html, re.DOTALL)]


def test_every_state_has_a_sign_and_no_two_look_alike() -> None:
    assert {state.value for state in ReviewState} <= set(SIGNS)
    assert len({sign.glyph for sign in SIGNS.values()}) == len({sign.slug for sign in SIGNS.values()}) == len(SIGNS)
    assert [sign.word.lower() for sign in SIGNS.values()] == list(SIGNS)


def test_what_only_the_clock_can_tell_is_never_claimed() -> None:
    html = str(status_page(small_handbook(), "handboken/lage/", TODAY))
    table = html[html.index("<tbody") : html.index("</tbody>")]
    assert 'data-granskas-senast="2027-05-22"' in table
    assert "I tid till och med 22 maj 2027" in table  # true whenever it is read
    assert not any(SIGNS[state].word in text_of(table) for state in ("aktuell", "granskas snart", "förfallen"))


def test_what_was_late_when_built_is_said_without_any_clock() -> None:
    (row,) = rows(small_handbook(), LATE)
    assert "■ Förfallen" in row
    assert "I tid" not in row
    assert "data-granskas-senast" not in str(trust_box(small_handbook(), routine_page(), LATE))


def test_a_change_is_said_and_stays_said_when_the_review_is_also_late() -> None:
    changed = small_handbook(receipts=(receipt(fingeravtryck=OTHER_TEXT),))
    assert "▲ Ändrad efter granskning" in rows(changed)[0]
    assert "■ Förfallen ▲ Ändrad efter granskning" in rows(changed, LATE)[0]


def test_a_routine_has_its_facts_in_the_table() -> None:
    (row,) = rows(small_handbook())
    for fact in ("RUT-ANV", "2027-05-22", "granskad 2026-11-22", "Chef", "1 av 3", "1 inte kontrollerad", "utgåva 0.1"):
        assert fact in row


def test_rows_stand_by_due_day_with_the_never_reviewed_first() -> None:
    handbook = with_routines(
        {"id": "RUT-ANV"},
        {"id": "RUT-NY"},
        {"id": "RUT-AAA"},
        receipts=(receipt(), receipt(rutin="RUT-AAA", dag=date(2026, 10, 1))),
    )
    assert [re.findall("RUT-[A-Z]+", row)[0] for row in rows(handbook)] == ["RUT-NY", "RUT-AAA", "RUT-ANV"]


@pytest.mark.parametrize(
    ("routines", "receipts", "expected"),
    [
        (1, {}, "Den enda rutinen är aldrig granskad."),
        (1, {1: None}, "Den enda rutinen lyder som när den granskades."),
        (2, {}, "Båda rutinerna är aldrig granskade."),
        (2, {1: None, 2: None}, "Båda rutinerna lyder som när de granskades."),
        (3, {1: OTHER_TEXT, 2: OTHER_TEXT, 3: OTHER_TEXT}, "Alla tre rutiner är ändrade efter granskningen."),
        (3, {1: OTHER_TEXT, 2: None}, "Av tre rutiner är en ändrad efter granskningen och en aldrig granskad."),
    ],
)
def test_the_summary_says_how_many_stand_how(routines: int, receipts: dict[int, str | None], expected: str) -> None:
    handbook = with_routines(
        *({"id": f"RUT-A{number}"} for number in range(1, routines + 1)),
        receipts=tuple(receipt(rutin=f"RUT-A{n}", fingeravtryck=found) for n, found in receipts.items()),
    )
    assert words(handbook).startswith(expected)


def test_the_summary_names_the_earliest_due_day_and_whose_it_is() -> None:
    one = with_routines({"id": "RUT-AA"}, {"id": "RUT-BB"}, receipts=(receipt(rutin="RUT-AA"),))
    assert words(one).endswith("Den tidigaste granskningsdagen är 22 maj 2027, för RUT-AA.")
    both = replace(one, receipts=(receipt(rutin="RUT-AA"), receipt(rutin="RUT-BB")))
    assert words(both).endswith("för två rutiner.")
    assert "granskningsdagen" not in words(replace(one, receipts=()))


def test_what_to_do_first_goes_by_risk_class_and_then_by_how_grave_it_is() -> None:
    (first_class,) = POLICY["riskklasser"]
    classes = [first_class, first_class | {"klass": 2}]
    policy = small_handbook().policy.value.model_validate(POLICY | {"riskklasser": classes, "varna_dagar": [60]})
    handbook = replace(
        with_routines(
            {"id": "RUT-ANDRA", "riskklass": 2},
            {"id": "RUT-BYTT"},
            {"id": "RUT-NY"},
            receipts=(receipt(rutin="RUT-BYTT", fingeravtryck=OTHER_TEXT),),
        ),
        policy=place(policy),
    )
    html = str(status_page(handbook, "handboken/lage/", TODAY))
    first = html[html.index("rh-forst") : html.index("</ol>")]
    assert re.findall(r"(?:Granska|Pröva) RUT-[A-Z]+", first) == [
        "Granska RUT-NY",
        "Pröva RUT-BYTT",
        "Granska RUT-ANDRA",
    ]
    assert "Låt en jurist läsa den." in first


def test_nothing_to_do_is_no_list() -> None:
    handbook = small_handbook(pages=(place(routine_page(steg=ROUTINE["steg"][:1], lagrum=[])),))
    html = str(status_page(handbook, "handboken/lage/", TODAY))
    assert "Gör detta först" not in html


def test_reviews_are_counted_up_to_the_day_and_a_blank_remark_is_none() -> None:
    made = (
        receipt(utfall="oförändrad"),
        receipt(dag=date(2026, 6, 1), utfall="ändras", anmärkningar="Ett steg saknades."),
        receipt(dag=date(2026, 5, 1)),
        receipt(dag=date(2027, 1, 1)),
    )
    numbers = review_numbers(small_handbook(receipts=made), TODAY)
    assert (numbers.reviews, numbers.led_to_change, numbers.without_remarks) == (3, 2, 2)
    page = text_of(str(status_page(small_handbook(receipts=made), "handboken/lage/", TODAY)))
    assert "ledde till en ändring (2 av 3 granskningar) 67 %" in page
    assert "Ingen granskning är gjord än." in str(status_page(small_handbook(receipts=()), "handboken/lage/", TODAY))


def test_each_owner_sees_its_days_and_those_without_a_day_first() -> None:
    handbook = with_routines(
        {"id": "RUT-AA"}, {"id": "RUT-BB", "ansvarig": "coach"}, {"id": "RUT-CC"}, receipts=(receipt(rutin="RUT-AA"),)
    )
    html = str(status_page(handbook, "handboken/lage/", TODAY))
    by_role = text_of(html[html.index('id="per-roll"') : html.index('id="utfall"')])
    coach, chef = by_role.index("Coach"), by_role.index("Chef")
    assert coach < chef
    assert by_role[chef:].index("Snarast, aldrig granskad") < by_role[chef:].index("22 maj 2027")
    assert "granskning-chef.ics" in html
    assert "granskning-coach.ics" not in html  # nothing of the coach's has a day


def test_role_page_says_what_the_role_must_review_and_when() -> None:
    html = str(role_pages.role_page(small_handbook(), "chef", "roller/chef/", TODAY))
    part = html[html.index('id="granska"') :]
    assert "Anvisning till insats" in part
    assert '<time datetime="2027-05-22">22 maj 2027</time>' in part
    assert "kalender/granskning-chef.ics" in part
    assert 'id="granska"' not in role_pages.role_page(small_handbook(), "coach", "roller/coach/", TODAY)


def test_start_page_and_trust_box_lead_to_the_status_page_when_there_is_one() -> None:
    handbook = small_handbook()
    assert "Handbokens läge" not in start.start(handbook, "", TODAY)
    handbook = replace(handbook, pages=(*handbook.pages, place(STATUS_PAGE)))
    assert '<a href="handboken/lage/">' in start.start(handbook, "", TODAY)
    assert 'href="../../handboken/lage/#tillstand"' in trust_box(handbook, routine_page(), TODAY)


def test_a_doubtful_routine_gets_no_plain_yes() -> None:
    page = routine_page(beslutsläge="fastställd", gäller_fr_o_m=date(2026, 11, 1))
    handbook = small_handbook(pages=(place(page),), receipts=(receipt(fingeravtryck=OTHER_TEXT),))
    assert "Den är fastställd, men texten har ändrats efter granskningen." in trust_box(handbook, page, TODAY)
    both = "Den är fastställd, men granskningsdagen har passerat och texten har ändrats efter granskningen."
    assert both in trust_box(handbook, page, LATE)


def test_an_empty_handbook_says_so() -> None:
    html = status_page(small_handbook(pages=()), "handboken/lage/", TODAY)
    assert html.count("Ingen rutin är skriven än.") == 2
    assert "<table" not in html
