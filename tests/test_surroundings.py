"""What the edge asks of the world outside."""

import pytest

from macros.surroundings import BadAddressError, site_address


@pytest.mark.parametrize(
    ("chosen", "address"),
    [
        ("https://intranat.example.se", "https://intranat.example.se/"),
        ("http://127.0.0.1:8000/rutiner/", "http://127.0.0.1:8000/rutiner/"),
        ("https://intranat.example.se/rutiner", "https://intranat.example.se/rutiner/"),
        ("", None),
    ],
)
def test_an_address_ends_with_a_stroke(chosen: str, address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOK_ADRESS", chosen)
    assert site_address() == address


@pytest.mark.parametrize(
    "chosen", ["intranätet", "/rutiner/", "ftp://x.se/", "https://", "https://[", "https://x.se/?a"]
)
def test_what_is_no_address_is_told(chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOK_ADRESS", chosen)
    with pytest.raises(BadAddressError, match="HANDBOK_ADRESS är"):
        site_address()


def test_without_a_setting_there_is_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HANDBOK_ADRESS", raising=False)
    assert site_address() is None
