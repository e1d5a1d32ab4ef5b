import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Web

/// All that a catalogue says of a programme, to be typed.
struct ProgrammeFields: View {
    let cycle: Cycle
    let codes: [CycleCode]
    let typed: Typed
    let hidden: [Hidden]
    let action: String
    let t: Texts
    let mistake: (String) -> String?

    var body: some HTML {
        Form(action: action, hidden: hidden, isGuarded: true) {
            Fieldset(t(T.catalogue.partNames)) {
                field(T.catalogue.number, "number", width: .short).text()
                field(T.catalogue.title, "title", width: .full).text()
                field(T.catalogue.language, "language").select(Language.allCases.map { Field.Choice($0.rawValue, t(ProgrammeWords.phrase($0))) })
                field(T.catalogue.institution, "institution", isOptional: true, width: .full).text()
            }
            Fieldset(t(T.catalogue.partPlace)) {
                field(T.catalogue.hours, "hours", hint: T.catalogue.hoursHint, width: .short).number()
                ForEach(CodeList.allCases) { list in code(list) }
                field(T.catalogue.form, "form").radios(Programme.Form.allCases.map { Field.Choice($0.rawValue, t.name($0)) })
                field(T.catalogue.seatsMax, "seats", width: .short).number()
                field(T.catalogue.freeField, "free", isOptional: nil).check(isOn: typed.has("free"))
            }
            Fieldset(t(T.catalogue.partPeople), hint: t(T.catalogue.namesHint)) {
                field(T.catalogue.authors, "authors", isOptional: true).area(rows: 3)
                field(T.catalogue.trainers, "trainers", isOptional: true, hint: T.catalogue.trainersHint).area(rows: 4)
            }
            Fieldset(t(T.catalogue.partContent), hint: t(T.catalogue.linesHint)) {
                field(T.catalogue.target, "target", isOptional: true, width: .full).area(rows: 2)
                field(T.catalogue.goal, "goal", isOptional: true, width: .full).area(rows: 3)
                field(T.catalogue.outcomes, "outcomes", isOptional: true, width: .full).area(rows: 5)
                field(T.catalogue.topics, "topics", isOptional: true, width: .full).area(rows: 5)
            }
            Buttons { Submit(t(T.common.save)) }
        }
    }

    private func code(_ list: CodeList) -> some HTML {
        let choices = codes.filter { $0.list == list }.map { Field.Choice("\($0.id)", t.shown($0.label)) }
        return Field(
            t.name(list), name: list.rawValue, value: typed[list.rawValue], hint: choices.isEmpty ? t(T.catalogue.listEmpty) : nil,
            error: mistake(list.rawValue), optional: t(T.common.optional), width: .full
        ).select([Field.Choice("", t(T.catalogue.notChosen))] + choices)
    }

    private func field(
        _ label: Phrase, _ name: String, isOptional: Bool? = false, hint: Phrase? = nil, width: Field.Width = .medium
    ) -> Field {
        Field(
            t(label), name: name, value: typed[name], hint: hint.map { t($0) }, error: mistake(name),
            optional: isOptional == true ? t(T.common.optional) : nil, width: width)
    }
}

/// In which cycle a new programme stands.
struct CycleChoice: View {
    let cycles: [Cycle]
    let today: Day
    let t: Texts
    let link: (String) -> String

    var body: some HTML {
        if cycles.isEmpty {
            EmptyState(t(T.catalogue.noCyclesTitle), t(T.catalogue.noCyclesText)) {
                LinkButton(t(T.catalogue.cycles), href: link("/catalogue/cycles"))
            }
        } else {
            HTML::p { t(T.catalogue.chooseCycle) }
            ul {
                ForEach(cycles) { cycle in
                    li {
                        a(.href(link("/catalogue/new?cycle=\(cycle.id)"))) { t.run(cycle) }
                        if cycle.isOver(on: today) { " "; Chip(.neutral, t(T.catalogue.over)) }
                    }
                }
            }
        }
    }
}

/// Why and from when a programme is no longer valid.
struct WithdrawalForm: View {
    let programme: Programme
    let typed: Typed
    let hidden: [Hidden]
    let link: (String) -> String
    let t: Texts
    let mistake: (String) -> String?

    var body: some HTML {
        Heading(t(T.catalogue.withdrawQuestion(number: .text(programme.number))), lead: t(T.catalogue.withdrawMeaning))
        HTML::p(.lang(t.lang(of: programme.language))) { t.shown(programme.title) }
        Form(action: link("/catalogue/programmes/\(programme.id)/withdrawal"), hidden: hidden) {
            Field(t(T.catalogue.withdrawDay), name: "day", value: typed["day"], error: mistake("day"), width: .short).date()
            Field(t(T.catalogue.reason), name: "reason", value: typed["reason"], error: mistake("reason"), width: .full).text()
            Buttons {
                Submit(t(T.catalogue.withdraw), .danger)
                LinkButton(t(T.common.back), href: link("/catalogue/programmes/\(programme.id)"), .quiet)
            }
        }
    }
}
