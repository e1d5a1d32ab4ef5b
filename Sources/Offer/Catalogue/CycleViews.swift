import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// Accreditors with their cycles, one cycle with its lists, one accreditor.
struct CycleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ accreditors: [Accreditor], _ cycles: [Cycle], _ form: FilledForm) -> Screen {
        Screen(t(T.catalogue.cycles), trail: reader.catalogueTrail) {
            FormFaults(form)
            Heading(t(T.catalogue.cycles), lead: t(T.catalogue.cyclesLead))
            if accreditors.isEmpty {
                EmptyState(t(T.catalogue.noAccreditorsTitle), t(T.catalogue.noAccreditorsText)) {
                    LinkButton(t(T.catalogue.addAccreditor), href: reader.link("/catalogue/accreditors/new"))
                }
            }
            ForEach(accreditors) { accreditor in AccreditorCycles(accreditor: accreditor, cycles: cycles.filter { $0.accreditor.id == accreditor.id }, reader: reader) }
            Disclosure(t(T.catalogue.addCycle), isOpen: form.problem != nil || (cycles.isEmpty && !accreditors.isEmpty)) {
                Form(action: reader.link("/catalogue/cycles"), hidden: reader.hidden) {
                    form.field(T.catalogue.accreditor, "accreditor").select(accreditors.map { Field.Choice("\($0.id)", t.run("\($0.code) – \($0.name)")) })
                    CycleDays(form: form)
                    Buttons { Submit(t(T.common.add)) }
                }
            }
            HTML::p { a(.href(reader.link("/catalogue/accreditors/new"))) { t(T.catalogue.addAccreditor) } }
        }
    }

    /// One cycle with its three lists, each a line an entry.
    func show(_ cycle: Cycle, _ form: FilledForm) -> Screen {
        let own = reader.link("/catalogue/cycles/\(cycle.id)")
        return Screen(t.shown(cycle.title), trail: reader.cyclesTrail) {
            FormFaults(form)
            Heading(t.run(cycle.title), kind: Run(t(T.catalogue.cycle)))
            HTML::p { a(.href("\(own)/renewal")) { t(T.catalogue.renewMany) } }
            Form(action: own, hidden: reader.hidden, isGuarded: true) {
                Fieldset(t(T.catalogue.partDays)) { CycleDays(form: form) }
                Fieldset(t(T.catalogue.lists), hint: t(T.catalogue.listsHint)) {
                    ForEach(CodeList.allCases) { list in
                        form.field(name(list), list.rawValue, .full, isOptional: true).area(rows: list == .area || list == .target ? 12 : 8)
                    }
                }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    private func name(_ list: CodeList) -> Phrase {
        switch list {
        case .competence: T.catalogue.competences
        case .priority: T.catalogue.priorities
        case .area: T.catalogue.areas
        case .target: T.catalogue.targetGroups
        }
    }

    /// - Parameter accreditor: nil for a new one.
    func accreditor(_ accreditor: Accreditor?, _ form: FilledForm) -> Screen {
        let title = accreditor.map { t.shown($0.code) } ?? t(T.catalogue.addAccreditor)
        return Screen(title, trail: reader.cyclesTrail) {
            FormFaults(form)
            Heading(title)
            Form(action: reader.link("/catalogue/accreditors/\(accreditor?.id.description ?? "new")"), hidden: reader.hidden) {
                form.field(T.catalogue.accreditorCode, "code", .short).text()
                form.field(T.catalogue.accreditorName, "name", .full).text()
                form.field(T.catalogue.country, "country", otherwise: Country.serbia.rawValue).radios([
                    Field.Choice(Country.serbia.rawValue, t(T.catalogue.serbia)), Field.Choice(Country.lithuania.rawValue, t(T.catalogue.lithuania)),
                ])
                AccreditorRuleFields(form: form)
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}

/// An accreditor with its cycles.
struct AccreditorCycles: View {
    let accreditor: Accreditor
    let cycles: [Cycle]
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        h2 { t.run(accreditor) }
        HTML::p {
            t.run(accreditor.name, accreditor.language(of: accreditor.name)); " · "
            a(.href(reader.link("/catalogue/accreditors/\(accreditor.id)")), .aria("label", t(T.catalogue.editOf(name: .title(accreditor.code))))) { t(T.common.edit) }
        }
        if cycles.isEmpty {
            HTML::p(.class("muted")) { t(T.catalogue.noCyclesYet) }
        } else {
            DataTable(t(T.catalogue.cyclesOf(name: .title(accreditor.code))), rows: cycles, columns: [
                Column(t(T.catalogue.cycle), .name) { cycle in a(.href(reader.link("/catalogue/cycles/\(cycle.id)"))) { t.run(cycle.name) } },
                Column(t(T.catalogue.valid)) { cycle in t.days(cycle.days) },
                Column(t(T.common.state)) { cycle in state(of: cycle) },
                Column(t(T.catalogue.programmes), .act) { cycle in
                    a(.href(reader.link("/catalogue?cycle=\(cycle.id)"))) { t(T.catalogue.programmes) }
                },
            ], isCaptionHidden: true)
        }
    }

    private func state(of cycle: Cycle) -> Chip {
        if cycle.contains(reader.today) { return Chip(.good, t(T.catalogue.current)) }
        return Chip(.neutral, t(cycle.isOver(on: reader.today) ? T.catalogue.over : T.catalogue.coming))
    }
}

/// Name and days, which a new cycle and an old one have alike.
struct CycleDays: View {
    let form: FilledForm

    var body: some HTML {
        form.field(T.catalogue.cycleName, "name", hint: T.catalogue.cycleNameHint).text()
        form.day(T.catalogue.firstDay, "first")
        form.day(T.catalogue.lastDay, "last")
    }
}

extension Reader {
    /// The way to a page of the cycles.
    var cyclesTrail: [Look.Link] { catalogueTrail + [Look.Link(t(T.catalogue.cycles), href: link("/catalogue/cycles"))] }
}
