import Catalogue
import Centres
import Events
import Foundation
import Kernel
import Languages
package import Logging
import NIOConcurrencyHelpers
import Queues
package import ServiceLifecycle

extension App {
    /// What works beside the pages: the queue of jobs, the post, the timetable.
    package func workers(_ logger: Logger) -> [any Service] {
        let (jobs, post, records, timetable) = (jobs, post, records, timetable)
        return [
            Loop(name: .jobs, pause: .seconds(1), pulse: pulse, logger: logger) { try await jobs.drain(while: $0) },
            Loop(name: .post, pause: .seconds(1), pulse: pulse, logger: logger) { try await post.deliver(while: $0) },
            Loop(name: .timetable, pause: .seconds(10), pulse: pulse, logger: logger) { _ in
                try await records.write(by: .system) { act in
                    try timetable.look(in: act, zone: CentreStore.all(in: act).first?.zone ?? Zone("Europe/Belgrade") ?? .utc)
                }
            },
        ]
    }
}

/// Does its work again and again until the program ends. A fault is logged and tried again later; it never ends the loop.
struct Loop: Service {
    enum Name: String, CaseIterable { case jobs, post, timetable }

    let name: Name
    let pause: Duration
    let pulse: Pulse
    let logger: Logger
    /// - Parameter goesOn: tells whether to begin another piece; the piece in hand is always finished.
    let work: @Sendable (_ goesOn: @escaping @Sendable () -> Bool) async throws -> Void

    func run() async throws {
        let isEnding = NIOLockedValueBox(false)
        await withGracefulShutdownHandler {
            var faults = 0
            while !isEnding.withLockedValue({ $0 }), !Task.isCancelled {
                pulse.beat(name)
                do {
                    try await work { !isEnding.withLockedValue { $0 } }
                    faults = 0
                } catch _ where Task.isCancelled {
                    break
                } catch {
                    faults += 1
                    logger.error("\(name.rawValue): \(error)", metadata: ["time": "\(faults)"])
                }
                let pause = pause * (1 << min(faults, 5))
                await cancelWhenGracefulShutdown { try? await Task.sleep(for: pause) }
            }
        } onGracefulShutdown: {
            isEnding.withLockedValue { $0 = true }
        }
    }
}

/// When each worker was last seen alive.
package final class Pulse: Sendable {
    private let beats = NIOLockedValueBox<[Loop.Name: Instant]>([:])
    /// Longer than any one letter or job may take.
    private static let seconds = 900

    func beat(_ name: Loop.Name, at now: Instant = .now()) {
        beats.withLockedValue { $0[name] = now }
    }

    /// Workers that nobody has seen lately.
    func silent(at now: Instant = .now()) -> [Loop.Name] {
        let beats = beats.withLockedValue { $0 }
        return Loop.Name.allCases.filter { name in beats[name].map { now.seconds(since: $0) > Self.seconds } ?? true }
    }
}
