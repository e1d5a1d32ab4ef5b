import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// Search, what was chosen, the facets beside, the programmes, the pages.
struct ProgrammeListView: View {
    let listing: ProgrammeListing
    let action: String
    let today: Day
    let t: Texts
    let href: (ProgrammeLine) -> String

    var body: some HTML {
        Beside {
            Heading(t(T.catalogue.programmes), lead: t(T.catalogue.lead))
            ProgrammeSearchForm(query: listing.query, action: action, t: t)
        } card: {
            Facets(t(T.common.filter), more: t(T.catalogue.more), groups: facets.groups, isOpen: false)
        } content: {
            if !facets.chosen.isEmpty { FilterChips(t(T.catalogue.chosen), facets.chosen) }
            if listing.lines.isEmpty {
                nothing
            } else {
                HTML::p(.class("muted")) { t(T.catalogue.found(count: listing.counts.total)) }
                EntryList(listing.lines.map(entry))
                ProgrammePagination(listing: listing, action: action, t: t)
            }
        }
    }

    private var facets: ProgrammeFacets { ProgrammeFacets(listing: listing, action: action, today: today, t: t) }

    @HTMLBuilder
    private var nothing: some HTML {
        if listing.query.with("page", nil).query.isEmpty {
            EmptyState(t(T.catalogue.emptyTitle), t(T.catalogue.emptyText)) { Empty() }
        } else {
            EmptyState(t(T.catalogue.nothingTitle), t(T.catalogue.nothingText)) {
                Buttons {
                    if listing.filters.cycle != .every {
                        LinkButton(t(T.catalogue.searchAllCycles), href: "\(action)?\(listing.with("cycle", "all").query)", .quiet)
                    }
                    LinkButton(t(T.catalogue.showAll), href: action, .quiet)
                }
            }
        }
    }

    private func entry(_ line: ProgrammeLine) -> Entry {
        let codes = [line.area?.label, line.competence?.code].compactMap { $0 }.map { t.run($0, line.cycle.accreditor.language(of: $0)) }
        let place = [t.name(line.form)] + (line.isFree ? [t(T.catalogue.free)] : [])
        return Entry(
            title: t.run(line.title, line.language), href: href(line), measure: t(T.common.hours(count: line.hours)),
            mark: t(T.catalogue.numberShort(number: .text(line.number))), facts: codes + place.map { Run($0) } + cycle(line))
    }

    /// The catalogue is named where programmes of several stand in one list.
    private func cycle(_ line: ProgrammeLine) -> [Run] {
        if case .one = listing.filters.cycle { return [] }
        return listing.counts.cycles.count > 1 ? [t.run(line.cycle)] : []
    }
}

/// The line to type into, which keeps what is chosen.
struct ProgrammeSearchForm: View {
    let query: Typed
    let action: String
    let t: Texts

    var body: some HTML {
        let kept = query.with("q", nil).with("page", nil).fields.filter { !$0.value.isEmpty }
        Form(action: action, method: .get, hidden: kept.map { Hidden($0.name, $0.value) }, isInline: true) {
            Field(t(T.catalogue.searchField), name: "q", value: query["q"], hint: nil, optional: "", width: .full).search()
            Submit(t(T.common.search))
        }
    }
}

struct ProgrammePagination: View {
    let listing: ProgrammeListing
    let action: String
    let t: Texts

    var body: some HTML {
        if listing.pages > 1 {
            let first = (listing.page - 1) * ProgrammeListing.perPage + 1
            Pagination(
                t(T.catalogue.pages),
                place: t(T.catalogue.place(first: .number(first), last: .number(first + listing.lines.count - 1), total: .number(listing.counts.total))),
                previous: listing.page > 1 ? Look.Link(t(T.common.previousPage), href: href(listing.page - 1)) : nil,
                next: listing.page < listing.pages ? Look.Link(t(T.common.nextPage), href: href(listing.page + 1)) : nil)
        }
    }

    private func href(_ page: Int) -> String {
        let query = listing.with("page", page > 1 ? "\(page)" : nil).query
        return query.isEmpty ? action : "\(action)?\(query)"
    }
}
