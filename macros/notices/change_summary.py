"""A change as its reviewer meets it: what it breaks, what it makes due, and how the text reads before and after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.handbook import Handbook, routine_meta
from macros.model.finding import Finding, Level
from macros.model.page import Adoption
from macros.model.review import ReviewState
from macros.notices.wording import role_name, shortened
from macros.render.comparison import compare_handbooks, to_markdown
from macros.render.dates import swedish_day
from macros.render.words import counted
from macros.reports.markdown import finding_item, plain
from macros.standing import standing

DAYS_AHEAD = 60
_SIGNS_PER_FINDING, _SIGNS_PER_ROW = 2000, 3000  # of the room for the whole: what is left is for the text
_LONGEST_TITLE = 100


@dataclass(frozen=True)
class Checked:
    """A handbook and what the checks found in it. No handbook: it could not be read as a whole."""

    handbook: Handbook | None
    findings: Sequence[Finding]


@dataclass(frozen=True)
class Change:
    """A change: the handbook before and after, and the files that differ, as paths from the root."""

    old: Checked
    new: Checked
    paths: frozenset[str]

    @property
    def caused(self) -> list[Finding]:
        """The findings that came with the change, wherever they stand. A line that only moved is no news."""
        known = {_identity(finding) for finding in self.old.findings}
        return [finding for finding in self.new.findings if _identity(finding) not in known]

    @property
    def left(self) -> list[Finding]:
        """The findings in the changed files that were there before."""
        caused = {_identity(finding) for finding in self.caused}
        return [f for f in self.new.findings if f.place.path in self.paths and _identity(f) not in caused]

    @property
    def mended(self) -> int:
        """How many findings the change took away."""
        present = {_identity(finding) for finding in self.new.findings}
        return len({_identity(finding) for finding in self.old.findings} - present)


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.place.path, finding.message


def change_summary(change: Change, today: date, preview: str | None, most: int) -> str:
    """The change as Markdown of at most `most` characters (10 000 or more).

    `preview`: the address where the change can be seen built; one that ends with a slash is a website with its pages.
    """
    lines = [f"## {_verdict(change)}", "", _counts(change, today)]
    if preview:
        lines += ["", f"**Förhandsvisning:** [så blir webbplatsen]({preview})", *_preview_pages(change, preview, most)]
    lines += _findings(change, most // _SIGNS_PER_FINDING)
    if change.new.handbook is not None:
        lines += _woken(change, today, most // _SIGNS_PER_ROW)
        lines += _due(change.new.handbook, today, most // _SIGNS_PER_ROW)
    head = "\n".join(lines)
    if change.old.handbook is None or change.new.handbook is None:
        return f"{head}\n\nTexten går inte att jämföra förrän handboken går att läsa."
    compared = compare_handbooks(change.old.handbook, change.new.handbook, today)
    return f"{head}\n\n{to_markdown(compared, most - len(head) - 2)}"


def _verdict(change: Change) -> str:
    caused = change.caused
    errors = sum(finding.blocks for finding in caused)
    before = sum(finding.blocks for finding in change.new.findings) - errors
    if errors:
        return f"❌ {counted(errors, 'nytt fel', 'nya fel')} måste rättas"
    if before:
        return f"❌ {counted(before, 'fel', 'fel')} från tidigare stoppar bygget"
    if any(finding.level is Level.VARNING for finding in caused):
        return "⚠️ Inget stoppar, men ändringen ger något att göra"
    return "✅ Ändringen ger inget nytt att rätta"


def _counts(change: Change, today: date) -> str:
    caused, left = change.caused, change.left
    shown = {_identity(finding) for finding in (*caused, *left)}
    others = [finding for finding in change.new.findings if _identity(finding) not in shown]
    by_level = [(sum(finding.level is level for finding in others), level) for level in reversed(Level)]
    rest = ", ".join(counted(number, level.word, _MANY[level]) for number, level in by_level if number)
    return (
        f"{counted(len(change.paths), 'fil', 'filer')} ändras: {counted(len(caused), 'nytt fynd', 'nya fynd')}, "
        f"{len(left)} som fanns redan, {change.mended} rättade. "
        f"I resten av handboken: {rest or 'inga fynd'}. Räknat {swedish_day(today)}."
    )


_MANY = {Level.FEL: "fel", Level.VARNING: "varningar", Level.NOTIS: "notiser"}


def _preview_pages(change: Change, preview: str, most: int) -> list[str]:
    """Links to the changed routines, where the preview is a website."""
    if change.new.handbook is None or not preview.endswith("/"):
        return []
    pages = [p.value for p in change.new.handbook.routines.values() if p.path in change.paths]
    links = [f"- [{plain(page.title[:_LONGEST_TITLE])}]({preview}{page.url})" for page in pages]
    return ["", *links[: most // _SIGNS_PER_ROW]] if links else []


def _findings(change: Change, most: int) -> Iterator[str]:
    caused = sorted(change.caused, key=lambda finding: -finding.level)
    if caused:
        yield from ("", f"### Nytt med ändringen ({len(caused)})", "", *_items(caused, most))
    if left := sorted(change.left, key=lambda finding: -finding.level):
        yield from ("", "<details>", f"<summary>Fanns redan i filerna som ändras ({len(left)})</summary>", "")
        yield from (*_items(left, most), "", "</details>")


def _items(findings: Sequence[Finding], most: int) -> Iterator[str]:
    yield from (shortened(finding_item(f)) for f in findings[:most])
    if len(findings) > most:
        yield f"- … och {len(findings) - most} till. Kör `handbok kontrollera` för att se alla."


def _woken(change: Change, today: date, most: int) -> Iterator[str]:
    """The routines whose review the change puts in another state: what became due by it."""
    rows = list(_moved(change, today))
    if rows:
        yield from ("", f"### Granskningar som ändringen väcker ({len(rows)})", "", *rows[:most])
        if len(rows) > most:
            yield f"- … och {len(rows) - most} till."


def _moved(change: Change, today: date) -> Iterator[str]:
    old, new = change.old.handbook, change.new.handbook
    for routine_id, page in new.routines.items() if new else ():
        meta = routine_meta(page.value)
        if new is None or meta.adoption is Adoption.WITHDRAWN:
            continue
        before = standing(old, routine_id, today).state if old and routine_id in old.routines else None
        after = standing(new, routine_id, today).state
        if after is not before and after is not ReviewState.CURRENT:
            was = before.value if before else "ny rutin"
            owner = role_name(new, meta.owner)
            name = f"**{routine_id}** {plain(page.value.title)}"
            yield shortened(f"- {name}: {was} → **{after.value}**. Ansvarig: {plain(owner)}.")


def _due(handbook: Handbook, today: date, most: int) -> Iterator[str]:
    """The routines to review within DAYS_AHEAD days, those that are late first."""
    rows = []
    for routine_id, page in handbook.routines.items():
        meta, found = routine_meta(page.value), standing(handbook, routine_id, today)
        is_near = found.due is None or found.due <= today + timedelta(days=DAYS_AHEAD)
        if is_near and meta.adoption is not Adoption.WITHDRAWN:
            day = found.due.isoformat() if found.due else "genast"
            name = f"**{routine_id}** {plain(page.value.title)}"
            cells = (day, name, found.state.value, plain(role_name(handbook, meta.owner)))
            rows.append((found.due or date.min, shortened(f"| {' | '.join(cells)} |")))
    if rows:
        table = [row for _, row in sorted(rows)]
        yield from ("", f"### Att granska nu eller inom {DAYS_AHEAD} dagar ({len(rows)})", "")
        yield from ("| Senast | Rutin | Läge | Ansvarig |", "|---|---|---|---|", *table[:most])
        if len(table) > most:
            yield from ("", f"… och {len(table) - most} till. Kör `handbok lista granskningar` för att se alla.")
