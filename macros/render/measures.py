"""Insatser: the inline link, and the catalogue of what the municipality offers."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.measure import Measure
from macros.model.profile import UNKNOWN
from macros.render.links import relative_url
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import first_upper


@dataclass(frozen=True)
class MeasureEntry:
    """An insats as the catalogue shows it. `gaps`: how many of its facts the municipality has yet to fill in."""

    measure: Measure
    anchor: str
    heading: str
    is_named: bool
    provider: str
    provider_url: str | None
    facts: tuple[tuple[str, str], ...]
    gaps: int

    @property
    def fact_count(self) -> int:
        """How many facts an insats should have: name and ground beside the texts."""
        return len(self.facts) + 2


def measure_url(handbook: Handbook, measure_id: str) -> str | None:
    """Where the insats is described, or None when no page shows the catalogue."""
    page = handbook.page_calling("visa_insatser")
    return f"{page.url}#{anchor(measure_id)}" if page else None


def anchor(measure_id: str) -> str:
    """An anchor of its own: units and insatser often share an id."""
    return f"insats-{measure_id}"


def measure_link(handbook: Handbook, measure_id: str, page_url: str) -> Markup:
    """The insats by its local name as a link. Raises KeyError when the profile has no such insats."""
    found = {measure.id: measure for measure in handbook.profile.value.measures}[measure_id]
    target = measure_url(handbook, measure_id)
    url = relative_url(page_url, target) if target else None
    return fill("measure_inline.html", name=_name(handbook, found), is_named=found.name != UNKNOWN, url=url)


def measures(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The catalogue: an overview, then every insats with its facts; what is not known says so."""
    view = View(handbook, page_url, today)
    entries = [_entry(view, measure) for measure in handbook.profile.value.measures]
    return fill("measures.html", view=view, entries=entries, profile=handbook.profile.value)


def _entry(view: View, found: Measure) -> MeasureEntry:
    profile_page = view.handbook.page_calling("visa_profil")
    facts = (
        ("Vad", found.what),
        ("För vem", found.audience),
        ("Väg in", found.way_in),
        ("Omfattning", found.extent),
        ("Uppföljning", found.follow_up),
        ("Närvaro", found.attendance),
    )
    gaps = [text == UNKNOWN for text in (found.name, *(text for _, text in facts))]
    return MeasureEntry(
        found,
        anchor(found.id),
        first_upper(_name(view.handbook, found)),
        found.name != UNKNOWN,
        first_upper(_provider(view.handbook, found)),
        view.url(f"{profile_page.url}#{found.provider}") if profile_page else None,
        facts,
        sum(gaps) + (not found.grounds),
    )


def _name(handbook: Handbook, found: Measure) -> str:
    """The local name; without one, the provider and the id, so that it can be told from the others."""
    return found.name if found.name != UNKNOWN else f"insats utan namn hos {_provider(handbook, found)} ({found.id})"


def _provider(handbook: Handbook, found: Measure) -> str:
    known = found.provider in handbook.local_names
    return handbook.local_name(found.provider) if known else found.provider
