import Centres
import Documents
import Kernel
import Languages

/// The register book of a year, for the template `register`. A void number stays visible.
struct RegisterPaper: Sendable {
    let register: Register
    let certificates: [Certificate]
    let centre: Centre
    let logo: CentreLogo?

    func job(_ t: Texts, at now: Instant) throws -> Typesetting {
        try Typesetting(template: "register", paper(t, at: now), stamp: now.seconds, pictures: logo?.pictures ?? [:])
    }

    private func paper(_ t: Texts, at now: Instant) -> Paper {
        let title = t(T.certificates.bookTitle(kind: .phrase(register.kind.name), year: .text("\(register.year)")))
        var paper = Paper(
            language: t.language.rawValue, title: title, head: title, page: t(T.certificates.bookPage(page: "{page}", pages: "{pages}")),
            centre: .init(centre, logo, t))
        paper.marks = [.init(t(T.certificates.bookStanding), t.instant(now))]
        let originals = certificates.filter { !$0.isDuplicate }
        let ended = originals.count { $0.state != .valid }
        paper.facts = [
            .init(t(T.certificates.numbers), t.number(register.isEarlier ? originals.count : register.lastNumber)), .init(t(T.certificates.bookValid),
                t.number(originals.count - ended)),
            .init(t(T.certificates.bookEnded), t.number(ended)), .init(t(T.certificates.duplicate), t.number(certificates.count - originals.count)),
        ]
        let columns: [Paper.Column] = [
            .init(t(T.certificates.number), mm: 26, strong: true), .init(t(T.certificates.issuedOn), mm: 30), .init(t(T.certificates.name), share: 3),
            .init(t(T.certificates.titleField), share: 4), .init(t(T.certificates.points), mm: 17, align: .right), .init(t(T.common.state), mm: 26),
            .init(t(T.certificates.bookRemark), share: 3),
        ]
        paper.sections = [.init(title: t(register.kind.name), table: .init(columns: columns, rows: certificates.map { row($0, t) }))]
        paper.signatories = [.init(name: "", role: t(T.certificates.paperDirector))]
        paper.seal = t(T.certificates.paperSeal)
        paper.notes = register.isEarlier ? [t(T.certificates.earlierBookNote)] : [t(T.certificates.bookChain(entries: .number(register.lastEntry),
            head: .text(String(Hex.text(register.head).prefix(16)))))]
        return paper
    }

    private func row(_ certificate: Certificate, _ t: Texts) -> [Paper.Cell] {
        let facts = certificate.facts
        let remarks = [
            certificate.reason.isEmpty ? nil : certificate.reason, facts?.replaces.map { t(T.certificates.paperReplaces(number: .text($0))) },
            facts?.duplicated.flatMap { Day(iso: $0) }.map { t(T.certificates.paperDuplicateOn(day: .day($0))) },
        ]
        return [
            .init(certificate.label), .init(certificate.day.map { t.day($0, .numeric) } ?? ""), .init(certificate.name, language: facts?.language),
            .init([facts?.programme?.number, facts?.title].compactMap(\.self).joined(separator: " "), language: facts?.language),
            .init(certificate.points > 0 ? t.number(certificate.points) : ""),
            .init(RegisterBook.state(certificate, t), tone: certificate.state == .valid ? nil : .pencil), .init(remarks.compactMap(\.self).joined(separator: "; ")),
        ]
    }
}
