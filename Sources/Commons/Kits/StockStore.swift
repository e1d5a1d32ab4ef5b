package import Centres
package import Kernel
import Languages
import Library
import Loans
import Storage

/// The counting of shelves, as rows.
package enum StockStore {
    private static let shown = 12

    // MARK: Reads

    /// All of a centre, the last first.
    package static func takes(of centre: Centre.ID, in act: Act) throws -> [StockTake] {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        return try act.db.rows("SELECT * FROM stock_take WHERE centre = \(centre) ORDER BY id DESC LIMIT 200").map(StockTake.init(row:))
    }

    package static func take(_ id: StockTake.ID, at centre: Centre.ID, in act: Act) throws -> StockTake {
        guard act.by.lends(at: centre), let take = try act.db.row("SELECT * FROM stock_take WHERE id = \(id) AND centre = \(centre)").map(StockTake.init(row:)) else {
            throw Problem.missing
        }
        return take
    }

    /// A counting as it stands now, or as it was closed.
    package static func sheet(_ id: StockTake.ID, at centre: Centre.ID, in act: Act) throws -> StockSheet {
        let take = try take(id, at: centre, in: act), scans = try scans(of: id, in: act)
        let verdicts: [Copy.ID: StockTake.Result.Verdict]
        let unknown: [String], expected: Int, found: Int
        if take.closed == nil {
            let result = try result(take, scans, in: act)
            (verdicts, unknown, expected, found) = (result.verdicts, result.unknown, result.expected, result[.found])
        } else {
            let frozen = try act.db.rows("SELECT copy, verdict FROM stock_line WHERE take = \(id)")
            var all: [Copy.ID: StockTake.Result.Verdict] = Dictionary(scans.compactMap { $0.copy.map { ($0, .found) } }, uniquingKeysWith: { first, _ in first })
            for row in frozen { all[try row["copy"]] = StockTake.Result.Verdict(rawValue: try row["verdict"]) }
            (verdicts, unknown, expected, found) = (all, scans.filter { $0.copy == nil }.map(\.label), take.expected ?? 0, take.found ?? 0)
        }
        let told = verdicts.filter { $0.value != .found }.keys, last = scans.suffix(shown).reversed()
        let copies = try CopyStore.copies(Array(Set(told).union(last.compactMap(\.copy))), in: act)
        let titles = try TitleStore.titles(Array(Set(copies.values.map(\.title))), in: act)
        func name(_ copy: Copy.ID?) -> String { copy.flatMap { copies[$0] }.flatMap { titles[$0.title]?.name } ?? "" }
        let lines = told.compactMap { id in copies[id].map { StockSheet.Line(copy: $0, title: name(id), verdict: verdicts[id] ?? .found) } }
        return StockSheet(
            take: take, lines: lines.sorted { ($0.copy.draft.shelf, $0.copy.number) < ($1.copy.draft.shelf, $1.copy.number) }, unknown: unknown, expected: expected,
            found: found, last: last.map { scan in (scan, name(scan.copy), scan.copy.flatMap { verdicts[$0] }) })
    }

    private static func scans(of id: StockTake.ID, in act: Act) throws -> [StockScan] {
        try act.db.rows("SELECT label, copy, at FROM stock_scan WHERE take = \(id) ORDER BY id").map {
            StockScan(label: try $0["label"], copy: try $0["copy"], at: try $0["at"])
        }
    }

    private static func result(_ take: StockTake, _ scans: [StockScan], in act: Act) throws -> StockTake.Result {
        let scanned = Set(scans.compactMap(\.copy))
        let shelf = try CopyStore.copies(onShelf: take.shelf.isEmpty ? nil : take.shelf, at: take.centre, in: act)
        let others = try CopyStore.copies(Array(scanned.subtracting(shelf.map(\.id))), in: act).values
        // What was lent after it had been scanned was there.
        let out: [Copy.ID: Instant] = try Dictionary(
            uniqueKeysWithValues: act.db.rows("SELECT copy, out_at FROM loan WHERE centre = \(take.centre) AND state = 'out'").map { (try $0["copy"], try $0["out_at"]) })
        let seen = Dictionary(scans.compactMap { scan in scan.copy.map { ($0, scan.at) } }, uniquingKeysWith: { first, _ in first })
        let known = (shelf + others).map { copy in
            let isOut = out[copy.id].map { left in seen[copy.id].map { left <= $0 } ?? true } ?? false
            return StockTake.Result.Known(copy.id, shelf: copy.draft.shelf, isOnShelf: copy.state == .shelf, isOut: isOut)
        }
        return StockTake.Result(shelf: take.shelf, known: known, scanned: scanned, unknown: scans.filter { $0.copy == nil }.map(\.label))
    }

    // MARK: Verbs of the desk

    /// - Parameter shelf: empty for all.
    @discardableResult
    package static func begin(shelf: String, at centre: Centre.ID, in act: Act) throws -> StockTake.ID {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        guard try shelf.isEmpty || CopyStore.shelves(at: centre, in: act).contains(where: { $0.name == shelf }) else {
            throw Problem.invalid("shelf", T.common.errorChoose)
        }
        try act.db.hold("centre", centre.value)
        if try act.db.exists("SELECT 1 AS stands FROM stock_take WHERE centre = \(centre) AND shelf = \(shelf) AND closed IS NULL") {
            throw Problem.invalid("shelf", T.kits.errorUnderway)
        }
        let id = StockTake.ID(try act.db.insert("""
            INSERT INTO stock_take (centre, shelf, begun, begun_by) VALUES (\(centre), \(shelf), \(act.now), \(act.by.person)) RETURNING id
            """))
        try act.record(T.kits.stockBegunDeed, .stockTake(id), centre: centre)
        return id
    }

    /// Takes in what a scanner sent. The same copy twice counts once.
    @discardableResult
    package static func scan(_ label: String, in id: StockTake.ID, at centre: Centre.ID, in act: Act) throws -> StockAnswer {
        let take = try underway(id, at: centre, in: act)
        guard let copy = try CopyStore.copy(labelled: label, at: centre, in: act), copy.centre == centre else {
            let isForeign = try CopyStore.copy(labelled: label, at: centre, in: act) != nil, text = String(LibraryCode.cleaned(label).prefix(TextLimit.label.rawValue))
            let isNew = try write(text, nil, id, in: act)
            return isForeign ? .foreign : isNew ? .unknown : .again
        }
        guard try !act.db.exists("SELECT 1 AS stands FROM stock_scan WHERE take = \(id) AND copy = \(copy.id)"), try write(copy.label, copy.id, id, in: act) else {
            return .again
        }
        let isOut = try act.db.exists("SELECT 1 AS stands FROM loan WHERE copy = \(copy.id) AND state = 'out'")
        let known = StockTake.Result.Known(copy.id, shelf: copy.draft.shelf, isOnShelf: copy.state == .shelf, isOut: isOut)
        return .verdict(StockTake.Result(shelf: take.shelf, known: [known], scanned: [copy.id], unknown: []).verdicts[copy.id] ?? .found)
    }

    /// - Returns: whether it was not scanned before.
    private static func write(_ label: String, _ copy: Copy.ID?, _ id: StockTake.ID, in act: Act) throws -> Bool {
        try act.db.run("""
            INSERT INTO stock_scan (take, copy, label, at, person) VALUES (\(id), \(copy), \(label), \(act.now), \(act.by.person)) ON CONFLICT (take, label) DO NOTHING
            """) > 0
    }

    /// The last scan was a mistake.
    package static func undo(in id: StockTake.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try underway(id, at: centre, in: act)
        guard let last: Int64 = try act.db.value("SELECT id FROM stock_scan WHERE take = \(id) ORDER BY id DESC LIMIT 1") else {
            throw Problem.conflict(T.kits.errorNoScan)
        }
        try act.db.run("DELETE FROM stock_scan WHERE id = \(last)")
    }

    /// It is over: what was found stays as it was on that day, whatever is lent or moved later.
    /// - Parameter moves: whether what stood on another shelf belongs there from now on.
    package static func close(_ id: StockTake.ID, moves: Bool, at centre: Centre.ID, in act: Act) throws {
        let take = try underway(id, at: centre, in: act), result = try result(take, scans(of: id, in: act), in: act)
        for (copy, verdict) in result.verdicts.sorted(by: { $0.key < $1.key }) where verdict != .found {
            try act.db.run("INSERT INTO stock_line (take, copy, verdict) VALUES (\(id), \(copy), \(verdict.rawValue))")
            if moves, verdict == .misplaced { try CopyStore.move(copy, to: take.shelf, at: centre, in: act) }
        }
        try act.db.run("""
            UPDATE stock_take SET closed = \(act.now), closed_by = \(act.by.person), expected = \(result.expected), found = \(result[.found]) WHERE id = \(id)
            """)
        try act.record(T.kits.stockClosedDeed, .stockTake(id), centre: centre, changes: [
            Change("expected", from: "", to: "\(result.expected)"), Change("found", from: "", to: "\(result[.found])"),
        ])
    }

    private static func underway(_ id: StockTake.ID, at centre: Centre.ID, in act: Act) throws -> StockTake {
        _ = try take(id, at: centre, in: act)
        try act.db.hold("stock_take", id.value)
        let take = try take(id, at: centre, in: act)
        guard take.closed == nil else { throw Problem.conflict(T.kits.errorClosed) }
        return take
    }
}

extension StockTake {
    init(row: Row) throws {
        (id, centre, shelf, begun) = (try row["id"], try row["centre"], try row["shelf"], try row["begun"])
        (closed, expected, found) = (try row["closed"], try row["expected"], try row["found"])
    }
}
