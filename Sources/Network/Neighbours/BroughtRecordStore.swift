package import Accounts
package import Centres
import Certificates
package import Kernel
import Languages
import Portfolio
import Storage

/// Records that people brought along, as rows. What stands in them becomes lines of their portfolios, with where it comes from.
package enum BroughtRecordStore {
    // MARK: Reads

    /// One's own, the newest first.
    package static func own(in act: Act) throws -> [BroughtRecord] {
        guard let person = act.by.person else { return [] }
        return try records(of: person, in: act)
    }

    static func records(of person: Person.ID, in act: Act) throws -> [BroughtRecord] {
        let rows = try act.db.rows("SELECT * FROM brought_record WHERE person = \(person) ORDER BY brought DESC, id DESC")
        guard !rows.isEmpty else { return [] }
        let ids: [BroughtRecord.ID] = try rows.map { try $0["id"] }
        let items = try Dictionary(grouping: act.db.rows("SELECT * FROM brought_item WHERE record IN \(list: ids) ORDER BY day DESC, id")) {
            try $0["record"] as BroughtRecord.ID
        }
        return try rows.map { row in try BroughtRecord(row: row, items: try (items[row["id"]] ?? []).map(BroughtRecord.Item.init(row:))) }
    }

    /// Lines of somebody's portfolio that came with a record, as a record of this house would name them.
    static func carried(by person: Person.ID, in act: Act) throws -> Set<String> {
        let entries: [PortfolioEntry.ID] = try act.db.rows("""
            SELECT i.entry FROM brought_item i JOIN portfolio_entry e ON e.id = i.entry WHERE e.person = \(person)
            """).map { try $0["entry"] }
        return Set(entries.map { "entry-\($0)" })
    }

    // MARK: A record comes

    package struct Outcome: Sendable {
        package let added: Int
        package let skipped: Int
        package let standing: BroughtRecord.Standing
    }

    /// Takes what is new of it. What is proved there is proved here where its signature is a neighbour's; what its bearer says stays said.
    @discardableResult
    package static func bring(_ file: RecordFile, of id: Person.ID, at centre: Centre.ID, in act: Act) throws -> Outcome {
        guard act.by.person == id else { throw Problem.missing }
        func refused(_ phrase: Phrase) -> Problem { Problem.invalid("file", phrase) }
        try act.db.hold("person", id.value)
        let person = try PersonStore.person(id, in: act), centre = try CentreStore.centre(centre, in: act), today = centre.zone.day(of: act.now)
        guard try file.taken.house.installation != act.installation else { throw refused(T.neighbours.errorRecordOwn) }
        guard file.made <= act.now.adding(minutes: 10) else { throw refused(T.neighbours.errorNoRecord) }
        guard file.isOf(person) else {
            let name = Value.text(NeighbourOfferDraft.line(file.taken.holder.name, 160))
            throw refused(file.isNamed(as: person) ? T.neighbours.errorRecordAddress : T.neighbours.errorRecordOther(name: name))
        }
        guard try !act.db.exists("SELECT 1 AS known FROM brought_record WHERE person = \(id) AND digest = \(file.digest)") else {
            throw refused(T.neighbours.errorRecordTwice)
        }
        let (neighbour, standing) = try standing(of: file, in: act)
        let record = BroughtRecord.ID(try act.db.insert("""
            INSERT INTO brought_record (person, neighbour, installation, site, name, made, brought, digest, standing)
            VALUES (\(id), \(neighbour), \(file.taken.house.installation), \(file.site.text), \(file.name), \(file.made), \(act.now), \(file.digest), \(standing))
            RETURNING id
            """))
        let t = act.words.texts(person.language, in: centre.zone)
        let note = t(T.neighbours.entryNote(name: .title(file.name), day: .day(centre.zone.day(of: file.made)), standing: .phrase(standing.name)))
        let proofs = Dictionary(file.taken.certificates.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        let judged = try standing == .checked ? neighbour.flatMap { try certificates(of: $0, in: act) } : nil
        var known = try sources(of: id, from: file.taken.house.installation, in: act), added = 0
        for item in file.taken.record.items {
            guard !known.contains(item.source), let details = RecordFile.details(item, from: file.name, note: note, until: today) else { continue }
            known.insert(item.source)
            added += 1
            let proof = proofs[item.source], isEnded = proof.flatMap { proof in judged.map { ended(proof, by: $0) } } ?? false
            let isChecked = standing == .checked && item.standing == EvidenceStanding.proved.rawValue && !isEnded && (proof.map { fits($0, item, judged) } ?? true)
            // What is no longer good is told and put nowhere.
            let entry = try isEnded ? nil : EntryStore.add(details, isChecked ? .checked : .unchecked, of: id, at: centre.id, in: act)
            let code = proof.flatMap { CertificateCode(typed: $0.code)?.text } ?? ""
            try act.db.run("""
                INSERT INTO brought_item (record, source, title, day, code, checked, ended, entry)
                VALUES (\(record), \(item.source), \(details.title), \(details.day), \(code), \(isChecked), \(isEnded ? act.now : nil), \(entry))
                """)
        }
        let skipped = file.taken.record.items.count - added
        try act.db.run("UPDATE brought_record SET skipped = \(skipped) WHERE id = \(record)")
        try act.record(T.neighbours.deedBrought, .other("brought_record", record.value), under: .person(id), centre: centre.id)
        return Outcome(added: added, skipped: skipped, standing: standing)
    }

    /// Whose signature it is.
    private static func standing(of file: RecordFile, in act: Act) throws -> (Neighbour.ID?, BroughtRecord.Standing) {
        let row = try act.db.row("""
            SELECT k.neighbour, k.revoked, n.state, n.fingerprint FROM neighbour_key k JOIN neighbour n ON n.id = k.neighbour
            WHERE k.id = \(file.key) AND n.installation = \(file.taken.house.installation) ORDER BY k.neighbour LIMIT 1
            """)
        guard let row else { return (nil, .unknown) }
        let (isRevoked, state, fingerprint): (Bool, Neighbour.State, String) = (try row["revoked"], try row["state"], try row["fingerprint"])
        // Where the trusted key itself is lost, nothing that the neighbour signs is sure until another one was compared.
        return (try row["neighbour"], isRevoked || (state == .revoked && fingerprint == file.key) ? .revoked : .checked)
    }

    private static func certificates(of neighbour: Neighbour.ID, in act: Act) throws -> CertificatesContent? {
        let body: String? = try act.db.value("SELECT body FROM neighbour_feed WHERE neighbour = \(neighbour) AND kind = 'certificates'")
        return body.flatMap { FeedJSON.read(Array($0.utf8)) }
    }

    private static func ended(_ proof: TakenRecord.Proof, by judged: CertificatesContent) -> Bool {
        CertificateCode(typed: proof.code).map { judged.status.contains($0) } ?? true
    }

    /// Whether the certificate says what the item says, and its own signature is the centre's: where the neighbour tells its keys.
    private static func fits(_ proof: TakenRecord.Proof, _ item: PortfolioRecord.Item, _ judged: CertificatesContent?) -> Bool {
        guard proof.facts.title == item.title, proof.facts.number == item.number, proof.facts.code == proof.code else { return false }
        guard let judged else { return true }
        guard let signed = CertificatePayload.Signed(proof.payload), let key = judged.keys.keys.first(where: { $0.kid == signed.payload.key }), key.revoked == nil,
            let bytes = key.publicBytes else { return false }
        return signed.isSigned(by: bytes) && signed.payload.agrees(with: proof.facts)
    }

    private static func sources(of person: Person.ID, from installation: String, in act: Act) throws -> Set<String> {
        Set(try act.db.rows("""
            SELECT i.source FROM brought_item i JOIN brought_record r ON r.id = i.record WHERE r.person = \(person) AND r.installation = \(installation)
            """).map { try $0["source"] })
    }

    // MARK: What becomes of it

    /// An installation says which certificates are no longer good: what was brought with one counts no more, and its bearer is told. It may have been another
    /// neighbour when the record came, or none.
    static func end(by status: StatusList, of installation: String, in act: Act) throws {
        let rows = try act.db.rows("""
            SELECT i.id, i.code, i.title, i.entry, r.person, r.name FROM brought_item i JOIN brought_record r ON r.id = i.record
            WHERE r.installation = \(installation) AND i.code <> '' AND i.ended IS NULL ORDER BY i.id
            """)
        for row in rows {
            guard let code = CertificateCode(typed: try row["code"] as String), status.contains(code) else { continue }
            let (item, person, entry): (Int64, Person.ID, PortfolioEntry.ID?) = (try row["id"], try row["person"], try row["entry"])
            let (title, name): (String, String) = (try row["title"], try row["name"])
            try act.db.run("UPDATE brought_item SET ended = \(act.now), checked = \(false) WHERE id = \(item)")
            if let entry, let bearer = try PersonStore.present(person, in: act), let centre = try CentreStore.all(in: act).first {
                let t = act.words.texts(bearer.language, in: centre.zone)
                try EntryStore.end(entry, because: t(T.neighbours.endedReason(name: .title(name))), in: act)
                try RecordLetters.ended(bearer.id, title: title, name: name, at: centre.id, in: act)
            }
        }
    }

    /// Takes a record back, with the lines that it brought.
    static func remove(_ id: BroughtRecord.ID, in act: Act) throws {
        guard let person = act.by.person, try act.db.exists("SELECT 1 AS own FROM brought_record WHERE id = \(id) AND person = \(person)") else { throw Problem.missing }
        let entries: [PortfolioEntry.ID] = try act.db.rows("SELECT entry FROM brought_item WHERE record = \(id) AND entry IS NOT NULL").map { try $0["entry"] }
        for entry in entries { try EntryStore.remove(entry, in: act) }
        try act.db.run("DELETE FROM brought_item WHERE record = \(id)")
        try act.db.run("DELETE FROM brought_record WHERE id = \(id)")
        try act.record(T.neighbours.deedRecordRemoved, .other("brought_record", id.value), under: .person(person))
    }
}

extension BroughtRecord {
    init(row: Row, items: [Item]) throws {
        id = try row["id"]
        (neighbour, site, name, made, brought) = (try row["neighbour"], try row["site"], try row["name"], try row["made"], try row["brought"])
        (standing, skipped) = (try row["standing"], try row["skipped"])
        self.items = items
    }
}

extension BroughtRecord.Item {
    init(row: Row) throws {
        (title, day, isChecked, ended, entry) = (try row["title"], try row["day"], try row["checked"], try row["ended"], try row["entry"])
    }
}
