import Forms
import Kernel
import Languages
import Look
import Queues
import Web

/// What this installation publishes: for the centre's people to show to others, for the administrator to choose.
enum OwnFeedPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(_ visit: Visit, _ form: FilledForm? = nil) async throws -> Screen {
        let site = visit.records.address
        let sight = try await visit.read { act in
            OwnFeedSight(
                address: site, keys: try FeedKeyStore.keys(in: act), shared: try FeedStore.shared(in: act), issues: try FeedStore.issues(in: act))
        }
        return OwnFeedViews(reader: visit.reader).page(sight, form ?? visit.form())
    }

    private static func change(_ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (Act) throws -> Void) async throws -> Answer {
        try await visit.submit {
            try await visit.act { act in
                try deed(act)
                try act.enqueue("neighbours.publish", [String](), once: "neighbours.publish")
                return Redirect(visit.link("/staff/neighbours/own"), said)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func share(_ visit: Visit) async throws -> Answer {
        let (kinds, seal) = (Set(visit.typed.all("kinds").compactMap(FeedKind.init(rawValue:))), visit.seal)
        return try await change(visit, T.common.saved) { try FeedStore.share(kinds, seal: seal, in: $0) }
    }

    @Sendable static func askRoll(_ visit: Visit) async throws -> Answer { visit.page(OwnFeedViews(reader: visit.reader).roll()) }

    @Sendable static func roll(_ visit: Visit) async throws -> Answer {
        let seal = visit.seal
        return try await change(visit, T.neighbours.saidRolled) { try FeedKeyStore.rollOver(seal: seal, in: $0) }
    }

    @Sendable static func revoke(_ visit: Visit) async throws -> Answer {
        let (seal, key) = (visit.seal, visit.parameters["key"] ?? ""), reason = visit.typed.lines("reason-\(key)")
        return try await change(visit, T.neighbours.saidRevoked) { act in
            var faults = Faults()
            faults.limit(reason, "reason-\(key)", .note)
            try faults.check()
            try FeedKeyStore.revoke(key, because: reason, seal: seal, in: act)
        }
    }
}
