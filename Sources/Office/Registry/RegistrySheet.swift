import Kernel
import Languages
import Sheets

/// The register of a year as a spreadsheet.
struct RegistrySheet {
    let t: Texts
    let names: RegistryNames

    func sheet(_ book: RegistryBook, _ entries: [RegistryEntry], on today: Day) -> Sheet {
        let columns: [(Phrase, width: Double, form: Sheet.Column.Form)] = [
            (T.registry.label, 16, .plain), (T.registry.caseNumber, 10, .plain), (T.registry.sub, 8, .plain), (T.registry.direction, 12, .plain),
            (T.registry.day, 12, .date), (T.registry.subject, 48, .plain), (T.registry.other, 36, .plain), (T.registry.theirNumber, 16, .plain),
            (T.registry.theirDay, 12, .date), (T.registry.mark, 10, .plain), (T.registry.markName, 30, .plain), (T.registry.due, 12, .date),
            (T.registry.worker, 26, .plain), (T.common.state, 14, .plain), (T.registry.settled, 12, .date), (T.registry.outcome, 36, .plain),
            (T.registry.place, 24, .plain), (T.registry.reason, 30, .plain),
        ]
        func date(_ day: Day?) -> Cell { day.map { .date($0.iso) } ?? .empty }
        let rows = entries.map { entry -> [Cell] in
            let draft = entry.draft, mark = names.mark(draft.mark)
            return [
                .text(entry.label), .number(entry.number), .number(entry.sub), .text(t(draft.direction.name)), date(draft.day),
                .text(t.shown(draft.subject)), .text(t.shown(draft.other)),
                .text(entry.paperNumber.isEmpty ? draft.theirNumber : entry.paperNumber), date(draft.theirDay), .text(mark?.code ?? ""),
                .text(mark.map { t.shown($0.name) } ?? ""), date(draft.due), .text(names.name(draft.worker)), .text(t(entry.state(on: today).name)),
                date(entry.settled), .text(t.shown(entry.outcome)), .text(t.shown(draft.place)), .text(t.shown(entry.reason)),
            ]
        }
        return Sheet(t(T.registry.bookOf(year: .text("\(book.year)"))), columns: columns.map { Sheet.Column(t($0.0), width: $0.width, $0.form) }, rows: rows)
    }
}
