import Forms
import HTML
import Kernel
import Languages
import Look

/// The catalogue at the desk: the table of programmes, and one programme with what can be done with it.
struct ProgrammeDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// A table that prints, with the same search and facets as the public list.
    func list(_ listing: ProgrammeListing, _ lines: [ProgrammeLine]) -> Screen {
        let facets = ProgrammeFacets(listing: listing, reader: reader)
        return Screen(t(T.catalogue.programmes)) {
            Beside {
                Heading(t(T.catalogue.programmes))
                ProgrammeSearchForm(listing: listing, reader: reader)
                FilterChips(t(T.common.state), ProgrammeFilters.State.allCases.map { chip($0, in: listing) })
            } card: {
                HTML::p { LinkButton(t(T.catalogue.addProgramme), href: reader.link("/catalogue/new")) }
                HTML::p { a(.href(reader.link("/imports/new/programmes"))) { t(T.catalogue.importProgrammes) } }
                let query = listing.query.query
                HTML::p { a(.href(reader.link("/catalogue/programmes.xlsx") + (query.isEmpty ? "" : "?\(query)"))) { t(T.catalogue.download) } }
                HTML::p { a(.href(reader.link("/catalogue/cycles"))) { t(T.catalogue.cycles) } }
                HTML::p {
                    a(.href(reader.link("/catalogue/standing"))) { t(T.catalogue.standing) }
                    " · "
                    a(.href(reader.link("/catalogue/trainers"))) { t(T.catalogue.ties) }
                }
                Facets(t(T.common.filter), more: t(T.catalogue.more), groups: facets.groups, isOpen: false)
            } content: {
                if !facets.chosen.isEmpty { FilterChips(t(T.catalogue.chosen), facets.chosen) }
                if lines.isEmpty {
                    nothing(in: listing)
                } else {
                    table(listing, lines)
                    ProgrammePagination(listing: listing, reader: reader)
                }
            }
        }
    }

    /// The next step: first a catalogue, then its first programme; else another choice.
    @HTMLBuilder
    private func nothing(in listing: ProgrammeListing) -> some HTML {
        if listing.cycles.isEmpty {
            EmptyState(t(T.catalogue.noCyclesTitle), t(T.catalogue.noCyclesText)) { LinkButton(t(T.catalogue.cycles), href: reader.link("/catalogue/cycles")) }
        } else if !listing.isStocked {
            EmptyState(t(T.catalogue.emptyTitle), t(T.catalogue.deskEmptyText)) {
                Buttons {
                    LinkButton(t(T.catalogue.addProgramme), href: reader.link("/catalogue/new"))
                    LinkButton(t(T.catalogue.importProgrammes), href: reader.link("/imports/new/programmes"), .quiet)
                }
            }
        } else {
            EmptyState(t(T.catalogue.nothingTitle), t(T.catalogue.deskNothingText)) {
                LinkButton(t(T.catalogue.showAll), href: reader.link("/catalogue?cycle=all"), .quiet)
            }
        }
    }

    private func chip(_ state: ProgrammeFilters.State, in listing: ProgrammeListing) -> NavItem {
        let isCurrent = listing.filters.state == state
        return NavItem(
            t(state == .valid ? T.catalogue.validOnes : T.catalogue.withdrawnOnes), href: reader.here("state", state == .valid ? nil : state.rawValue),
            isCurrent: isCurrent, count: isCurrent ? listing.counts.total : nil)
    }

    private func table(_ listing: ProgrammeListing, _ lines: [ProgrammeLine]) -> some HTML {
        let isEvery = listing.filters.cycle == .every
        return DataTable(t(T.catalogue.found(count: listing.counts.total)), rows: lines, columns: [
            Column(t(T.catalogue.title), .name) { line in
                a(.href(reader.link("/catalogue/programmes/\(line.id)")), .lang(t.lang(of: line.language))) { t.shown(line.title) }
                if line.withdrawal != nil { " "; Chip(.bad, t(T.catalogue.withdrawn)) }
            },
            Column(t(T.catalogue.listNumber), .number) { line in line.number },
            Column(t(T.catalogue.cycle)) { line in isEvery ? t.run(line.cycle) : t.run(line.cycle.accreditor) },
            Column(t(T.catalogue.hours), .number) { line in line.hours },
            Column(t(T.catalogue.competence)) { line in t.run(line.competence?.code ?? "") },
        ])
    }

    /// - Parameter form: whichever of the forms of its lineage came back.
    func show(_ programme: Programme, _ lineage: [ProgrammeChoice], _ cycles: [Cycle], _ form: FilledForm) -> Screen {
        Screen(t.shown(programme.title), trail: reader.catalogueTrail) {
            FormFaults(form)
            ProgrammeView(programme, lineage: lineage, t: t, href: { reader.link("/catalogue/programmes/\($0)") }) {
                ProgrammeActs(programme: programme, reader: reader)
            }
            LineageForms(programme: programme, cycles: cycles, form: form, reader: reader)
        }
    }
}

/// What can be done with a programme.
struct ProgrammeActs: View {
    let programme: Programme
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        let own = reader.link("/catalogue/programmes/\(programme.id)")
        Card {
            HTML::p { LinkButton(t(T.common.edit), href: own + "/edit") }
            HTML::p { a(.href(own + "/people")) { t(T.catalogue.people) } }
            HTML::p { a(.href(own + "/register")) { t(T.catalogue.registry) } }
            if !programme.isWithdrawn, !programme.cycle.isOver(on: reader.today) {
                HTML::p { a(.href(reader.link("/staff/events/new?programme=\(programme.id)"))) { t(T.catalogue.planEvent) } }
            }
            if programme.isWithdrawn {
                ButtonForm(t(T.catalogue.restore), .quiet, action: own + "/return", hidden: reader.hidden)
            } else {
                HTML::p { a(.href(own + "/withdrawal")) { t(T.catalogue.withdraw) } }
            }
            HTML::p { a(.href(reader.link("/programmes/\(programme.id)"))) { t(T.catalogue.publicPage) } }
        }
    }
}

/// The programme's way through the cycles: into the next one, and from the one before.
struct LineageForms: View {
    let programme: Programme
    let cycles: [Cycle]
    let form: FilledForm
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        let later = cycles.filter { $0.follows(programme.cycle) }
        let earlier = cycles.filter { programme.cycle.follows($0) }
        if !later.isEmpty {
            Disclosure(t(T.catalogue.renew), isOpen: isOpen(.renewal)) {
                HTML::p { t(T.catalogue.renewMeaning) }
                fields(.renewal, later, submit: T.catalogue.renew)
            }
        }
        if !earlier.isEmpty {
            Disclosure(t(T.catalogue.linkPredecessor), isOpen: isOpen(.predecessor)) {
                HTML::p { t(T.catalogue.linkMeaning) }
                fields(.predecessor, earlier, submit: T.common.save)
            }
        }
    }

    private func isOpen(_ own: LineageForm) -> Bool { form.fault(own.cycle) != nil || form.fault(own.number) != nil }

    private func fields(_ own: LineageForm, _ cycles: [Cycle], submit: Phrase) -> some HTML {
        Form(action: reader.link("/catalogue/programmes/\(programme.id)/\(own.rawValue)"), hidden: reader.hidden) {
            form.field(T.catalogue.cycle, own.cycle).select(cycles.map { Field.Choice("\($0.id)", t.run($0.title)) })
            form.field(T.catalogue.number, own.number, .short).text()
            Buttons { Submit(t(submit), .quiet) }
        }
    }
}

extension Reader {
    /// The way to a page of the catalogue's desk.
    var catalogueTrail: [Look.Link] { [Look.Link(t(T.catalogue.programmes), href: link("/catalogue"))] }
}
