import Accounts
package import Centres
package import Claims
import Forms
import Foundation
package import Kernel
import Languages
import Schools
import Storage

/// Papers as they are read.
package enum InvoiceStore {
    // MARK: One

    /// - Throws: `Problem.missing` unless it is the centre's and the actor works there.
    package static func invoice(_ id: Invoice.ID, at centre: Centre.ID, in act: Act) throws -> Invoice {
        guard act.by.coordinates(centre), let invoice = try invoices("i.id = \(id) AND i.centre = \(centre)", in: act).first else { throw Problem.missing }
        return invoice
    }

    /// For whoever pays: the person, or the head of the school.
    package static func own(_ id: Invoice.ID, in act: Act) throws -> Invoice {
        guard let invoice = try invoices("i.id = \(id)", in: act).first, try isOwn(invoice.payer, in: act) else { throw Problem.missing }
        return invoice
    }

    /// Whether the actor pays it, or is the head of the school that does: one rule for claims, papers and slips.
    static func isOwn(_ payer: ClaimPayer.ID, in act: Act) throws -> Bool {
        switch try ClaimPayerStore.payers([payer], in: act)[payer]?.whose {
        case .person(let person): person != nil && person == act.by.person
        case .school(let school): try SchoolTeamStore.isHead(act.by.person, of: school, in: act)
        case .municipality, .body, nil: false
        }
    }

    /// The notes that put a paper right, and the paper that a pro-forma became.
    package static func following(_ id: Invoice.ID, in act: Act) throws -> [InvoiceListed] {
        try listed("i.corrects = \(id) OR i.origin = \(id)", order: "i.id", limit: 100, offset: 0, in: act)
    }

    /// What a paper asks for, or takes back, by parts of claims.
    package static func lines(of id: Invoice.ID, in act: Act) throws -> [(share: ClaimShare.ID, amount: Int)] {
        try act.db.rows("SELECT share, amount FROM invoice_line WHERE invoice = \(id) ORDER BY position").map { (try $0["share"], try $0["amount"]) }
    }

    /// The parts that a reference stands for: a paper's own, or one of a slip. For whoever reads statements.
    package static func shares(reference: Reference, at centre: Centre.ID, in act: Act) throws -> [ClaimShare.ID] {
        if let share = try ClaimShareStore.share(reference: reference, at: centre, in: act) { return [share.id] }
        return try act.db.rows("""
            SELECT l.share FROM invoice_line l JOIN invoice i ON i.id = l.invoice
            WHERE i.reference = \(reference.base) AND i.centre = \(centre) AND i.withdrawn IS NULL ORDER BY l.position
            """).map { try $0["share"] }
    }

    // MARK: Many

    /// - Parameter condition: about an invoice `i`.
    static func invoices(_ condition: SQL, order: SQL = "i.id", limit: Int = 1_000, in act: Act) throws -> [Invoice] {
        try act.db.rows("SELECT i.* FROM invoice i WHERE \(condition) ORDER BY \(order) LIMIT \(limit)").map(Invoice.init(row:))
    }

    static func listed(_ condition: SQL, order: SQL, limit: Int, offset: Int, in act: Act) throws -> [InvoiceListed] {
        try act.db.rows("""
            SELECT i.id, i.kind, i.label, i.buyer, i.day, i.due, i.total, i.taken_back, i.currency, i.standing, i.standing_on, i.withdrawn, y.kind AS payer_kind
            FROM invoice i JOIN payer y ON y.id = i.payer WHERE \(condition) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)
            """).map(InvoiceListed.init(row:))
    }

    package static func list(_ filter: InvoiceFilter, page: Int?, at centre: Centre.ID, in act: Act) throws -> InvoiceList {
        let condition = condition(filter, at: centre, in: act)
        let count = try act.db.count("SELECT count(*) FROM invoice i JOIN payer y ON y.id = i.payer WHERE \(condition)")
        let paging = InvoiceList.paging(page, count: count)
        let lines = try listed(condition, order: "i.day DESC, i.id DESC", limit: InvoiceList.size, offset: paging.offset, in: act)
        let waiting = try act.db.count("""
            SELECT count(DISTINCT h.payer) FROM claim_share h WHERE h.centre = \(centre) AND h.payer IS NOT NULL AND NOT h.gone AND NOT h.invoiced
                AND h.amount + h.debited - h.credited - h.lost > 0
            """)
        return InvoiceList(filter: filter, lines: lines, paging: paging, waiting: waiting)
    }

    /// So many papers are printed as one file.
    package static let printedMost = 300

    /// The same papers whole, to be printed.
    /// - Throws: a conflict where there are more: a file that leaves some out would be taken for all.
    package static func whole(_ filter: InvoiceFilter, at centre: Centre.ID, most: Int = printedMost, in act: Act) throws -> [Invoice] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let found = try invoices(
            "i.id IN (SELECT i.id FROM invoice i JOIN payer y ON y.id = i.payer WHERE \(condition(filter, at: centre, in: act))) AND i.withdrawn IS NULL",
            order: "i.day DESC, i.id DESC", limit: most + 1, in: act)
        guard found.count <= most else { throw Problem.conflict(T.invoices.errorPrint(most: .number(most))) }
        return found
    }

    private static func condition(_ filter: InvoiceFilter, at centre: Centre.ID, in act: Act) -> SQL {
        var parts: [SQL] = ["i.centre = \(centre)"]
        if let kind = filter.kind { parts.append("i.kind = \(kind)") }
        if let payer = filter.payer { parts.append("i.payer = \(payer)") }
        if let year = filter.year { parts.append("i.year = \(year)") }
        if let standing = filter.standing {
            parts.append("i.standing = \(standing)")
            if standing == .none { parts.append("i.kind <> 'proforma' AND y.kind <> 'person'") }
        }
        if !filter.words.isEmpty { parts.append("i.id IN (SELECT f.subject FROM \(act.db.found("invoice", typed: filter.words)) f)") }
        return .joined(parts, " AND ")
    }

    /// Papers of a person, or of schools, the newest first.
    package static func papers(ofPerson person: ID<PersonTag>, at centre: Centre.ID, in act: Act) throws -> [InvoiceListed] {
        try listed("i.centre = \(centre) AND y.person = \(person) AND i.withdrawn IS NULL", order: "i.day DESC, i.id DESC", limit: 50, offset: 0, in: act)
    }

    package static func papers(ofSchool school: ID<SchoolTag>, at centre: Centre.ID, in act: Act) throws -> [InvoiceListed] {
        try listed("i.centre = \(centre) AND y.school = \(school) AND i.withdrawn IS NULL", order: "i.day DESC, i.id DESC", limit: 50, offset: 0, in: act)
    }

    package static func papers(ofPayer payer: ClaimPayer.ID, at centre: Centre.ID, in act: Act) throws -> [InvoiceListed] {
        try listed("i.centre = \(centre) AND i.payer = \(payer)", order: "i.day DESC, i.id DESC", limit: 50, offset: 0, in: act)
    }

    /// On which papers parts of claims stand that hold.
    package static func papers(of shares: [ClaimShare.ID], in act: Act) throws -> [(share: ClaimShare.ID, paper: InvoiceListed)] {
        guard !shares.isEmpty else { return [] }
        let rows = try act.db.rows("SELECT share, invoice FROM invoice_line WHERE share IN \(list: shares) ORDER BY invoice, position")
        let pairs: [(share: ClaimShare.ID, invoice: Invoice.ID)] = try rows.map { (try $0["share"], try $0["invoice"]) }
        guard !pairs.isEmpty else { return [] }
        let papers = try listed("i.id IN \(list: Array(Set(pairs.map(\.invoice)))) AND i.withdrawn IS NULL", order: "i.id", limit: 1_000, offset: 0, in: act)
        let byId = Dictionary(uniqueKeysWithValues: papers.map { ($0.id, $0) })
        return pairs.compactMap { pair in byId[pair.invoice].map { (pair.share, $0) } }
    }

    // MARK: Words that are found

    static func makeFindable(_ id: Invoice.ID, in act: Act) throws {
        guard let row = try act.db.row("SELECT label, buyer, reference FROM invoice WHERE id = \(id)") else { return }
        try act.db.index("invoice", id.value, words(row))
    }

    private static func words(_ row: Row) throws -> SearchText {
        let (label, buyer, reference): (String, String, String) = (try row["label"], try row["buyer"], try row["reference"])
        return SearchText(number: [label, reference].joined(separator: " "), titles: [], bodies: [], names: [buyer])
    }

    static func reindex(in act: Act) throws {
        try act.db.index(many: "invoice", act.db.rows("SELECT id, label, buyer, reference FROM invoice").map { (try $0["id"], try words($0)) })
    }
}

extension Invoice {
    init(row: Row) throws {
        (id, centre, payer, made) = (try row["id"], try row["centre"], try row["payer"], try row["made"])
        let (json, base): (String, String) = (try row["paper"], try row["reference"])
        paper = try JSONDecoder().decode(InvoicePaper.self, from: Data(json.utf8))
        reference = Reference(base)
        takenBack = try row.money("taken_back", "currency")
        (withdrawn, reason, sent) = (try row["withdrawn"], try row["reason"], try row["sent"])
        standing = InvoiceStanding(try row["standing"], on: try row["standing_on"], number: try row["outside_number"], remark: try row["remark"])
        (origin, corrects) = (try row["origin"], try row["corrects"])
    }
}

extension InvoiceListed {
    init(row: Row) throws {
        (id, kind, label, buyer, day, due) = (try row["id"], try row["kind"], try row["label"], try row["buyer"], try row["day"], try row["due"])
        (total, takenBack) = (try row.money("total", "currency"), try row.money("taken_back", "currency"))
        (standing, standingDay) = (try row["standing"], try row["standing_on"])
        let (withdrawn, payer): (Instant?, ClaimPayer.Kind) = (try row["withdrawn"], try row["payer_kind"])
        (isWithdrawn, isPerson) = (withdrawn != nil, payer == .person)
    }
}
