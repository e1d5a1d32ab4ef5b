package import Centres
package import Kernel
import Storage

/// Numbers of papers. The row of a series is held from the giving of a number to the end of the act: whoever asks at the same moment waits, and a number of an
/// act that failed is given again.
package enum InvoiceSeriesStore {
    package static func next(_ kind: InvoiceKind, _ year: Int, at centre: Centre.ID, in act: Act) throws -> Int {
        try act.db.run("""
            INSERT INTO invoice_series (centre, kind, year, last) VALUES (\(centre), \(kind), \(year), 0) ON CONFLICT (centre, kind, year) DO NOTHING
            """)
        let condition: SQL = "centre = \(centre) AND kind = \(kind) AND year = \(year)"
        guard let id: Int64 = try act.db.value("SELECT id FROM invoice_series WHERE \(condition)") else { throw Problem.missing }
        try act.db.hold("invoice_series", id)
        try act.db.run("UPDATE invoice_series SET last = last + 1 WHERE id = \(id)")
        return try act.db.value("SELECT last FROM invoice_series WHERE id = \(id)") ?? 0
    }
}
