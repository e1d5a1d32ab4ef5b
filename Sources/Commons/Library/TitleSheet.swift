import Imports
import Kernel
import Languages
import Sheets

/// Titles with their copies as a spreadsheet, under heads that the import knows: what is taken out can be read in again and changes nothing.
enum TitleSheet {
    static func sheet(_ titles: [LibraryTitle], _ copies: [LibraryTitle.ID: [Copy]], _ t: Texts) -> Sheet {
        let columns = TitleImport.columns.filter { !["record", "centre", "copies"].contains($0.name) }
        return Sheet(
            t(T.library.title), columns: columns.map { Sheet.Column(t($0.label), width: width($0.name)) },
            rows: titles.flatMap { title -> [[Cell]] in
                let own: [Copy?] = (copies[title.id] ?? []).isEmpty ? [nil] : copies[title.id] ?? []
                return own.map { copy in columns.map { cell(title.draft, copy, $0.name, t) } }
            })
    }

    private static func width(_ column: String) -> Double {
        switch column {
        case "title", "about": 44
        case "subtitle", "authors", "publisher", "subjects": 30
        case "year", "language", "copies", "price": 10
        default: 18
        }
    }

    /// What the import reads from the column of this name.
    private static func cell(_ draft: TitleDraft, _ copy: Copy?, _ column: String, _ t: Texts) -> Cell {
        switch column {
        case "title": .text(draft.name)
        case "subtitle": .text(draft.subtitle)
        case "authors": .text(draft.authors.joined(separator: "; "))
        case "kind": .text(t(draft.kind.label))
        case "language": .text(t(draft.language.label))
        case "publisher": .text(draft.publisher)
        case "place": .text(draft.place)
        case "year": draft.year.map { .number($0) } ?? .empty
        case "edition": .text(draft.edition)
        case "extent": .text(draft.extent)
        case "series": .text(draft.series)
        case "isbn": .text(draft.isbn)
        case "issn": .text(draft.issn)
        case "cobiss": .text(draft.cobiss)
        case "udc": .text(draft.udc)
        case "subjects": .text(draft.subjects.joined(separator: "; "))
        case "audience": .text(t(draft.audience.label))
        case "about": .text(draft.summary)
        case "link": .text(draft.link)
        default: copy.map { cell($0, column, t) } ?? .empty
        }
    }

    private static func cell(_ copy: Copy, _ column: String, _ t: Texts) -> Cell {
        let draft = copy.draft
        return switch column {
        case "former": .text(draft.former)
        case "label": .text(copy.label)
        case "shelf": .text(draft.shelf)
        case "condition": .text(draft.condition)
        case "price": draft.price.map { .text(CopyDraft.written($0)) } ?? .empty
        case "origin": .text(t(draft.origin.label))
        case "source": .text(draft.source)
        case "acquired": .date(draft.acquired)
        case "note": .text(draft.note)
        default: .empty
        }
    }
}
