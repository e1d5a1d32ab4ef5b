"""Juries: the page of a juror with forty works, and a gallery of three hundred photos with what its first screen weighs."""

import gzip
import hashlib
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

import table
from papers import Browser

WORKS = 40
PICTURES = 300
PAGE_LIMIT = 60         # milliseconds
SCREEN_LIMIT = 150      # kilobytes
SCREEN = 6              # pictures that are fetched at once


def photo(folder):
    """A photo with much in it, in the smallest size that the program makes of one. Gives its bytes, width and height."""
    full, small = folder / "full.jpg", folder / "small.jpg"
    subprocess.run(["vips", "gaussnoise", str(folder / "noise.v"), "1600", "1200", "--mean", "128", "--sigma", "40"], check=True)
    subprocess.run(["vips", "gaussblur", str(folder / "noise.v"), f"{full}[Q=90]", "3"], check=True)
    subprocess.run(["vipsthumbnail", str(full), "--size", "240x240>", "-o", f"{small}[Q=82,optimize_coding,interlace,strip]"], check=True)
    return small.read_bytes(), 240, 180


def fill(installation, centre):
    """A contest that a jury judges, and one that was decided, each work with one photo. Gives both and the juror."""
    now = int(time.time())
    with tempfile.TemporaryDirectory() as folder:
        bytes_, width, height = photo(pathlib.Path(folder))
    digest = hashlib.sha256(bytes_).hexdigest()
    place = pathlib.Path(installation.data) / "files" / digest[:2] / digest
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(bytes_)
    juror = installation.numbers("SELECT min(id) FROM person WHERE verified IS NOT NULL")[0]
    contests = []
    for name, state, count in (("Оцењује се", "judging", WORKS), ("Галерија", "decided", PICTURES)):
        installation.sql(f"""
            INSERT INTO contest (centre, kind, language, name, has_jury, is_for_pupils, state, opens, closes, level, decided_on, keep_months, created)
            VALUES ({centre}, 'photo', 'sr', '{name}', TRUE, TRUE, '{state}', {now - 90_000}, {now - 9_000}, 'centre',
                {"'2026-01-01', 12" if state == "decided" else "NULL, NULL"}, {now})
            """)
        contest = installation.numbers(f"SELECT max(id) FROM contest WHERE name = '{name}'")[0]
        installation.sql(f"INSERT INTO contest_category (contest, name, most_works, kinds, position) VALUES ({contest}, 'Фотографија', 9, 'picture', 1)")
        category = installation.numbers(f"SELECT max(id) FROM contest_category WHERE contest = {contest}")[0]
        installation.sql("INSERT INTO contest_work (contest, category, code, title, alt, state, begun, sent) VALUES " + ", ".join(
            f"({contest}, {category}, '{contest % 10}B{number:04}', 'Рад {number}', 'Прозор', 'sent', {now}, {now})" for number in range(count)))
        installation.sql(f"""
            INSERT INTO contest_author (work, name, may_enter, may_show, may_be_named, consent) SELECT id, 'Име', 'yes', 'yes', 'yes', 'paper' FROM contest_work
            WHERE contest = {contest}
            """)
        first = installation.numbers("SELECT coalesce(max(id), 0) FROM file")[0]
        installation.sql("INSERT INTO file (centre, kind, type, name, digest, size, alt, added) VALUES " + ", ".join(
            f"({centre}, 'picture', 'image/jpeg', 'slika.jpg', '{digest}', {len(bytes_)}, '', {now})" for _ in range(count)))
        installation.sql(f"INSERT INTO file_size (file, width, height, digest) SELECT id, {width}, {height}, '{digest}' FROM file WHERE id > {first}")
        work = installation.numbers(f"SELECT min(id) FROM contest_work WHERE contest = {contest}")[0]
        installation.sql(f"""
            INSERT INTO contest_file (work, original, shown, kind, name, position)
            SELECT id, {first} + 1 + id - {work}, {first} + 1 + id - {work}, 'picture', 'slika.jpg', 1 FROM contest_work WHERE contest = {contest}
            """)
        contests.append(contest)
    judging = contests[0]
    installation.sql(f"INSERT INTO jury (contest, tie_rule, levelled, scale, margin) VALUES ({judging}, 'criterion', FALSE, 5, 150)")
    installation.sql(f"INSERT INTO jury_criterion (contest, name, weight, position) VALUES ({judging}, 'Идеја', 2, 1), ({judging}, 'Израда', 1, 2)")
    installation.sql(f"INSERT INTO juror (contest, person, chair, invited, accepted) VALUES ({judging}, {juror}, TRUE, {now}, {now})")
    installation.sql(f"INSERT INTO jury_round (contest, number, kind, seen_times, opened) VALUES ({judging}, 1, 'points', 1, {now})")
    installation.sql(f"""
        INSERT INTO jury_sheet (round, juror, work) SELECT r.id, j.id, w.id FROM jury_round r, juror j, contest_work w
        WHERE r.contest = {judging} AND j.contest = {judging} AND w.contest = {judging}
        """)
    installation.analyze()
    return contests, juror


def measure(installation, server, turns=20):
    centre = installation.numbers("SELECT min(id) FROM centre")[0]
    (judging, decided), juror = fill(installation, centre)
    browser = Browser(server.port, installation.sign_in([juror])[juror])
    facts = []
    for name, path in ((f"a juror's page of {WORKS} works", f"/sr/me/juries/{judging}"), (f"gallery of {PICTURES} photos", f"/sr/contests/{decided}/gallery")):
        times = []
        for turn in range(turns):
            begun = time.monotonic()
            browser.opens(f"{path}?x={turn}")
            times.append(1e3 * (time.monotonic() - begun))
        middle = statistics.median(times)
        facts.append(table.fact(name, f"{middle:.0f} ms, at most {max(times):.0f} ms", PAGE_LIMIT, middle, " ms"))
    status, page = server.get(f"/sr/contests/{decided}/gallery")
    assert status == 200
    pictures = re.findall(r'<img src="([^"]+)"[^>]*loading="eager"', page.decode())
    weight = len(gzip.compress(page)) + sum(len(server.get(one)[1]) for one in pictures[:SCREEN])
    facts.append(table.fact(f"first screen of a gallery of {PICTURES}", f"{weight / 1000:.0f} kB with {len(pictures)} photos", SCREEN_LIMIT, weight / 1000, " kB"))
    return facts
