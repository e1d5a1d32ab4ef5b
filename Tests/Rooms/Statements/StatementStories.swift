import Accounts
import Centres
import Claims
import HTTPTypes
import Imports
import Kernel
import Languages
import Purses
import Sheets
import Site
@testable import Statements
import Storage
import Testing
import Town

/// A statement comes in, and what it pays is found.
@Suite struct StatementStories {
    @Test func `a statement is looked at, brought, and brought twice changes nothing`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana)
        let own = try await town.owes(.person(town.ana.id), .rsd(3_500)), theirs = try await town.owes(.school(school), .rsd(7_000))
        let lines = [
            PaidLine(dinars: 3_500, name: "ANA DJORDJEVIC", reference: own.slip, id: "1"), PaidLine(dinars: 7_000, name: "OS BISTRIK", reference: theirs.slip, id: "2"),
            PaidLine(dinars: 1_200, name: "NEKO TRECI", id: "3"), PaidLine(dinars: -50, name: "BANKA", purpose: "provizija", id: "4"),
        ]
        try await town.vesna.opens("/staff/statements")
        let preview = try await town.vesna.browser.uploads("/staff/statements", field: "file", name: "izvod.xml", bytes: Array(PaidLine.statement(lines).utf8))
        #expect(preview.shows(town.say(T.statements.preview)) && preview.shows("ANA DJORDJEVIC") && preview.shows(town.say(T.statements.byReference)))
        #expect(try await town.count("statement") == 0, "nothing is in before somebody says so")
        #expect(try await town.share(own).paid.isZero, "nothing is in before somebody says so")
        let after = try await town.vesna.sends(preview.path)
        #expect(after.shows(town.say(T.statements.saidBrought(count: 4, settled: 2))) && after.shows("NEKO TRECI"))
        #expect(try await town.share(own).rest.isZero)
        #expect(try await town.share(theirs).rest.isZero)
        #expect(try await town.balance(.bank) == 1_170_000)
        #expect(try await town.balance(.unknownPayments) == -120_000)
        #expect(try await town.balance(.receivable) == 0)
        #expect(try await town.count("statement_draft") == 0)
        // The same file once more, and once more with a line that is new.
        #expect(try await town.brings(lines).shows(town.say(T.statements.nothingNew)))
        #expect(try await town.count("statement_line") == 4)
        #expect(try await town.count("payment") == 2)
        let more = try await town.brings(lines + [PaidLine(dinars: 100, name: "JOS NEKO", id: "5")])
        #expect(more.shows("JOS NEKO"))
        #expect(try await town.count("statement_line") == 5)
        #expect(try await town.count("payment") == 2)
        #expect(try await town.balance(.bank) == 1_180_000)
        // Nobody else sees any of it.
        for path in ["/staff/statements", "/staff/statements/1", "/staff/payments", "/staff/payments/1", "/staff/ageing", "/staff/ageing.xlsx"] {
            #expect(try await town.ana.opens(path).status == 404, "\(path)")
            #expect(try await town.goran.opens(path).status == 404, "\(path)")
        }
    }

    @Test func `a draft is nobody else's, is dropped, and goes after a day`() async throws {
        let town = try await Town(), bytes = Array(PaidLine.statement([PaidLine(dinars: 100, name: "A", id: "1")]).utf8)
        try await town.goran.becomes(.coordinator, at: town.centre)
        try await town.goran.enters(withFactor: true)
        try await town.vesna.opens("/staff/statements")
        let draft = try await town.vesna.browser.uploads("/staff/statements", field: "file", name: "izvod.xml", bytes: bytes)
        #expect(draft.path.contains("/drafts/"))
        #expect(try await town.goran.opens(draft.path).status == 404)
        try await town.vesna.opens(draft.path)
        #expect(try await town.vesna.sends("\(draft.path)/drop").shows(town.say(T.statements.saidDropped)))
        #expect(try await town.count("statement_draft") == 0)
        try await town.vesna.opens("/staff/statements")
        _ = try await town.vesna.browser.uploads("/staff/statements", field: "file", name: "izvod.xml", bytes: bytes)
        town.clock.passes(days: 2)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens(draft.path).status == 404)
        try await town.does { try StatementKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("statement_draft") == 0)
        #expect(try await town.count("statement") == 0)
    }

    @Test func `a statement in windows-1250 with its recapitulation, and files that are none`() async throws {
        let town = try await Town()
        let halcom = StatementSamples.bytes(StatementSamples.halcomDay, in: StatementSamples.windows1250)
        try await town.vesna.opens("/staff/statements")
        let preview = try await town.vesna.browser.uploads("/staff/statements", files: [
            (field: "file", name: "izvod.txt", bytes: halcom), (field: "recap", name: "izvod_cov.txt", bytes: Array(StatementSamples.halcomRecap.utf8)),
        ])
        #expect(preview.shows("ŠARENA SOVA") && preview.shows(town.say(T.statements.charset(charset: "windows-1250"))) && preview.shows("999-0000000000123-45"))
        try await town.vesna.sends(preview.path)
        #expect(try await town.value("SELECT closing FROM statement", as: Int.self) == 445_000)
        #expect(try await town.count("statement_line") == 4)
        for (name, text, problem) in [
            ("izvod.pdf", "%PDF-1.7 …", StatementProblem.printed), ("slika.txt", "dobar dan", .unknown), ("izvod.xml", StatementSamples.camt("USD"), .currency("USD")),
            ("izvod.xml", "<stmtrs><acctid>", .damaged),
        ] {
            try await town.vesna.opens("/staff/statements")
            let refused = try await town.vesna.browser.uploads("/staff/statements", field: "file", name: name, bytes: Array(text.utf8))
            #expect(refused.status == 422 && refused.shows(town.say(problem.phrase)), "\(name)")
        }
        try await town.vesna.opens("/staff/statements")
        let other = try await town.vesna.browser.uploads("/staff/statements", files: [
            (field: "file", name: "a.txt", bytes: halcom),
            (field: "recap", name: "b.txt", bytes: Array(StatementSamples.halcomRecap.replacing("01102026", with: "05102026").utf8)),
        ])
        #expect(other.status == 422 && other.shows(town.say(StatementProblem.otherRecap.phrase)))
        #expect(try await town.count("statement") == 1)
    }

    @Test func `a statement whose sums do not agree is told of`() async throws {
        let town = try await Town(), text = PaidLine.statement([PaidLine(dinars: 100, name: "A", id: "1")]).replacing("1100.00", with: "1234.00")
        try await town.vesna.opens("/staff/statements")
        let preview = try await town.vesna.browser.uploads("/staff/statements", field: "file", name: "izvod.xml", bytes: Array(text.utf8))
        #expect(preview.shows(town.say(T.statements.doubts)))
        try await town.vesna.sends(preview.path)
        #expect(try await town.value("SELECT gap FROM statement", as: Int.self) == 13_400)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.statements.todayGaps(count: 1))))
    }

    @Test func `a bank's table comes in through its columns, twice changes nothing, and can be taken back`() async throws {
        let town = try await Town(), own = try await town.owes(.person(town.ana.id), .rsd(3_500)), centre = town.centre
        let twice = "4.2.2026.;NEKO;\"1.200,00\";;\n"
        let table = "datum;naziv;iznos;poziv na broj;svrha\n4.2.2026.;ANA DJORDJEVIC;3.500,00;97 \(own.slip);kotizacija\n\(twice)\(twice)4.2.2026.;BANKA;-50,00;;\n"
        let preview = try await town.vesna.uploads("statement-lines", table)
        let done = try await town.vesna.agrees(to: preview)
        #expect(done.status == 200)
        #expect(try await town.count("statement_line") == 4, "two lines that say the same are two")
        #expect(try await town.share(own).rest.isZero, "two lines that say the same are two")
        #expect(try await town.balance(.bank) == 590_000)
        #expect(try await town.balance(.unknownPayments) == -240_000)
        _ = try await town.vesna.uploads("statement-lines", table)
        #expect(try await town.count("statement_line") == 4)
        try await town.vesna.opens(done.path)
        let sure = try await town.vesna.sends("/undo")
        #expect(sure.shows(town.say(T.imports.undoKeeps(count: 1))), "\(sure.text.prefix(900))")
        try await town.vesna.sends("/undo")
        #expect(try await town.count("statement_line") == 1, "what paid a claim stays")
        #expect(try await town.balance(.bank) == 350_000, "what paid a claim stays")
        #expect(try await town.balance(.unknownPayments) == 0, "what paid a claim stays")
        #expect(try await town.finds { try StatementStore.count(of: centre, in: $0) } == 1)
    }
}
