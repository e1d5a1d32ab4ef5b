import Centres
import Documents
import Forms
import Kernel
import Languages
import Library
import Loans
import Look
import Web

/// What the resource centre prints: labels, cards, slips, the inventory book, what was written off.
enum PrintPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let last = try await visit.read { try CopyStore.book(of: nil, at: centre, in: $0).last?.number ?? 0 }
        return PrintViews(reader: visit.reader).page(last: last, form)
    }

    private static func paper(_ visit: Visit) async throws -> KitPaper {
        let centre = visit.centre.id
        return KitPaper(t: visit.t, office: try await visit.read { try CentreStore.centre(centre, in: $0) })
    }

    /// What is asked for stands in the address; what is wrong with it is told on the page of all prints.
    private static func asked(_ visit: Visit, _ make: () async throws -> Answer) async throws -> Answer {
        // Without a question there is nothing to print.
        guard !visit.query.fields.isEmpty else { return .redirect(Redirect(visit.link("/staff/prints"))) }
        do { return try await make() } catch let problem as Problem where problem.kind != .missing {
            return visit.page(try await show(visit, visit.form(visit.query, problem)), status: problem.status)
        }
    }

    @Sendable static func labels(_ visit: Visit) async throws -> Answer {
        try await asked(visit) {
            let form = try LabelForm(visit.query), centre = visit.centre.id, paper = try await paper(visit)
            let (copies, titles) = try await visit.read { act in
                let copies = try CopyStore.copies(numbered: form.numbers, at: centre, in: act)
                return (copies, try TitleStore.titles(Array(Set(copies.map(\.title))), in: act))
            }
            guard !copies.isEmpty else { throw Problem.invalid("from", T.kits.errorNoLabels) }
            return try await file(visit, paper.labels(copies, titles, form), "labels", T.kits.labels)
        }
    }

    @Sendable static func cards(_ visit: Visit) async throws -> Answer {
        try await asked(visit) {
            let centre = visit.centre.id, one = Borrower.ID(visit.query["borrower"]), most = cardsMost, paper = try await paper(visit)
            let kind = BorrowerKind(rawValue: visit.query["kind"]), count = visit.query.number("last", in: 1...most) ?? 10
            let borrowers = try await visit.read { act in
                try one.map { [try BorrowerStore.borrower($0, at: centre, in: act)] } ?? BorrowerStore.list(of: centre, kind: kind, limit: count, offset: 0, in: act)
            }
            guard !borrowers.isEmpty else { throw Problem.invalid("last", T.kits.errorNoCards) }
            return try await file(visit, paper.cards(borrowers), "labels", T.kits.cards)
        }
    }

    private static let cardsMost = 200

    /// Of a borrower, by number or by the card that was scanned.
    @Sendable static func slip(_ visit: Visit) async throws -> Answer {
        try await asked(visit) {
            let id = Borrower.ID(visit.query["borrower"]), card = LibraryCode(typed: visit.query["card"]), centre = visit.centre.id, paper = try await paper(visit)
            let (borrower, loans) = try await visit.read { act in
                let known = try card.flatMap { try BorrowerStore.borrower(card: $0, in: act) }.flatMap { $0.centre == centre ? $0.id : nil }
                guard let one = id ?? known else { throw Problem.invalid("card", T.kits.errorCard) }
                let borrower = try BorrowerStore.borrower(one, at: centre, in: act), out = try LoanStore.out(of: [one], in: act)
                let copies = try CopyStore.copies(out.map(\.copy), in: act), titles = try TitleStore.titles(Array(Set(copies.values.map(\.title))), in: act)
                return (borrower, out.compactMap { loan in
                    copies[loan.copy].flatMap { copy in titles[copy.title].map { (loan: loan, copy: copy, title: $0) } }
                })
            }
            return try await file(visit, paper.slip(borrower, loans), "slip", T.kits.slip)
        }
    }

    @Sendable static func book(_ visit: Visit) async throws -> Answer {
        try await asked(visit) {
            let year = try year(visit), centre = visit.centre.id, paper = try await paper(visit)
            let (copies, titles) = try await visit.read { act in
                let copies = try CopyStore.book(of: year, at: centre, in: act)
                return (copies, try TitleStore.titles(Array(Set(copies.map(\.title))), in: act))
            }
            return try await visit.printed(paper.book(of: year, copies, titles), with: "register", name: "\(visit.t(T.kits.inventoryBook)) \(year).pdf")
        }
    }

    @Sendable static func writeOffs(_ visit: Visit) async throws -> Answer {
        try await asked(visit) {
            let year = try year(visit), centre = visit.centre.id, paper = try await paper(visit)
            let (copies, titles) = try await visit.read { act in
                let copies = try CopyStore.writtenOff(in: year, at: centre, in: act)
                return (copies, try TitleStore.titles(Array(Set(copies.map(\.title))), in: act))
            }
            return try await visit.printed(paper.writeOffs(of: year, copies, titles), with: "report", name: "\(visit.t(T.kits.writeOffs)) \(year).pdf")
        }
    }

    private static func year(_ visit: Visit) throws -> Int {
        if visit.query["year"].isEmpty { return visit.today.year }
        guard let year = visit.query.number("year", in: 1900...2200) else {
            throw Problem.invalid("year", T.common.errorNumberBetween(least: .number(1900), most: .number(2200)))
        }
        return year
    }

    private static func file(_ visit: Visit, _ content: some Encodable & Sendable, _ template: String, _ name: Phrase) async throws -> Answer {
        let bytes = try await visit.set(Typesetting(template: template, content, stamp: visit.now.seconds))
        return .file(bytes: bytes, type: "application/pdf", name: "\(visit.t(name)).pdf")
    }
}
