import pytest

from macros.model.personal_data import Sort, capitalised_words, find_names, find_personal_data


def found(text: str) -> list[tuple[Sort, str]]:
    return [(trace.sort, text[trace.start : trace.end]) for trace in find_personal_data(text)]


@pytest.mark.parametrize(
    "written",
    ["121212-1212", "121212+1212", "19121212-1212", "191212121212", "1212121212", "121212 - 1212", "121212–1212"],
)
def test_a_personal_identity_number_is_found_however_it_is_written(written: str) -> None:
    assert found(f"Gäller {written}, som ansökte.") == [(Sort.PERSONAL_NUMBER, written)]


def test_a_coordination_number_has_the_day_plus_sixty() -> None:
    assert found("(701063-2391)") == [(Sort.COORDINATION_NUMBER, "701063-2391")]


@pytest.mark.parametrize(
    "text",
    [
        "121212-1213",  # the check digit is wrong
        "851801-0010",  # no month has the number 18
        "556036-0793",  # an organisation
        "SoL 2025:400, prop. 2024/25:89 och 2026-11-22",
        "a121212-1212",
        "fingeravtryck: 9f1212121212ab",
        "1 500 000 kronor, 37,5 procent och 12:45",
    ],
)
def test_other_numbers_are_no_personal_identity_numbers(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "written",
    ["0171-62 50 01", "070-123 45 67", "0701234567", "+46 171 62 50 01", "+46 (0)171-625001", "08/123 456 78"],
)
def test_a_phone_number_is_found_however_it_is_written(written: str) -> None:
    assert found(f"Ring {written} i dag.") == [(Sort.PHONE, written)]


@pytest.mark.parametrize(
    "text",
    [
        "070-174 06 05",  # set aside for fiction, as the next four
        "031-390 06 42",
        "08-465 004 99",
        "040-628 04 00",
        "0980-319 250",
        "Ring 112 eller 1177.",
        "0,5 procent av 010 ärenden",
        "2026-11-22, 22 november 2026",
        "Dnr KS 2021/0123-4567",
        "EK-01 och CL-ANV-07",
    ],
)
def test_other_numbers_are_no_phone_numbers(text: str) -> None:
    assert found(text) == []


def test_a_number_next_to_the_series_for_fiction_belongs_to_somebody() -> None:
    assert found("070-174 06 04") == [(Sort.PHONE, "070-174 06 04")]
    assert found("070-174 07 00") == [(Sort.PHONE, "070-174 07 00")]


def test_an_address_is_found_but_not_one_of_an_example() -> None:
    assert found("Skriv till en.person@kommunen.se.") == [(Sort.EMAIL, "en.person@kommunen.se")]
    assert found("a@example.com b@x.example c@sub.example.org d@post.invalid") == []
    assert found("a@notexample.com") == [(Sort.EMAIL, "a@notexample.com")]


VOCABULARY = frozenset({"Jobbcentrum", "Arbetsförmedlingen", "Att"})


def names(text: str) -> list[str]:
    return [text[trace.start : trace.end] for trace in find_names(text, VOCABULARY)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Granskad av Kim i går.", "Kim"),
        ("Genomläst ihop med Kim Exempelsson.", "Kim Exempelsson"),
        ("Kim Exempelsson läste allt.", "Kim Exempelsson"),
        ("Texten kom från Åsa-Lill i fredags.", "Åsa-Lill"),
    ],
)
def test_a_name_is_found(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Att Arbetsförmedlingen svarar i tid.",
        "Samråd med Arbetsförmedlingen. Allt stämmer.",
        "Texten från Jobbcentrum är läst. Ingen har fastställt den.",
    ],
)
def test_what_the_handbook_itself_names_is_no_person(text: str) -> None:
    assert names(text) == []


def test_words_with_capitals_are_gathered() -> None:
    assert list(capitalised_words("Hos Jobbcentrum i Åre-Duved, RUT-ANV")) == ["Hos", "Jobbcentrum", "Åre-Duved"]
