package import Centres
package import Claims
package import Invoices
import Kernel
import Languages
import Site
import Storage
import Testing

extension Town {
    /// The centre can write papers of money: its particulars, and how it stands to the tax from a day on.
    package func writesPapers(_ status: VATRule.Status = .outside, from starts: String = "2026-01-01") async throws {
        let centre = centre, starts = try #require(Day(iso: starts))
        try await does { act in
            var side = InvoicePaper.Side(.centre, name: "Центар за стручно усавршавање Бистрик")
            (side.street, side.postcode, side.place) = ("Школска 1", "25000", "Бистрик")
            (side.pib, side.companyNumber) = ("101134702", "17162543")
            try IssuerStore.set(Issuer(side, account: "840000000012345609", bank: "Управа за трезор", signer: "Весна Ћирић"), of: centre, in: act)
            let own = try CentreStore.centre(centre, in: act)
            try IssuerStore.set(.usual(status, in: .serbia, from: starts, try act.texts(.sr, of: own)), of: centre, in: act)
        }
    }

    package func payer(_ school: School.ID) async throws -> ClaimPayer.ID {
        try #require(try await value("SELECT id FROM payer WHERE school = \(school)", as: ClaimPayer.ID.self))
    }
}
