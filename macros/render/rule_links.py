"""Ways to the rules of the register, numbered or not."""

from datetime import date

from markupsafe import Markup

from macros.cited_ground import Ground
from macros.handbook import Handbook
from macros.model.statute import Provision
from macros.render.citations import citation
from macros.render.links import relative_url
from macros.render.templates import fill


def rule_url(handbook: Handbook, rule_id: str) -> str | None:
    """Where the rule is shown, or None when no page shows its statute."""
    statute, _ = handbook.rules[rule_id]
    page = handbook.statute_page(statute.id)
    return f"{page.url}#{rule_id}" if page else None


def rule_link(handbook: Handbook, rule_id: str, page_url: str, today: date, per: date | None = None) -> Markup:
    """A provision as a citation; any other rule by its number or heading. `per`: the day whose wording is meant.

    A statute's id gives the statute. Raises KeyError for an id that the register lacks.
    """
    if rule_id in handbook.statutes:
        page = handbook.statute_page(rule_id)
        url = relative_url(page_url, page.url) if page else None
        return fill("rule_link.html", text=handbook.statutes[rule_id].value.name, url=url)
    statute, rule = handbook.rules[rule_id]
    if isinstance(rule, Provision):
        return citation(handbook, rule_id, page_url, today, Ground(per) if per else None)
    target = rule_url(handbook, rule_id)
    return fill("rule_link.html", text=statute.name_of(rule), url=relative_url(page_url, target) if target else None)
