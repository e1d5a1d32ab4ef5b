import Kernel
import Languages
import Queues
import Site
import Storage
import Testing

@Suite struct TimetableStories {
    @Test(arguments: [
        // An ordinary night, its evening before and its morning after.
        ("2026-02-04T01:29:59Z", "2026-02-03T01:30:00Z"), ("2026-02-04T01:30:00Z", "2026-02-04T01:30:00Z"), ("2026-02-04T12:00:00Z", "2026-02-04T01:30:00Z"),
        // Summer time skips half past two; it is done an hour later on the wall.
        ("2026-03-29T01:29:59Z", "2026-03-28T01:30:00Z"), ("2026-03-29T01:30:00Z", "2026-03-29T01:30:00Z"), ("2026-03-30T00:30:00Z", "2026-03-30T00:30:00Z"),
        // When it ends half past two comes twice; it is done the first time.
        ("2026-10-25T00:29:59Z", "2026-10-24T00:30:00Z"), ("2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z"), ("2026-10-25T01:30:00Z", "2026-10-25T00:30:00Z"),
    ])
    func `half past two comes once a night, whatever the clocks do`(_ now: String, _ due: String) throws {
        let when = Timetable.When.daily(try #require(ClockTime(hour: 2, minute: 30)))
        let zone = try #require(Zone("Europe/Belgrade"))
        #expect(when.last(until: try #require(Instant(iso: now)), in: zone).iso == due)
    }

    @Test func `an hourly line is due at the full hour`() throws {
        let now = try #require(Instant(iso: "2026-02-04T12:59:59Z"))
        #expect(Timetable.When.every(minutes: 60).last(until: now, in: .utc).iso == "2026-02-04T12:00:00Z")
    }

    @Test func `what has come due is done once, however many look`() async throws {
        let town = try await Town()
        let zone = try #require(Zone("Europe/Belgrade"))
        let line = Timetable.Line("chore", .every(minutes: 1)) { _, _ in }
        let timetable = Timetable([line])
        let waiting: @Sendable (Act) throws -> Int = { try $0.db.count("SELECT count(*) FROM job WHERE kind = 'chore'") }
        let look: @Sendable (Act) throws -> Void = { try timetable.look(in: $0, zone: zone) }
        try await town.app.records.write(by: .system, look)
        #expect(try await town.app.records.read(as: .system, waiting) == 1)
        let queue = JobQueue(records: town.app.records, work: timetable.work)
        try await queue.drain()
        try await town.app.records.write(by: .system, look)
        #expect(try await town.app.records.read(as: .system, waiting) == 0)
        town.clock.passes(minutes: 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try await town.app.records.write(by: .system, look) } }
            try await group.waitForAll()
        }
        #expect(try await town.app.records.read(as: .system, waiting) == 1)
    }
}
