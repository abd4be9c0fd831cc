import pytest

from macros.model.interval import Interval
from macros.model.statute_text import (
    StatuteText,
    TextProvision,
    TextWording,
    bits_apart,
    fingerprint,
    latest_act,
    likeness,
    readable,
)

TEXT = (
    "Nämnden får besluta om stöd till den som behöver det för sin försörjning. Ett beslut om stöd gäller i högst tolv "
    "månader och kan omprövas när förhållandena har ändrats. Nämnden ska samråda med den enskilde enligt 4 § och 7 §."
)


@pytest.mark.parametrize(
    "same",
    [
        "Nämnden får\n  besluta – ”utan”\u00a0dröjsmål.",
        'Nämnden får besluta - "utan" dröjsmål.',
        "Nämnden får beslu\u00adta — »utan« dröjsmål.",
        "Na\u0308mnden fa\u030ar besluta − “utan“ dro\u0308jsma\u030al.",
        '\ufeffNämnden\tfår\r\nbesluta-"utan"dröjsmål.',
    ],
)
def test_typography_does_not_change_the_fingerprint(same: str) -> None:
    assert fingerprint(same) == fingerprint("Nämnden får besluta – ”utan” dröjsmål.")


@pytest.mark.parametrize(
    "other",
    [
        "Nämnden ska besluta – ”utan” dröjsmål.",
        "Nämnden får besluta – ”utan” dröjsmal.",
        "Nämnden får besluta ”utan” dröjsmål.",
        "nämnden får besluta – ”utan” dröjsmål.",
        "Nämnden får besluta – ”utan” dröjsmål",
    ],
)
def test_any_other_sign_changes_the_fingerprint(other: str) -> None:
    assert fingerprint(other) != fingerprint("Nämnden får besluta – ”utan” dröjsmål.")


def test_fingerprint_is_a_plain_sha256() -> None:
    # As `printf '1§A.' | sha256sum` gives it.
    expected = "164b1814c5f2b5d4ba38ee6c3be3796bf6010b0211a321fe909b83d9a7a15d3b"
    assert fingerprint("1 § A.") == f"sha256:{expected}"


def test_readable_keeps_the_words_apart() -> None:
    assert readable("  en\n\n två\u00a0 tre ") == "en två tre"


def test_one_word_leaves_texts_alike_and_another_text_does_not() -> None:
    changed = TEXT.replace("högst", "minst")
    other = (
        "Kommunen ansvarar för att det finns lokaler och personal i den omfattning som verksamheten kräver varje år."
    )
    assert 0 < bits_apart(likeness(TEXT), likeness(changed)) <= 10
    assert bits_apart(likeness(TEXT), likeness(other)) > 20


def test_moved_references_leave_texts_the_same() -> None:
    assert likeness(TEXT) == likeness(TEXT.replace("4 §", "5 §").replace("7 §", "12 §"))


@pytest.mark.parametrize("text", ["", "§", "ett", "ett två"])
def test_short_texts_have_a_likeness(text: str) -> None:
    assert len(likeness(text)) == 16


def test_repealed_wording_is_known_by_what_it_says() -> None:
    assert TextWording("Har upphävts genom lag (2025:1).").repealed
    assert not TextWording("Den som har upphävts sig till domare.").repealed


def test_provision_is_found_by_number() -> None:
    provision = TextProvision("2", "4 a", (TextWording("Text.", Interval(None, None)),))
    assert provision.number == "2 kap. 4 a §"
    assert StatuteText("2020:100", (provision,)).by_number["2", "4 a"] is provision


@pytest.mark.parametrize(
    ("numbers", "latest"),
    [(["2025:99", "2025:1501", "2024:2000"], "2025:1501"), ([], None), (["1944:475"], "1944:475")],
)
def test_acts_are_ordered_as_numbers(numbers: list[str], latest: str | None) -> None:
    assert latest_act(numbers) == latest
