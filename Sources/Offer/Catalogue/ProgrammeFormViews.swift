import Forms
import HTML
import Kernel
import Languages
import Look

/// The forms of a programme: in which cycle a new one stands, all that a catalogue says of it, why it is no longer valid.
struct ProgrammeFormViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// In which cycle a new programme stands.
    func choose(among cycles: [Cycle]) -> Screen {
        Screen(t(T.catalogue.addProgramme), trail: reader.catalogueTrail) {
            Heading(t(T.catalogue.addProgramme))
            if cycles.isEmpty {
                EmptyState(t(T.catalogue.noCyclesTitle), t(T.catalogue.noCyclesText)) {
                    LinkButton(t(T.catalogue.cycles), href: reader.link("/catalogue/cycles"))
                }
            } else {
                HTML::p { t(T.catalogue.chooseCycle) }
                ul {
                    ForEach(cycles) { cycle in
                        li {
                            a(.href(reader.link("/catalogue/new?cycle=\(cycle.id)"))) { t.run(cycle) }
                            if cycle.isOver(on: reader.today) { " "; Chip(.neutral, t(T.catalogue.over)) }
                        }
                    }
                }
            }
        }
    }

    func new(in cycle: Cycle, _ codes: [CycleCode], _ form: FilledForm) -> Screen {
        Screen(t(T.catalogue.addProgramme), trail: reader.catalogueTrail) {
            FormFaults(form)
            Heading(Run(t(T.catalogue.addProgramme)), kind: t.run(cycle.title))
            ProgrammeFields(cycle: cycle, codes: codes, action: reader.link("/catalogue/new"), form: form, reader: reader)
        }
    }

    func edit(_ programme: Programme, _ codes: [CycleCode], _ form: FilledForm) -> Screen {
        Screen(t.shown(programme.title), trail: reader.catalogueTrail) {
            FormFaults(form)
            Heading(t.run(programme.title, programme.language), kind: t.run(programme.cycle.title))
            ProgrammeFields(
                cycle: programme.cycle, codes: codes, action: reader.link("/catalogue/programmes/\(programme.id)/edit"), form: form, reader: reader)
        }
    }

    /// Why and from when a programme is no longer valid.
    func withdrawal(of programme: Programme, _ form: FilledForm) -> Screen {
        let own = reader.link("/catalogue/programmes/\(programme.id)")
        return Screen(t(T.catalogue.withdraw), trail: reader.catalogueTrail) {
            FormFaults(form)
            Heading(t(T.catalogue.withdrawQuestion(number: .text(programme.number))), lead: t(T.catalogue.withdrawMeaning))
            HTML::p(.lang(t.lang(of: programme.language))) { t.shown(programme.title) }
            Form(action: "\(own)/withdrawal", hidden: reader.hidden) {
                form.day(T.catalogue.withdrawDay, "day")
                form.field(T.catalogue.reason, "reason", .full).text()
                Buttons {
                    Submit(t(T.catalogue.withdraw), .danger)
                    LinkButton(t(T.common.back), href: own, .quiet)
                }
            }
        }
    }
}

/// All that a catalogue says of a programme, to be typed.
struct ProgrammeFields: View {
    let cycle: Cycle
    /// The entries of the cycle's lists.
    let codes: [CycleCode]
    let action: String
    let form: FilledForm
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        Form(action: action, hidden: reader.hidden + [Hidden("cycle", "\(cycle.id)")], isGuarded: true) {
            Fieldset(t(T.catalogue.partNames)) {
                form.field(T.catalogue.number, "number", .short).text()
                form.field(T.catalogue.title, "title", .full).text()
                form.field(T.catalogue.language, "language").select(Language.allCases.map { Field.Choice($0.rawValue, t(ProgrammeWords.phrase($0))) })
                form.field(T.catalogue.institution, "institution", .full, isOptional: true).text()
            }
            Fieldset(t(T.catalogue.partPlace)) {
                form.field(T.catalogue.hours, "hours", .short, hint: T.catalogue.hoursHint).number()
                ForEach(CodeList.allCases) { list in code(list) }
                form.field(T.catalogue.form, "form").radios(Programme.Form.allCases.map { Field.Choice($0.rawValue, t.name($0)) })
                form.field(T.catalogue.seatsMax, "seats", .short).number()
                form.field(T.catalogue.freeField, "free").check(isOn: form.typed.has("free"))
            }
            Fieldset(t(T.catalogue.partPeople), hint: t(T.catalogue.namesHint)) {
                form.field(T.catalogue.authors, "authors", isOptional: true).area(rows: 3)
                form.field(T.catalogue.trainers, "trainers", hint: T.catalogue.trainersHint, isOptional: true).area(rows: 4)
            }
            Fieldset(t(T.catalogue.partContent), hint: t(T.catalogue.linesHint)) {
                form.field(T.catalogue.target, "target", .full, isOptional: true).area(rows: 2)
                form.field(T.catalogue.goal, "goal", .full, isOptional: true).area(rows: 3)
                form.field(T.catalogue.outcomes, "outcomes", .full, isOptional: true).area(rows: 5)
                form.field(T.catalogue.topics, "topics", .full, isOptional: true).area(rows: 5)
            }
            Buttons { Submit(t(T.common.save)) }
        }
    }

    private func code(_ list: CodeList) -> some HTML {
        let choices = codes.filter { $0.list == list }.map { Field.Choice("\($0.id)", t.run($0.label)) }
        return form.field(ProgrammeWords.phrase(list), list.rawValue, .full, hint: choices.isEmpty ? T.catalogue.listEmpty : nil, isOptional: true)
            .select([Field.Choice("", t(T.catalogue.notChosen))] + choices)
    }
}
