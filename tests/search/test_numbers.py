"""Paragraph numbers, SFS numbers and ids as words of their own."""

import pytest

from macros.search.numbers import act_word, id_word, paragraph_word, take_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4 kap. 4 § SoL", ["p4x4"]),
        ("4 kap 4 § och 4:4", ["p4x4", "p4x4"]),
        ("16\xa0kap.\xa06\xa0f\xa0§, 12 kap. 4 a §", ["p16x6f", "p12x4a"]),
        ("12 kap. 4 eller", ["p12x4"]),
        ("32 § FL och 25 a §", ["p32", "p25a"]),
        ("SFS 2025:400, 2026-11-22, kl. 12.30", ["sfs2025x400"]),
        ("CL-ANV-07 i RUT-ANV, M-BES", ["clanv7", "rutanv", "mbes"]),
        ("10–12 §§", []),
        ("14 dagar", []),
    ],
)
def test_numbers_are_taken_out_as_words(text: str, found: list[str]) -> None:
    rest, numbers = take_numbers(text)
    assert sorted(numbers) == sorted(found)
    assert not any(sign in rest for sign in ("kap", "CL-", "2025:"))


def test_the_rest_of_the_text_is_kept() -> None:
    assert take_numbers("enligt 12 kap. 4 § SoL får nämnden")[0].split() == ["enligt", "SoL", "får", "nämnden"]


def test_the_words_of_a_rule_an_act_and_an_id() -> None:
    assert paragraph_word("12", "4 a") == "p12x4a"
    assert paragraph_word("", "32") == "p32"
    assert act_word("sosfs-2014-5", "p4x2") == "sosfs20145p4x2"
    assert id_word("CL-ANV-07") == "clanv7"
