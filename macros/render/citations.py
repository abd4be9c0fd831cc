"""Citations of provisions, marked when the handbook has not verified them."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from macros.cited_ground import Ground
from macros.handbook import Handbook
from macros.model.statute import Certainty, Rule, RuleState
from macros.render.dates import swedish_day
from macros.render.links import provision_url, relative_url
from macros.render.templates import fill
from macros.render.words import first_lower


@dataclass(frozen=True)
class Mark:
    """What the reader must know before leaning on a provision: a word, its plural and a class name."""

    word: str
    plural: str
    slug: str


SUSPECT = Mark("ändrad, inte läst sedan dess", "ändrade, inte lästa sedan dess", "misstankt")
UNSURE = Mark("inte kontrollerad", "inte kontrollerade", "osaker")
LIKELY = Mark("trolig", "troliga", "trolig")
CEASED = Mark("upphävd", "upphävda", "upphavd")
COMING = Mark("inte i kraft än", "inte i kraft än", "kommande")
PROPOSED = Mark("bara föreslagen", "bara föreslagna", "kommande")
ABSENT = Mark("ingen känd lydelse", "utan känd lydelse", "osaker")
_BY_CERTAINTY = {Certainty.SURE: None, Certainty.LIKELY: LIKELY, Certainty.UNSURE: UNSURE}
_BY_STATE = {
    RuleState.CEASED: CEASED,
    RuleState.COMING: COMING,
    RuleState.PROPOSED: PROPOSED,
    RuleState.UNKNOWN: ABSENT,
}


def mark(rule: Rule, day: date) -> Mark | None:
    """The warning that goes with the rule on `day`; None when its wording that day is verified."""
    wording = rule.wording_on(day)
    if wording is not None:
        return SUSPECT if wording.is_suspect else _BY_CERTAINTY[wording.certainty_on(day)]
    return _BY_STATE[rule.state_on(day)]


def citation(handbook: Handbook, provision_id: str, page_url: str, today: date, ground: Ground | None = None) -> Markup:
    """The provision's number as a link to where it is shown. `ground`: cites an older wording on purpose."""
    statute, provision = handbook.provisions[provision_id]
    target = provision_url(handbook, provision_id)
    url = relative_url(page_url, target) if target else None
    names = (provision_id, provision.number, statute.short_name)
    return _markup(names, url, mark(provision, ground.day if ground else today), on_purpose(ground))


def on_purpose(ground: Ground | None) -> str:
    """What the reader is told of an older wording: its day, or the transitional rule that keeps it."""
    if ground is None:
        return ""
    return f"enligt {first_lower(ground.rule.number)}" if ground.rule else f"lydelsen {swedish_day(ground.day)}"


def citation_link(handbook: Handbook, provision_id: str, shown: str, page_url: str, day: date) -> str:
    """A citation that stands in a built page (`shown`: markup) as a link, judged as of `day`."""
    target = provision_url(handbook, provision_id)
    if target is None:
        return shown
    found = mark(handbook.provisions[provision_id][1], day)
    css = f"rh-lag rh-lag--se-upp rh-lag--{found.slug}" if found else "rh-lag"
    said = f'<span class="rh-dold"> ({found.word})</span>' if found else ""
    url = relative_url(page_url, target)
    return f'<a class="{css}" href="{url}" data-rh-lagrum="{provision_id}">{shown}{said}</a>'


@lru_cache(maxsize=1024)
def _markup(names: tuple[str, str, str], url: str | None, warning: Mark | None, on_purpose: str) -> Markup:
    """Kept, because a handbook cites the same provisions in the same way thousands of times."""
    provision_id, number, short_name = names
    text = {"provision_id": provision_id, "number": number, "short_name": short_name}
    return fill("citation.html", **text, url=url, mark=warning, on_purpose=on_purpose)
