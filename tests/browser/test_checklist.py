"""The checklists of the real site in a real browser: ticking, days, what is taken along; none of it leaves the tab."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from macros.model.review import add_months
from macros.search.sections import page_sections
from macros.working_days import is_working_day
from tests.browser.conftest import watched
from tests.browser.test_status import built
from tests.conftest import TODAY, copy_example
from tests.test_content import DAY_AFTER

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

CHECKLIST, MEETING, INDEX = "checklistor/cl-anv/", "checklistor/cl-start/", "checklistor/"
SIGNAL, DECISION = "2026-11-23", "2026-12-21"
STATUS, NEXT, ANSWER = ".rh-framsteg__text", ".rh-framsteg__nasta", ".rh-uttag [role=status]"
BOX = ".rh-punkt > input"
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"


@pytest.fixture
def listed(page: Page, address: str) -> Page:
    """The checklist of anvisning on a Friday of November 2026."""
    at_noon(page, date(2026, 11, 27))
    page.goto(address + CHECKLIST)
    return page


@pytest.fixture(scope="module")
def with_retired(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example handbook, whose checklist has an item that is no longer used."""
    yield from built(copy_example(tmp_path_factory.mktemp("utgatt") / "handbok"))


@contextmanager
def opened(browser: Browser, url: str, **settings: object) -> Iterator[Page]:
    context = browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm", **settings)  # type: ignore[arg-type]
    page = context.new_page()
    at_noon(page, date(2026, 11, 27))
    page.goto(url)
    yield page
    context.close()


def at_noon(page: Page, day: date) -> None:
    page.clock.set_fixed_time(datetime(day.year, day.month, day.day, 12))


def give(page: Page, event: str, day: str) -> None:
    """Write the day as a reader does, opening what is folded."""
    field = page.locator(f"#dag-{event}")
    if not field.is_visible():
        page.locator(".rh-dagar summary").click()
    field.fill(day)
    field.blur()


def due(page: Page, item: str) -> str:
    return page.locator(f"#{item.lower()}-nar").inner_text().replace("\n", " ")


def reject_clipboard(page: Page) -> None:
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); }")


def test_ticks_count_and_the_next_deadline_is_said(listed: Page) -> None:
    total = listed.locator(BOX).count()
    expect(listed.locator(STATUS)).to_have_text(f"0 av {total} klara")
    expect(listed.locator(NEXT)).to_have_text("Skriv en dag, så räknas fristerna ut.")
    give(listed, "signal", SIGNAL)
    expect(listed.locator(NEXT)).to_have_text("Passerad frist: mån 23 nov, Inled utredningen genast")
    listed.locator("#cl-anv-01").check()
    expect(listed.locator(STATUS)).to_have_text(f"1 av {total} klara")
    expect(listed.locator(NEXT)).to_have_text("Nästa frist: mån 14 dec, Kartlägg tillsammans med personen")
    listed.locator(NEXT).get_by_role("link").click()
    expect(listed.locator("#cl-anv-04")).to_be_focused()
    assert listed.locator("progress").evaluate("(meter) => [meter.value, meter.max]") == [1, total]
    for box in listed.locator(BOX).all():
        box.check()
    expect(listed.locator(STATUS)).to_have_text(f"{total} av {total} klara")
    expect(listed.locator(NEXT)).to_have_text("Allt är klart.")


def test_a_status_is_only_rewritten_when_it_says_something_new(listed: Page) -> None:
    give(listed, "signal", SIGNAL)
    listed.evaluate(
        """() => {
          window.rewritten = [];
          for (const place of document.querySelectorAll(".rh-framsteg [role=status]"))
            new MutationObserver(() => window.rewritten.push(place.className)).observe(place, { childList: true });
        }"""
    )
    listed.locator("#cl-anv-12").check()  # has no day: what comes next is the same as before
    listed.locator("#dag-signal").press("End")
    assert listed.evaluate("window.rewritten") == ["rh-framsteg__text"]


def test_a_role_shows_its_items_and_its_own_next_deadline(listed: Page) -> None:
    give(listed, "signal", SIGNAL)
    give(listed, "genomgang", "2026-12-10")
    listed.get_by_label("Teamledare", exact=True).check()
    shown = listed.locator(".rh-punkt:visible")
    assert all("teamledare" in (item.get_attribute("data-roller") or "").split() for item in shown.all())
    expect(listed.locator(STATUS)).to_have_text(f"0 av {shown.count()} klara för teamledare")
    expect(listed.locator(NEXT)).to_contain_text("Nästa frist: före tor 10 dec")
    listed.reload()
    expect(listed.get_by_label("Teamledare", exact=True)).to_be_checked()
    expect(listed.locator(STATUS)).to_have_text(f"0 av {shown.count()} klara för teamledare")


def test_an_item_takes_its_day_from_its_own_event_only(listed: Page) -> None:
    words = due(listed, "CL-ANV-24")
    give(listed, "signal", "20261123")
    expect(listed.locator("#dag-signal")).to_have_value(SIGNAL)
    assert due(listed, "CL-ANV-01").startswith("mån 23 nov")
    assert due(listed, "CL-ANV-04").startswith("mån 14 dec 15 arbetsdagar efter signalen")
    assert due(listed, "CL-ANV-24") == words
    give(listed, "beslut", DECISION)
    # Ten working days from 21 December pass Christmas, New Year and Epiphany, and land in another year.
    assert due(listed, "CL-ANV-24").startswith("tor 7 jan 2027 10 arbetsdagar efter beslutet")
    expect(listed.locator("#cl-anv-24-nar time")).to_have_attribute("datetime", "2027-01-07")
    assert due(listed, "CL-ANV-18") == "före mån 21 dec Före beslutet"
    assert due(listed, "CL-ANV-25").startswith("3 arbetsdagar efter startmötet")
    expect(listed.locator(".rh-dagar summary")).to_have_text("Fler dagar att räkna från: 1 av 9 ifyllda")
    listed.locator("#dag-beslut").fill("")
    assert due(listed, "CL-ANV-24") == words


def test_every_day_shown_belongs_to_an_event_that_was_given(listed: Page) -> None:
    give(listed, "beslut", DECISION)
    dated = listed.locator(".rh-punkt[data-dag]")
    assert dated.count() > 0
    assert {item.get_attribute("data-handelse") for item in dated.all()} == {"beslut"}


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("2026-11-31", "Dagen 31 finns inte: november 2026 har 30 dagar."),
        ("2027-02-29", "Dagen 29 finns inte: februari 2027 har 28 dagar."),
        ("2026-13-01", "Månaden 13 finns inte."),
        ("23/11", "”23/11” är inte en dag."),
        ("2026-1123", "”2026-1123” är inte en dag."),
        ("0026-11-23", "Året 0026 kan inte stämma."),
    ],
)
def test_a_wrong_day_is_told_in_words_and_no_day_is_counted(listed: Page, written: str, error: str) -> None:
    give(listed, "signal", SIGNAL)
    field = listed.get_by_label("Startdag: signalen")
    field.fill("")
    field.press_sequentially(written)
    told = listed.locator("#dag-signal-fel")
    expect(told).to_have_text("")  # a half-written day is no mistake yet
    field.blur()
    expect(told).to_have_text(f"{error} Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-27.")
    expect(told).to_have_attribute("role", "alert")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "dag-signal-fel" in (field.get_attribute("aria-describedby") or "").split()
    expect(listed.locator(".rh-punkt__dag")).to_have_count(0)
    field.fill(SIGNAL)
    expect(told).to_have_text("")
    assert field.get_attribute("aria-invalid") is None
    assert listed.locator(".rh-punkt__dag").count() > 0


def test_a_day_past_the_table_is_said_and_not_guessed(listed: Page) -> None:
    last = date(DAY_AFTER.year + 10, 12, 31)
    told = f"handboken har röda dagar för {DAY_AFTER.year - 1}–{last.year}."
    for day in (last - timedelta(days=3), last + timedelta(days=400), date(DAY_AFTER.year - 2, 5, 4)):
        give(listed, "signal", day.isoformat())
        assert due(listed, "CL-ANV-04").startswith("15 arbetsdagar efter signalen")
        expect(listed.locator("#cl-anv-04-nar")).to_contain_text(told)
        expect(listed.locator("#cl-anv-04-nar time")).to_have_count(0)
        expect(listed.locator("#cl-anv-01-nar time")).to_have_count(1)  # the same day needs no table


def after(start: date, count: int) -> date:
    """Day by day, as plainly as it can be said."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def test_days_agree_with_pythons_for_ten_years(listed: Page) -> None:
    first, last = date(DAY_AFTER.year, 1, 1), date(DAY_AFTER.year + 10, 11, 30)
    days = [first + timedelta(days=count) for count in range((last - first).days + 1)]
    counted = listed.evaluate(
        """([days, counts]) => {
          const known = rhFrister.calendar(document.querySelector("[data-roda-dagar]").dataset.rodaDagar);
          return days.map((day) => counts.map(([count, unit]) => rhFrister.add(known, day, count, unit)));
        }""",
        [
            [day.isoformat() for day in days],
            [
                *[[count, "arbetsdagar"] for count in (0, 1, 3, 15)],
                [10, "kalenderdagar"],
                [4, "veckor"],
                *[[count, "månader"] for count in (1, 3, 12)],
            ],
        ],
    )
    expected = [
        [
            *(after(day, count).isoformat() for count in (0, 1, 3, 15)),
            (day + timedelta(days=10)).isoformat(),
            (day + timedelta(weeks=4)).isoformat(),
            *(add_months(day, count).isoformat() for count in (1, 3, 12)),
        ]
        for day in days
    ]
    assert len(counted) > 3900
    assert [pair for pair in zip(days, counted, expected, strict=True) if pair[1] != pair[2]] == []


@pytest.mark.parametrize(
    ("start", "reached"),
    [
        ("2027-03-25", "2027-03-30"),  # Good Friday to Easter Monday
        ("2027-05-05", "2027-05-07"),  # Ascension Day
        ("2027-06-24", "2027-06-25"),  # Midsummer Eve is a working day by law
        ("2027-06-25", "2027-06-28"),
        ("2027-11-05", "2027-11-08"),  # All Saints' Day is a Saturday
        ("2028-12-22", "2028-12-27"),  # Christmas on a Monday and a Tuesday
        ("2029-12-31", "2030-01-02"),
    ],
)
def test_the_great_holidays_are_passed_over(listed: Page, start: str, reached: str) -> None:
    found = listed.evaluate(
        """(day) => rhFrister.add(
          rhFrister.calendar(document.querySelector("[data-roda-dagar]").dataset.rodaDagar), day, 1, "arbetsdagar")""",
        start,
    )
    assert found == reached


def saved(page: Page, target: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner datum (.ics)").click()
    assert download.value.suggested_filename == "cl-anv.ics"
    download.value.save_as(target)
    return target.read_bytes()


def test_calendar_file_is_read_by_another_program(listed: Page, tmp_path: Path) -> None:
    give(listed, "signal", SIGNAL)
    give(listed, "beslut", DECISION)
    listed.locator("#cl-anv-01").check()
    with watched(listed) as (complaints, fetched):
        content = saved(listed, tmp_path / "a.ics")
    assert complaints == []
    assert [url for url in fetched if not url.startswith("blob:")] == []
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)  # no character is cut in half by the folding
    calendar = Calendar.from_ical(content)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    items = listed.locator(".rh-punkt[data-dag]:not(:has(:checked))")
    assert len(events) == items.count() == len(calendar.walk("VEVENT"))
    for item in items.all():
        own, event_id = item.get_attribute("data-punkt") or "", item.get_attribute("data-handelse")
        start = {"signal": SIGNAL, "beslut": DECISION}[event_id or ""]
        event = events[f"{own.lower()}-{event_id}-{start.replace('-', '')}@rutinhandboken"]
        assert event["DTSTART"].dt == date.fromisoformat(item.get_attribute("data-dag") or "")
        assert event["DTEND"].dt == event["DTSTART"].dt + timedelta(days=1)
        before = "Före beslutet: " if item.get_attribute("data-antal") is None else ""
        assert str(event["SUMMARY"]) == f"{before}{item.locator('label').inner_text()} ({own})"
        assert "Checklista CL-ANV ur RUT-ANV, utgåva 0.1 (förslag)." in str(event["DESCRIPTION"])
    expect(listed.locator(ANSWER)).to_have_text(f"{len(events)} datum i filen cl-anv.ics. Klara punkter är inte med.")
    again = Calendar.from_ical(saved(listed, tmp_path / "b.ics"))
    assert {str(event["UID"]) for event in again.walk("VEVENT")} == set(events)


def test_calendar_text_is_escaped_and_folded_between_characters(listed: Page) -> None:
    title = "Å, ä; ö \\ och\nny rad " + "ö" * 90 + "a" * 200
    content = listed.evaluate(
        """(title) => rhKalenderfil("Prov", [{ uid: "a@b", day: "2026-12-31", title, about: "x" }], new Date())""",
        title,
    )
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["SUMMARY"]) == title
    assert event["DTEND"].dt == date(2027, 1, 1)
    assert max(len(line.encode()) for line in content.split("\r\n")) <= 75


def test_calendar_without_a_day_says_what_to_do(listed: Page) -> None:
    listed.get_by_role("button", name="Ladda ner datum (.ics)").click()
    expect(listed.locator(ANSWER)).to_have_text(
        "Ingen punkt som är kvar har fått ett datum. Skriv först den dag som listan räknas från."
    )


def test_text_for_the_journal_is_copied(context: BrowserContext, listed: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    give(listed, "signal", SIGNAL)
    listed.locator("#cl-anv-01").check()
    listed.get_by_role("button", name="Kopiera som text").click()
    expect(listed.locator(ANSWER)).to_have_text("Kopierat. Klistra in texten i journalen.")
    copied = listed.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    total = listed.locator(BOX).count()
    first = "Utredningen är öppnad och signalen är antecknad"
    assert copied.splitlines()[:8] == [
        "Checklista CL-ANV Anvisning",
        "Ur RUT-ANV, utgåva 0.1 (förslag)",
        f"2026-11-27: 1 av {total} klara",
        "Signalen: 2026-11-23",
        "",
        "1. Inled utredningen genast",
        f"Klar: CL-ANV-01 {first} (senast mån 23 nov 2026, samma dag som signalen)",
        "Inte klar: CL-ANV-02 Personen vet vad som utreds, varför och vem som är kontakt (före kartläggningen)",
    ]
    assert len(re.findall(r"^(?:Klar|Inte klar): CL-ANV-\d+ ", copied, re.MULTILINE)) == total


def test_text_is_marked_when_the_browser_will_not_copy(listed: Page) -> None:
    expect(listed.get_by_label("Text till journalen")).to_be_hidden()
    reject_clipboard(listed)
    listed.get_by_role("button", name="Kopiera som text").click()
    area = listed.get_by_label("Text till journalen")
    expect(area).to_be_focused()
    assert area.evaluate("(area) => area.value.slice(area.selectionStart, area.selectionEnd) === area.value")
    assert area.input_value().startswith(
        "Checklista CL-ANV Anvisning\nUr RUT-ANV, utgåva 0.1 (förslag)\n2026-11-27: 0 av "
    )
    expect(listed.locator(ANSWER)).to_have_text(
        "Webbläsaren kopierar inte åt dig här. Texten är markerad: tryck Ctrl+C."
    )


def test_starting_over_asks_first_and_takes_everything_away(listed: Page) -> None:
    give(listed, "signal", SIGNAL)
    give(listed, "beslut", DECISION)
    listed.locator("#cl-anv-01").check()
    reset = listed.get_by_role("button", name="Börja om", exact=True)
    reset.focus()
    listed.keyboard.press("Enter")
    dialog = listed.get_by_role("dialog", name="Börja om med listan?")
    expect(dialog.get_by_role("button", name="Avbryt")).to_be_focused()
    listed.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(reset).to_be_focused()
    expect(listed.locator("#cl-anv-01")).to_be_checked()
    listed.keyboard.press("Enter")
    listed.keyboard.press("Shift+Tab")
    expect(dialog.get_by_role("button", name="Ja, börja om")).to_be_focused()
    listed.keyboard.press("Enter")
    expect(listed.locator(f"{BOX}:checked")).to_have_count(0)
    expect(listed.locator(".rh-punkt__dag")).to_have_count(0)
    expect(listed.locator("#dag-signal")).to_have_value("")
    expect(listed.locator(STATUS)).to_contain_text("0 av ")
    expect(listed.locator(ANSWER)).to_have_text("Listan är tom igen.")
    listed.reload()
    expect(listed.locator(f"{BOX}:checked")).to_have_count(0)
    expect(listed.locator("#dag-beslut")).to_have_value("")


def test_ticks_and_days_stay_in_the_tab_through_a_reload(listed: Page, context: BrowserContext, address: str) -> None:
    give(listed, "signal", SIGNAL)
    give(listed, "beslut", DECISION)
    listed.locator("#cl-anv-03").check()
    listed.reload()
    expect(listed.locator("#cl-anv-03")).to_be_checked()
    expect(listed.locator("#dag-signal")).to_have_value(SIGNAL)
    expect(listed.locator("#dag-beslut")).to_be_visible()
    assert due(listed, "CL-ANV-04").startswith("mån 14 dec")
    assert listed.evaluate("Object.keys(localStorage)") == []
    assert context.cookies() == []
    expect(listed.locator(".rh-checklista__notis")).to_contain_text("stannar i den här fliken och försvinner")
    other = context.new_page()
    other.goto(address + CHECKLIST)
    expect(other.locator(f"{BOX}:checked")).to_have_count(0)
    listed.goto(address + MEETING)  # another list in the same tab
    expect(listed.locator(f"{BOX}:checked")).to_have_count(0)


@pytest.mark.parametrize("kept", ["inte json", "null", "[]", '{"ticked": 3, "role": "finns-inte", "signal": "i går"}'])
def test_what_a_tab_kept_wrongly_does_no_harm(listed: Page, kept: str) -> None:
    with watched(listed) as (complaints, _):
        listed.locator("#cl-anv-01").check()
        give(listed, "signal", SIGNAL)
        listed.evaluate(
            "(kept) => Object.keys(sessionStorage).forEach((key) => sessionStorage.setItem(key, kept))", kept
        )
        listed.reload()
    expect(listed.locator(STATUS)).to_have_text(re.compile(r"^0 av \d+ klara$"))
    assert complaints == []


def test_an_address_leads_to_its_item_whatever_role_was_chosen(listed: Page, address: str) -> None:
    listed.get_by_label("Arbetsledare", exact=True).check()
    expect(listed.locator("#cl-anv-07")).to_be_hidden()
    listed.goto(address + CHECKLIST + "#cl-anv-07")
    item = listed.locator(".rh-punkt:has(#cl-anv-07)")
    expect(listed.locator("#cl-anv-07")).to_be_focused()
    expect(item).to_be_in_viewport()
    expect(item.get_by_role("link", name="Länk till punkten CL-ANV-07")).to_have_attribute("href", "#cl-anv-07")
    expect(item.locator(".rh-punkt__lank")).to_have_css("position", "static")  # the words show, not only the id
    marked = item.locator(".rh-punkt__nar").evaluate("(place) => getComputedStyle(place, '::before').content")
    assert "Länken leder hit" in marked
    listed.get_by_role("link", name="Länk till punkten CL-ANV-28").click()
    expect(listed).to_have_url(address + CHECKLIST + "#cl-anv-28")
    expect(listed.locator("#cl-anv-28")).to_be_focused()


def test_a_retired_item_is_shown_and_not_counted(page: Page, with_retired: str) -> None:
    at_noon(page, TODAY)
    page.goto(with_retired + "checklistor/cl-aaa/#cl-aaa-03")
    retired = page.locator("#cl-aaa-03")
    expect(retired).to_be_focused()
    expect(retired).to_contain_text("Utgick 1 juni 2026")
    expect(retired.locator("input")).to_have_count(0)
    expect(page.locator(STATUS)).to_have_text("0 av 3 klara")


def test_frozen_checklists_in_the_archive_are_left_alone(page: Page, address: str) -> None:
    page.goto(address + "arkiv/rut-anv/2025.1/")
    expect(page.locator("h1")).to_contain_text("utgåva 2025.1")
    expect(page.locator("[data-rh-checklista], .rh-punkt, .rh-styr, script[src*=checklist]")).to_have_count(0)


def test_the_whole_list_is_worked_with_the_keyboard_alone(listed: Page) -> None:
    def tab_to(selector: str) -> None:
        for _ in range(250):
            if listed.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
            listed.keyboard.press("Tab")
        pytest.fail(f"Tab never reached {selector}")

    tab_to("#dag-signal")
    listed.keyboard.type(SIGNAL)
    tab_to("#roll-alla")
    listed.keyboard.press("ArrowRight")
    expect(listed.locator("input[name=rh-roll]:checked")).not_to_have_id("roll-alla")
    listed.keyboard.press("ArrowLeft")
    tab_to(".rh-dagar summary")
    listed.keyboard.press("Enter")
    tab_to("#dag-beslut")
    listed.keyboard.type(DECISION)
    tab_to("#cl-anv-01")
    listed.keyboard.press("Space")
    expect(listed.locator("#cl-anv-01")).to_be_checked()
    assert due(listed, "CL-ANV-24").startswith("tor 7 jan 2027")
    reject_clipboard(listed)
    tab_to("[data-rh-kopiera]")
    listed.keyboard.press("Enter")
    expect(listed.get_by_label("Text till journalen")).to_be_focused()


def test_without_javascript_it_is_a_list_to_print_and_nothing_is_dead(browser: Browser, address: str) -> None:
    with opened(browser, address + CHECKLIST, java_script_enabled=False) as page:
        for dead in ("button", "select", "textarea", "progress", "dialog", "input[type=text]", "input[type=radio]"):
            expect(page.locator(f"article {dead}:visible")).to_have_count(0)
        expect(page.locator(f"{BOX}:visible")).to_have_count(page.locator(BOX).count())
        expect(page.locator("article")).to_contain_text("Skriv ut listan och kryssa i för hand.")
        assert due(page, "CL-ANV-04").startswith("15 arbetsdagar efter signalen")
        page.emulate_media(media="print")
        expect(page.locator(".rh-papper")).to_contain_text("CL-ANV ur RUT-ANV, utgåva 0.1 (förslag).")
        expect(page.locator(".rh-papper")).to_contain_text("Signalen:")


def test_paper_has_the_boxes_the_days_and_where_it_comes_from(listed: Page, tmp_path: Path) -> None:
    give(listed, "signal", SIGNAL)
    give(listed, "beslut", DECISION)
    listed.locator("#cl-anv-01").check()
    total = listed.locator(BOX).count()
    listed.emulate_media(media="print")
    head = listed.locator(".rh-papper")
    listed.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(head).to_contain_text("CL-ANV ur RUT-ANV, utgåva 0.1 (förslag).")
    expect(head).to_contain_text(f"Utskriven fre 27 nov 2026: 1 av {total} klara.")
    assert re.sub(r"\s+", " ", head.inner_text()).endswith("Signalen: 2026-11-23 Beslutet: 2026-12-21")
    expect(listed.locator(f"{BOX}:visible")).to_have_count(total)
    expect(listed.locator("#cl-anv-04-nar time")).to_be_visible()
    for screen_only in (".rh-styr", ".rh-uttag", ".rh-checklista__notis", ".rh-dagar"):
        expect(listed.locator(screen_only)).to_be_hidden()
    assert listed.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_print_button_prints(listed: Page) -> None:
    listed.evaluate("() => { window.print = () => { window.printed = true; }; }")
    listed.get_by_role("button", name="Skriv ut").click()
    assert listed.evaluate("window.printed") is True


def busy(page: Page) -> None:
    """As full as the page gets: days, an error, a passed day, the text to copy."""
    give(page, "signal", SIGNAL)
    give(page, "beslut", DECISION)
    give(page, "svarsdag", "2036-12-30")
    give(page, "genomgang", "2026-13-01")
    page.locator("#cl-anv-02").check()
    reject_clipboard(page)
    page.get_by_role("button", name="Kopiera som text").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_busy_list_has_no_barrier_and_fits(browser: Browser, address: str, scheme: str, width: int) -> None:
    size = {"width": width, "height": 800}
    with opened(browser, address + CHECKLIST + "#cl-anv-07", color_scheme=scheme, viewport=size) as page:
        busy(page)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert [(found["id"], [node["target"] for node in found["nodes"]]) for found in barriers(page)] == []
        page.get_by_role("button", name="Börja om", exact=True).click()
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert [found["id"] for found in barriers(page)] == []


def barriers(page: Page) -> list[dict[str, list[dict[str, object]]]]:
    """What axe finds in the article; the frame around it has tests of its own."""
    violations: list[dict[str, list[dict[str, object]]]] = Axe().run(page, context="article").response["violations"]
    return violations


@pytest.mark.parametrize(("width", "size"), [(1280, 24), (390, 26)])
def test_boxes_are_large_enough_to_hit(browser: Browser, address: str, width: int, size: int) -> None:
    with opened(browser, address + CHECKLIST, viewport={"width": width, "height": 800}) as page:
        box = page.locator(BOX).first.bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (size, size)


def test_strict_security_policy_stops_nothing_of_it(page: Page, address: str, tmp_path: Path) -> None:
    def with_policy(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    page.route(f"{address}**", with_policy)
    at_noon(page, date(2026, 11, 27))
    with watched(page) as (complaints, fetched):
        page.goto(address + CHECKLIST, wait_until="networkidle")
        before = len(fetched)
        busy(page)
        saved(page, tmp_path / "a.ics")
        page.get_by_role("button", name="Börja om", exact=True).click()
        page.get_by_role("button", name="Ja, börja om").click()
    assert complaints == []
    assert [url for url in fetched[before:] if not url.startswith("blob:")] == []


def test_scripts_of_the_checklist_are_fetched_on_checklists_only(page: Page, address: str) -> None:
    own = "[typeof rhFrister, typeof rhKalenderfil]"
    page.goto(address + CHECKLIST)
    assert page.evaluate(own) == ["object", "function"]
    page.goto(address + "rutiner/rut-anv/")
    assert page.evaluate(own) == ["undefined"] * 2
    expect(page.locator("[data-roda-dagar]")).to_have_count(0)


def test_controls_are_not_found_by_the_search(page: Page, address: str) -> None:
    sections = page_sections(page.request.get(address + CHECKLIST).text())
    found = " ".join(f"{section.title} {section.text}" for section in sections)
    assert "Utredningen är öppnad och signalen är antecknad" in found
    for control in (
        "Startdag",
        "ÅÅÅÅ",
        "Visa punkter för",
        "Börja om",
        "Länk till punkten",
        "stannar i den här fliken",
    ):
        assert control not in found


def test_address_that_is_no_item_does_no_harm(listed: Page, address: str) -> None:
    with watched(listed) as (complaints, _):
        listed.goto(address + CHECKLIST + "#finns-inte")
        listed.reload()
    assert complaints == []
    expect(listed.locator(STATUS)).to_contain_text("0 av ")


def test_index_helps_to_choose(page: Page, address: str) -> None:
    page.goto(address + INDEX)
    headings = [text.rstrip("#").strip() for text in page.locator("article h2").all_inner_texts()]
    assert headings[:3] == ["I ärendet", "På mötet", "I verksamheten"]
    case = page.locator("#i-arendet + * tbody tr, #i-arendet ~ table").first
    expect(case).to_contain_text("I ärendet, från första signalen till startmötet.")
    expect(case).to_contain_text("Signalen")
    page.get_by_role("link", name="Startmöte", exact=True).click()
    expect(page).to_have_url(address + MEETING)
