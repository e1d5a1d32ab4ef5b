import Accounts
import Centres
import Events
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// A school applies for a group: by numbers, under the one rule about seats.
@Suite struct PupilGroupStories {
    private func school(_ town: Town) async throws -> School.ID {
        let place = try await town.municipality("Бистрик", 45.77, 19.11)
        return try await town.does { act in
            try SchoolStore.open(SchoolDetails(name: "ОШ „Свитац“", kind: .primary, municipality: place), in: act)
        }
    }

    private func applies(_ someone: Someone, to event: Event.ID, _ pupils: Int, _ companions: Int = 2, of school: School.ID? = nil) async throws -> Registration {
        let id = someone.id
        let application = Application(school: school, payer: .free, group: PupilGroup(grade: "6-2", pupils: pupils, companions: companions))
        return try await someone.does { try RegistrationStore.apply(id, for: event, application, in: $0) }
    }

    @Test func `a teacher applies for a class, says how many really come, and gets no form for names`() async throws {
        let town = try await Town()
        let school = try await school(town)
        try await town.ana.works(at: school)
        let workshop = try await town.occasion("Workshop for pupils", "Мали физичари", seats: 40)
        let form = try await town.ana.opens("/events/\(workshop)/registration")
        #expect(form.shows(town.say(T.registration.groupRule)) && !form.html.contains("pupil_name"))
        let wrong = try await town.ana.sends("/registration", ["grade": "", "pupils": "двадесет", "companions": "0"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.registration.groupClassMissing)))
        let tooMany = try await town.ana.sends("/registration", ["grade": "6-2", "pupils": "45", "companions": "2"])
        #expect(tooMany.status == 422 && tooMany.shows(town.say(T.registration.groupTooLarge(count: 40))))
        let sent = try await town.ana.sends("/registration", ["pupils": "24", "companions": "2"])
        #expect(sent.shows(town.say(T.registration.saidAdmitted)) && sent.shows("6-2"))
        #expect(try await town.stranger.opens("/events/\(workshop)").shows(town.say(T.events.seatsFree(count: 14))))
        #expect(try await town.vesna.opens("/staff/events/\(workshop)").shows("6-2"))

        // Two stay at home; later four more want to come, and there is room.
        let id = try #require(try await town.registrations(for: workshop).first).id
        try await town.ana.opens("/registrations/\(id)")
        #expect(try await town.ana.sends("/group", ["pupils": "22"]).shows(town.say(T.registration.saidGroupChanged)))
        #expect(try await town.stranger.opens("/events/\(workshop)").shows(town.say(T.events.seatsFree(count: 16))))
        _ = try await applies(town.branko, to: workshop, 8)
        try await town.ana.opens("/registrations/\(id)")
        let more = try await town.ana.sends("/group", ["pupils": "30"])
        #expect(more.status == 422 && more.shows(town.say(T.registration.groupNoRoom(count: 6))))
        #expect(try await town.registration(id).people == 24, "nothing has changed")
    }

    @Test func `a group that does not fit waits, nobody passes it, and it is offered its seats when there are enough`() async throws {
        let town = try await Town()
        let workshop = try await town.occasion("Science club session", "Клуб", seats: 30)
        let first = try await applies(town.ana, to: workshop, 18)
        let large = try await applies(town.branko, to: workshop, 20)
        #expect(first.state == .admitted && large.state == .waiting, "ten are free, and twenty-two are needed")
        let small = try await applies(town.milena, to: workshop, 4)
        #expect(small.state == .waiting, "the small one does not pass the large one")
        #expect(try await town.finds { act in try RegistrationStore.seats(of: try EventStore.event(workshop, in: act), in: act) } == Seats(seats: 30, taken: 20,
            waiting: 2, first: 22))
        await #expect(throws: Problem.conflict(T.registration.refusedNoRoomForGroup(count: 10))) { try await town.vesna.admits(large.id) }

        try await town.ana.withdraws(first.id)
        for group in [large, small] { #expect(try await town.registration(group.id).state == .offered, "now both fit, in their order") }
        try await town.branko.accepts(large.id)
        #expect(try await town.count("registration WHERE event = \(workshop) AND state IN ('admitted', 'offered')") == 2)
    }

    @Test func `where no groups apply, nobody brings one, and where groups do, nobody comes without`() async throws {
        let town = try await Town()
        let workshop = try await town.occasion("Workshop for pupils", seats: 30)
        let ana = town.ana.id
        await #expect(throws: Problem.invalid("grade", T.registration.groupClassMissing)) {
            try await town.ana.does { _ = try RegistrationStore.apply(ana, for: workshop, Application(payer: .free), in: $0) }
        }
        let seminar = try await town.seminar(seats: 30)
        try await town.ana.opens("/events/\(seminar)/registration")
        try await town.ana.sends("/registration", ["payer": "self", "pupils": "20", "companions": "2", "grade": "6-2"])
        #expect(try await town.registrations(for: seminar).first?.people == 1)
    }

    /// A fixed walk, so that a failure can be repeated.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `whatever groups do, no seat is sold twice and none is passed`(_ seed: UInt64) async throws {
        let town = try await Town()
        let workshop = try await town.occasion("Workshop for pupils", seats: 60)
        let teachers = try await town.crowd(of: 12)
        var dice = Dice(state: seed)
        for step in 0..<90 {
            let before = try await town.registrations(for: workshop)
            let teacher = teachers[dice.roll(teachers.count)], pupils = 5 + dice.roll(24)
            let actor = Actor(person: teacher, name: "")
            @Sendable func attempt(_ act: @escaping @Sendable (Act) throws -> Void) async {
                do { try await town.records.write(by: actor, act) } catch is Problem {} catch { Issue.record(error) }
            }
            @Sendable func open(_ act: Act) throws -> Registration.ID {
                guard let open = try RegistrationStore.open(of: teacher, for: workshop, in: act) else { throw Problem.missing }
                return open.id
            }
            let group = PupilGroup(grade: "6", pupils: pupils, companions: 1 + pupils % 3)
            switch dice.roll(7) {
            case 0, 1, 2: await attempt { _ = try RegistrationStore.apply(teacher, for: workshop, Application(payer: .free, group: group), in: $0) }
            case 3: await attempt { try RegistrationStore.withdraw(open($0), in: $0) }
            case 4: await attempt { try RegistrationStore.accept(open($0), in: $0) }
            case 5: await attempt { try RegistrationStore.resize(open($0), to: group, in: $0) }
            default: try await town.later(hours: 1 + dice.roll(9))
            }
            let after = try await town.registrations(for: workshop)
            let taken = after.filter(\.state.hasSeat).reduce(0) { $0 + $1.people }
            #expect(taken <= 60, "step \(step), seed \(seed): \(taken) people")
            // Whoever got a seat in this step had applied before everybody who still waits.
            let had = Set(before.filter(\.state.hasSeat).map(\.id))
            let gained = after.filter { $0.state.hasSeat && !had.contains($0.id) }.map(\.id).max()
            if let gained, let first = after.filter({ $0.state == .waiting }).map(\.id).min(), before.contains(where: { $0.state == .waiting }) {
                #expect(gained < first, "step \(step), seed \(seed): overtaken")
            }
        }
    }
}
