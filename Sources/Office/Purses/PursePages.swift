import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Needs
import Projects
import Sheets
import Web

/// Sources of money, for those who run the centre.
enum PursePages {
    @Sendable static func board(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, year = visit.query.number("year", in: PurseYear.bounds) ?? visit.today.year
        let board = try await visit.read { act in
            let purses = try PurseStore.all(of: centre, in: act), sums = try PurseMoneyStore.sums(of: purses.map(\.id), year: year, in: act)
            let years = try PurseMoneyStore.years(of: centre, in: act)
            // A source that was over before the year began, and of which nothing was taken in it, is not of that year.
            let own = purses.filter { purse in
                sums[purse.id].map { $0.taken != 0 || ($0.planned ?? 0) != 0 } ?? false
                    || (purse.details.starts.year <= year && purse.details.ends.map { $0.year >= year } ?? true && purse.closed.map { $0.year >= year } ?? true)
            }
            return PurseBoard(year: year, years: years + [visit.today.year], lines: own.map { ($0, sums[$0.id] ?? PurseSum()) })
        }
        return visit.page(PurseViews(reader: visit.reader).board(board))
    }

    // MARK: A new one, and what is written of one

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, today = visit.today
        let currency = try await visit.read { try CentreStore.centre(centre, in: $0).currency }, budgets = try await budgets(visit)
        let first = Day(year: today.year, month: 1, day: 1) ?? today
        return visit.page(PurseViews(reader: visit.reader).edit(nil, budgets, visit.form(Typed(["currency": currency.rawValue, "starts": first.iso]))))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let details = try PurseDetails(visit.typed, own: visit.language)
            return try await visit.act { act in
                let id = try PurseStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/purses/\(id)"), T.common.saved)
            }
        } again: { PurseViews(reader: visit.reader).edit(nil, try await budgets(visit), $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let purse = try await purse(visit)
        return visit.page(PurseViews(reader: visit.reader).edit(purse, try await budgets(visit), visit.form(purse.details.typed)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, purse = try await purse(visit)
        return try await visit.submit {
            let details = try PurseDetails(visit.typed, own: visit.language)
            return try await visit.act { act in
                try PurseStore.change(purse.id, to: details, at: centre, in: act)
                return Redirect(visit.link(purse.path), T.common.saved)
            }
        } again: { PurseViews(reader: visit.reader).edit(purse, try await budgets(visit), $0) }
    }

    private static func budgets(_ visit: Visit) async throws -> [PurseBudget] {
        let centre = visit.centre.id
        return try await visit.read { act in
            try ProjectStore.all(of: centre, in: act).map { PurseBudget(project: $0, lines: try BudgetStore.lines(of: $0.id, in: act)) }
        }
    }

    private static func purse(_ visit: Visit) async throws -> Purse {
        let (centre, id): (Centre.ID, Purse.ID) = (visit.centre.id, try visit.id("purse"))
        return try await visit.read { try PurseStore.purse(id, at: centre, in: $0) }
    }

    // MARK: One

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, Purse.ID) = (visit.centre.id, try visit.id("purse")), today = visit.today
        let year = visit.query.number("year", in: PurseYear.bounds) ?? today.year
        let sheet = try await visit.read { act in
            let purse = try PurseStore.purse(id, at: centre, in: act), sum = try PurseMoneyStore.sum(of: id, year: year, in: act)
            let years = try PurseMoneyStore.years(of: centre, in: act)
            return PurseSheet(
                purse: purse, year: year, years: Set(years + [year, today.year]).sorted(by: >), sum: sum, whole: try PurseMoneyStore.whole(of: id, in: act),
                burnDown: BurnDown(year, planned: sum.planned, try PurseMoneyStore.months(of: id, year: year, in: act), today: today),
                plans: try PurseMoneyStore.plans(of: id, in: act),
                project: try purse.details.project.flatMap { project in try ProjectStore.all(of: centre, in: act).first { $0.id == project } })
        }
        let filled = form ?? visit.form(Typed(["year": "\(year)", "decidedOn": today.iso]))
        return PurseViews(reader: visit.reader).show(sheet, filled)
    }

    @Sendable static func plan(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, purse = try await purse(visit)
        return try await visit.submit {
            let plan = try PurseYear(visit.typed, purse.currency, own: visit.language)
            return try await visit.act { act in
                try PurseMoneyStore.plan(plan, of: purse.id, at: centre, in: act)
                return Redirect(visit.link("\(purse.path)?year=\(plan.year)"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func close(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, purse = try await purse(visit), today = visit.today
        return try await visit.submit {
            try await visit.act { act in
                try PurseStore.close(purse.id, on: purse.closed == nil ? today : nil, at: centre, in: act)
                return Redirect(visit.link(purse.path), purse.closed == nil ? T.purses.saidClosed : T.purses.saidReopened)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: Rules

    @Sendable static func rules(_ visit: Visit) async throws -> Answer { visit.page(try await rules(visit, nil)) }

    private static func rules(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let purse = try await purse(visit), names = try await names(visit)
        let kind = PurseRule.Kind(rawValue: form?["kind"] ?? visit.query["kind"]) ?? .municipality
        return PurseRuleViews(reader: visit.reader).rules(purse, kind, names, form ?? visit.form())
    }

    private static func names(_ visit: Visit) async throws -> PurseNames {
        let centre = visit.centre.id, alphabet = visit.language.alphabet
        return try await visit.read { act in
            PurseNames(
                municipalities: try MunicipalityStore.all(alphabet, country: CentreStore.centre(centre, in: act).country, in: act),
                schools: try SchoolStore.nearby(centre, in: act), topics: try TopicStore.list(in: act).all.filter(\.isOffered),
                forms: try EventFormStore.forms(of: centre, in: act))
        }
    }

    @Sendable static func addRule(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, purse = try await purse(visit), names = try await names(visit)
        return try await visit.submit {
            let rule = try PurseRule(visit.typed, purse.currency, among: names)
            return try await visit.act { act in
                try PurseStore.add(rule, to: purse.id, at: centre, in: act)
                return Redirect(visit.link("\(purse.path)/rules?kind=\(rule.kind.rawValue)"), T.common.saved)
            }
        } again: { try await rules(visit, $0) }
    }

    @Sendable static func removeRule(_ visit: Visit) async throws -> Answer {
        let (centre, rule): (Centre.ID, PurseRule.ID) = (visit.centre.id, try visit.id("rule")), purse = try await purse(visit)
        return try await visit.submit {
            try await visit.act { act in
                try PurseStore.remove(rule, from: purse.id, at: centre, in: act)
                return Redirect(visit.link("\(purse.path)/rules"), T.common.saved)
            }
        } again: { try await rules(visit, $0) }
    }

    // MARK: Evidence

    @Sendable static func evidence(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Purse.ID) = (visit.centre.id, try visit.id("purse")), year = year(visit)
        let (purse, count) = try await visit.read { act in
            (try PurseStore.purse(id, at: centre, in: act), try LedgerListStore.evidenceCount(of: id, year: year, in: act))
        }
        let paging = Paging(visit.query.page, count: count)
        return visit.page(PurseRuleViews(reader: visit.reader).evidence(try await evidence(visit, purse, year, limit: Paging.size, offset: paging.offset), paging))
    }

    private static func year(_ visit: Visit) -> Int? {
        visit.query["year"] == "all" ? nil : visit.query.number("year", in: PurseYear.bounds) ?? visit.today.year
    }

    private static func evidence(_ visit: Visit, _ purse: Purse, _ year: Int?, limit: Int, offset: Int) async throws -> PurseEvidence {
        let centre = visit.centre.id, today = visit.today
        return try await visit.read { act in
            let entries = try LedgerListStore.evidence(of: purse.id, year: year, limit: limit, offset: offset, in: act)
            let people = Set(entries.flatMap { $0.lines.compactMap(\.mark.person) })
            let names = try act.ask(NamesAsked(people)).reduce(into: [Int64: String]()) { all, some in for (id, name) in some { all[id.value] = name } }
            let kinds = Dictionary(act.exchange.all(LedgerKind.self).map { ($0.code, $0.name) }) { first, _ in first }
            return PurseEvidence(
                purse: purse, year: year, years: Set(try PurseMoneyStore.years(of: centre, in: act) + [today.year]).sorted(by: >), entries: entries,
                papers: try LedgerListStore.papers(of: entries, at: centre, in: act), kinds: kinds, names: names)
        }
    }

    /// So many lines a list for an audit may have; a source of a centre has some hundreds a year.
    private static let evidenceMost = 50_000

    @Sendable static func evidenceSheet(_ visit: Visit) async throws -> Answer {
        let purse = try await purse(visit), year = year(visit)
        let evidence = try await evidence(visit, purse, year, limit: evidenceMost, offset: 0)
        let name = "\(visit.t(T.purses.evidence)) \(purse.name)".replacing("/", with: "-")
        return .file(bytes: try EvidenceSheet(t: visit.t, evidence: evidence).sheet.xlsx(), type: LedgerExport.type, name: "\(name).xlsx")
    }
}
