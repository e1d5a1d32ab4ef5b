import Centres
import Club
import Costs
import Events
import Kernel
import Languages
import Library
import Planning
import Purses
import Storage

/// What the other rooms of the house counted in some days, as tables of a report: read where it was written, never counted twice.
enum ReportHouseStore {
    // MARK: Pupils

    /// Sessions of the club by their kind, and big days at which anybody was counted.
    static func pupils(in days: ClosedRange<Day>, at centre: Centre, in act: Act) throws -> ReportTable {
        var sums: [ClubFigures.Kind: ClubFigures.Sum] = [:]
        let held: SQL = "c.centre = \(centre.id) AND s.state = 'held' AND s.day >= \(days.lowerBound) AND s.day <= \(days.upperBound)"
        var groups: [Int64: ClubVisitors] = [:]
        for row in try act.db.rows("""
            SELECT b.session, CAST(sum(b.came_pupils) AS BIGINT) AS pupils, CAST(sum(coalesce(b.came_adults, 0)) AS BIGINT) AS adults
            FROM club_booking b JOIN club_session s ON s.id = b.session JOIN club c ON c.id = s.club
            WHERE \(held) AND b.came_pupils > 0 GROUP BY b.session
            """) { groups[try row["session"]] = ClubVisitors(pupils: try row["pupils"], teachers: try row["adults"]) }
        for row in try act.db.rows("""
            SELECT s.id, s.kind, coalesce(s.pupils, 0) AS pupils, coalesce(s.teachers, 0) AS teachers, coalesce(s.others, 0) AS others
            FROM club_session s JOIN club c ON c.id = s.club WHERE \(held) ORDER BY s.id
            """) {
            let kind: String = try row["kind"], id: Int64 = try row["id"]
            let own = ClubVisitors(pupils: try row["pupils"], teachers: try row["teachers"], others: try row["others"])
            sums[kind == "open" ? .open : .workshop, default: ClubFigures.Sum()].add(own + (groups[id] ?? ClubVisitors()))
        }
        for day in try ClubDayStore.all(at: centre.id, in: act) where day.day.map(days.contains) ?? false && day.counted.sum > 0 {
            sums[.day, default: ClubFigures.Sum()].add(day.counted)
        }
        return ReportTable(.pupils, ClubFigures.Kind.allCases.compactMap { kind in
            sums[kind].map { sum in
                ReportTable.Line(kind.rawValue, [
                    .activities: sum.activities, .pupils: sum.visitors.pupils, .teachers: sum.visitors.teachers, .others: sum.visitors.others,
                ])
            }
        }).summed([.activities, .pupils, .teachers, .others])
    }

    /// Contests that were decided, with the works that took part and the pupils and schools that sent them.
    static func contests(in days: ClosedRange<Day>, at centre: Centre, in act: Act) throws -> ReportTable {
        let rows = try act.db.rows("""
            SELECT c.id, c.name, c.decided_on, count(DISTINCT w.id) AS works, count(DISTINCT a.id) AS pupils, count(DISTINCT w.school) AS schools
            FROM contest c LEFT JOIN contest_work w ON w.contest = c.id AND w.state = 'sent' LEFT JOIN contest_author a ON a.work = w.id
            WHERE c.centre = \(centre.id) AND c.decided_on >= \(days.lowerBound) AND c.decided_on <= \(days.upperBound)
            GROUP BY c.id, c.name, c.decided_on ORDER BY c.decided_on, c.id
            """)
        return ReportTable(.contests, try rows.map { row in
            let pupils: Int = try row["pupils"]
            var values: [ReportField: Int] = [.works: try row["works"], .schools: try row["schools"]]
            // Of fewer than five children it is not told how many they were.
            if !ReportHiding.isSmall([pupils]) { values[.pupils] = pupils }
            return ReportTable.Line(try row["name"], of: try row["id"], on: try row["decided_on"], values)
        }).summed([.works])
    }

    // MARK: Things

    /// By kind: titles of which a copy came, what was lent, and to how many: not where they are few, nor where it is no longer known of some loan who had it.
    static func library(in days: ClosedRange<Day>, at centre: Centre, in act: Act) throws -> ReportTable {
        let (from, until) = (centre.zone.startOfDay(days.lowerBound), centre.zone.endOfDay(days.upperBound))
        var lines: [TitleKind: [ReportField: Int]] = [:]
        for row in try act.db.rows("""
            SELECT t.kind, count(DISTINCT t.id) AS titles FROM copy c JOIN title t ON t.id = c.title
            WHERE c.centre = \(centre.id) AND c.acquired >= \(days.lowerBound) AND c.acquired <= \(days.upperBound) GROUP BY t.kind
            """) { lines[try row["kind"], default: [:]][.titles] = try row["titles"] }
        let lent: SQL = "l.centre = \(centre.id) AND l.out_at >= \(from) AND l.out_at < \(until) AND l.state <> 'cancelled'"
        var isKnown = true
        for row in try act.db.rows("""
            SELECT t.kind, count(*) AS loans, count(l.borrower) AS known, count(DISTINCT l.borrower) AS borrowers
            FROM loan l JOIN copy c ON c.id = l.copy JOIN title t ON t.id = c.title
            WHERE \(lent) GROUP BY t.kind
            """) {
            let kind: TitleKind = try row["kind"], loans: Int = try row["loans"], known: Int = try row["known"], borrowers: Int = try row["borrowers"]
            lines[kind, default: [:]][.loans] = loans
            if known < loans { isKnown = false } else if !ReportHiding.isSmall([borrowers]) { lines[kind, default: [:]][.borrowers] = borrowers }
        }
        var table = ReportTable(.library, TitleKind.allCases.compactMap { kind in
            lines[kind].map { values in
                ReportTable.Line(kind.rawValue, values.merging([.titles: 0, .loans: 0]) { known, _ in known })
            }
        }).summed([.titles, .loans])
        let borrowers: Int? = try table.isEmpty || !isKnown ? nil : act.db.count("SELECT count(DISTINCT l.borrower) FROM loan l WHERE \(lent)")
        if let borrowers, !ReportHiding.isSmall([borrowers]) { table.sum?[.borrowers] = borrowers }
        return table
    }

    /// Projects that ran on any of the days. Amounts of other currencies than the centre’s are not added to anything.
    static func projects(in days: ClosedRange<Day>, at centre: Centre, in act: Act) throws -> ReportTable {
        let rows = try act.db.rows("""
            SELECT id, name, source, number, first_day, currency, amount FROM project
            WHERE centre = \(centre.id) AND state IN ('running', 'closed') AND first_day <= \(days.upperBound)
                AND (last_day IS NULL OR last_day >= \(days.lowerBound))
            ORDER BY first_day, id
            """)
        return ReportTable(.projects, try rows.map { row in
            let currency: Currency = try row["currency"], isOwn = currency == centre.currency
            let source: String = try row["source"], number: String = try row["number"]
            let detail = [source, number, isOwn ? "" : currency.rawValue].filter { !$0.isEmpty }.joined(separator: " · ")
            return ReportTable.Line(try row["name"], of: try row["id"], detail: detail, on: try row["first_day"], isOwn ? [.amount: try row["amount"]] : [:])
        }).summed([.amount])
    }

    /// Publications, and practices that became everybody’s.
    static func publications(in days: ClosedRange<Day>, at centre: Centre, in act: Act) throws -> ReportTable {
        let (from, until) = (centre.zone.startOfDay(days.lowerBound), centre.zone.endOfDay(days.upperBound))
        let rows = try act.db.rows("""
            SELECT id, title, byline, isbn, published FROM publication
            WHERE centre = \(centre.id) AND state = 'published' AND published >= \(from) AND published < \(until) ORDER BY published, id
            """)
        return ReportTable(.publications, try rows.map { row in
            let at: Instant = try row["published"], byline: String = try row["byline"], isbn: String = try row["isbn"]
            let detail = [byline.replacing("\n", with: ", "), isbn.isEmpty ? "" : "ISBN \(isbn)"].filter { !$0.isEmpty }.joined(separator: " · ")
            return ReportTable.Line(try row["title"], of: try row["id"], detail: String(detail.prefix(900)), on: centre.zone.day(of: at), [:])
        })
    }

    // MARK: Money

    /// By source: what a calendar year’s decision gave and what was spent on these days; and what the centre earned.
    static func income(_ year: PlanYear, at centre: Centre, in act: Act) throws -> ReportTable {
        let days = year.days, purses = try PurseStore.all(of: centre.id, in: act).filter { $0.currency == centre.currency }
        let planned = year.kind == .calendar ? try PurseMoneyStore.sums(of: purses.map(\.id), year: year.start, in: act).compactMapValues(\.planned) : [:]
        var spent: [Purse.ID: Int] = [:]
        for row in try act.db.rows("""
            SELECT l.purse, CAST(sum(l.amount) AS BIGINT) AS amount FROM ledger_line l JOIN ledger_account a ON a.id = l.account
            JOIN ledger_entry e ON e.id = l.entry
            WHERE e.centre = \(centre.id) AND a.role = 'spent' AND l.purse IS NOT NULL AND e.day >= \(days.lowerBound) AND e.day <= \(days.upperBound)
            GROUP BY l.purse
            """) { spent[try row["purse"]] = try row["amount"] }
        var lines = purses.compactMap { purse -> ReportTable.Line? in
            guard planned[purse.id] ?? 0 > 0 || spent[purse.id] ?? 0 != 0 else { return nil }
            var values: [ReportField: Int] = [.spent: spent[purse.id] ?? 0]
            values[.plannedMoney] = planned[purse.id]
            return ReportTable.Line(purse.details.name, of: purse.id.value, detail: purse.details.giver, values)
        }
        let earned = try earned(in: days, at: centre, in: act)
        if earned != 0 { lines.append(ReportTable.Line("", [.earned: earned])) }
        return ReportTable(.income, lines).summed([.plannedMoney, .earned, .spent])
    }

    private static func earned(in days: ClosedRange<Day>, at centre: Centre, in act: Act) throws -> Int {
        -(try act.db.count("""
            SELECT CAST(coalesce(sum(l.amount), 0) AS BIGINT) AS amount FROM ledger_line l JOIN ledger_account a ON a.id = l.account
            JOIN ledger_entry e ON e.id = l.entry
            WHERE e.centre = \(centre.id) AND a.role = 'income' AND l.currency = \(centre.currency) AND e.day >= \(days.lowerBound)
                AND e.day <= \(days.upperBound)
            """))
    }

    static func costs(in days: ClosedRange<Day>, at centre: Centre, in act: Act) throws -> ReportTable {
        var spent: [Cost.Kind: Int] = [:]
        for row in try act.db.rows("""
            SELECT kind, CAST(sum(amount) AS BIGINT) AS amount FROM cost
            WHERE centre = \(centre.id) AND state = 'spent' AND currency = \(centre.currency) AND day >= \(days.lowerBound) AND day <= \(days.upperBound)
            GROUP BY kind
            """) { spent[try row["kind"]] = try row["amount"] }
        return ReportTable(.costs, Cost.Kind.allCases.compactMap { kind in
            spent[kind].map { ReportTable.Line(kind.rawValue, [.spent: $0]) }
        }).summed([.spent])
    }

    /// What sources paid for each teacher: by municipality, or by school where the report is of one. Only a calendar year has it.
    /// - Parameters:
    ///   - hidden: municipalities, or schools, that another table of the report hides.
    ///   - counting: who counts by the rule of the report, at each event.
    static func use(
        _ year: PlanYear, of municipality: Municipality.ID?, hidden: Set<Int64>, counting: [Event.ID: Set<ID<PersonTag>>], at centre: Centre, in act: Act
    ) throws -> ReportTable? {
        guard year.kind == .calendar else { return ReportTable(.use) }
        let book = try RationalUseStore.use(of: year.start, at: centre.id, counting: counting, in: act)
        let own = book.use.municipalities.lines.first { $0.place == municipality?.value }
        guard let part = municipality == nil ? book.use.municipalities : own?.schools else { return ReportTable(.use) }
        let names = municipality == nil ? book.municipalities : book.schools
        var lines = part.lines.compactMap { line -> ReportTable.Line? in
            line.now.map { sum in
                ReportTable.Line(line.place.flatMap { names[$0] } ?? "", of: line.place ?? 0, values(sum))
            }
        }
        let shown = ReportHiding.hidden(
            Dictionary(uniqueKeysWithValues: lines.map { ($0.subject ?? 0, [$0.values[.persons] ?? 0]) }), forced: hidden)
        guard let shown else { return nil }
        for place in lines.indices { lines[place].isHidden = shown.contains(lines[place].subject ?? 0) }
        let rest = shown.isEmpty ? part.others.map { [ReportTable.Line("", values($0))] } ?? [] : []
        // What that page hides is hidden here too, by its number.
        lines += (0..<part.hidden).map { _ in ReportTable.Line("", [:], isHidden: true) }
        return ReportTable(.use, lines, sum: (municipality == nil ? book.use.together : own?.now).map(values), rests: rest)
    }

    private static func values(_ sum: UseSum) -> [ReportField: Int] {
        var values: [ReportField: Int] = [.persons: sum.people, .hours: sum.hours, .spent: sum.money]
        values[.perPerson] = sum.perPerson
        return values
    }
}
