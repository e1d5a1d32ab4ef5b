"""A calendar that programs follow (RFC 5545): followed.py FILE.

One line of JSON: what is wrong with it, and the hours of its entries, which two libraries that are not ours must read alike.
"""
import json
import sys
from datetime import timezone

import icalendar
import vobject


def hours(begins, ends):
    assert begins.tzinfo is not None and ends.tzinfo is not None and begins < ends, f"{begins} and {ends} are no hours"
    return "/".join(moment.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ") for moment in (begins, ends))


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    text = file.read()
entries = list(icalendar.Calendar.from_ical(text).walk("VEVENT"))
one = sorted(hours(entry["DTSTART"].dt, entry["DTEND"].dt) for entry in entries)
calendar = vobject.readOne(text)
calendar.validate(raiseException=True)
other = sorted(hours(entry.dtstart.value, entry.dtend.value) for entry in getattr(calendar, "vevent_list", []))

faults = []
if one != other:
    faults.append(f"read as {one} and as {other}")
if len({str(entry["UID"]) for entry in entries}) != len(entries):
    faults.append("two entries of one name")
faults += [f"{entry['UID']} has no {name}" for entry in entries for name in ("DTSTAMP", "SUMMARY", "LOCATION") if name not in entry]
print(json.dumps({"faults": faults, "stands": one}))
