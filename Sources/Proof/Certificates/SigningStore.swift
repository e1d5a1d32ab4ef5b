import Accounts
package import Centres
import Crypto
import Delivery
import Events
package import Kernel
import Languages
import Queues
import Storage

/// The director's act: numbers are given, facts are frozen, keys sign; all in one transaction.
package enum SigningStore {
    // MARK: Who signs

    /// By which right somebody may sign for a centre now.
    package static func right(of actor: Actor, at centre: Centre.ID, in act: Act) throws -> Signer.Right? {
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        return Signer.right(of: actor, at: centre, deputies: try DeputyStore.deputies(of: centre, in: act), on: today)
    }

    /// Whoever acts now, as the one who signs.
    /// - Parameter code: of the second factor, shown at this moment.
    /// - Throws: `Problem.missing` without the right; an invalid field `code`.
    static func signer(code: String, at centre: Centre.ID, seal: Seal, in act: Act) throws -> Signer {
        guard let right = try right(of: act.by, at: centre, in: act), let person = act.by.person else { throw Problem.missing }
        if try !isDemonstration(in: act) { try SecondFactorStore.prove(code, of: person, seal: seal, in: act) }
        return Signer(person: person, name: act.by.name, centre: centre, isDeputy: right == .deputy)
    }

    /// Whether nobody is asked for a second factor: the people of a demonstration have no telephone.
    static func isDemonstration(in act: Act) throws -> Bool { try Setting.demonstration.value(in: act.db) != nil }

    // MARK: Signing

    /// What is the same for all that is signed in one act: for which centre and with which logo, by whom and with which key, on which day.
    private struct Signing {
        let centre: Centre
        let logo: String?
        let signer: Signer
        let key: SigningKeyStore.Pair
        let day: Day
    }

    /// Signs a batch. Its documents have their numbers, without a gap, if and only if this act stands.
    /// - Parameter isMailed: whether everybody gets the paper by mail, not only who wants it.
    /// - Returns: how many were signed, and how many people are written to.
    /// - Throws: a conflict when it is signed already, when somebody in it no longer qualifies, or when the clock was set back.
    @discardableResult
    package static func sign(_ id: CertificateBatch.ID, by signer: Signer, isMailed: Bool = false, seal: Seal, in act: Act) throws -> (signed: Int, told: Int) {
        try act.db.hold("certificate_batch", id.value)
        let batch = try BatchStore.unsigned(id, in: act)
        guard batch.centre == signer.centre else { throw Problem.missing }
        let drafts = try CertificateStore.certificates(of: id, in: act)
        guard !drafts.isEmpty else { throw Problem.conflict(T.certificates.nobodyToPrepare) }
        try require(drafts, of: batch, in: act)
        let centre = try CentreStore.centre(batch.centre, in: act)
        // The key holds the centre, so its logo stays until the act ends.
        let key = try SigningKeyStore.current(of: centre.id, seal: seal, in: act)
        let logo = try LogoStore.logo(of: centre.id, in: act)?.digest
        if let logo { try LogoStore.keep(logo, in: act) }
        let signing = Signing(centre: centre, logo: logo, signer: signer, key: key, day: centre.zone.day(of: act.now))
        for kind in CertificateKind.allCases where drafts.contains(where: { $0.kind == kind }) {
            var register = try RegisterStore.hold(kind, year: signing.day.year, of: centre, in: act)
            for draft in drafts where draft.kind == kind { try issue(draft, signing, in: &register, in: act) }
        }
        try act.db.run("UPDATE certificate_batch SET signed = \(act.now), signed_by = \(signer.person), is_mailed = \(isMailed), document = 'waiting' WHERE id = \(id)")
        try act.enqueue("certificates.set", id, once: "certificates.set.\(id)")
        try act.record(T.certificates.signed, .certificateBatch(id), under: batch.event.map { .event($0) }, centre: centre.id, retention: .register)
        let signed = try CertificateStore.certificates(of: id, in: act)
        try tell(of: signed, in: id, signing, in: act)
        let told = try tell(of: signed, isMailed: isMailed, centre, in: act)
        return (drafts.count, told)
    }

    /// The office's register of documents hears of the batch, with the numbers that it bears.
    private static func tell(of signed: [Certificate], in id: CertificateBatch.ID, _ signing: Signing, in act: Act) throws {
        let ranges = CertificateKind.allCases.compactMap { kind -> String? in
            let own = signed.filter { $0.kind == kind && !$0.isDuplicate }.sorted { ($0.number ?? 0, $0.id) < ($1.number ?? 0, $1.id) }.map(\.label)
            guard let first = own.first, let last = own.last else { return nil }
            return own.count > 1 ? "\(first) – \(last)" : first
        }
        let t = try act.texts(signing.centre.language, of: signing.centre), title = signed.first?.title ?? ""
        try act.state(PaperMade(
            kind: "certificate_batch", row: id.value, centre: signing.centre.id, number: ranges.joined(separator: ", "), title: "\(t(T.certificates.title)): \(title)",
            day: signing.day, page: "/staff/batches/\(id)"))
    }

    /// Between preparing and signing an application may have been withdrawn, attendance corrected, an original voided.
    private static func require(_ drafts: [Certificate], of batch: CertificateBatch, in act: Act) throws {
        var faults: [Problem.Fault] = []
        if let event = batch.event, drafts.contains(where: { $0.replaces == nil }) {
            let complete = Set(try AttendanceStore.completions(of: event, in: act).filter(\.isComplete).map(\.registration))
            for draft in drafts {
                guard draft.replaces == nil, let registration = draft.registration, !complete.contains(registration) else { continue }
                faults.append(.init(nil, T.certificates.noLonger(name: .text(draft.name))))
            }
        }
        for draft in drafts {
            if draft.name.isEmpty { faults.append(.init(nil, T.certificates.nameMissing)) }
            if let replaced = draft.replaces, try CertificateStore.certificate(replaced, in: act).state != .valid {
                faults.append(.init(nil, T.certificates.originalVoid(name: .text(draft.name))))
            }
        }
        if !faults.isEmpty { throw Problem(.conflict, faults) }
    }

    private static func issue(_ draft: Certificate, _ signing: Signing, in register: inout Register, in act: Act) throws {
        guard var facts = draft.facts else { throw Problem.missing }
        let number = try RegisterStore.next(&register, on: signing.day, in: act)
        let label = register.format.label(number, year: register.year)
        facts.number = label
        facts.code = draft.code.text
        facts.day = signing.day.iso
        facts.issuer.logo = signing.logo
        facts.signatory = Canonical.line(signing.signer.name)
        facts.isDeputy = signing.signer.isDeputy ? true : nil
        // The document that it replaces may stand in the register of an earlier year.
        if let replaced = draft.replaces { facts.replaces = try CertificateStore.certificate(replaced, in: act).label }
        let issue = Issue(certificate: draft.id, code: draft.code, number: number, day: signing.day, register: register.id)
        try write(facts, issue, by: signing.signer, signing.key, in: act)
        try RegisterStore.add(.issued, .init(certificate: draft.id, label: label, code: draft.code, facts: try facts.text()), to: &register, in: act)
        try act.record(
            T.certificates.issued, .certificate(draft.id), under: draft.event.map { .event($0) }, centre: signing.centre.id, retention: .register)
        if let replaced = draft.replaces { try replace(replaced, because: draft.reason, &register, in: act) }
    }

    /// Where a document stands once it is signed.
    struct Issue {
        let certificate: Certificate.ID
        let code: CertificateCode
        /// Nil of a duplicate whose original has none that counts up.
        let number: Int?
        let day: Day
        let register: Register.ID
    }

    /// Freezes what is printed and signs it.
    static func write(_ facts: CertificateFacts, _ issue: Issue, by signer: Signer, _ key: SigningKeyStore.Pair, in act: Act) throws {
        let payload = CertificatePayload(facts, key: key.id, code: issue.code, day: issue.day)
        let status = CredentialStatus.Entry(issue.certificate, of: signer.centre, at: facts.issuer.site)
        let credential = try Credential(facts, code: issue.code, issued: act.now, status: status, words: act.words.texts(facts.writtenIn, in: .utc)).signed(by: key)
        try act.db.run("""
            UPDATE certificate SET state = 'valid', facts = \(try facts.text()), register = \(issue.register), number = \(issue.number), label = \(facts.number ?? ""),
                day = \(issue.day), issued = \(act.now), signed_by = \(signer.person), payload = \(try payload.signed(by: key.secret)), credential = \(credential),
                key = \(key.id), reason = ''
            WHERE id = \(issue.certificate)
            """)
        try CertificateStore.index(issue.certificate, facts, in: act)
    }

    /// Whoever wants papers by mail gets the file as soon as it is set; the others learn where it is.
    /// - Returns: how many people are written to; the others have no address that is proved.
    private static func tell(of certificates: [Certificate], isMailed: Bool, _ centre: Centre, in act: Act) throws -> Int {
        let people = try PersonStore.reachable(Set(certificates.compactMap(\.person)), in: act)
        for certificate in certificates {
            guard let wantsPapers = certificate.person.flatMap({ people[$0] }) else { continue }
            if wantsPapers || isMailed {
                try act.enqueue("certificates.mail", certificate.id)
            } else {
                try CertificateLetters.issued(certificate, centre, nil, in: act)
            }
        }
        return people.count
    }

    /// A corrected document gives way to its correction, and its duplicates with it.
    private static func replace(_ id: Certificate.ID, because reason: String, _ register: inout Register, in act: Act) throws {
        try CertificateStore.end(id, .replaced, because: reason, within: &register, in: act)
    }
}
