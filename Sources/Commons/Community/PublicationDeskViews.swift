import Forms
import HTML
import Kernel
import Languages
import Look

/// Publications at the centre's desk.
struct PublicationDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.community.publications), href: reader.link("/staff/publications"))] }

    func list(_ books: [Publication]) -> Screen {
        Screen(t(T.community.publications)) {
            Heading(t(T.community.publications), lead: t(T.community.booksDeskLead))
            if books.isEmpty {
                EmptyState(t(T.community.booksDeskNone), t(T.community.booksDeskNoneText)) { Empty() }
            } else {
                DataTable(t(T.community.publications), rows: books, columns: [
                    Column(t(T.community.bookTitle), .name) { book in
                        a(.href(reader.link("/staff/publications/\(book.id)"))) { t.run(book.draft.title, book.draft.language) }
                    },
                    Column(t(T.community.kind)) { book in t(book.kind.name) },
                    Column(t(T.community.authors)) { book in book.imprint.byline.isEmpty ? book.authors.map(\.name).joined(separator: ", ") : book.imprint.byline },
                    Column(t(T.common.state)) { book in Chip(book.state.tone, t(book.state.name)) },
                    Column(t(T.community.since)) { book in t.day(reader.centre.zone.day(of: book.asked), .numeric) },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.community.newCollection), href: reader.link("/staff/publications/new")) }
        }
    }

    func new(_ form: FilledForm) -> Screen {
        Screen(t(T.community.newCollection), trail: trail) {
            FormFaults(form)
            Heading(t(T.community.newCollection), lead: t(T.community.newCollectionLead))
            Look::Form(action: reader.link("/staff/publications/new"), hidden: reader.hidden, isGuarded: true) {
                PublicationViews(reader: reader).fields(form)
                Buttons { Submit(t(T.community.begin)) }
            }
        }
    }

    func show(_ sight: BookSight, imprint: FilledForm, version: FilledForm, other: FilledForm) -> Screen {
        let book = sight.book, base = reader.link("/staff/publications/\(book.id)")
        return Screen(t.shown(book.draft.title), trail: trail) {
            FormFaults(imprint)
            FormFaults(version)
            FormFaults(other)
            Heading(t.run(book.draft.title, book.draft.language), kind: Run("\(t(book.kind.name)), \(t(book.state.name))"))
            acts(sight, base)
            if book.isOpen {
                if book.kind == .collection { parts(sight, other, base) }
                self.imprint(imprint, base)
                if book.kind == .work { PublicationViews(reader: reader).writing(version, "\(base)/versions") }
            }
            PublicationViews(reader: reader).versions(sight)
            if book.isOpen, book.kind == .work { declining(other, base) }
        }
    }

    @HTMLBuilder private func acts(_ sight: BookSight, _ base: String) -> some HTML {
        let book = sight.book, isReady = book.kind == .collection ? !sight.parts.isEmpty : !sight.text.isEmpty
        if book.state == .declined { Notice(.neutral) { HTML::p { t.run(book.reason) } } }
        Buttons {
            if book.state == .asked { ButtonForm(t(T.community.take), action: "\(base)/take", hidden: reader.hidden) }
            if book.state == .published { LinkButton(t(T.community.openPublic), href: reader.link(book.path), .quiet) }
            if isReady, book.isOpen { LinkButton(t(T.community.proofPDF), href: "\(base)/proof.pdf", .quiet, icon: .print) }
            if isReady, book.state == .editing { ButtonForm(t(T.community.publishBook), action: "\(base)/publish", hidden: reader.hidden) }
        }
        if !isReady, book.isOpen { Notice(.info) { HTML::p { t(T.community.errorNothingToSet) } } }
    }

    /// Which notes, and in which order.
    private func parts(_ sight: BookSight, _ form: FilledForm, _ base: String) -> some HTML {
        let places = Dictionary(uniqueKeysWithValues: sight.parts.enumerated().map { ($1.id, $0 + 1) })
        let all = sight.parts + sight.practices.filter { places[$0.id] == nil }
        return Group {
            h2 { t(T.community.contents) }
            if all.isEmpty { HTML::p { t(T.community.none) } }
            if !all.isEmpty {
                Look::Form(action: "\(base)/parts", hidden: reader.hidden, label: t(T.community.contents)) {
                    if let fault = form.fault("parts") { HTML::p(.class("error")) { fault } }
                    DataTable(t(T.community.chooseNotes), rows: all, columns: [
                        Column(t(T.community.note), .name) { practice in
                            div(.class("choice")) {
                                input(.type(.checkbox), .id("field-parts-\(practice.id)"), .name("parts"), .value("\(practice.id)"), .checked(places[practice.id] != nil))
                                HTML::label(.for("field-parts-\(practice.id)")) { t.run(practice.title, practice.language) }
                            }
                        },
                        Column(t(T.community.authors)) { practice in practice.named.map(\.name).joined(separator: ", ") },
                        Column(t(T.community.place)) { practice in
                            div(.class("field")) {
                                input(
                                    .type(.text), .name("place-\(practice.id)"), .value(places[practice.id].map { "\($0)" }), .class("short"), .inputmode("numeric"),
                                    .maxlength(TextLimit.number.rawValue), .aria("label", "\(t(T.community.place)): \(t.shown(practice.title))"))
                            }
                        },
                    ])
                    Buttons { Submit(t(T.community.saveContents), .quiet) }
                }
            }
        }
    }

    private func imprint(_ form: FilledForm, _ base: String) -> some HTML {
        Group {
            h2 { t(T.community.imprint) }
            Look::Form(action: base, hidden: reader.hidden, isGuarded: true, label: t(T.community.imprint)) {
                PublicationViews(reader: reader).fields(form)
                form.field(T.community.byline, "byline", .full, hint: T.community.bylineHint, isOptional: true).text()
                FieldRow {
                    form.field(T.community.year, "year", .short, isOptional: true).number()
                    form.field(T.community.isbn, "isbn", hint: T.community.isbnHint, isOptional: true).text()
                }
                form.field(T.community.cip, "cip", .full, hint: T.community.cipHint, isOptional: true).area(rows: 6)
                Buttons { Submit(t(T.common.save), .quiet) }
            }
        }
    }

    private func declining(_ form: FilledForm, _ base: String) -> some HTML {
        Disclosure(t(T.community.decline), isOpen: form.fault("reason") != nil) {
            Look::Form(action: "\(base)/decline", hidden: reader.hidden, label: t(T.community.decline)) {
                form.field(T.community.reason, "reason", .full, hint: T.community.reasonHint).area(rows: 3)
                Buttons { Submit(t(T.community.decline), .quiet) }
            }
        }
    }
}
