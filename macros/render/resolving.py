"""A routine's Markdown with every macro resolved to plain text, as it stands on one day: what a freeze keeps."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from jinja2 import Environment, StrictUndefined, TemplateError
from markupsafe import escape

from macros.cited_ground import Ground, ground_of
from macros.handbook import Handbook, routine_meta
from macros.model.page import Page
from macros.model.profile import Form, LocalName
from macros.model.record import UNKNOWN
from macros.render.citations import mark, on_purpose
from macros.render.links import relative_url
from macros.render.roles import role_name
from macros.render.view import View
from macros.render.words import first_upper

_ENVIRONMENT = Environment(autoescape=False, undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]+)>?\s*\)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#")
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_[]{}|"}
Cited = tuple[str, date]


class UnresolvableError(Exception):
    """The text holds something that cannot be resolved. The message is a Swedish sentence."""


@dataclass
class Resolver:
    """Resolves one routine's macros. `law_day`: whose wordings are meant where the text names no day.

    `page_url`: the page that the text will stand on. `cited` gathers the provisions in the order they are met.
    """

    handbook: Handbook
    page: Page
    law_day: date
    page_url: str
    cited: list[Cited] = field(default_factory=list)

    def body(self) -> str:
        """The page's Markdown with its macros resolved and its links turned to `page_url`. Raises UnresolvableError."""
        try:
            text = _ENVIRONMENT.from_string(self.page.body.text).render(self._functions())
        except KeyError as error:
            raise UnresolvableError(f"Texten nämner ”{error.args[0]}”, som inte finns.") from error
        except (TemplateError, TypeError, ValueError) as error:
            raise UnresolvableError("Texten har ett makro som inte går att frysa.") from error
        return _LINK.sub(self._link, text).strip("\n") + "\n"

    def cite(self, provision_id: str, ground: Ground | None = None) -> str:
        """The provision as a link to the law that is frozen with the text, marked when it is not verified."""
        statute, provision = self.handbook.provisions[provision_id]
        day = ground.day if ground else self.law_day
        if (provision_id, day) not in self.cited:
            self.cited.append((provision_id, day))
        words = f"{provision.number} {statute.short_name}" + (f", {on_purpose(ground)}" if ground else "")
        warning = mark(provision, day)
        if warning is None:
            return f"[{plain(words)}](#{self.anchor(provision_id, day)}){{ .rh-lag }}"
        said = f'<span class="rh-dold"> ({warning.word})</span>'
        classes = f".rh-lag .rh-lag--se-upp .rh-lag--{warning.slug}"
        return f"[{plain(words)}{said}](#{self.anchor(provision_id, day)}){{ {classes} }}"

    def anchor(self, provision_id: str, day: date) -> str:
        """Where on the frozen page the provision's wording of that day stands."""
        return provision_id if day == self.law_day else f"{provision_id}-{day.isoformat()}"

    def facts(self, step_id: str) -> str:
        """A step's facts as a table of one row."""
        view = View(self.handbook, self.page_url, self.law_day)
        step = {known.id: known for known in routine_meta(self.page).steps}[step_id]
        proposed = " (förslag)" if view.is_proposed(step.due) else ""
        cells = {
            "Vem": plain(view.role_names(step.roles)),
            "Senast": plain(view.due(step.due)) + proposed,
            "Grund": ", ".join(self.cite(ground) for ground in step.grounds),
            "Mall": ", ".join(self.template(template) for template in step.templates),
            "Dokumenteras": plain(first_upper(step.documented)),
        }
        return table(*zip(*((name, cell) for name, cell in cells.items() if cell), strict=True))

    def template(self, template_id: str) -> str:
        """The template as a link to where it is listed on the frozen page."""
        title = self.handbook.holdings.templates[template_id].value.title
        return f"[{template_id} {plain(title)}](#{template_id.lower()})"

    def _functions(self) -> dict[str, Callable[..., str]]:
        book = self.handbook
        return {
            "visa_steg": self.facts,
            "visa_lagrum": lambda lagrum, per=None: self.cite(lagrum, ground_of(self.handbook, per) if per else None),
            "visa_mall": self.template,
            "visa_roll": lambda roll, form="grundform": plain(role_name(book.roles[roll], Form(form))),
            "visa_forum": lambda forum: plain(self._forum(forum)),
            "visa_insats": lambda insats: plain(self._measure(insats)),
            "visa_indikator": lambda indikator: plain(self._indicator(indikator)),
            "visa_mottagare": self._receivers,
            "visa_riskklasser": self._risk_classes,
            "lokalt": lambda namn, form="grundform": plain(book.local_name(namn, Form(form))),
            "frist": lambda frist, stil="hel": plain(book.deadline_text(frist, short=stil == "kort")),
        }

    def _forum(self, forum_id: str) -> str:
        found = self.handbook.holdings.forums[forum_id]
        return self.handbook.local_name(forum_id) if forum_id in self.handbook.local_names else found.name

    def _measure(self, measure_id: str) -> str:
        found = {measure.id: measure for measure in self.handbook.profile.value.measures}[measure_id]
        return found.name if found.name != UNKNOWN else f"insats utan namn ({found.id})"

    def _name(self, thing: LocalName) -> str:
        if thing.is_known:
            return thing.name
        known = self.handbook.local_names
        return known[thing.id].name if thing.id in known else thing.id

    def _indicator(self, indicator_id: str) -> str:
        groups = self.handbook.holdings.indicator_groups.values()
        return {found.id: found.name for group in groups for found in group.value.indicators}[indicator_id]

    def _receivers(self) -> str:
        units = [unit for unit in self.handbook.profile.value.units if unit.audience]
        rows = [
            tuple(plain(_known(text)) for text in (first_upper(self._name(unit)), unit.audience, unit.does))
            for unit in units
        ]
        return table(("Verksamhet", "För", "Gör"), *rows)

    def _risk_classes(self) -> str:
        classes = sorted(self.handbook.policy.value.risk_classes, key=lambda found: found.number)
        rows = [
            (f"Klass {c.number}", plain(c.meaning), f"{c.interval_months} månader", c.when_overdue) for c in classes
        ]
        return table(("Riskklass", "Betyder", "Granskas inom", "Sen granskning"), *rows)

    def _link(self, match: re.Match[str]) -> str:
        words, target = match[1], match[2]
        if _ELSEWHERE.match(target):
            return match[0]
        path, mark_, anchor = target.partition("#")
        full = posixpath.normpath(posixpath.join(posixpath.dirname(self.page.path), path))
        page = self.handbook.pages_by_path.get(full)
        if page is None:
            raise UnresolvableError(f"Länken till ”{target}” leder ingenstans.")
        if (own := self._own_anchor(page)) is not None:
            return f"[{words}](#{anchor or own})"
        url = relative_url(self.page_url, f"{page.url}{mark_}{anchor}")
        return f'<a href="{escape(url)}">{words}</a>'

    def _own_anchor(self, page: Page) -> str | None:
        """Where on the frozen page that page's content is kept, when it is: the routine's own checklists."""
        for checklist in self.handbook.checklists_of(self.page):
            if self.handbook.checklist_page(checklist.id) == page:
                return checklist.id.lower()
        return None


def table(*rows: tuple[str, ...]) -> str:
    """A Markdown table; the first row is its head."""
    head, *rest = (f"| {' | '.join(row)} |" for row in rows)
    rule = f"|{'---|' * len(rows[0])}"
    return "\n".join((head, rule, *rest))


def plain(text: str) -> str:
    """Text from data, so that neither Markdown, HTML nor a table takes any of its signs for its own."""
    return str(escape(" ".join(text.split()))).translate(_SIGNS).replace("&#34;", '"').replace("&#39;", "'")


def _known(text: str | None) -> str:
    if text is None:
        return "–"
    return "Fylls i av kommunen" if text == UNKNOWN else first_upper(text)
