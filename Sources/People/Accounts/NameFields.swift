import Forms
import HTML
import Kernel
import Languages
import Look

/// Given name and family name.
struct NameFields: View {
    let form: FilledForm

    var body: some HTML {
        form.field(T.accounts.givenName, PersonName.givenField, autocomplete: "given-name").text()
        form.field(T.accounts.familyName, PersonName.familyField, autocomplete: "family-name").text()
    }
}
