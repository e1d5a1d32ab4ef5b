package import Forms
package import HTML
import Kernel
import Languages
import Look

/// Naming an institution in a form, without JavaScript: known ones are one press away, any other is found by a few words.
/// What was typed is read by `SchoolChoice`.
package struct SchoolField: View {
    let form: FilledForm
    let offered: [School]
    let nearby: [School]
    let mayPropose: Bool

    /// - Parameters:
    ///   - offered: those found by the words, or else those that the person is known to work in.
    ///   - nearby: those of the centre's own territory, which the browser proposes while one types.
    ///   - mayPropose: whether one that is not known may stay a text for a while.
    package init(_ form: FilledForm, offered: [School], nearby: [School] = [], mayPropose: Bool = false) {
        self.form = form
        self.offered = offered
        self.nearby = nearby
        self.mayPropose = mayPropose
    }

    /// Nothing that is known fits what was written.
    private var isUnknown: Bool { form.problem?.fault(at: SchoolChoice.words) == T.centres.schoolNotFound }

    package var body: Markup {
        if !offered.isEmpty {
            form.field(T.centres.institution, SchoolChoice.chosen)
                .radios(offered.map { Field.Choice("\($0.id)", $0.label(in: form.t.language)) } + [Field.Choice("", form.t(T.centres.schoolOther))])
        }
        form.field(offered.isEmpty ? T.centres.institution : T.centres.schoolOtherName, SchoolChoice.words, hint: T.centres.schoolHint, isOptional: true)
            .text(proposing: nearby.map { $0.label(in: form.t.language) })
        if mayPropose, isUnknown || form.typed.has(SchoolChoice.propose) {
            form.field(T.centres.schoolPropose, SchoolChoice.propose, hint: T.centres.schoolProposeHint, isOptional: true)
                .check(isOn: form.typed.has(SchoolChoice.propose))
        }
    }
}
