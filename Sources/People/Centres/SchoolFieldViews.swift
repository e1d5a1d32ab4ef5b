package import HTML
package import Kernel
import Languages
import Look
package import Web

/// Naming an institution in a form, without JavaScript: known ones are one press away, any other is found by a few words.
/// What was typed is read by `SchoolChoice`.
package struct SchoolField: View {
    let visit: Visit
    let offered: [School]
    let typed: Typed
    let problem: Problem?

    /// - Parameter offered: those found by the words, or else those that the person is known to work in.
    package init(_ visit: Visit, offered: [School], _ typed: Typed, _ problem: Problem?) {
        self.visit = visit
        self.offered = offered
        self.typed = typed
        self.problem = problem
    }

    package var body: Markup {
        let t = visit.t
        if !offered.isEmpty {
            Field(t(T.centres.institution), name: SchoolChoice.chosen, value: typed[SchoolChoice.chosen])
                .radios(offered.map { Field.Choice("\($0.id)", $0.label(in: visit.language)) } + [Field.Choice("", t(T.centres.schoolOther))])
        }
        Field(
            t(offered.isEmpty ? T.centres.institution : T.centres.schoolOtherName), name: SchoolChoice.words, value: typed[SchoolChoice.words], hint: t(T.centres.schoolHint),
            error: visit.mistake(SchoolChoice.words, problem), optional: t(T.common.optional)
        ).text()
    }
}
