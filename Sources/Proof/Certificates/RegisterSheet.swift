import Kernel
import Languages
import Sheets

/// A register as a spreadsheet, to be kept.
enum RegisterSheet {
    static func sheet(_ register: Register, _ certificates: [Certificate], _ t: Texts) -> Sheet {
        let columns: [(Phrase, width: Double, form: Sheet.Column.Form)] = [
            (T.certificates.number, 14, .plain), (T.certificates.issuedOn, 14, .date), (T.certificates.name, 28, .plain), (T.certificates.part, 14, .plain),
            (T.certificates.titleField, 44, .plain), (T.certificates.programme, 28, .plain), (T.certificates.hours, 8, .plain), (T.certificates.points, 8, .plain),
            (T.common.state, 14, .plain), (T.certificates.reason, 36, .plain), (T.certificates.code, 24, .plain),
        ]
        let rows = certificates.map { certificate -> [Cell] in
            [
                .text(certificate.label), certificate.day.map { .date($0.iso) } ?? .empty, .text(certificate.name), .text(t(certificate.part.name)),
                .text(certificate.title), .text(certificate.facts?.programme?.key ?? ""), .number(certificate.hours), .number(certificate.points),
                .text(RegisterBook.state(certificate, t)), .text(certificate.reason), .text(certificate.code.grouped),
            ]
        }
        return Sheet(
            t(T.certificates.registerOf(kind: .phrase(register.kind.name), year: .text("\(register.year)"))),
            columns: columns.map { Sheet.Column(t($0), width: $1, $2) }, rows: rows)
    }
}
