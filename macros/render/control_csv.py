"""Files for a spreadsheet: the counting file of each risk to fill in, and all counts so far."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from macros.handbook import Handbook
from macros.model.control import Risk
from macros.model.measurement import COLUMNS, EXAMINED, INAPPLICABLE, ITEM, MET, RISK, SAMPLE, Measurement
from macros.render.controls import risk_items
from macros.render.words import first_upper

RESULTS = "resultat.csv"
RESULT_COLUMNS = ("dag", RISK, ITEM, MET, EXAMINED, INAPPLICABLE, SAMPLE)
_MARK = "\ufeff"  # tells a spreadsheet that the file is UTF-8
_FORMULA_SIGNS = ("=", "+", "-", "@")


def control_files(handbook: Handbook, today: date) -> Mapping[str, str]:
    """The counting file of every risk, and the counts when there are any, by file name."""
    source = handbook.holdings.control_file
    files = {
        f"{risk.id}.csv": _MARK + control_csv(handbook, risk, today) for risk in (source.value.risks if source else ())
    }
    measured = handbook.holdings.measurements(handbook.profile.value.id)
    return files | ({RESULTS: _MARK + results_csv(measured)} if measured else {})


def control_csv(handbook: Handbook, risk: Risk, today: date) -> str:
    """One row per item in use, with the columns that are read when the file comes back filled in."""
    rows = (
        (risk.id, item.id, _plain(first_upper(item.text)), "", "", "", "")
        for _, item in risk_items(handbook, risk, today)
    )
    return _csv(COLUMNS, rows)


def results_csv(measurements: Iterable[Measurement]) -> str:
    """One row per day, risk and item."""
    rows = (
        (found.day, found.risk_id, item, tally.met, tally.examined, tally.inapplicable, found.sample)
        for found in measurements
        for item, tally in found.tallies.items()
    )
    return _csv(RESULT_COLUMNS, rows)


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Semicolons, because a Swedish spreadsheet reads commas as decimal signs."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def _plain(text: str) -> str:
    """The text so that a spreadsheet does not take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
