"""The counting file of a risk: the item ids and empty columns to fill in, for a spreadsheet."""

import csv
import io
from collections.abc import Mapping
from datetime import date

from macros.handbook import Handbook
from macros.model.control import Risk
from macros.render.controls import risk_items
from macros.render.words import first_upper

COLUMNS = ("kontroll", "punkt", "text", "uppfyllda", "granskade")
_FORMULA_SIGNS = ("=", "+", "-", "@")


def control_files(handbook: Handbook, today: date) -> Mapping[str, str]:
    """The counting file of every risk, by file name. Begins with a mark that tells a spreadsheet it is UTF-8."""
    source = handbook.holdings.control_file
    return {
        f"{risk.id}.csv": f"\ufeff{control_csv(handbook, risk, today)}"
        for risk in (source.value.risks if source else ())
    }


def control_csv(handbook: Handbook, risk: Risk, today: date) -> str:
    """One row per item in use. Semicolons, because a Swedish spreadsheet reads commas as decimal signs."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(COLUMNS)
    for _, item in risk_items(handbook, risk, today):
        writer.writerow((risk.id, item.id, _plain(first_upper(item.text)), "", ""))
    return text.getvalue()


def _plain(text: str) -> str:
    """The text so that a spreadsheet does not take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
