"""iCalendar: all-day events as text, and the forums' files with the months in which standing meetings fall."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from macros.handbook import Handbook
from macros.model.forum import Forum
from macros.render.forums import forum_entry, forums_of
from macros.render.words import first_upper
from macros.working_days import first_working_day

_NOTE = "Kalendern visar vilken månad mötet hålls, på månadens första arbetsdag. Den som kallar bestämmer dagen."


@dataclass(frozen=True)
class AllDay:
    """An event that lasts a whole day. `uid`: unique within the municipality; the same in every file and build.

    `sequence`: grows when the event moves (RFC 5545, 3.8.7.4). Between builds with the same number the later DTSTAMP
    decides (RFC 5546, 2.1.5).
    """

    uid: str
    day: date
    summary: str
    description: str
    sequence: int = 0


def calendars(handbook: Handbook, today: date) -> Mapping[str, str]:
    """The iCalendar texts by file name; a role without meetings in certain months has none."""
    everybody = tuple(handbook.holdings.forums.values())
    found = {"alla.ics": _calendar(handbook, "alla möten", everybody, today)}
    for role in handbook.roles.values():
        found[f"{role.id}.ics"] = _calendar(handbook, role.name, forums_of(handbook, role.id), today)
    return {name: text for name, text in found.items() if text}


def meeting_days(forum: Forum, today: date) -> Iterator[date]:
    """The first working day of each of the forum's months, for twelve months from `today`."""
    for offset in range(13):
        year, month = divmod(today.year * 12 + today.month - 1 + offset, 12)
        if month + 1 in forum.months:
            day = first_working_day(year, month + 1)
            if today <= day and (day.year, day.month, day.day) < (today.year + 1, today.month, today.day):
                yield day


def calendar_text(handbook: Handbook, kind: str, title: str, events: Iterable[AllDay], today: date) -> str:
    """The events as a file, empty when there are none. Built on `today`: the same day gives the same bytes."""
    found = list(events)
    if not found:
        return ""
    calendar = Calendar()
    calendar.add("prodid", _one_line(f"-//{handbook.settings.value.name}//{kind}//SV"))
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = f"{handbook.settings.value.name}, {handbook.profile.value.short_name}: {title}"
    calendar.add("x-wr-calname", _one_line(name))
    for event in found:
        calendar.add_component(_component(handbook, event, today))
    content: bytes = calendar.to_ical()
    return content.decode("utf-8")


def _one_line(text: str) -> str:
    """These two properties, unlike a meeting's text, cannot hold a line break."""
    return " ".join(text.splitlines())


def _component(handbook: Handbook, event: AllDay, today: date) -> Event:
    component = Event()
    # The same UID in every file and every build: a calendar then replaces the event and never doubles it.
    component.add("uid", f"{event.uid}@{handbook.profile.value.id}.rutinhandboken")
    component.add("dtstamp", datetime.combine(today, time(), UTC))
    if event.sequence:
        component.add("sequence", event.sequence)
    component.add("dtstart", event.day)
    component.add("dtend", event.day + timedelta(days=1))
    component.add("summary", event.summary)
    component.add("description", event.description)
    component.add("transp", "TRANSPARENT")
    return component


def _calendar(handbook: Handbook, title: str, forums: tuple[Forum, ...], today: date) -> str:
    days = sorted(((day, forum) for forum in forums for day in meeting_days(forum, today)), key=lambda found: found[0])
    return calendar_text(handbook, "Forum", title, (_meeting(handbook, forum, day) for day, forum in days), today)


def _meeting(handbook: Handbook, forum: Forum, day: date) -> AllDay:
    entry = forum_entry(handbook, forum)
    agenda = "\n".join(f"{number}. {point}" for number, point in enumerate(forum.agenda, start=1))
    description = f"{forum.purpose}\n{first_upper(entry.cadence)}. {_NOTE}\n\nDagordning\n{agenda}"
    return AllDay(f"{forum.id}-{day:%Y-%m}", day, first_upper(entry.title), description)
