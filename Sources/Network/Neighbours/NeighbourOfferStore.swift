package import Kernel
package import Languages
import Storage

/// What neighbours offer, as rows: each feed takes the place of the one before, and what stays the same keeps its row.
package enum NeighbourOfferStore {
    // MARK: Reads

    /// Offers of neighbours that were heard of late, events by their beginning and only those that are not over, the rest by title.
    package static func list(_ filter: OfferFilter, limit: Int, offset: Int, in act: Act) throws -> [NeighbourOffer] {
        try act.db.rows("""
            SELECT o.* FROM neighbour_offer o JOIN neighbour n ON n.id = o.neighbour
            WHERE \(condition(filter, in: act))
            ORDER BY CASE WHEN o.state = 'postponed' THEN 1 ELSE 0 END, o.starts NULLS LAST, o.title, o.id LIMIT \(limit) OFFSET \(offset)
            """).map(NeighbourOffer.init(row:))
    }

    package static func count(_ filter: OfferFilter, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM neighbour_offer o JOIN neighbour n ON n.id = o.neighbour WHERE \(condition(filter, in: act))")
    }

    private static func condition(_ filter: OfferFilter, in act: Act) -> SQL {
        var condition: SQL = "o.kind = \(filter.kind) AND \(shown(in: act))"
        if let neighbour = filter.neighbour { condition = "\(condition) AND o.neighbour = \(neighbour)" }
        let words = Fold.query(filter.words)
        if !words.isEmpty { condition = "\(condition) AND o.id IN (SELECT f.subject FROM \(act.db.found("neighbour_offer", words)) f)" }
        return condition
    }

    private static func shown(in act: Act) -> SQL {
        "n.heard > \(act.now.adding(days: -Neighbour.daysShown)) AND n.state <> 'paused' AND (o.ends IS NULL OR o.ends > \(act.now))"
    }

    /// For the search of the site: in either script, with whose offer it is.
    package static func found(_ words: String, limit: Int, in act: Act) throws -> [(offer: NeighbourOffer, neighbour: Neighbour)] {
        let words = Fold.query(words)
        guard !words.isEmpty else { return [] }
        let offers = try act.db.rows("""
            SELECT o.* FROM neighbour_offer o JOIN neighbour n ON n.id = o.neighbour JOIN \(act.db.found("neighbour_offer", words)) f ON f.subject = o.id
            WHERE \(shown(in: act)) AND o.state NOT IN ('cancelled', 'postponed') ORDER BY f.grade, o.starts NULLS LAST, o.id LIMIT \(limit)
            """).map(NeighbourOffer.init(row:))
        guard !offers.isEmpty else { return [] }
        let neighbours = Dictionary(uniqueKeysWithValues: try NeighbourStore.all(in: act).map { ($0.id, $0) })
        return offers.compactMap { offer in neighbours[offer.neighbour].map { (offer, $0) } }
    }

    // MARK: Writes

    /// Takes a feed's offers in the place of those before.
    static func set(_ offers: [NeighbourOfferDraft], _ kind: FeedKind, of neighbour: Neighbour.ID, in act: Act) throws {
        let known = try act.db.rows("SELECT * FROM neighbour_offer WHERE neighbour = \(neighbour) AND kind = \(kind)").map(NeighbourOffer.init(row:))
        var old = Dictionary(uniqueKeysWithValues: known.map { ($0.draft.number, $0) })
        for offer in offers {
            let before = old.removeValue(forKey: offer.number)
            guard before?.draft != offer else { continue }
            let id = try put(offer, over: before?.id, of: neighbour, in: act)
            try act.db.index("neighbour_offer", id.value, words(of: offer))
        }
        for gone in old.values {
            try act.db.unindex("neighbour_offer", gone.id.value)
            try act.db.run("DELETE FROM neighbour_offer WHERE id = \(gone.id)")
        }
    }

    private static func put(_ offer: NeighbourOfferDraft, over id: NeighbourOffer.ID?, of neighbour: Neighbour.ID, in act: Act) throws -> NeighbourOffer.ID {
        guard let id else {
            return NeighbourOffer.ID(try act.db.insert("""
                INSERT INTO neighbour_offer (neighbour, kind, number, title, language, detail, place, house, url, starts, ends, zone, hours, state)
                VALUES (\(neighbour), \(offer.kind), \(offer.number), \(offer.title), \(offer.language), \(offer.detail), \(offer.place), \(offer.house), \(offer.url),
                    \(offer.starts), \(offer.ends), \(offer.zone?.identifier), \(offer.hours), \(offer.state)) RETURNING id
                """))
        }
        try act.db.run("""
            UPDATE neighbour_offer SET title = \(offer.title), language = \(offer.language), detail = \(offer.detail), place = \(offer.place), house = \(offer.house),
                url = \(offer.url), starts = \(offer.starts), ends = \(offer.ends), zone = \(offer.zone?.identifier), hours = \(offer.hours), state = \(offer.state)
            WHERE id = \(id)
            """)
        return id
    }

    static func forget(_ neighbour: Neighbour.ID, in act: Act) throws {
        for row in try act.db.rows("SELECT id FROM neighbour_offer WHERE neighbour = \(neighbour)") { try act.db.unindex("neighbour_offer", row["id"]) }
        try act.db.run("DELETE FROM neighbour_offer WHERE neighbour = \(neighbour)")
    }

    private static func words(of offer: NeighbourOfferDraft) -> SearchText {
        SearchText(
            number: offer.kind == .programmes ? Fold.indexText(offer.detail) : "", title: Fold.indexText(offer.title),
            body: Fold.indexText("\(offer.place) \(offer.house) \(offer.kind == .programmes ? "" : offer.detail)"),
            titleStems: Fold.indexStems(offer.title, in: offer.language))
    }

    package static func reindex(in act: Act) throws {
        let offers = try act.db.rows("SELECT * FROM neighbour_offer ORDER BY id").map(NeighbourOffer.init(row:))
        try act.db.index(many: "neighbour_offer", offers.map { ($0.id.value, words(of: $0.draft)) })
    }

    /// Events that are over are offers no more.
    static func forgetOld(in act: Act) throws {
        for row in try act.db.rows("SELECT id FROM neighbour_offer WHERE ends < \(act.now.adding(days: -Neighbour.daysShown)) ORDER BY id LIMIT 5000") {
            let id: Int64 = try row["id"]
            try act.db.unindex("neighbour_offer", id)
            try act.db.run("DELETE FROM neighbour_offer WHERE id = \(id)")
        }
    }
}

extension NeighbourOffer {
    init(row: Row) throws {
        id = try row["id"]
        neighbour = try row["neighbour"]
        let zone: String? = try row["zone"]
        draft = NeighbourOfferDraft(
            kind: try row["kind"], number: try row["number"], title: try row["title"], language: try row["language"], detail: try row["detail"],
            place: try row["place"], house: try row["house"], url: try row["url"], starts: try row["starts"], ends: try row["ends"],
            zone: zone.flatMap { Zone($0) }, hours: try row["hours"], state: try row["state"])
    }
}
