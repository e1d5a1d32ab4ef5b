package import Forms
package import HTML
package import Languages
import Look

/// The fields with which somebody chooses a file: what is taken, and how large it may be, stands there before.
package struct FileFields: View {
    let form: FilledForm
    let label: Phrase
    let field: String
    let kinds: Set<StoredFile.Kind>
    let isOptional: Bool
    let asksAlt: Bool

    /// - Parameter asksAlt: whether it is asked what is in a picture.
    package init(_ form: FilledForm, _ label: Phrase, _ field: String, _ kinds: Set<StoredFile.Kind>, isOptional: Bool = false, asksAlt: Bool = true) {
        self.form = form
        self.label = label
        self.field = field
        self.kinds = kinds
        self.isOptional = isOptional
        self.asksAlt = asksAlt
    }

    private static let taken: [(kind: StoredFile.Kind, endings: String)] = [(.picture, ".jpg,.jpeg,.png,.webp,.svg"), (.document, DocumentKind.accept)]

    private var heldField: String { HeldFile.field(field) }
    private var accept: String { Self.taken.filter { kinds.contains($0.kind) }.map(\.endings).joined(separator: ",") }

    private var hint: Phrase {
        let most = Value.number(FileIntake.most >> 20)
        if kinds == [.picture] { return T.files.hintPicture(most: most) }
        let documents = Value.text(DocumentKind.shown)
        return kinds.contains(.picture) ? T.files.hintBoth(kinds: documents, most: most) : T.files.hintDocument(kinds: documents, most: most)
    }

    package var body: some HTML {
        if !form[heldField].isEmpty {
            div(.class("choice")) {
                input(.type(.checkbox), .id("field-\(heldField)"), .name(heldField), .value(form[heldField]), .checked(true))
                HTML::label(.for("field-\(heldField)")) { form.t(T.files.held(name: .text(form[HeldFile.nameField(field)]))) }
            }
        }
        form.field(label, field, hint: hint, isOptional: isOptional || !form[heldField].isEmpty).file(accept: accept)
        if asksAlt, kinds.contains(.picture) {
            form.field(T.files.alt, "alt", .full, hint: T.files.altHint, isOptional: true).text()
        }
    }
}
