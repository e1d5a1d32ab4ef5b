package import Kernel
package import Languages
package import Portfolio
import Storage

/// A neighbour that comes with an invented land: it stands nowhere, and is known as if it had been asked just now.
package struct BroughtNeighbour: Sendable {
    let address: SiteOrigin
    let names: [Language: String]
    let language: Language
    fileprivate let pair = FeedKeyPair.made()

    package init?(_ address: String, _ language: Language, _ names: [Language: String]) {
        guard let address = SiteOrigin(address) else { return nil }
        (self.address, self.language, self.names) = (address, language, names)
    }

    fileprivate var installation: String { "invented \(address.host)" }

    /// A record that it gave somebody.
    package func record(of name: String, _ items: [PortfolioRecord.Item], made: Instant) throws -> RecordFile {
        let house = TakenRecord.House(
            installation: installation, site: address.text, name: Dictionary(uniqueKeysWithValues: names.map { ($0.key.rawValue, $0.value) }),
            language: language.rawValue)
        let taken = TakenRecord(
            PortfolioRecord(name: name, items: items), of: TakenRecord.Holder(name: name, address: nil), from: house, certificates: [], serial: Token.random().text,
            made: made.iso)
        return try RecordFile(FeedJSON.bytes(SignedText.make(FeedJSON.bytes(taken), .record, by: pair, isAlone: true)))
    }
}

extension NeighbourStore {
    /// An invented one becomes a neighbour.
    /// - Parameters:
    ///   - heard: when it was last heard; what it offers and counts is of that moment.
    ///   - fault: why nothing came since.
    @discardableResult
    package static func bring(
        _ one: BroughtNeighbour, offers: [NeighbourOfferDraft], figures: [YearFigures], heard: Instant, fault: FeedFault? = nil, in act: Act
    ) throws -> Neighbour.ID {
        let isLost = fault == .revoked, state: Neighbour.State = isLost ? .revoked : fault == nil ? .good : .faulty
        let id = Neighbour.ID(try act.db.insert("""
            INSERT INTO neighbour (address, fingerprint, state, fault, installation, site, language, added, added_by, tried, heard, due, fails, sequence, expires)
            VALUES (\(one.address.text), \(one.pair.id), \(state), \(fault), \(one.installation), \(one.address.text), \(one.language),
                \(heard.adding(days: -60)), \(act.by.person), \(act.now), \(heard), \(isLost ? nil : act.now.adding(minutes: PullTimes.minutes)),
                \(fault == nil ? 0 : 5), \(heard.seconds), \(heard.adding(days: FeedHead.days)))
            RETURNING id
            """))
        for (language, name) in one.names.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try act.db.run("INSERT INTO neighbour_name (neighbour, language, name) VALUES (\(id), \(language), \(name))")
        }
        try act.db.run("INSERT INTO neighbour_key (neighbour, id, public, revoked) VALUES (\(id), \(one.pair.id), \(one.pair.publicKey.bytes ?? []), \(isLost))")
        for kind in FeedKind.offers { try NeighbourOfferStore.set(offers.filter { $0.kind == kind }, kind, of: id, in: act) }
        if !figures.isEmpty {
            let body = String(decoding: try FeedJSON.bytes(FiguresContent(years: figures)), as: UTF8.self)
            try act.db.run("INSERT INTO neighbour_feed (neighbour, kind, sequence, made, body) VALUES (\(id), 'figures', \(heard.seconds), \(heard), \(body))")
        }
        try act.record(T.neighbours.deedAdded, .neighbour(id), changes: [Change("address", from: "", to: one.address.text)])
        if isLost { try act.record(T.neighbours.deedRevoked, .neighbour(id)) }
        return id
    }
}
