import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// All that a catalogue says of a programme, to be typed: what every catalogue tells first, the rest as far as it is known.
struct ProgrammeFields: View {
    let cycle: Cycle
    /// The entries of the cycle's lists.
    let codes: [CycleCode]
    let action: String
    let form: FilledForm
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        Form(action: action, hidden: reader.hidden + [Hidden("cycle", "\(cycle.id)")], isGuarded: true) {
            Fieldset(t(T.catalogue.partNames)) {
                form.field(T.catalogue.number, "number", .short).text()
                form.field(T.catalogue.title, "title", .full).text()
                form.field(T.catalogue.language, "language").select(Language.allCases.map { Field.Choice($0.rawValue, t(ProgrammeWords.phrase($0))) })
                form.field(T.catalogue.institution, "institution", .full, isOptional: true).text()
                form.field(T.catalogue.earlierNumbers, "earlier", .full, hint: T.catalogue.earlierHint, isOptional: true).area(rows: 2)
            }
            Fieldset(t(T.catalogue.partPlace)) {
                ForEach(CodeList.single) { list in code(list) }
                form.field(T.catalogue.freeField, "free").check(isOn: form.typed.has("free"))
            }
            Fieldset(t(T.catalogue.partCourse)) {
                FieldRow {
                    form.field(T.catalogue.hours, "hours", .short, hint: T.catalogue.hoursHint).number()
                    form.field(T.catalogue.days, "days", .short, isOptional: true).number()
                }
                form.field(T.catalogue.form, "form").radios(Programme.Form.allCases.map { Field.Choice($0.rawValue, t.name($0)) })
                form.field(T.catalogue.phases, "phases", .full, hint: T.catalogue.phasesHint, isOptional: true).area(rows: 3)
            }
            Fieldset(t(T.catalogue.partGroup)) {
                targets
                form.field(T.catalogue.targetWords, "target", .full, isOptional: true).area(rows: 2)
                FieldRow {
                    form.field(T.catalogue.seatsMin, "seatsMin", .short, isOptional: true).number()
                    form.field(T.catalogue.seatsMax, "seats", .short).number()
                }
                form.field(T.catalogue.pricePerPerson(currency: .text(cycle.accreditor.country.currency.rawValue)), "price", .short, isOptional: true).text()
                form.field(T.catalogue.priceCovers, "priceCovers", .full, hint: T.catalogue.priceCoversHint, isOptional: true).text()
            }
            Fieldset(t(T.catalogue.partPeople), hint: t(T.catalogue.namesHint)) {
                form.field(T.catalogue.authors, "authors", .full, isOptional: true).area(rows: 3)
                form.field(T.catalogue.trainers, "trainers", .full, hint: trainersHint, isOptional: true).area(rows: 4)
                form.field(T.catalogue.contact, "contact", .full, isOptional: true).text()
                form.field(T.catalogue.reach, "reach", .full, isOptional: true).text()
            }
            Fieldset(t(T.catalogue.partContent), hint: t(T.catalogue.linesHint)) {
                form.field(T.catalogue.goal, "goal", .full, isOptional: true).area(rows: 3)
                form.field(T.catalogue.specificGoals, "specificGoals", .full, isOptional: true).area(rows: 4)
                form.field(T.catalogue.outcomes, "outcomes", .full, isOptional: true).area(rows: 5)
                form.field(T.catalogue.topics, "topics", .full, isOptional: true).area(rows: 5)
                form.field(T.catalogue.evaluation, "evaluation", .full, isOptional: true).area(rows: 3)
                form.field(T.catalogue.followUp, "followUp", .full, isOptional: true).area(rows: 3)
            }
            Buttons { Submit(t(T.common.save)) }
        }
    }

    private var trainersHint: Phrase {
        switch cycle.accreditor.rules.unlisted {
        case .refused: T.catalogue.trainersHint
        case .warned, .allowed: T.catalogue.trainersHintOpen
        }
    }

    private func code(_ list: CodeList) -> some HTML {
        let choices = codes.filter { $0.list == list }.map { Field.Choice("\($0.id)", t.run($0.label)) }
        return form.field(ProgrammeWords.phrase(list), list.rawValue, .full, hint: choices.isEmpty ? T.catalogue.listEmpty : nil, isOptional: true)
            .select([Field.Choice("", t(T.catalogue.notChosen))] + choices)
    }

    @HTMLBuilder private var targets: some HTML {
        let choices = codes.filter { $0.list == .target }.map { Field.Choice("\($0.id)", t.run($0.label)) }
        if !choices.isEmpty {
            form.field(T.catalogue.target, "targets", isOptional: true).checkboxes(choices, chosen: Set(form.typed.all("targets")))
        }
    }
}
