import Forms
import HTML
import Kernel
import Languages
import Look

/// Books of the register by years.
struct RegistryBookViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/staff/registry/books") }
    private var trail: [Look.Link] { [Look.Link(t(T.registry.title), href: reader.link("/staff/registry"))] }

    func list(_ books: [RegistryBook], _ counts: [RegistryBook.ID: (all: Int, open: Int)], _ form: FilledForm) -> Screen {
        Screen(t(T.registry.books), trail: trail) {
            FormFaults(form)
            Heading(t(T.registry.books), lead: t(T.registry.booksLead))
            if books.isEmpty { EmptyState(t(T.registry.none), t(T.registry.noneText)) { Empty() } } else { table(books, counts) }
            h2 { t(T.registry.style) }
            Form(action: base, hidden: reader.hidden, label: t(T.registry.style)) {
                form.field(T.registry.styleQuestion, "style", hint: T.registry.styleHint).radios(RegistryStyle.allCases.map { style in
                    Field.Choice(
                        style.rawValue, t(style.name), hint: [0, 1].map { style.label(45, sub: $0, year: reader.today.year, mark: "610") }.joined(separator: ", "))
                })
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    private func table(_ books: [RegistryBook], _ counts: [RegistryBook.ID: (all: Int, open: Int)]) -> some HTML {
        DataTable(t(T.registry.books), rows: books, columns: [
            Column(t(T.registry.year), .name) { book in a(.href(reader.link("/staff/registry?year=\(book.year)"))) { "\(book.year)" } },
            Column(t(T.registry.lastNumber), .number) { book in t.number(book.last) },
            Column(t(T.registry.papers), .number) { book in t.number(counts[book.id]?.all ?? 0) },
            Column(t(T.registry.openPapers), .number) { book in t.number(counts[book.id]?.open ?? 0) },
            Column(t(T.common.state)) { book in
                if let day = book.closed { Chip(.good, t(T.registry.closedOn(day: .day(day, .numeric)))) } else { Chip(.waiting, t(T.registry.goesOn)) }
            },
            Column(t(T.registry.handle), .act) { book in
                Buttons {
                    LinkButton(t(T.registry.printBook(year: .text("\(book.year)"))), href: "\(base)/\(book.id)/book.pdf", .quiet, icon: .print)
                    LinkButton(t(T.registry.sheetBook(year: .text("\(book.year)"))), href: "\(base)/\(book.id)/book.xlsx", .quiet, icon: .download)
                    if book.mayClose(on: reader.today) {
                        LinkButton(t(T.registry.closeBook(year: .text("\(book.year)"))), href: "\(base)/\(book.id)/close", .quiet)
                    }
                }
            },
        ], isCaptionHidden: true)
    }

    /// - Parameter open: so many of its papers still wait for something.
    func close(_ book: RegistryBook, open: Int, _ form: FilledForm) -> Screen {
        let title = t(T.registry.closeBook(year: .text("\(book.year)")))
        return Screen(title, trail: trail + [Look.Link(t(T.registry.books), href: base)]) {
            FormFaults(form)
            Confirmation(
                title, act: ButtonForm(t(T.registry.close), action: "\(base)/\(book.id)/close", hidden: reader.hidden),
                back: Look.Link(t(T.common.back), href: base)
            ) {
                HTML::p { t(T.registry.closeWhat(number: .number(book.last))) }
                if open > 0 { HTML::p { t(T.registry.closeOpen(count: open)) } }
            }
        }
    }
}
