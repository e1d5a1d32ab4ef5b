import Accounts
import Catalogue
import Centres
import Events
import Imports
package import Kernel
import Languages
import Queues
import Registration
import Storage

/// What becomes of a certificate that is issued.
extension CertificateStore {
    /// Declares a certificate void: it proves nothing any more, and neither do its duplicates. Its number stays in the register, with the reason.
    package static func void(_ id: Certificate.ID, because reason: String, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.certificates.reasonMissing) }
        var register = try hold(id, in: act)
        try requireValid(id, in: act)
        try end(id, .void, because: reason, within: &register, in: act)
    }

    /// Prepares a correction of a wrong certificate, which stays good until the correction is signed.
    package static func correct(_ id: Certificate.ID, name: String, because reason: String, in act: Act) throws -> CertificateBatch.ID {
        let name = Canonical.line(name)
        var faults = Faults()
        faults.printedName(name)
        faults.require(!reason.isEmpty, "why", T.certificates.reasonMissing)
        try faults.check()
        _ = try hold(id, in: act)
        let wrong = try requireValid(id, in: act)
        guard let printed = wrong.facts, !wrong.isDuplicate, !wrong.isEarlier else { throw Problem.conflict(T.certificates.onlyOriginal) }
        guard try !act.db.exists("SELECT 1 AS stands FROM certificate WHERE replaces = \(id)") else { throw Problem.conflict(T.certificates.correctionWaits) }
        let (facts, approved) = try anew(wrong, printed, name: name, in: act)
        var draft = CertificateDraft(facts, at: wrong.centre, of: wrong.event)
        (draft.person, draft.registration, draft.approved) = (wrong.person, wrong.registration, approved)
        (draft.replaces, draft.reason) = (id, reason)
        let batch = try BatchStore.open(wrong.centre, event: wrong.event, in: act)
        try BatchStore.add(draft, to: batch, in: act)
        try act.record(T.certificates.correctionPrepared, .certificate(id), under: wrong.event.map { .event($0) }, centre: wrong.centre, changes: [
            Change("name", from: wrong.name, to: name), Change("reason", from: "", to: reason),
        ], retention: .register)
        return batch
    }

    /// What a correction prints: all that the event, the programme and the centre say today, under the mended name; points never more than were printed.
    /// Without an event, what was printed.
    private static func anew(_ wrong: Certificate, _ printed: CertificateFacts, name: String, in act: Act) throws -> (CertificateFacts, approved: Int) {
        guard let id = wrong.event else {
            var facts = printed
            facts.name = name
            (facts.number, facts.code, facts.day, facts.signatory, facts.isDeputy, facts.replaces) = (nil, nil, nil, nil, nil, nil)
            return (facts, wrong.approved)
        }
        let wording = try BatchStore.wording(of: try EventStore.event(runBy: act.by, id, in: act), in: act)
        let school = try wrong.registration.flatMap { try RegistrationStore.registration($0, in: act).school }.map { try SchoolStore.school($0, in: act).name }
        let line = CertificatePlan.Line(
            person: wrong.person, registration: wrong.registration, name: name, school: school ?? printed.school ?? "", part: wrong.part, kind: wrong.kind)
        var facts = wording.facts(line)
        let approved = wrong.kind == .certificate ? wording.programme?.hours ?? wrong.approved : wrong.approved
        if wrong.registration == nil { facts.hours = printed.hours }
        facts.points = facts.points.map { min($0, printed.points ?? $0, approved) }
        return (facts, approved)
    }

    /// Signs a lost paper once more: with the number, the day and the name of the original, and the word *duplicate* on it.
    package static func duplicate(_ id: Certificate.ID, by signer: Signer, seal: Seal, in act: Act) throws -> Certificate.ID {
        // The key before the register, as in signing: two who wait for one another wait in one order.
        let centre = try CentreStore.centre(certificate(id, in: act).centre, in: act)
        guard centre.id == signer.centre else { throw Problem.missing }
        let key = try SigningKeyStore.current(of: centre.id, seal: seal, in: act)
        var register = try hold(id, in: act)
        let original = try requireValid(id, in: act)
        guard var facts = original.facts, let day = original.day, !original.isDuplicate else {
            throw Problem.conflict(T.certificates.onlyOriginal)
        }
        let code = CertificateCode.random()
        facts.code = code.text
        facts.duplicated = centre.zone.day(of: act.now).iso
        let copy = Certificate.ID(try act.db.insert("""
            INSERT INTO certificate (centre, kind, part, state, person, event, registration, name, key_azbuka, hours, points, approved, code, duplicate_of)
            VALUES (\(original.centre), \(original.kind), \(original.part), 'prepared', \(original.person), \(original.event), \(original.registration), \(original.name),
                    \(SortKey.make(original.name, alphabet: .azbuka)), \(original.hours), \(original.points), \(original.approved), \(code), \(id)) RETURNING id
            """))
        if original.isEarlier { facts.signatory = Canonical.line(signer.name) }
        let issue = SigningStore.Issue(certificate: copy, code: code, number: original.number, day: day, register: register.id)
        try SigningStore.write(facts, issue, by: signer, key, in: act)
        try RegisterStore.add(.duplicated, .init(certificate: copy, label: original.label, code: code, facts: try facts.text()), to: &register, in: act)
        try act.record(T.certificates.duplicated, .certificate(copy), under: original.event.map { .event($0) }, centre: original.centre, retention: .register)
        return copy
    }

    /// Forgets what a certificate says about somebody, because a rule asks for it. Number, day and state stay; the chain still holds.
    package static func erase(_ id: Certificate.ID, because reason: String, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("rule", T.certificates.reasonMissing) }
        var register = try hold(id, in: act)
        let original = try certificate(id, in: act)
        guard original.facts != nil else { throw Problem.conflict(T.certificates.alreadyErased) }
        for certificate in try act.db.rows("SELECT * FROM certificate WHERE id = \(id) OR duplicate_of = \(id) ORDER BY id").map(Certificate.init(row:)) {
            try act.db.run("UPDATE register_entry SET salt = NULL, content = NULL WHERE certificate = \(certificate.id)")
            try act.db.run("""
                UPDATE certificate SET facts = NULL, name = '', payload = '', credential = '', person = NULL, registration = NULL, event = NULL, hours = 0, points = 0,
                    reason = '', key_azbuka = \(SortKey.make("", alphabet: .azbuka))
                WHERE id = \(certificate.id)
                """)
            try act.db.unindex("certificate", certificate.id.value)
            try RegisterSealStore.bare(certificate.id, in: act)
            try ImportStore.forget(EarlierCertificateImport.kind, about: certificate.id, in: act)
            try act.forget(about: .certificate(certificate.id))
            let matter = RegisterStore.Matter(
                certificate: certificate.id, label: certificate.label, code: certificate.code, facts: nil, rest: (certificate.state, certificate.day))
            try RegisterStore.add(.erased, matter, to: &register, in: act)
            try act.record(
                T.certificates.erased, .certificate(certificate.id), centre: certificate.centre, changes: [Change("reason", from: "", to: reason)],
                retention: .register)
        }
        if let batch = original.batch { try BatchStore.refresh(batch, in: act) }
        try act.touchPublicPages()
    }

    /// Holds the register that a certificate stands in: acts on one number come one after another.
    private static func hold(_ id: Certificate.ID, in act: Act) throws -> Register {
        guard let register = try certificate(id, in: act).register else { throw Problem.missing }
        return try RegisterStore.hold(register, in: act)
    }

    /// - Throws: a conflict that tells who ended it before, when and why.
    @discardableResult
    private static func requireValid(_ id: Certificate.ID, in act: Act) throws -> Certificate {
        let certificate = try certificate(id, in: act)
        guard !certificate.state.next.contains(.void) else { return certificate }
        throw Problem.conflict(T.certificates.alreadyEnded(
            number: .text(certificate.label), state: .phrase(certificate.state.name), when: certificate.ended.map { .instant($0) } ?? "",
            reason: .text(certificate.reason)))
    }

    /// How a certificate ends.
    enum Ending {
        case void, replaced

        fileprivate var state: CertificateState { self == .void ? .void : .replaced }
        fileprivate var deed: RegisterDeed { self == .void ? .voided : .replaced }
    }

    /// Ends a certificate and its duplicates.
    /// - Parameter register: one that is held already; a certificate of another register holds its own.
    static func end(_ id: Certificate.ID, _ ending: Ending, because reason: String, within register: inout Register, in act: Act) throws {
        let rows = try act.db.rows("SELECT * FROM certificate WHERE (id = \(id) OR duplicate_of = \(id)) AND state = 'valid' ORDER BY id").map(Certificate.init(row:))
        for batch in Set(rows.compactMap(\.batch)) { try BatchStore.refresh(batch, in: act) }
        for certificate in rows {
            try act.db.run("UPDATE certificate SET state = \(ending.state), ended = \(act.now), reason = \(reason) WHERE id = \(certificate.id)")
            let matter = RegisterStore.Matter(certificate: certificate.id, label: certificate.label, code: certificate.code, facts: certificate.factsText)
            if let own = certificate.register, own != register.id {
                var other = try RegisterStore.hold(own, in: act)
                try RegisterStore.add(ending.deed, matter, because: reason, to: &other, in: act)
            } else {
                try RegisterStore.add(ending.deed, matter, because: reason, to: &register, in: act)
            }
            try act.record(
                ending.deed.name, .certificate(certificate.id), under: certificate.event.map { .event($0) }, centre: certificate.centre,
                changes: [Change("reason", from: "", to: reason)], retention: .register)
        }
        try act.touchPublicPages()
    }
}
