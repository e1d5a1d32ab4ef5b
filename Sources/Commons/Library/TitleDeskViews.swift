import Files
package import Forms
import HTML
import Kernel
import Languages
package import Look

/// Titles at the desk: the table, and one title with its copies and what can be done with it.
struct TitleDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter doors: what rooms above add.
    func list(_ listing: TitleListing, _ lines: [TitleLine], _ doors: [LibraryDoor], _ paging: Paging) -> Screen {
        let facets = TitleFacets(listing: listing, reader: reader), query = reader.query.with("page", nil).query
        return Screen(t(T.library.title)) {
            Beside {
                Heading(t(T.library.title))
                TitleSearch(listing: listing, reader: reader)
            } card: {
                HTML::p { LinkButton(t(T.library.addTitle), href: reader.link("/staff/library/new")) }
                LibraryDoors(reader: reader, query: query, doors: doors)
                Facets(t(T.common.filter), more: t(T.library.more), groups: facets.groups, isOpen: false)
            } content: {
                if !facets.chosen.isEmpty { FilterChips(t(T.library.chosen), facets.chosen) }
                if listing.stock == 0 {
                    EmptyState(t(T.library.deskNone), t(T.library.deskNoneText)) {
                        Buttons {
                            LinkButton(t(T.library.addTitle), href: reader.link("/staff/library/new"))
                            if reader.brings { LinkButton(t(T.library.bringRecords), href: reader.link("/staff/library/records"), .quiet) }
                        }
                    }
                } else if lines.isEmpty {
                    EmptyState(t(T.library.noneFound), t(T.library.deskNoneFoundText)) { LinkButton(t(T.library.showAll), href: reader.link("/staff/library"), .quiet) }
                } else {
                    table(lines, of: listing)
                    paging.links(reader)
                }
            }
        }
    }

    private func table(_ lines: [TitleLine], of listing: TitleListing) -> some HTML {
        DataTable(t(T.library.found(count: listing.count)), rows: lines, columns: [
            Column(t(T.library.name), .name) { line in
                let name = t.run(line.name, line.language)
                a(.href(reader.link("/staff/library/\(line.id)")), .lang(name.lang)) { name.text }
            },
            Column(t(T.library.authors)) { line in ForEach(TitleFacets.facts(line, t)) { $0 } },
            Column(t(T.library.year), .number) { line in line.year.map { "\($0)" } ?? "" },
            Column(t(T.library.kind)) { line in t(line.kind.label) },
            Column(t(T.library.copies), .number) { line in "\(line.standing.copies)" },
            Column(t(T.common.state)) { line in if let chip = t.chip(line.standing, line.kind, today: reader.today) { chip } },
        ])
    }

    // MARK: A title

    func new(_ form: FilledForm) -> Screen {
        Screen(t(T.library.addTitle), trail: reader.libraryTrail) {
            FormFaults(form)
            Heading(t(T.library.addTitle), lead: t(T.library.addTitleLead))
            Look::Form(action: reader.link("/staff/library/new"), hidden: reader.hidden, isGuarded: true) {
                TitleFields(form: form, reader: reader)
                if form.fault("sure") != nil { form.field(T.library.sure, "sure").check(isOn: false) }
                Buttons { Submit(t(T.library.addTitle)) }
            }
        }
    }

    func edit(_ title: LibraryTitle, _ form: FilledForm) -> Screen {
        let name = t.run(title.draft.fullName, title.language)
        return Screen(name.text, trail: reader.libraryTrail) {
            FormFaults(form)
            Heading(name, kind: Run(t(title.kind.label)))
            Look::Form(action: reader.link("\(title.deskPath)/edit"), hidden: reader.hidden, isGuarded: true) {
                TitleFields(form: form, reader: reader)
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.back), href: reader.link(title.deskPath), .quiet)
                }
            }
        }
    }

    /// - Parameter brought: what rooms above bring, as it is shown.
    func show(
        _ sight: TitleSight, _ brought: [(title: Phrase?, body: Markup)], copies: FilledForm, parts: FilledForm, cover: FilledForm
    ) -> Screen {
        let title = sight.title, own = reader.link(title.deskPath), name = t.run(title.draft.fullName, title.language)
        return Screen(name.text, trail: reader.libraryTrail) {
            FormFaults(copies)
            FormFaults(parts)
            FormFaults(cover)
            Beside {
                Heading(name, kind: Run(t(title.kind.label)))
            } card: {
                if let chip = t.chip(sight.standing, title.kind, today: reader.today) { HTML::p { chip } }
                HTML::p { LinkButton(t(T.common.edit), href: "\(own)/edit") }
                if title.kind == .journal { HTML::p { a(.href("\(own)/issues")) { t(T.library.issues) } } }
                if sight.isPublic { HTML::p { a(.href(reader.link(title.path))) { t(T.library.publicPage) } } }
                if sight.copies.isEmpty, sight.subscriptions.isEmpty {
                    ButtonForm(t(T.library.removeTitle), .quiet, action: "\(own)/remove", hidden: reader.hidden)
                }
            } content: {
                TitleFacts(sight: sight, reader: reader)
                if title.kind.hasCopies {
                    CopyTable(sight: sight, reader: reader)
                    taking(copies, "\(own)/copies", isOpen: copies.problem != nil || sight.copies.isEmpty)
                }
                ForEach(brought) { part in
                    if let heading = part.title { h2 { t(heading) } }
                    part.body
                }
                if title.kind.hasParts { self.parts(parts, "\(own)/parts") }
                covering(sight, cover, "\(own)/cover")
            }
        }
    }

    private func taking(_ form: FilledForm, _ action: String, isOpen: Bool) -> some HTML {
        Disclosure(t(T.library.takeIn), isOpen: isOpen) {
            Look::Form(action: action, hidden: reader.hidden, isGuarded: true, label: t(T.library.takeIn)) {
                HTML::p { t(T.library.takeInLead) }
                FieldRow {
                    form.field(T.library.count, "count", .short).number()
                    form.day(T.library.acquired, "acquired")
                }
                CopyFields(form: form, reader: reader)
                Buttons { Submit(t(T.library.takeIn)) }
            }
        }
    }

    private func parts(_ form: FilledForm, _ action: String) -> some HTML {
        Disclosure(t(T.library.parts), isOpen: form.problem != nil) {
            Look::Form(action: action, hidden: reader.hidden, isGuarded: true, label: t(T.library.parts)) {
                form.field(T.library.parts, "parts", .full, hint: T.library.partsHint, isOptional: true).area(rows: 8)
                Buttons { Submit(t(T.common.save), .quiet) }
            }
        }
    }

    private func covering(_ sight: TitleSight, _ form: FilledForm, _ action: String) -> some HTML {
        Disclosure(t(T.library.cover), isOpen: form.problem != nil) {
            if let cover = sight.cover {
                PictureView(cover, reader, sizes: "12em", kind: "cover")
                Look::Form(action: action, hidden: reader.hidden + [Hidden("remove", "yes")], hasFiles: true, label: t(T.library.removeCover)) {
                    Buttons { Submit(t(T.library.removeCover), .quiet) }
                }
            }
            Look::Form(action: action, hidden: reader.hidden, hasFiles: true, label: t(T.library.cover)) {
                FileFields(form, T.library.coverFile, "cover", [.picture], asksAlt: false)
                Buttons { Submit(t(T.common.save), .quiet) }
            }
        }
    }
}

/// Ways from the list of titles to the other pages of the desk.
struct LibraryDoors: View {
    let reader: Reader
    /// What the list is narrowed to, for its files.
    let query: String
    let doors: [LibraryDoor]
    private var t: Texts { reader.t }

    var body: some HTML {
        let narrowed = query.isEmpty ? "" : "?\(query)"
        if reader.brings {
            HTML::p { a(.href(reader.link("/staff/library/records"))) { t(T.library.bringRecords) } }
            HTML::p { a(.href(reader.link("/imports/new/titles"))) { t(T.library.bringList) } }
        }
        HTML::p {
            t(T.library.download); " "
            a(.href(reader.link("/staff/library/titles.xlsx") + narrowed)) { "XLSX" }; ", "
            a(.href(reader.link("/staff/library/titles.csv") + narrowed)) { "CSV" }; ", "
            a(.href(reader.link("/staff/library/titles.xml") + narrowed)) { "MARCXML" }
        }
        HTML::p { a(.href(reader.link("/staff/library/issues"))) { t(T.library.missingIssues) } }
        HTML::p { a(.href(reader.link("/staff/library/wishes"))) { t(T.library.wishes) } }
        HTML::p { a(.href(reader.link("/staff/library/write-off"))) { t(T.library.writeOff) } }
        HTML::p { a(.href(reader.link("/staff/library/figures"))) { t(T.library.figures) } }
        ForEach(doors) { door in HTML::p { a(.href(reader.link(door.path))) { t(door.label) } } }
    }
}

extension Reader {
    /// Whether whoever reads may bring lists: imports are the coordinator's.
    fileprivate var brings: Bool { actor.coordinates(centre.id) }

    /// The way to a page of the library's desk.
    package var libraryTrail: [Look.Link] { [Look.Link(t(T.library.title), href: link("/staff/library"))] }
}
