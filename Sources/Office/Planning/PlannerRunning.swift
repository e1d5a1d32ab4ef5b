import Kernel
import Languages
import Logging
import NIOConcurrencyHelpers
import Planner
import Queues
import Web

/// The work behind a run: read what it is made of, let the planner beside the program work, keep what it found. It is told in its row how far it is, so that any
/// copy of the program shows it, and stops it.
enum PlannerRunning {
    @Sendable static func work(_ job: Job, _ installation: Installation) async throws {
        let id = try job.decoded(as: PlannerRun.ID.self), records = installation.records
        guard try await records.write(by: .system, { try PlannerRunStore.take(id, in: $0) }) else { return }
        guard let planner = installation.planner else {
            try await records.write(by: .system) { try PlannerRunStore.end(id, .failed, in: $0) }
            return
        }
        let news = NIOLockedValueBox<PlanProgress?>(nil), goesOn = NIOLockedValueBox(true)
        let telling = Task {
            while !Task.isCancelled {
                let said = news.withLockedValue { said in
                    defer { said = nil }
                    return said
                }
                if try await !records.write(by: .system, { try PlannerRunStore.tell(said, of: id, in: $0) }) { goesOn.withLockedValue { $0 = false } }
                try await Task.sleep(for: .milliseconds(500))
            }
        }
        defer { telling.cancel() }
        do {
            let gathered = try await records.read(as: .system) { try PlannerGathering(PlannerRunStore.anyRun(id, in: $0), in: $0) }
            let outcome = try await planner.plan(gathered.job) { progress in
                if let progress { news.withLockedValue { $0 = progress } }
                return goesOn.withLockedValue { $0 }
            }
            telling.cancel()
            try await records.write(by: .system) { act in
                switch outcome {
                case .plan(let plan): try PlannerRunStore.keep(plan, of: id, gathered, in: act)
                case .contradiction(let rules, let isProved): try PlannerRunStore.end(id, .contradiction, rules: rules, isProved: isProved, in: act)
                case .stopped: try PlannerRunStore.end(id, .stopped, in: act)
                }
            }
        } catch {
            // Whatever it was: a run that nobody works at must not stand in the way of the next one.
            installation.logger.error("a term was not planned: \(error)")
            try await records.write(by: .system) { try PlannerRunStore.end(id, .failed, in: $0) }
        }
    }
}
