"""What is done to the files in site/: plain files in, plain files out, so that it survives a change of generator."""

import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from macros.handbook import Handbook
from macros.model.finding import Finding
from macros.model.page import ArchivePageMeta
from macros.page_weight import MissingPartError, lighten
from macros.render.atom import feed_text
from macros.render.calendar import calendars
from macros.render.changes import FEED_PATH
from macros.render.control_csv import control_files
from macros.render.explained import WORDS_PATH, explain_on_page, explainable, word_script
from macros.render.findings import CODES_PATH, anchor_codes
from macros.render.law_cards import CARDS_PATH, law_cards
from macros.render.law_links import link_citations
from macros.render.page_foot import with_foot
from macros.render.print_line import with_print_line
from macros.render.review_calendar import review_calendars
from macros.render.search_pages import search_page
from macros.render.search_shortcuts import shortcuts
from macros.render.search_vocabulary import vocabulary
from macros.render.site_pages import finish_page
from macros.render.status_json import STATUS_PATH, status_text
from macros.render.table_marks import mark_tables
from macros.search.document import SearchPage
from macros.search.files import ENGINE, FOLDER, index_files
from macros.search.index import build_index


class UnfinishedPageError(Exception):
    """A built page does not look as expected. The message is Swedish and names the file."""


def finish_site(
    site_dir: Path, handbook: Handbook, findings: Sequence[Finding], today: date, address: str | None = None
) -> int:
    """Give pages their head, explain abbreviations, write the files to take along. Returns how many files changed.

    `findings`: what the checks found on `today`, counted in status.json. `address`: where the site will stand, for the
    feed; its links are relative without one.
    """
    changed = _write_files(site_dir / "kalender", {**calendars(handbook, today), **review_calendars(handbook, today)})
    changed += _write_files(site_dir / "egenkontroll", control_files(handbook, today))
    changed += _write_files(site_dir, {CARDS_PATH: law_cards(handbook, today), WORDS_PATH: word_script(handbook)})
    changed += _write_files(site_dir, {STATUS_PATH: status_text(handbook, findings, today)})
    changed += _write_files(site_dir, {FEED_PATH: feed_text(handbook, today, address)})
    words = explainable(handbook)
    searched: list[SearchPage] = []
    for page in handbook.pages:
        path = site_dir / page.value.url / "index.html"
        try:
            before = path.read_text(encoding="utf-8")
            whole = finish_page(before, handbook, page.value, today)
            if not isinstance(page.value.meta, ArchivePageMeta):  # frozen text has the links it was frozen with
                whole = link_citations(whole, handbook, page.value, today)
            after = explain_on_page(whole, handbook, page.value, words)
            after = with_foot(after, handbook, page.value, today)
            after = with_print_line(after, handbook, page.value, today)
            if page.path == CODES_PATH:
                after = anchor_codes(after)
            after = mark_tables(after)
        except (OSError, ValueError) as error:
            raise UnfinishedPageError(
                f"{path}: sidan gick inte att göra färdig ({error}). Bygg om hela webbplatsen."
            ) from error
        if after != before:
            path.write_text(after, encoding="utf-8")
            changed += 1
        if (found := search_page(handbook, page.value, after, today)) is not None:
            searched.append(found)
    changed += _write_search(site_dir, handbook, searched, today)
    try:
        return changed + lighten(site_dir)
    except MissingPartError as error:
        raise UnfinishedPageError(str(error)) from error


def _write_search(site_dir: Path, handbook: Handbook, pages: Sequence[SearchPage], today: date) -> int:
    files = index_files(build_index(pages), vocabulary(handbook), shortcuts(handbook, today))
    folders = {path.parent for path in (site_dir / FOLDER).glob("*/*.js")}
    for older in folders - {(site_dir / name).parent for name in files}:
        shutil.rmtree(older)
    return _write_files(site_dir, {**files, **_engine(site_dir)})


def _engine(site_dir: Path) -> dict[str, str]:
    """The search's scripts as one file: a fetch costs more than what it fetches. A site without our theme has none."""
    paths = [site_dir / "assets" / "js" / "sok" / f"{name}.js" for name in ENGINE]
    if not all(path.is_file() for path in paths):
        return {}
    return {f"{FOLDER}/motor.js": "".join(path.read_text(encoding="utf-8") for path in paths)}


def _write_files(folder: Path, files: Mapping[str, str]) -> int:
    changed = 0
    for name, text in files.items():
        path, content = folder / name, text.encode()
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)  # as bytes: the formats demand CRLF on every system
            changed += 1
    return changed
