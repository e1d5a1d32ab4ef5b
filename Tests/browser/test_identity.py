"""Somebody comes in with a service that knows who they are: what a browser alone shows is that what was sealed for it comes back in it, over two other addresses."""

import os
import pathlib
import subprocess
import sys
import unittest

from playwright.sync_api import sync_playwright

from house import CHROMIUM, ROOT, Company, House

SERVICE = ROOT / "Tests/judges/identity.py"


class Identity(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # The service runs on this machine, which is inside the network.
        os.environ["ZBORNICA_INSIDE"] = "yes"
        cls.service = subprocess.Popen([sys.executable, "-W", "ignore", str(SERVICE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        cls.issuer = f"http://localhost:{int(cls.service.stdout.readline())}"
        cls.house = House()
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(**CHROMIUM)
        cls.company = Company(cls.browser, cls.house, viewport={"width": 390, "height": 800})

    @classmethod
    def tearDownClass(cls):
        cls.company.close()
        cls.browser.close()
        cls.playwright.stop()
        cls.house.stop()
        cls.service.stdin.close()
        cls.service.wait(30)

    def show(self, page, name):
        """A picture for whoever wants to look: ZBORNICA_SHOTS is the folder."""
        if folder := os.environ.get("ZBORNICA_SHOTS"):
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{folder}/{name}.png", full_page=True)

    def test_who_is_known_there_comes_in_here_once(self):
        keeper = next(person for person in self.company.cast if person["role"] == "administrator")
        page = self.company.context(keeper).new_page()
        page.goto(self.house.base + "/sr/settings/openid/new")
        for name, value in [("name", "Школски идентитет"), ("issuer", self.issuer), ("client", "zbornica"), ("secret", "тајна")]:
            page.fill(f"[name={name}]", value)
        for name in ["shown", "links"]:
            page.check(f"[name={name}]")
        self.show(page, "service-new")
        page.locator("main form button").first.click()
        page.wait_for_load_state()
        self.show(page, "service-saved")
        number = page.url.rstrip("/").rsplit("/", 1)[-1]

        # A bookmark in a browser that was never here.
        stranger = self.browser.new_context(viewport={"width": 390, "height": 800})
        page = stranger.new_page()
        page.goto(self.house.base + "/sr/sign-in")
        self.show(page, "sign-in")
        stranger.clear_cookies()
        page.goto(f"{self.house.base}/sr/sign-in/with/{number if number.isdigit() else 1}")
        self.assertTrue(page.url.startswith(self.issuer), page.url)
        page.fill("[name=sub]", "ana-1")
        page.locator("form button").first.click()
        page.wait_for_url("**/openid/enter**")
        ticket = page.url
        self.show(page, "enter")
        page.locator("main form button").first.click()
        page.wait_for_load_state()
        self.assertIn("Изађите", page.locator("header").inner_text())

        # Whoever sits down after her at the same machine opens nothing with what the browser remembers.
        page.locator("header form button, header a[href*='sign-out']").last.click()
        page.wait_for_load_state()
        page.goto(ticket)
        page.locator("main form button").first.click()
        page.wait_for_load_state()
        self.show(page, "used")
        self.assertNotIn("Изађите", page.locator("header").inner_text())
        stranger.close()


if __name__ == "__main__":
    unittest.main()
