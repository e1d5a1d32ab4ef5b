import Accounts
import Events
import Kernel
import Languages
import Registration
import Testing
import Town

/// Whatever happens in whatever order, no workshop has more people than seats, nobody is at two places at once and nobody is overtaken.
@Suite struct WorkshopProperties {
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
        let event = try await town.conference(seats: 6, in: 2, afternoon: 3)
        let people = try await town.crowd(of: 10), ids = try await town.workshops(event).map(\.workshop.id)
        var dice = Dice(state: seed)
        for step in 0..<100 {
            let before = try await all(town, event)
            let person = people[dice.roll(people.count)]
            let chosen = ids.filter { _ in dice.roll(2) == 0 }
            @Sendable func open(_ act: Act) throws -> Registration.ID {
                guard let open = try RegistrationStore.open(of: person, for: event, in: act) else { throw Problem.missing }
                return open.id
            }
            switch dice.roll(9) {
            case 0, 1, 2: await attempt(town, person) { _ = try RegistrationStore.apply(person, for: event, Application(payer: .free, workshops: chosen), in: $0) }
            case 3: await attempt(town, person) { try RegistrationStore.withdraw(open($0), in: $0) }
            case 4: await attempt(town, person) { try RegistrationStore.accept(open($0), in: $0) }
            case 5, 6: await attempt(town, person) { try WorkshopStore.choose(chosen, of: open($0), in: $0) }
            case 7:
                let (place, seats) = (1 + dice.roll(3), 1 + dice.roll(4))
                do { try await town.change(event) { $0.sessions[place].seats = seats } } catch is Problem {}
            default: try await town.later(hours: 1 + dice.roll(9))
            }
            try await keepsPromises(town, event, before, "step \(step), seed \(seed)")
        }
    }

    private func keepsPromises(_ town: Town, _ event: Event.ID, _ before: [WorkshopChoice], _ step: String) async throws {
        let after = try await all(town, event)
        for open in try await town.workshops(event) {
            let here = after.filter { $0.workshop.id == open.workshop.id }
            let admitted = here.filter { $0.standing == .admitted }
            #expect(admitted.count <= open.workshop.session.seats, "\(step): \(open.workshop.session.title)")
            #expect(open.seats.offerable == 0, "\(step): a seat stands free while somebody waits")
            let waited = before.filter { $0.workshop.id == open.workshop.id && $0.standing == .waiting }
            // Of those who waited before, nobody passed one who still waits.
            let gained = waited.filter { old in admitted.contains { $0.registration == old.registration } }.compactMap(\.place).max()
            let left = waited.filter { old in here.contains { $0.registration == old.registration && $0.standing == .waiting } }.compactMap(\.place).min()
            if let gained, let left { #expect(gained < left, "\(step): overtaken") }
        }
        let standings = Dictionary(uniqueKeysWithValues: try await town.registrations(for: event).map { ($0.id, $0.state) })
        for choice in after {
            let state = try #require(standings[choice.registration])
            #expect(state.isOpen && (choice.standing == .wished) != state.hasSeat, "\(step): \(state) and \(choice.standing)")
            #expect(!after.contains { $0.registration == choice.registration && $0.workshop.clashes(with: choice.workshop) }, "\(step): at two places")
        }
    }

    private func all(_ town: Town, _ event: Event.ID) async throws -> [WorkshopChoice] {
        try await town.finds { try WorkshopStore.choices(of: try EventStore.event(event, in: $0), in: $0) }
    }

    /// An act that a rule may refuse; anything else that goes wrong is a failure.
    private func attempt(_ town: Town, _ person: Person.ID, _ act: @escaping @Sendable (Act) throws -> Void) async {
        do { try await town.records.write(by: Actor(person: person, name: ""), act) } catch is Problem {} catch { Issue.record(error) }
    }
}
