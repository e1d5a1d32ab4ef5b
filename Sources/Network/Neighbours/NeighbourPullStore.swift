import Certificates
import Kernel
import Languages
import Storage

/// What came from a neighbour, as rows: all of it in one act, or nothing.
enum NeighbourPullStore {
    /// Nothing is new, and what is here stands.
    static func stand(_ id: Neighbour.ID, in act: Act) throws {
        try act.db.run("""
            UPDATE neighbour SET state = 'good', fault = NULL, fails = 0, tried = \(act.now), heard = \(act.now),
                due = \(PullTimes.next(after: act.now, fails: 0, of: id)) WHERE id = \(id) AND state NOT IN ('paused', 'revoked')
            """)
    }

    /// Nothing was taken. A key that has declared itself lost is never asked for again by itself. Which of its keys it is tells the next index that is believed:
    /// until then nothing counts as checked that the believed one signed.
    static func fail(_ id: Neighbour.ID, _ fault: FeedFault, in act: Act) throws {
        try act.db.hold("neighbour", id.value)
        guard let old = try NeighbourStore.found(id, in: act), old.state != .paused, old.state != .revoked else { return }
        let isRevoked = fault == .revoked, state: Neighbour.State = isRevoked ? .revoked : .faulty
        let due = isRevoked ? nil : PullTimes.next(after: act.now, fails: old.fails + 1, of: id)
        try act.db.run("""
            UPDATE neighbour SET state = \(state), fault = \(fault), fails = fails + 1, tried = \(act.now), due = \(due), tag = '' WHERE id = \(id)
            """)
        guard old.fault != fault else { return }
        let change = Change("fault", from: old.fault?.rawValue ?? "", to: fault.rawValue)
        try act.record(isRevoked ? T.neighbours.deedRevoked : T.neighbours.deedFault, .neighbour(id), changes: [change])
    }

    static func take(_ harvest: NeighbourPull.Harvest, of id: Neighbour.ID, in act: Act) throws {
        try act.db.hold("neighbour", id.value)
        guard let old = try NeighbourStore.found(id, in: act), old.state != .paused, old.state != .revoked else { return }
        let (index, key) = (harvest.index.feed, harvest.index.key)
        // Somebody may have taken another key, or a newer issue, while this one was on its way.
        guard index.sequence >= old.sequence, isStillTrusted(harvest.index, old) else { return }
        guard try index.installation != act.installation else { return try fail(id, .foreign, in: act) }
        guard try !act.db.exists("SELECT 1 AS other FROM neighbour WHERE installation = \(index.installation) AND id <> \(id)") else {
            return try fail(id, .foreign, in: act)
        }
        let site = SiteOrigin(index.content.site)?.text ?? old.address, language = Language(rawValue: index.content.language) ?? .sr
        try act.db.run("""
            UPDATE neighbour SET fingerprint = \(key.id), state = 'good', fault = NULL, installation = \(index.installation), site = \(site), language = \(language),
                tried = \(act.now), heard = \(act.now), due = \(PullTimes.next(after: act.now, fails: 0, of: id)), fails = 0, tag = \(harvest.tag),
                sequence = \(index.sequence), expires = \(index.expires) WHERE id = \(id)
            """)
        if key.id != old.fingerprint {
            try act.record(T.neighbours.deedRolled, .neighbour(id), changes: [Change("fingerprint", from: old.fingerprint, to: key.id)], retention: .register)
        }
        try names(index.content, of: id, in: act)
        try keys(index.content.keys, of: id, in: act)
        for part in harvest.offers {
            try NeighbourOfferStore.set(part.offers, part.kind, of: id, in: act)
            try keep(part.kind, part.sequence, part.made, body: "", of: id, in: act)
        }
        if let figures = harvest.figures {
            let sound = FiguresContent(years: Array(figures.content.years.filter(\.isSound).prefix(50)))
            try keep(.figures, figures.sequence, figures.made, body: String(decoding: FeedJSON.bytes(sound), as: UTF8.self), of: id, in: act)
        }
        if let certificates = harvest.certificates {
            let body = String(decoding: try FeedJSON.bytes(certificates.content), as: UTF8.self)
            try keep(.certificates, certificates.sequence, certificates.made, body: body, of: id, in: act)
            try BroughtRecordStore.end(by: certificates.content.status, of: index.installation, in: act)
        }
        try drop(Set(index.content.feeds.map(\.kind)), of: id, in: act)
    }

    private static func isStillTrusted(_ index: FeedReading.Index, _ old: Neighbour) -> Bool {
        (try? FeedTrust.key(of: index.text, listed: index.feed.content.keys, trusting: old.fingerprint))?.id == index.key.id
    }

    /// What it shares no more goes.
    private static func drop(_ shared: Set<String>, of id: Neighbour.ID, in act: Act) throws {
        for kind in FeedKind.contents where !shared.contains(kind.rawValue) {
            if FeedKind.offers.contains(kind) { try NeighbourOfferStore.set([], kind, of: id, in: act) }
            try act.db.run("DELETE FROM neighbour_feed WHERE neighbour = \(id) AND kind = \(kind)")
        }
    }

    private static func keep(_ kind: FeedKind, _ sequence: Int64, _ made: Instant, body: String, of id: Neighbour.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO neighbour_feed (neighbour, kind, sequence, made, body) VALUES (\(id), \(kind), \(sequence), \(made), \(body))
            ON CONFLICT (neighbour, kind) DO UPDATE SET sequence = excluded.sequence, made = excluded.made, body = excluded.body
            """)
    }

    private static func names(_ content: IndexContent, of id: Neighbour.ID, in act: Act) throws {
        try act.db.run("DELETE FROM neighbour_name WHERE neighbour = \(id)")
        for language in Language.allCases {
            let name = NeighbourOfferDraft.line(content.name[language.rawValue] ?? "", TextLimit.line.rawValue)
            if !name.isEmpty { try act.db.run("INSERT INTO neighbour_name (neighbour, language, name) VALUES (\(id), \(language), \(name))") }
        }
    }

    /// All its keys: what it signed by an earlier one is still its own, unless that one is lost.
    private static func keys(_ keys: [FeedKey], of id: Neighbour.ID, in act: Act) throws {
        for key in keys.prefix(100) {
            guard let bytes = key.key.bytes else { continue }
            try act.db.run("""
                INSERT INTO neighbour_key (neighbour, id, public, revoked) VALUES (\(id), \(key.id), \(bytes), \(key.isRevoked))
                ON CONFLICT (neighbour, id) DO UPDATE SET revoked = neighbour_key.revoked OR excluded.revoked
                """)
        }
    }
}
