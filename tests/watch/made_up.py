"""The example's act, Exempellagen (2020:100), as a statute database would give it, and the ways it may change."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from macros.checks import load_and_check
from macros.handbook import Handbook
from macros.sources.network import Network
from macros.watch.outcome import ActReport, Outcome, Status, WatchReport
from macros.watch.run import Order, record, watch

TODAY = date(2026, 11, 22)
SHOWS = "2026-11-20"

SECTIONS = {
    "1 kap. Inledning": {
        "1 §": "Denna lag gäller stöd som kommunen ger den som behöver det för sin försörjning och sin livsföring i "
        "övrigt, om behovet inte kan tillgodoses på annat sätt enligt 2 §.",
        "2 §": "Med kommun avses även region.",
        "2 a §": "Nämnden beslutar om stöd efter en utredning av vad den enskilde behöver, och får uppdra åt en "
        "anställd att besluta på nämndens vägnar.",
    },
    "2 kap. Planering": {
        "1 § /Upphör att gälla U:2027-01-01/": "Det ska finnas en plan för insatsen som den enskilde har varit med om "
        "att göra, och som följs upp minst två gånger om året.",
        "1 § /Träder i kraft I:2027-01-01/": "Det ska finnas en skriftlig plan för insatsen som den enskilde har varit "
        "med om att göra, och som följs upp minst fyra gånger om året. Lag (2026:9).",
        "2 §": "Planen ska ses över.",
    },
}
RULES = "Övergångsbestämmelser\n\n2020:100\n\n1. Lagen träder i kraft den 1 januari 2020.\n\n2. Äldre plan gäller."


def text_of(sections: dict[str, dict[str, str]] = SECTIONS, rules: str = RULES) -> str:
    parts = []
    for chapter, paragraphs in sections.items():
        parts += [chapter, *(f"{number} {text}" for number, text in paragraphs.items())]
    return "\n\n".join([*parts, rules]).replace("\n", "\r\n")


def act(text: str, **changes: object) -> str:
    found = {
        "beteckning": "2020:100",
        "uppdateradDateTime": f"{SHOWS}T00:00:00",
        "fulltext": {"andringInford": "t.o.m. SFS 2026:9", "forfattningstext": text},
    }
    return json.dumps(found | changes, ensure_ascii=False)


def changed(old: str, new: str) -> str:
    text = text_of()
    assert old in text, old
    return text.replace(old, new)


def load(root: Path) -> Handbook:
    handbook, _ = load_and_check(root, TODAY)
    assert handbook is not None
    return handbook


def no_network() -> Network:
    return Network(_never, _never_ask)


def _never(_seconds: float) -> None:
    raise AssertionError("nothing here waits")


def _never_ask() -> float:
    raise AssertionError("nothing here asks the clock")


def run(root: Path, content: str, *, today: date = TODAY, name: str = "lag.json", write: bool = False) -> WatchReport:
    """Hold the content beside the register under `root`, and record it if asked."""
    source = root.parent / name
    source.write_text(content, encoding="utf-8", newline="")
    handbook = load(root)
    report = watch(handbook, Order(today, (str(source),)), no_network())
    if write:
        record(handbook, report)
    return report


def only_act(report: WatchReport) -> ActReport:
    (found,) = report.acts
    return found


def said(outcomes: Sequence[Outcome]) -> list[tuple[Status, str]]:
    return [(outcome.status, outcome.number) for outcome in outcomes]
