"""The desk of the resource centre: what one loan costs, scanned as a keyboard types it, among a hundred thousand that were."""

import statistics
import time
import urllib.parse

import table
from applicant import Refused, filled

COUNT = 300
PAST = 100_000
LIMIT = 15              # milliseconds
PATH = "/sr/staff/desk"


def lend(installation, director, centre):
    """A card, then one copy after another: how long each answer takes until the next can be scanned."""
    card, labels = fill(installation, centre)
    page = scanned(director, director.opens(PATH).decode(), card)[1]
    loans, looks = [], []
    for label in labels:
        loan, page, look = scanned(director, page, label)
        loans.append(loan)
        looks.append(look)
    middle, slow = statistics.median(loans[20:]), sorted(loans)[int(len(loans) * 0.99)]
    out = installation.numbers("SELECT count(*) FROM loan WHERE state = 'out'")[0]
    if out < COUNT:
        raise Refused(f"{out} of {COUNT} loans stand")
    return [
        table.fact(f"a loan at the desk, of {COUNT} among {PAST:,}", f"{middle:.1f} ms (99 of 100: {slow:.1f} ms)", LIMIT, middle, " ms"),
        table.fact("the page after it", f"{statistics.median(looks[20:]):.1f} ms"),
    ]


def scanned(director, page, code):
    """Sends the field of the page as it stands. Gives the time of the act in milliseconds, the next page, and the time of that."""
    form = filled(page, PATH) + ("&" + urllib.parse.urlencode({"code": code})).encode()
    begun = time.monotonic()
    answer, body = director.ask("POST", PATH, form)
    acted = time.monotonic()
    if answer.status != 303:
        raise Refused(f"{code}: {answer.status} {body.decode()[-1_500:]}")
    page = director.opens(answer.headers["Location"]).decode()
    return 1e3 * (acted - begun), page, 1e3 * (time.monotonic() - acted)


def fill(installation, centre):
    """Copies of one title, a borrower who may have them all, and loans that came back."""
    key = installation.blob(b"k")
    installation.sql(f"""
        INSERT INTO title (centre, kind, language, name, key_azbuka, key_abeceda, key_lithuanian, created, changed)
            VALUES ({centre}, 'book', 'sr', 'Књига за пулт', {key}, {key}, {key}, 0, 0)
        """)
    title = installation.numbers(f"SELECT max(id) FROM title WHERE centre = {centre}")[0]
    card = code(centre, 9_000_001)
    person = installation.numbers(f"SELECT min(person) FROM role WHERE role = 'director' AND centre = {centre}")[0]
    installation.sql(f"INSERT INTO borrower (centre, kind, person, card, made) VALUES ({centre}, 'person', {person}, '{card}', 0)")
    borrower = installation.numbers(f"SELECT id FROM borrower WHERE card = '{card}'")[0]
    last = installation.numbers(f"SELECT coalesce(max(number), 0) FROM copy WHERE centre = {centre}")[0]
    installation.sql(f"""
        WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {COUNT})
        INSERT INTO copy (centre, title, number, label, currency, origin, acquired)
            SELECT {centre}, {title}, {last} + n, 'DESK-' || n, 'RSD', 'bought', '2020-01-01' FROM number
        """)
    installation.sql(f"""
        INSERT INTO loan_rule (centre, since, borrower, kind, days, most, renewals, reservable)
            VALUES ({centre}, '2020-01-01', 'person', 'book', 21, 500, 2, 1 = 1)
        """)
    copies = installation.numbers("SELECT id FROM copy WHERE label LIKE 'DESK-%' ORDER BY id")
    installation.sql(f"""
        WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {PAST})
        INSERT INTO loan (centre, copy, borrower, borrower_kind, state, held_from, held_until, due, out_at, back_at, made)
            SELECT {centre}, {copies[0]} + n % {COUNT}, {borrower}, 'person', 'back', 18000 + n / 300, 18010 + n / 300, '2020-01-01', 1500000000 + n, 1500000000 + n, n FROM number
        """)
    installation.analyze()
    return card, [f"DESK-{number}" for number in range(1, COUNT + 1)]


def code(centre, number):
    """A card of a centre, with its last digit (ISO 7064, mod 11,10)."""
    digits = f"2{centre:03}{number:07}"
    product = 10
    for digit in digits:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return f"{digits}{(11 - product) % 10}"
