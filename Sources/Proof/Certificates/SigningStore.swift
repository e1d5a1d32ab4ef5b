import Accounts
import Catalogue
import Centres
import Crypto
import Delivery
import Events
import Forms
package import Kernel
import Languages
import Queues
import Storage

/// The director's act: numbers are given, facts are frozen, keys sign; all in one transaction.
package enum SigningStore {
    /// Signs a batch. Its documents have their numbers, without a gap, if and only if this act stands.
    /// - Parameter isMailed: whether everybody gets the paper by mail, not only who wants it.
    /// - Returns: how many were signed.
    /// - Throws: a conflict when it is signed already, when somebody in it no longer qualifies, or when the clock was set back.
    @discardableResult
    package static func sign(_ id: CertificateBatch.ID, by signer: Signer, isMailed: Bool = false, seal: Seal, in act: Act) throws -> Int {
        try act.db.hold("certificate_batch", id.value)
        let batch = try BatchStore.unsigned(id, in: act)
        guard batch.centre == signer.centre else { throw Problem.missing }
        let drafts = try CertificateStore.certificates(of: id, in: act)
        guard !drafts.isEmpty else { throw Problem.conflict(T.certificates.nobodyToPrepare) }
        try require(drafts, of: batch, in: act)
        let centre = try CentreStore.centre(batch.centre, in: act)
        let day = centre.zone.day(of: act.now)
        // The centre is held from here on, so its logo stays until the act ends.
        let key = try SigningKeyStore.current(of: centre.id, seal: seal, in: act)
        let logo = try LogoStore.logo(of: centre.id, in: act)?.digest
        if let logo { try LogoStore.keep(logo, in: act) }
        for kind in CertificateKind.allCases where drafts.contains(where: { $0.kind == kind }) {
            var register = try RegisterStore.hold(kind, year: day.year, of: centre, in: act)
            for draft in drafts where draft.kind == kind {
                let number = try RegisterStore.next(&register, on: day, in: act)
                try issue(draft, number: number, day: day, logo: logo, by: signer, key, centre, register: &register, in: act)
            }
        }
        try act.db.run("UPDATE certificate_batch SET signed = \(act.now), signed_by = \(signer.person), is_mailed = \(isMailed), document = 'waiting' WHERE id = \(id)")
        try act.enqueue("certificates.set", id, once: "certificates.set.\(id)")
        try act.record(T.certificates.signed, .other("certificate_batch", id.value), under: batch.event.map { .event($0) }, centre: centre.id, retention: .register)
        try tell(of: CertificateStore.certificates(of: id, in: act), isMailed: isMailed, centre, in: act)
        return drafts.count
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
            if let replaced = draft.replaces, try CertificateStore.certificate(replaced, in: act).state != .valid { faults.append(.init(nil, T.certificates.originalVoid(name: .text(draft.name)))) }
        }
        if !faults.isEmpty { throw Problem(.conflict, faults) }
    }

    private static func issue(
        _ draft: Certificate, number: Int, day: Day, logo: String?, by signer: Signer, _ key: SigningKeyStore.Pair, _ centre: Centre, register: inout Register, in act: Act
    ) throws {
        guard var facts = draft.facts else { throw Problem.missing }
        let label = register.format.label(number, year: register.year)
        facts.number = label
        facts.code = draft.code.text
        facts.day = day.iso
        facts.issuer.logo = logo
        facts.signatory = Canonical.line(signer.name)
        facts.isDeputy = signer.isDeputy ? true : nil
        // The numbers that it replaces may stand in an older register; its row is held by the order of the chain.
        if let replaced = draft.replaces { facts.replaces = try CertificateStore.certificate(replaced, in: act).label }
        try write(facts, of: draft.id, code: draft.code, number: number, day: day, by: signer.person, key, register: register, in: act)
        try RegisterStore.add(.issued, .init(certificate: draft.id, label: label, code: draft.code, facts: try facts.text()), to: &register, in: act)
        try act.record(T.certificates.issued, .other("certificate", draft.id.value), under: draft.event.map { .event($0) }, centre: centre.id, retention: .register)
        if let replaced = draft.replaces { try replace(replaced, because: draft.reason, &register, in: act) }
    }

    /// Freezes what is printed and signs it.
    static func write(
        _ facts: CertificateFacts, of id: Certificate.ID, code: CertificateCode, number: Int, day: Day, by signer: Person.ID?, _ key: SigningKeyStore.Pair, register: Register, in act: Act
    ) throws {
        let payload = CertificatePayload(facts, key: key.id, code: code, number: facts.number ?? "", day: day, limit: CertificateAddress.room(code, facts))
        let credential = try Credential(facts, code: code, issued: act.now, words: act.words.texts(facts.writtenIn, in: .utc)).signed(by: key)
        try act.db.run("""
            UPDATE certificate SET state = 'valid', facts = \(try facts.text()), register = \(register.id), number = \(number), label = \(facts.number ?? ""), day = \(day),
                issued = \(act.now), signed_by = \(signer), payload = \(try payload.signed(by: key.secret)), credential = \(credential), key = \(key.id), reason = ''
            WHERE id = \(id)
            """)
        try CertificateStore.index(id, facts, in: act)
    }

    /// Whoever wants papers by mail gets the file as soon as it is set; the others learn where it is.
    private static func tell(of certificates: [Certificate], isMailed: Bool, _ centre: Centre, in act: Act) throws {
        let people = try PersonStore.reachable(Set(certificates.compactMap(\.person)), in: act)
        for certificate in certificates {
            guard let wantsPapers = certificate.person.flatMap({ people[$0] }) else { continue }
            if wantsPapers || isMailed {
                try act.enqueue("certificates.mail", certificate.id)
            } else {
                try CertificateLetters.issued(certificate, centre, nil, in: act)
            }
        }
    }

    /// The corrected one gives way to its correction, with its duplicates.
    private static func replace(_ id: Certificate.ID, because reason: String, _ register: inout Register, in act: Act) throws {
        try CertificateStore.end(id, as: .replaced, .replaced, because: reason, within: &register, in: act)
    }
}
