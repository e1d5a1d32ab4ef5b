package import Forms
package import HTML
import Kernel
import Languages
import Look

/// Given name and family name.
package struct NameFields: View {
    let form: FilledForm
    let isOwn: Bool

    /// - Parameter isOwn: whether people type their own name, which their browser knows, or staff another's.
    package init(form: FilledForm, isOwn: Bool = true) {
        self.form = form
        self.isOwn = isOwn
    }

    package var body: some HTML {
        form.field(T.accounts.givenName, PersonName.givenField, autocomplete: isOwn ? "given-name" : "off", most: PersonName.most).text()
        form.field(T.accounts.familyName, PersonName.familyField, autocomplete: isOwn ? "family-name" : "off", most: PersonName.most).text()
    }
}
