from datetime import date

from icalendar import Calendar

from macros.render.calendar import calendars
from tests.render.small import TODAY
from tests.render.small_holdings import full_handbook


def events(name: str, today: date = TODAY) -> list[dict[str, object]]:
    text = calendars(full_handbook(), today)[name]
    return [dict(event) for event in Calendar.from_ical(text).walk("VEVENT")]


def test_only_roles_with_meetings_in_certain_months_have_a_file() -> None:
    assert set(calendars(full_handbook(), TODAY)) == {"alla.ics", "chef.ics"}


def test_a_meeting_is_an_all_day_event_on_the_months_first_working_day() -> None:
    days = [(event["DTSTART"].dt, event["DTEND"].dt) for event in events("chef.ics")]  # type: ignore[attr-defined]
    assert days == [(date(2027, 1, 4), date(2027, 1, 5)), (date(2027, 9, 1), date(2027, 9, 2))]


def test_twelve_months_from_today_and_no_more() -> None:
    on_the_day = [event["DTSTART"].dt for event in events("alla.ics", date(2027, 9, 1))]  # type: ignore[attr-defined]
    assert on_the_day == [date(2027, 9, 1), date(2028, 1, 3)]
    day_after = [event["DTSTART"].dt for event in events("alla.ics", date(2027, 9, 2))]  # type: ignore[attr-defined]
    assert day_after == [date(2028, 1, 3), date(2028, 9, 1)]


def test_a_meeting_has_the_same_uid_in_every_file_and_build() -> None:
    uids = {str(event["UID"]) for name in ("alla.ics", "chef.ics") for event in events(name)}
    assert uids == {"namndmote-2027-01@prov.rutinhandboken", "namndmote-2027-09@prov.rutinhandboken"}
    later = {str(event["UID"]) for event in events("alla.ics", date(2026, 12, 24))}
    assert later == uids


def test_the_files_are_the_same_byte_for_byte_and_break_lines_as_the_format_demands() -> None:
    text = calendars(full_handbook(), TODAY)["alla.ics"]
    assert text == calendars(full_handbook(), TODAY)["alla.ics"]
    assert "DTSTAMP:20261122T000000Z" in text
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_an_event_says_why_and_what_but_names_nobody() -> None:
    event = events("chef.ics")[0]
    assert event["SUMMARY"] == "Nämndmöte"
    assert "1. Nya ärenden" in str(event["DESCRIPTION"])
    assert not {"ATTENDEE", "ORGANIZER"} & set(event)
