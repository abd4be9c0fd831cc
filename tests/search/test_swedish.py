"""Words as the search compares them."""

import pytest

from macros.search.swedish import fold, stem, words


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("bistånd biståndet biståndets", "bistand"),
        ("uppföljning uppföljningar uppföljningarna uppföljningens", "uppfoljning"),
        ("möte mötet möten mötena", "mot"),
        ("missförhållande missförhållanden missförhållandena", "missforhalland"),
        ("försörjningsstöd försörjningsstödet", "forsorjningsstod"),
        ("arbete arbetet arbeten", "arbet"),
        ("arbetslös arbetslösa", "arbetslos"),
        ("praktik praktiken praktiker praktikens", "praktik"),
        ("plats platsen platserna", "plats"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: str, expected: str) -> None:
    assert {stem(word) for word in words(fold(forms))} == {expected}


@pytest.mark.parametrize("word", ["af", "sip", "clanv7", "p12x4a", "sfs2025x400", "2026", "ö"])
def test_short_words_numbers_and_ids_are_left_alone(word: str) -> None:
    assert stem(fold(word)) == fold(word)


def test_folding_takes_off_every_accent_and_nothing_else() -> None:
    assert fold("ÅÄÖ éü Ændring 12 §") == "aao eu andring 12 §"
    assert words(fold("e-post, 12 kap. (2025:400) ”så”")) == ["e", "post", "12", "kap", "2025", "400", "sa"]
