import Centres
import Documents
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// Books of the register: how numbers are written, the print of a year, its end.
enum RegistryBookPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(_ visit: Visit, _ form: FilledForm? = nil) async throws -> Screen {
        let centre = visit.centre.id
        let (books, counts) = try await visit.read { (try RegistryBookStore.all(of: centre, in: $0), try RegistryListStore.counts(of: centre, in: $0)) }
        let style = books.first?.style ?? .year
        return RegistryBookViews(reader: visit.reader).list(books, counts, form ?? visit.form(Typed(["style": style.rawValue])))
    }

    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            guard let style = RegistryStyle(rawValue: visit.typed["style"]) else { throw Problem.invalid("style", T.common.errorChoose) }
            return try await visit.act { act in
                try RegistryBookStore.write(style, at: centre, in: act)
                return Redirect(visit.link("/staff/registry/books"), T.common.saved)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func askClose(_ visit: Visit) async throws -> Answer {
        let book = try await book(visit)
        let open = try await visit.read { try RegistryListStore.counts(of: book.centre, in: $0)[book.id]?.open ?? 0 }
        return visit.page(RegistryBookViews(reader: visit.reader).close(book, open: open, visit.form()))
    }

    @Sendable static func close(_ visit: Visit) async throws -> Answer {
        let book = try await book(visit)
        return try await visit.submit {
            try await visit.act { act in
                try RegistryBookStore.close(book.id, in: act)
                return Redirect(visit.link("/staff/registry/books"), T.registry.saidClosed)
            }
        } again: { RegistryBookViews(reader: visit.reader).close(book, open: 0, $0) }
    }

    private static func book(_ visit: Visit) async throws -> RegistryBook {
        let (centre, id): (_, RegistryBook.ID) = (visit.centre.id, try visit.id("book"))
        let book = try await visit.read { try RegistryBookStore.book(id, in: $0) }
        guard book.centre == centre else { throw Problem.missing }
        return book
    }

    // MARK: As a file

    private static func papers(_ visit: Visit) async throws -> (book: RegistryBook, entries: [RegistryEntry], names: RegistryNames) {
        let book = try await book(visit)
        return try await visit.read { act in
            let entries = try RegistryListStore.all(in: book.id, in: act)
            return (book, entries, try RegistryPages.names(of: entries, at: book.centre, in: act))
        }
    }

    @Sendable static func pdf(_ visit: Visit) async throws -> Answer {
        let (book, entries, names) = try await papers(visit), centre = visit.centre.id
        let (office, logo) = try await visit.read { (try CentreStore.centre(centre, in: $0), try LogoStore.logo(of: centre, in: $0)) }
        let paper = RegistryBookPaper(t: visit.t, office: office, logo: logo, names: names).book(book, entries, at: visit.now)
        return try await visit.printed(paper, with: "register", pictures: logo?.pictures ?? [:], name: "\(paper.title).pdf")
    }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let (book, entries, names) = try await papers(visit)
        let sheet = RegistrySheet(t: visit.t, names: names).sheet(book, entries, on: visit.today)
        return .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(sheet.name).xlsx")
    }
}
