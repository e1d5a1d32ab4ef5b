import Forms
import HTML
import Kernel
import Languages
import Look

struct PlanSettingsViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ form: FilledForm) -> Screen {
        Screen(t(T.planning.settings), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.planning.settings), lead: t(T.planning.settingsLead))
            Form(action: reader.link("/settings/planning"), hidden: reader.hidden, isGuarded: true) {
                Fieldset(t(T.planning.steps), hint: t(T.planning.stepsHint)) {
                    ForEach(Array(1...PlanStep.most)) { row in
                        FieldRow {
                            Field(
                                t(T.planning.stepName(number: .number(row))), name: "name\(row)", value: form["name\(row)"], error: form.fault("name\(row)"),
                                optional: row == 1 ? nil : t(T.common.optional)).text()
                            Field(t(T.planning.signer(number: .number(row))), name: "signer\(row)", value: form["signer\(row)"], optional: "").select(
                                PlanStep.Signer.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                        }
                    }
                }
                form.field(T.planning.sources, "sources", hint: T.planning.sourcesHint).area(rows: 8)
                form.field(T.planning.headStart, "headStart", .short, hint: T.planning.headStartHint).number()
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link("/settings"), .quiet)
                }
            }
        }
    }
}

extension PlanStep.Signer {
    var name: Phrase {
        switch self {
        case .director: T.planning.signerDirector
        case .office: T.planning.signerOffice
        }
    }
}
