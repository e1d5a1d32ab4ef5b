import Accounts
import Centres
import Claims
import Kernel
import Languages
import Purses
import Sheets
import Site
@testable import Statements
import Storage
import Testing
import Town

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// What somebody or a school owes, due so many days from now.
    func owes(_ whose: ClaimPayer.Whose, _ amount: Money, _ what: String = "Обука", due days: Int = 10) async throws -> ClaimShare {
        let centre = centre, due = today.adding(days: days)
        return try await vesna.does { act in
            let payer = try ClaimPayerStore.payer(for: whose, at: centre, in: act)
            let claim = try ClaimStore.add(ClaimDraft(payer, what, amount, due: due), at: centre, in: act)
            return try #require(try ClaimStore.claims([claim], in: act).first?.shares.first)
        }
    }

    func share(_ share: ClaimShare) async throws -> ClaimShare {
        let id = share.id
        return try #require(try await finds { try ClaimShareStore.shares([id], in: $0) }.first)
    }

    /// Brings a statement as the pages do: the file, a look at it, yes.
    @discardableResult
    func brings(_ lines: [PaidLine], number: String = "7", as name: String = "izvod.xml") async throws -> Page {
        try await vesna.opens("/staff/statements")
        let preview = try await vesna.browser.uploads("/staff/statements", field: "file", name: name, bytes: Array(PaidLine.statement(lines, number: number).utf8))
        guard preview.path.contains("/drafts/"), preview.form(preview.path) != nil else { return preview }
        return try await vesna.sends(preview.path)
    }

    /// What the ledger says stands on an account.
    func balance(_ role: LedgerRole, _ currency: Currency = .rsd) async throws -> Int {
        let centre = centre
        return try await finds { try Ledger.balance(role, currency, at: centre, in: $0) }
    }

    func line(_ place: Int) async throws -> StatementLine {
        let centre = centre
        let lines = try await finds { try StatementLineStore.lines("l.centre = \(centre)", limit: 500, in: $0) }
        return try #require(lines.indices.contains(place) ? lines[place] : nil)
    }
}

extension ClaimShare {
    /// As it stands on a slip, behind the model.
    var slip: String { reference.map { $0.control + $0.base } ?? "" }
}
