package import Centres
package import Events
package import Files
package import Kernel
package import Languages
import Storage

/// What was signed with partners, and what was done under it, as rows.
package enum AgreementStore {
    // MARK: Reads

    /// Those of a partner, the last signed first.
    package static func agreements(of partner: Partner.ID, in act: Act) throws -> [Agreement] {
        let agreements = try self.agreements("g.partner = \(partner)", in: act)
        let deeds = try self.deeds(of: agreements.map(\.id), in: act)
        return agreements.map { Agreement(id: $0.id, partner: partner, details: $0.details, file: $0.file, ended: $0.ended, deeds: deeds[$0.id] ?? []) }
    }

    /// Those of a centre that hold on a day, the first to end first.
    package static func holding(at centre: Centre.ID, on today: Day, in act: Act) throws -> [Agreement] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try agreements("""
            r.centre = \(centre) AND (g.ended IS NULL OR g.ended > \(today)) AND (g.until IS NULL OR g.until >= \(today))
            """, in: act).sorted { one, other in
            (one.details.until ?? .last, one.id) < (other.details.until ?? .last, other.id)
        }
    }

    /// - Parameter condition: over `agreement g` and `partner r`.
    static func agreements(_ condition: SQL, in act: Act) throws -> [Agreement] {
        let rows = try act.db.rows("""
            SELECT g.* FROM agreement g JOIN partner r ON r.id = g.partner WHERE \(condition) ORDER BY g.signed DESC, g.id DESC
            """)
        let files = try FileStore.files(rows.compactMap { try $0["file"] as StoredFile.ID? }, in: act)
        return try rows.map { row in
            var details = AgreementDetails(try row["title"], try row["kind"], signed: try row["signed"], until: try row["until"])
            details.number = try row["number"]
            let file: StoredFile.ID? = try row["file"]
            return Agreement(id: try row["id"], partner: try row["partner"], details: details, file: file.flatMap { files[$0] }, ended: try row["ended"])
        }
    }

    /// What was done under some agreements, the last first.
    private static func deeds(of agreements: [Agreement.ID], in act: Act) throws -> [Agreement.ID: [AgreementDeed]] {
        guard !agreements.isEmpty else { return [:] }
        let rows = try act.db.rows("""
            SELECT d.*, p.name AS project_name FROM agreement_deed d LEFT JOIN project p ON p.id = d.project
            WHERE d.agreement IN \(list: agreements) ORDER BY d.day DESC, d.id DESC
            """)
        let names = try ProjectActivityStore.eventNames(rows.compactMap { try $0["event"] as Event.ID? }, in: act)
        return try rows.reduce(into: [:]) { found, row in
            let event: Event.ID? = try row["event"], project: Project.ID? = try row["project"], name: String? = try row["project_name"]
            found[try row["agreement"], default: []].append(AgreementDeed(
                id: try row["id"], day: try row["day"], text: try row["text"], event: event.map { ($0, names[$0] ?? "") }, project: project.map { ($0, name ?? "") }))
        }
    }

    // MARK: Verbs

    @discardableResult
    package static func sign(_ details: AgreementDetails, _ file: NewFile?, with partner: Partner.ID, at centre: Centre.ID, in act: Act) throws -> Agreement.ID {
        let other = try held(partner, at: centre, in: act).details.name
        let stored = try file.map { try FileStore.add($0, of: centre, in: act) }
        let id = Agreement.ID(try act.db.insert("""
            INSERT INTO agreement (partner, kind, number, title, signed, until, file)
            VALUES (\(partner), \(details.kind), \(details.number), \(details.title), \(details.signed), \(details.until), \(stored)) RETURNING id
            """))
        try act.record(T.projects.agreementDeed, .partner(partner), centre: centre, changes: [
            Change("agreement", from: "", to: details.title), Change("until", from: "", to: details.until?.iso ?? ""),
        ])
        try act.state(PaperMade(
            kind: "agreement", row: id.value, centre: centre, number: details.number, title: details.title, other: other, day: details.signed,
            page: "/staff/partners/\(partner)/agreements/\(id)"))
        return id
    }

    /// Its words, its term, its file. A term that moves is reminded of anew.
    package static func edit(
        _ id: Agreement.ID, to details: AgreementDetails, _ file: NewFile?, ended: Day?, with partner: Partner.ID, at centre: Centre.ID, in act: Act
    ) throws {
        _ = try held(partner, at: centre, in: act)
        let before = try agreement(id, with: partner, in: act)
        let stored = try file.map { try FileStore.add($0, of: centre, in: act) } ?? before.file?.id
        try act.db.run("""
            UPDATE agreement SET kind = \(details.kind), number = \(details.number), title = \(details.title), signed = \(details.signed), until = \(details.until),
                file = \(stored), ended = \(ended) WHERE id = \(id)
            """)
        if before.details.until != details.until { try act.db.run("UPDATE agreement SET reminded_early = NULL, reminded_late = NULL WHERE id = \(id)") }
        try act.record(T.projects.agreementDeed, .partner(partner), centre: centre, changes: [
            Change("agreement", from: before.details.title, to: details.title), Change("until", from: before.details.until?.iso ?? "", to: details.until?.iso ?? ""),
            Change("ended", from: before.ended?.iso ?? "", to: ended?.iso ?? ""),
        ])
    }

    /// Something was done under it.
    package static func note(
        _ text: String, on day: Day, event: Event.ID?, project: Project.ID?, under id: Agreement.ID, with partner: Partner.ID, at centre: Centre.ID, in act: Act
    ) throws {
        _ = try held(partner, at: centre, in: act)
        let today = try ProjectStore.today(at: centre, in: act), agreement = try self.agreement(id, with: partner, in: act)
        guard day <= today else { throw Problem.invalid("day", T.projects.errorFuture) }
        guard day >= agreement.details.signed else { throw Problem.invalid("day", T.projects.errorBeforeSigned(day: .day(agreement.details.signed))) }
        if let event { _ = try ProjectActivityStore.event(event, at: centre, in: act) }
        if let project { _ = try ProjectStore.desk(project, at: centre, in: act) }
        try act.db.run("INSERT INTO agreement_deed (agreement, day, text, event, project) VALUES (\(id), \(day), \(text), \(event), \(project))")
        try act.record(T.projects.doneUnderDeed, .partner(partner), centre: centre, changes: [Change("text", from: "", to: text)])
    }

    package static func removeNote(_ deed: AgreementDeed.ID, from id: Agreement.ID, with partner: Partner.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try held(partner, at: centre, in: act)
        guard let one = try deeds(of: [id], in: act)[id]?.first(where: { $0.id == deed }) else { throw Problem.missing }
        _ = try agreement(id, with: partner, in: act)
        try act.db.run("DELETE FROM agreement_deed WHERE id = \(deed)")
        try act.record(T.projects.doneUnderDeed, .partner(partner), centre: centre, changes: [Change("text", from: one.text, to: "")])
    }

    private static func agreement(_ id: Agreement.ID, with partner: Partner.ID, in act: Act) throws -> Agreement {
        guard let agreement = try agreements("g.id = \(id) AND g.partner = \(partner)", in: act).first else { throw Problem.missing }
        return agreement
    }

    private static func held(_ partner: Partner.ID, at centre: Centre.ID, in act: Act) throws -> Partner {
        _ = try PartnerStore.partner(partner, at: centre, in: act)
        try act.db.hold("partner", partner.value)
        return try PartnerStore.partner(partner, at: centre, in: act)
    }
}
