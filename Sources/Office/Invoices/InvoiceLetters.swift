import Accounts
import Centres
import Claims
import Kernel
import Languages
import Look
import Queues

/// A paper goes to whoever pays, by letter, with the file.
enum InvoiceLetters {
    static func paper(_ invoice: Invoice, to address: String, _ pdf: [UInt8], in act: Act) throws {
        let centre = try CentreStore.centre(invoice.centre, in: act), payer = try ClaimPayerStore.payers([invoice.payer], in: act)[invoice.payer]
        var person: Person?
        if case .person(let id?) = payer?.whose { person = try PersonStore.present(id, in: act) }
        let language = person?.language ?? centre.language, t = try act.texts(language, of: centre), paper = invoice.paper
        let name = "\(t(paper.kind.name)) \(paper.number)"
        var facts = [(label: t(T.invoices.total), value: t.money(paper.total))]
        if paper.kind.asks {
            facts += [(t(T.invoices.dueOn), t.day(paper.due)), (t(T.invoices.reference), invoice.reference?.written(in: paper.currency) ?? "")]
        }
        // Who has an account reads it there too; another address gets the file alone.
        let origin = "\(centre.origin(default: act.address))/\(language.rawValue)"
        let frame = LetterFrame(
            language: language, greeting: t(T.accounts.greeting), paragraphs: [t(T.invoices.letterPaper(paper: .text(name)))], facts: facts,
            action: person == nil ? nil : Look.Link(t(T.invoices.letterOpen), href: origin + invoice.ownPath), closing: t(T.accounts.closing),
            sender: centre.name(in: language))
        try act.send(Letter(
            to: address, name: paper.buyer.name, person: person?.id, centre: centre.id, language: language, subject: t(T.invoices.letterSubject(paper: .text(name))),
            text: frame.text, html: frame.html, file: Letter.File(name: "\(paper.number.replacing("/", with: "-")).pdf",
                bytes: pdf), about: .invoice(invoice.id)))
    }
}
