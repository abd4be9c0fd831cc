import time
from datetime import date

import pytest

from macros.model.interval import ALWAYS, Interval
from macros.model.statute_split import split_statute
from macros.model.statute_text import TextProvision, TextWording

PLAIN = """
AVDELNING I. OM STÖD

1 kap. Inledande bestämmelser

Lagens innehåll

1 § Denna lag innehåller bestämmelser
om stöd.

Särskilda fall

2 § Stöd ges enligt

1. 5 kap.
1 § första stycket, eller

2. annan lag. Lag (2024:5).

2 a § För den som avses i 2 § finns
bestämmelser även i 6 kap. 1 §.

2 kap. Beslut

1 § Nämnden beslutar.
"""

DOUBLE = """
7 § /Upphör att gälla U:2026-01-01/
Avgiften är lägst 10 kronor.

/Rubriken träder i kraft I:2026-01-01/
Avgiftens storlek

7 § /Träder i kraft I:2026-01-01/
Avgiften är lägst 15 kronor. Lag (2025:1299).

8 § /Träder i kraft I:den dag regeringen bestämmer/
Avgiften betalas en gång.

9 § /Upphör att gälla U:2027-01-11 genom lag (2026:1065)./
Avgiften får delas upp.

10 § /Ny beteckning 11 § U:2026-12-05/
Avgiften får efterges.
"""

RULES = """
1 § Text.

Övergångsbestämmelser

2020:100

1. Denna lag träder i kraft den 1 januari 2020.

2. Äldre bestämmelser gäller för

1. beslut, och

2. överklaganden.

3. Äldre avgifter gäller.

2024:5

Denna lag träder i kraft den 1 juli 2024.
"""


def numbers(text: str) -> list[str]:
    return [provision.number for provision in split_statute(text).provisions]


def one(text: str, number: str) -> TextProvision:
    (found,) = [provision for provision in split_statute(text).provisions if provision.number == number]
    return found


def test_provisions_by_chapter_with_letters_and_without_headings() -> None:
    assert numbers(PLAIN) == ["1 kap. 1 §", "1 kap. 2 §", "1 kap. 2 a §", "2 kap. 1 §"]
    assert one(PLAIN, "1 kap. 1 §").wordings == (TextWording("Denna lag innehåller bestämmelser om stöd."),)


def test_amendment_note_is_kept_apart() -> None:
    (wording,) = one(PLAIN, "1 kap. 2 §").wordings
    assert wording.amended_by == "2024:5"
    assert wording.text == "Stöd ges enligt 1. 5 kap. 1 § första stycket, eller 2. annan lag."


def test_reference_that_a_line_begins_with_is_no_provision() -> None:
    first = "1 § Stöd ges enligt\n\n1 § om fusionsplan,\n\n5 kap. 3 §,\n\noch i övrigt enligt\n2 § första stycket."
    text = f"{first}\n\n2 § Slut."
    assert numbers(text) == ["1 §", "2 §"]


def test_two_wordings_have_their_days_and_the_last_day_counts() -> None:
    old, new = one(DOUBLE, "7 §").wordings
    assert (old.interval, old.text) == (Interval(None, date(2025, 12, 31)), "Avgiften är lägst 10 kronor.")
    assert (new.interval, new.amended_by) == (Interval(date(2026, 1, 1), None), "2025:1299")
    assert one(DOUBLE, "7 §").doubt is None


def test_day_that_the_government_decides_is_no_day() -> None:
    (wording,) = one(DOUBLE, "8 §").wordings
    assert (wording.interval, wording.undecided_start, wording.undecided_end) == (ALWAYS, True, False)


def test_mark_with_more_words_after_the_day() -> None:
    assert one(DOUBLE, "9 §").wordings[0].interval == Interval(None, date(2027, 1, 10))


def test_coming_number_is_read() -> None:
    (wording,) = one(DOUBLE, "10 §").wordings
    assert (wording.new_number, wording.interval.last_day) == ("11", date(2026, 12, 4))


def test_heading_with_a_mark_of_its_own_belongs_to_no_provision() -> None:
    assert "Avgiftens storlek" not in " ".join(w.text for p in split_statute(DOUBLE).provisions for w in p.wordings)


def test_mark_on_a_line_of_its_own_under_the_number() -> None:
    text = "### 7 §\n\n/Träder i kraft I:2026-01-01/\n\nAvgiften är hög.\n"
    assert one(text, "7 §").wordings[0].interval == Interval(date(2026, 1, 1), None)


def test_chapter_marks_are_its_provisions() -> None:
    text = "/Kapitlet träder i kraft I:2026-12-05/\n\n11 a kap. Nytt\n\n1 § Text.\n\n12 kap. Gammalt\n\n1 § Text.\n"
    assert one(text, "11 a kap. 1 §").wordings[0].interval.first_day == date(2026, 12, 5)
    assert one(text, "12 kap. 1 §").wordings[0].interval == ALWAYS


def test_several_repealed_together_are_each_repealed() -> None:
    gone = "Har upphävts genom lag (2024:5)."
    text = f"1 § Text.\n\n2-4 §§ {gone}\n\n4 a-4 c §§ {gone}\n\n5 § Text.\n"
    assert numbers(text) == [f"{number} §" for number in ("1", "2", "3", "4", "4 a", "4 b", "4 c", "5")]
    assert [p.paragraph for p in split_statute(text).provisions if p.wordings[0].repealed] == [
        "2", "3", "4", "4 a", "4 b", "4 c",
    ]  # fmt: skip


def test_transitional_rules_by_act_and_point() -> None:
    rules = split_statute(RULES).transitional
    assert [(rule.act, rule.point) for rule in rules] == [
        ("2020:100", "1"), ("2020:100", "2"), ("2020:100", "3"), ("2024:5", ""),
    ]  # fmt: skip
    assert rules[1].text.endswith("2. överklaganden.")
    assert numbers(RULES) == ["1 §"]


@pytest.mark.parametrize(
    ("text", "doubtful", "why"),
    [
        ("1 § A.\n\n3 § B.\n\n2 § C.\n", ["3 §", "2 §"], "bakåt"),
        ("1 § A.\n\n1 § B.\n\n2 § C.\n", ["1 §"], "flera gånger"),
        ("1 § Första meningen. 2 § Nämnden får mer.\n\n3 § C.\n", ["1 §"], "2 § står inne i texten"),
        ("1 §\n\n2 § B.\n", ["1 §"], "utan text"),
    ],
)
def test_split_that_cannot_be_trusted_says_so(text: str, doubtful: list[str], why: str) -> None:
    found = [provision for provision in split_statute(text).provisions if provision.doubt]
    assert [provision.number for provision in found] == doubtful
    assert all(why in (provision.doubt or "") for provision in found)


def test_headings_without_mark_are_dropped_but_a_table_stays() -> None:
    table = "Grupp ett\n\nGrupp två\n\nGrupp tre\n\nGrupp fyra"
    text = f"1 § Avgiften är\n\n{table}\n\n2 § Nämnden beslutar.\n\nEn rubrik\n\n3 § C.\n"
    assert one(text, "1 §").wordings[0].text.endswith("Grupp fyra")
    assert one(text, "2 §").wordings[0].text == "Nämnden beslutar."


def test_markdown_headings_and_numbers() -> None:
    first = "# Exempellag\n\n## 1 kap. Inledning\n\n#### 1 §\n\nText ett.\n\nText två."
    text = f"{first}\n\n### Rubrik\n\n#### 1 a §\n\nMer.\n"
    assert numbers(text) == ["1 kap. 1 §", "1 kap. 1 a §"]
    assert one(text, "1 kap. 1 §").wordings[0].text == "Text ett. Text två."


@pytest.mark.parametrize(
    "text", ["", "\n\n", "§", "1 kap.", "1 kap. Tomt\n\n2 kap. Tomt", "/", "/Träder i kraft I:/", "#"]
)
def test_text_without_provisions_gives_none(text: str) -> None:
    assert split_statute(text).provisions == ()


@pytest.mark.parametrize(
    "piece",
    [
        "1 § ",
        "1 § A.\n\n",
        "/Träder i kraft I:",
        "# ",
        "1 kap. ",
        "(2020:1) Lag ",
        "1-",
        "[a](",
        "/ I : x ",
        "a " * 50,
        "9-1 §§ ",
    ],
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    def seconds(times: int) -> float:
        started = time.perf_counter()
        split_statute(piece * times)
        return time.perf_counter() - started

    seconds(100)
    small, large = seconds(2000), seconds(20000)
    assert large < 40 * small + 0.5


def test_impossible_day_is_undecided_and_not_a_crash() -> None:
    assert one("1 § /Träder i kraft I:2026-02-30/ Text.", "1 §").wordings[0].undecided_start
