"""Counts the ways of a plan again, from its workbook alone: planned.py FILE LATITUDE LONGITUDE of the centre.

Each goes from the municipality of their school there and back on each day, by 1.3 times the great circle. Prints the sums as told and as counted, and ends with 1 where one of a
group differs by more than rounding.
"""

import math
import sys

from python_calamine import CalamineWorkbook

DETOUR, RADIUS = 1.3, 6371.0


def kilometres(one, other):
    (a, b), (c, d) = (tuple(math.radians(x) for x in place) for place in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * RADIUS * math.asin(min(1.0, math.sqrt(half)))


def main(file, latitude, longitude):
    book, centre = CalamineWorkbook.from_path(file), (float(latitude), float(longitude))
    groups, comers = (book.get_sheet_by_index(place).to_python()[1:] for place in (0, 1))
    told, counted, people = [0, 0], [0.0, 0.0], 0
    for number, _, _, days, _, north, east, seats, km, saved in groups:
        days, place, way, less, came = len(str(days).split()), (north, east), 0.0, 0.0, 0
        for group, _, count, school_north, school_east in comers:
            if group != number:
                continue
            there, home = (kilometres((school_north, school_east), other) * DETOUR * 2 * days * count for other in (place, centre))
            way, less, came = way + there, less + home - there, came + count
        if abs(way - km) > 1 or abs(less - saved) > 1 or came != seats:
            sys.exit(f"group {number}: {seats} people, {km} km, {saved} km saved; counted {came}, {way:.1f}, {less:.1f}")
        told, counted, people = [told[0] + km, told[1] + saved], [counted[0] + way, counted[1] + less], people + seats
    print(f"{len(groups)} groups, {people:.0f} people, {told[0]:.0f} km, {told[1]:.0f} km saved")


main(*sys.argv[1:])
