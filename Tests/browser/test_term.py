"""From what teachers wish to what they attend: plans are filled, the demand is read, a term is planned, drafts are opened and somebody applies."""

import re
import time
import unittest

from playwright.sync_api import expect, sync_playwright

from house import CHROMIUM, Company, House


class Term(unittest.TestCase):
    def setUp(self):
        self.house = House()
        self.addCleanup(self.house.stop)
        playwright = sync_playwright().start()
        self.addCleanup(playwright.stop)
        self.browser = playwright.chromium.launch(**CHROMIUM)
        self.addCleanup(self.browser.close)
        self.company = Company(self.browser, self.house, viewport={"width": 1280, "height": 900})

    def page(self, email):
        person = next(person for person in self.company.cast if person["email"] == email)
        return self.company.context(person).new_page()

    def go(self, page, path):
        answer = page.goto(self.house.base + path)
        self.assertEqual(answer.status, 200, path)

    def send(self, page, form):
        """Presses the first button of the form with such an address."""
        self.press(page, page.locator(f"main form[action*='{form}'] button[type=submit]"))

    def press(self, page, places):
        with page.expect_navigation():
            places.first.click()

    def planned(self, page):
        """The page of a run, once it is worked out."""
        address = page.url
        for _ in range(120):
            if not page.locator("[data-refresh]").count():
                return
            time.sleep(1)
            page.goto(address)
        self.fail("the planner does not come to an end")

    def test_a_wish_becomes_an_application(self):
        # A teacher says what they want to learn, step by step, on a phone.
        teacher = self.page("ana@bistrik.example")
        teacher.set_viewport_size({"width": 390, "height": 844})
        self.go(teacher, "/sr/me/plan/about")
        self.send(teacher, "/me/plan/about")
        self.send(teacher, "/me/plan/ratings")
        teacher.fill("[name=wish-5]", "Пчелињак у дворишту")
        self.send(teacher, "/me/plan/wishes")
        teacher.locator("[name=days]").first.check()
        self.send(teacher, "/me/plan/ways")
        self.send(teacher, "/me/plan/sharing")
        expect(teacher.locator("main")).to_contain_text("Пчелињак у дворишту")

        # The centre reads it, and has a term planned.
        staff = self.page("vesna@bistrik.example")
        self.go(staff, "/sr/staff/needs/words")
        expect(staff.locator("main")).to_contain_text("Пчелињак у дворишту")
        self.go(staff, "/sr/staff/planner")
        self.press(staff, staff.locator("main a[href*='/staff/planner/']"))
        self.planned(staff)
        proposals = staff.locator("[id^=proposal-]")
        self.assertGreater(proposals.count(), 1)
        title = proposals.nth(0).inner_text().splitlines()[0]

        # One stays, one goes; what stays is still there when the term is planned again.
        self.press(staff, proposals.nth(0).locator("form:has([value=pinned]) button"))
        self.press(staff, proposals.nth(1).locator("form:has([value=forbidden]) button"))
        self.press(staff, staff.locator("main a[href*='/staff/planner?again=']"))
        self.send(staff, "/staff/planner")
        self.planned(staff)
        kept = staff.locator("[id^=proposal-]", has_text=title)
        expect(kept.first).to_contain_text("задржано")

        # Accepted, it is a draft; announced, somebody applies.
        self.send(staff, "/accept")
        self.press(staff, staff.locator("[id^=proposal-]", has_text=title).locator("a[href*='/staff/events/']"))
        event = re.search(r"/staff/events/(\d+)", staff.url)[1]
        self.go(staff, f"/sr/staff/events/{event}/announce")
        self.send(staff, f"/staff/events/{event}/announce")
        other = self.page("branko@bistrik.example")
        self.go(other, f"/sr/events/{event}/registration")
        other.locator("[name=payer]").first.check()
        self.send(other, "/registration")
        self.go(other, "/sr/me")
        expect(other.locator("main")).to_contain_text(title)


if __name__ == "__main__":
    unittest.main()
