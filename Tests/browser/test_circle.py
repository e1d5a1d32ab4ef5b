"""What was learned becomes what is offered to others; and what a council concludes is asked for until somebody says what came of it."""

import datetime
import re
import unittest
import zoneinfo

from playwright.sync_api import expect, sync_playwright

from house import CHROMIUM, Company, House

TITLE = "Квиз уместо понављања"
SUMMARY = "Ученици сами састављају питања, и тако понављају цело градиво."
CAME = "Питања која ученици саставе тежа су од мојих."
CONCLUSION = "Саставити заједничку проверу знања"
BECAME = "Провера има двадесет задатака; радило ју је пет школа."
# What the call asks of a programme, field by field.
FIELDS = {
    "need": "Понављање не мора да буде преслишавање.", "goal": "Ученици сами проверавају шта знају.",
    "specificGoals": "Наставници састављају питања са ученицима.", "outcomes": "Наставник води израду квиза.\nНаставник чита одговоре.",
    "topics": "Од лекције до питања; 5; 1\nШта одговори говоре; 3; 2", "methods": "Рад у паровима.", "target": "наставници предметне наставе",
    "evaluation": "Упитник на крају дана.", "followUp": "Сваки полазник доноси свој квиз после два месеца.",
    "references": "Ауторка је квизове водила са четири одељења.", "price": "3.500 динара; обухвата материјал и уверење",
}


def day(after):
    """As people write a day in the town of the demonstration."""
    there = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Belgrade")).date() + datetime.timedelta(days=after)
    return f"{there.day}.{there.month}.{there.year}."


class Circle(unittest.TestCase):
    def setUp(self):
        self.house = House()
        self.addCleanup(self.house.stop)
        playwright = sync_playwright().start()
        self.addCleanup(playwright.stop)
        self.browser = playwright.chromium.launch(**CHROMIUM)
        self.addCleanup(self.browser.close)
        self.company = Company(self.browser, self.house, viewport={"width": 1280, "height": 900})

    def page(self, name=None, width=1280):
        """A page of one of the cast; of a stranger without."""
        person = next((person for person in self.company.cast if person["email"] == f"{name}@bistrik.example"), None)
        page = self.company.context(person).new_page()
        page.set_default_timeout(60_000)
        page.set_viewport_size({"width": width, "height": 900})
        return page

    def go(self, page, path):
        answer = page.goto(self.house.base + path)
        self.assertEqual(answer.status, 200, path)

    def press(self, page, places):
        with page.expect_navigation():
            places.locator("visible=true").first.click()

    def follow(self, page, path, text=None):
        """Follows the first link with such an address, and such a text."""
        self.press(page, page.locator(f"main a[href*='{path}']", has_text=text))

    def send(self, page, form, **fields):
        """Fills what is named and presses the first button of the form with such an address and such fields."""
        places = page.locator(f"main form[action*='{form}']")
        for name in fields:
            places = places.filter(has=page.locator(f"[name='{name}']"))
        for name, value in fields.items():
            field = places.first.locator(f"[name='{name}']")
            if field.first.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            elif field.first.get_attribute("type") in ("radio", "checkbox"):
                for one in value if isinstance(value, list) else [value]:
                    places.first.locator(f"[name='{name}'][value='{one}']").check()
            else:
                field.fill(value)
        self.press(page, places.first.locator("button[type=submit]"))

    def open(self, page, form):
        """Opens what hides such a form."""
        page.locator("main details", has=page.locator(f"form[action$='{form}']")).locator("summary").click()

    def told(self, page, *words):
        for one in words:
            expect(page.locator("main")).to_contain_text(one, timeout=20_000)

    def number(self, page, path):
        """The number behind such a path in the address of the page."""
        return re.search(rf"{path}/(\d+)", page.url)[1]

    def paper(self, page, path):
        answer = page.context.request.get(self.house.base + path, timeout=60_000)
        self.assertEqual(answer.status, 200, path)
        self.assertTrue(answer.body().startswith(b"%PDF"), path)
        self.assertRegex(answer.body(), rb"/Type\s*/Page\b", path)

    def test_what_was_learned_becomes_what_is_offered(self):
        ana, goran, ruta, branko = (self.page(name, width=390) for name in ("ana", "goran", "ruta", "branko"))
        milena, vesna, stranger = self.page("milena"), self.page("vesna"), self.page()

        # A teacher says how often she used what she meant to try; her school has seen it.
        self.go(ana, "/sr/me/steps")
        seminar = ana.locator("main a[href*='/steps/']").first.inner_text()
        self.follow(ana, "/steps/")
        step = ana.locator("main dd").first.inner_text()
        self.send(ana, "/steps/", used="several", words=CAME, forSchool="yes")
        self.go(milena, "/sr/me")
        self.follow(milena, "/me/schools/")
        self.follow(milena, "/steps")
        self.press(milena, milena.locator("main form[aria-label*='Ана Ђорђевић'] button"))
        self.go(ana, "/sr/me/steps")
        self.told(ana, "потврђено")

        # The step is the beginning of a note: what was said once is there already.
        self.go(ana, "/sr/me/practices")
        self.told(ana, step)
        self.send(ana, "/me/practices/step")
        note = self.number(ana, "/me/practices")
        expect(ana.locator("[name=done]")).to_have_value(step)
        expect(ana.locator("[name=came]")).to_have_value(CAME)
        self.send(ana, f"/me/practices/{note}", title=TITLE, subject="математика", grades=["7", "8"], summary=SUMMARY, wanted="Да сви понављају.")
        self.send(ana, f"/me/practices/{note}/send")

        # Two colleagues look at it, and it is published.
        self.go(vesna, "/sr/staff/practices")
        self.follow(vesna, f"/staff/practices/{note}")
        for name, colleague in (("goran", goran), ("ruta", ruta)):
            self.send(vesna, "/reviewers", email=f"{name}@bistrik.example")
            self.go(colleague, "/sr/me/practices")
            self.follow(colleague, "/me/reviews/")
            self.told(colleague, step)
            self.send(colleague, "/me/reviews/", aim="4", course="4", proof="3", material="4", words="Јасно, пробаћу и ја.", verdict="good")
        self.go(vesna, f"/sr/staff/practices/{note}")
        self.send(vesna, f"/staff/practices/{note}/publish")

        # A stranger finds it by the other script, a colleague reads it in the other script and has tried it.
        self.go(stranger, "/sr/practices")
        self.send(stranger, "/practices", q="kviz umesto ponavljanja")
        self.follow(stranger, f"/practices/{note}", TITLE)
        self.told(stranger, SUMMARY, "Ана Ђорђевић")
        self.go(branko, f"/sr-Latn/practices/{note}")
        self.told(branko, "Kviz umesto ponavljanja")
        self.send(branko, "/try", outcome="worked", words="Probao sam sa osmacima.", named="yes")
        self.go(stranger, f"/sr/practices/{note}")
        self.told(stranger, "1 колега", "Успело је код 1 колеге")

        # The centre sees a programme in it; her words stand in it when she opens it.
        self.go(vesna, f"/sr/staff/practices/{note}")
        self.send(vesna, f"/staff/practices/{note}/idea")
        self.go(ana, "/sr/me/proposals")
        self.follow(ana, "/proposals/", TITLE)
        proposal = self.number(ana, "/proposals")
        self.follow(ana, "/fields/idea")
        begun = ana.locator("[name=words]").input_value()
        for words in (SUMMARY, step, CAME):
            self.assertIn(words, begun)

        # Written field by field, agreed to, with all that goes along, it is handed over.
        self.follow(ana, "/facts")
        call = ana.locator("[name=call] option", has_text="Конкурс за програме").get_attribute("value")
        self.send(ana, "/facts", call=call, hours="8", days="1", seatsMin="12", seats="25")
        for field, words in FIELDS.items():
            self.go(ana, f"/sr/proposals/{proposal}")
            self.follow(ana, f"/fields/{field}")
            self.send(ana, f"/fields/{field}", words=words)
        self.follow(ana, f"/proposals/{proposal}/authors")
        self.follow(ana, "/consents/")
        self.send(ana, "/consents/", biography="Наставница математике, петнаест година у школи.")
        self.go(ana, f"/sr/proposals/{proposal}/enclosures")
        for code in filter(None, [option.get_attribute("value") for option in ana.locator("[name=code] option").all()]):
            ana.set_input_files("[name=file]", {"name": f"{code}.rtf", "mimeType": "application/rtf", "buffer": b"{\\rtf1 Prilog}"})
            self.send(ana, "/enclosures", code=code)
        self.go(ana, f"/sr/proposals/{proposal}")
        self.send(ana, f"/proposals/{proposal}/moves")

        # Judged, sent and approved, it stands in the catalogue.
        self.go(vesna, "/sr/staff/workshop")
        self.follow(vesna, f"/staff/workshop/{proposal}", TITLE)
        self.follow(vesna, "/review")
        for mark in vesna.locator("main input[name^=mark-][value='4']").all():
            mark.check()
        self.send(vesna, "/review", note="Може да иде.")
        self.send(vesna, "/submission", filed="650-12", day=day(0))
        self.send(vesna, "/approval", decision="812", day=day(0))
        self.go(stranger, "/sr/programmes")
        self.follow(stranger, "/programmes/", TITLE)
        programme = self.number(stranger, "/programmes")
        self.told(stranger, "812", "Ана Ђорђевић", FIELDS["goal"])
        self.paper(ana, f"/sr/proposals/{proposal}/dossier.pdf")

        # It is on offer, and the way of the note is whole, from one seminar to the other.
        self.go(vesna, f"/sr/staff/events/new?programme={programme}")
        expect(vesna.locator("[name=title]")).to_have_value(TITLE)
        for field, words in {"day1": day(40), "begins1": "9", "ends1": "16", "place1": "Школска 1"}.items():
            vesna.fill(f"[name={field}]", words)
        self.press(vesna, vesna.locator("main button[name=announce]"))
        event = self.number(vesna, "/staff/events")
        self.go(stranger, f"/sr/practices/{note}")
        self.follow(stranger, f"/practices/{note}/way")
        stations = [
            seminar, "Корак за час", "Примену потврдила школа", "Објављен пример", "1 колега", "још не", "Идеја за програм", "Програм предат на конкурс",
            "Програм у каталогу", "Програм у понуди",
        ]
        expect(stranger.locator("main ol > li")).to_contain_text(stations)
        for station in (f"/programmes/{programme}", f"/events/{event}"):
            self.go(stranger, f"/sr/practices/{note}/way")
            self.follow(stranger, station)
            self.told(stranger, TITLE, "Ана Ђорђевић")

    def test_a_council_decides_and_a_year_later_tells_what_came_of_it(self):
        ana, branko, vesna = self.page("ana"), self.page("branko", width=390), self.page("vesna")

        # Whoever leads a circle calls its members for today; one of them says that he comes.
        self.go(ana, "/sr/me/circles")
        self.follow(ana, "/me/circles/", "Актив наставника математике")
        circle = f"/sr/me/circles/{self.number(ana, '/circles')}"
        self.follow(ana, "/meetings/new")
        self.send(ana, "/meetings/new", day=day(0), begins="17:00", ends="19:00", place="Велика сала", agenda="Провера знања\nРазно")
        meeting = f"{circle}/meetings/{self.number(ana, '/meetings')}"
        self.send(ana, "/invite")
        self.go(branko, circle)
        self.follow(branko, meeting)
        self.send(branko, "/answer")
        self.told(branko, "Рекли сте да долазите")

        # Six of nine are there and vote; somebody takes it on, by a day.
        self.go(ana, meeting)
        self.send(ana, "/present", present=[box.get_attribute("value") for box in ana.locator("[name=present]").all()[:6]])
        self.open(ana, "/votes")
        point = ana.locator("[name^=votes-]").first.get_attribute("name").removeprefix("votes-")
        self.send(ana, "/votes", **{f"votes-{point}": "5", f"against-{point}": "1", f"abstained-{point}": "0"})
        self.told(ana, "усвојено")
        self.open(ana, "/conclusions")
        owner = ana.locator("[name=owner] option", has_text="Бранко Његован").get_attribute("value")
        self.send(ana, "/conclusions", text=CONCLUSION, owner=owner, due=day(30), point=point)

        # The minutes begin with all of it; signed, they stand still.
        self.follow(ana, f"{meeting}/minutes")
        begun = ana.locator("[name=minutes]").input_value()
        for words in ("6 од 9", "Провера знања", "усвојено", CONCLUSION):
            self.assertIn(words, begun)
        self.send(ana, "/minutes", minutes=begun.replace("О чему се говорило:", "Договорен је и излет."))
        self.send(ana, "/minutes/sign")
        self.told(ana, "потписан")
        expect(ana.locator("[name=minutes]")).to_have_count(0)
        self.paper(ana, f"{meeting}/minutes.pdf")

        # Who took it on says what became of it, and so it is told: above what became of the year before.
        self.go(branko, "/sr/me/circles")
        self.told(branko, CONCLUSION)
        self.go(branko, f"{circle}/conclusions")
        self.follow(branko, "/conclusions/", CONCLUSION)
        self.send(branko, "/state", state="done", outcome=BECAME)
        for reader in (ana, vesna):
            self.go(reader, f"{circle}/conclusions")
            expect(reader.locator("main tr", has_text=CONCLUSION)).to_contain_text(re.compile(f"Бранко Његован.*урађен.*{BECAME}", re.S))
            self.told(reader, "Шта је било са закључцима из", "Збирка има 240 задатака", "Школе нису имале новца за превоз")

        # The year's report counts it.
        rows = ana.locator("main table").first.locator("tbody tr")
        counted = f"{rows.filter(has_text='урађен').count()} / {rows.count()}"
        self.follow(ana, f"{circle}/report")
        self.told(ana, counted)
        expect(ana.locator("main tr", has=ana.locator(f"a[href$='{meeting}']"))).to_contain_text(re.compile("6 / 9.*потписан", re.S))
        self.paper(ana, ana.locator("main a[href*='report.pdf']").get_attribute("href"))


if __name__ == "__main__":
    unittest.main()
