"""Papers of money: two hundred payers of five people each get an invoice in one act, and all of them are printed as one file, each with its code."""

import statistics
import time
import urllib.parse

import table
from applicant import Refused, filled
from papers import Browser, Peak

PAYERS = 200
PARTS = 5
ISSUE_LIMIT = 10        # seconds
PRINT_LIMIT = 2         # seconds
FILE_LIMIT = 20         # milliseconds
MEMORY_LIMIT = 350      # megabytes


def fill(installation, centre):
    """The centre's particulars, and payers who owe something that nobody has asked for. Gives their numbers."""
    now = int(time.time())
    installation.sql(f"""
        INSERT INTO issuer (centre, name, street, postcode, place, pib, company_number, account) VALUES ({centre}, 'Центар', 'Школска 1', '25000', 'Бистрик',
            '101134702', '17162543', '840000000012345609') ON CONFLICT (centre) DO NOTHING
        """)
    installation.sql(f"""
        INSERT INTO vat_rule (centre, starts, status, percent, category, code, article) VALUES ({centre}, '2020-01-01', 'outside', 0, 'SS', 'PDV-RS-33',
            'ПДВ није обрачунат: издавалац није у систему ПДВ-а, члан 33. Закона о ПДВ-у.') ON CONFLICT (centre, starts) DO NOTHING
        """)
    first = installation.numbers("SELECT coalesce(max(id), 0) FROM payer")[0]
    installation.sql("INSERT INTO payer (centre, kind, name, place, pib, company_number, jbkjs, contract_number) VALUES " + ", ".join(
        f"({centre}, 'body', 'Школа „{number}“', 'Бистрик', '113460262', '66143627', '12345', '{number}/2026')" for number in range(PAYERS)))
    payers = installation.numbers(f"SELECT id FROM payer WHERE id > {first} ORDER BY id")
    claim = installation.numbers("SELECT coalesce(max(id), 0) FROM claim")[0]
    installation.sql("INSERT INTO claim (centre, what, price, amount, currency, made, asked, due) VALUES " + ", ".join(
        f"({centre}, 'Дигитална учионица која пита, {1 + number % 28}. март 2026.', 350000, 350000, 'RSD', {now}, '2026-02-01', '2026-03-01')"
        for number in range(PAYERS * PARTS)))
    claims = installation.numbers(f"SELECT id FROM claim WHERE id > {claim} ORDER BY id")
    installation.sql("INSERT INTO claim_share (claim, centre, payer, amount, rest, currency, reference, due) VALUES " + ", ".join(
        f"({one}, {centre}, {payers[place // PARTS]}, 350000, 350000, 'RSD', '2699999{one:06}', '2026-03-01')" for place, one in enumerate(claims)))
    installation.analyze()
    return payers


def measure(installation, server):
    centre = installation.numbers("SELECT min(id) FROM centre")[0]
    payers = fill(installation, centre)
    staff = installation.numbers(f"SELECT min(person) FROM role WHERE role = 'coordinator' AND centre = {centre}")[0]
    browser = Browser(server.port, installation.sign_in([staff])[staff])
    path = "/sr/staff/invoices/ready"
    form = filled(browser.opens(path).decode(), path) + ("&" + urllib.parse.urlencode([("payer", one) for one in payers])).encode()
    begun = time.monotonic()
    answer, body = browser.ask("POST", path, form)
    issued = time.monotonic() - begun
    if answer.status != 303:
        raise Refused(f"{path}: {answer.status} {body.decode()[-1_500:]}")
    count = installation.numbers("SELECT count(*) FROM invoice WHERE kind = 'invoice'")[0]
    facts = [table.fact(f"{PAYERS} invoices of {PARTS} parts issued", f"{issued:.1f} s, {count} papers", ISSUE_LIMIT, issued, " s")]
    query = "/sr/staff/invoices/papers.pdf?kind=invoice"
    browser.opens("/sr/staff/invoices/" + str(installation.numbers("SELECT max(id) FROM invoice")[0]) + "/paper.pdf")
    times = []
    with Peak(server) as peak:
        for _ in range(3):
            begun = time.monotonic()
            pdf = browser.opens(query)
            times.append(time.monotonic() - begun)
    middle = statistics.median(times)
    facts.append(table.fact(f"{count} invoices with codes as one file", f"{middle:.1f} s, {len(pdf) / 1e6:.1f} MB", PRINT_LIMIT * max(1, count / PAYERS), middle, " s"))
    memory = sum(peak.most)
    facts.append(table.fact("memory while it is set, with the typesetter", f"{memory:.0f} MB", MEMORY_LIMIT, memory, " MB"))
    numbers = installation.numbers("SELECT id FROM invoice WHERE kind = 'invoice' ORDER BY id DESC LIMIT 20")
    times = []
    for number in numbers:
        begun = time.monotonic()
        browser.opens(f"/sr/staff/invoices/{number}/file.xml")
        times.append(1e3 * (time.monotonic() - begun))
    middle = statistics.median(times)
    facts.append(table.fact("one electronic invoice", f"{middle:.0f} ms", FILE_LIMIT, middle, " ms"))
    return facts
