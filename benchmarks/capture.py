"""A MkDocs hook that writes each page's Markdown as it is after the macros. Only used to make the plain site."""

import os
from pathlib import Path
from typing import Any

import yaml
from mkdocs.plugins import event_priority

TARGET_VARIABLE = "RUTINHANDBOKEN_FANGST"
_KEPT = ("hide", "template", "description", "search")  # what MkDocs and Material know; the rest is the handbook's own


@event_priority(-100)
def on_page_markdown(markdown: str, *, page: Any, **_unused: Any) -> None:
    """Write the page, with the part of its front matter that a plain site would have."""
    path = Path(os.environ[TARGET_VARIABLE], page.file.src_uri)
    path.parent.mkdir(parents=True, exist_ok=True)
    meta = {key: page.meta[key] for key in _KEPT if key in page.meta}
    front_matter = f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n" if meta else ""
    path.write_text(f"{front_matter}{markdown}", encoding="utf-8")
