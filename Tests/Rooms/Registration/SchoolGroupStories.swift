import Accounts
import Centres
import Delivery
import Events
import Kernel
import Languages
import NIOConcurrencyHelpers
import Registration
import Schools
import Storage
import Testing
import Town

/// A school applies for several of its people in one act.
@Suite struct SchoolGroupStories {
    /// Милена looks after a school in which Ана and Бранко work.
    private func school(_ town: Town, head: Someone? = nil) async throws -> School.ID {
        let school = try await town.school(of: town.ana, town.branko, town.ruta)
        try await town.milena.looksAfter(school)
        try await head?.looksAfter(school, as: .head)
        return school
    }

    private func group(_ town: Town) async throws -> SchoolGroup.ID {
        try #require(try await town.value("SELECT max(id) FROM school_group", as: SchoolGroup.ID.self))
    }

    private func seats(_ town: Town) async throws -> [Registration] {
        let id = try await group(town)
        return try await town.finds { try SchoolGroupStore.seats(of: id, in: $0) }
    }

    @discardableResult
    private func applies(
        _ town: Town, _ people: [Someone], unnamed: Int = 0, whole: Bool = false, to event: Event.ID, by school: School.ID
    ) async throws -> SchoolGroup {
        let asked = SchoolGroupAsked(people: people.map { ($0.id, .school) }, unnamed: unnamed, payer: .school, isWhole: whole)
        return try await town.milena.does { try SchoolGroupStore.apply(asked, for: event, by: school, in: $0) }
    }

    @Test func `named and unnamed seats in one act, a name later, and somebody else in the end`() async throws {
        let town = try await Town()
        let school = try await school(town), seminar = try await town.seminar(seats: 5)
        #expect(try await town.milena.opens("/me/schools/\(school)/events").shows("Дигитална учионица"))
        try await town.milena.opens("/me/schools/\(school)/events/\(seminar)")
        let sent = try await town.milena.sends(
            "/events/\(seminar)", ["people": "\(town.ana.id)", "people": "\(town.branko.id)", "own": "\(town.branko.id)", "unnamed": "1", "payer": "school"])
        #expect(sent.shows("Ана Ђорђевић") && sent.shows(town.say(T.registration.seatUnnamed)))
        var seats = try await seats(town)
        #expect(seats.map(\.state) == [.admitted, .admitted, .admitted])
        #expect(seats.map(\.payer) == [.school, .own, .school])
        #expect(try await town.letter(to: town.ana.email)?.text.contains("Свитац") == true)
        #expect(try await town.letter(to: town.milena.email)?.subject == town.say(T.registration.letterGroupSubject(title: .text("Дигитална учионица"))))
        #expect(try await town.milena.opens("/me").status == 200)
        #expect(try await town.finds { try RegistrationStore.open(of: town.milena.id, for: seminar, in: $0) } == nil, "she herself has not applied")
        #expect(try await town.milena.opens("/registrations/\(seats[2].id)").status == 404)

        try await town.milena.opens("/me/schools/\(school)/groups/\(group(town))")
        let named = try await town.milena.sends("/name", ["seat-\(seats[2].id)": "\(town.ruta.id)"])
        #expect(named.shows("Rūta Žemaitytė") && !named.shows(town.say(T.registration.seatUnnamed)))
        #expect(try await town.letters(to: town.ruta.email) == 1)

        try await town.does { try EmploymentStore.add(town.goran.id, at: school, in: $0) }
        try await town.milena.opens("/me/schools/\(school)/groups/\(group(town))")
        try await town.milena.sends("/swap", ["seat": "\(seats[1].id)", "colleague": "\(town.goran.id)"])
        seats = try await self.seats(town)
        let goran = try #require(seats.first { $0.person == town.goran.id })
        #expect(goran.state == .admitted && goran.payer == .own && goran.queued == seats[0].queued, "the seat, its order and its payer stay")
        #expect(seats.first { $0.person == town.branko.id }?.state == .withdrawn)
        #expect(try await town.letter(to: town.branko.email)?.text.contains("Горан Љубић") == true)
        #expect(try await town.letters(to: town.goran.email) == 1)
        town.clock.passes(days: 36)
        try await town.milena.enters()
        let late = try await town.milena.opens("/me/schools/\(school)/groups/\(group(town))")
        #expect(late.form("/swap") == nil)
        let id = try #require(goran.schoolGroup)
        let version = try await town.milena.does { try SchoolGroupStore.group(id, of: school, in: $0) }.version
        await #expect(throws: Problem.conflict(T.registration.tooLateStarted)) {
            try await town.milena.does { try SchoolGroupStore.swap(goran.id, to: town.branko.id, in: id, of: school, seen: version, in: $0) }
        }
    }

    @Test func `a group larger than the event is refused at once, and says what to do`() async throws {
        let town = try await Town()
        let school = try await school(town), seminar = try await town.seminar(seats: 3)
        try await town.milena.opens("/me/schools/\(school)/events/\(seminar)")
        let refused = try await town.milena.sends("/events/\(seminar)", ["people": "\(town.ana.id)", "people": "\(town.branko.id)", "unnamed": "2", "whole": "yes"])
        #expect(refused.status == 422 && refused.shows(town.say(T.registration.schoolGroupTooLargeForEvent(count: 3))))
        #expect(refused.form("/events/\(seminar)")?.fields.filter { $0.name == "people" }.count == 2, "what was ticked stays")
        #expect(try await town.count("registration") == 0)
        #expect(try await town.count("school_group") == 0)
    }

    @Test func `who comes whole waits whole, nobody passes, and in the end the seats go on`() async throws {
        let town = try await Town()
        let school = try await school(town), seminar = try await town.seminar(seats: 3)
        let crowd = try await town.crowd(of: 2)
        try await town.does { act in for person in crowd { _ = try RegistrationStore.apply(person, for: seminar, Application(payer: .free), in: act) } }
        try await applies(town, [town.ana, town.branko], whole: true, to: seminar, by: school)
        #expect(try await seats(town).map(\.state) == [.waiting, .waiting])
        let goran = try await town.goran.applies(to: seminar)
        #expect(goran.state == .waiting, "one seat is free, and it is theirs first")
        try await town.later(hours: 1)
        #expect(try await town.registration(goran.id).state == .waiting)
        let first = try await town.registrations(for: seminar)[0]
        try await town.records.write(by: Actor(person: first.person, name: "")) { try RegistrationStore.withdraw(first.id, in: $0) }
        #expect(try await seats(town).map(\.state) == [.admitted, .admitted], "now there is room for both: without a word, for the school has said it")
        #expect(try await town.letter(to: town.ana.email)?.subject == town.say(T.registration.letterAdmittedSubject(title: .text("Дигитална учионица"))))

        let other = try await town.seminar("Други", seats: 2)
        try await town.does { act in _ = try RegistrationStore.apply(crowd[0], for: other, Application(payer: .free), in: act) }
        try await applies(town, [town.ana, town.branko], whole: true, to: other, by: school)
        let waits = try await town.goran.applies(to: other)
        try await town.later(days: 31, hours: 1)
        #expect(try await town.registration(waits.id).state == .waiting, "until the offers have ended")
        try await town.later(days: 1)
        #expect(try await town.registration(waits.id).state == .offered, "then what they cannot use goes on in order")
        #expect(try await seats(town).map(\.state) == [.waiting, .waiting], "and nobody divides them")
    }

    @Test func `the head is asked, the places are kept for three working days, then they go on`() async throws {
        let town = try await Town()
        let school = try await school(town, head: town.goran), seminar = try await town.seminar(seats: 2)
        let asked = try await applies(town, [town.ana, town.branko], to: seminar, by: school)
        #expect(try await town.letters(to: town.ana.email) == 0, "nobody is told before the head has spoken")
        #expect(try await town.letter(to: town.goran.email)?.subject == town.say(T.registration.letterApproveSubject(title: .text("Дигитална учионица"))))
        #expect(try await town.ruta.applies(to: seminar).state == .waiting, "the places are kept")
        #expect(try await town.milena.opens("/me/schools/\(school)/groups/\(asked.id)").form("/approve") == nil)
        await #expect(throws: Problem.missing) { try await town.milena.does { try SchoolGroupStore.approve(asked.id, of: school, in: $0) } }
        try await town.goran.opens("/me/schools/\(school)/groups/\(asked.id)")
        try await town.goran.sends("/approve")
        #expect(try await town.letters(to: town.ana.email) == 1)
        #expect(try await town.letter(to: town.milena.email)?.subject == town.say(T.registration.letterApprovedSubject(title: .text("Дигитална учионица"))))

        let other = try await town.seminar("Други", seats: 2)
        let unheard = try await applies(town, [town.ana, town.branko], to: other, by: school)
        let ruta = try await town.ruta.applies(to: other)
        // From Wednesday to the end of Monday.
        #expect(unheard.approveUntil == town.zone.endOfDay(town.zone.day(of: town.clock.now).adding(days: 5)))
        try await town.later(days: 5)
        try await SchoolGroupStore.tendAll(town.records)
        #expect(try await seats(town).map(\.state) == [.admitted, .admitted])
        town.clock.passes(days: 1)
        try await SchoolGroupStore.tendAll(town.records)
        #expect(try await seats(town).map(\.state) == [.withdrawn, .withdrawn])
        #expect(try await town.registration(ruta.id).state == .offered)
        for reader in [town.milena, town.goran] {
            #expect(try await town.letter(to: reader.email)?.subject == town.say(T.registration.letterUnapprovedSubject(title: .text("Други"))))
        }
        #expect(try await town.letters(to: town.ana.email) == 1, "who was never told need not be told that it is over")
    }

    @Test func `names that are missing are asked for once, then their seats go on`() async throws {
        let town = try await Town()
        let school = try await school(town), seminar = try await town.seminar(seats: 3)
        try await applies(town, [town.ana], unnamed: 2, to: seminar, by: school)
        let goran = try await town.goran.applies(to: seminar)
        let page = try await town.milena.opens("/me/schools/\(school)")
        #expect(page.shows(town.say(T.registration.schoolMissing)) && page.shows(town.say(T.registration.schoolNameless(count: 2))))
        // The start is in 35 days, names are due 7 before.
        town.clock.passes(days: 24)
        try await SchoolGroupStore.tendAll(town.records)
        #expect(try await town.letters(to: town.milena.email) == 1, "not yet: only that the application has come")
        town.clock.passes(days: 1)
        try await SchoolGroupStore.tendAll(town.records)
        let subject = town.say(T.registration.letterNamesSubject(title: .text("Дигитална учионица")))
        #expect(try await town.letter(to: town.milena.email)?.subject == subject)
        let letters = try await town.letters(to: town.milena.email)
        town.clock.passes(days: 1)
        try await SchoolGroupStore.tendAll(town.records)
        #expect(try await town.letters(to: town.milena.email) == letters, "once")
        town.clock.passes(days: 3)
        try await SchoolGroupStore.tendAll(town.records)
        #expect(try await seats(town).map(\.state) == [.admitted, .withdrawn, .withdrawn])
        #expect(try await town.registration(goran.id).state == .offered)
        #expect(try await town.letter(to: town.milena.email)?.subject == town.say(T.registration.letterNamesLapsedSubject(title: .text("Дигитална учионица"))))
    }

    @Test func `of seats without a name whoever asked hears once, and names are due before the new days`() async throws {
        let town = try await Town()
        let school = try await school(town), seminar = try await town.seminar(seats: 4)
        let group = try await applies(town, [town.ana], unnamed: 2, to: seminar, by: school)
        let letters = try await town.letters(to: town.milena.email)
        try await town.change(seminar) { plan in for index in plan.sessions.indices { plan.sessions[index].day = plan.sessions[index].day.adding(days: 30) } }
        #expect(try await town.letters(to: town.milena.email) == letters + 1)
        #expect(try await town.letter(to: town.milena.email)?.text.contains("/me/schools/\(school)/groups/\(group.id)") == true)
        let after = try await town.milena.does { try SchoolGroupStore.group(group.id, of: school, in: $0) }
        #expect(after.namesUntil == group.namesUntil?.adding(days: 30))
    }

    @Test func `two who change one group at once: the second is told, and nothing is lost`() async throws {
        let town = try await Town()
        let school = try await school(town), seminar = try await town.seminar(seats: 4)
        try await town.goran.looksAfter(school)
        try await applies(town, [], unnamed: 2, to: seminar, by: school)
        let seats = try await seats(town), path = "/me/schools/\(school)/groups/\(try await group(town))"
        try await town.milena.opens(path)
        try await town.goran.opens(path)
        try await town.milena.sends("/name", ["seat-\(seats[0].id)": "\(town.ana.id)"])
        let second = try await town.goran.sends("/name", ["seat-\(seats[0].id)": "\(town.branko.id)", "seat-\(seats[1].id)": "\(town.ruta.id)"])
        #expect(second.status == 409 && second.shows(town.say(T.registration.schoolGroupChanged)))
        #expect(second.shows("Ана Ђорђевић"), "how it stands now")
        #expect(second.form("/name")?.fields.contains { $0 == ("seat-\(seats[1].id)", "\(town.ruta.id)") } == true, "what was chosen stays")
        try await town.goran.sends("/name")
        let after = try await self.seats(town)
        #expect(after.map(\.person) == [town.ana.id, town.ruta.id])
    }

    @Test func `another school’s numbers open nothing`() async throws {
        let town = try await Town()
        let own = try await school(town), other = try await town.school("ОШ „Бела врба“", of: town.goran)
        let seminar = try await town.seminar(seats: 4)
        let group = try await applies(town, [town.ana], unnamed: 1, to: seminar, by: own)
        try await town.goran.looksAfter(other)
        for path in ["\(own)/events", "\(own)/events/\(seminar)", "\(own)/groups/\(group.id)", "\(other)/groups/\(group.id)"] {
            #expect(try await town.goran.opens("/me/schools/\(path)").status == 404, "\(path)")
        }
        let form = try #require(try await town.goran.opens("/me/schools/\(other)/events/\(seminar)").form("/events/\(seminar)"))
        for path in ["groups/\(group.id)/name", "groups/\(group.id)/swap", "groups/\(group.id)/withdraw", "groups/\(group.id)/approve", "groups/\(group.id)/decline"] {
            for school in [own, other] {
                let moved = form.acting("/sr/me/schools/\(school)/\(path)")
                let page = try await town.goran.browser.post(moved, ["version": "1", "seat": "1", "colleague": "\(town.goran.id)", "which": "all"])
                #expect(page.status == 404, "\(path) of \(school)")
            }
        }
        let strange = try await town.goran.browser.post(form, ["people": "\(town.ana.id)"])
        #expect(strange.status == 422 && strange.shows(town.say(T.registration.schoolGroupNotStaff)), "only one’s own staff")
        #expect(try await seats(town).map(\.state) == [.admitted, .admitted])
    }

    @Test func `a person in two schools is seen by both and counted once`() async throws {
        let town = try await Town()
        let first = try await school(town), second = try await town.school("ОШ „Бела врба“", of: town.ana)
        try await town.goran.looksAfter(second)
        let seminar = try await town.seminar(seats: 4)
        try await applies(town, [town.ana], to: seminar, by: first)
        #expect(try await town.milena.opens("/me/schools/\(first)").shows("Дигитална учионица"))
        let other = try await town.goran.opens("/me/schools/\(second)")
        #expect(other.shows("Дигитална учионица") && other.shows("Ана Ђорђевић"))
        #expect(!other.html.contains("/groups/"), "the group is the other school’s")
        let refused = SchoolGroupAsked(people: [(town.ana.id, .school)], payer: .school)
        await #expect(throws: Problem.invalid("people", T.registration.schoolGroupAlready(names: .text("Ана Ђорђевић")))) {
            try await town.goran.does { _ = try SchoolGroupStore.apply(refused, for: seminar, by: second, in: $0) }
        }
        let event = try await town.event(seminar)
        #expect(try await town.finds { try RegistrationStore.seats(of: event, in: $0).taken } == 1)
        #expect(try await town.vesna.does { try Roll(event, in: $0).rows.count } == 1)
    }

    @Test func `a page of sixty people costs no more questions than one of three, and few`() async throws {
        let town = try await Town()
        let school = try await school(town), seminar = try await town.seminar(seats: 60)
        try await applies(town, [town.ana], to: seminar, by: school)
        let (browser, count) = try CountedDatabase.browser(of: town)
        browser.set(cookie: "session", town.milena.browser.cookie("session"))
        func costs() async throws -> [Int] {
            var costs: [Int] = []
            for path in ["", "/people", "/centre"] {
                try await browser.opens("/me/schools/\(school)\(path)")
                let before = count.withLockedValue { $0 }
                #expect(try await browser.opens("/me/schools/\(school)\(path)").status == 200)
                costs.append(count.withLockedValue { $0 } - before)
            }
            return costs
        }
        let few = try await costs()
        let crowd = try await town.crowd(of: 57)
        try await town.does { act in for person in crowd { try EmploymentStore.add(person, at: school, in: act) } }
        let asked = SchoolGroupAsked(people: crowd.prefix(40).map { ($0, .school) }, payer: .school)
        try await town.milena.does { _ = try SchoolGroupStore.apply(asked, for: seminar, by: school, in: $0) }
        let many = try await costs()
        #expect(many == few)
        #expect(many[0] <= 5, "\(many[0]): who reads, the school, what waits, who comes to what, titles")
        #expect(many[1] <= 5, "\(many[1]): who reads, the school, who works there, who looks after it, who was asked")
        #expect(many[2] <= 15, "\(many[2]): who reads, the school; and what each room has of it")
    }
}
