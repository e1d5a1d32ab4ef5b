import Documents
import Kernel
import Languages
import People

/// The register book of a year, for the template `register`. A void number stays visible.
struct RegisterPaper: Sendable, Encodable {
    private let language: String
    private let title: String
    private let head: String
    private let page: String
    private let centre: Office
    private let marks: [Pair]
    private let facts: [Pair]
    private let sections: [Section]
    private let signatories: [Signatory]
    private let seal: String
    private let notes: [String]

    private struct Office: Encodable {
        var name: String
        var lines: [String]
    }

    private struct Pair: Encodable {
        var label: String
        var value: String
    }

    private struct Section: Encodable {
        var title: String
        var table: Table
    }

    private struct Table: Encodable {
        var columns: [Column]
        var rows: [[Cell]]
    }

    private struct Column: Encodable {
        var title: String
        var mm: Int?
        var share: Int?
        var strong: Bool?
        var align: String?
    }

    private struct Cell: Encodable {
        var text: String
        var language: String?
        var tone: String?
    }

    private struct Signatory: Encodable {
        var name: String
        var role: String
    }

    static func job(_ register: Register, _ certificates: [Certificate], _ centre: Centre, _ t: Texts, at now: Instant) throws -> Typesetting {
        Typesetting(template: "register", data: try Canonical.text(RegisterPaper(register, certificates, centre, t, at: now)), stamp: now.seconds)
    }

    private init(_ register: Register, _ certificates: [Certificate], _ centre: Centre, _ t: Texts, at now: Instant) {
        language = t.language.rawValue
        title = t(T.certificates.bookTitle(kind: .phrase(register.kind.name), year: .text("\(register.year)")))
        head = title
        page = t(T.certificates.bookPage(page: "{page}", pages: "{pages}"))
        self.centre = Office(name: centre.name(in: t.language), lines: [t.shown(centre.street)].filter { !$0.isEmpty })
        marks = [Pair(label: t(T.certificates.bookStanding), value: t.instant(now))]
        let originals = certificates.filter { !$0.isDuplicate }
        let ended = originals.count { $0.state != .valid }
        facts = [
            Pair(label: t(T.certificates.numbers), value: t.number(register.lastNumber)), Pair(label: t(T.certificates.bookValid), value: t.number(originals.count - ended)),
            Pair(label: t(T.certificates.bookEnded), value: t.number(ended)), Pair(label: t(T.certificates.duplicate), value: t.number(certificates.count - originals.count)),
        ]
        let columns = [
            Column(title: t(T.certificates.number), mm: 26, strong: true), Column(title: t(T.certificates.issuedOn), mm: 30), Column(title: t(T.certificates.name), share: 3),
            Column(title: t(T.certificates.titleField), share: 4), Column(title: t(T.certificates.points), mm: 17, align: "right"), Column(title: t(T.common.state), mm: 26),
            Column(title: t(T.certificates.bookRemark), share: 3),
        ]
        sections = [Section(title: t(register.kind.name), table: Table(columns: columns, rows: certificates.map { certificate in
            let title = [certificate.facts?.programme?.number, certificate.facts.map(\.title)].compactMap(\.self).joined(separator: " ")
            let remark = [
                certificate.reason.isEmpty ? nil : certificate.reason, certificate.facts?.replaces.map { t(T.certificates.paperReplaces(number: .text($0))) },
                certificate.facts?.duplicated.flatMap { Day(iso: $0) }.map { t(T.certificates.paperDuplicateOn(day: .day($0))) },
            ].compactMap(\.self).joined(separator: "; ")
            let own = certificate.facts?.language
            return [
                Cell(text: certificate.label), Cell(text: certificate.day.map { t.day($0, .numeric) } ?? ""), Cell(text: certificate.name, language: own),
                Cell(text: title, language: own), Cell(text: certificate.points > 0 ? t.number(certificate.points) : ""),
                Cell(text: RegisterBook.state(certificate, t), tone: certificate.state == .valid ? nil : "pencil"), Cell(text: remark),
            ]
        }))]
        signatories = [Signatory(name: "", role: t(T.certificates.paperDirector))]
        seal = t(T.certificates.paperSeal)
        notes = [t(T.certificates.bookChain(entries: .number(register.lastEntry), head: .text(String(Hex.text(register.head).prefix(16)))))]
    }
}
