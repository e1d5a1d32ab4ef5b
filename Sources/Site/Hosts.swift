import Foundation
import Kernel
import Languages
import NIOConcurrencyHelpers
import People
import Web

/// Which centre a host name chooses. Asked at every request, so the centres are kept in memory for two seconds.
final class Hosts: Sendable {
    private let records: Records
    private let known: Set<String>
    private let state = NIOLockedValueBox<(centres: [Centre], read: Instant)>(([], Instant(seconds: 0)))

    /// - Parameter known: hosts that are this installation's own, beside those of its centres.
    init(records: Records, known: Set<String>) {
        self.records = records
        self.known = known
    }

    /// With one centre every known host is its; with several the centre's own host decides, and the installation's own host shows the first.
    func centre(_ host: String) async throws -> CentreSign? {
        let centres = try await centres()
        let host = host.lowercased()
        if let own = centres.first(where: { $0.host?.lowercased() == host }) { return own.sign(default: records.address) }
        return known.contains(host) ? centres.first?.sign(default: records.address) : nil
    }

    private func centres() async throws -> [Centre] {
        let now = records.now
        let kept = state.withLockedValue { $0 }
        if !kept.centres.isEmpty, kept.read <= now, now.seconds - kept.read.seconds < 2 { return kept.centres }
        let centres = try await records.read(as: .system) { try CentreStore.all(in: $0) }
        state.withLockedValue { $0 = (centres, now) }
        return centres
    }
}
