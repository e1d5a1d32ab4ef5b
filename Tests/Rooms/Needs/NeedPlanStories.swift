import Accounts
import Catalogue
import Centres
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
@testable import Needs

/// A plan of a school year: filled in step by step, carried over, shared or not.
@Suite struct NeedPlanStories {
    @Test func `a plan is filled in step by step, and each step says that it was saved`() async throws {
        let town = try await Town(), codes = try await town.competences("К1: Предмет", "К2: Поучавање")
        let school = try await town.workplace(of: town.ana)
        try await town.topic("Дигитална учионица")
        #expect(try await town.ana.opens("/me").shows(town.say(T.needs.planNone)))
        try await town.ana.opens("/me/plan/about")
        let about = try await town.ana.sends("/me/plan/about", ["school": "\(school)", "job": "subject"])
        #expect(about.shows(town.say(T.common.saved)) && about.path.contains("/me/plan/ratings"))
        #expect(try await town.ana.sends("/me/plan/ratings", ["rating-\(codes[0])": "2", "rating-\(codes[1])": "4"]).path.contains("/me/plan/wishes"))
        let wishes = try await town.ana.sends("/me/plan/wishes", [
            "wish-1": "digitalna ucionica", "form-1": "webinar", "term-1": "winterBreak", "wish-2": "школски врт",
        ])
        #expect(wishes.path.contains("/me/plan/ways"))
        let ways = try await town.ana.sends("/me/plan/ways", [
            "days": "saturday", "days": "online", "payer": "school", "km": "40", "obstacles": "cover", "note": "двоје деце",
        ])
        #expect(ways.path.contains("/me/plan/sharing"))
        let page = try await town.ana.opens("/me/plan")
        #expect(page.shows("Дигитална учионица") && page.shows("школски врт") && page.shows(town.say(T.needs.termWinterBreak)))
        #expect(page.shows("Процењене су 2 од 2") && page.shows(town.say(T.needs.isNotShared)))
        #expect(try await town.ana.opens("/me").shows("Дигитална учионица"))
        // Nobody else has any of it.
        #expect(!(try await town.goran.opens("/me/plan").shows("школски врт")))
        #expect(try await town.count("need_plan") == 1)
        #expect(try await town.stranger.opens("/me/plan").path.hasPrefix("/sr/sign-in"))
    }

    @Test func `one competence twice is refused, and so is what is no rating`() async throws {
        let town = try await Town(), codes = try await town.competences("К1: Предмет")
        for forged in [["2", "3"], ["2", "2"], ["5"], ["0"], ["x"]] {
            try await town.ana.opens("/me/plan/ratings")
            let form = try #require(try town.ana.browser.page.form("/me/plan/ratings"))
            let fields = form.fields.filter { !$0.name.hasPrefix("rating") } + forged.map { (name: "rating-\(codes[0])", value: $0) }
            let page = try await town.ana.browser.post(Page.Form(action: form.action, fields: fields))
            #expect(page.status == 422, "\(forged)")
        }
        #expect(try await town.count("plan_rating") == 0)
    }

    @Test func `six topics are too many, one topic twice is once too often, and what was typed stays`() async throws {
        let town = try await Town()
        try await town.topic("Инклузија", words: ["ИОП"])
        let six = try await town.ana.wishes("а1", "б2", "в3", "г4", "д5", "ђ6")
        #expect(six.status == 422 && six.shows(town.say(T.needs.errorMostWishes(most: 5))) && six.html.contains("д5"))
        for (first, second) in [("Инклузија", "inkluzija"), ("Инклузија", "IOP"), ("школски врт", "Skolski vrt")] {
            let page = try await town.ana.wishes(first, second)
            #expect(page.status == 422 && page.shows(town.say(T.needs.errorWishTwice)), "\(first) \(second)")
        }
        let empty = try await town.ana.wishes("!!!")
        #expect(empty.status == 422 && empty.shows(town.say(T.needs.errorWords)))
        let long = try await town.ana.wishes(String(repeating: "z", count: 50_000))
        #expect(long.status == 422 && long.shows(town.say(T.common.errorTooLong(most: 300))))
        #expect(try await town.count("wish") == 0)
        // Empty lines between are passed over.
        #expect(try await town.ana.wishes("", "Инклузија", "", "школски врт").status == 200)
        #expect(try await town.value("SELECT max(place) FROM wish", as: Int.self) == 2)
    }

    @Test func `a year without wishes is a plan, and years that cannot be planned are not there`() async throws {
        let town = try await Town()
        #expect(try await town.ana.wishes().shows(town.say(T.common.saved)))
        #expect(try await town.count("need_plan") == 1)
        for year in ["1999", "2024", "2027", "x", "99999999999"] { #expect(try await town.ana.opens("/me/plan?year=\(year)").status == 404, "\(year)") }
        #expect(try await town.vesna.opens("/staff/needs").shows(town.say(T.needs.demandNone)))
    }

    @Test func `open wishes go into the next year by one button, marked, and what was met stays behind`() async throws {
        let town = try await Town()
        try await town.topic("Инклузија")
        try await town.ana.wishes("Инклузија", "школски врт", "керамика")
        try await town.ana.opens("/me/plan/sharing")
        try await town.ana.sends("/me/plan/sharing", ["shared": "yes"])
        try await town.ana.opens("/me/plan")
        let met = try await town.ana.sends("/me/plan/served", ["place": "2"])
        #expect(met.shows(town.say(T.needs.served)))
        let next = try await town.ana.opens("/me/plan?year=2026")
        #expect(next.shows("Остале су 2 неиспуњене жеље."))
        let carried = try await town.ana.sends("/me/plan/carry")
        #expect(carried.shows(town.say(T.needs.saidCarried)) && carried.shows("Инклузија") && carried.shows("керамика") && !carried.shows("школски врт"))
        #expect(carried.shows(town.say(T.needs.carriedFrom(year: .schoolYear(town.year)))))
        #expect(carried.shows(town.say(T.needs.isNotShared)), "whether the school sees it is asked anew")
        // A plan that was begun is not written over.
        let id = town.ana.id, centre = town.centre, (year, today) = (town.year.next, town.zone.day(of: town.clock.now))
        let again = await #expect(throws: Problem.self) {
            try await town.records.write(by: Actor(person: id, name: "")) { try WishStore.carry(into: year, at: centre, today: today, in: $0) }
        }
        #expect(again?.faults.map(\.phrase) == [T.needs.errorBegun])
        // Changed, it keeps where it came from.
        try await town.ana.opens("/me/plan/wishes?year=2026")
        try await town.ana.sends("/me/plan/wishes", ["wish-1": "керамика", "wish-2": "Инклузија"])
        #expect(try await town.count("wish WHERE carried = 2025") == 2)
    }

    @Test func `own words that may mean a topic are asked about`() async throws {
        let town = try await Town()
        try await town.topic("Сарадња са родитељима")
        try await town.ana.wishes("како са родитељима који вичу")
        let page = try await town.ana.opens("/me/plan")
        #expect(page.shows(town.say(T.needs.ownWords)) && page.shows(town.say(T.needs.meant(topic: .title("Сарадња са родитељима")))))
        #expect(try await town.ana.sends("/me/plan/meant").shows(town.say(T.common.saved)))
        #expect(try await town.count("wish WHERE topic IS NOT NULL AND words = ''") == 1)
    }

    // MARK: The school

    @Test func `the coordinator of the school sees what is shared, wish by wish, and of no other school`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko), other = try await town.workplace("ОШ „Друга“", of: town.goran)
        try await town.milena.looksAfter(school)
        try await town.topic("Инклузија")
        try await town.ana.opens("/me/plan/wishes")
        try await town.ana.sends("/me/plan/wishes", ["wish-1": "Инклузија", "wish-2": "стрес због колеге", "hidden-2": "yes"])
        try await town.branko.wishes("школски врт")
        let before = try await town.milena.opens("/me/schools/\(school)/plans")
        #expect(before.shows(town.say(T.needs.plansNone)) && !before.shows("Инклузија"))
        try await town.ana.opens("/me/plan/sharing")
        try await town.ana.sends("/me/plan/sharing", ["shared": "yes"])
        let page = try await town.milena.opens("/me/schools/\(school)/plans")
        #expect(page.shows("Ђорђевић Ана") && page.shows("Инклузија"))
        #expect(!page.shows("стрес") && !page.shows("школски врт") && !page.shows("Његован"))
        for path in ["plans", "needs"] {
            #expect(try await town.milena.opens("/me/schools/\(other)/\(path)").status == 404)
            #expect(try await town.ana.opens("/me/schools/\(school)/\(path)").status == 404)
        }
    }
}
