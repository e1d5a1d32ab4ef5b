import Catalogue
package import Centres
package import Kernel
import Languages
import Portfolio
import Storage

/// Calls as rows.
package enum CallStore {
    /// Those by which a centre's people propose: its own, and those of all centres of its country; what counts now in front.
    package static func calls(at centre: Centre.ID, kind: ProposalKind? = nil, in act: Act) throws -> [Call] {
        let country = try CentreStore.centre(centre, in: act).country
        let narrowed: SQL = kind.map { " AND kind = \($0)" } ?? ""
        return try read("WHERE (centre = \(centre) OR (centre IS NULL AND country = \(country)))\(narrowed)", in: act)
    }

    /// - Throws: `Problem.missing` for one of another centre or country.
    package static func call(_ id: Call.ID, at centre: Centre.ID, in act: Act) throws -> Call {
        guard let call = try calls(at: centre, in: act).first(where: { $0.id == id }) else { throw Problem.missing }
        return call
    }

    /// The call that a new proposal begins with: of those that are not put away, the one that ends last.
    static func usual(_ kind: ProposalKind, at centre: Centre.ID, in act: Act) throws -> Call? {
        try calls(at: centre, kind: kind, in: act).first { !$0.details.isRetired }
    }

    static func details(of id: Call.ID, in act: Act) throws -> CallDetails? { try read("WHERE id = \(id)", in: act).first?.details }

    private static func read(_ condition: SQL, in act: Act) throws -> [Call] {
        let rows = try act.db.rows("SELECT * FROM workshop_call \(condition) ORDER BY retired, CASE WHEN closes IS NULL THEN 1 ELSE 0 END, closes DESC, id DESC")
        guard !rows.isEmpty else { return [] }
        let ids: [Call.ID] = try rows.map { try $0["id"] }
        let parts = try Dictionary(grouping: act.db.rows("SELECT * FROM workshop_call_part WHERE call IN \(list: ids) ORDER BY call, kind, place, id")) {
            try $0["call"] as Call.ID
        }
        return try rows.map { row in
            let id: Call.ID = try row["id"]
            return Call(id: id, centre: try row["centre"], details: try CallDetails(row: row, parts: parts[id] ?? []))
        }
    }

    // MARK: Verbs

    /// Puts a call beside the others, or in the place of one.
    /// - Parameter isShared: for all centres of the country, which only an administrator says.
    @discardableResult
    package static func set(_ details: CallDetails, for old: Call.ID?, at centre: Centre.ID, isShared: Bool = false, in act: Act) throws -> Call.ID {
        guard act.by.holds(.director, at: centre), !isShared || act.by.isAdministrator else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        if let old {
            let before = try call(old, at: centre, in: act)
            guard before.centre != nil || act.by.isAdministrator else { throw Problem.missing }
        }
        let owner = isShared ? nil : Optional(centre), title = details.title
        let id: Call.ID
        if let old {
            id = old
            try act.db.run("""
                UPDATE workshop_call SET centre = \(owner), country = \(details.country), kind = \(details.kind), accreditor = \(details.accreditor),
                    cycle = \(details.cycle), title_sr = \(title.sr), title_lt = \(title.lt), title_en = \(title.en), source = \(details.source),
                    admits = \(details.admits), opens = \(details.opens), closes = \(details.closes), ahead_days = \(details.aheadDays),
                    valid_months = \(details.validMonths), complaint_days = \(details.complaintDays), certainty = \(details.certainty.rawValue),
                    retired = \(details.isRetired)
                WHERE id = \(id)
                """)
            try act.db.run("DELETE FROM workshop_call_part WHERE call = \(id)")
        } else {
            id = Call.ID(try act.db.insert("""
                INSERT INTO workshop_call (centre, country, kind, accreditor, cycle, title_sr, title_lt, title_en, source, admits, opens, closes, ahead_days,
                    valid_months, complaint_days, certainty, retired)
                VALUES (\(owner), \(details.country), \(details.kind), \(details.accreditor), \(details.cycle), \(title.sr), \(title.lt), \(title.en),
                    \(details.source), \(details.admits), \(details.opens), \(details.closes), \(details.aheadDays), \(details.validMonths),
                    \(details.complaintDays), \(details.certainty.rawValue), \(details.isRetired)) RETURNING id
                """))
        }
        let columns: [StaticString] = ["call", "kind", "code", "place", "most", "required", "sr", "lt", "en"]
        for (kind, parts) in [("field", details.fields), ("criterion", details.criteria), ("enclosure", details.enclosures)] {
            try act.db.insert(many: Batch("workshop_call_part", columns, rows: parts.enumerated().map { place, part in
                [
                    id.stored, .text(kind), .text(part.code), place.stored, part.most.stored, part.isRequired.stored, .text(part.words.sr), .text(part.words.lt),
                    .text(part.words.en),
                ]
            }))
        }
        try act.record(T.workshop.callSet, .other("workshop_call", id.value), centre: centre, changes: [Change("title", from: "", to: title.said(in: .sr).text)])
        return id
    }
}

extension CallDetails {
    init(row: Row, parts: [Row]) throws {
        self.init(try row["kind"], in: try row["country"], title: CallWords(sr: try row["title_sr"], lt: try row["title_lt"], en: try row["title_en"]))
        accreditor = try row["accreditor"]
        cycle = try row["cycle"]
        source = try row["source"]
        admits = try row["admits"]
        opens = try row["opens"]
        closes = try row["closes"]
        aheadDays = try row["ahead_days"]
        validMonths = try row["valid_months"]
        complaintDays = try row["complaint_days"]
        certainty = Certainty(rawValue: try row["certainty"]) ?? .unconfirmed
        isRetired = try row["retired"]
        func read(_ kind: String) throws -> [CallPart] { try parts.filter { try $0["kind"] as String == kind }.map(CallPart.init(row:)) }
        fields = try read("field")
        criteria = try read("criterion")
        enclosures = try read("enclosure")
    }
}

extension CallPart {
    init(row: Row) throws {
        self.init(
            try row["code"], CallWords(sr: try row["sr"], lt: try row["lt"], en: try row["en"]), most: try row["most"], isRequired: try row["required"])
    }
}
