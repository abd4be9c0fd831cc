import pytest

from macros.model.language import LanguageLimits, Readability, prose, readability, sentences


def counted(markdown: str) -> list[int]:
    """Words per sentence."""
    return [len(words) for words in sentences(prose(markdown))]


# Counted by hand: words / sentences + 100 * words of seven letters or more / words.
@pytest.mark.parametrize(
    ("text", "words", "number", "long_words", "lix"),
    [
        ("", 0, 1, 0, 0),
        ("Du får en plan. Den gäller en månad.", 8, 2, 0, 4),
        ("Handläggaren skriver planen. Planen följs upp varje månad.", 8, 2, 2, 29),
        ("Socialsekreteraren dokumenterar överenskommelsen.", 3, 1, 3, 103),
        ("planen plånen skriver", 3, 1, 1, 36),
        ("Är du klar? Ja! Bra.", 5, 3, 0, 2),
    ],
)
def test_lix_is_as_counted_by_hand(text: str, words: int, number: int, long_words: int, lix: int) -> None:
    measured = readability(text)
    assert (measured.words, measured.sentences, measured.long_words, measured.lix) == (words, number, long_words, lix)


def test_longest_sentence_is_measured_in_words() -> None:
    assert readability("Ett två tre. Ett två tre fyra fem. Ett.").longest == 5
    assert readability("").longest == 0


def test_points_of_a_list_are_sentences_of_their_own() -> None:
    assert counted("Ta med:\n\n- legitimation\n- kvitto för maj\n- intyg\n") == [2, 1, 3, 1]
    assert counted("1. Ring.\n2. Skriv ett brev\n3. Vänta\n") == [1, 3, 1]
    assert counted("* ett\n* två ord\n  * tre ord här\n") == [1, 2, 3]


def test_line_that_is_only_wrapped_is_the_same_sentence() -> None:
    assert counted("Ett två\ntre fyra.") == [4]
    assert counted("- Ett två\n  tre fyra\n- fem") == [4, 1]


def test_empty_line_ends_a_sentence_without_a_sign() -> None:
    assert counted("Ett två\n\ntre fyra fem") == [2, 3]


def test_sign_within_a_number_ends_nothing() -> None:
    assert counted("Värdet är 37,5 eller 3.7 i maj.") == [5]


@pytest.mark.parametrize(
    "markdown",
    [
        "# En rubrik { #ankare }",
        "### Ännu en rubrik",
        "| Kolumn | Annan |\n|---|---|\n| ord | ord |",
        '{{ visa_steg("utredning") }}',
        "```text\nhär står kod\n```",
        "~~~\nhär står kod\n~~~",
        '<div class="rh-undantag" markdown="1">',
        "---",
    ],
)
def test_what_is_no_running_text_is_not_measured(markdown: str) -> None:
    assert counted(f"Ett två tre.\n\n{markdown}\n\nFyra fem.") == [3, 2]


def test_macro_in_a_sentence_counts_as_one_short_word() -> None:
    measured = readability('{{ visa_roll("socialsekreterare", "bestämd") }} ringer dig i maj.')
    assert (measured.words, measured.long_words) == (5, 0)


def test_code_in_a_sentence_counts_as_one_short_word() -> None:
    assert readability("Skriv `data/sprakgranser.yml` nu.").words == 3


def test_target_of_a_link_is_no_word() -> None:
    assert counted("Se [rutinen för samverkan](rut-sam.md#steg).") == [4]
    assert prose("Läs [mer](a.md) nu").split() == ["Läs", "mer", "nu"]


def test_marks_of_emphasis_are_no_words() -> None:
    assert prose("**Fet** och *kursiv* text.") == "Fet och kursiv text."


def test_compound_with_a_hyphen_is_one_word() -> None:
    assert readability("Ett cv-stöd i maj.").words == 4


def test_lix_of_nothing_is_zero() -> None:
    assert Readability(0, 1, 0, 0).lix == 0


def test_page_may_have_limits_of_its_own() -> None:
    own = {"sida": "docs/a.md", "lix": 50, "längsta_mening": 30, "skäl": "Lagtext."}
    limits = LanguageLimits.model_validate({"lix": 40, "längsta_mening": 25, "undantag": [own]})
    found = limits.exception("docs/a.md")
    assert found is not None
    assert (found.lix, found.longest) == (50, 30)
    assert limits.exception("docs/b.md") is None
