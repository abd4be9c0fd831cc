from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar

from macros.handbook import Handbook
from macros.model.review import Receipt
from macros.render.links import review_calendar_url
from macros.render.review_calendar import review_calendars
from tests.render.small import RECEIPT, TODAY, place, small_handbook

UID = "granskning-rut-anv@prov.rutinhandboken"


def events(handbook: Handbook, name: str = "granskning-alla.ics", today: date = TODAY) -> list[dict[str, Any]]:
    text = review_calendars(handbook, today)[name]
    return [dict(event) for event in Calendar.from_ical(text).walk("VEVENT")]


def reviewed(*days: date) -> Handbook:
    return small_handbook(receipts=tuple(place(Receipt.model_validate(RECEIPT | {"dag": day})) for day in days))


def test_a_due_day_is_one_all_day_event_without_alarm_or_people() -> None:
    (event,) = events(small_handbook())
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 5, 22), date(2027, 5, 23))
    assert event["UID"] == UID
    assert event["SUMMARY"] == "Granska RUT-ANV Anvisning till insats"
    assert "senast 22 maj 2027" in event["DESCRIPTION"]
    assert not {"ATTENDEE", "ORGANIZER", "VALARM"} & set(event)


def test_a_new_review_moves_the_same_event_and_raises_its_sequence() -> None:
    (before,) = events(reviewed(date(2026, 5, 1)))
    (after,) = events(reviewed(date(2026, 5, 1), date(2026, 11, 1)))
    assert before["UID"] == after["UID"]
    assert before["DTSTART"].dt < after["DTSTART"].dt
    assert before["SEQUENCE"] < after["SEQUENCE"]


def test_a_receipt_from_the_future_neither_moves_nor_counts() -> None:
    (event,) = events(reviewed(date(2026, 11, 1), date(2026, 12, 1)))
    assert (event["DTSTART"].dt, event["SEQUENCE"]) == (date(2027, 5, 1), 1)


def test_a_changed_interval_is_told_by_a_later_stamp_of_the_same_event() -> None:
    first, later = events(small_handbook())[0], events(small_handbook(), today=date(2026, 11, 23))[0]
    assert first["SEQUENCE"] == later["SEQUENCE"]
    assert first["DTSTAMP"].dt == datetime(2026, 11, 22, tzinfo=UTC) < later["DTSTAMP"].dt


def test_the_owner_has_a_file_and_nobody_else() -> None:
    assert set(review_calendars(small_handbook(), TODAY)) == {"granskning-alla.ics", "granskning-chef.ics"}
    assert events(small_handbook(), "granskning-chef.ics") == events(small_handbook())


def test_without_a_due_day_there_is_no_file_and_no_link() -> None:
    never = replace(small_handbook(), receipts=())
    assert review_calendars(never, TODAY) == {}
    assert review_calendar_url(never, None, TODAY) is None
    assert review_calendar_url(small_handbook(), None, TODAY) == "kalender/granskning-alla.ics"
    assert review_calendar_url(small_handbook(), "coach", TODAY) is None


def test_the_file_is_the_same_byte_for_byte_and_breaks_lines_as_the_format_demands() -> None:
    text = review_calendars(small_handbook(), TODAY)["granskning-alla.ics"]
    assert text == review_calendars(small_handbook(), TODAY)["granskning-alla.ics"]
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
