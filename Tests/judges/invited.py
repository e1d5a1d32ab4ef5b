"""A reader's calendar, kept by the letters that arrive, as RFC 5546 asks: invited.py READER LETTER…

For each letter a line of JSON, and one more for each further entry it brings: the method, the entry's name and number, what is wrong with it, and what then
stands in the calendar. Two libraries that
are not ours read every entry, and must read the same.
"""
import email
import email.policy
import email.utils
import json
import sys
from datetime import timezone

import icalendar
import vobject
from dateutil.rrule import rrulestr


def moment(value):
    assert value.tzinfo is not None, f"{value} is no moment"
    return value.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def by_icalendar(text):
    hours = {}
    events = list(icalendar.Calendar.from_ical(text).walk("VEVENT"))
    for event in [event for event in events if "RECURRENCE-ID" not in event]:
        starts, length = event["DTSTART"].dt, event["DTEND"].dt - event["DTSTART"].dt
        days = [starts]
        if "RRULE" in event:
            days = list(rrulestr(event["RRULE"].to_ical().decode(), dtstart=starts))
        left = event.get("EXDATE", [])
        left = {day.dt for one in (left if isinstance(left, list) else [left]) for day in one.dts}
        hours.update({day: (day, day + length) for day in days if day not in left})
    for event in [event for event in events if "RECURRENCE-ID" in event]:
        assert event["RECURRENCE-ID"].dt in hours, "it changes a day that there is none of"
        hours[event["RECURRENCE-ID"].dt] = (event["DTSTART"].dt, event["DTEND"].dt)
    return sorted(f"{moment(begins)}/{moment(ends)}" for begins, ends in hours.values())


def by_vobject(text):
    hours = {}
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    for event in [event for event in calendar.vevent_list if not hasattr(event, "recurrence_id")]:
        starts, length = event.dtstart.value, event.dtend.value - event.dtstart.value
        days = list(event.getrruleset(addRDate=True)) if event.rruleset else [starts]
        hours.update({moment(day): (day, day + length) for day in days})
    for event in [event for event in calendar.vevent_list if hasattr(event, "recurrence_id")]:
        assert moment(event.recurrence_id.value) in hours, "it changes a day that there is none of"
        hours[moment(event.recurrence_id.value)] = (event.dtstart.value, event.dtend.value)
    return sorted(f"{moment(begins)}/{moment(ends)}" for begins, ends in hours.values())


def both(text):
    one, other = by_icalendar(text), by_vobject(text)
    assert one == other, f"read as {one} and as {other}"
    return one


def faults(part, calendar, events, reader, date):
    method = str(calendar["METHOD"])
    if part.get_param("method") != method:
        yield "the letter's method is another one"
    if len({str(event["UID"]) for event in events}) != 1:
        yield "more than one entry"
    for event in events:
        attendees = event.get("ATTENDEE", [])
        attendees = attendees if isinstance(attendees, list) else [attendees]
        if [str(attendee).lower() for attendee in attendees] != [f"mailto:{reader}"]:
            yield "the reader is not the one who is invited"
        if "ORGANIZER" not in event:
            yield "nobody invites"
        if event["DTSTAMP"].dt > date:
            yield "made after the letter"
        if event.get("STATUS") != ("CANCELLED" if method == "CANCEL" else "CONFIRMED"):
            yield "its status says something else"


def parts(name):
    """The entries that a letter brings: one beside its words, or several as files of their own."""
    with open(name, "rb") as file:
        letter = email.message_from_binary_file(file, policy=email.policy.default)
    found = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    return [(part, email.utils.parsedate_to_datetime(letter["Date"]), len(found)) for part in found]


def arrives(standing, seen, part, date, beside, reader):
    calendar = icalendar.Calendar.from_ical(part.get_content())
    events = list(calendar.walk("VEVENT"))
    wrong = list(faults(part, calendar, events, reader, date))
    if (part.get_filename() is not None) != (beside > 1):
        wrong.append("one of several is no file, or the only one is")
    uid, number, method = str(events[0]["UID"]), int(events[0]["SEQUENCE"]), str(calendar["METHOD"])
    if number <= seen.get(uid, -1):
        wrong.append("it does not count up, and is ignored")
    elif method == "CANCEL" and uid not in standing:
        wrong.append("it takes back what does not stand")
    elif method == "CANCEL":
        del standing[uid]
    else:
        standing[uid] = both(part.get_content())
    seen[uid] = max(number, seen.get(uid, -1))
    return {"method": method, "uid": uid, "number": number, "faults": wrong}


standing, seen = {}, {}
for name in sys.argv[2:]:
    for arrival in [arrives(standing, seen, *one, sys.argv[1]) for one in parts(name)] or [{"method": "", "faults": []}]:
        print(json.dumps({**arrival, "stands": sorted(hours for entry in standing.values() for hours in entry)}))
