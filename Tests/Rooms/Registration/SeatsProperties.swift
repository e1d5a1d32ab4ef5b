import Accounts
import Events
import Kernel
import Languages
import Registration
import Testing
import Town

/// Whatever happens in whatever order, no seat is sold twice and nobody is overtaken.
@Suite struct SeatsProperties {
    /// A fixed walk, so that a failure can be repeated.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `a hundred acts in any order keep the promises`(_ seed: UInt64) async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 4)
        let people = try await town.crowd(of: 14)
        var dice = Dice(state: seed)
        var seats = 4
        var lowered = false
        for step in 0..<100 {
            let before = try await standing(town, seminar)
            let person = people[dice.roll(people.count)]
            @Sendable func open(_ act: Act) throws -> Registration.ID {
                guard let open = try RegistrationStore.open(of: person, for: seminar, in: act) else { throw Problem.missing }
                return open.id
            }
            switch dice.roll(7) {
            case 0, 1, 2: await attempt(town, person) { _ = try RegistrationStore.apply(person, for: seminar, Application(payer: .own), in: $0) }
            case 3: await attempt(town, person) { try RegistrationStore.withdraw(open($0), in: $0) }
            case 4: await attempt(town, person) { try RegistrationStore.accept(open($0), in: $0) }
            case 5:
                let next = 2 + dice.roll(5)
                lowered = next < seats || lowered && before.taken > next
                seats = next
                try await town.change(seminar) { $0.seats = next }
            default: try await town.later(hours: 1 + dice.roll(9))
            }
            let after = try await standing(town, seminar)
            #expect(after.taken <= max(seats, before.taken), "step \(step), seed \(seed): \(after) of \(seats)")
            #expect(after.order == after.order.sorted(), "step \(step): the queue is by time")
            // Whoever got a seat or an offer in this step was before everybody who still waits.
            if let gained = after.gained(since: before), let first = after.order.first {
                #expect(gained <= first || before.waiting == 0, "step \(step), seed \(seed): overtaken")
            }
        }
    }

    private struct Standing: Sendable {
        var taken = 0
        var waiting = 0
        /// Queue numbers of those who wait.
        var order: [Int64] = []
        var holders: [Int64: Int64] = [:]

        /// The highest queue number among new holders of a seat.
        func gained(since before: Standing) -> Int64? { holders.filter { before.holders[$0.key] == nil }.map(\.value).max() }
    }

    private func standing(_ town: Town, _ event: Event.ID) async throws -> Standing {
        var standing = Standing()
        for registration in try await town.registrations(for: event) {
            let id = registration.id.value
            if registration.state.hasSeat {
                standing.taken += 1
                standing.holders[id] = id
            } else if registration.state == .waiting {
                standing.waiting += 1
                standing.order.append(id)
            }
        }
        return standing
    }

    /// An act that a rule may refuse; anything else that goes wrong is a failure.
    private func attempt(_ town: Town, _ person: Person.ID, _ act: @escaping @Sendable (Act) throws -> Void) async {
        do { try await town.records.write(by: Actor(person: person, name: ""), act) } catch is Problem {} catch { Issue.record(error) }
    }
}
