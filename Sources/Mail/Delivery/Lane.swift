import Dispatch
import Foundation
import Synchronization

/// A thread for calls that block, so that they never hold the few threads that Swift's tasks share. Work is done in the order it came.
final class Lane: Sendable {
    /// Says whether the thread goes on.
    private typealias Job = @Sendable () -> Bool

    private let jobs = Mutex<[Job]>([])
    private let bell = DispatchSemaphore(value: 0)

    /// The thread lives until `close`.
    init(name: String) {
        let thread = Thread { [self] in
            repeat { bell.wait() } while jobs.withLock { $0.removeFirst() }()
        }
        thread.name = name
        thread.start()
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            add {
                continuation.resume(with: Result(catching: work))
                return true
            }
        }
    }

    /// Ends the thread after what was asked before, and after a last piece of work.
    func close(_ last: @escaping @Sendable () -> Void) {
        add {
            last()
            return false
        }
    }

    private func add(_ job: @escaping Job) {
        jobs.withLock { $0.append(job) }
        bell.signal()
    }
}
