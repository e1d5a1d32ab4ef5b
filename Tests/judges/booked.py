"""A ledger as it goes to the bookkeeper, counted again: booked.py FILE CODE-OF-RESERVED CODE-OF-SPENT.

A line for each source and year with what is reserved and spent of it, in hundredths, and how many entries there are, each of which must sum to nothing.
"""
import csv
import sys
from collections import defaultdict
from decimal import Decimal

file, reserved, spent = sys.argv[1:]
entries, sources = defaultdict(Decimal), defaultdict(lambda: {reserved: Decimal(), spent: Decimal()})
with open(file, encoding="utf-8", newline="") as lines:
    rows = csv.reader(lines)
    assert len(next(rows)) == 14, "the ledger has fourteen columns"
    for number, day, kind, words, code, account, debit, credit, currency, source, year, event, share, note in rows:
        amount = Decimal(debit or 0) - Decimal(credit or 0)
        entries[number, currency] += amount
        if code in (reserved, spent):
            sources[source, year][code] += amount
wrong = sorted({number for (number, _), amount in entries.items() if amount})
assert not wrong, f"entries {wrong} do not sum to nothing"
for (source, year), sums in sorted(sources.items()):
    print(f"{source} {year}: {int(sums[reserved] * 100)} {int(sums[spent] * 100)}")
print(f"{len({number for number, _ in entries})} entries")
