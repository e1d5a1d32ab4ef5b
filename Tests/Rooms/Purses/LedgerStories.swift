import Accounts
import Centres
import Events
import Foundation
import Kernel
import Languages
@testable import Purses
import Sheets
import Site
import Storage
import Testing
import Town

/// Every amount stands twice, nothing is changed, and the bookkeeper gets all of it.
@Suite struct LedgerStories {
    private static let kind = LedgerKind.reserved

    @Test func `a mistake is posted back once, and both entries stay`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today
        let mark = LedgerMark(share: 7, payer: 2, note: "извод 4")
        let posting = try LedgerPosting(Self.kind, on: today, words: "Котизација", .rsd(3_000), from: .receivable, to: .bank, mark)
        let id = try await town.does { try Ledger.post(posting, at: centre, in: $0) }
        #expect(try await town.finds { try Ledger.balance(.bank, .rsd, at: centre, in: $0) } == 300_000)
        #expect(try await town.finds { try Ledger.balances(ofShare: 7, in: $0) } == [.bank: 300_000, .receivable: -300_000])
        let back = try await town.does { try Ledger.postBack(id, on: today, words: "погрешан платилац", at: centre, in: $0) }
        #expect(try await town.finds { try Ledger.balance(.bank, .rsd, at: centre, in: $0) } == 0)
        for again in [id, back] { await #expect(throws: Problem.self) { try await town.does { try Ledger.postBack(again, on: today, words: "", at: centre, in: $0) } } }
        await #expect(throws: Problem.missing) { try await town.does { try Ledger.postBack(id, on: today, words: "", at: Centre.ID(99), in: $0) } }
        #expect(try await town.count("ledger_entry") == 2)
        let entry = try await town.finds { try Ledger.entry(back, at: centre, in: $0) }
        #expect(entry.undoes == id && entry.lines.map(\.mark.share) == [7, 7] && entry.lines.map(\.mark.note) == ["извод 4", "извод 4"])
        let page = try await town.vesna.opens("/staff/purses/ledger/\(id)")
        #expect(page.shows(town.say(T.purses.isPostedBack)) && page.shows("Котизација"))
        #expect(try await town.unbalanced() == 0)
    }

    @Test func `the bookkeeper's codes stand in all that is exported, and every export sums to nothing`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today, purse = try await town.purse("Град; \"Бистрик\""), event = try await town.seminar()
        try await town.vesna.opens("/staff/purses/accounts")
        #expect(try await town.vesna.sends("/staff/purses/accounts", ["code-bank": "1211", "code-receivable": "1211"]).status == 422, "two accounts with one code")
        try await town.vesna.opens("/staff/purses/accounts")
        #expect(try await town.vesna.sends("/staff/purses/accounts", ["code-bank": "1211", "name-bank": "Подрачун 840"]).shows(town.say(T.common.saved)))
        let words = ["=1+1", "Котизација, \"осам\" људи", "обично"]
        for (place, text) in words.enumerated() {
            let posting = try LedgerPosting(
                Self.kind, on: today.adding(days: -place), words: text, .rsd(3_000 + place), from: .receivable, to: .bank, LedgerMark(share: 7, event: event))
            try await town.does { try Ledger.post(posting, at: centre, in: $0) }
        }
        try await town.does { try PurseMoneyStore.reserve(town.use(12), from: purse, at: centre, in: $0) }
        let csv = String(decoding: try await town.vesna.opens("/staff/purses/ledger.csv").bytes, as: UTF8.self), lines = csv.split(separator: "\r\n")
        #expect(lines.count == 9, "a head and two lines of each entry")
        #expect(csv.contains("'=1+1") && csv.contains("\"Котизација, \"\"осам\"\" људи\""))
        #expect(csv.contains("1211,Подрачун 840") && csv.contains("\"Град; \"\"Бистрик\"\"\""))
        #expect(csv.contains(",3002.00,,RSD,") && csv.contains(",,3002.00,RSD,"))
        let sheet = try await town.vesna.opens("/staff/purses/ledger.xlsx").bytes
        #expect(sheet.starts(with: Array("PK".utf8)) && sheet.count > 4_000)
        let other = String(decoding: try await town.vesna.opens("/staff/purses/ledger.csv?first=1.1.2031.&last=2.1.2031.").bytes, as: UTF8.self)
        #expect(other.split(separator: "\r\n").count == 1)
        #expect(try await town.goran.opens("/staff/purses/ledger.csv").status == 404)
        // Somebody wrote into the database: what is not whole is not given away.
        try await town.does { _ = try $0.db.run("UPDATE ledger_line SET amount = amount + 1 WHERE id = 1") }
        #expect(try await town.vesna.opens("/staff/purses/ledger.csv").status == 500)
        #expect(try await town.vesna.opens("/staff/purses/ledger/balance").shows(town.say(T.purses.isBroken)))
    }

    @Test func `entries are read in pieces, each once and in order`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today
        // More than two pieces, many of one day.
        try await town.does { act in
            let post = try LedgerPosting(Self.kind, on: today, .rsd(1), from: .bank, to: .income, LedgerMark())
            let first = try Ledger.post(post, at: centre, in: act)
            let accounts: [Int64] = try act.db.rows("SELECT account FROM ledger_line WHERE entry = \(first) ORDER BY id").map { try $0["account"] }
            var entries = Batch("ledger_entry", ["id", "centre", "day", "made", "kind"]), lines = Batch("ledger_line", ["entry", "account", "amount", "currency"])
            for number in 0..<9_000 {
                let day = today.adding(days: -(number % 3))
                entries.rows.append([.int(Int64(number) + 10), centre.stored, day.stored, act.now.stored, .text("reserved")])
                lines.rows.append([.int(Int64(number) + 10), .int(accounts[0]), .int(5), .text("RSD")])
                lines.rows.append([.int(Int64(number) + 10), .int(accounts[1]), .int(-5), .text("RSD")])
            }
            try act.db.insert(many: entries)
            try act.db.insert(many: lines)
        }
        let (seen, sums) = try await town.finds { act in
            var seen: [(day: String, entry: Int64)] = []
            let sums = try LedgerListStore.each(in: today.adding(days: -2)...today, at: centre, in: act) { seen.append(($0.day, $0.entry)) }
            return (seen.map { "\($0.day) \(String(repeating: "0", count: 6 - "\($0.entry)".count))\($0.entry)" }, sums)
        }
        #expect(seen.count == 18_002 && Set(seen).count == 9_001 && seen == seen.sorted() && sums == [.rsd: 0])
    }

    @Test(arguments: [1, 2] as [UInt64]) func `many who take of one source at once never take more than there is, and all sums balance`(_ seed: UInt64) async throws {
        let town = try await Town(), centre = town.centre, most = PurseRule(.totalMost, amount: 4_500_000)
        let purses = [try await town.purse("Прва", planned: 40_000), try await town.purse("Друга", planned: 60_000, rules: [most])]
        let events = [try await town.seminar("А"), try await town.seminar("Б")]
        var done = 0, refused = 0
        for round in 0..<6 {
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for hand in 0..<6 {
                    let roll = Int((seed &* 7_919 &+ UInt64(round * 6 + hand) &* 104_729) % 9_973)
                    let purse = purses[roll % 2], use = town.use(1 + roll % 9_000, event: events[roll / 2 % 2], words: "\(roll)"), way = roll / 4 % 5
                    group.addTask {
                        do {
                            try await town.does { act in
                                switch way {
                                case 0, 1: _ = try PurseMoneyStore.reserve(use, from: purse, at: centre, in: act)
                                case 2: _ = try PurseMoneyStore.free(use, from: purse, at: centre, in: act)
                                case 3: _ = try PurseMoneyStore.spend(use, from: purse, at: centre, in: act)
                                default: _ = try PurseMoneyStore.unspend(use, from: purse, at: centre, in: act)
                                }
                            }
                            return true
                        } catch is Problem { return false }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            (done, refused) = (done + outcomes.count { $0 }, refused + outcomes.count { !$0 })
            for (place, ceiling) in [(0, 4_000_000), (1, 4_500_000)] {
                let sum = try await town.sum(purses[place])
                #expect(sum.reserved >= 0 && sum.spent >= 0 && sum.taken <= ceiling, "\(sum)")
            }
        }
        #expect(done > 5 && refused > 0, "\(done) done, \(refused) refused")
        #expect(try await town.unbalanced() == 0)
        #expect(try await town.count("ledger_entry") == done)
        for role in [LedgerRole.purse] {
            let given = try await town.finds { try Ledger.balance(role, .rsd, at: centre, in: $0) }
            let first = try await town.sum(purses[0]), second = try await town.sum(purses[1])
            #expect(given == -(first.taken + second.taken), "what is taken is what was given")
        }
    }

    @Test func `somebody else counts the exported ledger and finds what the pages say`() async throws {
        let town = try await Town(), centre = town.centre, first = try await town.purse("Град"), second = try await town.purse("Пројекат", .project)
        let event = try await town.seminar()
        try await town.vesna.opens("/staff/purses/accounts")
        try await town.vesna.sends("/staff/purses/accounts", ["code-reserved": "R1", "code-spent": "S1"])
        try await town.does { act in
            for dinars in [1_200, 3_400, 560] { try PurseMoneyStore.reserve(town.use(dinars, event: event, words: "ред, \(dinars)"), from: first, at: centre, in: act) }
            try PurseMoneyStore.spend(town.use(4_000, event: event), from: first, at: centre, in: act)
            try PurseMoneyStore.spend(town.use(7_777), from: second, at: centre, in: act)
            try PurseMoneyStore.unspend(town.use(777), from: second, at: centre, in: act)
            let paid = try LedgerPosting(Self.kind, on: town.today, .eur(9), from: .receivable, to: .bank, LedgerMark(share: 4))
            try Ledger.postBack(Ledger.post(paid, at: centre, in: act), on: town.today, words: "", at: centre, in: act)
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(try await town.vesna.opens("/staff/purses/ledger.csv").bytes).write(to: file)
        let (one, two) = (try await town.sum(first), try await town.sum(second))
        #expect(one == PurseSum(planned: 10_000_000, reserved: 116_000, spent: 400_000) && two == PurseSum(planned: 10_000_000, reserved: 0, spent: 700_000))
        let judged = try Judge("booked.py", [file.path, "R1", "S1"]).said
        #expect(judged == "Град 2026: \(one.reserved) \(one.spent)\nПројекат 2026: \(two.reserved) \(two.spent)\n8 entries\n")
    }

    @Test func `two who want the last dinars do not both get them`() async throws {
        let town = try await Town(), centre = town.centre, purse = try await town.purse(planned: 1_000)
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        try await town.does { try PurseMoneyStore.spend(town.use(600), from: purse, at: centre, in: $0) }
                        return true
                    } catch is Problem { return false }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 1)
        #expect(try await town.sum(purse) == PurseSum(planned: 100_000, reserved: 0, spent: 60_000))
    }
}
