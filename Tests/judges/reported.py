"""A report counted again from its rows: reported.py REPORT ROWS.

Prints programmes held, persons, participations and hours, once the sums of the report's tables of people and of its figures are the same.
"""
import sys
from collections import defaultdict

from python_calamine import CalamineWorkbook

report, rows = (CalamineWorkbook.from_path(path) for path in sys.argv[1:])


def lines(book, place):
    """A sheet without its head."""
    return book.get_sheet_by_index(place).to_python()[1:]


visits, events = lines(rows, 0), lines(rows, 1)
held = sum(1 for event in events if event[4] == 1)
persons, minutes, points = {visit[1] for visit in visits}, sum(visit[5] for visit in visits), sum(visit[6] for visit in visits)
hours = int((2 * minutes + 60) // 120)

# The figures stand first, in a fixed order: held, gatherings, persons, participations, hours, points, schools, municipalities.
figures = [line[3] for line in lines(report, 0)][:8]
schools, places = {visit[2] for visit in visits if visit[2]}, {visit[3] for visit in visits if visit[3]}
again = [held, len(events) - held, len(persons), len(visits), hours, points, len(schools), len(places)]
assert figures == again, f"the report says {figures}, its rows say {again}"

# Each line that is told, by municipality and by institution.
for sheet, column in ((2, 3), (3, 2)):
    groups = defaultdict(list)
    for visit in visits:
        groups[visit[column]].append(visit)
    for name, _, _, told, came, *_ in lines(report, sheet):
        if name in groups and told != "":
            assert (told, came) == (len({visit[1] for visit in groups[name]}), len(groups[name])), f"{name}: {told} {came}"
print(held, len(persons), len(visits), hours)
