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

    /// - Parameter offered: those found by the words, or else those that the person is known to work in.
    package init(_ form: FilledForm, offered: [School]) {
        self.form = form
        self.offered = offered
    }

    package var body: Markup {
        if !offered.isEmpty {
            form.field(T.centres.institution, SchoolChoice.chosen)
                .radios(offered.map { Field.Choice("\($0.id)", $0.label(in: form.t.language)) } + [Field.Choice("", form.t(T.centres.schoolOther))])
        }
        form.field(offered.isEmpty ? T.centres.institution : T.centres.schoolOtherName, SchoolChoice.words, hint: T.centres.schoolHint, isOptional: true).text()
    }
}
