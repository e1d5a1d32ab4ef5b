package import Centres
package import Claims
package import Kernel
package import Languages
import Storage

/// What is owed, by how late it is, reckoned from the shares themselves.
package enum AgeingStore {
    /// Whom a line of the list stands for.
    package enum By: String, CaseIterable, Sendable { case payer, municipality }

    private struct Owed: Sendable {
        let who: Int64?
        let ageing: Ageing
    }

    /// One page of the list, those first who owe most that is late.
    /// - Parameter offset: nil for all of it.
    package static func board(_ by: By, at centre: Centre.ID, on today: Day, lateOnly: Bool = false, offset: Int?, size: Int = 50, in act: Act) throws -> AgeingBoard {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let all = try by == .payer ? byPayer(at: centre, on: today, in: act) : byMunicipality(at: centre, on: today, in: act)
        let shown = (lateOnly ? all.filter { $0.ageing.late.minor > 0 } : all).sorted {
            ($0.ageing.late.minor, $0.ageing.all.minor, $1.who ?? 0) > ($1.ageing.late.minor, $1.ageing.all.minor, $0.who ?? 0)
        }
        let page = offset.map { Array(shown.dropFirst($0).prefix(size)) } ?? shown
        return AgeingBoard(
            lines: by == .payer ? try payers(page, in: act) : try municipalities(page, in: act), sums: Ageing.sums(shown.map(\.ageing)), count: shown.count,
            remindable: try ReminderStore.due(at: centre, on: today, in: act).count)
    }

    // MARK: Sums

    /// Sums of what is open, by age: the columns of a query over shares `h`.
    private static func columns(on today: Day) -> SQL {
        let days = Age.bounds.map { today.adding(days: -$0) }
        return """
            count(*) AS shares, CAST(sum(CASE WHEN h.due >= \(days[0]) THEN h.rest ELSE 0 END) AS BIGINT) AS fresh,
            CAST(sum(CASE WHEN h.due < \(days[0]) AND h.due >= \(days[1]) THEN h.rest ELSE 0 END) AS BIGINT) AS month,
            CAST(sum(CASE WHEN h.due < \(days[1]) AND h.due >= \(days[2]) THEN h.rest ELSE 0 END) AS BIGINT) AS two,
            CAST(sum(CASE WHEN h.due < \(days[2]) AND h.due >= \(days[3]) THEN h.rest ELSE 0 END) AS BIGINT) AS three,
            CAST(sum(CASE WHEN h.due < \(days[3]) THEN h.rest ELSE 0 END) AS BIGINT) AS longer
            """
    }

    private static func owed(_ row: Row) throws -> Owed {
        let minors: [Int] = [try row["fresh"], try row["month"], try row["two"], try row["three"], try row["longer"]]
        return Owed(who: try row["who"], ageing: Ageing(try row["currency"], minors, shares: try row["shares"]))
    }

    private static func byPayer(at centre: Centre.ID, on today: Day, in act: Act) throws -> [Owed] {
        try act.db.rows("""
            SELECT h.payer AS who, h.currency, \(columns(on: today)) FROM claim_share h
            WHERE h.centre = \(centre) AND h.rest > 0 AND h.payer IS NOT NULL GROUP BY h.payer, h.currency
            """).map(owed)
    }

    private static func byMunicipality(at centre: Centre.ID, on today: Day, in act: Act) throws -> [Owed] {
        try act.db.rows("""
            SELECT coalesce(y.municipality, s.municipality) AS who, h.currency, \(columns(on: today)) FROM claim_share h JOIN payer y ON y.id = h.payer
                LEFT JOIN school s ON s.id = y.school
            WHERE h.centre = \(centre) AND h.rest > 0 GROUP BY coalesce(y.municipality, s.municipality), h.currency
            """).map(owed)
    }

    /// What one payer owes.
    package static func ageing(of payer: ClaimPayer.ID, on today: Day, in act: Act) throws -> [Ageing] {
        try act.db.rows("""
            SELECT h.payer AS who, h.currency, \(columns(on: today)) FROM claim_share h WHERE h.payer = \(payer) AND h.rest > 0 GROUP BY h.payer, h.currency
            """).map { try owed($0).ageing }
    }

    // MARK: Names

    private static func payers(_ page: [Owed], in act: Act) throws -> [AgeingLine] {
        let ids = page.compactMap(\.who).map { ClaimPayer.ID($0) }
        var payers: [ClaimPayer.ID: ClaimPayer] = [:], towns: [ClaimPayer.ID: String] = [:]
        for first in stride(from: 0, to: ids.count, by: 500) {
            let some = Array(Set(ids[first..<min(first + 500, ids.count)]))
            payers.merge(try ClaimPayerStore.payers(some, in: act)) { first, _ in first }
            for row in try act.db.rows("""
                SELECT y.id, m.name FROM payer y LEFT JOIN school s ON s.id = y.school JOIN municipality m ON m.id = coalesce(y.municipality, s.municipality)
                WHERE y.id IN \(list: some)
                """) { towns[try row["id"]] = try row["name"] }
        }
        let reminded = try ReminderStore.last(of: Array(Set(ids)), in: act)
        return page.map { owed in
            let id = owed.who.map { ClaimPayer.ID($0) }, payer = id.flatMap { payers[$0] }
            return AgeingLine(
                payer: id, name: payer?.name ?? "", kind: payer?.whose.kind, municipality: id.flatMap { towns[$0] } ?? "", ageing: owed.ageing,
                reminded: id.flatMap { reminded[$0] })
        }
    }

    private static func municipalities(_ page: [Owed], in act: Act) throws -> [AgeingLine] {
        let names: [Int64: String] = try act.db.rows("SELECT id, name FROM municipality WHERE id IN \(list: page.compactMap(\.who))").reduce(into: [:]) {
            $0[try $1["id"]] = try $1["name"]
        }
        return page.map { owed in
            AgeingLine(payer: nil, name: owed.who.flatMap { names[$0] } ?? "", kind: nil, municipality: "", ageing: owed.ageing, reminded: nil)
        }
    }
}
