"""What the watch found, as findings: one per provision that somebody has to look at."""

from macros.model.finding import Finding, Level
from macros.watch.outcome import ActReport, Outcome, Status

_CODES = {
    Status.CHANGED: "BEV201",
    Status.CEASED: "BEV202",
    Status.RENUMBERED: "BEV203",
    Status.MISSING: "BEV204",
    Status.UNREADABLE: "BEV205",
    Status.COMING: "BEV206",
    Status.NEW: "BEV207",
    Status.RULE: "BEV208",
    Status.FIRST: "BEV209",
}
_CLAIMS = {
    Status.CHANGED: "har ändrats",
    Status.CEASED: "är upphävd",
    Status.RENUMBERED: "har fått ett nytt nummer",
    Status.MISSING: "finns inte i källan",
    Status.UNREADABLE: "går inte att läsa i källan",
    Status.COMING: "ändras framöver",
    Status.NEW: "är ny",
    Status.RULE: "skiljer sig från den senaste läsningen",
    Status.FIRST: "har ingen tidigare läsning att jämföra med",
}
CURES = {
    Status.CHANGED: "Läs den nya texten. Rätta sammanfattningen, eller avsluta lydelsen och lägg till en ny.",
    Status.CEASED: "Sätt t_o_m på lydelsen, och byt hänvisningarna.",
    Status.RENUMBERED: "Avsluta lydelsen, lägg till bestämmelsen under det nya numret och byt hänvisningarna.",
    Status.MISSING: "Läs lagen i den officiella källan: paragrafen kan vara upphävd, eller källan trasig.",
    Status.UNREADABLE: "Läs lagen i den officiella källan, eller hämta texten i ett annat format.",
    Status.COMING: "Lägg till den kommande lydelsen i data/lagar.",
    Status.NEW: "Läs den. Berör den rutinerna: lägg till den i data/lagar.",
    Status.RULE: "Läs dem. Berör de rutinerna: rätta i data/lagar.",
    Status.FIRST: "Kör med --skriv när det är den text som är läst.",
}


def outcome_finding(outcome: Outcome) -> Finding:
    """The outcome as a finding. Raises KeyError for one that calls for no action."""
    message = f"{outcome.number} {_CLAIMS[outcome.status]}. {outcome.detail}".strip()
    return Finding(_CODES[outcome.status], Level.VARNING, outcome.place, message, CURES[outcome.status])


def act_findings(act: ActReport) -> list[Finding]:
    """Everything to act on in one act: first what is wrong with the source, then the provisions in report order."""
    order = list(Status)
    ordered = sorted(act.to_act_on, key=lambda outcome: order.index(outcome.status))
    return [*act.findings, *map(outcome_finding, ordered)]
