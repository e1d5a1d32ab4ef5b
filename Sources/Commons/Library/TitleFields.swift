import Forms
import HTML
import Kernel
import Languages
import Look

/// The fields of a title: first what every one has, then what books have, then the rest.
struct TitleFields: View {
    let form: FilledForm
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        FieldRow {
            form.field(T.library.kind, "kind").select(TitleKind.allCases.map { Field.Choice($0.rawValue, t($0.label)) })
            form.field(T.library.language, "language").select(languages.map { Field.Choice($0.code, t($0.label)) })
            form.field(T.library.audience, "audience").select(TitleAudience.allCases.map { Field.Choice($0.rawValue, t($0.label)) })
        }
        form.field(T.library.name, "title", .full).text()
        form.field(T.library.subtitle, "subtitle", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
        form.field(T.library.authors, "authors", .full, hint: T.library.authorsHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
        Fieldset(t(T.library.imprint)) {
            FieldRow {
                form.field(T.library.publisher, "publisher", isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.library.place, "place", isOptional: true).text()
                form.field(T.library.year, "year", .short, isOptional: true).number()
            }
            FieldRow {
                form.field(T.library.edition, "edition", isOptional: true, most: TextLimit.line.rawValue).text()
                form.field(T.library.extent, "extent", hint: T.library.extentHint, isOptional: true, most: TextLimit.line.rawValue).text()
            }
            form.field(T.library.series, "series", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
        }
        Fieldset(t(T.library.numbers)) {
            FieldRow {
                form.field(T.library.isbn, "isbn", isOptional: true).text()
                form.field(T.library.issn, "issn", isOptional: true, most: TextLimit.number.rawValue).text()
            }
            FieldRow {
                form.field(T.library.cobiss, "cobiss", isOptional: true, most: TextLimit.number.rawValue).text()
                form.field(T.library.udc, "udc", isOptional: true, most: TextLimit.label.rawValue).text()
            }
        }
        form.field(T.library.subjects, "subjects", .full, hint: T.library.subjectsHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
        form.field(T.library.about, "about", .full, isOptional: true, most: TextLimit.text.rawValue).area(rows: 5)
        form.field(T.library.link, "link", .full, hint: T.library.linkHint, isOptional: true).address()
        form.field(T.library.programme, "programme", .short, hint: T.library.programmeHint, isOptional: true, most: TextLimit.number.rawValue).text()
    }

    private var languages: [TitleLanguage] { TitleLanguage.codes.compactMap { TitleLanguage($0) } }
}

/// The fields of a copy, but for how many of them there are.
struct CopyFields: View {
    let form: FilledForm
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        FieldRow {
            form.field(T.library.shelf, "shelf", hint: T.library.shelfHint, isOptional: true, most: TextLimit.label.rawValue).text()
            form.field(T.library.origin, "origin").select(CopyOrigin.allCases.map { Field.Choice($0.rawValue, t($0.label)) })
        }
        FieldRow {
            form.field(T.library.source, "source", hint: T.library.sourceHint, isOptional: true, most: TextLimit.line.rawValue).text()
            form.field(T.library.price, "price", .short, isOptional: true, most: TextLimit.number.rawValue).text()
        }
        FieldRow {
            form.field(T.library.former, "former", hint: T.library.formerHint, isOptional: true, most: TextLimit.number.rawValue).text()
            form.field(T.library.label, "label", hint: T.library.labelHint, isOptional: true, most: TextLimit.number.rawValue).text()
        }
        form.field(T.library.condition, "condition", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
        form.field(T.library.note, "note", .full, isOptional: true).area(rows: 2)
    }
}
