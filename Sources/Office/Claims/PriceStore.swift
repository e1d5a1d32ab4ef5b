package import Centres
package import Kernel
package import Languages
import Storage

/// The price list, the reductions and the rule about time as rows.
package enum PriceStore {
    private static let most = 500

    // MARK: Prices

    /// All prices of a centre: those that hold or will first, by kind and name.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Price] {
        try act.db.rows("SELECT * FROM price WHERE centre = \(centre) ORDER BY kind, name, starts DESC, id LIMIT \(most)").map(Price.init(row:))
    }

    /// What holds on a day.
    package static func prices(of centre: Centre.ID, on day: Day, in act: Act) throws -> [Price] {
        try act.db.rows("""
            SELECT * FROM price WHERE centre = \(centre) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) ORDER BY kind, name, id LIMIT \(most)
            """).map(Price.init(row:))
    }

    package static func price(_ id: Price.ID, at centre: Centre.ID, in act: Act) throws -> Price {
        guard let row = try act.db.row("SELECT * FROM price WHERE id = \(id) AND centre = \(centre)") else { throw Problem.missing }
        return try Price(row: row)
    }

    @discardableResult
    package static func add(_ details: PriceDetails, at centre: Centre.ID, in act: Act) throws -> Price.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let id = Price.ID(try act.db.insert("""
            INSERT INTO price (centre, kind, name, covers, amount, currency, starts, ends, article)
            VALUES (\(centre), \(details.kind), \(details.name), \(details.covers), \(details.amount.minor), \(details.amount.currency), \(details.starts),
                    \(details.ends), \(details.article)) RETURNING id
            """))
        try act.record(T.claims.priceAddedDeed, .price(id), centre: centre, changes: [
            Change("name", from: "", to: details.name), Change("amount", from: "", to: "\(details.amount.minor)"),
        ])
        try act.touchPublicPages()
        return id
    }

    /// Changes a price. What was claimed by it before keeps what it was.
    package static func edit(_ id: Price.ID, to details: PriceDetails, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let before = try price(id, at: centre, in: act).details
        try act.db.run("""
            UPDATE price SET kind = \(details.kind), name = \(details.name), covers = \(details.covers), amount = \(details.amount.minor),
                currency = \(details.amount.currency), starts = \(details.starts), ends = \(details.ends), article = \(details.article) WHERE id = \(id)
            """)
        try act.record(T.claims.priceChangedDeed, .price(id), centre: centre, changes: [
            Change("name", from: before.name, to: details.name), Change("amount", from: "\(before.amount.minor)", to: "\(details.amount.minor)"),
            Change("starts", from: before.starts.iso, to: details.starts.iso), Change("ends", from: before.ends?.iso ?? "", to: details.ends?.iso ?? ""),
            Change("article", from: before.article, to: details.article),
        ])
        try act.touchPublicPages()
    }

    // MARK: Reductions

    package static func reductions(of centre: Centre.ID, in act: Act) throws -> [Reduction] {
        try act.db.rows("SELECT * FROM reduction WHERE centre = \(centre) ORDER BY starts DESC, id LIMIT \(most)").map(Reduction.init(row:))
    }

    package static func reduction(_ id: Reduction.ID, at centre: Centre.ID, in act: Act) throws -> Reduction {
        guard let row = try act.db.row("SELECT * FROM reduction WHERE id = \(id) AND centre = \(centre)") else { throw Problem.missing }
        return try Reduction(row: row)
    }

    @discardableResult
    package static func add(_ details: ReductionDetails, at centre: Centre.ID, in act: Act) throws -> Reduction.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let id = Reduction.ID(try act.db.insert("""
            INSERT INTO reduction (centre, kind, name, people, percent, days, starts, ends, article)
            VALUES (\(centre), \(details.kind), \(details.name), \(details.people), \(details.percent), \(details.days), \(details.starts), \(details.ends),
                    \(details.article)) RETURNING id
            """))
        try act.record(T.claims.reductionAddedDeed, .reduction(id), centre: centre, changes: [Change("name", from: "", to: details.name)])
        try act.touchPublicPages()
        return id
    }

    package static func edit(_ id: Reduction.ID, to details: ReductionDetails, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let before = try reduction(id, at: centre, in: act).details
        try act.db.run("""
            UPDATE reduction SET kind = \(details.kind), name = \(details.name), people = \(details.people), percent = \(details.percent), days = \(details.days),
                starts = \(details.starts), ends = \(details.ends), article = \(details.article) WHERE id = \(id)
            """)
        func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
        try act.record(T.claims.reductionChangedDeed, .reduction(id), centre: centre, changes: [
            Change("name", from: before.name, to: details.name), Change("kind", from: before.kind.rawValue, to: details.kind.rawValue),
            Change("people", from: number(before.people), to: number(details.people)), Change("percent", from: number(before.percent), to: number(details.percent)),
            Change("days", from: number(before.days), to: number(details.days)), Change("starts", from: before.starts.iso, to: details.starts.iso),
            Change("ends", from: before.ends?.iso ?? "", to: details.ends?.iso ?? ""),
        ])
        try act.touchPublicPages()
    }

    // MARK: The rule about time

    /// All that was decided, the newest first.
    package static func rules(of centre: Centre.ID, in act: Act) throws -> [ClaimRule] {
        try act.db.rows("SELECT * FROM claim_rule WHERE centre = \(centre) ORDER BY starts DESC LIMIT 100").map(ClaimRule.init(row:))
    }

    /// What holds on a day; where nothing was decided, the usual.
    package static func rule(of centre: Centre.ID, on day: Day, in act: Act) throws -> ClaimRule {
        try act.db.row("SELECT * FROM claim_rule WHERE centre = \(centre) AND starts <= \(day) ORDER BY starts DESC LIMIT 1").map(ClaimRule.init(row:))
            ?? ClaimRule(from: day)
    }

    /// A rule from a day on; one of the same day takes its place.
    package static func set(_ rule: ClaimRule, at centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        let before = try self.rule(of: centre, on: rule.starts, in: act)
        try act.db.run("""
            INSERT INTO claim_rule (centre, starts, due_days, keep_years, article)
            VALUES (\(centre), \(rule.starts), \(rule.dueDays), \(rule.keepYears), \(rule.article))
            ON CONFLICT (centre, starts) DO UPDATE SET due_days = excluded.due_days, keep_years = excluded.keep_years, article = excluded.article
            """)
        try act.record(T.claims.ruleDeed, .centre(centre), centre: centre, changes: [
            Change("starts", from: before.starts.iso, to: rule.starts.iso), Change("due_days", from: "\(before.dueDays)", to: "\(rule.dueDays)"),
            Change("keep_years", from: "\(before.keepYears)", to: "\(rule.keepYears)"),
        ])
    }
}

extension Price {
    init(row: Row) throws {
        (id, centre) = (try row["id"], try row["centre"])
        details = PriceDetails(
            try row["kind"], try row["name"], try row.money("amount", "currency"), from: try row["starts"], to: try row["ends"], covers: try row["covers"],
            article: try row["article"])
    }
}

extension Reduction {
    init(row: Row) throws {
        self.init(id: try row["id"], ReductionDetails(
            try row["kind"], try row["name"], people: try row["people"], percent: try row["percent"], days: try row["days"], from: try row["starts"],
            to: try row["ends"], article: try row["article"]))
    }
}

extension ClaimRule {
    init(row: Row) throws {
        self.init(from: try row["starts"], dueDays: try row["due_days"], keepYears: try row["keep_years"], article: try row["article"])
    }
}
