"""The ledger: a year of 300,000 entries, balanced and exported, with what the program holds in memory meanwhile, and its pages."""

import statistics
import time

import table
from papers import Browser, Peak

ENTRIES = 300_000
EXPORT_LIMIT = 3_000    # milliseconds
MEMORY_LIMIT = 200      # megabytes beyond what the program held before
PAGE_LIMIT = 60         # milliseconds
YEAR = 2019


def fill(installation, centre):
    """A year of entries, each moving one amount; half of them of a source."""
    now = int(time.time())
    roles = ["receivable", "income", "bank", "unknown_payments", "advances", "purse", "reserved", "spent", "payable", "loss"]
    for role in roles:
        installation.sql(f"INSERT INTO ledger_account (centre, role, code) VALUES ({centre}, '{role}', '') ON CONFLICT (centre, role) DO NOTHING")
    account = {role: installation.numbers(f"SELECT id FROM ledger_account WHERE centre = {centre} AND role = '{role}'")[0] for role in roles}
    purse = installation.numbers(f"SELECT min(id) FROM purse WHERE centre = {centre} AND currency = 'RSD'")[0]
    first = installation.numbers("SELECT coalesce(max(id), 0) FROM ledger_entry")[0] + 1
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {ENTRIES - 1})"
    day = f"'{YEAR}-' || substr('0' || CAST(1 + i % 12 AS TEXT), -2) || '-' || substr('0' || CAST(1 + i % 28 AS TEXT), -2)"
    if installation.engine == "postgresql":
        day = f"'{YEAR}-' || lpad(CAST(1 + i % 12 AS TEXT), 2, '0') || '-' || lpad(CAST(1 + i % 28 AS TEXT), 2, '0')"
    installation.sql(f"""
        INSERT INTO ledger_entry (id, centre, day, made, kind, words) {numbers}
        SELECT {first} + i, {centre}, {day}, {now}, CASE WHEN i % 2 = 0 THEN 'reserved' ELSE 'spent' END, 'Котизација, полазник ' || CAST(i AS TEXT) FROM n
        """)
    for sign, (even, odd) in ((1, ("reserved", "bank")), (-1, ("purse", "receivable"))):
        installation.sql(f"""
            INSERT INTO ledger_line (entry, account, amount, currency, purse, year, share) {numbers}
            SELECT {first} + i, CASE WHEN i % 2 = 0 THEN {account[even]} ELSE {account[odd]} END, {sign} * (100 + i * 7 % 1000000), 'RSD',
                CASE WHEN i % 2 = 0 THEN {purse} END, CASE WHEN i % 2 = 0 THEN {YEAR} END, i FROM n
            """)
    installation.analyze()


def measure(installation, server, turns=3):
    centre = installation.numbers("SELECT min(id) FROM centre")[0]
    fill(installation, centre)
    browser = Browser(server.port, installation.director(centre))
    facts = []
    for name, path, limit, rounds in (
        ("a page of the ledger", f"/sr/staff/purses/ledger?year={YEAR}", PAGE_LIMIT, 10),
        ("its sums by account", f"/sr/staff/purses/ledger/balance?year={YEAR}", EXPORT_LIMIT, turns),
        ("as text", f"/sr/staff/purses/ledger.csv?year={YEAR}", EXPORT_LIMIT, turns),
        ("as a workbook", f"/sr/staff/purses/ledger.xlsx?year={YEAR}", EXPORT_LIMIT, turns),
    ):
        times, before, body = [], sum(server.memory_of_all), b""
        with Peak(server) as peak:
            for _ in range(rounds):
                begun = time.monotonic()
                body = browser.opens(path)
                times.append(1e3 * (time.monotonic() - begun))
        middle, grown = statistics.median(times), sum(peak.most) - before
        facts.append(table.fact(f"{name}, {ENTRIES} entries", f"{middle:.0f} ms, {len(body) / 1e6:.1f} MB", limit, middle, " ms"))
        if limit == EXPORT_LIMIT:
            facts.append(table.fact(f"{name}: memory", f"{grown:.0f} MB more", MEMORY_LIMIT, grown, " MB"))
        if path.split("?")[0].endswith("csv"):
            check(body)
    return facts


def check(body):
    """Counts again what the program says: so many lines, and debits are credits."""
    lines = body.decode("utf-8").rstrip("\r\n").split("\r\n")[1:]
    assert len(lines) == 2 * ENTRIES, len(lines)
    debit = credit = 0
    for line in lines:
        # Words have a comma and stand in quotation marks; what is behind them has none.
        cells = line.rsplit('"', 1)[-1].split(",")
        debit += int(cells[3].replace(".", "") or 0)
        credit += int(cells[4].replace(".", "") or 0)
    assert debit == credit, (debit, credit)
