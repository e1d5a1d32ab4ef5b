"""What is written in another language than its page says so: Serbian on Lithuanian and English pages, on every example page."""

import re
import unittest

import lxml.html
from playwright.sync_api import sync_playwright

from house import CHROMIUM, Company, House, doors

# What is no words for a reader.
SILENT = {"script", "style", "textarea", "noscript"}
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile("[\u0400-\u04ff]")
LATIN = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш", "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()))


def latin(text):
    """Serbian Cyrillic in Latin letters."""
    return "".join(LATIN.get(letter) or (LATIN[letter.lower()].capitalize() if letter.lower() in LATIN else letter) for letter in text)


def texts(markup):
    """The texts of a page as it is sent, each with the language that holds for it: no browser is needed to read it, and a hundred pages take seconds."""
    found = []

    def read(element, lang):
        lang = element.get("lang") or lang
        is_silent = element.tag in SILENT or element.get("data-words") is not None
        if not is_silent:
            found.append((element.text, lang))
        for child in element:
            if isinstance(child.tag, str) and not is_silent:
                read(child, lang)
            if not is_silent:
                found.append((child.tail, lang))

    root = lxml.html.document_fromstring(markup)
    read(root.find("body"), root.get("lang"))
    return [(words, lang) for words, lang in ((re.sub(r"\s+", " ", text or "").strip(), lang) for text, lang in found) if words]


class Languages(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.house = House()
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(**CHROMIUM)
        cls.company = Company(cls.browser, cls.house)

    @classmethod
    def tearDownClass(cls):
        cls.company.close()
        cls.browser.close()
        cls.playwright.stop()
        cls.house.stop()

    def test_no_serbian_stands_unnamed_on_other_pages(self):
        seen, faults = 0, {}
        for door in (door for door in doors() if door.page):
            page = self.company.read(door)
            if page is None:
                continue
            # Several words of Serbian, as they stand on the Serbian page, and what they become in Latin letters.
            serbian = {latin(text) for text, _ in texts(page) if CYRILLIC.search(text) and len(WORD.findall(text)) > 1}
            for language in ("lt", "en"):
                seen += 1
                for text, lang in texts(self.company.read(door, language)):
                    if not lang.startswith("sr") and (CYRILLIC.search(text) or any(passage in text for passage in serbian)):
                        faults.setdefault(text, f"{language} {door.page}")
                    if lang == "sr-Latn" and CYRILLIC.search(text):
                        faults.setdefault(text, f"{language} {door.page}: called Latin")
        self.assertGreater(seen, 100)
        self.assertEqual(faults, {})


if __name__ == "__main__":
    unittest.main()
