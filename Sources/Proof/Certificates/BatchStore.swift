package import Accounts
package import Centres
package import Events
import Imports
package import Kernel
import Languages
import Queues
import Storage

/// What is prepared for the director's signature.
package enum BatchStore {
    // MARK: Reads

    /// - Throws: `Problem.missing` for those who do not work at its centre.
    package static func batch(_ id: CertificateBatch.ID, in act: Act) throws -> CertificateBatch {
        let batch = try act.db.row("SELECT * FROM certificate_batch WHERE id = \(id)").map(CertificateBatch.init(row:))
        guard let batch, act.by.coordinates(batch.centre) else { throw Problem.missing }
        return batch
    }

    package static func batches(of event: Event.ID, in act: Act) throws -> [CertificateBatch] {
        try act.db.rows("SELECT * FROM certificate_batch WHERE event = \(event) ORDER BY id").map(CertificateBatch.init(row:))
    }

    /// What waits for a signature at a centre, the oldest first, with how many documents each holds.
    package static func waiting(at centre: Centre.ID, in act: Act) throws -> [(batch: CertificateBatch, count: Int)] {
        try act.db.rows("""
            SELECT b.*, (SELECT count(*) FROM certificate c WHERE c.batch = b.id) AS documents FROM certificate_batch b
            WHERE b.centre = \(centre) AND b.signed IS NULL ORDER BY b.id
            """).map { (try CertificateBatch(row: $0), try $0["documents"]) }
    }

    /// A batch with all that its page shows.
    static func desk(_ id: CertificateBatch.ID, in act: Act) throws -> BatchDesk {
        let batch = try batch(id, in: act)
        let certificates = try CertificateStore.certificates(of: id, in: act)
        let people = try PersonStore.reachable(Set(certificates.compactMap(\.person)), in: act)
        return BatchDesk(
            batch: batch, certificates: certificates, event: try batch.event.map { try EventStore.event($0, in: act) },
            signer: try signer(of: batch, in: act), reachable: people.count, wanting: people.values.count(where: \.self),
            others: try unreached(certificates, people, in: act),
            right: try SigningStore.right(of: act.by, at: batch.centre, in: act), isDemonstration: try SigningStore.isDemonstration(in: act))
    }

    /// Whom no letter about a certificate reaches: who is known by name alone, and who has no address that is proved.
    private static func unreached(_ certificates: [Certificate], _ reachable: [Person.ID: Bool], in act: Act) throws -> [Concerned.Unwritten] {
        let missed = certificates.filter { certificate in certificate.person.map { reachable[$0] == nil } ?? true }
        let phones = try PersonStore.phones(of: Set(missed.compactMap(\.person)), in: act)
        return missed.map { Concerned.Unwritten(name: $0.name, phone: $0.person.flatMap { phones[$0] } ?? "") }
    }

    /// The name of whoever signed a batch.
    private static func signer(of batch: CertificateBatch, in act: Act) throws -> String {
        guard let person = batch.signedBy else { return "" }
        return try PersonStore.names(of: [person], in: act)[person] ?? ""
    }

    // MARK: Verbs

    /// Prepares what an event's people have earned and do not have yet.
    /// - Throws: a conflict that says why nothing can be prepared.
    package static func prepare(_ id: Event.ID, in act: Act) throws -> CertificateBatch.ID {
        try act.db.hold("event", id.value)
        let plan = try plan(id, in: act)
        if let obstacle = plan.obstacle { throw Problem.conflict(obstacle) }
        guard !plan.lines.isEmpty else { throw Problem.conflict(T.certificates.nobodyToPrepare) }
        let wording = try wording(of: plan.event, in: act)
        let centre = plan.event.centre
        let batch = try open(centre, event: id, in: act)
        for line in plan.lines {
            var draft = CertificateDraft(wording.facts(line), at: centre, of: id)
            (draft.person, draft.registration, draft.approved) = (line.person, line.registration, plan.approved ?? 0)
            try add(draft, to: batch, in: act)
        }
        try act.record(T.certificates.prepared, .certificateBatch(batch), under: .event(id), centre: centre)
        return batch
    }

    /// Adds somebody whom attendance does not know: who presented, organised, helped, or is thanked.
    package static func add(_ guest: CertificateGuest, to id: CertificateBatch.ID, in act: Act) throws {
        try act.db.hold("certificate_batch", id.value)
        let batch = try unsigned(id, in: act)
        guard let event = batch.event else { throw Problem.missing }
        try add(guest, of: try EventStore.event(runBy: act.by, event, in: act), to: id, in: act)
    }

    /// The same where no batch waits.
    package static func open(for guest: CertificateGuest, of id: Event.ID, in act: Act) throws -> CertificateBatch.ID {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(runBy: act.by, id, in: act)
        if let obstacle = CertificatePlan.obstacle(event, approved: nil, isPlaced: try wording(of: event, in: act).isPlaced) { throw Problem.conflict(obstacle) }
        let batch = try open(event.centre, event: id, in: act)
        try add(guest, of: event, to: batch, in: act)
        try act.record(T.certificates.prepared, .certificateBatch(batch), under: .event(id), centre: event.centre)
        return batch
    }

    private static func add(_ guest: CertificateGuest, of event: Event, to batch: CertificateBatch.ID, in act: Act) throws {
        var faults = Faults()
        guest.check(&faults)
        try faults.check()
        let person = try guest.email.isEmpty ? nil : PersonStore.person(email: guest.email, in: act)
        if !guest.email.isEmpty, person == nil { throw Problem.invalid("email", T.certificates.personUnknown) }
        let bearer = CertificatePlan.Bearer(part: guest.part, person: person?.id, name: guest.name)
        if try CertificateStore.bearers(of: event.id, guest.kind, in: act).contains(bearer) { throw Problem.invalid("name", T.certificates.refusedHas) }
        let line = CertificatePlan.Line(person: person?.id, registration: nil, name: guest.name, school: "", part: guest.part, kind: guest.kind)
        var facts = try wording(of: event, in: act).facts(line)
        facts.hours = guest.hours > 0 ? guest.hours : nil
        var draft = CertificateDraft(facts, at: event.centre, of: event.id)
        draft.person = person?.id
        try add(draft, to: batch, in: act)
    }

    /// Mends what will be printed: the name as its bearer writes it, hours and points within what was approved.
    package static func amend(_ id: Certificate.ID, name: String, points: Int?, in act: Act) throws {
        let certificate = try draft(id, in: act)
        guard var facts = certificate.facts else { throw Problem.missing }
        let name = Canonical.line(name)
        var faults = Faults()
        faults.printedName(name)
        if let points, certificate.kind == .certificate {
            let approved = certificate.approved
            faults.require((0...approved).contains(points), "points", T.certificates.pointsAbove(points: .number(points), approved: .number(approved)))
            facts.points = points
        }
        try faults.check()
        facts.name = name
        try act.db.run("""
            UPDATE certificate SET name = \(name), key_azbuka = \(SortKey.make(name, alphabet: .azbuka)), points = \(facts.points ?? 0), facts = \(try facts.text())
            WHERE id = \(id)
            """)
        try act.record(T.certificates.amended, .certificate(id), under: certificate.event.map { .event($0) }, centre: certificate.centre, changes: [
            Change("name", from: certificate.name, to: name), Change("points", from: "\(certificate.points)", to: "\(facts.points ?? 0)"),
        ])
    }

    /// Takes a document out of its batch. A batch goes with its last document.
    /// - Returns: whether the batch still stands.
    package static func drop(_ id: Certificate.ID, in act: Act) throws -> Bool {
        try remove(draft(id, in: act), in: act)
    }

    /// Somebody deleted the account: what was prepared and not signed goes, and what the journal says about it.
    package static func forget(_ person: Person.ID, in act: Act) throws {
        for certificate in try CertificateStore.certificates(of: person, in: act) {
            try act.forgetJournal(about: .certificate(certificate.id), register: false)
            try ImportStore.forget(EarlierCertificateImport.kind, about: certificate.id, in: act)
        }
        for draft in try CertificateStore.drafts(of: person, in: act) {
            if let batch = draft.batch { try act.db.hold("certificate_batch", batch.value) }
            // Somebody may have signed it before the batch was held; then it stands.
            guard try act.db.exists("SELECT 1 AS stands FROM certificate WHERE id = \(draft.id) AND state = 'prepared'") else { continue }
            try act.forget(about: .certificate(draft.id))
            _ = try remove(draft, in: act)
        }
    }

    private static func remove(_ draft: Certificate, in act: Act) throws -> Bool {
        try act.db.run("DELETE FROM certificate WHERE id = \(draft.id)")
        try act.record(T.certificates.dropped, .certificate(draft.id), under: draft.event.map { .event($0) }, centre: draft.centre)
        guard let batch = draft.batch, try !act.db.exists("SELECT 1 AS stands FROM certificate WHERE batch = \(batch) LIMIT 1") else { return true }
        try act.db.run("DELETE FROM certificate_batch WHERE id = \(batch)")
        return false
    }

    // MARK: Files

    /// What the files of a batch are called: the title of its event.
    static func title(of id: CertificateBatch.ID, in act: Act) throws -> String {
        let facts: String? = try act.db.value("SELECT facts FROM certificate WHERE batch = \(id) AND facts IS NOT NULL ORDER BY id LIMIT 1")
        return try facts.map { try CertificateFacts(text: $0).title } ?? "\(id)"
    }

    static func progress(_ id: CertificateBatch.ID, _ done: Int, in act: Act) throws {
        try act.db.run("UPDATE certificate_batch SET done = \(done) WHERE id = \(id)")
    }

    static func ready(_ id: CertificateBatch.ID, in act: Act) throws {
        try act.db.run("UPDATE certificate_batch SET document = 'ready', fault = '', done = (SELECT count(*) FROM certificate WHERE batch = \(id)) WHERE id = \(id)")
    }

    static func failed(_ id: CertificateBatch.ID, _ fault: String, in act: Act) throws {
        try act.db.run("UPDATE certificate_batch SET document = 'failed', fault = \(String(fault.prefix(500))) WHERE id = \(id)")
    }

    package static func setAgain(_ id: CertificateBatch.ID, in act: Act) throws {
        guard try batch(id, in: act).isSigned else { throw Problem.missing }
        try refresh(id, in: act)
    }

    /// Sets the files of a batch anew: they could not be made, or one of its documents is no longer as they show it.
    static func refresh(_ id: CertificateBatch.ID, in act: Act) throws {
        try act.db.run("UPDATE certificate_batch SET document = 'waiting', fault = '', done = 0 WHERE id = \(id)")
        try act.enqueue("certificates.set", id, once: "certificates.set.\(id)")
    }

    // MARK: Parts

    static func open(_ centre: Centre.ID, event: Event.ID?, in act: Act) throws -> CertificateBatch.ID {
        CertificateBatch.ID(try act.db.insert("""
            INSERT INTO certificate_batch (centre, event, prepared, prepared_by) VALUES (\(centre), \(event), \(act.now), \(act.by.person)) RETURNING id
            """))
    }

    @discardableResult
    static func add(_ draft: CertificateDraft, to batch: CertificateBatch.ID, in act: Act) throws -> Certificate.ID {
        let facts = draft.facts
        guard !facts.name.isEmpty else { throw Problem.conflict(T.certificates.nameMissing) }
        if let person = draft.person { try PersonStore.keep(person, in: act) }
        return Certificate.ID(try act.db.insert("""
            INSERT INTO certificate (
                centre, batch, kind, part, state, person, event, registration, name, key_azbuka, hours, points, approved, facts, code, replaces, reason)
            VALUES (\(draft.centre), \(batch), \(facts.kind), \(facts.part), \(CertificateState.prepared), \(draft.person), \(draft.event), \(draft.registration),
                    \(facts.name), \(SortKey.make(facts.name, alphabet: .azbuka)), \(facts.hours ?? 0), \(facts.points ?? 0), \(draft.approved), \(try facts.text()),
                    \(CertificateCode.random()), \(draft.replaces), \(draft.reason)) RETURNING id
            """))
    }

    static func unsigned(_ id: CertificateBatch.ID, in act: Act) throws -> CertificateBatch {
        let batch = try batch(id, in: act)
        guard let signed = batch.signed else { return batch }
        throw Problem.conflict(T.certificates.alreadySigned(who: .text(try signer(of: batch, in: act)), when: .instant(signed)))
    }

    private static func draft(_ id: Certificate.ID, in act: Act) throws -> Certificate {
        let before = try CertificateStore.certificate(id, in: act)
        if let batch = before.batch { try act.db.hold("certificate_batch", batch.value) }
        let certificate = try CertificateStore.certificate(id, in: act)
        guard certificate.state == .prepared else { throw Problem.conflict(T.certificates.notPrepared(number: .text(certificate.label))) }
        return certificate
    }
}
