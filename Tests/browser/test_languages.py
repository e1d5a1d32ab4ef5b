"""What is written in another language than its page says so: Serbian on Lithuanian and English pages, on every example page."""

import re
import unittest

from playwright.sync_api import sync_playwright

from house import CHROMIUM, Company, House, doors

# Texts of a page with the language that holds for each; what is no words for a reader stays out.
TEXTS = """() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (["SCRIPT", "STYLE", "TEXTAREA", "NOSCRIPT"].includes(element.tagName) || element.closest("[data-words]")) continue;
    const text = walker.currentNode.data.replace(/\\s+/g, " ").trim();
    if (text) texts.push([text, element.closest("[lang]").getAttribute("lang")]);
  }
  return texts;
}"""
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile("[\u0400-\u04ff]")
LATIN = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш", "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()))


def latin(text):
    """Serbian Cyrillic in Latin letters."""
    return "".join(LATIN.get(letter) or (LATIN[letter.lower()].capitalize() if letter.lower() in LATIN else letter) for letter in text)


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
            page, status = self.company.open(door)
            if page is None:
                continue
            # Several words of Serbian, as they stand on the Serbian page, and what they become in Latin letters.
            serbian = {latin(text) for text, _ in page.evaluate(TEXTS) if CYRILLIC.search(text) and len(WORD.findall(text)) > 1}
            for language in ("lt", "en"):
                seen += 1
                page.goto(self.house.base + door.page.replace("/sr", f"/{language}", 1))
                for text, lang in page.evaluate(TEXTS):
                    if not lang.startswith("sr") and (CYRILLIC.search(text) or any(passage in text for passage in serbian)):
                        faults.setdefault(text, f"{language} {door.page}")
                    if lang == "sr-Latn" and CYRILLIC.search(text):
                        faults.setdefault(text, f"{language} {door.page}: called Latin")
            page.close()
        self.assertGreater(seen, 100)
        self.assertEqual(faults, {})


if __name__ == "__main__":
    unittest.main()
