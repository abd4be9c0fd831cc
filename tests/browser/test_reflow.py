"""Every page fits the narrowest screen and wide spacing, keeps its tables, stands still and shows in any colours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
# WCAG 1.4.12, in the words of the success criterion.
SPACING = "* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}"
SPACING += " p {margin-bottom: 2em !important}"
OVERFLOW = "document.scrollingElement.scrollWidth - innerWidth"
# Text that its box cuts off. What is hidden on purpose (for speech only, a closed search) is left out.
CUT = """() => [...document.querySelectorAll("header *, main *, footer *")].filter((box) => {
  const style = getComputedStyle(box);
  const cuts = ["hidden", "clip"].includes(style.overflowX) && box.scrollWidth > box.clientWidth + 1
    || ["hidden", "clip"].includes(style.overflowY) && box.scrollHeight > box.clientHeight + 1;
  return cuts && box.textContent.trim() && box.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !box.closest(".rh-dold, .rh-sokknapp__text, .rh-punkt__lank")
    && !box.closest(".md-sidebar, .rh-sokruta, svg, thead, .rh-matris__axel, [aria-hidden=true]");
}).map((box) => box.className + ": " + box.textContent.trim().slice(0, 40))"""
# Tables that are no longer displayed as tables and have lost the roles that say what they are.
ROLELESS = """() => [...document.querySelectorAll("article table")].flatMap((table) =>
  [table, ...table.rows, ...[...table.rows].flatMap((row) => [...row.cells])].filter((part) =>
    !getComputedStyle(part).display.startsWith("table") && getComputedStyle(part).display !== "none"
    && !part.hasAttribute("role")).map((part) => part.outerHTML.slice(0, 60)))"""


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(bypass_csp=True, locale="sv-SE", viewport=NARROW, reduced_motion="reduce")
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def urls(real_site: Path) -> list[str]:
    found = (path.relative_to(real_site).as_posix() for path in sorted(real_site.rglob("*.html")))
    return [path.removesuffix("index.html") for path in found]


@pytest.fixture(scope="module")
def measured(still: Page, address: str, urls: list[str]) -> dict[str, dict[str, object]]:
    """Every page of the site, opened once."""
    found: dict[str, dict[str, object]] = {}
    for url in urls:
        still.set_viewport_size(NARROW)
        still.goto(address + url)
        seen = {"smal": still.evaluate(OVERFLOW), "tabeller": still.evaluate(ROLELESS)}
        still.add_style_tag(content=SPACING)
        seen |= {"luftig": still.evaluate(OVERFLOW), "kapad": still.evaluate(CUT)}
        still.set_viewport_size(WIDE)
        found[url] = seen | {"bred": still.evaluate(OVERFLOW), "kapad bred": still.evaluate(CUT)}
    return found


def wrong(measured: dict[str, dict[str, object]], *what: str) -> dict[str, object]:
    assert len(measured) > 100
    return {url: faults for url, seen in measured.items() if (faults := [seen[one] for one in what if seen[one]])}


@pytest.mark.prov("smal-skarm")
def test_no_page_scrolls_sideways_on_the_narrowest_screen(measured: dict[str, dict[str, object]]) -> None:
    assert wrong(measured, "smal") == {}


@pytest.mark.prov("tabeller")
def test_table_shown_as_blocks_keeps_its_roles(measured: dict[str, dict[str, object]]) -> None:
    assert wrong(measured, "tabeller") == {}


@pytest.mark.prov("textavstand")
def test_no_text_is_cut_and_no_page_scrolls_sideways_with_wide_spacing(
    measured: dict[str, dict[str, object]],
) -> None:
    assert wrong(measured, "luftig", "kapad", "bred", "kapad bred") == {}


def test_cut_text_and_lost_roles_would_be_found(page: Page) -> None:
    page.set_content("<main><div style='width:40px;overflow:hidden;white-space:nowrap'>Ett långt ord</div></main>")
    assert len(page.evaluate(CUT)) == 1
    page.set_content("<article><table style='display:block'><tr><td>1</td></tr></table></article>")
    assert len(page.evaluate(ROLELESS)) == 1


@pytest.mark.prov("mindre-rorelse")
def test_nothing_moves_for_the_reader_who_has_asked_for_that(still: Page, address: str) -> None:
    moving = """() => [...document.querySelectorAll("*")].filter((one) => [null, "::before", "::after"].some((part) => {
      const style = getComputedStyle(one, part);
      return /[1-9]/.test(style.transitionDuration + style.animationDuration) || style.scrollBehavior === "smooth";
    })).map((one) => one.outerHTML.slice(0, 60))"""
    for url in ("", "checklistor/cl-anv/", "samverkan/forum/"):
        still.goto(address + url)
        assert still.evaluate(moving) == [], url
    still.emulate_media(reduced_motion="no-preference")
    assert still.evaluate(moving) != []
    still.emulate_media(reduced_motion="reduce")


@pytest.fixture
def contrast(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(bypass_csp=True, locale="sv-SE", viewport=WIDE, forced_colors="active", color_scheme="dark")
    yield page
    page.context.close()


@pytest.mark.prov("kontrasttema")
def test_boxes_progress_and_focus_show_in_the_readers_own_colours(contrast: Page, address: str) -> None:
    contrast.goto(address + "checklistor/cl-anv/")
    box, progress = contrast.locator(".rh-punkt > input").first, contrast.locator(".rh-framsteg progress")
    choice = contrast.locator(".rh-val span").nth(1)
    before = [part.screenshot() for part in (box, progress, choice)]
    box.check()
    contrast.locator(".rh-val input").nth(1).check()
    contrast.evaluate("document.activeElement.blur()")
    contrast.mouse.move(0, 0)
    after = [part.screenshot() for part in (box, progress, choice)]
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, False]
    for _ in range(3):
        contrast.keyboard.press("Tab")
    width = "parseFloat(getComputedStyle(document.activeElement).outlineWidth)"
    assert contrast.evaluate(width) >= 2
    assert contrast.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


@pytest.mark.prov("kontrasttema")
@pytest.mark.parametrize(
    ("url", "shapes"),
    [
        ("samverkan/process/", ".rh-karta__nod :is(rect, polygon), .rh-karta__pil"),
        ("samverkan/forum/", ".rh-arshjul__bit"),
        ("uppfoljning/indikatorer-jobbcentrum/", ".rh-diagram__stapel, .rh-diagram__serie polyline"),
    ],
)
def test_drawings_show_in_the_readers_own_colours(contrast: Page, address: str, url: str, shapes: str) -> None:
    contrast.goto(address + url)
    drawn = contrast.locator(shapes)
    expect(drawn).not_to_have_count(0)
    same = """(shapes) => {
      const ground = getComputedStyle(document.body).backgroundColor;
      return shapes.filter((one) => [getComputedStyle(one).fill, getComputedStyle(one).stroke]
        .every((colour) => colour === "none" || colour === ground)).length;
    }"""
    assert drawn.evaluate_all(same) == 0


@pytest.mark.prov("kontrasttema")
def test_states_are_glyph_and_word_in_the_readers_own_colours(contrast: Page, address: str) -> None:
    contrast.goto(address + "handboken/lage/")
    sign = contrast.locator(".rh-laget .rh-lage:visible").first
    colours = "(one) => [getComputedStyle(one).color, getComputedStyle(document.body).backgroundColor]"
    text, ground = sign.evaluate(colours)
    assert text != ground
    assert len(sign.inner_text().replace("\n", " ").split()) >= 2
