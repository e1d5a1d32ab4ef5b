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
