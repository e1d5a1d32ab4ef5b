import Catalogue
import HTML
import Kernel
import Languages
import Look
import Centres
import Web

enum RegisterViews {
    static func show(_ visit: Visit, _ book: RegisterBook) -> Answer {
        let t = visit.t
        let register = book.register
        let title = t(T.certificates.bookTitle(kind: .phrase(register.kind.name), year: .text("\(register.year)")))
        let base = visit.link("/staff/registers/\(register.id)")
        return visit.page(title, trail: [Look.Link(t(T.certificates.title), href: visit.link("/staff/certificates"))]) {
            Heading(title, lead: t(T.certificates.registerLead(count: register.lastNumber)))
            Buttons {
                LinkButton(t(T.certificates.printRegister), href: base + "/register.pdf", .quiet, icon: .print)
                LinkButton(t(T.certificates.downloadRegister), href: base + "/register.xlsx", .quiet, icon: .download)
            }
            CertificateDeskViews.table(visit, book.certificates, title)
            if book.count > book.size {
                Pagination(
                    t(T.certificates.pages),
                    place: t(T.certificates.placeAmong(first: .number((book.page - 1) * book.size + 1), last: .number(min(book.page * book.size, book.count)), all: .number(book.count))),
                    previous: book.page > 1 ? Look.Link(t(T.common.previousPage), href: "\(base)?page=\(book.page - 1)") : nil,
                    next: book.page * book.size < book.count ? Look.Link(t(T.common.nextPage), href: "\(base)?page=\(book.page + 1)") : nil)
            }
        }
    }
}
