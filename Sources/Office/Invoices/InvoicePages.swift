import Centres
import Claims
import Documents
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// The list of papers, who waits for one, and many of them at once.
enum InvoicePages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, filter = InvoiceFilter(visit.query), page = visit.query.page
        let list = try await visit.read { try InvoiceStore.list(filter, page: page, at: centre, in: $0) }
        return visit.page(InvoiceListViews(reader: visit.reader).list(list))
    }

    /// What the list shows, printed as one file.
    @Sendable static func papers(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, filter = InvoiceFilter(visit.query)
        let invoices = try await visit.read { try InvoiceStore.whole(filter, at: centre, in: $0) }
        guard !invoices.isEmpty else { throw Problem.missing }
        let bytes = try await set(invoices.map(\.paper), title: visit.t(T.invoices.title), visit)
        return .file(bytes: bytes, type: "application/pdf", name: "\(visit.t(T.invoices.title)).pdf")
    }

    /// Papers as PDF.
    static func set(_ papers: [InvoicePaper], title: String? = nil, _ visit: Visit) async throws -> [UInt8] {
        let centre = visit.centre.id
        let (office, logo) = try await visit.read { (try CentreStore.centre(centre, in: $0), try LogoStore.logo(of: centre, in: $0)) }
        let print = InvoicePrint(papers, office, logo, title: title, visit.t)
        // A paper that stands is the same file whenever it is printed.
        let stamp = papers.count == 1 ? Int64(papers[0].issued.number) * 86_400 : visit.now.seconds
        return try await visit.set(Typesetting(template: "invoice", print, stamp: stamp, pictures: logo?.pictures ?? [:]))
    }

    // MARK: Who waits

    @Sendable static func ready(_ visit: Visit) async throws -> Answer { visit.page(try await ready(visit, visit.form())) }

    private static func ready(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let (ready, country) = try await visit.read { (try InvoiceShareStore.ready(at: centre, in: $0), try CentreStore.centre(centre, in: $0).country) }
        return InvoiceListViews(reader: visit.reader).ready(ready, country, form)
    }

    @Sendable static func issueMany(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed
        return try await visit.submit {
            let payers = Set(typed.all("payer").compactMap { ClaimPayer.ID($0) })
            guard !payers.isEmpty else { throw Problem.invalid("payer", T.invoices.errorNobody) }
            let kind = InvoiceKind(rawValue: typed["kind"]) ?? .invoice, language = Language(rawValue: typed["language"])
            return try await visit.act { act in
                let country = try CentreStore.centre(centre, in: act).country, all = InvoiceDraft.languages(in: country)
                guard kind == .proforma || kind == .invoice, let language = language ?? all.first, all.contains(language) else {
                    throw Problem.invalid("language", T.common.errorChoose)
                }
                let issued = try InvoiceIssueStore.issue(kind, for: Array(payers), in: language, at: centre, in: act)
                return Redirect(visit.link("/staff/invoices"), T.invoices.saidIssuedMany(count: issued.count))
            }
        } again: { try await ready(visit, $0) }
    }

    // MARK: One for one payer

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let id = ClaimPayer.ID(visit.query["payer"]) ?? .init(0), from = Invoice.ID(visit.query["from"])
        return visit.page(try await new(visit, id, from, nil))
    }

    private static func new(_ visit: Visit, _ id: ClaimPayer.ID, _ from: Invoice.ID?, _ form: FilledForm?) async throws -> Screen {
        let centre = visit.centre.id
        let (payer, shares, country, origin) = try await visit.read { act in
            (
                try ClaimPayerStore.payer(id, at: centre, in: act), try InvoiceShareStore.shares(of: id, for: [.invoice, .advance], at: centre, in: act),
                try CentreStore.centre(centre, in: act).country, try from.map { try InvoiceStore.invoice($0, at: centre, in: act) })
        }
        let chosen = origin.map { $0.paper.lines.compactMap { $0.share.map { "\($0)" } } } ?? shares.filter { $0.fits(.invoice) }.map { "\($0.id)" }
        let begun = Typed(
            [("kind", InvoiceKind.invoice.rawValue), ("language", (origin?.paper.language ?? InvoiceDraft.languages(in: country)[0]).rawValue),
                ("contract", origin?.paper.contract ?? payer.details.contractNumber), ("from", from.map { "\($0)" } ?? "")] + chosen.map { ("share", $0) })
        return InvoiceFormViews(reader: visit.reader).new(payer, shares, country, origin, form ?? visit.form(begun))
    }

    @Sendable static func issue(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, own = visit.language, today = visit.today
        guard let payer = ClaimPayer.ID(typed["payer"]) else { throw Problem.missing }
        return try await visit.submit {
            try await visit.act { act in
                let draft = try InvoiceDraft(typed, payer: payer, in: try CentreStore.centre(centre, in: act).country, today: today, own: own)
                let id = try InvoiceIssueStore.issue(draft, at: centre, in: act)
                return Redirect(visit.link("/staff/invoices/\(id)"), T.invoices.saidIssued)
            }
        } again: { try await new(visit, payer, Invoice.ID(typed["from"]), $0) }
    }
}
