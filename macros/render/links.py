"""Relative addresses between pages: the site must work under any path and from a folder of files."""

import posixpath
from datetime import date
from functools import lru_cache

from macros.handbook import Handbook, routine_meta


def relative_url(from_url: str, to_url: str) -> str:
    """The way from one page to another, both relative to the site's root; `to_url` may carry a fragment."""
    path, mark, fragment = to_url.partition("#")
    if path == from_url and mark:
        return f"#{fragment}"
    return f"{_relative_path(from_url, path)}{mark}{fragment}"


@lru_cache(maxsize=1024)
def _relative_path(from_url: str, path: str) -> str:
    relative = posixpath.relpath(f"/{path}", f"/{from_url}")
    # relpath drops the last slash, but a folder's address needs it: its own links count from there.
    return f"{relative}/" if path.endswith("/") or not path else relative


def provision_url(handbook: Handbook, provision_id: str) -> str | None:
    """Where the provision is shown, or None when no page shows its statute."""
    statute, _ = handbook.provisions[provision_id]
    page = handbook.statute_page(statute.id)
    return f"{page.url}#{provision_id}" if page else None


def role_url(handbook: Handbook, role_id: str) -> str | None:
    """The role's own page, else its place in the list of roles, or None when no page lists them."""
    if (own := handbook.role_page(role_id)) is not None:
        return own.url
    page = handbook.page_calling("visa_roller")
    return f"{page.url}#{role_id}" if page else None


def introduction_url(handbook: Handbook, role_id: str) -> str | None:
    """Where somebody new in the role begins, or None."""
    source, page = handbook.holdings.introduction_file, handbook.page_calling("visa_introduktion")
    has_one = source is not None and any(found.role == role_id for found in source.value.roles)
    return f"{page.url}#{role_id}" if page and has_one else None


def template_url(handbook: Handbook, template_id: str) -> str | None:
    """Where the template is shown, or None when no page shows it."""
    page = handbook.template_page(template_id)
    return page.url if page else None


def forum_url(handbook: Handbook, forum_id: str) -> str | None:
    """Where the forum is described, or None when no page lists the forums."""
    page = handbook.page_calling("visa_forum_lista")
    return f"{page.url}#{forum_id}" if page else None


def item_url(handbook: Handbook, checklist_id: str, item_id: str) -> str | None:
    """Where the checklist's item is ticked, or None when no page shows the checklist."""
    page = handbook.checklist_page(checklist_id)
    return f"{page.url}#{item_id.lower()}" if page else None


def calendar_url(handbook: Handbook, role_id: str | None) -> str | None:
    """The calendar file of a role's meetings, or of all (None); None when no such meeting has months of its own."""
    for forum in handbook.holdings.forums.values():
        if forum.months and (role_id is None or role_id == forum.caller or role_id in forum.participants):
            return f"kalender/{role_id or 'alla'}.ics"
    return None


def review_calendar_url(handbook: Handbook, role_id: str | None, today: date) -> str | None:
    """The calendar file of the reviews a role is responsible for, or of all (None); None when no review has a day."""
    for routine_id, page in handbook.routines.items():
        is_own = role_id is None or routine_meta(page.value).owner == role_id
        if is_own and handbook.next_review(routine_id, today) is not None:
            return f"kalender/granskning-{role_id or 'alla'}.ics"
    return None
