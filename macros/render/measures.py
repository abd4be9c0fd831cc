"""Insatser: the inline link, and the catalogue of what the municipality offers."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.measure import Measure
from macros.model.record import UNKNOWN
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
    provider: str
    provider_url: str | None
    facts: tuple[tuple[str, str], ...]
    gaps: int

    @property
    def fact_count(self) -> int:
        """How many facts an insats should have: name and ground beside the texts."""
        return len(self.facts) + 2

    @property
    def is_blank(self) -> bool:
        """True when nothing is known but who might provide it."""
        return self.gaps == self.fact_count


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
    name = handbook.measure_names[measure_id]
    return fill("measure_inline.html", name=name, is_named=found.is_named, url=url)


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
        first_upper(view.handbook.measure_names[found.id]),
        first_upper(_provider(view.handbook, found)),
        view.url(f"{profile_page.url}#{found.provider}") if profile_page else None,
        facts,
        sum(gaps) + (not found.grounds),
    )


def _provider(handbook: Handbook, found: Measure) -> str:
    known = found.provider in handbook.local_names
    return handbook.local_name(found.provider) if known else found.provider
