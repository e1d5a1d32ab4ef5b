import NIOConcurrencyHelpers
package import NIOCore

/// Who is connected. When more come than there is room for, whoever has waited longest without asking anything goes; nobody goes in the middle of a request.
package final class Connections: Sendable {
    private struct State {
        var count = 0
        /// Those on which no request is open, with the turn in which their waiting began.
        var waiting: [ObjectIdentifier: (channel: any Channel, turn: Int)] = [:]
        var turn = 0

        mutating func wait(_ channel: any Channel) {
            turn += 1
            waiting[ObjectIdentifier(channel)] = (channel, turn)
        }
    }

    private let most: Int
    private let state = NIOLockedValueBox(State())

    /// - Parameter most: how many may be connected at once.
    package init(most: Int) { self.most = most }

    func opens(_ channel: any Channel) {
        let goes = state.withLockedValue { state -> (any Channel)? in
            state.count += 1
            defer { state.wait(channel) }
            guard state.count > most else { return nil }
            guard let oldest = state.waiting.min(by: { $0.value.turn < $1.value.turn }) else { return channel }
            state.waiting[oldest.key] = nil
            return oldest.value.channel
        }
        goes?.close(promise: nil)
    }

    func works(_ channel: any Channel) {
        state.withLockedValue { $0.waiting[ObjectIdentifier(channel)] = nil }
    }

    func waits(_ channel: any Channel) {
        state.withLockedValue { $0.wait(channel) }
    }

    func closes(_ channel: any Channel) {
        state.withLockedValue { state in
            state.count -= 1
            state.waiting[ObjectIdentifier(channel)] = nil
        }
    }
}
