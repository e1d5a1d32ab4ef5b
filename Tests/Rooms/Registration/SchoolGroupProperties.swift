import Accounts
import Centres
import Events
import Kernel
import Languages
import Registration
import Schools
import Storage
import Testing
import Town

/// Groups of schools and people who come alone, in any order: no seat is sold twice, nobody is overtaken, and who comes whole is never divided.
@Suite struct SchoolGroupProperties {
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `ninety acts in any order keep the promises`(_ seed: UInt64) async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 6, deadline: town.zone.day(of: town.clock.now).adding(days: 30))
        let people = try await town.crowd(of: 24), staff = Array(people.prefix(16)), keeper = town.milena.id
        let school = try await town.school()
        try await town.milena.looksAfter(school)
        try await town.does { act in for person in staff { try EmploymentStore.add(person, at: school, in: act) } }
        let milena = try #require(try await town.finds { try PersonStore.actor(keeper, in: $0) })
        var dice = Dice(state: seed), seats = 6
        for step in 0..<90 {
            let before = try await standing(town, seminar), person = people[dice.roll(people.count)], groups = before.groups
            let size = 1 + dice.roll(4), unnamed = dice.roll(3), isWhole = dice.roll(2) == 0, from = dice.roll(staff.count)
            let chosen = (0..<size).map { staff[(from + $0) % staff.count] }
            let by = Actor(person: person, name: "")
            switch dice.roll(10) {
            case 0, 1: await attempt(town, by) { _ = try RegistrationStore.apply(person, for: seminar, Application(payer: .free), in: $0) }
            case 2, 3, 4:
                let asked = SchoolGroupAsked(people: chosen.map { ($0, .free) }, unnamed: unnamed, payer: .free, isWhole: isWhole)
                await attempt(town, milena) { _ = try SchoolGroupStore.apply(asked, for: seminar, by: school, in: $0) }
            case 5: await attempt(town, by) { try RegistrationStore.withdraw(open(person, seminar, $0), in: $0) }
            case 6:
                guard let group = groups.first(where: { _ in dice.roll(2) == 0 }) else { break }
                await attempt(town, milena) { act in
                    let found = try SchoolGroupStore.group(group, of: school, in: act)
                    guard let seat = try SchoolGroupStore.seats(of: group, in: act).first(where: { $0.isUnnamed && $0.state.isOpen }) else { return }
                    try SchoolGroupStore.name([seat.id: chosen[0]], in: group, of: school, seen: found.version, in: act)
                }
            case 7:
                guard let group = groups.last else { break }
                await attempt(town, milena) { act in
                    let found = try SchoolGroupStore.group(group, of: school, in: act)
                    guard let seat = try SchoolGroupStore.seats(of: group, in: act).first(where: { !$0.isUnnamed && $0.state.isOpen }) else { return }
                    try SchoolGroupStore.swap(seat.id, to: chosen[0], in: group, of: school, seen: found.version, in: act)
                }
            case 8:
                seats = 3 + dice.roll(6)
                let next = seats
                try await town.change(seminar) { $0.seats = next }
            default: await attempt(town, by) { try RegistrationStore.accept(open(person, seminar, $0), in: $0) }
            }
            // So many seconds that no two come at once.
            try await town.later(minutes: 1 + dice.roll(40))
            let after = try await standing(town, seminar)
            #expect(after.taken <= max(seats, before.taken), "step \(step), seed \(seed): \(after.taken) of \(seats)")
            #expect(after.divided.isEmpty, "step \(step), seed \(seed): a whole group is divided")
            if let gained = after.gained(since: before), let first = after.waiting.first {
                #expect(gained <= first || before.waiting.isEmpty, "step \(step), seed \(seed): overtaken")
            }
        }
        #expect(try await town.count("registration WHERE unnamed AND state = 'offered'") == 0)
    }

    private struct Standing: Sendable {
        var taken = 0
        /// Since when those wait who wait, in their order.
        var waiting: [Instant] = []
        var holders: [Int64: Instant] = [:]
        var groups: [SchoolGroup.ID] = []
        /// Whole groups of which some wait and some have a seat.
        var divided: [SchoolGroup.ID] = []

        func gained(since before: Standing) -> Instant? { holders.filter { before.holders[$0.key] == nil }.map(\.value).max() }
    }

    private func standing(_ town: Town, _ event: Event.ID) async throws -> Standing {
        let all = try await town.registrations(for: event)
        let whole = Set(try await town.finds { act in try act.db.rows("SELECT id FROM school_group WHERE whole").map { try $0["id"] as SchoolGroup.ID } })
        var standing = Standing()
        for registration in all {
            if registration.state.hasSeat {
                standing.taken += registration.people
                standing.holders[registration.id.value] = registration.queued
            } else if registration.state == .waiting, let queued = registration.queued {
                standing.waiting.append(queued)
            }
        }
        let open = Dictionary(grouping: all.filter { $0.state.isOpen }) { $0.schoolGroup }
        standing.groups = open.keys.compactMap(\.self).sorted()
        standing.divided = standing.groups.filter { group in
            whole.contains(group) && Set((open[group] ?? []).map(\.state)).count > 1
        }
        return standing
    }

    private func attempt(_ town: Town, _ by: Actor, _ act: @escaping @Sendable (Act) throws -> Void) async {
        do { try await town.records.write(by: by, act) } catch is Problem {} catch { Issue.record(error) }
    }
}

private func open(_ person: Person.ID, _ event: Event.ID, _ act: Act) throws -> Registration.ID {
    guard let open = try RegistrationStore.open(of: person, for: event, in: act) else { throw Problem.missing }
    return open.id
}

/// The rule itself, as a table.
@Suite struct WholeGroupRules {
    @Test func `nobody passes a group that comes whole, until the offers have ended`() {
        let queue = [Seats.Waiter(seats: 3, isWhole: true), Seats.Waiter(seats: 1), Seats.Waiter(seats: 2, isWhole: true), Seats.Waiter(seats: 1)]
        #expect(Seats.coming(queue, free: 2) == [])
        #expect(Seats.coming(queue, free: 4) == [0, 1])
        #expect(Seats.coming(queue, free: 2, pastWhole: true) == [1, 3])
        #expect(Seats.coming(queue, free: 1, pastWhole: true) == [1])
        #expect(Seats.coming(queue, free: 7) == [0, 1, 2, 3])
    }

    @Test func `a group of pupils holds up all behind it at any time`() {
        let queue = [Seats.Waiter(seats: 3), Seats.Waiter(seats: 1)]
        #expect(Seats.coming(queue, free: 2) == [])
        #expect(Seats.coming(queue, free: 2, pastWhole: true) == [])
    }
}
