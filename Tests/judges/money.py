"""What a centre exports of its money, counted again: money.py LEDGER.csv CLAIMS.xlsx RECEIVABLE INCOME RESERVED SPENT (codes of accounts).

A line for each event with what is owed for it and what of that is open, for each source of money with what is reserved and spent, for each payer who still
owes, and the sums of what is open and of what sources spent. All in hundredths.
"""
import csv
import sys
from collections import defaultdict
from decimal import Decimal

from python_calamine import CalamineWorkbook

ledger, claims, receivable, income, reserved, spent = sys.argv[1:]
events, sources, rests = defaultdict(lambda: [Decimal(), Decimal()]), defaultdict(lambda: [Decimal(), Decimal()]), defaultdict(Decimal)
with open(ledger, encoding="utf-8", newline="") as lines:
    rows = csv.reader(lines)
    next(rows)
    for number, day, kind, words, code, account, debit, credit, currency, source, year, event, share, note in rows:
        amount = Decimal(debit or 0) - Decimal(credit or 0)
        if event and code == income:
            events[int(event)][0] -= amount
        if event and code == receivable:
            events[int(event)][1] += amount
        if code in (reserved, spent):
            sources[source][code == spent] += amount
for row in CalamineWorkbook.from_path(claims).get_sheet_by_index(0).to_python()[1:]:
    rests[row[3]] += Decimal(str(row[9] or 0))


def whole(amount):
    assert amount * 100 == int(amount * 100), f"{amount} has more than hundredths"
    return int(amount * 100)


for event, (owed, open_) in sorted(events.items()):
    print(f"event {event}: {whole(owed)} {whole(open_)}")
for source, (put, gone) in sorted(sources.items()):
    print(f"source {source}: {whole(put)} {whole(gone)}")
for payer, rest in sorted(rests.items()):
    if rest:
        print(f"payer {payer}: {whole(rest)}")
print(f"open {whole(sum(rests.values()))}, in the ledger {whole(sum(one[1] for one in events.values()))}")
print(f"spent {whole(sum(gone for _, gone in sources.values()))}")
