"""The theme keeps the site free of inline code and of requests to other hosts, and notices when Material changes."""

import hashlib
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from macros.render.review_signs import SIGNS

THEME = Path(__file__).resolve().parents[2] / "macros" / "theme"
TEMPLATES = THEME.parent / "templates"

# The Material templates that macros/theme replaces, as they read when ours were written (Material 9.8.1).
REPLACED = {
    "javascripts/base.html": "d6113712bc4deb30",
    "javascripts/palette.html": "8790389765ea6036",
    "javascripts/content.html": "3722e156f0f6339d",
    "search.html": "bfd556535abcddb9",
    "path.html": "cbde0642861fe915",
    "tabs-item.html": "52fe1f551aa2dbfc",
}

# Later ones use the earlier.
CHECKLIST_SCRIPTS = ("frister", "checklista", "checklistdagar", "kalenderfil", "checklistuttag")


def material_partials() -> Path:
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "templates" / "partials"


@pytest.mark.parametrize("name", REPLACED)
def test_material_has_not_changed_what_we_replace(name: str) -> None:
    digest = hashlib.sha256((material_partials() / name).read_bytes()).hexdigest()[:16]
    assert digest == REPLACED[name], f"Compare macros/theme/partials/{name} with Material's, then update the digest."
    assert (THEME / "partials" / name).is_file()


def markup() -> list[Path]:
    return sorted((*THEME.rglob("*.html"), *TEMPLATES.glob("*.html")))


@pytest.mark.parametrize("path", markup(), ids=lambda path: path.name)
def test_markup_has_no_inline_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"<style|\sstyle=|javascript:|\son[a-z]+=", text)


def test_no_file_of_the_theme_asks_another_host_for_anything() -> None:
    for path in (*THEME.rglob("*.css"), *THEME.rglob("*.js"), *THEME.rglob("*.html")):
        found = re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", path.read_text(encoding="utf-8"))
        assert not found, path


@pytest.mark.parametrize("name", ["bas", *CHECKLIST_SCRIPTS])
def test_nothing_of_a_checklist_outlives_the_session_or_leaves_the_browser(name: str) -> None:
    script = (THEME / "assets" / "js" / f"{name}.js").read_text(encoding="utf-8")
    assert not re.search(r"localStorage|document\.cookie|indexedDB|fetch\(|XMLHttpRequest|sendBeacon", script)
    assert len(script.splitlines()) <= 200


def test_a_checklists_scripts_are_loaded_in_order_by_the_theme_and_not_on_every_page() -> None:
    names = ", ".join(f'"{name}"' for name in CHECKLIST_SCRIPTS)
    assert f"for name in [{names}]" in (THEME / "main.html").read_text(encoding="utf-8")
    settings = (THEME.parents[1] / "mkdocs.yml").read_text(encoding="utf-8")
    assert not [name for name in CHECKLIST_SCRIPTS if f"assets/js/{name}.js" in settings]


def test_what_is_new_is_told_by_the_clock_and_nothing_is_stored() -> None:
    script = (THEME / "assets" / "js" / "nytt.js").read_text(encoding="utf-8")
    assert "data-rh-galler-fran" in (TEMPLATES / "change_list.html").read_text(encoding="utf-8")
    assert "[data-rh-galler-fran]" in script
    assert not re.search(r"Storage|document\.cookie|indexedDB|fetch\(|XMLHttpRequest|sendBeacon", script)


def test_scripts_and_pages_show_a_state_alike() -> None:
    scripts = THEME / "assets" / "js"
    written = re.findall(r'\["(\w+)", "(.)", "([^"]+)"\]', (scripts / "granskning.js").read_text(encoding="utf-8"))
    shown = {(sign.slug, sign.glyph, sign.word) for sign in SIGNS.values()}
    assert len(written) == 3
    assert set(written) <= shown
    ranked = re.search(r"const RANK = \[(.*?)\]", (scripts / "lagetabell.js").read_text(encoding="utf-8"))
    assert ranked
    assert re.findall(r'"(\w+)"', ranked[1]) == [sign.slug for sign in SIGNS.values()]


def test_material_has_not_changed_the_block_that_we_replace() -> None:
    base = (material_partials().parent / "base.html").read_text(encoding="utf-8")
    block = re.search(r"{% block site_meta %}(.*?){% endblock %}", base, re.DOTALL)
    assert block
    known = re.sub(r"mkdocs-material-[\d.]+", "mkdocs-material", block[1])
    digest = hashlib.sha256(known.encode()).hexdigest()[:16]
    assert digest == "572bd5c4915fc019", "Compare the block site_meta in macros/theme/main.html with Material's."


def test_text_from_files_is_escaped_after_its_tags_are_stripped() -> None:
    for path in THEME.rglob("*.html"):  # `striptags` turns &lt; back into <
        assert not re.search(r"striptags(?! \| e\b)", path.read_text(encoding="utf-8")), path
