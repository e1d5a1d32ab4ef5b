import Forms
import HTML
import Kernel
import Languages
import Look

struct RegisterViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ book: RegisterBook) -> Screen {
        let register = book.register
        let title = t(T.certificates.bookTitle(kind: .phrase(register.kind.name), year: .text("\(register.year)")))
        let base = reader.link("/staff/registers/\(register.id)")
        return Screen(title, trail: [Look.Link(t(T.certificates.title), href: reader.link("/staff/certificates"))]) {
            Heading(title, lead: t(register.isEarlier ? T.certificates.earlierBook(count: book.paging.count) : T.certificates.registerLead(count: register.lastNumber)))
            Buttons {
                LinkButton(t(T.certificates.printRegister), href: base + "/register.pdf", .quiet, icon: .print)
                LinkButton(t(T.certificates.downloadRegister), href: base + "/register.xlsx", .quiet, icon: .download)
            }
            CertificateDeskViews(reader: reader).table(book.certificates, title)
            book.paging.links(reader)
        }
    }
}
