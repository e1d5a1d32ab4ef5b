import Centres
import Forms
import Kernel
import Languages
import Library
import Look
import Web

/// Counting shelves with a scanner.
enum StockPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let (takes, shelves) = try await visit.read { (try StockStore.takes(of: centre, in: $0), try CopyStore.shelves(at: centre, in: $0)) }
        return StockViews(reader: visit.reader).list(takes, shelves, form)
    }

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, shelf = visit.typed["shelf"]
        return try await visit.submit {
            try await visit.act { act in
                let id = try StockStore.begin(shelf: shelf, at: centre, in: act)
                return Redirect(visit.link("/staff/stock/\(id)"), T.kits.saidBegun)
            }
        } again: { try await list(visit, $0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let sheet = try await sheet(visit)
        return StockViews(reader: visit.reader).sheet(sheet, form)
    }

    private static func sheet(_ visit: Visit) async throws -> StockSheet {
        let (centre, id): (Centre.ID, StockTake.ID) = (visit.centre.id, try visit.id("take"))
        return try await visit.read { try StockStore.sheet(id, at: centre, in: $0) }
    }

    /// So many labels come in at once, from a scanner that remembers a whole shelf.
    private static let most = 2_000

    /// One label, or many, a line each.
    @Sendable static func scan(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, StockTake.ID) = (visit.centre.id, try visit.id("take"))
        let labels = visit.typed.lines("label").split(whereSeparator: \.isNewline).map { String($0) }.filter { !$0.isEmpty }
        return try await visit.submit {
            guard !labels.isEmpty else { throw Problem.invalid("label", T.common.errorMissing) }
            guard labels.count <= most else { throw Problem.invalid("label", T.kits.errorManyLabels(most: .number(most))) }
            return try await visit.act { act in
                let answers = try labels.map { try StockStore.scan($0, in: id, at: centre, in: act) }
                let said = answers.count == 1 ? answers[0].said : T.kits.saidScanned(count: answers.count)
                let sign = answers.allSatisfy(\.isGood) ? "good" : answers.contains { $0 == .unknown || $0 == .foreign } ? "bad" : "waiting"
                return Redirect(visit.link("/staff/stock/\(id)?sign=\(sign)"), said)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func undo(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, StockTake.ID) = (visit.centre.id, try visit.id("take"))
        return try await visit.submit {
            try await visit.act { act in
                try StockStore.undo(in: id, at: centre, in: act)
                return Redirect(visit.link("/staff/stock/\(id)"), T.kits.saidUndone)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func close(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, StockTake.ID) = (visit.centre.id, try visit.id("take")), moves = visit.typed.has("moves")
        return try await visit.submit {
            try await visit.act { act in
                try StockStore.close(id, moves: moves, at: centre, in: act)
                return Redirect(visit.link("/staff/stock/\(id)"), T.kits.saidClosed)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func report(_ visit: Visit) async throws -> Answer {
        let sheet = try await sheet(visit), centre = visit.centre.id
        let office = try await visit.read { try CentreStore.centre(centre, in: $0) }
        return try await visit.printed(
            KitPaper(t: visit.t, office: office).stock(sheet), with: "report", name: "\(visit.t(T.kits.stockReport)) \(sheet.take.id).pdf")
    }
}

extension StockAnswer {
    var said: Phrase {
        switch self {
        case .verdict(let verdict): T.kits.saidVerdict(verdict: .phrase(verdict.name))
        case .again: T.kits.saidAgain
        case .unknown: T.kits.saidUnknown
        case .foreign: T.kits.saidForeign
        }
    }
}
