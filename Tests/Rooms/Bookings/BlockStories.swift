import Bookings
import Events
import HTTPTypes
import Kernel
import Languages
import NIOConcurrencyHelpers
import Storage
import Testing
import Town

/// What the centre keeps for itself, and the calendar in which it stands.
@Suite struct BlockStories {
    @Test func `Весна keeps a hall for painting, sees it in each calendar, and frees it`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        try await town.vesna.opens("/staff/bookings/new?thing=hall-\(hall)&day=2026-02-10")
        try await town.vesna.sends("/staff/bookings/new", ["begins": "8", "last": "12.2.2026.", "ends": "16", "purpose": "Кречење <b>"])
        #expect(try await town.count("booking") == 1)
        for view in ["day", "week", "month"] {
            let page = try await town.vesna.opens("/staff/bookings?view=\(view)&on=2026-02-11")
            #expect(page.shows("Кречење <b>") && page.shows("Сала 1"), "\(view)")
            #expect(try await !town.vesna.opens("/staff/bookings?view=\(view)&on=2026-03-20").shows("Кречење"), "\(view)")
        }
        let id = try #require(try await town.value("SELECT id FROM booking", as: Int64.self))
        #expect(try await town.vesna.opens("/staff/bookings?view=day&on=2026-02-11").html.contains("href=\"/sr/staff/bookings/\(id)\""))
        #expect(try await town.vesna.opens("/staff/bookings/\(id)").shows("Весна Ћирић"))
        try await town.vesna.sends("/remove")
        #expect(try await town.count("booking") == 0)
        #expect(try await town.count("journal WHERE deed IN ('bookings.blocked', 'bookings.unblocked')") == 2)
    }

    @Test(arguments: [
        // Over an announced seminar; across midnight without a last day; an hour that is skipped; no day; a last day before the first; what is over.
        (["day": "11.3.2026.", "begins": "14", "ends": "18"], "begins"),
        (["day": "10.2.2026.", "begins": "20", "ends": "2"], "ends"),
        (["day": "29.3.2026.", "begins": "2:30", "ends": "5"], "begins"),
        (["day": "31.2.2026.", "begins": "8", "ends": "9"], "day"),
        (["day": "10.2.2026.", "last": "9.2.2026.", "begins": "8", "ends": "9"], "last"),
        (["day": "10.2.2026.", "last": "9.9.2028.", "begins": "8", "ends": "9"], "last"),
        (["day": "3.2.2026.", "begins": "8", "ends": "9"], "day"),
        (["day": "10.2.2026.", "begins": "рано", "ends": "9"], "begins"),
        (["day": "10.2.2026.", "begins": "8", "ends": "9", "purpose": ""], "purpose"),
        // Each week: a clash in one of them, a week that is none, more than a year, longer than a week.
        (["day": "11.2.2026.", "begins": "14", "ends": "18", "weekly": "1.4.2026."], "begins"),
        (["day": "10.2.2026.", "begins": "8", "ends": "9", "weekly": "12.2.2026."], "weekly"),
        (["day": "10.2.2026.", "begins": "8", "ends": "9", "weekly": "12.2.2028."], "weekly"),
        (["day": "10.2.2026.", "last": "20.2.2026.", "begins": "8", "ends": "9", "weekly": "12.4.2026."], "weekly"),
        (["day": "10.2.2026.", "begins": "8", "ends": "9", "thing": "hall-999"], "thing"),
    ]) func `what cannot be is said at its field`(typed: [String: String], field: String) async throws {
        let town = try await Town()
        let hall = try await town.hall()
        try await town.seminar("Читање", in: hall)
        let form = try #require(try await town.vesna.opens("/staff/bookings/new").form("/staff/bookings/new"))
        let values = ["thing": "hall-\(hall)", "purpose": "Састанак", "last": ""].merging(typed) { $1 }
        let fields = form.fields.filter { values[$0.name] == nil } + values.map { (name: $0.key, value: $0.value) }
        let page = try await town.vesna.browser.post(Page.Form(action: form.action, fields: fields))
        #expect(page.status == 422 && page.html.contains("id=\"field-\(field)-error\""), "\(typed)")
        #expect(try await town.count("booking") == 1)
    }

    @Test func `what comes back each week keeps its hours of the wall over the change to summer time, and each week is freed by itself`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        try await town.vesna.opens("/staff/bookings/new?thing=hall-\(hall)&day=2026-03-16")
        let page = try await town.vesna.sends("/staff/bookings/new", ["begins": "17", "ends": "19", "weekly": "13.4.2026.", "purpose": "Хор"])
        #expect(page.shows(town.say(T.bookings.blockedTimes(count: 5))))
        for day in ["2026-03-16", "2026-03-23", "2026-03-30", "2026-04-06", "2026-04-13"] {
            let page = try await town.vesna.opens("/staff/bookings?view=day&on=\(day)")
            #expect(page.shows("Хор") && page.shows("17–19"), "\(day)")
        }
        #expect(try await !town.vesna.opens("/staff/bookings?view=day&on=2026-04-20").shows("Хор"))
        let id = try #require(try await town.value("SELECT max(id) FROM booking", as: Int64.self))
        try await town.vesna.opens("/staff/bookings/\(id)")
        try await town.vesna.sends("/remove")
        #expect(try await town.count("booking") == 4)
    }

    @Test func `what goes on past midnight is kept with its last day, and summer time moves nothing`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        try await town.vesna.opens("/staff/bookings/new?thing=hall-\(hall)&day=2026-03-28")
        try await town.vesna.sends("/staff/bookings/new", ["begins": "20", "last": "29.3.2026.", "ends": "4", "purpose": "Ноћ књиге"])
        // One hour less than on the wall.
        #expect(try await town.value("SELECT ends - begins FROM booking", as: Int.self) == 7 * 3_600)
        let page = try await town.vesna.opens("/staff/bookings?view=day&on=2026-03-29")
        #expect(page.shows("0–4") && page.shows("Ноћ књиге"))
    }

    @Test func `an announced seminar stays away from what the centre keeps, and strangers and other centres see none of it`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        let day = town.zone.day(of: town.clock.now).adding(days: 35)
        let begins = try town.zone.instant(day, ClockTime(hour: 10, minute: 0)!)
        let (block, centre) = (Block(.hall(hall), begins..<begins.adding(hours: 2), purpose: "Састанак већа"), town.centre)
        let id = try #require(try await town.vesna.does { try BlockStore.add(block, at: centre, in: $0).first })
        let problem = await #expect(throws: Problem.self) { try await town.seminar("Читање", in: hall) }
        #expect(problem?.faults.first.map { town.say($0.phrase) }?.contains("Састанак већа (Весна Ћирић)") == true)
        for path in ["/staff/bookings", "/staff/bookings/\(id)", "/staff/bookings/calendars"] {
            for someone in [town.ana, town.goran] { #expect(try await someone.opens(path).status == 404, "\(path)") }
        }
        await #expect(throws: Problem.missing) { try await town.ana.does { try BlockStore.add(block, at: centre, in: $0) } }
        await #expect(throws: Problem.missing) { try await town.ana.does { try BlockStore.remove(id, in: $0) } }
    }

    @Test func `a session is not freed as if it were the centre's own`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        try await town.seminar("Читање", in: hall)
        let id = try #require(try await town.value("SELECT id FROM booking", as: Int64.self))
        #expect(try await town.vesna.opens("/staff/bookings/\(id)").status == 404)
        await #expect(throws: Problem.missing) { try await town.vesna.does { try BlockStore.remove(ID(id), in: $0) } }
    }

    @Test(arguments: ["day", "week", "month"]) func `a calendar asks the same few questions, however full it is`(view: String) async throws {
        let town = try await Town()
        for number in 1...4 {
            let hall = try await town.hall("Сала \(number)")
            for day in 0..<3 { try await town.seminar("Скуп \(number)", in: hall, inDays: 35 + day) }
        }
        let (browser, count) = try CountedDatabase.browser(of: town)
        for cookie in ["session", "browser"] { browser.set(cookie: cookie, town.vesna.browser.cookie(cookie)) }
        let path = "/staff/bookings?view=\(view)&on=2026-03-11"
        try await browser.opens(path)
        let before = count.withLockedValue { $0 }
        #expect(try await browser.opens(path).shows("Скуп 4"))
        // Who reads, the halls, what they hold.
        #expect(count.withLockedValue { $0 } - before <= 5)
    }
}
