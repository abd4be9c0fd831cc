"""EGK3: counting files of self-checks lie where they should, hold counts that can be true, and nothing but counts.

No message repeats what looks like a personnummer or a case number: findings end up in logs.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from macros.checks.references import unknown_profile
from macros.checks.wording import day_words, suggest
from macros.handbook import Handbook
from macros.model.checklist import ChecklistItem
from macros.model.control import Risk
from macros.model.finding import Finding, Level, Place
from macros.model.measurement import (
    COLUMNS,
    EXAMINED,
    INAPPLICABLE,
    ITEM,
    MAY_BE_EMPTY,
    MET,
    OPTIONAL_COLUMNS,
    RISK,
    SAMPLE,
    TEXT,
    CountFile,
    CountRow,
    count,
    looks_like_identity,
    same_text,
)

_PATH = "data/egenkontroll/kommunens id/kontrollens id/ÅÅÅÅ-MM-DD.csv"
_TOP_COUNT = 9999


def check_count_files(handbook: Handbook, today: date) -> Iterator[Finding]:
    """Everything that can be wrong in a counting file, all at once."""
    items = {item.id: item for checklist in handbook.checklists.values() for item in checklist.value.items}
    control_file = handbook.holdings.control_file
    risks = {risk.id: risk for risk in control_file.value.risks} if control_file else {}
    for file in handbook.holdings.count_files:
        yield from _check_place(handbook, file, risks, today)
        yield from _check_columns(file)
        yield from _check_identity(file, items)
        yield from _check_sample(file)
        seen: dict[str, int] = {}
        for row in file.rows:
            yield from _check_risk(file, row)
            yield from _check_item(handbook, file, row, items, seen)
            yield from _check_counts(file, row)
            yield from _check_likeness(file, row, items, risks)


def _check_place(handbook: Handbook, file: CountFile, risks: Mapping[str, Risk], today: date) -> Iterator[Finding]:
    place = Place(file.path)
    if file.profile_id is None or file.risk_id is None:
        message, cure = "Filen ligger i fel mapp.", f"Lägg den i {_PATH}."
        yield Finding("EGK302", Level.FEL, place, message, cure)
    else:
        yield from unknown_profile(handbook, file.profile_id, place)
        if file.risk_id not in risks and not handbook.has_unreadable("data/egenkontroll.yml"):
            message = f"Mappen ”{file.risk_id}” heter inte som någon kontroll i data/egenkontroll.yml."
            yield Finding(
                "EGK303",
                Level.FEL,
                place,
                message,
                suggest(file.risk_id, risks, "Byt namn på mappen, eller ta bort den om kontrollen är borttagen."),
            )
    if file.day is None:
        message, cure = "Filen heter inte som en dag som finns.", "Döp filen efter kontrollens dag: ÅÅÅÅ-MM-DD.csv."
        yield Finding("EGK302", Level.FEL, place, message, cure)
    elif file.day > today:
        message = f"Kontrollen är daterad {day_words(file.day)}, i framtiden."
        yield Finding("EGK304", Level.FEL, place, message, "Döp om filen till dagen då kontrollen gjordes.")


def _check_columns(file: CountFile) -> Iterator[Finding]:
    place = Place(file.path, file.header_line)
    for column in COLUMNS:
        if column not in file.header and column not in OPTIONAL_COLUMNS:
            cure = f"Första raden ska vara {';'.join(COLUMNS)}."
            yield Finding("EGK305", Level.FEL, place, f"Kolumnen ”{column}” saknas.", cure)
    for index, column in enumerate(file.header):
        if looks_like_identity(column):
            continue
        if column in file.header[:index]:
            message = f"Kolumnen ”{column}” står två gånger." if column else "Flera kolumner saknar namn."
            yield Finding("EGK306", Level.FEL, place, message, "Ta bort den ena.")
        elif column not in COLUMNS:
            message = f"Kolumnen ”{column}” är okänd." if column else f"Kolumn {index + 1} saknar namn."
            missing = [known for known in COLUMNS if known not in file.header]
            cure = suggest(column, missing, "Ta bort kolumnen. Filen får bara innehålla antal.")
            yield Finding("EGK306", Level.FEL, place, message, cure)
    for row in file.rows:
        if row.surplus and not any(map(looks_like_identity, row.surplus)):
            message, cure = "Raden har fler celler än det finns kolumner.", "Ta bort det som står till höger."
            yield Finding("EGK306", Level.FEL, Place(file.path, row.line), message, cure)


def _check_identity(file: CountFile, items: Mapping[str, ChecklistItem]) -> Iterator[Finding]:
    cure = "Ta bort uppgiften. Är filen redan incheckad: be den som driver handboken att ta bort den ur historiken."
    for index, column in enumerate(file.header):
        if looks_like_identity(column):
            message = f"Namnet på kolumn {index + 1} liknar ett personnummer eller ärendenummer."
            yield Finding("EGK313", Level.FEL, Place(file.path, file.header_line), message, cure)
    for row in file.rows:
        item = items.get(row.cells.get(ITEM, ""))
        known = {item.id, file.risk_id} if item else {file.risk_id}
        for index, (column, cell) in enumerate(row.cells.items()):
            own = cell in known or (column == TEXT and item is not None and same_text(cell, item.text))
            if not own and looks_like_identity(cell):
                message = f"Cellen i kolumn {index + 1} liknar ett personnummer, ett ärendenummer eller en adress."
                yield Finding("EGK313", Level.FEL, Place(file.path, row.line), message, cure)
        if any(map(looks_like_identity, row.surplus)):
            message = "En cell till höger om kolumnerna liknar ett personnummer, ett ärendenummer eller en adress."
            yield Finding("EGK313", Level.FEL, Place(file.path, row.line), message, cure)


def _check_sample(file: CountFile) -> Iterator[Finding]:
    """The sample is stated, is the same in every row, and is what was examined with what the item did not apply to."""
    if SAMPLE not in file.header:
        return
    if not file.samples:
        if not any(row.cells.get(SAMPLE) for row in file.rows):
            message, cure = "Urvalets storlek saknas.", "Skriv i kolumnen urval hur många fall ni drog."
            yield Finding("EGK312", Level.FEL, Place(file.path, file.header_line), message, cure)
        return
    first, sample = file.samples[0]
    if sample == 0:
        message, cure = "Urvalet är noll fall.", "Ta bort filen, eller skriv hur många fall ni drog."
        yield Finding("EGK312", Level.FEL, Place(file.path, first.line), message, cure)
    for row, size in file.samples[1:]:
        if size != sample:
            message = f"Urvalet är {size}, men på rad {first.line} är det {sample}."
            cure = "Skriv samma urval på alla rader, eller bara på den första."
            yield Finding("EGK312", Level.FEL, Place(file.path, row.line), message, cure)
    for row in file.rows:
        yield from _check_sum(file, row, sample)


def _check_sum(file: CountFile, row: CountRow, sample: int) -> Iterator[Finding]:
    examined, inapplicable = row.number(EXAMINED), row.number(INAPPLICABLE)
    if examined is None or inapplicable is None or examined + inapplicable == sample:
        return
    message = f"{examined} granskade och {inapplicable} där punkten inte gällde blir inte urvalet, {sample}."
    cure = "Räkna om raden. I kolumnen gäller_inte står antalet fall där punkten inte gällde."
    yield Finding("EGK312", Level.FEL, Place(file.path, row.line), message, cure)


def _check_risk(file: CountFile, row: CountRow) -> Iterator[Finding]:
    cell = row.cells.get(RISK)
    if cell is not None and file.risk_id is not None and cell != file.risk_id and not looks_like_identity(cell):
        message = f"Raden gäller ”{cell}” men filen ligger i mappen {file.risk_id}." if cell else "Kontrollen saknas."
        cure = f"Flytta filen till rätt mapp, eller skriv {file.risk_id}."
        yield Finding("EGK303", Level.FEL, Place(file.path, row.line), message, cure)


def _check_item(
    handbook: Handbook, file: CountFile, row: CountRow, items: Mapping[str, ChecklistItem], seen: dict[str, int]
) -> Iterator[Finding]:
    item_id, place = row.cells.get(ITEM), Place(file.path, row.line)
    if item_id is None or (item_id not in items and looks_like_identity(item_id)):
        return
    if item_id not in items:
        if not handbook.is_unreadable(item_id.rpartition("-")[0]):
            cure = suggest(item_id, items, "Rätta id, eller ta bort raden.")
            message = f"Punkten ”{item_id}” finns inte i någon checklista." if item_id else "Punktens id saknas."
            yield Finding("EGK307", Level.FEL, place, message, cure)
    elif file.day is not None and items[item_id].is_retired(file.day):
        message = f"Punkten {item_id} hade utgått {day_words(file.day)}."
        yield Finding("EGK308", Level.FEL, place, message, "Ta bort raden, eller rätta dagen i filens namn.")
    if item_id and seen.setdefault(item_id, row.line) != row.line:
        message = f"Punkten {item_id} står redan på rad {seen[item_id]}."
        yield Finding("EGK309", Level.FEL, place, message, "Behåll den ena.")


def _check_counts(file: CountFile, row: CountRow) -> Iterator[Finding]:
    place = Place(file.path, row.line)
    for column in (MET, EXAMINED, INAPPLICABLE, SAMPLE):
        cell = row.cells.get(column)
        if cell is None or count(cell) is not None or looks_like_identity(cell):
            continue
        if not cell and column in MAY_BE_EMPTY:
            continue
        if not cell:
            message = f"Antalet i kolumnen {column} saknas."
            cure = "Skriv antalet, 0 om det inte är något. Räknade ni inte punkten: ta bort raden."
        elif cell.startswith(("-", "−")) and cell[1:].isdecimal():
            message, cure = f"Antalet i kolumnen {column} är negativt.", "Räkna om och skriv antalet."
        else:
            message = f"I kolumnen {column} står inget heltal."
            cure = f"Skriv bara siffror, 0–{_TOP_COUNT}."
        yield Finding("EGK310", Level.FEL, place, message, cure)
    met, examined = row.number(MET), row.number(EXAMINED)
    if met is not None and examined is not None and met > examined:
        message = f"{met} uppfyllda är fler än {examined} granskade."
        yield Finding("EGK311", Level.FEL, place, message, "Räkna om raden. Kolumnerna kan ha bytt plats.")


def _check_likeness(
    file: CountFile, row: CountRow, items: Mapping[str, ChecklistItem], risks: Mapping[str, Risk]
) -> Iterator[Finding]:
    """Worth knowing: a row that the control does not count today, or with other words than the item has today."""
    item, risk = items.get(row.cells.get(ITEM, "")), risks.get(file.risk_id or "")
    place, text = Place(file.path, row.line), row.cells.get(TEXT)
    if item and risk and item.id not in risk.items:
        message = f"Punkten {item.id} räknas inte i {risk.id} i dag."
        yield Finding("EGK314", Level.NOTIS, place, message, "Gäller raden en annan punkt: rätta id.")
    if item and text and not same_text(text, item.text) and not looks_like_identity(text):
        message = f"Texten på raden är inte punktens text i dag ({item.id})."
        cure = "Är punkten omskriven: jämför med försiktighet. Är det en kommentar: ta bort den."
        yield Finding("EGK314", Level.NOTIS, place, message, cure)
