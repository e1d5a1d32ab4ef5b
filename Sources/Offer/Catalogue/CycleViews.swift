import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Web

/// Accreditors, each with its cycles.
struct AccreditorList: View {
    let accreditors: [Accreditor]
    let cycles: [Cycle]
    let today: Day
    let t: Texts
    let link: (String) -> String

    var body: some HTML {
        if accreditors.isEmpty {
            EmptyState(t(T.catalogue.noAccreditorsTitle), t(T.catalogue.noAccreditorsText)) {
                LinkButton(t(T.catalogue.addAccreditor), href: link("/catalogue/accreditors/new"))
            }
        }
        ForEach(accreditors) { accreditor in
            h2 { t.run(accreditor) }
            HTML::p {
                t.run(accreditor.name, accreditor.language(of: accreditor.name)); " · "
                a(.href(link("/catalogue/accreditors/\(accreditor.id)")), .aria("label", t(T.catalogue.editOf(name: .title(accreditor.code))))) { t(T.common.edit) }
            }
            let own = cycles.filter { $0.accreditor.id == accreditor.id }
            if own.isEmpty { HTML::p(.class("muted")) { t(T.catalogue.noCyclesYet) } } else { table(own, accreditor) }
        }
    }

    private func table(_ cycles: [Cycle], _ accreditor: Accreditor) -> some HTML {
        DataTable(t(T.catalogue.cyclesOf(name: .title(accreditor.code))), rows: cycles, columns: [
            Column(t(T.catalogue.cycle), .name) { cycle in a(.href(link("/catalogue/cycles/\(cycle.id)"))) { t.shown(cycle.name) } },
            Column(t(T.catalogue.valid)) { cycle in t.days(cycle.days) },
            Column(t(T.common.state)) { cycle in
                if cycle.contains(today) {
                    Chip(.good, t(T.catalogue.current))
                } else {
                    Chip(.neutral, t(cycle.isOver(on: today) ? T.catalogue.over : T.catalogue.coming))
                }
            },
            Column(t(T.catalogue.programmes), .act) { cycle in
                a(.href(link("/catalogue?cycle=\(cycle.id)"))) { t(T.catalogue.programmes) }
            },
        ], isCaptionHidden: true)
    }
}

/// A new cycle of one of the accreditors.
struct CycleFields: View {
    let accreditors: [Accreditor]
    let typed: Typed
    let hidden: [Hidden]
    let action: String
    let t: Texts
    let mistake: (String) -> String?

    var body: some HTML {
        Form(action: action, hidden: hidden) {
            Field(t(T.catalogue.accreditor), name: "accreditor", value: typed["accreditor"], error: mistake("accreditor"))
                .select(accreditors.map { Field.Choice("\($0.id)", t.shown("\($0.code) – \($0.name)")) })
            CycleDays(typed: typed, t: t, mistake: mistake)
            Buttons { Submit(t(T.common.add)) }
        }
    }
}

/// Name and days, which a new cycle and an old one have alike.
struct CycleDays: View {
    let typed: Typed
    let t: Texts
    let mistake: (String) -> String?

    var body: some HTML {
        Field(t(T.catalogue.cycleName), name: "name", value: typed["name"], hint: t(T.catalogue.cycleNameHint), error: mistake("name")).text()
        Field(t(T.catalogue.firstDay), name: "first", value: typed["first"], error: mistake("first"), width: .short).date()
        Field(t(T.catalogue.lastDay), name: "last", value: typed["last"], error: mistake("last"), width: .short).date()
    }
}

/// One cycle with its three lists, each a line an entry.
struct CycleForm: View {
    let cycle: Cycle
    let typed: Typed
    let hidden: [Hidden]
    let action: String
    let t: Texts
    let mistake: (String) -> String?

    static func typed(_ cycle: Cycle, _ codes: [CycleCode]) -> Typed {
        func list(_ list: CodeList) -> String { codes.filter { $0.list == list }.map(\.line.written).joined(separator: "\n") }
        return Typed([
            "name": cycle.name, "first": cycle.days.lowerBound.iso, "last": cycle.days.upperBound.iso,
            "competence": list(.competence), "priority": list(.priority), "area": list(.area),
        ])
    }

    var body: some HTML {
        Form(action: action, hidden: hidden, isGuarded: true) {
            Fieldset(t(T.catalogue.partDays)) { CycleDays(typed: typed, t: t, mistake: mistake) }
            Fieldset(t(T.catalogue.lists), hint: t(T.catalogue.listsHint)) {
                ForEach(CodeList.allCases) { list in
                    Field(
                        t(name(list)), name: list.rawValue, value: typed[list.rawValue], error: mistake(list.rawValue),
                        optional: t(T.common.optional), width: .full
                    ).area(rows: list == .area ? 12 : 8)
                }
            }
            Buttons { Submit(t(T.common.save)) }
        }
    }

    private func name(_ list: CodeList) -> Phrase {
        switch list {
        case .competence: T.catalogue.competences
        case .priority: T.catalogue.priorities
        case .area: T.catalogue.areas
        }
    }
}

struct AccreditorFields: View {
    let typed: Typed
    let hidden: [Hidden]
    let action: String
    let t: Texts
    let mistake: (String) -> String?

    var body: some HTML {
        Form(action: action, hidden: hidden) {
            Field(t(T.catalogue.accreditorCode), name: "code", value: typed["code"], error: mistake("code"), width: .short).text()
            Field(t(T.catalogue.accreditorName), name: "name", value: typed["name"], error: mistake("name"), width: .full).text()
            Field(t(T.catalogue.country), name: "country", value: typed["country"].isEmpty ? Country.serbia.rawValue : typed["country"], error: mistake("country"))
                .radios([
                    Field.Choice(Country.serbia.rawValue, t(T.catalogue.serbia)), Field.Choice(Country.lithuania.rawValue, t(T.catalogue.lithuania)),
                ])
            Buttons { Submit(t(T.common.save)) }
        }
    }
}
