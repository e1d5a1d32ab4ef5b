package import HTML
import Kernel
package import Languages
import Look

/// What was wrong with a form that comes back, on top of the page: faults of fields as a list of links, faults of the whole as a notice.
package struct FormFaults: View {
    let form: FilledForm
    let title: Phrase

    /// - Parameter title: what the list of links is called.
    package init(_ form: FilledForm, title: Phrase = T.forms.errorsTitle) {
        self.form = form
        self.title = title
    }

    package var body: Markup {
        let faults = form.problem?.faults ?? [], whole = faults.filter { $0.field == nil }
        ErrorSummary(form.t(title), faults.compactMap { fault in fault.field.map { ErrorSummary.Mistake(field: $0, form.t(fault.phrase)) } })
        if !whole.isEmpty {
            Notice(.bad, isNews: true) { ForEach(whole) { fault in HTML::p { form.t(fault.phrase) } } }
        }
    }
}
