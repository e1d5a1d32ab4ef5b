import Forms
import Kernel
import Languages

/// One of the two forms on a programme's page that ask for a catalogue and for a number in it: into the next cycle, and from the one before. Both stand
/// on one page, so each puts its own name before those of its fields.
enum LineageForm: String {
    case renewal, predecessor

    var cycle: String { field("cycle") }
    var number: String { field("number") }

    private func field(_ name: String) -> String { "\(rawValue)-\(name)" }

    /// - Throws: a problem when no catalogue was chosen.
    func cycle(_ typed: Typed) throws -> Cycle.ID {
        guard let id = Cycle.ID(typed[cycle]) else { throw Problem.invalid("cycle", T.common.errorChoose) }
        return id
    }

    /// The form as it comes back: each fault stands at the field of this form, not of the other.
    func own(_ form: FilledForm) -> FilledForm {
        let problem = form.problem.map { problem in Problem(problem.kind, problem.faults.map { .init($0.field.map(field), $0.phrase) }) }
        return FilledForm(form.typed, problem, form.t)
    }
}
