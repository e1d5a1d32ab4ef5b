import Foundation
import Kernel
import Languages
import Logging
import Operation
import Queues
import Site
import Storage
import Testing
import Town

/// A network outgrows one machine: then several copies of the program work on one database.
@Suite struct TwoCopiesStories {
    @Test func `two copies share the night's work and the post, and do nothing twice`() async throws {
        let town = try await Town()
        let clock = town.clock
        let second = try App(
            place: town.app.place, database: town.app.place.open(connections: 3), carried: town.app.carried, settings: Settings(data: nil, environment: [:]),
            address: "http://localhost", isDemonstration: false, logger: Logger(label: "second"), courier: town.mail, clock: { clock.now })
        try await town.does { act in
            for number in 0..<30 {
                try act.send(Letter(
                    to: "reader\(number)@bistrik.example", name: "Reader", language: .en, subject: "News \(number)", text: "News", html: "<p>News</p>"))
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for app in [town.app, second] {
                group.addTask {
                    try await app.records.write(by: .system) { try app.timetable.look(in: $0, zone: .utc) }
                    try await app.jobs.drain()
                    try await app.post.deliver()
                }
            }
            try await group.waitForAll()
        }
        #expect(town.mail.all.map(\.to).sorted() == (0..<30).map { "reader\($0)@bistrik.example" }.sorted())
        let names = try FileManager.default.contentsOfDirectory(atPath: town.app.place.data.appending(path: "backups").path)
        #expect(names == ["zbornica-2026-02-04.sqlite"])
        let left = try await town.finds { try $0.db.count("SELECT count(*) FROM job") }
        #expect(left == 0)
        await second.records.database.close()
    }
}
