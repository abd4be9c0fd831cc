"""Two handbooks beside each other: what changed in each routine and in the law, for people to read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.edition import Edition
from macros.model.page import Page
from macros.model.statute import Provision, Statute
from macros.render.dates import interval_text
from macros.render.difference import BlockChange, differences
from macros.render.difference_text import difference_html, difference_markdown, literal_markdown
from macros.render.frozen import routine_text
from macros.render.resolving import UnresolvableError
from macros.render.text_blocks import Block, BlockKind, blocks
from macros.render.words import counted, listed


@dataclass(frozen=True)
class Compared:
    """A routine or a provision with its changes, none when it came or went. `about`: what to know first."""

    name: str
    about: str
    changes: tuple[BlockChange, ...] = ()


_AS_WRITTEN = "Det finns fel att rätta, så texten jämförs som den är skriven och utan checklistor."


def compare_handbooks(old: Handbook, new: Handbook, day: date) -> tuple[Compared, ...]:
    """What differs, routine by routine and then the law, both read with their own names and deadlines as of `day`."""
    return (*_routines(old, new, day), *_law(old, new))


def compare_editions(handbook: Handbook, old: Edition, new: Edition) -> tuple[Compared, ...]:
    """What differs between two frozen texts and the law they show. Raises KeyError when a page is missing."""
    one, two = (blocks(handbook.pages_by_path[edition.page_path].body.text) for edition in (old, new))
    name = f"{old.routine} utgåva {old.number} → {new.routine} utgåva {new.number}"
    changes = differences(one, two)
    return (Compared(name, "", changes),) if changes else ()


def _routines(old: Handbook, new: Handbook, day: date) -> Iterator[Compared]:
    for routine_id in sorted({*old.routines, *new.routines}):
        was, is_now = old.routines.get(routine_id), new.routines.get(routine_id)
        if was is None and is_now is not None:
            yield Compared(f"{routine_id} {is_now.value.title}", "Rutinen är ny.")
        elif is_now is None and was is not None:
            yield Compared(f"{routine_id} {was.value.title}", "Rutinen är borttagen.")
        elif was is not None and is_now is not None:
            one, two = _blocks(old, was.value, day), _blocks(new, is_now.value, day)
            about = _about(was.value, is_now.value)
            if one is None or two is None:
                # Beside a text that is filled in, one that is not would differ in every line: compare what is written.
                one, two = blocks(was.value.body.text), blocks(is_now.value.body.text)
                about = f"{about} {_AS_WRITTEN}".strip() if one != two else about
            changes = differences(one, two)
            if changes or about:
                yield Compared(f"{routine_id} {is_now.value.title}", about, changes)


def _blocks(handbook: Handbook, page: Page, day: date) -> tuple[Block, ...] | None:
    """The routine as it reads, with its checklists; None for a mistake that the check reports."""
    try:
        return blocks(routine_text(handbook, page, day))
    except (UnresolvableError, KeyError):
        return None


def _about(was: Page, is_now: Page) -> str:
    one, two = routine_meta(was), routine_meta(is_now)
    facts = (
        ("utgåva", one.edition, two.edition),
        ("beslutsläge", one.adoption.value, two.adoption.value),
        ("gäller från och med", str(one.valid_from or "–"), str(two.valid_from or "–")),
        ("riskklass", str(one.risk_class), str(two.risk_class)),
        ("ansvarig", one.owner, two.owner),
    )
    changed = [f"{name}: {before} → {after}" for name, before, after in facts if before != after]
    return f"Sidhuvudet: {listed(changed)}." if changed else ""


def _law(old: Handbook, new: Handbook) -> Iterator[Compared]:
    for provision_id in dict.fromkeys((*old.provisions, *new.provisions)):
        was, is_now = old.provisions.get(provision_id), new.provisions.get(provision_id)
        changes = differences(_wordings(was), _wordings(is_now))
        if changes:
            statute, provision = is_now or was  # type: ignore[misc]  # one of the two holds it
            cited = [r for r in new.routines if provision_id in new.law_of(r)]
            about = f"Används i {listed(cited)}." if cited else "Ingen rutin använder bestämmelsen."
            yield Compared(f"{provision.number} {statute.short_name}", about, changes)


def _wordings(found: tuple[Statute, Provision] | None) -> tuple[Block, ...]:
    if found is None:
        return ()
    labels = ("Gäller", "Vad den säger", "Säkerhet")
    return tuple(
        Block(BlockKind.ROW, (interval_text(w.interval), w.summary, w.certainty.value), found[1].heading, labels)
        for w in found[1].wordings
    )


def to_markdown(compared: tuple[Compared, ...], most: int) -> str:
    """The whole as Markdown of at most `most` characters; a line that says so stands for what does not fit."""
    title = "### Vad som ändras i texten\n\n"
    if not compared:
        return f"{title}Ingen rutin och inget lagrum ändras."
    lines = [_counted(compared)]
    for one in compared:
        lines += [
            "",
            f"#### {literal_markdown(one.name)}",
            *(["", one.about] if one.about else []),
            *difference_markdown(one.changes),
        ]
    return title + _fitted(
        lines, most - len(title), "\n\n*Resten får inte plats här. Kör handbok jämför för att se allt.*"
    )


def _fitted(lines: list[str], most: int, rest: str) -> str:
    """The lines as far as they fit whole: half a change would mislead."""
    text = "\n".join(lines)
    if len(text) <= most:
        return text
    kept, room = 0, most - len(rest)
    while kept < len(lines) and (room := room - len(lines[kept]) - 1) >= 0:
        kept += 1
    return "\n".join(lines[:kept]).rstrip() + rest


def to_html(compared: tuple[Compared, ...], most: int) -> str:
    """The whole as a fragment of HTML, whole routines as far as they fit in `most` characters."""
    if not compared:
        return "<p>Ingen rutin och inget lagrum ändras.</p>"
    parts = [str(Markup("<p>{}</p>").format(_counted(compared)))]
    for one in compared:
        about = Markup("<p>{}</p>\n").format(one.about) if one.about else ""
        parts.append(str(Markup("<h3>{}</h3>\n{}{}").format(one.name, about, difference_html(one.changes))))
    return _fitted(parts, most, "\n<p><em>Resten får inte plats här. Kör handbok jämför för att se allt.</em></p>")


def _counted(compared: tuple[Compared, ...]) -> str:
    routines = sum(one.name.startswith("RUT-") for one in compared)
    law = len(compared) - routines
    parts = [counted(routines, "rutin", "rutiner")] if routines else []
    parts += [counted(law, "lagrum", "lagrum")] if law else []
    return f"{listed(parts)} ändras. Ord inom hakparentes är tillagda eller borttagna."


FORMATS: dict[str, Callable[[tuple[Compared, ...], int], str]] = {"markdown": to_markdown, "html": to_html}
