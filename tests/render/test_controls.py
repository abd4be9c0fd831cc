import csv
import io
from dataclasses import replace

import pytest

from macros.model.checklist import Checklist
from macros.render.control_csv import control_csv, control_files
from macros.render.controls import control_sheets, risk_matrix, risk_register
from tests.render.small import CHECKLIST, ITEM, TODAY, place, small_handbook
from tests.render.small_follow_up import RISK, controls, counted, follow_up_handbook

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
    assert first.count("<td></td>") == 13
    assert '<a href="../../egenkontroll/EK-01.csv" download>' in first


def test_a_sheet_says_how_it_went_the_last_time_in_this_municipality() -> None:
    files = (
        counted("2026-06-01", ("CL-ANV-01", 8, 10)),
        counted("2026-03-01", ("CL-ANV-01", 1, 10)),
        counted("2026-09-01", ("CL-ANV-01", 2, 10), profile="annan"),
    )
    html = str(control_sheets(follow_up_handbook(count_files=files), URL, TODAY))
    assert html.count("<dt>Senast</dt>") == 1
    assert '<a href="../utfall/#utfall-ek-01">1 juni 2026</a>: 8 av 10 bedömningar uppfyllda' in html


def test_without_a_page_of_outcomes_the_sheet_links_to_itself() -> None:
    handbook = follow_up_handbook(count_files=(counted("2026-06-01", ("CL-ANV-01", 8, 10)),))
    pages = tuple(page for page in handbook.pages if page.value.path != "docs/uppfoljning/utfall.md")
    html = str(control_sheets(replace(handbook, pages=pages), "uppfoljning/blad/", TODAY))
    assert "8 av 10 bedömningar uppfyllda" in html
    assert "#utfall" not in html


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
    assert files["EK-01.csv"].startswith("\ufeffkontroll;punkt;text;uppfyllda;granskade;gäller_inte;urval\r\n")
    rows = list(csv.reader(io.StringIO(files["EK-01.csv"].removeprefix("\ufeff")), delimiter=";"))
    assert rows[1:] == [["EK-01", "CL-ANV-01", "Frågan är ställd", "", "", "", ""]]


def test_counts_so_far_are_a_file_of_their_own() -> None:
    files = (
        counted("2026-06-01", ("CL-ANV-01", 8, 10), ("CL-ANV-02", 7, 9)),
        counted("2026-03-01", ("CL-ANV-02", 1, 10), risk="EK-02"),
        counted("2026-03-01", ("CL-ANV-02", 2, 10), profile="annan"),
    )
    text = control_files(follow_up_handbook(count_files=files), TODAY)["resultat.csv"]
    assert text.removeprefix("\ufeff").splitlines() == [
        "dag;kontroll;punkt;uppfyllda;granskade;gäller_inte;urval",
        "2026-03-01;EK-02;CL-ANV-02;1;10;0;10",
        "2026-06-01;EK-01;CL-ANV-01;8;10;0;10",
        "2026-06-01;EK-01;CL-ANV-02;7;9;1;10",
    ]


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
    handbook = follow_up_handbook(control_file=place(controls(spoiled)))
    for html in (render(handbook, URL, TODAY) for render in (risk_register, risk_matrix, control_sheets)):
        assert "<script" not in html
        assert "&lt;script&gt;" in html
