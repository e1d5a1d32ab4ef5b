import Centres
import Events
import Forms
import Kernel
import Languages
import Sheets
import Web

/// The ledger, its sums, its accounts, and all of it for the bookkeeper.
enum LedgerPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, filter = LedgerFilter(visit.query, today: visit.today)
        let count = try await visit.read { try LedgerListStore.count(filter, at: centre, in: $0) }
        let paging = Paging(visit.query.page, count: count)
        let board = try await visit.read { act in
            let entries = try LedgerListStore.entries(filter, at: centre, limit: Paging.size, offset: paging.offset, in: act)
            return LedgerBoard(
                filter: filter, entries: entries, accounts: try LedgerAccountStore.all(of: centre, in: act), kinds: act.exchange.all(LedgerKind.self),
                purses: try PurseStore.all(of: centre, in: act), papers: try LedgerListStore.papers(of: entries, at: centre, in: act))
        }
        return visit.page(LedgerViews(reader: visit.reader).list(board, paging))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, LedgerEntry.ID) = (visit.centre.id, try visit.id("entry")), today = visit.today
        let board = try await visit.read { act in
            let entry = try Ledger.entry(id, at: centre, in: act)
            let people = Set(entry.lines.compactMap(\.mark.person) + [entry.person].compactMap(\.self))
            let names = try act.ask(NamesAsked(people)).reduce(into: [Int64: String]()) { all, some in for (id, name) in some { all[id.value] = name } }
            return LedgerBoard(
                filter: LedgerFilter(.nothing, today: today), entries: [entry], accounts: try LedgerAccountStore.all(of: centre, in: act),
                kinds: act.exchange.all(LedgerKind.self), purses: try PurseStore.all(of: centre, in: act),
                papers: try LedgerListStore.papers(of: [entry], at: centre, in: act), names: names)
        }
        return visit.page(LedgerViews(reader: visit.reader).entry(board))
    }

    @Sendable static func balance(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, days = LedgerFilter(visit.query, today: visit.today).days, today = visit.today
        let (totals, accounts, years) = try await visit.read { act in
            (try LedgerListStore.totals(days, at: centre, in: act), try LedgerAccountStore.all(of: centre, in: act), try PurseMoneyStore.years(of: centre, in: act))
        }
        return visit.page(LedgerViews(reader: visit.reader).balance(totals, accounts, days, Set(years + [today.year]).sorted(by: >)))
    }

    // MARK: For the bookkeeper

    @Sendable static func xlsx(_ visit: Visit) async throws -> Answer {
        let bytes = try await written(visit) { try $0.xlsx($1) }
        return .file(bytes: bytes, type: LedgerExport.type, name: "\(visit.t(T.purses.ledger)).xlsx")
    }

    @Sendable static func csv(_ visit: Visit) async throws -> Answer {
        let bytes = try await written(visit) { try $0.csv($1) }
        return .file(bytes: bytes, type: "text/csv; charset=utf-8", name: "\(visit.t(T.purses.ledger)).csv")
    }

    private static func written(
        _ visit: Visit, _ write: @escaping @Sendable (LedgerExport, ((LedgerListStore.Line) throws -> Void) throws -> Void) throws -> [UInt8]
    ) async throws -> [UInt8] {
        let centre = visit.centre.id, days = LedgerFilter(visit.query, today: visit.today).days, t = visit.t
        return try await visit.read { act in
            let export = LedgerExport(
                t: t, accounts: try LedgerAccountStore.all(of: centre, in: act), kinds: act.exchange.all(LedgerKind.self),
                purses: try PurseStore.all(of: centre, in: act))
            return try write(export) { body in
                let sums = try LedgerListStore.each(in: days, at: centre, in: act, body)
                // What is not whole is not given away as if it were.
                guard sums.values.allSatisfy({ $0 == 0 }) else { throw LedgerBroken(sums: sums) }
            }
        }
    }

    // MARK: Accounts

    @Sendable static func accounts(_ visit: Visit) async throws -> Answer {
        let accounts = try await standing(visit)
        var values: [(name: String, value: String)] = []
        for account in accounts { values += [("code-\(account.role.rawValue)", account.code), ("name-\(account.role.rawValue)", account.name)] }
        return visit.page(LedgerViews(reader: visit.reader).accounts(accounts, visit.form(Typed(values))))
    }

    private static func standing(_ visit: Visit) async throws -> [LedgerAccount] {
        let centre = visit.centre.id
        return try await visit.read { try LedgerAccountStore.all(of: centre, in: $0) }
    }

    @Sendable static func setAccounts(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let names = try LedgerAccountNames(visit.typed).all
            return try await visit.act { act in
                try LedgerAccountStore.set(names, of: centre, in: act)
                return Redirect(visit.link("/staff/purses/accounts"), T.common.saved)
            }
        } again: { LedgerViews(reader: visit.reader).accounts(try await standing(visit), $0) }
    }
}

/// The ledger does not sum to nothing, which no entry can make: somebody wrote into the database by another way.
struct LedgerBroken: Error {
    let sums: [Currency: Int]
}
