"""The whole site under the security policy that the server files carry: nothing is stopped, nothing fetched outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import served, watched

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

LISTENER = """addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
  reportViolation(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`))"""


@dataclass
class Watch:
    """What the browser complained of, and what was asked of any other server than ours."""

    violations: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def nothing(self) -> bool:
        return not (self.violations or self.complaints or self.outside)


@contextmanager
def strict(context: BrowserContext, address: str) -> Iterator[tuple[Page, Watch]]:
    found = Watch()
    context.expose_binding("reportViolation", lambda _, text: found.violations.append(text))
    context.add_init_script(LISTENER)
    page = context.new_page()
    with watched(page) as (complaints, fetched):
        yield page, found
        page.evaluate("() => new Promise((done) => setTimeout(done, 50))")  # what is reported comes a moment later
    found.complaints = complaints
    found.outside = [url for url in fetched if not url.startswith((address, "data:"))]


def addresses(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix().removesuffix("index.html") for path in sorted(site.rglob("*.html"))]


def test_every_page_keeps_the_policy(context: BrowserContext, address: str, real_site: Path) -> None:
    urls = [url for url in addresses(real_site) if url != "404.html"]  # which has absolute addresses, see below
    assert len(urls) > 100
    with strict(context, address) as (page, found):
        for url in urls:
            answer = page.goto(address + url, wait_until="load")
            assert answer is not None
            assert answer.headers["content-security-policy"].startswith("default-src 'self';")
            page.evaluate("() => { for (const box of document.querySelectorAll('details')) box.open = true }")
    assert found.nothing(), found


@pytest.mark.prov("sakerhetspolicy")
def test_everything_a_reader_does_keeps_the_policy(context: BrowserContext, address: str) -> None:
    with strict(context, address) as (page, found):
        page.goto(f"{address}rutiner/rut-anv/")
        page.locator("article a[data-rh-lagrum]").first.click()
        expect(page.locator("aside.rh-lagkort")).to_be_visible()
        page.locator("article a[data-rh-lagrum]").nth(3).hover()
        expect(page.locator(".rh-lagkort--svavar")).to_be_visible()
        page.get_by_role("button", name="Mörkt läge").click()
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.keyboard.press("Control+k")
        page.keyboard.type("samtycke", delay=20)
        expect(page.locator(".rh-traff mark").first).to_be_visible()
        page.goto(f"{address}checklistor/cl-anv/")
        page.locator(".rh-punkt > input").first.check()
        page.reload()
        expect(page.locator(".rh-punkt > input").first).to_be_checked()
        for button in page.locator("article button:visible").all():
            if "data-rh-skriv-ut" not in button.evaluate("(button) => button.outerHTML"):  # opens the printer's window
                page.once("dialog", lambda dialog: dialog.dismiss())
                button.click()
                page.keyboard.press("Escape")  # a question that it opened
        page.set_viewport_size({"width": 390, "height": 800})
        page.get_by_role("button", name="Meny", exact=True).click()
        expect(page.locator(".rh-meny")).to_be_visible()
        for url in ("lagrum/vilken-lag/", "lagrum/register/", "arkiv/gallde-da/", "handboken/lage/"):
            page.goto(address + url)
            for box in page.locator("article select:visible").all():
                box.select_option(index=1)
            for box in page.locator("article input[type=checkbox]:visible, article input[type=radio]:visible").all()[
                :5
            ]:
                box.check()
            for box in page.locator("article input[type=text]:visible, article input[type=search]:visible").all():
                box.fill("2025-06-30")
    assert found.nothing(), found


@pytest.mark.parametrize(
    ("inserted", "directive"),
    [
        ('<p style="color: red">x</p>', "style-src-attr inline"),
        ("<style>p { color: red }</style>", "style-src-elem inline"),
        ("<script>document.title = 'x'</script>", "script-src-elem inline"),
        ('<img src="data:," onerror="document.title = 1">', "script-src-attr inline"),
        ('<img src="http://127.0.0.2:9/x.png">', "img-src http://127.0.0.2:9/x.png"),
        ('<base href="http://127.0.0.2:9/">', "base-uri http://127.0.0.2:9"),
    ],
)
def test_what_must_not_be_there_is_seen(context: BrowserContext, address: str, inserted: str, directive: str) -> None:
    def with_it(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</h1>", f"</h1>{inserted}", 1))

    context.route(f"{address}handboken/", with_it)
    with strict(context, address) as (page, found):
        page.goto(f"{address}handboken/", wait_until="load")
    assert [text for text in found.violations if text.startswith(directive)], found


def test_page_for_what_is_not_found_keeps_the_policy_where_its_address_says(
    context: BrowserContext, real_site: Path
) -> None:
    with served(real_site.parent) as host, strict(context, host) as (page, found):
        root = f"{host}rutiner/"
        page.goto(f"{root}404.html", wait_until="load")
        page.get_by_role("button", name="Mörkt läge").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.locator(".md-tabs__link", has_text="Rutiner").click()
        expect(page).to_have_url(f"{root}rutiner/")
    assert found.nothing(), found
