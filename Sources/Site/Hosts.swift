import Certificates
import Forms
import Foundation
import Kernel
import Languages
import NIOConcurrencyHelpers
import Centres
import Web

/// Which centre a host name chooses. Asked at every request, so the signs of the centres are kept in memory for two seconds.
final class Hosts: Sendable {
    private let records: Records
    private let known: Set<String>
    private let state = NIOLockedValueBox<(centres: [Entry], read: Instant)>(([], Instant(seconds: 0)))

    private typealias Entry = (host: String?, sign: CentreSign)

    /// - Parameter known: hosts that are this installation's own, beside those of its centres.
    init(records: Records, known: Set<String>) {
        self.records = records
        self.known = known
    }

    /// With one centre every known host is its; with several the centre's own host decides, and the installation's own host shows the first.
    func centre(_ host: String) async throws -> CentreSign? {
        let centres = try await centres()
        let host = host.lowercased()
        return centres.first { $0.host == host }?.sign ?? (known.contains(host) ? centres.first?.sign : nil)
    }

    /// While the database is away, those that were read last: whoever comes is told so by their own centre.
    private func centres() async throws -> [Entry] {
        let now = records.now
        let kept = state.withLockedValue { $0 }
        if !kept.centres.isEmpty, kept.read <= now, now.seconds - kept.read.seconds < 2 { return kept.centres }
        let address = records.address
        do {
            let centres = try await records.read(as: .system) { try CentreStore.all(in: $0) }.map { ($0.host?.lowercased(), $0.sign(default: address)) }
            state.withLockedValue { $0 = (centres, now) }
            return centres
        } catch _ where !kept.centres.isEmpty { return kept.centres }
    }
}
