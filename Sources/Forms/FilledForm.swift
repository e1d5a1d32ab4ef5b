package import HTML
package import Kernel
package import Languages
package import Look

/// A form as it is shown: what stands in its fields, and what was wrong with it when it was sent. This is the one place where a problem becomes the
/// words beside a field.
package struct FilledForm: Sendable {
    package let typed: Typed
    /// Why the form comes back; nil when the page is opened.
    package let problem: Problem?
    package let t: Texts

    package init(_ typed: Typed = .nothing, _ problem: Problem? = nil, _ t: Texts) {
        self.typed = typed
        self.problem = problem
        self.t = t
    }

    /// What stands in the field.
    package subscript(_ name: String) -> String { typed.lines(name) }

    /// What was wrong with the field.
    package func fault(_ name: String) -> String? { problem?.fault(at: name).map { t($0) } }

    /// A day as this page's reader types it.
    package func typed(_ day: Day) -> String { t.language.isSerbian ? t.day(day, .numeric) : day.iso }

    /// A field for a day, which is typed or picked.
    package func day(_ label: Phrase, _ name: String, hint: Phrase? = nil, isOptional: Bool = false) -> some HTML {
        let value = Day(iso: self[name]).map(typed) ?? self[name]
        return Field(
            t(label), name: name, value: value, hint: hint.map { t($0) }, error: fault(name), optional: isOptional ? t(T.common.optional) : nil, width: .short,
            autocomplete: "off"
        ).date(t(T.common.pickDay))
    }

    /// A field with what stands in it and what was wrong with it. What else a field may have, `Field` takes itself.
    /// - Parameters:
    ///   - otherwise: what stands in a field in which nothing was typed.
    ///   - most: how many letters it takes; without it as many as fields of its name do.
    package func field(
        _ label: Phrase, _ name: String, _ width: Field.Width = .medium, otherwise: String = "", hint: Phrase? = nil, isOptional: Bool = false,
        autocomplete: String? = nil, most: Int? = nil
    ) -> Field {
        let most = most ?? TextLimit.of(name).rawValue
        return Field(
            t(label), name: name, value: self[name].isEmpty ? otherwise : self[name], hint: hint.map { t($0) }, error: fault(name),
            optional: isOptional ? t(T.common.optional) : nil, width: width, autocomplete: autocomplete, most: most,
            limit: t(T.forms.atMost(most: .number(most))))
    }
}
