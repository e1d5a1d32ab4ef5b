import Forms
import HTML
import Kernel
import Languages
import Look

/// Where whoever signs types the code of the second factor. What was typed is never written back.
struct FactorField: View {
    let form: FilledForm
    /// Whether the code may be left out: nobody in a demonstration has a telephone that could show one.
    let isDemonstration: Bool

    init(_ form: FilledForm, isDemonstration: Bool) {
        (self.form, self.isDemonstration) = (form, isDemonstration)
    }

    var body: some HTML {
        let t = form.t
        Field(
            t(T.certificates.factor), name: "code", hint: t(isDemonstration ? T.certificates.factorDemonstration : T.certificates.factorHint),
            error: form.fault("code"), optional: isDemonstration ? t(T.common.optional) : nil, width: .short, autocomplete: "one-time-code"
        ).text()
    }
}
