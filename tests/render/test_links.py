import pytest

from macros.render.links import item_url, provision_url, relative_url, role_url
from tests.render.small import small_handbook


@pytest.mark.parametrize(
    ("from_url", "to_url", "expected"),
    [
        ("rutiner/rut-anv/", "lagrum/sol/#sol-12-4", "../../lagrum/sol/#sol-12-4"),
        ("rutiner/rut-anv/", "rutiner/", "../"),
        ("rutiner/", "rutiner/rut-anv/", "rut-anv/"),
        ("", "rutiner/rut-anv/", "rutiner/rut-anv/"),
        ("rutiner/rut-anv/", "", "../../"),
        ("", "", "./"),
        ("lagrum/sol/", "lagrum/sol/#sol-1", "#sol-1"),
        ("lagrum/sol/", "lagrum/sol/", "./"),
        ("a/b/", "handbok.json", "../../handbok.json"),
    ],
)
def test_relative_url(from_url: str, to_url: str, expected: str) -> None:
    assert relative_url(from_url, to_url) == expected


def test_targets_have_the_anchor_of_the_thing() -> None:
    handbook = small_handbook()
    assert provision_url(handbook, "prov-1") == "lagrum/prov/#prov-1"
    assert role_url(handbook, "coach") == "roller/#coach"
    assert item_url(handbook, "CL-ANV", "CL-ANV-01") == "checklistor/cl-anv/#cl-anv-01"


def test_targets_are_none_when_no_page_shows_the_thing() -> None:
    handbook = small_handbook(pages=())
    assert provision_url(handbook, "prov-1") is None
    assert role_url(handbook, "coach") is None
    assert item_url(handbook, "CL-ANV", "CL-ANV-01") is None
