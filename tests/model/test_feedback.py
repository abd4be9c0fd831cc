from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from pydantic import ValidationError

from macros.model.feedback import Feedback

BOX = "handboken@kommunen.example"
EDIT = "https://kod.example/edit/{gren}/{fil}"
REPORT = "https://kod.example/nytt?title={titel}&body={text}"


def feedback(**keys: str) -> Feedback:
    return Feedback.model_validate(keys)


def mistake(**keys: str) -> str:
    with pytest.raises(ValidationError) as caught:
        feedback(**keys)
    return caught.value.errors()[0]["type"]


def test_letter_carries_title_and_text_whatever_signs_they_hold() -> None:
    title, text = "Fel & brister: 100 % rätt?", "Rad ett\n# rad två + tre"
    url = feedback(brevlåda=BOX).letter_url(title, text)
    assert url is not None
    parts = urlsplit(url)
    assert (parts.scheme, parts.path, parts.fragment) == ("mailto", BOX, "")
    assert parse_qs(parts.query.replace("+", "%2B")) == {"subject": [title], "body": [text.replace("\n", "\r\n")]}
    assert "+" not in parts.query  # a plus is no space in a letter (RFC 6068)


def test_report_goes_to_the_forge_first_and_else_to_the_mailbox() -> None:
    url = feedback(brevlåda=BOX, anmäl_fel=REPORT).report_url("Å & ö", "a=b")
    assert url == "https://kod.example/nytt?title=%C3%85%20%26%20%C3%B6&body=a%3Db"
    assert str(feedback(brevlåda=BOX).report_url("Titel", "")).startswith(f"mailto:{BOX}?")
    assert feedback(ändra_sida=EDIT).report_url("Titel", "") is None


def test_file_and_branch_are_filled_in() -> None:
    found = feedback(ändra_sida=EDIT, gren="våren/2027")
    assert (
        found.edit_url("docs/rutiner/å b.md") == "https://kod.example/edit/v%C3%A5ren/2027/docs/rutiner/%C3%A5%20b.md"
    )
    assert feedback(brevlåda=BOX).edit_url("docs/index.md") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/k/h/edit/{gren}/{fil}",
        "https://gitlab.example/k/h/-/edit/{gren}/{fil}",
        "https://forge.example/k/h/_edit/{gren}/{fil}",
        "https://dev.azure.com/k/p/_git/h?path=/{fil}&version=GB{gren}",
    ],
)
def test_every_forge_can_be_written(address: str) -> None:
    url = feedback(ändra_sida=address).edit_url("docs/a.md")
    assert url is not None
    assert "main" in unquote(url)
    assert "docs/a.md" in unquote(url)
    assert "{" not in url


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    assert feedback(anmäl_fel=REPORT).report_url("{text}", "hemligt") == (
        "https://kod.example/nytt?title=%7Btext%7D&body=hemligt"
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://kod.example/{gren}/{fil}",
        "https://kod.example/{fil}",
        "https://kod.example/{gren}",
        "https://kod.example/{gren}/{fil}/{sida}",
        'https://kod.example/{gren}/{fil}" onclick="x',
        "javascript:alert('{gren}{fil}')",
        "https:///{gren}/{fil}",
    ],
)
def test_address_that_leads_wrong_is_refused(address: str) -> None:
    assert mistake(ändra_sida=address) == "edit_address"


@pytest.mark.parametrize(
    "box", ["handboken", "handboken@", "handboken@kommunen", "a b@k.example", "x@k.example?cc=y@k.se"]
)
def test_mailbox_that_is_none_is_refused(box: str) -> None:
    assert mistake(brevlåda=box) == "mailbox_form"


def test_report_needs_both_holes_a_branch_no_blanks_and_something_a_way() -> None:
    assert mistake(anmäl_fel="https://kod.example/nytt?title={titel}") == "report_address"
    assert mistake(brevlåda=BOX, gren="min gren") == "branch_form"
    assert mistake(gren="main") == "feedback_nowhere"
