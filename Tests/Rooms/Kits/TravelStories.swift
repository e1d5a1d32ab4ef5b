@testable import Accounts
import Centres
import Events
import HTTPTypes
import Kernel
@testable import Kits
import Languages
import Library
import Loans
import Portfolio
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// A kit is booked, goes over schools, comes back, and is spoken of.
@Suite struct TravelStories {
    @Test func `a teacher books for the own class, and whoever comes later is told the next free day`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko), kit = try await town.kit()
        let page = try await town.stranger.opens("/kits/\(kit)")
        #expect(page.shows("Електро комплет") && page.shows("Жице") && page.link(town.say(T.kits.book)) != nil)
        #expect(try await town.stranger.send(.get, "/sr/kits/\(kit)/book").status != 200, "whoever books has signed in")
        try await town.ana.opens("/kits/\(kit)/book")
        let soon = try await town.ana.sends("/kits/\(kit)/book", ["school1": "\(school)", "first1": town.iso(1)])
        #expect(soon.status == 422 && soon.shows(town.say(T.kits.errorNotReady(day: .day(town.today.adding(days: 2))))))
        for values in [["first1": "", "school1": "\(school)"], ["first1": town.iso(9), "last1": town.iso(8)], ["first1": town.iso(9), "last1": town.iso(40)],
            ["first1": town.iso(500)]] {
            try await town.ana.opens("/kits/\(kit)/book")
            let form = try #require(try town.ana.browser.page.form("/kits/\(kit)/book"))
            let sent = Page.Form(action: form.action, fields: form.fields.filter { values[$0.name] == nil } + values.map { ($0.key, $0.value) })
            #expect(try await town.ana.browser.post(sent).status == 422, "\(values)")
        }
        #expect(try await town.count("kit_booking") == 0)
        try await town.ana.opens("/kits/\(kit)/book")
        let booked = try await town.ana.sends("/kits/\(kit)/book", ["school1": "\(school)", "first1": town.iso(9), "last1": town.iso(11), "purpose": "Огледи из физике"])
        #expect(booked.shows(town.say(T.kits.saidBooked)) && booked.shows("Огледи из физике"))
        let held = try #require(try await town.value("SELECT held_from FROM loan WHERE state = 'booked'", as: Int.self))
        #expect(held == town.today.adding(days: 7).number, "with the days for setting up and for the way")
        #expect(try await town.value("SELECT held_until FROM loan", as: Int.self) == town.today.adding(days: 12).number)
        // Another one is told when it is free next: Бранко wants it for two days in the middle.
        try await town.branko.opens("/kits/\(kit)/book")
        let refused = try await town.branko.sends("/kits/\(kit)/book", ["school1": "\(school)", "first1": town.iso(10), "last1": town.iso(11)])
        #expect(refused.status == 422 && refused.shows(town.say(T.kits.errorTakenUntil(day: .day(town.today.adding(days: 15))), .srLatn)))
        #expect(try await town.stranger.opens("/kits/\(kit)").shows(town.say(T.kits.taken)))
        #expect(try await !town.stranger.opens("/kits/\(kit)").shows("Ана"), "who has it is nobody's business")
        #expect(try await town.ana.opens("/me").shows("Електро комплет"))
        #expect(try await town.goran.opens("/me/kits/1").status == 404)
        #expect(try await town.goran.opens("/staff/kits").status == 404)
        // What is given up is free again.
        try await town.ana.opens("/me/kits/1")
        #expect(try await town.ana.sends("/cancel").shows(town.say(T.kits.saidCancelled)))
        try await town.branko.opens("/kits/\(kit)/book")
        #expect(try await town.branko.sends("/kits/\(kit)/book", ["school1": "\(school)", "first1": town.iso(10)]).shows(town.say(T.kits.saidBooked, .srLatn)))
        #expect(try await town.journal("kit_booking", 1) == ["kits.bookedDeed", "kits.cancelledDeed"])
    }

    @Test func `nobody books for a school where they do not work, and what stays at the centre is not booked at all`() async throws {
        let town = try await Town(), own = try await town.workplace(of: town.ana), other = try await town.workplace("Гимназија", of: town.milena)
        let kit = try await town.kit(), still = try await town.kit("Микроскоп", rule: nil)
        #expect(try await town.ana.opens("/kits/\(still)").status == 404)
        #expect(try await town.ana.opens("/kits/\(still)/book").status == 404)
        try await town.ana.opens("/kits/\(kit)/book")
        #expect(try await town.ana.sends("/kits/\(kit)/book", ["school1": "\(other)", "first1": town.iso(9)]).status == 422)
        #expect(try await town.goran.opens("/kits/\(kit)/book").shows(town.say(T.kits.noSchool)))
        #expect(try await town.count("loan") == 0)
        _ = own
        // The desk lets it travel, and no more.
        try await town.vesna.opens("/staff/kits/\(still)")
        #expect(try await town.vesna.sends("/staff/kits/\(still)", ["setUp": "99"]).status == 422)
        try await town.vesna.opens("/staff/kits/\(still)")
        try await town.vesna.sends("/staff/kits/\(still)", ["setUp": "0", "transport": "0", "mostDays": "5", "termDays": "0"])
        #expect(try await town.ana.opens("/kits/\(still)").status == 200)
        #expect(try await town.ana.opens("/library/\(still)").status != 500)
        try await town.vesna.opens("/staff/kits/\(still)")
        #expect(try await town.vesna.sends("/staff/kits/\(still)", ["stop": "yes"]).shows(town.say(T.kits.saidStopped)))
        #expect(try await town.ana.opens("/kits/\(still)").status == 404)
    }

    @Test func `a kit goes over three schools, is counted twice, and its teacher finds the lesson among her activities`() async throws {
        let town = try await Town(), first = try await town.workplace("ОШ „Први“", of: town.ana), second = try await town.workplace("ОШ „Други“", of: town.branko)
        let third = try await town.workplace("Гимназија", of: town.milena), kit = try await town.kit()
        let table = PointsTableDraft(since: town.today.adding(days: -100), lines: [.init("Огледни час", leading: 8, attending: 2)])
        try await town.does { try PointsTableStore.set(table, of: first, in: $0) }
        try await town.vesna.opens("/staff/kits/\(kit)/book")
        let early = try await town.vesna.sends("/staff/kits/\(kit)/book", [
            "school1": "\(first)", "first1": town.iso(5), "last1": town.iso(6), "email1": "ana@bistrik.example", "school2": "\(second)", "first2": town.iso(7),
        ])
        #expect(early.status == 422 && early.shows(town.say(T.kits.errorTooEarly(day: .day(town.today.adding(days: 8))))))
        #expect(try await town.vesna.sends("/staff/kits/\(kit)/book", ["first2": town.iso(8), "email2": "niko@bistrik.example"]).shows(town.say(T.kits.errorUnknown)))
        let booked = try await town.vesna.sends("/staff/kits/\(kit)/book", [
            "last2": town.iso(9), "email2": "branko@bistrik.example", "school3": "\(third)", "first3": town.iso(12), "last3": town.iso(13),
                "email3": "milena@bistrik.example",
        ])
        #expect(booked.shows(town.say(T.kits.saidBooked)) && booked.shows("ОШ „Други“") && booked.shows("Гимназија"))
        try await town.settles()
        for person in [town.ana, town.branko, town.milena] { #expect(town.mail.to(person.email).count == 1, "each hears of it once") }
        let booking = try #require(try await town.value("SELECT id FROM kit_booking", as: KitBooking.ID.self)), path = "/staff/kits/bookings/\(booking)"
        #expect(try await town.value("SELECT due FROM loan", as: Day.self) == town.today.adding(days: 14))
        #expect(try await town.vesna.opens("/staff/kits/\(kit)").shows("ОШ „Први“"), "the desk reads where it is")
        // Before it comes each is reminded, once.
        town.clock.passes(days: 2)
        for _ in 0..<2 { try await KitKeepingStore.tend(town.records) }
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == 2 && town.mail.to(town.branko.email).count == 1)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff/kits").shows(town.say(T.kits.handOut)))
        town.clock.passes(days: 2)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/out", ["found-0": "много"]).status == 422)
        #expect(try await town.vesna.sends("\(path)/out", ["found-0": "10", "found-1": "3", "note": "Једна сијалица не ради"]).shows(town.say(T.kits.saidOut)))
        #expect(try await town.value("SELECT state FROM loan", as: String.self) == "out")
        #expect(try await town.vesna.opens("/staff").shows("Електро комплет") == false, "it is not due yet")
        // The teacher says how it was used; a day on which it was elsewhere is refused.
        town.clock.passes(days: 2)
        try await town.ana.enters()
        let stop = try #require(try await town.value("SELECT id FROM kit_stop WHERE number = 1", as: KitStay.ID.self)), own = "/me/kits/\(booking)"
        let line = try #require(try await town.value("SELECT id FROM school_points_line", as: Int64.self))
        try await town.ana.opens(own)
        #expect(try await town.ana.sends("/notes/\(stop)", ["times": "2", "pupils": "40", "lesson": "физика", "day": town.iso(-5)]).status == 422)
        try await town.ana.opens(own)
        #expect(try await town.ana.sends("/notes/\(stop)", ["times": "2", "pupils": "", "lesson": "", "day": town.today.iso]).status == 422)
        #expect(try await town.count("kit_note") == 0)
        #expect(try await town.count("portfolio_entry") == 0)
        try await town.ana.opens(own)
        let said = try await town.ana.sends("/notes/\(stop)", [
            "times": "2", "pupils": "41", "lesson": "физика, електрично коло", "day": town.today.iso, "line": "\(line)", "offer": "yes",
        ])
        #expect(said.shows(town.say(T.kits.saidOffered)) && said.shows("физика, електрично коло"))
        let activities = try await town.ana.opens("/me/portfolio/entries")
        #expect(activities.shows("Електро комплет") && activities.shows("физика, електрично коло"))
        #expect(try await town.value("SELECT points FROM portfolio_entry WHERE person = \(town.ana.id)", as: Int.self) == 8)
        #expect(try await town.count("portfolio_entry WHERE state = 'unchecked'") == 1, "the school still looks at it")
        let milena = try #require(try await town.value("SELECT id FROM kit_stop WHERE number = 3", as: KitStay.ID.self))
        #expect(try await town.ana.browser.post(Page.Form(action: "/sr\(own)/notes/\(milena)", fields: []), ["times": "1"]).status != 200,
            "of another's stop nobody else speaks")
        // It is back: what lacks since it left is told, what lacked already is not.
        town.clock.passes(days: 8)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows("Електро комплет"))
        try await town.vesna.opens(path)
        let back = try await town.vesna.sends("\(path)/back", ["found-0": "8", "found-1": "3"])
        #expect(back.shows(town.say(T.kits.saidBack)) && back.shows(town.say(T.kits.missingTitle)) && back.shows("физика, електрично коло"))
        try await town.settles()
        let letters = town.mail.to(town.branko.email)
        #expect(letters.contains { $0.plain.contains("Žice") } && !letters.contains { $0.plain.contains("Sijalice") })
        #expect(town.mail.to(town.ana.email).count == 3, "who has said how it was used is not asked")
        #expect(try await town.vesna.opens("/staff/kits").shows(town.say(T.kits.incomplete)))
        #expect(try await town.value("SELECT state FROM loan", as: String.self) == "back")
        #expect(try await town.vesna.opens("/staff/kits").shows("41"), "pupils of this school year")
    }

    @Test func `after an event its participants have the kit first, and are told`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko), programme = try await town.programme()
        let kit = try await town.kit(rule: KitRule(KitTimes(), termDays: 20))
        try await town.does { try $0.db.run("UPDATE title SET programme = \(programme) WHERE id = \(kit)") }
        let event = try await town.seminar("Струја у учионици", seats: 20, inDays: 2, deadline: town.today.adding(days: 1))
        try await town.does { try $0.db.run("UPDATE event SET programme = \(programme) WHERE id = \(event)") }
        _ = try await town.ana.applies(to: event, payer: .free)
        try await KitTermStore.tend(town.records)
        #expect(try await town.count("kit_term") == 0, "not before it is over")
        let ends = try #require(try await town.event(event).ends)
        town.clock.becomes(ends.adding(minutes: 5))
        for _ in 0..<2 { try await KitTermStore.tend(town.records) }
        try await town.settles()
        #expect(try await town.count("kit_term") == 1 && town.mail.to(town.ana.email).filter { $0.plain.contains("/kits/\(kit)/book") }.count == 1)
        #expect(!town.mail.to(town.branko.email).contains { $0.plain.contains("/kits/") })
        for person in [town.ana, town.branko] { try await person.enters() }
        try await town.branko.opens("/kits/\(kit)/book")
        let refused = try await town.branko.sends("/kits/\(kit)/book", ["school1": "\(school)", "first1": town.iso(3)])
        #expect(refused.status == 422 && refused.shows("Struja u učionici"))
        try await town.branko.opens("/kits/\(kit)/book")
        #expect(try await town.branko.sends("/kits/\(kit)/book",
            ["school1": "\(school)", "first1": town.iso(25)]).shows(town.say(T.kits.saidBooked, .srLatn)), "later everybody may")
        try await town.ana.opens("/kits/\(kit)/book")
        #expect(try await town.ana.sends("/kits/\(kit)/book", ["school1": "\(school)", "first1": town.iso(3)]).shows(town.say(T.kits.saidBooked)))
        #expect(try await town.count("kit_booking WHERE event = \(event)") == 1)
    }

    @Test func `whoever waits for a kit that is late is told once`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko), kit = try await town.kit(rule: KitRule(KitTimes()))
        let centre = town.centre, today = town.today
        @Sendable func stop(_ first: Int, _ last: Int) -> KitDraft {
            KitDraft(KitRoute([KitStop(school: school, days: today.adding(days: first)...today.adding(days: last))], KitTimes()))
        }
        let one = try await town.ana.does { try KitBookingStore.book(stop(0, 1), of: kit, at: centre, in: $0) }
        let two = try await town.branko.does { try KitBookingStore.book(stop(3, 4), of: kit, at: centre, in: $0) }
        try await town.vesna.does { try KitCheckStore.handOut(one, [], note: "", at: centre, in: $0) }
        try await town.settles()
        let before = town.mail.to(town.branko.email).count
        town.clock.passes(days: 2)
        try await KitKeepingStore.tend(town.records)
        try await town.settles()
        #expect(town.mail.to(town.branko.email).filter { $0.plain.contains("negrąžint") || $0.plain.contains("nije vraćen") }.isEmpty, "its day has not come")
        town.clock.passes(days: 1)
        for _ in 0..<3 { try await KitKeepingStore.tend(town.records) }
        try await town.settles()
        #expect(town.mail.to(town.branko.email).filter { $0.plain.contains("nije vraćen") }.count == 1 && before >= 1)
        await #expect(throws: Problem.self) { try await town.vesna.does { try KitCheckStore.handOut(two, [], note: "", at: centre, in: $0) } }
        try await town.vesna.does { try KitCheckStore.takeBack(one, [], note: "", at: centre, in: $0) }
        try await town.vesna.does { try KitCheckStore.handOut(two, [], note: "", at: centre, in: $0) }
        #expect(try await town.count("loan WHERE state = 'out'") == 1)
    }

    @Test(arguments: [1, 2] as [UInt64]) func `many who book at once never have one copy twice`(_ seed: UInt64) async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko),
            kit = try await town.kit(copies: 2, rule: KitRule(KitTimes(setUp: 1, transport: 1)))
        let centre = town.centre, today = town.today
        var refused = 0, done = 0
        for round in 0..<6 {
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for hand in 0..<6 {
                    let roll = (seed &* 7919 &+ UInt64(round * 6 + hand) &* 104_729) % 100, person = hand % 2 == 0 ? town.ana : town.branko
                    let first = today.adding(days: 3 + Int(roll) % 40), last = first.adding(days: Int(roll) % 4)
                    group.addTask {
                        do {
                            try await person.does { act in
                                try KitBookingStore.book(KitDraft(KitRoute([KitStop(school: school, days: first...last)], KitTimes())), of: kit, at: centre, in: act)
                            }
                            return true
                        } catch is Problem { return false }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            (done, refused) = (done + outcomes.count { $0 }, refused + outcomes.count { !$0 })
        }
        let twice = try await town.count("""
            loan a JOIN loan b ON b.id > a.id AND b.copy = a.copy AND a.held_from <= b.held_until AND b.held_from <= a.held_until
            WHERE a.state = 'booked' AND b.state = 'booked'
            """)
        #expect(twice == 0 && done > 5 && refused > 5, "\(done) done, \(refused) refused")
        #expect(try await town.count("kit_booking") == done)
        #expect(try await town.count("kit_stop") == done)
    }

    @Test func `who goes takes the words along, and what is old is forgotten`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana), kit = try await town.kit(rule: KitRule(KitTimes())),
            centre = town.centre, today = town.today
        let draft = KitDraft(KitRoute([KitStop(school: school, days: today...today.adding(days: 1))], KitTimes()), purpose: "Огледи")
        let id = try await town.ana.does { try KitBookingStore.book(draft, of: kit, at: centre, in: $0) }
        try await town.vesna.does { try KitCheckStore.handOut(id, [.init("Жице", expected: 10, found: 10)], note: "", at: centre, in: $0) }
        let stop = try #require(try await town.value("SELECT id FROM kit_stop", as: KitStay.ID.self))
        try await town.ana.does { act in
            try KitNoteStore.say(KitNoteDetails(on: today, times: 1, pupils: 20, lesson: "физика"), of: stop, in: id, at: centre, offer: nil, in: act)
        }
        let held = try await town.finds { try KitKeepingStore.held(about: town.ana.id, in: $0) }
        #expect("\(held)".contains("физика") && "\(held)".contains("Огледи"))
        try await town.vesna.does { try KitCheckStore.takeBack(id, [.init("Жице", expected: 10, found: 10)], note: "", at: centre, in: $0) }
        let ana = town.ana.id
        try await town.does { try KitKeepingStore.forget(ana, in: $0) }
        #expect(try await town.count("kit_note") == 0)
        #expect(try await town.count("kit_stop WHERE person IS NOT NULL") == 0)
        #expect(try await town.count("kit_booking WHERE person IS NOT NULL") == 0)
        #expect(try await town.count("kit_booking") == 1, "that it was away stays")
        try await town.does { try KitKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("kit_booking") == 1)
        town.clock.passes(days: 366 * 3 + 3)
        try await town.does { try KitKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("kit_booking") == 0)
        #expect(try await town.count("kit_check_line") == 0)
        #expect(try await town.count("kit_stop") == 0)
    }
}
