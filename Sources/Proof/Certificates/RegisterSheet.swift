import Kernel
import Languages
import Sheets

/// A register as a spreadsheet, to be kept.
enum RegisterSheet {
    static func sheet(_ register: Register, _ certificates: [Certificate], _ t: Texts) -> Sheet {
        let columns: [(Phrase, width: Double)] = [
            (T.certificates.number, 14), (T.certificates.issuedOn, 14), (T.certificates.name, 28), (T.certificates.part, 14), (T.certificates.titleField, 44),
            (T.certificates.programme, 28), (T.certificates.hours, 8), (T.certificates.points, 8), (T.common.state, 14), (T.certificates.reason, 36),
            (T.certificates.code, 18),
        ]
        let rows = certificates.map { certificate -> [Cell] in
            let texts = [
                certificate.label, certificate.day.map { t.day($0, .numeric) } ?? "", certificate.name, t(certificate.part.name), certificate.title,
                certificate.facts?.programme?.key ?? "", "\(certificate.hours)", "\(certificate.points)", RegisterBook.state(certificate, t), certificate.reason,
                certificate.code.grouped,
            ]
            return texts.map { Cell.text($0) }
        }
        return Sheet(
            t(T.certificates.registerOf(kind: .phrase(register.kind.name), year: .text("\(register.year)"))),
            columns: columns.map { Sheet.Column(t($0), width: $1) }, rows: rows)
    }
}
