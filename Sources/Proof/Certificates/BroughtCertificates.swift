package import Accounts
package import Catalogue
package import Centres
package import Delivery
import Events
package import Kernel
package import Languages
import Registration
import Storage

/// What a centre signed in the course of years, made at once: event by event, in the order in which it was signed. Numbers, entries and signatures come
/// about as they do when a director signs.
package struct BroughtCertificates: Sendable {
    let centre: Centre
    private let signer: Signer
    private let logo: String?
    private let key: SigningKeyStore.Pair
    /// Scheme and host of the centre's check page.
    private let site: String
    private let words: TextCatalogue
    private(set) var registers: [Book: Register] = [:]
    private(set) var batches: [Batch] = []
    private(set) var papers: [Paper] = []

    /// Which register.
    struct Book: Hashable {
        let kind: CertificateKind
        let year: Int
    }

    struct Batch: Sendable {
        let id: CertificateBatch.ID
        let event: Event.ID
        let preparedBy: Person.ID
        let signed: Instant
    }

    /// One signed document with its entry.
    struct Paper: Sendable {
        let id: Certificate.ID
        let batch: Batch
        let line: CertificatePlan.Line
        let facts: CertificateFacts
        let text: String
        let code: CertificateCode
        let book: Book
        let number: Int
        let day: Day
        let approved: Int
        let payload: String
        let credential: String
        let entry: RegisterEntry
    }

    package var count: Int { papers.count }

    /// The key of the centre is made when there is none, as of the moment of the act.
    package init(of centre: Centre, by signer: Signer, seal: Seal, in act: Act) throws {
        self.centre = centre
        self.signer = signer
        key = try SigningKeyStore.current(of: centre.id, seal: seal, in: act)
        logo = try LogoStore.logo(of: centre.id, in: act)?.digest
        if let logo { try LogoStore.keep(logo, in: act) }
        site = centre.origin(default: act.address)
        words = act.words
    }

    /// Signs what an event's people have earned.
    /// - Parameters:
    ///   - batch: the number of its batch.
    ///   - first: the number of its first document.
    ///   - people: by whose names and schools it is written.
    package mutating func sign(
        _ delivery: BroughtDelivery, _ programme: Programme, town: String, batch: Int64, from first: Int64,
        people: (Person.ID) -> (name: PersonName, school: String), at moment: Instant
    ) throws {
        let (event, complete) = (delivery.group.event, delivery.complete)
        let plan = CertificatePlan(
            event, approved: programme.hours,
            applicants: delivery.group.rows.map { row in
                let (name, school) = people(row.applicant.person)
                return CertificatePlan.Applicant(
                    registration: row.id, person: row.applicant.person, name: name, school: school, state: row.state, isComplete: complete.contains(row.id))
            }, bearers: [], erased: [])
        if let obstacle = plan.obstacle { throw Problem.conflict(obstacle) }
        let t = words.texts(event.plan.language, in: centre.zone)
        let wording = CertificateWording(event: event, programme: programme, centre: centre, town: town, address: "", site: site, t: t)
        let batch = Batch(id: CertificateBatch.ID(batch), event: event.id, preparedBy: delivery.by, signed: moment)
        batches.append(batch)
        var next = first
        for kind in CertificateKind.allCases {
            for line in plan.lines where line.kind == kind {
                try issue(line, wording.facts(line), approved: programme.hours, Certificate.ID(next), in: batch)
                next += 1
            }
        }
    }

    private mutating func issue(_ line: CertificatePlan.Line, _ prepared: CertificateFacts, approved: Int, _ id: Certificate.ID, in batch: Batch) throws {
        var facts = prepared
        let (code, day) = (CertificateCode.random(), centre.zone.day(of: batch.signed))
        let book = Book(kind: line.kind, year: day.year)
        var register = registers[book] ?? Register(
            of: centre.id, line.kind, day.year, format: NumberFormat.usual(line.kind, words.texts(centre.language, in: centre.zone)))
        register.lastNumber += 1
        register.lastDay = day
        facts.number = register.format.label(register.lastNumber, year: register.year)
        facts.code = code.text
        facts.day = day.iso
        facts.issuer.logo = logo
        facts.signatory = Canonical.line(signer.name)
        let text = try facts.text()
        let status = CredentialStatus.Entry(id, of: centre.id, at: site)
        let credential = Credential(facts, code: code, issued: batch.signed, status: status, words: words.texts(facts.writtenIn, in: .utc))
        let content = RegisterEntry.Content(
            register: register.key, entry: register.lastEntry + 1, deed: .issued, at: batch.signed.iso, number: facts.number ?? "", code: code.text,
            facts: Hex.text(Canonical.digest(text)), reason: nil, state: nil, day: nil)
        let entry = try RegisterEntry(content, certificate: id, after: register.head)
        register.lastEntry = entry.entry
        register.head = entry.link
        registers[book] = register
        papers.append(Paper(
            id: id, batch: batch, line: line, facts: facts, text: text, code: code, book: book, number: register.lastNumber, day: day, approved: approved,
            payload: try CertificatePayload(facts, key: key.id, code: code, day: day).signed(by: key.secret), credential: try credential.signed(by: key), entry: entry))
    }

    // MARK: As rows

    /// Writes all of it. The centre has no register yet.
    package func write(in act: Act) throws {
        typealias Rows = Storage.Batch
        let firstRegister = try act.db.nextNumber(of: "register")
        let books = registers.sorted { ($0.key.year, $0.key.kind.rawValue) < ($1.key.year, $1.key.kind.rawValue) }
        let ids = Dictionary(uniqueKeysWithValues: books.enumerated().map { ($1.key, Register.ID(firstRegister + Int64($0))) })
        try act.db.insert(many: Rows(
            "register", ["id", "centre", "kind", "year", "format", "last_number", "last_entry", "last_day", "head"],
            rows: books.map { book, register in
                [
                    ids[book].stored, centre.id.stored, book.kind.stored, book.year.stored, .text(register.format.text), register.lastNumber.stored,
                    register.lastEntry.stored, register.lastDay.stored, .blob(register.head),
                ]
            }))
        try act.db.insert(many: Rows(
            "certificate_batch", ["id", "centre", "event", "prepared", "prepared_by", "signed", "signed_by"],
            rows: batches.map { batch in
                [batch.id.stored, centre.id.stored, batch.event.stored, batch.signed.stored, batch.preparedBy.stored, batch.signed.stored, signer.person.stored]
            }))
        try act.db.insert(many: Rows(
            "certificate", [
                "id", "centre", "batch", "kind", "part", "state", "person", "event", "registration", "name", "key_azbuka", "hours", "points", "approved", "facts", "code",
                "register", "number", "label", "day", "issued", "signed_by", "payload", "credential", "key",
            ],
            rows: papers.map { paper in
                let (facts, line) = (paper.facts, paper.line)
                return [
                    paper.id.stored, centre.id.stored, paper.batch.id.stored, facts.kind.stored, facts.part.stored, CertificateState.valid.stored, line.person.stored,
                    paper.batch.event.stored, line.registration.stored, .text(facts.name), .blob(SortKey.make(facts.name, alphabet: .azbuka)),
                    (facts.hours ?? 0).stored, (facts.points ?? 0).stored, paper.approved.stored, .text(paper.text), paper.code.stored, ids[paper.book].stored,
                    paper.number.stored, .text(facts.number ?? ""), paper.day.stored, paper.batch.signed.stored, signer.person.stored, .text(paper.payload),
                    .text(paper.credential), .text(key.id),
                ]
            }))
        try act.db.insert(many: Rows(
            "register_entry", ["register", "entry", "certificate", "deed", "at", "salt", "content", "digest", "link"],
            rows: papers.map { paper in
                let entry = paper.entry
                return [
                    ids[paper.book].stored, entry.entry.stored, paper.id.stored, entry.deed.stored, paper.batch.signed.stored, entry.salt.stored, entry.content.stored,
                    .blob(entry.digest), .blob(entry.link),
                ]
            }))
        for table in ["register", "certificate_batch", "certificate"] as [StaticString] { try act.db.continueNumbers(of: table) }
        try act.db.index(many: "certificate", papers.map { ($0.id.value, CertificateStore.words(of: $0.facts)) })
        try act.record(many: papers.map { paper in
            PastDeed(T.certificates.issued, .certificate(paper.id), under: .event(paper.batch.event), centre: centre.id, by: signer.person, at: paper.batch.signed)
        })
        try act.record(many: batches.flatMap { batch in
            [(T.certificates.prepared, batch.preparedBy), (T.certificates.signed, signer.person)].map { deed, person in
                PastDeed(deed, .certificateBatch(batch.id), under: .event(batch.event), centre: centre.id, by: person, at: batch.signed)
            }
        })
        try act.touchPublicPages()
    }
}
