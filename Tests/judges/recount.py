"""Counts a record of professional development once more, from its items alone, and names each number that comes out otherwise.

The record is that of `/portfolio.schema.json`, read from the file that is named. A requirement with words is not judged: how words are compared is ours.
"""

import json
import sys
from datetime import date


def school_year(day):
    return day.year if day.month >= 9 else day.year - 1


def amount(item, unit):
    return 1 if unit == "pieces" else item["worth"] if unit == "points" else item[unit]


def fits(item, line, year):
    last = school_year(date.fromisoformat(item["day"]))
    return (
        year - line["years"] < last <= year
        and item["kind"] in line["of"]
        and item["hours"] >= line["hours"]
        and item["days"] >= line["days"]
        and (item["priority"] or not line["priority"])
    )


record = json.load(open(sys.argv[1]))
judged = 0
for year in record["years"]:
    for line in year["lines"]:
        if line["words"]:
            continue
        for standing in ("proved", "said"):
            judged += 1
            mine = sum(amount(item, line["count"]) for item in record["items"] if item["standing"] == standing and fits(item, line, year["year"]))
            if mine != line[standing]:
                print(f"{year['year']} {line['requirement']} {standing}: {line[standing]}, counted again {mine}")
print(f"{judged} numbers counted again")
