"""What is done to the files in site/: plain files in, plain files out, so that it survives a change of generator."""

from datetime import date
from pathlib import Path

from macros.handbook import Handbook
from macros.model.page import PlainPageMeta
from macros.render.site_pages import finish_page


class UnfinishedPageError(Exception):
    """A built page does not look as expected. The message is Swedish and names the file."""


def finish_site(site_dir: Path, handbook: Handbook, today: date) -> int:
    """Give routines and checklists their head. Returns how many pages changed: none in a second run."""
    changed = 0
    for page in handbook.pages:
        if isinstance(page.value.meta, PlainPageMeta):
            continue
        path = site_dir / page.value.url / "index.html"
        try:
            before = path.read_text(encoding="utf-8")
            after = finish_page(before, handbook, page.value, today)
        except (OSError, ValueError) as error:
            raise UnfinishedPageError(
                f"{path}: sidan gick inte att göra färdig ({error}). Bygg om hela webbplatsen."
            ) from error
        if after != before:
            path.write_text(after, encoding="utf-8")
            changed += 1
    return changed
