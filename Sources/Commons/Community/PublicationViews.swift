import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// Publications for everybody, and for those who ask for one.
struct PublicationViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ books: [Publication]) -> Screen {
        Screen(t(T.community.publications), description: t(T.community.publicationsLead)) {
            Heading(t(T.community.publications), lead: t(T.community.publicationsLead))
            if books.isEmpty { EmptyState(t(T.community.booksNone), t(T.community.booksNoneText)) { Empty() } }
            if !books.isEmpty {
                EntryList(books.map { book in
                    Entry(
                        title: t.run(book.draft.title, book.draft.language), href: reader.link(book.path), measure: year(book),
                        mark: t(book.kind.name), facts: [byline(book)].filter { !$0.text.isEmpty })
                })
            }
            HTML::p { a(.href(reader.link("/me/publications/new"))) { t(T.community.askBook) } }
        }
    }

    private func year(_ book: Publication) -> String {
        "\(book.imprint.year ?? reader.centre.zone.day(of: book.published ?? book.asked).year)"
    }

    private func byline(_ book: Publication) -> Run {
        let names = book.imprint.byline.isEmpty ? book.authors.map(\.name).joined(separator: ", ") : book.imprint.byline
        return t.run(name: names, book.draft.language)
    }

    func show(_ book: Publication, _ parts: [Practice]) -> Screen {
        let own = book.draft.language
        return Screen(
            t.shown(book.draft.title), description: book.draft.readers.isEmpty ? nil : t.shown(book.draft.readers),
            trail: [Look.Link(t(T.community.publications), href: reader.link("/publications"))]
        ) {
            Heading(t.run(book.draft.title, own), kind: Run(t(book.kind.name)), lead: book.draft.readers.isEmpty ? nil : t.run(book.draft.readers, own))
            Facts {
                if !byline(book).text.isEmpty { FactLine(t(T.community.authors), byline(book)) }
                FactLine(t(T.community.year), year(book))
                if !book.imprint.isbn.isEmpty { FactLine("ISBN", book.imprint.isbn) }
                FactLine(t(T.community.licence)) {
                    let name = t(book.draft.licence.name)
                    if let address = book.draft.licence.address { a(.href(address), .rel("license noopener")) { name } } else { name }
                }
            }
            if let file = book.file { Buttons { LinkButton("\(t(T.community.openBook)) (\(file.label(t)))", href: reader.link(file.path), icon: .download) } }
            if !parts.isEmpty {
                h2 { t(T.community.contents) }
                ol { ForEach(parts) { part in li { a(.href(reader.link(part.path))) { t.run(part.title, part.language) } } } }
            }
        }
    }

    // MARK: Asked for

    func new(_ form: FilledForm) -> Screen {
        Screen(t(T.community.askBook), trail: [Look.Link(t(T.community.mine), href: reader.link("/me/practices"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.community.askBook), lead: t(T.community.askBookLead))
            Look::Form(action: reader.link("/me/publications/new"), hidden: reader.hidden, isGuarded: true) {
                fields(form)
                Buttons { Submit(t(T.community.askForIt)) }
            }
        }
    }

    @HTMLBuilder func fields(_ form: FilledForm) -> some HTML {
        form.field(T.community.bookTitle, "title", .full).text()
        form.field(T.community.language, "language").select(PracticeDraft.languages.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
        form.field(T.community.readers, "readers", .full, hint: T.community.readersHint, isOptional: true).area(rows: 2)
        form.field(T.community.licence, "licence", hint: T.community.licenceHint).select(Licence.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
    }

    func mine(_ sight: BookSight, _ form: FilledForm) -> Screen {
        let book = sight.book
        return Screen(t.shown(book.draft.title), trail: [Look.Link(t(T.community.mine), href: reader.link("/me/practices"))], isIndexed: false) {
            FormFaults(form)
            Heading(t.run(book.draft.title, book.draft.language), kind: Run(t(book.state.name)))
            if book.state == .declined { Notice(.neutral) { HTML::p { t.run(book.reason) } } }
            if book.state == .published { HTML::p { a(.href(reader.link(book.path))) { t(T.community.openPublic) } } }
            if book.isOpen { writing(form, reader.link("/me/publications/\(book.id)")) }
            versions(sight)
        }
    }

    /// Another version: text, a file, a remark.
    func writing(_ form: FilledForm, _ action: String) -> some HTML {
        Look::Form(action: action, hidden: reader.hidden, hasFiles: true, isGuarded: true, label: t(T.community.newVersion)) {
            Fieldset(t(T.community.newVersion), hint: t(T.community.newVersionHint)) {
                form.field(T.community.bookText, "text", .full, hint: T.community.bookTextHint, isOptional: true, most: TextLimit.text.rawValue).area(rows: 16)
                FileFields(form, T.community.file, "file", [.document, .picture], isOptional: true, asksAlt: false)
                form.field(T.community.versionRemark, "remark", .full, hint: T.community.versionRemarkHint, isOptional: true).area(rows: 3)
            }
            Buttons { Submit(t(T.community.saveVersion)) }
        }
    }

    @HTMLBuilder func versions(_ sight: BookSight) -> some HTML {
        if !sight.versions.isEmpty {
            h2 { t(T.community.versions) }
            Timeline(sight.versions.map { one in
                Timeline.Entry(
                    moment: one.made.iso, when: t.instant(one.made), who: one.name, what: t(T.community.versionNumber(number: .number(one.number))),
                    detail: [one.text.isEmpty ? nil : t(T.community.letters(count: one.text.count)), one.remark.isEmpty ? nil : one.remark].compactMap(\.self)
                        .joined(separator: " · "))
            })
            ul {
                ForEach(sight.versions.filter { $0.file != nil }) { one in
                    if let file = one.file { li { a(.href(reader.link(file.path))) { "\(one.number): \(file.name)" }; " (\(file.label(t)))" } }
                }
            }
        }
    }
}

extension Publication.Kind {
    var name: Phrase { self == .work ? T.community.kindWork : T.community.kindCollection }
}
