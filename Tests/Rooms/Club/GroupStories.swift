import Accounts
import Bookings
import Centres
@testable import Club
import HTTPTypes
import Kernel
import Kits
import Languages
import Library
import Site
import Storage
import Testing
import Town
import Web

/// Teachers bring groups to sessions, wait in turn, change their numbers; the club moves and cancels sessions and tells who came.
@Suite struct GroupStories {
    @Test func `a teacher books a session for a class without a name of a pupil`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana), club = try await town.club(), session = try await town.session(of: club)
        let front = try await town.stranger.opens("/club")
        #expect(front.shows("Клуб „Свитац“") && front.shows("Мост од шпагета"))
        #expect(try await town.stranger.opens("/club/programme?month=\(town.iso(7).prefix(7))").shows("Мост од шпагета"))
        let page = try await town.stranger.opens("/club/sessions/\(session)")
        #expect(page.shows(town.say(T.club.freePlaces(count: 24))) == false && page.shows(town.say(T.club.placesOf(free: 24, all: 24))))
        #expect(page.shows("Милена") == false, "nobody leads this session yet")
        #expect(try await town.stranger.opens("/club/\(club.club)").shows("Милена Џелатовић"))
        #expect(try await town.stranger.send(.get, "/sr/club/sessions/\(session)/book").status != 200, "whoever books has signed in")
        let asked = try await town.ana.opens("/club/sessions/\(session)/book")
        #expect(!asked.html.contains("given_name") && asked.shows(town.say(T.club.bookLead)))
        for values in [["grade1": "4", "pupils1": "10"], ["grade1": "6", "pupils1": "25"], ["grade1": "6", "pupils1": "0"], ["grade1": "", "pupils1": "10"],
            ["grade1": "6", "pupils1": "10", "adults": "0"], ["grade1": "6", "pupils1": "10", "school": "999"]] {
            try await town.ana.opens("/club/sessions/\(session)/book")
            let form = try #require(try town.ana.browser.page.form("/club/sessions/\(session)/book"))
            let sent = Page.Form(action: form.action, fields: form.fields.filter { values[$0.name] == nil } + values.map { ($0.key, $0.value) })
            #expect(try await town.ana.browser.post(sent).status == 422, "\(values)")
        }
        #expect(try await town.count("club_booking") == 0)
        try await town.ana.opens("/club/sessions/\(session)/book")
        let booked = try await town.ana.sends("/club/sessions/\(session)/book", [
            "school": "\(school)", "name": "6. б", "grade1": "6", "pupils1": "14", "grade2": "7", "pupils2": "4", "adults": "2",
        ])
        #expect(booked.shows(town.say(T.club.saidBooked)) && booked.shows("18"))
        #expect(try await town.ana.opens("/me").shows("Мост од шпагета"))
        try await town.settles()
        #expect(town.mail.to(town.ana.email).filter { $0.plain.contains("/me/club/bookings/1") }.count == 1)
        #expect(try await town.stranger.opens("/club/sessions/\(session)").shows(town.say(T.club.placesOf(free: 6, all: 24))))
        #expect(try await !town.stranger.opens("/club/sessions/\(session)").shows("6. б"), "who comes is nobody's business")
        for person in [town.goran, town.branko] { #expect(try await person.opens("/me/club/bookings/1").status == 404) }
        for path in ["/staff/club", "/staff/club/sessions/\(session)"] { #expect(try await town.goran.opens(path).status == 404) }
        #expect(try await town.goran.opens("/me/club/sessions/\(session)").status == 404)
        #expect(try await town.journal("club_booking", 1) == ["club.bookedDeed"])
    }

    @Test func `a group waits whole, nobody passes it, and it comes in when there are places`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko, town.ruta), club = try await town.club()
        let session = try await town.session(of: club, places: 20)
        let one = try await town.ana.brings(15, to: session, from: school, of: town.centre)
        try await town.branko.opens("/club/sessions/\(session)/book")
        let waits = try await town.branko.sends("/club/sessions/\(session)/book", ["grade1": "6", "pupils1": "8", "adults": "1"])
        #expect(waits.shows(town.say(T.club.saidWaiting, .srLatn)) && waits.shows(town.say(T.club.yourTurn(turn: 1), .srLatn)))
        let small = try await town.ruta.brings(2, to: session, from: school, of: town.centre)
        #expect(try await town.state(small.value) == "waiting", "a smaller one does not pass")
        #expect(try await town.ruta.opens("/me/club/bookings/\(small)").shows("2"))
        // The first group cannot take what others wait for, but may become smaller.
        try await town.ana.opens("/me/club/bookings/\(one)")
        let more = try await town.ana.sends("/me/club/bookings/\(one)", ["pupils1": "17"])
        #expect(more.status == 422 && more.shows(town.say(T.club.errorLacks(count: 15))))
        try await town.ana.opens("/me/club/bookings/\(one)")
        try await town.ana.sends("/me/club/bookings/\(one)", ["pupils1": "12"])
        #expect(try await town.count("club_booking WHERE state = 'booked'") == 2)
        #expect(try await town.state(small.value) == "waiting", "twenty are taken")
        try await town.settles()
        #expect(town.mail.to(town.branko.email).count == 2 && town.mail.to(town.branko.email).last?.plain.contains("više ne čeka") == true)
        // Given up, the rest comes in.
        try await town.ana.opens("/me/club/bookings/\(one)")
        #expect(try await town.ana.sends("/cancel").shows(town.say(T.club.saidGivenUp)))
        #expect(try await town.state(small.value) == "booked")
        try await town.ana.opens("/me/club/bookings/\(one)")
        #expect(try await town.ana.browser.post(Page.Form(action: "/sr/me/club/bookings/\(one)/cancel", fields: [])).status != 200)
        #expect(try await town.journal("club_booking", one.value) == ["club.bookedDeed", "club.numbersDeed", "club.givenUpDeed"])
    }

    @Test func `more places bring in who waits, and fewer than are taken are refused`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko), club = try await town.club()
        let session = try await town.session(of: club, places: 10)
        try await town.ana.brings(8, to: session, from: school, of: town.centre)
        let two = try await town.branko.brings(6, to: session, from: school, of: town.centre)
        try await town.vesna.opens("/staff/club/sessions/\(session)/edit")
        #expect(try await town.vesna.sends("/edit", ["places": "7"]).status == 422)
        try await town.vesna.opens("/staff/club/sessions/\(session)/edit")
        try await town.vesna.sends("/edit", ["places": "14"])
        #expect(try await town.state(two.value) == "booked")
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == 1, "that others come too concerns nobody")
        // Another day is told to all, once.
        try await town.vesna.opens("/staff/club/sessions/\(session)/edit")
        try await town.vesna.sends("/edit", ["day": town.iso(9)])
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == 2 && town.mail.to(town.branko.email).count == 3)
        // One is given up by the centre, with a reason; then all of it.
        try await town.vesna.opens("/staff/club/sessions/\(session)")
        #expect(try await town.vesna.sends("/refuse", ["booking": "\(two)", "why": ""]).status == 422)
        try await town.vesna.opens("/staff/club/sessions/\(session)")
        #expect(try await town.vesna.sends("/refuse", ["booking": "\(two)", "why": "Два разреда исте школе"]).shows(town.say(T.club.saidRefused)))
        try await town.vesna.opens("/staff/club/sessions/\(session)")
        #expect(try await town.vesna.sends("sessions/\(session)/cancel", ["reason": ""]).status == 422)
        try await town.vesna.opens("/staff/club/sessions/\(session)")
        #expect(try await town.vesna.sends("sessions/\(session)/cancel", ["reason": "Квар грејања"]).shows(town.say(T.club.saidCancelled)))
        try await town.settles()
        #expect(town.mail.to(town.ana.email).last?.plain.contains("Квар грејања") == true)
        #expect(town.mail.to(town.branko.email).last?.plain.contains("Два разреда") == true, "who was refused is not told twice")
        #expect(try await town.stranger.opens("/club/sessions/\(session)").shows("Квар грејања"))
        #expect(try await town.ana.opens("/club/sessions/\(session)/book").shows(town.say(T.club.errorNoGroups)))
        await #expect(throws: Problem.self) { try await town.ana.brings(3, "друга", to: session, from: school, of: town.centre) }
    }

    @Test func `hall, equipment and a hall that is taken`() async throws {
        let town = try await Town(), club = try await town.club(), centre = town.centre
        let hall = try await town.vesna.does { try HallStore.add(HallDetails(name: "Учионица 2", seats: 24, address: ""), to: centre, in: $0) }
        let scope = try await town.vesna.does { try EquipmentStore.add(EquipmentDetails(name: "Микроскопи", note: ""), to: centre, in: $0) }
        try await town.vesna.opens("/staff/club/\(club.club)/sessions/new")
        let planned = try await town.vesna.sends("/sessions/new", [
            "topic": "\(club.topic)", "day": town.iso(7), "begins": "10.00", "ends": "11.30", "places": "24", "hall": "\(hall)", "last": town.iso(21),
        ])
        #expect(planned.shows(town.say(T.club.saidPlanned(count: 3))))
        #expect(try await town.count("booking WHERE hall = \(hall)") == 3)
        #expect(try await town.count("club_thing") == 3)
        try await town.vesna.opens("/staff/club/\(club.club)/sessions/new")
        let twice = try await town.vesna.sends("/sessions/new", [
            "topic": "\(club.topic)", "day": town.iso(14), "begins": "11.00", "ends": "12.00", "places": "24", "hall": "\(hall)",
        ])
        #expect(twice.status == 422 && twice.shows("Учионица 2"))
        #expect(try await town.count("club_session") == 3)
        for values in [["day": town.iso(-1)], ["ends": "9.00"], ["begins": "куку"], ["last": town.iso(400)], ["topic": "77"], ["places": "0"],
            ["mentor": "\(town.goran.id)"]] {
            try await town.vesna.opens("/staff/club/\(club.club)/sessions/new")
            let form = try #require(try town.vesna.browser.page.form("/sessions/new"))
            var fields = ["topic": "\(club.topic)", "day": town.iso(8), "begins": "10.00", "ends": "11.30", "places": "24", "hall": ""]
            fields.merge(values) { $1 }
            let sent = Page.Form(action: form.action, fields: form.fields.filter { fields[$0.name] == nil } + fields.map { ($0.key, $0.value) })
            #expect(try await town.vesna.browser.post(sent).status == 422, "\(values)")
        }
        // A thing is kept for the same hours, and all is free again when the session is off.
        try await town.vesna.opens("/staff/club/sessions/1")
        #expect(try await town.vesna.sends("sessions/1/things", ["thing": "\(scope)"]).shows("Микроскопи"))
        try await town.vesna.opens("/staff/club/sessions/1")
        #expect(try await town.vesna.sends("sessions/1/things", ["thing": "\(scope)"]).status == 422, "it is kept already")
        // What was freed in the calendar by another hand is no fault.
        let first = try #require(try await town.value("SELECT min(id) FROM booking", as: Booking.ID.self))
        try await town.vesna.does { try BlockStore.remove(first, in: $0) }
        try await town.vesna.opens("/staff/club/sessions/1")
        try await town.vesna.sends("sessions/1/cancel", ["reason": "Нема струје"])
        #expect(try await town.count("booking") == 2)
        #expect(try await town.count("club_thing") == 2)
        // Moved, its hall moves along.
        try await town.vesna.opens("/staff/club/sessions/2/edit")
        try await town.vesna.sends("/edit", ["day": town.iso(15)])
        let begins = try #require(try await town.value("SELECT starts FROM club_session WHERE id = 2", as: Int.self))
        #expect(try await town.count("booking WHERE hall = \(hall) AND begins = \(begins)") == 1)
        #expect(try await town.count("booking") == 2)
    }

    @Test func `a kit of the resource centre is booked for the day, and given up with the session`() async throws {
        let town = try await Town(), club = try await town.club(), session = try await town.session(of: club, inDays: 10), centre = town.centre, today = town.today
        let kit = try await town.vesna.does { act in
            let id = try TitleStore.add(TitleDraft("Електро комплет", .kit), at: centre, in: act)
            _ = try CopyStore.takeIn([CopyDraft(acquired: today)], of: id, at: centre, in: act)
            try KitStore.set(KitRule(KitTimes(setUp: 1)), of: id, at: centre, in: act)
            return id
        }
        try await town.vesna.opens("/staff/club/sessions/\(session)")
        #expect(try await town.vesna.sends("sessions/\(session)/kits", ["kit": ""]).status == 422)
        try await town.vesna.opens("/staff/club/sessions/\(session)")
        #expect(try await town.vesna.sends("sessions/\(session)/kits", ["kit": "\(kit)"]).shows("Електро комплет"))
        #expect(try await town.value("SELECT person FROM kit_stop", as: Person.ID.self) == town.milena.id, "whoever heads the club takes it over")
        #expect(try await town.count("loan WHERE state = 'booked'") == 1)
        try await town.vesna.opens("/staff/club/sessions/\(session)")
        let twice = try await town.vesna.sends("sessions/\(session)/kits", ["kit": "\(kit)"])
        #expect(twice.status == 422 && twice.shows(town.say(T.kits.errorTakenUntil(day: .day(today.adding(days: 12))))), "there is one copy")
        try await town.vesna.does { try ClubSessionStore.cancel(session, because: "Квар", at: centre, in: $0) }
        #expect(try await town.count("loan WHERE state = 'booked'") == 0)
        #expect(try await town.count("club_thing") == 0)
    }

    @Test func `who came is told once it has begun, by a mentor, and stands in the figures`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko), other = try await town.workplace("Гимназија", of: town.ruta)
        let club = try await town.club(), session = try await town.session(of: club, inDays: 3), centre = town.centre
        let one = try await town.ana.brings(10, to: session, from: school, of: centre),
            two = try await town.branko.brings(8, to: session, from: school, of: centre)
        #expect(try await town.milena.opens("/me/club/sessions/\(session)").shows("Ана Ђорђевић"))
        await #expect(throws: Problem.self) { try await town.milena.does { try ClubBookingStore.count([:], visitors: ClubVisitors(), of: session, at: centre,
            in: $0) } }
        town.clock.passes(days: 3)
        town.clock.passes(minutes: 300)
        for person in [town.milena, town.ana] { try await person.enters() }
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows("Мост од шпагета"))
        #expect(try await town.ana.opens("/me/club/bookings/\(one)").form("/cancel") == nil, "it is too late to cancel")
        try await town.milena.opens("/me/club/sessions/\(session)")
        #expect(try await town.milena.sends("/count", ["pupils-\(one)": "много"]).status == 422)
        try await town.milena.opens("/me/club/sessions/\(session)")
        let told = try await town.milena.sends("/count", ["pupils-\(one)": "9", "adults-\(one)": "1", "pupils-\(two)": "0", "adults-\(two)": "0", "other": "2"])
        #expect(told.shows(town.say(T.club.saidCounted)) && told.shows(town.say(T.club.didNotCome)))
        #expect(try await !town.vesna.opens("/staff").shows("Мост од шпагета"))
        let page = try await town.vesna.opens("/staff/club/figures?year=2026")
        #expect(page.shows("ОШ „Бистрик“") && page.shows("9"))
        let figures = try await town.finds { try ClubFigureStore.figures(of: 2026, at: centre, in: $0) }
        #expect(figures.together.visitors == ClubVisitors(pupils: 9, teachers: 1, others: 2) && figures.reached.map(\.school.id) == [school])
        #expect(figures.never.isEmpty || figures.never.map(\.id) == [other])
        let sheet = try await town.vesna.browser.send(.get, "/sr/staff/club/figures.xlsx?year=2026")
        #expect(sheet.status == 200)
    }

    @Test func `groups are reminded two days before, once, and not by night`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko), club = try await town.club()
        let session = try await town.session(of: club, places: 10, inDays: 7)
        try await town.ana.brings(8, to: session, from: school, of: town.centre)
        try await town.branko.brings(8, to: session, from: school, of: town.centre)
        try await ClubKeepingStore.tend(town.records)
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == 1)
        town.clock.passes(days: 5)
        for _ in 0..<2 { try await ClubKeepingStore.tend(town.records) }
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == 2 && town.mail.to(town.branko.email).count == 1, "who waits is not reminded")
    }

    @Test(arguments: [1, 2] as [UInt64]) func `many who book, change and cancel at once never have one place twice`(_ seed: UInt64) async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko, town.ruta), club = try await town.club(), centre = town.centre
        let session = try await town.session(of: club, places: 30), people = [town.ana, town.branko, town.ruta]
        for round in 0..<5 {
            await withTaskGroup(of: Void.self) { group in
                for hand in 0..<6 {
                    let roll = Int((seed &* 7919 &+ UInt64(round * 6 + hand) &* 104_729) % 97), person = people[hand % 3]
                    group.addTask {
                        let own = try? await town.value(
                            "SELECT max(id) FROM club_booking WHERE person = \(person.id) AND state <> 'cancelled'", as: ClubBooking.ID.self)
                        if let own, roll % 3 == 0 {
                            _ = try? await person.does { try ClubBookingStore.cancel(own, at: centre, in: $0) }
                        } else if let own, roll % 3 == 1 {
                            _ = try? await person.does { try ClubBookingStore.change(own, to: ClubBookingDraft(grades: [6: 1 + roll % 14]), at: centre,
                                in: $0) }
                        } else {
                            _ = try? await person.brings(1 + roll % 14, "\(round)-\(hand)", to: session, from: school, of: centre)
                        }
                    }
                }
            }
            let taken = try await town.finds { try $0.db.count("SELECT CAST(coalesce(sum(pupils), 0) AS BIGINT) FROM club_booking WHERE state = 'booked'") }
            #expect(taken <= 30, "seed \(seed), round \(round): \(taken)")
            let queue = try await town.finds { act in try ClubBookingStore.queue(of: ClubSessionStore.session(session, at: centre, in: act), in: act) }
            #expect(queue.admitted.isEmpty, "whoever fits has come in")
        }
        #expect(try await town.count("club_booking") > 5)
        let sums = try await town.finds { try $0.db.count("""
            SELECT count(*) FROM club_booking b WHERE b.pupils <> (SELECT sum(g.pupils) FROM club_booking_grade g WHERE g.booking = b.id)
            """) }
        #expect(sums == 0)
    }
}
