import Catalogue
package import Documents
import Kernel
package import Languages

/// A certificate as it is printed: every text finished, in the certificate's own language, for the template `certificate`.
///
/// It is made from the frozen facts alone, so it can be set again at any time, byte for byte.
package struct CertificatePaper: Sendable, Encodable {
    private let language: String
    private let title: String
    /// The signed payloads, so that a program can check the file without reading the picture of the code; none where they are too many.
    private let keywords: [String]
    private let documents: [Page]

    /// How long a string of PDF/A may be (ISO 19005-3, 6.1.13), and all keywords are one.
    private static let keywordsMax = 32_767

    fileprivate struct Page: Encodable {
        var language: String
        var centre: Paper.Office
        var marks: [Paper.Fact]
        var band: Band?
        var title: String
        var subtitle: String?
        var name: String
        var about: [String]
        var statement: String
        var subject: String
        var text: String?
        var facts: [Paper.Fact]
        var signatories: [Paper.Signatory]
        var seal: String
        var check: Check?
        var notes: [String]
    }

    fileprivate struct Band: Encodable {
        var text: String
        var note: String?
    }

    fileprivate struct Check: Encodable {
        var path: String
        var extent: Int
        var alt: String
        var label: String
        var code: String
        var hint: String
        var address: String
    }

    /// What the typesetter is asked for one certificate, with its credential to be taken out of the file.
    /// - Parameter pictures: by their digests, at least those that the facts name.
    package static func job(_ certificate: Certificate, pictures: [String: [UInt8]], words: TextCatalogue) throws -> Typesetting {
        let paper = try CertificatePaper([certificate], title: nil, words: words)
        let t = words.texts(certificate.facts?.writtenIn ?? .sr, in: .utc)
        let credential = Typesetting.Attachment(
            name: "credential.jwt", type: "application/vc+jwt", bytes: Array(certificate.credential.utf8), description: t(T.certificates.paperCredential))
        var job = try Typesetting(
            template: "certificate", paper, stamp: certificate.issued?.seconds ?? 0, attachments: certificate.credential.isEmpty ? [] : [credential],
            pictures: pictures.filter { $0.key == certificate.facts?.issuer.logo })
        job.party = "\(certificate.centre)"
        return job
    }

    /// All of a batch in one file.
    package static func job(_ certificates: [Certificate], title: String, pictures: [String: [UInt8]], words: TextCatalogue) throws -> Typesetting {
        let printed = certificates.filter { $0.facts != nil }
        var job = try Typesetting(
            template: "certificate", CertificatePaper(printed, title: title, words: words), stamp: printed.compactMap(\.issued?.seconds).max() ?? 0,
            pictures: pictures)
        job.party = printed.first.map { "\($0.centre)" } ?? ""
        return job
    }

    private init(_ certificates: [Certificate], title: String?, words: TextCatalogue) throws {
        guard let first = certificates.first, let facts = first.facts else { throw Problem.missing }
        let t = words.texts(facts.writtenIn, in: .utc)
        language = facts.language
        self.title = title ?? "\(t(facts.kind.heading)) \(first.label), \(facts.name)"
        let payloads = certificates.map(\.payload).filter { !$0.isEmpty }
        keywords = payloads.reduce(0) { $0 + $1.utf8.count + 2 } <= Self.keywordsMax ? payloads : []
        documents = try certificates.map { certificate in
            guard let facts = certificate.facts else { throw Problem.missing }
            return Page(certificate, facts, words.texts(facts.writtenIn, in: .utc))
        }
    }
}

extension CertificatePaper.Page {
    fileprivate init(_ certificate: Certificate, _ facts: CertificateFacts, _ t: Texts) {
        language = facts.language
        centre = .init(name: facts.issuer.name, lines: [facts.issuer.address], logo: facts.issuer.logo)
        func day(_ text: String?) -> String? { text.flatMap { Day(iso: $0) }.map { t.days($0...$0) } }
        marks = [.init(t(T.certificates.number), certificate.label.isEmpty ? "–" : certificate.label)]
            + (day(facts.day).map { [.init(t(T.certificates.issuedOn), $0)] } ?? [])
        band = Self.band(certificate, facts, t)
        title = t(facts.kind.heading)
        subtitle = t(facts.kind.subtitle)
        name = facts.name
        about = [facts.school].compactMap(\.self)
        statement = t(facts.statement)
        subject = facts.title
        text = facts.kind == .thanks ? t(T.certificates.paperThanksText) : nil
        self.facts = Self.pairs(facts, t)
        let trainers = facts.kind == .certificate ? (facts.trainers ?? []).prefix(3).map { Paper.Signatory(name: $0, role: t(T.certificates.paperTrainer)) } : []
        let role = t(facts.isDeputy == true ? T.certificates.paperDeputy : T.certificates.paperDirector)
        signatories = trainers + (facts.signatory.map { [.init(name: $0, role: role)] } ?? [])
        seal = t(T.certificates.paperSeal)
        check = Self.check(certificate, facts, t)
        notes = [facts.isEarlier == true ? t(T.certificates.paperEarlier) : nil, facts.replaces.map { t(T.certificates.paperReplaces(number: .text($0))) },
            t(T.certificates.paperNotQualified)].compactMap(\.self)
    }

    private static func band(_ certificate: Certificate, _ facts: CertificateFacts, _ t: Texts) -> CertificatePaper.Band? {
        switch certificate.state {
        case .void, .replaced: .init(text: t(T.certificates.paperVoid), note: certificate.reason)
        case .prepared: .init(text: t(T.certificates.paperDraft), note: t(T.certificates.paperDraftNote))
        case .valid:
            facts.duplicated.flatMap { Day(iso: $0) }.map { .init(text: t(T.certificates.paperDuplicate), note: t(T.certificates.paperDuplicateOn(day: .day($0)))) }
        }
    }

    private static func pairs(_ facts: CertificateFacts, _ t: Texts) -> [Paper.Fact] {
        var pairs: [Paper.Fact] = []
        func add(_ label: Phrase, _ value: String?) {
            if let value, !value.isEmpty { pairs.append(.init(t(label), value)) }
        }
        guard facts.kind != .thanks else { return [] }
        if let programme = facts.programme {
            add(T.certificates.programme, t(T.certificates.programmeLine(number: .text(programme.number), cycle: .text("\(programme.accreditor) \(programme.cycle)"))))
        }
        let hours = facts.hours.map { t(T.common.hours(count: $0)) }, points = facts.points.map { t(T.common.points(count: $0)) }
        add(T.certificates.paperLength, [hours, points].compactMap(\.self).joined(separator: ", "))
        add(T.certificates.held, [facts.days.map { t.days($0) }, facts.place].compactMap(\.self).joined(separator: ", "))
        add(T.certificates.codes, [facts.programme?.competence, facts.programme?.priority].compactMap(\.self).joined(separator: ", "))
        add(T.certificates.institution, facts.programme?.institution)
        return pairs
    }

    private static func check(_ certificate: Certificate, _ facts: CertificateFacts, _ t: Texts) -> CertificatePaper.Check? {
        guard let address = certificate.address, let code = QRCode(address) else { return nil }
        let site = facts.issuer.site.replacing(/^https?:\/\//, with: "")
        return .init(
            path: code.path, extent: code.extent, alt: t(T.certificates.paperCode(code: .text(certificate.code.grouped))), label: t(T.certificates.paperCheck),
            code: certificate.code.grouped, hint: t(T.certificates.paperCheckHint), address: "\(site)/\(facts.language)/certificates")
    }
}

extension CertificateKind {
    /// The large word on the paper.
    fileprivate var heading: Phrase {
        switch self {
        case .certificate: T.certificates.paperCertificate
        case .confirmation: T.certificates.paperConfirmation
        case .thanks: T.certificates.paperThanks
        }
    }

    /// What stands below it.
    fileprivate var subtitle: Phrase {
        switch self {
        case .certificate: T.certificates.paperOfProgramme
        case .confirmation: T.certificates.paperOfPart
        case .thanks: T.certificates.paperOfThanks
        }
    }
}

extension CertificateFacts {
    /// What stands above the title. Names are never inflected, so every sentence is made to need the nominative.
    fileprivate var statement: Phrase {
        if kind == .certificate { return T.certificates.paperCompleted }
        return switch part {
        case .participant: T.certificates.paperTookPart
        case .trainer: T.certificates.paperTrained
        case .presenter: T.certificates.paperPresented
        case .organiser: T.certificates.paperOrganised
        case .mentor: T.certificates.paperMentored
        }
    }
}
