"""What has changed, for everybody and for one role."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from macros.handbook import Handbook
from macros.model.edition import ChangeNote, Edition
from macros.model.page import MacroCall
from macros.model.role import RoleFile
from macros.render.changes import NEWS_DAYS, changes, changes_page, news
from macros.render.role_pages import role_page
from macros.render.start import start
from tests.render.small import NO_HOLDINGS, ROLES, TODAY, place, plain_page, routine_page, small_handbook

URL = "handboken/andrat/"
BAD = '<script>alert("x")</script>'
NOTE: dict[str, Any] = {
    "rutin": "RUT-ANV",
    "utgåva": "1.0",
    "ändring": "större",
    "vad": "Frågan antecknas.",
    "du_ska_nu": "Du ska nu anteckna frågan.",
    "roller": ["handlaggare", "coach"],
    "gäller_fr_o_m": date(2026, 11, 1),
}
MINOR = NOTE | {"utgåva": "0.9", "ändring": "mindre", "vad": "Ett ord är utbytt.", "du_ska_nu": None}
MINOR["gäller_fr_o_m"] = date(2026, 1, 1)
COMING = NOTE | {
    "utgåva": "1.1",
    "du_ska_nu": "Du ska nu ringa.",
    "gäller_fr_o_m": date(2027, 2, 1),
    "roller": ["chef"],
}
EDITION: dict[str, Any] = {
    "rutin": "RUT-ANV",
    "utgåva": "1.0",
    "titel": "Anvisning",
    "läge": "fastställd",
    "gäller_fr_o_m": date(2026, 11, 1),
    "fryst": date(2026, 10, 20),
    "lag_per": date(2026, 11, 1),
    "fingeravtryck": "0" * 64,
    "sha256": "0" * 64,
}


def changed(
    *notes: dict[str, Any], number: str = "1.1", adoption: str = "fastställd", editions: tuple[dict[str, Any], ...] = ()
) -> Handbook:
    """The small handbook with these notes, its routine adopted unless said otherwise, and the pages that show them."""
    adopted = {"gäller_fr_o_m": date(2026, 1, 1), "fastställd_av": "chef"} if adoption != "förslag" else {}
    base = small_handbook()
    own = (
        routine_page(utgåva=number, beslutsläge=adoption, **adopted),
        plain_page("docs/handboken/andrat.md", "Ändrat", MacroCall("visa_andringar", (), (), 3)),
        plain_page("docs/arkiv/rut-anv/index.md", "Utgåvor", MacroCall("visa_utgavor", ("RUT-ANV",), (), 3)),
    )
    rest = (page for page in base.pages if page.value.path != "docs/rutiner/rut-anv.md")
    holdings = replace(
        NO_HOLDINGS,
        change_notes=tuple(place(ChangeNote.model_validate(note)) for note in notes),
        editions=tuple(place(Edition.model_validate(edition)) for edition in editions),
    )
    return replace(base, pages=(*rest, *map(place, own)), holdings=holdings)


def page(handbook: Handbook) -> str:
    return str(changes_page(handbook, URL, TODAY))


def numbers(found: Any) -> list[str]:
    return [change.note.number for change in found]


def test_newest_stand_first_and_the_higher_edition_first_on_the_same_day() -> None:
    same_day = NOTE | {"utgåva": "1.10"}
    found = changes(changed(MINOR, NOTE, COMING, same_day, number="2.0"), TODAY)
    assert numbers(found) == ["1.1", "1.10", "1.0", "0.9"]


def test_a_major_change_says_what_to_do_from_when_for_whom_and_where() -> None:
    html = page(changed(NOTE))
    assert '<p class="rh-andring__gor">Du ska nu anteckna frågan.</p>' in html
    assert 'Sedan <time datetime="2026-11-01">1 november 2026</time>' in html
    assert '<a href="../../rutiner/rut-anv/">Anvisning till insats</a>' in html
    assert 'För <a href="../../roller/#handlaggare">handläggare</a> och <a href="../../roller/#coach">coach</a>' in html
    assert 'id="rut-anv-1-0" data-rh-galler-fran="2026-11-01"' in html
    assert 'href="../../atom.xml"' in html


def test_what_begins_later_is_marked_until_its_first_day() -> None:
    html = page(changed(COMING))
    assert '<span class="rh-upp">Gäller från</span> <time datetime="2027-02-01">1 februari 2027</time>' in html
    first = COMING["gäller_fr_o_m"]
    for day, is_coming in ((first - timedelta(days=1), True), (first, False)):
        assert changes(changed(COMING), day)[0].is_coming is is_coming


def test_minor_changes_lie_folded_below() -> None:
    html = page(changed(MINOR, NOTE))
    assert html.index('id="storre"') < html.index("<details") < html.index("Ett ord är utbytt.")
    assert "1 ändring som inte ändrar vad du gör" in html
    assert "Ingen ändring kräver" in page(changed(MINOR))


@pytest.mark.parametrize(("number", "editions"), [("1.0", (EDITION,)), ("1.1", (EDITION,)), ("0.1", ())])
def test_what_nobody_has_adopted_is_a_proposal_and_no_news(number: str, editions: tuple[dict[str, Any], ...]) -> None:
    handbook = changed(NOTE, COMING, number=number, adoption="förslag", editions=editions)
    expected = {"1.0": not editions, "1.1": True}
    assert {change.note.number: change.is_proposed for change in changes(handbook, TODAY)} == expected
    html = page(handbook)
    assert html.index("Förslag, inte beslutade") < html.index("Du ska nu ringa.")
    assert "Du ska nu ringa." not in str(start(handbook, "", TODAY))
    assert news(handbook, TODAY, "chef") == ()


def test_without_notes_the_page_says_so_and_what_will_stand_there() -> None:
    html = page(changed(number="0.1", adoption="förslag"))
    assert "Ingen ändring är beslutad än." in html
    assert "förslag" in html
    assert "<em>Du ska nu</em>" in html
    assert "<ul" not in html


def test_the_difference_is_linked_when_the_archive_has_an_edition_before() -> None:
    earlier = EDITION | {"utgåva": "0.9", "gäller_fr_o_m": date(2026, 1, 1), "gäller_t_o_m": date(2026, 10, 31)}
    handbook = changed(MINOR, NOTE, COMING, editions=(earlier, EDITION))
    found = {change.note.number: change.difference for change in changes(handbook, TODAY)}
    assert found == {"0.9": None, "1.0": "arkiv/rut-anv/#skillnad-1", "1.1": "arkiv/rut-anv/#skillnad-2"}
    assert 'href="../../arkiv/rut-anv/#skillnad-1"' in page(handbook)
    assert [change.difference for change in changes(changed(NOTE), TODAY)] == [None]


def test_a_change_is_as_old_as_its_freezing_or_its_first_day() -> None:
    assert changes(changed(NOTE, editions=(EDITION,)), TODAY)[0].updated == date(2026, 10, 20)
    late = EDITION | {"fryst": date(2026, 11, 20)}
    assert changes(changed(NOTE, editions=(late,)), TODAY)[0].updated == date(2026, 11, 1)


def test_a_role_gets_its_own_major_changes_only() -> None:
    handbook = changed(MINOR, NOTE, COMING)
    html = {role: str(role_page(handbook, role, f"roller/{role}/", TODAY)) for role in handbook.roles}
    assert "Nytt för dig" in html["coach"]
    assert "Du ska nu anteckna frågan." in html["coach"]
    assert "Du ska nu ringa." not in html["coach"]
    assert "Du ska nu ringa." in html["chef"]
    assert '<a href="../../handboken/andrat/">Alla ändringar</a>' in html["chef"]
    assert "Ett ord är utbytt." not in "".join(html.values())
    assert "Nytt för dig" not in str(role_page(changed(), "coach", "roller/coach/", TODAY))


def test_news_grow_old_and_leave_with_their_routine() -> None:
    first = NOTE["gäller_fr_o_m"]
    last = first + timedelta(days=NEWS_DAYS)
    assert numbers(news(changed(NOTE), last)) == ["1.0"]
    assert news(changed(NOTE), last + timedelta(days=1)) == ()
    assert news(changed(NOTE, adoption="upphävd"), TODAY) == ()
    gone = changed(NOTE | {"rutin": "RUT-BORT"}, editions=(EDITION | {"rutin": "RUT-BORT"},))
    assert news(gone, TODAY) == ()
    assert "RUT-BORT, utgåva 1.0" in page(gone)


def test_the_start_page_shows_the_three_latest_and_always_the_way_there() -> None:
    notes = [NOTE | {"utgåva": f"1.{n}", "du_ska_nu": f"Du ska nu göra {n}."} for n in range(5)]
    html = str(start(changed(*notes, number="1.4"), "", TODAY))
    assert re.findall(r"Du ska nu göra (\d)", html) == ["4", "3", "2"]
    empty = str(start(changed(), "", TODAY))
    assert "Ändrat nu" not in empty
    assert '<a href="handboken/andrat/">Ändrat</a>' in empty


def test_text_from_notes_and_roles_is_escaped() -> None:
    bad = NOTE | {"vad": BAD, "du_ska_nu": f"Du ska nu {BAD}"}
    handbook = replace(
        changed(bad, MINOR | {"vad": BAD}),
        role_file=place(RoleFile.model_validate({"roller": [role | {"namn": BAD} for role in ROLES["roller"]]})),
    )
    for html in (page(handbook), str(start(handbook, "", TODAY)), str(role_page(handbook, "coach", "", TODAY))):
        assert "Du ska nu &lt;script&gt;" in html
        assert "<script" not in html
