import json
from datetime import date

import pytest

from macros.render.law_cards import law_card, law_cards
from tests.render.small import TODAY, place, provision, small_handbook, statute, wording

READ = wording(last=date(2026, 6, 30))
UNREAD = wording("osäker", first=date(2026, 7, 1)) | {"sammanfattning": "Det är oklart.", "fråga": "Vad gäller?"}
COMING = wording("trolig", first=date(2027, 1, 1)) | {"sammanfattning": "Nytt."}


def card(*wordings: dict[str, object], day: date = TODAY, **fields: object) -> str:
    found = statute(provision("1", *wordings) | fields)
    return law_card(small_handbook(statutes={"prov": place(found)}), "prov-1", day)


def test_a_verified_provision_says_what_since_when_and_how_sure_without_a_warning() -> None:
    html = card()
    for words in ("12&nbsp;kap.&nbsp;1&nbsp;§", "Provlagen (2025:400)", "Från 1 juli 2025", "säker", "Lagboken"):
        assert words in html
    assert "22 november 2026" in html
    assert "rh-lagkort__besked" not in html


def test_an_unread_wording_is_followed_by_the_last_one_that_was_read() -> None:
    html = card(READ, UNREAD)
    assert html.index("Det är oklart.") < html.index("Nämnden får begära det.")
    assert "Öppen fråga: Vad gäller?" in html
    assert "rh-lagkort__besked" in html


def test_a_read_wording_needs_nothing_of_what_was_before() -> None:
    html = card(wording(first=date(2020, 1, 1), last=date(2025, 6, 30)) | {"sammanfattning": "Gammalt."}, wording())
    assert "Gammalt." not in html


def test_what_is_to_come_stands_beside_what_is_in_force() -> None:
    html = card(wording(last=date(2026, 12, 31)), COMING)
    assert html.index("Nämnden får begära det.") < html.index("Från 1 januari 2027")
    assert "Nytt." in html


def test_a_ceased_provision_shows_its_last_wording_and_that_it_has_ceased() -> None:
    html = card(READ)
    assert "Upphävd. Gällde till och med 30 juni 2026." in html
    assert "Nämnden får begära det." in html


def test_what_it_replaced_is_named() -> None:
    newer = provision("1") | {"ersätter": [{"lagrum": "prov-2", "säkerhet": "säker", "del": "andra stycket"}]}
    older = provision("2", READ) | {"ersätts_av": [{"lagrum": "prov-1"}]}
    handbook = small_handbook(statutes={"prov": place(statute(newer, older))})
    replaced = "<dt>Ersatte</dt><dd>12 kap. 2 § PrL (2025:400), andra stycket</dd>"
    assert replaced in law_card(handbook, "prov-1", TODAY)
    assert "<dt>Ersattes av</dt><dd>12 kap. 1 § PrL (2025:400)</dd>" in law_card(handbook, "prov-2", TODAY)
    assert "Ersatte" not in card()


def test_the_script_holds_every_provision_and_its_links_count_from_the_root() -> None:
    script = law_cards(small_handbook(), TODAY)
    assert script.startswith("rhLagkort(")
    cards = json.loads(script.removeprefix("rhLagkort(").removesuffix(");\n"))
    assert sorted(cards) == ["prov-1", "prov-2", "prov-3"]
    assert 'href="lagrum/prov/#prov-1"' in cards["prov-1"]


def test_a_statute_without_a_page_has_no_cards() -> None:
    assert law_cards(small_handbook(pages=()), TODAY) == "rhLagkort({});\n"


@pytest.mark.parametrize("nasty", ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a\u2028b"])
def test_nothing_in_the_data_can_leave_its_place(nasty: str) -> None:
    handbook = small_handbook(statutes={"prov": place(statute(provision("1", wording() | {"sammanfattning": nasty})))})
    script = law_cards(handbook, TODAY)
    assert "<" not in script
    assert "\u2028" not in script
    shown = json.loads(script.removeprefix("rhLagkort(").removesuffix(");\n"))["prov-1"]
    assert "<script" not in shown
    assert "<img" not in shown
