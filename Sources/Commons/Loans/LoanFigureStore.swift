import Centres
import Kernel
import Languages
import Library
import Storage

enum LoanFigureStore {
    private static let mostShown = 20

    static func figures(of year: Int, at centre: Centre.ID, in act: Act) throws -> LoanFigures {
        guard act.by.lends(at: centre), let first = Day(year: year, month: 1, day: 1), let after = Day(year: year + 1, month: 1, day: 1) else {
            throw Problem.missing
        }
        let zone = try CentreStore.centre(centre, in: act).zone, from = zone.startOfDay(first), until = zone.startOfDay(after)
        let counted: SQL = "l.centre = \(centre) AND l.out_at >= \(from) AND l.out_at < \(until) AND l.state <> 'cancelled'"
        let kinds = try act.db.rows("""
            SELECT t.kind, l.borrower_kind, count(*) AS loans FROM loan l JOIN copy c ON c.id = l.copy JOIN title t ON t.id = c.title WHERE \(counted)
            GROUP BY t.kind, l.borrower_kind
            """).map { (kind: try $0["kind"] as TitleKind, borrower: try $0["borrower_kind"] as BorrowerKind, loans: try $0["loans"] as Int) }
        let lines = TitleKind.allCases.map { kind in
            LoanFigures.Line(kind: kind, loans: Dictionary(kinds.filter { $0.kind == kind }.map { ($0.borrower, $0.loans) }, uniquingKeysWith: +))
        }
        return LoanFigures(
            year: year, lines: lines.filter { $0.sum > 0 }, months: try months(year, zone, counted, in: act), audiences: try audiences(counted, in: act),
            renewals: try act.db.count("SELECT CAST(coalesce(sum(l.renewed), 0) AS BIGINT) FROM loan l WHERE \(counted)"),
            uses: try act.db.count("""
                SELECT CAST(coalesce(sum(u.uses), 0) AS BIGINT) FROM site_use u JOIN copy c ON c.id = u.copy
                WHERE c.centre = \(centre) AND u.day >= \(first) AND u.day < \(after)
                """),
            most: try most(counted, in: act), neverLent: try neverLent(at: centre, in: act), borrowers: try borrowers(counted, in: act))
    }

    /// The months of local time, each by its first moment and the next one's.
    private static func months(_ year: Int, _ zone: Zone, _ counted: SQL, in act: Act) throws -> [Int: Int] {
        try (1...12).reduce(into: [:]) { months, month in
            guard let first = Day(year: year, month: month, day: 1) else { return }
            let (from, until) = (zone.startOfDay(first), zone.startOfDay(first.adding(months: 1)))
            let count = try act.db.count("SELECT count(*) FROM loan l WHERE \(counted) AND l.out_at >= \(from) AND l.out_at < \(until)")
            if count > 0 { months[month] = count }
        }
    }

    private static func audiences(_ counted: SQL, in act: Act) throws -> [(audience: TitleAudience, loans: Int)] {
        try act.db.rows("""
            SELECT t.audience, count(*) AS loans FROM loan l JOIN copy c ON c.id = l.copy JOIN title t ON t.id = c.title WHERE \(counted)
            GROUP BY t.audience ORDER BY loans DESC, t.audience
            """).map { (audience: try $0["audience"], loans: try $0["loans"]) }
    }

    private static func most(_ counted: SQL, in act: Act) throws -> [(title: LibraryTitle, loans: Int)] {
        let rows = try act.db.rows("""
            SELECT c.title, count(*) AS loans FROM loan l JOIN copy c ON c.id = l.copy WHERE \(counted) GROUP BY c.title ORDER BY loans DESC, c.title
            LIMIT \(mostShown)
            """).map { (id: try $0["title"] as LibraryTitle.ID, loans: try $0["loans"] as Int) }
        let titles = try TitleStore.titles(rows.map(\.id), in: act)
        return rows.compactMap { row in titles[row.id].map { ($0, row.loans) } }
    }

    private static func neverLent(at centre: Centre.ID, in act: Act) throws -> (count: Int, of: Int, some: [LibraryTitle]) {
        let shelved: SQL = "t.centre = \(centre) AND EXISTS (SELECT 1 FROM copy c WHERE c.title = t.id AND c.state = 'shelf')"
        let never: SQL = """
            \(shelved) AND NOT EXISTS (SELECT 1 FROM loan l JOIN copy x ON x.id = l.copy
                WHERE x.title = t.id AND l.state <> 'cancelled' AND l.out_at IS NOT NULL)
            """
        let ids: [LibraryTitle.ID] = try act.db.rows("SELECT t.id FROM title t WHERE \(never) ORDER BY t.id LIMIT \(mostShown)").map { try $0["id"] }
        let titles = try TitleStore.titles(ids, in: act)
        return (
            try act.db.count("SELECT count(*) FROM title t WHERE \(never)"), try act.db.count("SELECT count(*) FROM title t WHERE \(shelved)"),
            ids.compactMap { titles[$0] })
    }

    private static func borrowers(_ counted: SQL, in act: Act) throws -> [BorrowerKind: Int] {
        let rows = try act.db.rows("SELECT l.borrower_kind, count(DISTINCT l.borrower) AS people FROM loan l WHERE \(counted) GROUP BY l.borrower_kind")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["borrower_kind"], try $0["people"]) })
    }
}
