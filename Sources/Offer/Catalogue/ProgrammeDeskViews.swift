import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// The catalogue at the desk: a table that prints, with the same search and facets as the public list.
struct ProgrammeDesk: View {
    let listing: ProgrammeListing
    let today: Day
    let t: Texts
    let link: (String) -> String

    var body: some HTML {
        let action = link("/catalogue")
        let facets = ProgrammeFacets(listing: listing, action: action, today: today, t: t)
        Beside {
            Heading(t(T.catalogue.programmes))
            ProgrammeSearchForm(query: listing.query, action: action, t: t)
            FilterChips(t(T.common.state), ProgrammeFilters.State.allCases.map { state($0, action) })
        } card: {
            HTML::p { LinkButton(t(T.catalogue.addProgramme), href: link("/catalogue/new")) }
            HTML::p { a(.href(link("/imports/new/programmes"))) { t(T.catalogue.importProgrammes) } }
            HTML::p { a(.href(link("/catalogue/cycles"))) { t(T.catalogue.cycles) } }
            Facets(t(T.common.filter), more: t(T.catalogue.more), groups: facets.groups, isOpen: false)
        } content: {
            if !facets.chosen.isEmpty { FilterChips(t(T.catalogue.chosen), facets.chosen) }
            if listing.lines.isEmpty {
                EmptyState(t(T.catalogue.nothingTitle), t(T.catalogue.deskNothingText)) { Empty() }
            } else {
                table
                ProgrammePagination(listing: listing, action: action, t: t)
            }
        }
    }

    private func state(_ state: ProgrammeFilters.State, _ action: String) -> NavItem {
        let query = listing.with("state", state == .valid ? nil : state.rawValue).query
        let isCurrent = listing.filters.state == state
        return NavItem(
            t(state == .valid ? T.catalogue.validOnes : T.catalogue.withdrawnOnes), href: query.isEmpty ? action : "\(action)?\(query)",
            isCurrent: isCurrent, count: isCurrent ? listing.counts.total : nil)
    }

    private var table: some HTML {
        let isEvery = listing.filters.cycle == .every
        return DataTable(t(T.catalogue.found(count: listing.counts.total)), rows: listing.lines, columns: [
            Column(t(T.catalogue.title), .name) { line in
                a(.href(link("/catalogue/programmes/\(line.id)")), .lang(t.lang(of: line.language))) { t.shown(line.title) }
                if line.withdrawal != nil { " "; Chip(.bad, t(T.catalogue.withdrawn)) }
            },
            Column(t(T.catalogue.listNumber), .number) { line in line.number },
            Column(t(T.catalogue.cycle)) { line in isEvery ? t.run(line.cycle) : t.run(line.cycle.accreditor) },
            Column(t(T.catalogue.hours), .number) { line in line.hours },
            Column(t(T.catalogue.competence)) { line in t.shown(line.competence?.code ?? "") },
        ])
    }
}

/// What can be done with a programme.
struct ProgrammeActs: View {
    let programme: Programme
    let link: (String) -> String
    let hidden: [Hidden]
    let t: Texts

    var body: some HTML {
        let own = link("/catalogue/programmes/\(programme.id)")
        Card {
            HTML::p { LinkButton(t(T.common.edit), href: own + "/edit") }
            if programme.isWithdrawn {
                ButtonForm(t(T.catalogue.restore), .quiet, action: own + "/return", hidden: hidden)
            } else {
                HTML::p { a(.href(own + "/withdrawal")) { t(T.catalogue.withdraw) } }
            }
            HTML::p { a(.href(link("/programmes/\(programme.id)"))) { t(T.catalogue.publicPage) } }
        }
    }
}

/// The programme's way through the cycles: into the next one, and from the one before.
struct LineageForms: View {
    let programme: Programme
    let cycles: [Cycle]
    let action: String
    let typed: Typed
    let hidden: [Hidden]
    let t: Texts
    let mistake: (String) -> String?

    var body: some HTML {
        let later = cycles.filter { $0.follows(programme.cycle) }
        let earlier = cycles.filter { programme.cycle.follows($0) }
        if !later.isEmpty {
            Disclosure(t(T.catalogue.renew), isOpen: isOpen("renewal")) {
                HTML::p { t(T.catalogue.renewMeaning) }
                form("renewal", later, submit: T.catalogue.renew)
            }
        }
        if !earlier.isEmpty {
            Disclosure(t(T.catalogue.linkPredecessor), isOpen: isOpen("predecessor")) {
                HTML::p { t(T.catalogue.linkMeaning) }
                form("predecessor", earlier, submit: T.common.save)
            }
        }
    }

    private func isOpen(_ name: String) -> Bool { mistake("\(name)-cycle") != nil || mistake("\(name)-number") != nil }

    private func form(_ name: String, _ cycles: [Cycle], submit: Phrase) -> some HTML {
        Form(action: "\(action)/\(name)", hidden: hidden) {
            Field(t(T.catalogue.cycle), name: "\(name)-cycle", value: typed["\(name)-cycle"], error: mistake("\(name)-cycle"))
                .select(cycles.map { Field.Choice("\($0.id)", t.shown($0.title)) })
            Field(t(T.catalogue.number), name: "\(name)-number", value: typed["\(name)-number"], error: mistake("\(name)-number"), width: .short).text()
            Buttons { Submit(t(submit), .quiet) }
        }
    }
}
