"""Wordings in words: when one applies, and where it stands on a day."""

from datetime import date

from macros.model.start import OpenStart
from macros.model.statute import Certainty, Wording
from macros.render.dates import interval_text, swedish_day

_OPEN_STARTS = {
    OpenStart.BY_GOVERNMENT: "från den dag regeringen bestämmer",
    OpenStart.NOT_DECIDED: "bara föreslagen, ingen dag är beslutad",
}
_DOUBTS = {Certainty.LIKELY: "dagen är trolig", Certainty.UNSURE: "dagen är osäker"}
_DOUBTS_OF_FORCE = {Certainty.LIKELY: "troligen i kraft", Certainty.UNSURE: "osäkert om den gäller"}


def wording_time(wording: Wording) -> str:
    """The days of the wording in words, in lower case; what is not known of them is said, not left out."""
    if wording.open_start is not None:
        return _OPEN_STARTS[wording.open_start]
    if wording.start is None and wording.known_since is not None:
        until = swedish_day(wording.last_day) if wording.last_day else "tills vidare"
        text = f"startdag inte läst, senast från {swedish_day(wording.known_since)}, {until}"
    else:
        text = interval_text(wording.interval)
    dated = wording.first_day is not None or wording.last_day is not None
    doubts = _DOUBTS if dated else _DOUBTS_OF_FORCE
    doubt = doubts.get(wording.day_certainty) if wording.day_certainty else None
    return f"{text} ({doubt})" if doubt else text


def wording_phase(wording: Wording, today: date) -> str:
    """One word for where the wording stands on `today`: before, now or later."""
    if wording.open_start is OpenStart.NOT_DECIDED:
        return "Föreslagen"
    if wording.interval.contains(today):
        return "Gäller nu"
    return "Kommer" if wording.interval.starts_after(today) else "Har upphört"
