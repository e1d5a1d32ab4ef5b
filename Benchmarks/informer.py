"""The informer of a month: one of sixty pages is set, with a code beside each line, and folded as a booklet."""

import io
import json
import statistics
import time

from pypdf import PdfReader

import table
from applicant import Refused
from papers import Browser

AREAS = 30
LINES = 24              # of an area
PAGES = 60
PRINT_LIMIT = 1.5       # seconds
TITLES = [
    "Дигитална учионица: од идеје до часа", "Математичке приче у првом циклусу", "Како разговарати са родитељима када је тешко", "Читам, дакле постојим",
    "Ученик у првом плану: формативно оцењивање", "Безбедно на мрежи", "Рад са даровитим ученицима у мешовитом одељењу", "Природне науке напољу",
]


def issue():
    """What an issue says, as the program keeps it."""
    def entry(number):
        day = f"2020-03-{1 + number % 28:02}"
        return {
            "title": {"text": TITLES[number % len(TITLES)], "language": "sr"}, "kind": "семинар", "day": day, "isDated": True, "when": "среда, 11. март, 10–15 ч",
            "hours": "10–15 ч", "place": "Велика сала, Школска 1", "facts": ["наставници разредне наставе", "8 бодова", "3.500 динара"], "path": f"/events/{number + 1}"}
    areas = [{"title": f"Област {area + 1}", "entries": [entry(area * LINES + line) for line in range(LINES)]} for area in range(AREAS)]
    return {
        "language": "sr", "month": "Март 2020.", "year": 2020, "number": 3, "edition": 1, "closed": "2020-02-28", "centre": "Центар за стручно усавршавање Бистрик",
        "address": ["Школска 1, Бистрик"], "words": {"text": "Драге колеге,\n\n" + "ово је месец за читање. " * 60, "language": "sr"}, "sign": "Уредништво",
        "news": [], "areas": areas, "shelf": [], "heldIn": "", "held": []}


def measure(installation, server):
    centre = installation.numbers("SELECT min(id) FROM centre")[0]
    installation.sql(f"INSERT INTO informer (centre, first_day, number, state, edition, published) VALUES ({centre}, '2020-03-01', 3, 'published', 1, 1)")
    number = installation.numbers(f"SELECT id FROM informer WHERE centre = {centre} AND first_day = '2020-03-01'")[0]
    content = installation.blob(json.dumps(issue(), ensure_ascii=False).encode())
    installation.sql(f"INSERT INTO informer_issue (informer, language, content) VALUES ({number}, 'sr', {content})")
    browser, facts = Browser(server.port, "nobody"), []
    for name, path in ((f"informer of {AREAS * LINES} lines", "informer.pdf"), ("the same as a booklet", "booklet.pdf")):
        browser.opens(f"/sr/informers/{number}/{path}")     # the typesetter has started, and its template is read
        costs = []
        for _ in range(5):
            begun = time.monotonic()
            paper = browser.opens(f"/sr/informers/{number}/{path}")
            costs.append(time.monotonic() - begun)
        pages = len(PdfReader(io.BytesIO(paper)).pages)
        if path == "informer.pdf" and pages < PAGES:
            raise Refused(f"{path}: {pages} pages")
        cost = statistics.median(costs)
        facts.append(table.fact(name, f"{cost:.2f} s, {pages} pages, {len(paper) / 1e6:.1f} MB", PRINT_LIMIT, cost, " s"))
    return facts
