package import Centres
import Events
package import Kernel
package import Languages
package import Storage

/// What is planned, reserved and spent of sources. Each verb holds the source first, then counts, then posts: reserved and spent never exceed the plan,
/// however many take of it at once.
package enum PurseMoneyStore {
    // MARK: Reads

    /// What stands against taking it; nothing where it may be taken.
    package static func refusals(of use: PurseUse, from id: Purse.ID, at centre: Centre.ID, in act: Act) throws -> [PurseRefusal] {
        let purse = try PurseStore.purse(id, at: centre, in: act)
        return PurseCheck.refusals(of: use, from: purse, try standing(of: purse, for: use, in: act))
    }

    private static func standing(of purse: Purse, for use: PurseUse, in act: Act) throws -> PurseStanding {
        let sum = try sum(of: purse.id, year: use.year, in: act)
        func taken(_ condition: SQL) throws -> Int {
            try act.db.count("""
                SELECT CAST(coalesce(sum(l.amount), 0) AS BIGINT) AS amount FROM ledger_line l JOIN ledger_account a ON a.id = l.account
                WHERE l.purse = \(purse.id) AND a.role IN ('reserved', 'spent') AND \(condition)
                """)
        }
        return PurseStanding(
            left: sum.planned.map { $0 - sum.taken }, taken: try taken("1 = 1"), takenByPerson: try use.person.map { try taken("l.person = \($0)") } ?? 0,
            takenByEvent: try use.event.map { try taken("l.event = \($0)") } ?? 0)
    }

    /// Of one year of a source. Where another year of it was planned, but not this one, nothing is.
    package static func sum(of id: Purse.ID, year: Int, in act: Act) throws -> PurseSum { try sums(of: [id], year: year, in: act)[id] ?? PurseSum() }

    /// The same of several, each once.
    package static func sums(of ids: [Purse.ID], year: Int, in act: Act) throws -> [Purse.ID: PurseSum] {
        guard !ids.isEmpty else { return [:] }
        var sums: [Purse.ID: PurseSum] = [:]
        for row in try act.db.rows("SELECT purse, year, planned FROM purse_year WHERE purse IN \(list: ids) ORDER BY id") {
            let id: Purse.ID = try row["purse"], isOfYear = try row["year"] == year
            sums[id, default: PurseSum()].planned = isOfYear ? try row["planned"] : sums[id]?.planned ?? 0
        }
        for row in try act.db.rows("""
            SELECT l.purse, a.role, CAST(sum(l.amount) AS BIGINT) AS amount FROM ledger_line l JOIN ledger_account a ON a.id = l.account
            WHERE l.purse IN \(list: ids) AND l.year = \(year) AND a.role IN ('reserved', 'spent') GROUP BY l.purse, a.role
            """) {
            let id: Purse.ID = try row["purse"], role: LedgerRole = try row["role"], amount: Int = try row["amount"]
            if role == .reserved { sums[id, default: PurseSum()].reserved = amount } else { sums[id, default: PurseSum()].spent = amount }
        }
        return sums
    }

    /// Over all years of a source.
    package static func whole(of id: Purse.ID, in act: Act) throws -> PurseSum {
        let years: [Int] = try act.db.rows("SELECT year FROM purse_year WHERE purse = \(id) UNION SELECT year FROM ledger_line WHERE purse = \(id)")
            .map { try $0["year"] }
        return try years.reduce(PurseSum()) { $0 + (try sum(of: id, year: $1, in: act)) }
    }

    /// Years of which something is planned or taken at a centre.
    package static func years(of centre: Centre.ID, in act: Act) throws -> [Int] {
        try act.db.rows("""
            SELECT y.year FROM purse_year y JOIN purse p ON p.id = y.purse WHERE p.centre = \(centre)
            UNION SELECT l.year FROM ledger_line l JOIN purse p ON p.id = l.purse WHERE p.centre = \(centre) ORDER BY year DESC
            """).map { try $0["year"] }
    }

    /// What was reserved and spent of a year of a source, by the month in which it was posted.
    package static func months(of id: Purse.ID, year: Int, in act: Act) throws -> [BurnDown.Change] {
        try act.db.rows("""
            SELECT substr(e.day, 1, 7) AS month, a.role, CAST(sum(l.amount) AS BIGINT) AS amount
            FROM ledger_line l JOIN ledger_account a ON a.id = l.account JOIN ledger_entry e ON e.id = l.entry
            WHERE l.purse = \(id) AND l.year = \(year) AND a.role IN ('reserved', 'spent') GROUP BY substr(e.day, 1, 7), a.role ORDER BY month, a.role
            """).map { row in
            let month: String = try row["month"], role: LedgerRole = try row["role"], amount: Int = try row["amount"]
            let number = (Int(month.prefix(4)) ?? year) < year ? 1 : (Int(month.prefix(4)) ?? year) > year ? 12 : Int(month.suffix(2)) ?? 1
            return BurnDown.Change(month: number, reserved: role == .reserved ? amount : 0, spent: role == .spent ? amount : 0)
        }
    }

    /// The thing for which it is taken: the share, else the event, else whatever belongs to neither.
    private static func thing(_ use: PurseUse) -> SQL {
        if let share = use.share { return "l.share = \(share)" }
        if let event = use.event { return "l.share IS NULL AND l.event = \(event)" }
        return "l.share IS NULL AND l.event IS NULL"
    }

    /// The same use, of the year of which its thing has something on that account: what was put aside in December is spent in January, of the old year's money.
    private static func settled(_ use: PurseUse, _ role: LedgerRole, of purse: Purse.ID, in act: Act) throws -> PurseUse {
        guard use.share != nil || use.event != nil else { return use }
        let years: [Int] = try act.db.rows("""
            SELECT l.year FROM ledger_line l JOIN ledger_account a ON a.id = l.account
            WHERE l.purse = \(purse) AND a.role = \(role) AND \(thing(use)) GROUP BY l.year HAVING sum(l.amount) > 0 ORDER BY l.year
            """).map { try $0["year"] }
        var use = use
        if !years.contains(use.year), let last = years.last { use.year = last }
        return use
    }

    private static func reserved(_ purse: Purse.ID, for use: PurseUse, in act: Act) throws -> Int {
        try amount(of: .reserved, purse, use.year, thing(use), in: act)
    }

    private static func amount(of role: LedgerRole, _ purse: Purse.ID, _ year: Int, _ thing: SQL, in act: Act) throws -> Int {
        try act.db.count("""
            SELECT CAST(coalesce(sum(l.amount), 0) AS BIGINT) AS amount FROM ledger_line l JOIN ledger_account a ON a.id = l.account
            WHERE l.purse = \(purse) AND l.year = \(year) AND a.role = \(role) AND \(thing)
            """)
    }

    // MARK: Verbs. Who may is decided by the room that takes.

    /// Puts an amount aside for something.
    /// - Throws: a conflict that names all that stands against it, with reason and article.
    @discardableResult
    package static func reserve(_ use: PurseUse, from id: Purse.ID, at centre: Centre.ID, in act: Act) throws -> LedgerEntry.ID {
        let purse = try PurseStore.held(id, at: centre, in: act)
        try refuse(PurseCheck.refusals(of: use, from: purse, try standing(of: purse, for: use, in: act)))
        return try Ledger.post(LedgerPosting(.reserved, on: use.day, words: use.words, use.amount, from: .purse, to: .reserved, use.mark(id)), at: centre, in: act)
    }

    /// Gives back what was put aside for it, or a part.
    @discardableResult
    package static func free(_ use: PurseUse, from id: Purse.ID, at centre: Centre.ID, in act: Act) throws -> LedgerEntry.ID {
        let purse = try PurseStore.held(id, at: centre, in: act), use = try settled(use, .reserved, of: id, in: act)
        try givesBack(use, to: purse, of: reserved(id, for: use, in: act))
        return try Ledger.post(LedgerPosting(.freed, on: use.day, words: use.words, use.amount, from: .reserved, to: .purse, use.mark(id)), at: centre, in: act)
    }

    /// Spends: first what was put aside for the same thing, then what is left of the year.
    @discardableResult
    package static func spend(_ use: PurseUse, from id: Purse.ID, at centre: Centre.ID, in act: Act) throws -> LedgerEntry.ID {
        let purse = try PurseStore.held(id, at: centre, in: act), use = try settled(use, .reserved, of: id, in: act)
        let aside = min(max(0, try reserved(id, for: use, in: act)), use.amount.minor), more = use.amount.minor - aside
        // What was put aside passed the rules on that day; it may be spent when the paper comes later.
        if more > 0 || use.amount.minor <= 0 || use.amount.currency != purse.currency {
            var rest = use
            if aside > 0, let left = Money(minor: more, use.amount.currency) { rest.amount = left }
            try refuse(PurseCheck.refusals(of: rest, from: purse, try standing(of: purse, for: rest, in: act)))
        }
        let mark = use.mark(id), currency = use.amount.currency
        return try Ledger.post(LedgerPosting(.spent, on: use.day, words: use.words, lines: [
            LedgerPost(.spent, use.amount, mark), LedgerPost(.reserved, money(-aside, currency), mark), LedgerPost(.purse, money(-more, currency), mark),
        ]), at: centre, in: act)
    }

    /// Takes back what was spent, or a part: it is left again.
    /// - Parameter kept: what of it is still to be paid for the same thing, and so stays put aside: it has passed the rules. Nothing unless said.
    @discardableResult
    package static func unspend(_ use: PurseUse, keeping kept: Money? = nil, from id: Purse.ID, at centre: Centre.ID, in act: Act) throws -> LedgerEntry.ID {
        let purse = try PurseStore.held(id, at: centre, in: act), use = try settled(use, .spent, of: id, in: act)
        try givesBack(use, to: purse, of: amount(of: .spent, id, use.year, thing(use), in: act))
        let mark = use.mark(id), currency = use.amount.currency, aside = min(max(0, kept?.minor ?? 0), use.amount.minor)
        return try Ledger.post(LedgerPosting(.unspent, on: use.day, words: use.words, lines: [
            LedgerPost(.purse, money(use.amount.minor - aside, currency), mark), LedgerPost(.reserved, money(aside, currency), mark),
            LedgerPost(.spent, use.amount.negated, mark),
        ]), at: centre, in: act)
    }

    /// What was taken for a share is somebody else's now, or another event's: its marks go along, its amounts stay. No rule is asked again.
    /// - Parameter use: of the share, as it is now; whatever amount it names.
    package static func pass(to use: PurseUse, from id: Purse.ID, at centre: Centre.ID, in act: Act) throws {
        guard use.share != nil else { return }
        let purse = try PurseStore.held(id, at: centre, in: act)
        let rows = try act.db.rows("""
            SELECT a.role, l.year, l.payer, l.event, l.person, CAST(sum(l.amount) AS BIGINT) AS amount
            FROM ledger_line l JOIN ledger_account a ON a.id = l.account
            WHERE l.purse = \(id) AND a.role IN ('reserved', 'spent') AND \(thing(use)) GROUP BY a.role, l.year, l.payer, l.event, l.person
            HAVING sum(l.amount) <> 0 ORDER BY a.role, l.year, l.payer NULLS FIRST, l.event NULLS FIRST, l.person NULLS FIRST
            """)
        for role in [LedgerRole.reserved, .spent] {
            var lines: [LedgerPost] = []
            for row in rows where try row["role"] == role {
                let year: Int = try row["year"], payer: Int64? = try row["payer"], event: Event.ID? = try row["event"], person: ID<PersonTag>? = try row["person"]
                let before = LedgerMark(purse: id, year: year, share: use.share, payer: payer, event: event, person: person)
                var own = use
                own.year = year
                let mark = own.mark(id), sum = money(try row["amount"], purse.currency)
                if before != mark { lines += [LedgerPost(role, sum.negated, before), LedgerPost(role, sum, mark)] }
            }
            if !lines.isEmpty { try Ledger.post(LedgerPosting(.passed, on: use.day, words: use.words, lines: lines), at: centre, in: act) }
        }
    }

    private static func money(_ minor: Int, _ currency: Currency) -> Money { Money(minor: minor, currency) ?? .nothing(currency) }

    private static func refuse(_ refusals: [PurseRefusal]) throws {
        if !refusals.isEmpty { throw Problem(.conflict, refusals.map { Problem.Fault(nil, $0.phrase) }) }
    }

    /// More than was taken cannot be given back.
    private static func givesBack(_ use: PurseUse, to purse: Purse, of taken: Int) throws {
        guard use.amount.currency == purse.currency else { try refuse([PurseRefusal(.currency(purse.currency), of: purse.name)]); return }
        guard (1...max(1, taken)).contains(use.amount.minor), taken > 0 else {
            let most = Money(minor: max(0, taken), purse.currency) ?? .nothing(purse.currency)
            throw Problem.conflict(T.purses.errorGivesBack(purse: .title(purse.name), most: .money(most)))
        }
    }

    // MARK: The plan

    /// Decides what of a source may be taken in a year. What was decided before stays to be read; less than is taken already cannot be decided.
    package static func plan(_ plan: PurseYear, of id: Purse.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let purse = try PurseStore.held(id, at: centre, in: act), before = try sum(of: id, year: plan.year, in: act)
        guard plan.planned >= before.taken else {
            throw Problem.invalid("planned", T.purses.errorPlanned(taken: .money(Money(minor: before.taken, purse.currency) ?? .nothing(purse.currency))))
        }
        try act.db.run("""
            INSERT INTO purse_year (purse, year, planned, decided_on, decided_by, article, made)
            VALUES (\(id), \(plan.year), \(plan.planned), \(plan.decidedOn), \(plan.decidedBy), \(plan.article), \(act.now))
            """)
        try act.record(T.purses.plannedDeed, .purse(id), centre: centre, changes: [
            Change("\(plan.year)", from: before.planned.map { "\($0)" } ?? "", to: "\(plan.planned)"),
        ])
    }

    /// All that was ever decided, the newest year first, and in it the last decision first.
    package static func plans(of id: Purse.ID, in act: Act) throws -> [PurseYear] {
        try act.db.rows("SELECT * FROM purse_year WHERE purse = \(id) ORDER BY year DESC, id DESC LIMIT 500").map { row in
            PurseYear(try row["year"], planned: try row["planned"], decidedOn: try row["decided_on"], by: try row["decided_by"], article: try row["article"])
        }
    }
}

extension LedgerKind {
    static let reserved = LedgerKind("reserved", T.purses.kindReserved)
    static let freed = LedgerKind("freed", T.purses.kindFreed)
    static let spent = LedgerKind("spent", T.purses.kindSpent)
    static let unspent = LedgerKind("unspent", T.purses.kindUnspent)
    static let passed = LedgerKind("passed", T.purses.kindPassed)
}
