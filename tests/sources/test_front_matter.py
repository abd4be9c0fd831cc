import pytest

from macros.sources.front_matter import FrontMatterError, split_page


def test_page_is_split_with_the_bodys_line() -> None:
    split = split_page("---\ntyp: sida\n---\n\n# Rubrik\n")
    assert (split.front_matter, split.front_matter_line) == ("typ: sida\n", 2)
    assert (split.body, split.body_line) == ("\n# Rubrik\n", 4)


def test_dots_close_too_and_spaces_after_the_dashes_are_let_through() -> None:
    assert split_page("---  \ntyp: sida\n...\t\nText\n").body == "Text\n"


def test_dashes_inside_the_body_are_left_alone() -> None:
    assert split_page("---\ntyp: sida\n---\nText\n\n---\n\nMer\n").body == "Text\n\n---\n\nMer\n"


def test_dashes_inside_a_value_do_not_close() -> None:
    assert split_page("---\nnamn: a --- b\n  ---\ntyp: sida\n---\nText\n").body == "Text\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Rubrik\n", "saknar sidhuvud"),
        ("\n---\ntyp: sida\n---\n", "saknar sidhuvud"),
        ("---\ntyp: sida\n\n# Rubrik\n", "inte avslutat"),
        ("---\n---\n# Rubrik\n", "tomt"),
        ("---\n\n  \n---\n# Rubrik\n", "tomt"),
        ("", "tom"),
        ("  \n", "tom"),
    ],
)
def test_page_without_front_matter_is_refused(text: str, words: str) -> None:
    with pytest.raises(FrontMatterError) as caught:
        split_page(text)
    assert words in caught.value.message
    assert caught.value.cure.endswith(".")
