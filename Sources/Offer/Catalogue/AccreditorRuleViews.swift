import Forms
import HTML
import Languages
import Look

/// The rules of an accreditor, each with what it rests on.
struct AccreditorRuleFields: View {
    let form: FilledForm
    private var t: Texts { form.t }

    var body: some HTML {
        Fieldset(t(T.catalogue.rulesOf), hint: t(T.catalogue.rulesHint)) {
            form.field(T.catalogue.unlisted, "unlisted", otherwise: AccreditorRules.Unlisted.warned.rawValue)
                .radios(AccreditorRules.Unlisted.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            form.field(T.catalogue.unlistedBasis, "unlistedBasis", .full, hint: T.catalogue.unlistedBasisHint, isOptional: true).text()
            form.field(T.catalogue.unheldMonths, "unheldMonths", .short, hint: T.catalogue.unheldMonthsHint, isOptional: true).number()
            form.field(T.catalogue.unheldBasis, "unheldBasis", .full, isOptional: true).text()
            form.field(T.catalogue.leaving, "leaving", otherwise: AccreditorRules.Leaving.withdrawn.rawValue)
                .radios(AccreditorRules.Leaving.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            form.field(T.catalogue.leavingBasis, "leavingBasis", .full, isOptional: true).text()
            form.field(T.catalogue.needs, "needs", hint: T.catalogue.needsHint, isOptional: true)
                .checkboxes(ProgrammePart.allCases.map { Field.Choice($0.rawValue, t($0.name)) }, chosen: Set(form.typed.all("needs")))
        }
    }
}

extension AccreditorRules.Leaving {
    var name: Phrase {
        switch self {
        case .withdrawn: T.catalogue.leavingWithdrawn
        case .kept: T.catalogue.leavingKept
        }
    }
}

extension AccreditorRules.Unlisted {
    var name: Phrase {
        switch self {
        case .refused: T.catalogue.unlistedRefused
        case .warned: T.catalogue.unlistedWarned
        case .allowed: T.catalogue.unlistedAllowed
        }
    }
}
