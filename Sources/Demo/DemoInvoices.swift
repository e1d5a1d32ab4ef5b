import Accounts
import Centres
import Claims
import Invoices
import Kernel
import Languages
import Schools

/// Papers of money of the invented centre: what stands on them, a pro-forma, invoices of which one was accepted, one rejected and put right, one cannot become a
/// file yet; somebody who pays alone.
enum DemoInvoices {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let papers = Papers(town: town, actor: actor, records: records)
        try await papers.begin()
        try await papers.claims()
        try await papers.ofSchools()
        try await papers.ofPeople()
    }
}

private struct Papers: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records

    private var today: Day { town.zone.day(of: records.now) }

    /// The particulars of the centre: outside VAT for a year and a half, then registered with exempt services.
    func begin() async throws {
        let (centre, today) = (town.centre, today)
        try await records.write(by: .system) { act in
            let own = try CentreStore.centre(centre, in: act)
            var issuer = Issuer(of: own)
            (issuer.side.postcode, issuer.side.place, issuer.side.pib, issuer.side.companyNumber) = ("25000", "Бистрик", "101134702", "17162543")
            (issuer.account, issuer.bank, issuer.signer) = ("840000000012345609", "Управа за трезор", "Весна Ћирић")
            try IssuerStore.set(issuer, of: centre, in: act)
            let t = try act.texts(own.language, of: own)
            try IssuerStore.set(.usual(.outside, in: own.country, from: today.adding(days: -550), t), of: centre, in: act)
            try IssuerStore.set(.usual(.exempt, in: own.country, from: today.adding(days: -20), t), of: centre, in: act)
        }
    }

    /// What three schools owe beside seats.
    func claims() async throws {
        let (town, today) = (town, today)
        try await records.write(by: actor) { act in
            for (school, what, amount) in zip3(town.schools.dropFirst(), ["Изнајмљивање сале, 12. новембар 2026.",
                "Зборник примера добре праксе, 10 примерака", "Радионица за веће"], [4_500, 6_000, 12_000]) {
                let payer = try ClaimPayerStore.payer(for: .school(school), at: town.centre, in: act)
                _ = try ClaimStore.add(ClaimDraft(payer, what, .rsd(amount), due: today.adding(days: 15)), at: town.centre, in: act)
            }
        }
    }

    private func zip3(_ schools: ArraySlice<School.ID>, _ words: [String], _ amounts: [Int]) -> [(School.ID, String, Int)] {
        zip(schools, zip(words, amounts)).map { ($0, $1.0, $1.1) }
    }

    /// Schools that wait, in the order of their rows: a pro-forma, an accepted invoice, one that was rejected and taken back, one that cannot be a file.
    func ofSchools() async throws {
        let (centre, today) = (town.centre, today)
        let waiting = try await records.read(as: actor) { try InvoiceShareStore.ready(at: centre, in: $0).filter { $0.kind == .school }.map(\.payer) }
        for (place, payer) in waiting.prefix(4).enumerated() {
            try await records.write(by: actor) { act in
                var details = try ClaimPayerStore.payer(payer, at: centre, in: act).own
                if place < 3 {
                    details.pib = ["113460262", "109141270", "111067693"][place]
                    (details.companyNumber, details.jbkjs, details.contractNumber) = (["66143627", "66841251", "63960365"][place], "1234\(place)",
                        "\(place + 3)-11/\(today.year)")
                    try ClaimPayerStore.edit(payer, to: details, at: centre, in: act)
                }
                let kind: InvoiceKind = place == 0 ? .proforma : .invoice
                let shares = try InvoiceShareStore.shares(of: payer, at: centre, in: act).filter { $0.fits(kind) }.prefix(20).map(\.id)
                guard !shares.isEmpty else { return }
                let id = try InvoiceIssueStore.issue(InvoiceDraft(kind, for: payer, Array(shares), in: .sr), at: centre, in: act)
                guard place == 1 || place == 2, EInvoiceFault.faults(of: try InvoiceStore.invoice(id, at: centre, in: act).paper).isEmpty else { return }
                try InvoiceDeedStore.stand(id, InvoiceStanding(.sent, number: "SEF-\(4_100 + place)"), at: centre, in: act)
                if place == 1 { return try InvoiceDeedStore.stand(id, InvoiceStanding(.accepted), at: centre, in: act) }
                try InvoiceDeedStore.stand(id, InvoiceStanding(.rejected, remark: "Једна учесница није из наше школе"), at: centre, in: act)
                let invoice = try InvoiceStore.invoice(id, at: centre, in: act), left = try InvoiceIssueStore.left(of: invoice, in: act)
                let amounts = left.enumerated().map { $0 == 0 ? $1.minor : 0 }
                _ = try InvoiceIssueStore.correct(id, .credit, amounts, because: "Једна учесница није из ове школе", at: centre, in: act)
            }
        }
    }

    /// Two who pay alone and asked for an invoice.
    func ofPeople() async throws {
        let centre = town.centre
        try await records.write(by: actor) { act in
            let alone = try InvoiceShareStore.ready(at: centre, in: act).filter { $0.kind == .person }.prefix(2).map(\.payer)
            _ = try InvoiceIssueStore.issue(.invoice, for: Array(alone), in: .sr, at: centre, in: act)
        }
    }
}
