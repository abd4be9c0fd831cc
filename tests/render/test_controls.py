import csv
import io
from datetime import date

import pytest

from macros.model.checklist import Checklist
from macros.model.control import ItemCount
from macros.render.control_csv import control_csv, control_files
from macros.render.controls import change, control_sheets, risk_matrix, risk_register
from tests.render.small import CHECKLIST, ITEM, TODAY, place, small_handbook
from tests.render.small_follow_up import RISK, controls, follow_up_handbook, outcome

URL = "uppfoljning/egenkontroll/"


def test_the_register_has_the_gravest_first_with_its_value() -> None:
    html = str(risk_register(follow_up_handbook(), URL, TODAY))
    grave, other = html.index('id="ek-02"'), html.index('id="ek-01"')
    assert grave < other
    assert '<span class="rh-risker__tal">16</span>' in html[grave:other]
    assert '<span class="rh-risker__tal">8</span>' in html[other:]
    assert "Läs akten." in html
    assert "Urval: Tio fall." in html
    assert '<a href="../../rutiner/rut-anv/">RUT-ANV</a>' in html


def test_without_outcomes_the_register_says_so() -> None:
    assert "Ingen egenkontroll är redovisad än." in risk_register(follow_up_handbook(), URL, TODAY)


def test_outcomes_stand_by_day_with_the_change_in_words() -> None:
    days = (date(2026, 6, 1), date(2026, 3, 1), date(2026, 9, 1))
    outcomes = (outcome(days[0], 8), outcome(days[1], 9), outcome(days[2], 4, 5))
    html = str(risk_register(follow_up_handbook(control_file=place(controls(outcomes=outcomes))), URL, TODAY))
    assert html.index("2026-03-01") < html.index("2026-06-01") < html.index("2026-09-01")
    assert "<td>9 av 10</td><td>8 av 10</td><td>4 av 5</td><td>→ lika</td>" in html
    assert "Frågan är ställd" in html


def test_an_item_that_was_not_counted_that_day_has_a_dash() -> None:
    outcomes = (outcome(date(2026, 3, 1), 1), outcome(date(2026, 6, 1), 2, item="CL-ANV-02"))
    html = str(risk_register(follow_up_handbook(control_file=place(controls(outcomes=outcomes))), URL, TODAY))
    assert "<td>1 av 10</td><td>–</td><td>–</td>" in html


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [((2, 3), (4, 6), "→ lika"), ((1, 3), (1, 2), "↑ bättre"), ((9, 10), (8, 10), "↓ sämre")],
)
def test_change_compares_shares_and_not_numbers(before: tuple[int, int], after: tuple[int, int], words: str) -> None:
    counts = [
        ItemCount.model_validate({"punkt": "CL-ANV-01", "uppfyllda": met, "granskade": sampled})
        for met, sampled in (before, after)
    ]
    assert change([counts[0], None, counts[1]]) == words
    assert change([counts[0]]) == "–"


def test_the_matrix_has_each_risk_in_its_cell_and_the_value_in_words() -> None:
    html = str(risk_matrix(follow_up_handbook(), URL, TODAY))
    assert html.count("<td class=") == 16
    cell = html[html.index('<td class="rh-matris__v16">') :]
    cell = cell[: cell.index("</td>")]
    assert 'href="#ek-02">EK-02<span class="rh-dold">: Allt går fel.</span></a>' in cell
    assert '<span class="rh-dold">Riskvärde </span>16' in cell
    assert "EK-01" not in cell
    assert 'Högst värde, 16, har <a href="#ek-02">EK-02</a>.' in html


def test_the_most_probable_stands_on_top() -> None:
    html = str(risk_matrix(follow_up_handbook(), URL, TODAY))
    assert html.index("</span>4</th>\n<td") < html.index("</span>1</th>\n<td")


def test_a_sheet_has_a_row_per_item_in_use_and_empty_boxes() -> None:
    html = str(control_sheets(follow_up_handbook(), URL, TODAY))
    first = html[html.index('id="blad-ek-01"') : html.index('id="blad-ek-02"')]
    assert first.count("<tr>") == 2
    assert "CL-ANV-01" in first
    assert "CL-ANV-03" not in first  # retired
    assert first.count("<td></td>") == 12
    assert '<a href="../../egenkontroll/EK-01.csv" download>' in first


def test_a_sheet_of_only_retired_items_says_so() -> None:
    handbook = follow_up_handbook(control_file=place(controls(RISK | {"punkter": ["CL-ANV-03"]})))
    html = control_sheets(handbook, URL, TODAY)
    assert "Ingen av kontrollens punkter används längre." in html
    assert "<table" not in html


def test_without_risks_every_part_says_so() -> None:
    handbook = small_handbook()
    assert "Inga risker är inlagda än." in risk_register(handbook, URL, TODAY)
    assert "Inga risker är inlagda än." in control_sheets(handbook, URL, TODAY)
    assert "Högst värde" not in risk_matrix(handbook, URL, TODAY)
    assert control_files(handbook, TODAY) == {}


def test_the_counting_file_has_ids_and_empty_counts() -> None:
    handbook = follow_up_handbook()
    files = control_files(handbook, TODAY)
    assert list(files) == ["EK-01.csv", "EK-02.csv"]
    assert files["EK-01.csv"].startswith("\ufeffkontroll;punkt;text;uppfyllda;granskade\r\n")
    rows = list(csv.reader(io.StringIO(files["EK-01.csv"].removeprefix("\ufeff")), delimiter=";"))
    assert rows[1:] == [["EK-01", "CL-ANV-01", "Frågan är ställd", "", ""]]


@pytest.mark.parametrize("text", ["=1+1", "+46", "-1", "@SUM"])
def test_a_text_is_never_a_formula(text: str) -> None:
    checklist = Checklist.model_validate(CHECKLIST | {"punkter": [ITEM | {"text": text}]})
    handbook = follow_up_handbook()
    assert handbook.holdings.control_file
    changed = small_handbook(checklists={"CL-ANV": place(checklist)}, holdings=handbook.holdings)
    assert f";'{text};" in control_csv(changed, handbook.holdings.control_file.value.risks[0], TODAY)


def test_nothing_from_the_data_is_markup() -> None:
    bad = "<script>x</script>"
    spoiled = RISK | dict.fromkeys(("risk", "kontroll", "urval", "hur_ofta"), bad)
    handbook = follow_up_handbook(control_file=place(controls(spoiled, outcomes=(outcome(TODAY, 1),))))
    for html in (render(handbook, URL, TODAY) for render in (risk_register, risk_matrix, control_sheets)):
        assert "<script" not in html
        assert "&lt;script&gt;" in html
