import Synchronization

/// An act that takes long, told beside the records, which show nothing of it before its end: how far it is, and that somebody wants it stopped.
package final class ActUnderway: Sendable {
    private let state: Mutex<(done: Int, total: Int, isStopped: Bool)>

    /// Somebody wants it stopped.
    package struct Stopped: Error {}

    package init(of total: Int) { state = Mutex((0, total, false)) }

    package var seen: (done: Int, total: Int) { state.withLock { ($0.done, $0.total) } }

    /// It begins anew: after a conflict, or a lost connection.
    package func restart() { state.withLock { $0.done = 0 } }

    /// - Throws: `Stopped` when somebody wants it stopped.
    package func step() throws {
        state.withLock { $0.done += 1 }
        try goOn()
    }

    /// Asked once more before the end, when all is done that takes long.
    /// - Throws: `Stopped` when somebody wants it stopped.
    package func goOn() throws {
        if state.withLock({ $0.isStopped }) { throw Stopped() }
    }

    package func stop() { state.withLock { $0.isStopped = true } }
}

/// The long acts of this program. What others of its copies do stands in the records, as far as each copy tells.
package final class ActsUnderway: Sendable {
    private let acts = Mutex<[String: ActUnderway]>([:])

    package subscript(_ name: String) -> ActUnderway? {
        get { acts.withLock { $0[name] } }
        set { acts.withLock { $0[name] = newValue } }
    }
}
