from dataclasses import replace
from typing import Any

import pytest

from macros.handbook import Handbook
from macros.model.feedback import Feedback
from macros.model.history import History
from macros.model.page import ArchivePageMeta, MacroCall, Page
from macros.page_sources import file_to_edit, last_changed
from macros.render.page_foot import edition_of, lost_page_url, page_foot, report_url, suggestion_url, with_foot
from tests.render.small import TODAY, place, plain_page
from tests.render.small_holdings import full_handbook, titled

BOX = {"brevlåda": "handboken@kommunen.example"}
EDIT = {"ändra_sida": "https://kod.example/edit/{gren}/{fil}"}
FROZEN = titled(
    "docs/arkiv/rut-anv/1.0/index.md",
    ArchivePageMeta.model_validate({"typ": "arkiv", "rutin": "RUT-ANV", "utgåva": "1.0"}),
    "Anvisning, utgåva 1.0",
)
PLAIN = plain_page("docs/handboken/index.md", "Om <handboken>")


def handbook(days: dict[str, str] | None = None, **feedback: Any) -> Handbook:
    base = full_handbook(history=History(changed_on=days or {}))
    profile = base.profile.value.model_copy(
        update={"feedback": Feedback.model_validate(feedback) if feedback else None}
    )
    return replace(base, profile=place(profile))


def routine(found: Handbook) -> Page:
    return found.routines["RUT-ANV"].value


def test_page_without_anything_to_say_has_no_foot() -> None:
    found = handbook()
    assert page_foot(found, routine(found), TODAY) == ""
    html = "<article><p>Text</p></article>"
    assert with_foot(html, found, routine(found), TODAY) == html
    assert lost_page_url(found, TODAY) is None


def test_foot_stands_last_in_the_article_and_once() -> None:
    found = handbook(**BOX)
    html = with_foot("<article><p>Text</p></article>", found, routine(found), TODAY)
    assert html.index("Text") < html.index('<footer class="rh-sidfot">') < html.index("</article>")
    assert with_foot(html, found, routine(found), TODAY) == html
    assert with_foot("<p>Text</p>", found, routine(found), TODAY) == "<p>Text</p>"


def test_letter_says_page_address_edition_and_build_day() -> None:
    found = handbook(**BOX)
    url = str(report_url(found, routine(found), TODAY))
    assert url.startswith("mailto:handboken@kommunen.example?subject=Fel%20p%C3%A5%20sidan%3A%20")
    for fact in ("Adress%3A%20%2Frutiner%2Frut-anv%2F", "Utg%C3%A5va%3A%200.1", "byggd%3A%202026-11-22"):
        assert fact in url
    assert "ndringsf%C3%B6rslag" in str(suggestion_url(found, routine(found), TODAY))


def test_forge_is_where_changes_are_made_and_the_mailbox_where_mistakes_are_told() -> None:
    found = handbook(**BOX, **EDIT)
    path = routine(found).path
    assert suggestion_url(found, routine(found), TODAY) == f"https://kod.example/edit/main/{path}"
    assert str(report_url(found, routine(found), TODAY)).startswith("mailto:")


def test_only_an_edit_address_gives_no_report() -> None:
    found = handbook(**EDIT)
    html = page_foot(found, routine(found), TODAY)
    assert "Föreslå ändring" in html
    assert "Rapportera fel" not in html
    assert lost_page_url(found, TODAY) is None


def test_frozen_page_can_be_reported_but_not_changed() -> None:
    found = handbook({FROZEN.path: "2026-01-01"}, **BOX, **EDIT)
    assert (file_to_edit(found, FROZEN), last_changed(found, FROZEN)) == (None, None)
    html = page_foot(found, FROZEN, TODAY)
    assert "Rapportera fel på sidan" in html
    assert "Föreslå ändring" not in html
    assert "ändrades" not in html
    assert edition_of(found, FROZEN) == "1.0"


def test_title_is_escaped_in_the_address() -> None:
    html = page_foot(handbook(**BOX), PLAIN, TODAY)
    assert "<handboken>" not in html
    assert "Om%20%3Chandboken%3E" in html
    assert "Utg" not in str(report_url(handbook(**BOX), PLAIN, TODAY))


def test_day_of_the_change_is_said_when_the_history_knows_it() -> None:
    found = handbook({"docs/handboken/index.md": "2026-03-02"})
    assert 'Texten ändrades senast <time datetime="2026-03-02">2 mars 2026</time>.' in page_foot(found, PLAIN, TODAY)


def test_checklist_counts_its_data_file_too() -> None:
    found = handbook()
    page = found.checklist_page("CL-ANV")
    assert page is not None
    page = replace(page, body=replace(page.body, calls=(MacroCall("visa_checklista", ("CL-ANV",), (), 9),)))
    path = found.checklists["CL-ANV"].path
    assert last_changed(handbook({page.path: "2026-01-01", path: "2026-05-05"}), page) == "2026-05-05"
    assert last_changed(handbook({page.path: "2026-01-01"}), page) is None  # the list has been changed since
    assert file_to_edit(found, page) == path


@pytest.mark.parametrize("macro", ["visa_rollsida", "visa_start", "visa_fynd", "visa_lag"])
def test_page_gathered_from_all_over_claims_no_day(macro: str) -> None:
    page = replace(PLAIN, body=replace(PLAIN.body, calls=(MacroCall(macro, ("finns-inte",), (), 9),)))
    assert last_changed(handbook({PLAIN.path: "2026-01-01"}), page) is None


def test_words_in_passing_are_no_change_of_the_page() -> None:
    page = replace(PLAIN, body=replace(PLAIN.body, calls=(MacroCall("lokalt", ("verkstad",), (), 9),)))
    assert last_changed(handbook({PLAIN.path: "2026-01-01"}), page) == "2026-01-01"
