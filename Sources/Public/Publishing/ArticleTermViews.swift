import Forms
import HTML
import Languages
import Look

/// The fields of an article's term.
struct ArticleTermViews {
    let reader: Reader
    private var t: Texts { reader.t }

    @HTMLBuilder func fields(_ form: FilledForm, _ kind: Article.Kind) -> some HTML {
        if kind == .information {
            form.field(T.publishing.source, "source", .full, hint: T.publishing.sourceHint, most: 300).text()
            form.field(T.publishing.link, "link", .full, isOptional: true).address()
            form.day(T.publishing.checked, "checked", hint: T.publishing.checkedHint)
            moment(T.publishing.ends, "ends", form, hint: T.publishing.endsHint, isOptional: false)
        } else {
            let isTyped = ["startsDay", "startsTime", "endsDay", "endsTime"].contains { !form[$0].isEmpty || form.fault($0) != nil }
            Disclosure(t(T.publishing.term), isOpen: isTyped) {
                moment(T.publishing.starts, "starts", form, hint: T.publishing.startsHint, isOptional: true)
                moment(T.publishing.ends, "ends", form, hint: T.publishing.endsHint, isOptional: true)
            }
        }
    }

    private func moment(_ label: Phrase, _ name: String, _ form: FilledForm, hint: Phrase, isOptional: Bool) -> some HTML {
        Fieldset(t(label), hint: t(hint)) {
            FieldRow {
                form.day(T.publishing.day, "\(name)Day", isOptional: isOptional)
                form.field(T.publishing.time, "\(name)Time", .short, isOptional: true).time()
            }
        }
    }
}
