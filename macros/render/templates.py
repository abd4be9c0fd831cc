"""The one Jinja environment: markup with everything from data escaped."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.render.dates import interval_text, swedish_day
from macros.render.words import amounts, counted, first_upper, known, literal, share, unbroken

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # else every use of a template asks the disk for its age
)
_ENVIRONMENT.filters.update(
    amounts=amounts,
    day=swedish_day,
    interval=interval_text,
    capital=first_upper,
    known=known,
    unbroken=unbroken,
    counted=counted,
    literal=literal,
    share=share,
)


def fill(template: str, **values: object) -> Markup:
    """The template filled in, without blank lines or indentation, so that Markdown leaves it alone."""
    text = _ENVIRONMENT.get_template(template).render(values)
    # Safe to mark as markup: the environment has escaped every value.
    return Markup("\n".join(line.strip() for line in text.splitlines() if line.strip()))  # noqa: S704
