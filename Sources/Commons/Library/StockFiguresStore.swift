package import Centres
package import Kernel
import Languages
import Storage

/// Counts of the stock.
package enum StockFiguresStore {
    package static func figures(of year: Int, at centre: Centre.ID, in act: Act) throws -> StockFigures {
        guard act.by.keepsLibrary(of: centre) else { throw Problem.missing }
        let first = "\(year)-01-01", last = "\(year)-12-31"
        let stock = try act.db.rows("""
            SELECT t.kind, count(DISTINCT t.id) AS titles, count(c.id) AS copies FROM title t JOIN copy c ON c.title = t.id
            WHERE t.centre = \(centre) AND c.acquired <= \(last) AND (c.written_off IS NULL OR c.written_off > \(last)) GROUP BY t.kind
            """).reduce(into: [TitleKind: StockFigures.Line]()) { $0[try $1["kind"]] = StockFigures.Line(titles: try $1["titles"], copies: try $1["copies"]) }
        let origins = try act.db.rows("""
            SELECT origin, count(*) AS copies, CAST(COALESCE(sum(price), 0) AS BIGINT) AS price FROM copy
            WHERE centre = \(centre) AND acquired >= \(first) AND acquired <= \(last) GROUP BY origin
            """).reduce(into: [CopyOrigin: StockFigures.Sum]()) { $0[try $1["origin"]] = try sum($1, label: "") }
        let sources = try act.db.rows("""
            SELECT source, count(*) AS copies, CAST(COALESCE(sum(price), 0) AS BIGINT) AS price FROM copy
            WHERE centre = \(centre) AND origin = 'bought' AND acquired >= \(first) AND acquired <= \(last) GROUP BY source ORDER BY count(*) DESC, source LIMIT 100
            """).map { try sum($0, label: $0["source"]) }
        let off = try act.db.rows("""
            SELECT t.kind, count(*) AS copies, CAST(COALESCE(sum(c.price), 0) AS BIGINT) AS price FROM copy c JOIN title t ON t.id = c.title
            WHERE c.centre = \(centre) AND c.written_off >= \(first) AND c.written_off <= \(last) GROUP BY t.kind
            """).reduce(into: [TitleKind: StockFigures.Sum]()) { $0[try $1["kind"]] = try sum($1, label: "") }
        return StockFigures(
            year: year, stock: stock, origins: origins, sources: sources, writtenOff: off, currency: try CentreStore.centre(centre, in: act).currency)
    }

    private static func sum(_ row: Row, label: String) throws -> StockFigures.Sum {
        StockFigures.Sum(label: label, copies: try row["copies"], price: try row["price"])
    }
}
