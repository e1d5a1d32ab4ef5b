import Forms
import HTML
import Kernel
import Languages
import Look

/// The public list of programmes: search, what was chosen, the facets beside, the programmes, the pages.
struct ProgrammeListViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter rows: of the programmes that this page shows.
    func list(_ listing: ProgrammeListing, _ rows: [Written]) -> Screen {
        let facets = ProgrammeFacets(listing: listing, reader: reader)
        return Screen(t(T.catalogue.programmes), description: t(T.catalogue.lead), isIndexed: listing.query.query.isEmpty) {
            Beside {
                Heading(t(T.catalogue.programmes), lead: t(T.catalogue.lead))
                ProgrammeSearchForm(listing: listing, reader: reader)
            } card: {
                Facets(t(T.common.filter), more: t(T.catalogue.more), groups: facets.groups, isOpen: false)
            } content: {
                if !facets.chosen.isEmpty { FilterChips(t(T.catalogue.chosen), facets.chosen) }
                if rows.isEmpty {
                    nothing(in: listing)
                } else {
                    compared(listing)
                    HTML::p(.class("muted")) { t(T.catalogue.found(count: listing.counts.total)) }
                    EntryList(written: rows)
                    ProgrammePagination(listing: listing, reader: reader)
                }
            }
        }
    }

    /// What was chosen so far, and the way to see it side by side.
    @HTMLBuilder
    private func compared(_ listing: ProgrammeListing) -> some HTML {
        if !listing.compared.isEmpty {
            Notice(.info, t(T.catalogue.compareChosen)) {
                ul {
                    ForEach(listing.compared) { line in
                        li {
                            t.run(line.title, line.language); " "
                            a(.href(toggle(line.id, listing)), .aria("label", "\(t(T.catalogue.compareDrop)): \(t.shown(line.title))")) { t(T.catalogue.compareDrop) }
                        }
                    }
                }
                if listing.compared.count > 1 {
                    HTML::p { LinkButton(t(T.catalogue.compareAct), href: reader.link("/programmes/compare?\(ProgrammeComparison.field)=\(listing.comparison.text)"),
                        .quiet) }
                } else {
                    HTML::p { t(T.catalogue.compareMore) }
                }
            }
        }
    }

    /// The same page of the list with one programme more or less chosen.
    private func toggle(_ id: Programme.ID, _ listing: ProgrammeListing) -> String {
        let query = reader.query.with(ProgrammeComparison.field, listing.comparison.toggling(id).text).query
        return reader.link(reader.path) + (query.isEmpty ? "" : "?\(query)")
    }

    @HTMLBuilder
    private func nothing(in listing: ProgrammeListing) -> some HTML {
        if !listing.isStocked || listing.query.with("page", nil).query.isEmpty {
            EmptyState(t(T.catalogue.emptyTitle), t(T.catalogue.emptyText)) { Empty() }
        } else {
            EmptyState(t(T.catalogue.nothingTitle), t(T.catalogue.nothingText)) {
                Buttons {
                    if listing.filters.cycle != .every { LinkButton(t(T.catalogue.searchAllCycles), href: reader.here("cycle", "all"), .quiet) }
                    LinkButton(t(T.catalogue.showAll), href: reader.link("/programmes"), .quiet)
                }
            }
        }
    }

    func row(_ line: ProgrammeLine, isOfSeveralCycles: Bool) -> Written {
        let codes = [line.area?.label, line.competence?.code].compactMap { $0 }.map { t.run($0, line.cycle.accreditor.language(of: $0)) }
        let place = [t.name(line.form)] + (line.isFree ? [t(T.catalogue.free)] : [])
        let entry = Entry(
            title: t.run(line.title, line.language), href: reader.link("/programmes/\(line.id)"), measure: t(T.common.hours(count: line.hours)),
            mark: t(T.catalogue.numberShort(number: .text(line.number))),
            facts: codes + place.map { Run($0) } + (isOfSeveralCycles ? [t.run(line.cycle)] : []))
        return Written(EntryRow(entry), in: t.language)
    }
}

/// The line to type into, which keeps what is chosen.
struct ProgrammeSearchForm: View {
    let listing: ProgrammeListing
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        let kept = listing.query.with("q", nil).with("page", nil).fields.filter { !$0.value.isEmpty }
        Form(action: reader.link(reader.path), method: .get, hidden: kept.map { Hidden($0.name, $0.value) }, isInline: true) {
            Field(t(T.catalogue.searchField), name: "q", value: listing.query["q"], optional: "", width: .full).search()
            Submit(t(T.common.search))
        }
    }
}

/// Where we are in a long list, and its neighbours.
struct ProgrammePagination: View {
    let listing: ProgrammeListing
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        if listing.pages > 1 {
            let first = (listing.page - 1) * ProgrammeListing.perPage + 1
            Pagination(
                t(T.catalogue.pages),
                place: t(T.catalogue.place(first: .number(first), last: .number(first + listing.shown.count - 1), total: .number(listing.counts.total))),
                previous: listing.page > 1 ? Look.Link(t(T.common.previousPage), href: href(listing.page - 1)) : nil,
                next: listing.page < listing.pages ? Look.Link(t(T.common.nextPage), href: href(listing.page + 1)) : nil)
        }
    }

    private func href(_ page: Int) -> String { reader.here("page", page > 1 ? "\(page)" : nil) }
}
