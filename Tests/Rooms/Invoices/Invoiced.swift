import Accounts
import Centres
import Claims
import Events
import Invoices
import Kernel
import Languages
import Registration
import Schools
import Site
import Storage
import Testing
import Town

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// A seminar with a fee.
    func paid(_ title: String, _ fee: Money = .rsd(3500), seats: Int = 20, inDays days: Int = 35) async throws -> Event.ID {
        let id = try await seminar(title, seats: seats, inDays: days)
        try await change(id) { $0.fee = fee }
        return id
    }

    /// A school with all numbers that an electronic invoice needs but those that are left out.
    func numbered(_ school: School.ID, pib: String = "113460262", number: String = "66143627", jbkjs: String = "12345") async throws {
        try await does { act in
            try act.db.run("UPDATE school SET pib = \(pib), company_number = \(number), jbkjs = \(jbkjs), address = 'Дунавска 5', place = 'Бистрик' WHERE id = \(school)")
        }
    }

    func payer(_ person: Someone) async throws -> ClaimPayer.ID {
        try #require(try await value("SELECT id FROM payer WHERE person = \(person.id)", as: ClaimPayer.ID.self))
    }

    /// An invoice for all that a payer owes.
    @discardableResult
    func invoices(_ payer: ClaimPayer.ID, _ kind: InvoiceKind = .invoice, contract: String = "12/2026",
        from origin: Invoice.ID? = nil) async throws -> Invoice.ID {
        let centre = centre
        return try await vesna.does { act in
            let shares = try InvoiceShareStore.shares(of: payer, at: centre, in: act).filter { $0.fits(kind) }.map(\.id)
            return try InvoiceIssueStore.issue(InvoiceDraft(kind, for: payer, shares, in: .sr, contract: contract, from: origin), at: centre, in: act)
        }
    }

    func invoice(_ id: Invoice.ID) async throws -> Invoice {
        let centre = centre
        return try await finds { try InvoiceStore.invoice(id, at: centre, in: $0) }
    }

    /// What all shares of a payer still owe, in hundredths.
    func rest(of payer: ClaimPayer.ID) async throws -> Int { try await value("SELECT CAST(sum(rest) AS BIGINT) FROM claim_share WHERE payer = \(payer)") ?? 0 }
}
