import Accounts
import Delivery
import Events
import Kernel
import Languages
import Registration
import Testing
import Town

/// On the day of a conference everybody is expected where they chose to be.
@Suite struct WorkshopDayStories {
    @Test func `each workshop has its own list, and nobody is missing where they never meant to be`() async throws {
        let town = try await Town()
        let event = try await town.conference(in: 5)
        let ana = try await town.applies(town.ana, to: event, choosing: [0]), branko = try await town.applies(town.branko, to: event, choosing: [1, 2])
        try await town.vesna.does { try EventStore.confirm(event, in: $0) }
        let zone = town.zone
        let sessions = try await town.finds { try EventStore.event(event, in: $0).sessions(in: zone) }
        town.clock.becomes(sessions[3].end)
        try await town.vesna.enters(withFactor: true)
        let door = try await town.vesna.opens("/staff/events/\(event)/sessions/\(sessions[1].id)/door")
        #expect(door.shows("Ђорђевић") && !door.shows("Његован"))
        let sheet = try await town.vesna.opens("/staff/events/\(event)/sheet.pdf")
        #expect(sheet.status == 200 && sheet.bytes.starts(with: Array("%PDF".utf8)))

        func roll() async throws -> Roll { try await town.finds { try Roll(EventStore.event(event, in: $0), in: $0) } }
        #expect(try await roll().unmarked(sessions[1].id) == 1)
        for session in sessions { try await town.vesna.does { _ = try AttendanceStore.markRest(session.id, of: event, in: $0) } }
        let marked = try await roll()
        let results = Dictionary(uniqueKeysWithValues: marked.rows.map { ($0.registration, marked.result($0)) })
        #expect(results[ana.id]?.sessions == 2 && results[ana.id]?.isComplete == true)
        #expect(results[branko.id]?.sessions == 3 && results[branko.id]?.isComplete == true)
        #expect(marked.mark(ana.id, sessions[2].id) == nil)

        // Ana went to the other one after all: it takes the place of the one that she chose.
        let (one, other) = (sessions[1].id, sessions[2].id)
        let at = town.clock.now
        try await town.vesna.does { act in
            _ = try AttendanceStore.mark([
                Attendance(registration: ana.id, session: one, mark: .absent, source: .door, at: at),
                Attendance(registration: ana.id, session: other, mark: .present, source: .door, at: at),
            ], of: event, in: act)
        }
        let changed = try await roll()
        let row = try #require(changed.rows.first { $0.registration == ana.id })
        #expect(changed.result(row).sessions == 2 && changed.result(row).isComplete)
    }
}
