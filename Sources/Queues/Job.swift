import Foundation
package import Kernel
package import Languages
import Storage

/// Work that may wait, put into the queue in the same transaction as the act that needs it.
package struct Job: Sendable {
    package let id: Int64
    package let kind: String
    package let payload: String
    package let tries: Int

    /// Whether it is given up if it fails once more.
    package var isLastTry: Bool { tries >= JobQueue.triesMax }

    package func decoded<T: Decodable>(as type: T.Type = T.self) throws -> T {
        try JSONDecoder().decode(T.self, from: Data(payload.utf8))
    }
}

extension Act {
    /// - Parameters:
    ///   - once: a name. While a job of that name waits, no second one is added. If it is just being done, it is done once more afterwards; if it was
    ///     given up, it is tried again.
    ///   - due: the earliest moment.
    package func enqueue(_ kind: StaticString, _ payload: some Encodable, once: String? = nil, due: Instant? = nil) throws {
        let json = String(decoding: try JSONEncoder().encode(payload), as: UTF8.self)
        try db.run("""
            INSERT INTO job (kind, payload, once, due) VALUES (\(kind.description), \(json), \(once), \(due ?? now))
            ON CONFLICT (once) DO UPDATE SET tries = 0, dead = \(false), lease = NULL, due = excluded.due WHERE job.dead OR job.lease IS NOT NULL
            """)
    }
}

/// The worker of the queue. Several copies of the program may work on one queue: a job is claimed with a lease.
package struct JobQueue: Sendable {
    package typealias Work = @Sendable (Job, Records) async throws -> Void

    private let records: Records
    private let work: [String: Work]
    private static let leaseSeconds = 300
    static let triesMax = 8

    package init(records: Records, work: [String: Work]) {
        self.records = records
        self.work = work
    }

    /// Does all that is due now.
    /// - Parameter goesOn: asked before each job.
    /// - Returns: how many were done or tried.
    @discardableResult
    package func drain(while goesOn: @Sendable () -> Bool = { true }) async throws -> Int {
        var count = 0
        while goesOn(), let job = try await claim() {
            count += 1
            do {
                guard let work = work[job.kind] else { throw StorageError.missing("no worker for \(job.kind)") }
                try await work(job, records)
                try await records.write(by: .system) { try $0.db.run("DELETE FROM job WHERE id = \(job.id) AND tries = \(job.tries)") }
            } catch {
                try await postpone(job, because: error)
            }
        }
        return count
    }

    /// Since when the job that waits longest is due, and how many were given up.
    package static func state(in act: Act) throws -> (waitingSince: Instant?, dead: Int) {
        let waiting: Instant? = try act.db.value("SELECT min(due) AS due FROM job WHERE NOT dead AND due <= \(act.now)")
        return (waiting, try act.db.count("SELECT count(*) FROM job WHERE dead"))
    }

    private func claim() async throws -> Job? {
        try await records.write(by: .system) { act in
            let lock: SQL = act.db.engine == .postgresql ? "FOR UPDATE SKIP LOCKED" : ""
            return try act.db.row("""
                UPDATE job SET lease = \(act.now.adding(seconds: Self.leaseSeconds)), tries = tries + 1
                WHERE id = (SELECT id FROM job WHERE NOT dead AND due <= \(act.now) AND (lease IS NULL OR lease < \(act.now)) ORDER BY due, id LIMIT 1 \(lock))
                RETURNING id, kind, payload, tries
                """).map { Job(id: try $0["id"], kind: try $0["kind"], payload: try $0["payload"], tries: try $0["tries"]) }
        }
    }

    private func postpone(_ job: Job, because error: any Error) async throws {
        try await records.write(by: .system) { act in
            let isDead = job.tries >= Self.triesMax
            try act.db.run("""
                UPDATE job SET lease = NULL, dead = \(isDead), fault = \("\(error)"), due = \(act.now.adding(seconds: Backoff.seconds(after: job.tries)))
                WHERE id = \(job.id) AND tries = \(job.tries)
                """)
        }
    }
}

/// How long to wait after a failure: half a minute, doubled each time, at most six hours.
package enum Backoff {
    package static func seconds(after tries: Int) -> Int {
        min(30 << min(max(tries - 1, 0), 10), 21_600)
    }
}
