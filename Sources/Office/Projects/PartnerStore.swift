import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Partners of a centre as rows, and what each is in which project.
package enum PartnerStore {
    // MARK: Reads

    /// All of a centre by name, those with whom nothing is done any more last.
    package static func all(of centre: Centre.ID, sorted alphabet: Alphabet, in act: Act) throws -> [Partner] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let partners = try self.partners("r.centre = \(centre)", in: act)
        let keys = Dictionary(uniqueKeysWithValues: partners.map { ($0.id, SortKey.make($0.details.name, alphabet: alphabet)) })
        return partners.sorted { one, other in
            (one.ended == nil) != (other.ended == nil) ? one.ended == nil : (keys[one.id] ?? []).lexicographicallyPrecedes(keys[other.id] ?? [])
        }
    }

    package static func partner(_ id: Partner.ID, at centre: Centre.ID, in act: Act) throws -> Partner {
        guard act.by.coordinates(centre), let partner = try partners("r.id = \(id) AND r.centre = \(centre)", in: act).first else { throw Problem.missing }
        return partner
    }

    /// Those that words find, for the centre's own people.
    package static func found(_ words: String, at centre: Centre.ID, limit: Int, in act: Act) throws -> [Partner] {
        guard act.by.coordinates(centre) else { return [] }
        let fitting = try partners("r.centre = \(centre)", in: act).filter { partner in
            Fold.finds(words, in: [partner.details.name, partner.details.place, partner.details.what].joined(separator: " "))
        }
        return Array(fitting.prefix(limit))
    }

    /// - Parameter condition: over `partner r`.
    static func partners(_ condition: SQL, in act: Act) throws -> [Partner] {
        try act.db.rows("""
            SELECT r.*, k.given_name, k.family_name FROM partner r LEFT JOIN person k ON k.id = r.keeper WHERE \(condition) ORDER BY r.id
            """).map(Partner.init(row:))
    }

    /// Those of a project, whoever leads it first.
    package static func partners(of project: Project.ID, in act: Act) throws -> [ProjectPartner] {
        let parts = try act.db.rows("SELECT partner, part FROM project_partner WHERE project = \(project)")
        guard !parts.isEmpty else { return [] }
        let ids: [Partner.ID] = try parts.map { try $0["partner"] }
        let known = Dictionary(uniqueKeysWithValues: try partners("r.id IN \(list: ids)", in: act).map { ($0.id, $0) })
        return try parts.compactMap { row in try known[row["partner"]].map { ProjectPartner(partner: $0, part: try row["part"]) } }.sorted {
            ($0.place, $0.partner.id) < ($1.place, $1.partner.id)
        }
    }

    /// The projects of a partner.
    package static func projects(of partner: Partner.ID, in act: Act) throws -> [(project: Project, part: Partner.Part)] {
        let parts = try act.db.rows("SELECT project, part FROM project_partner WHERE partner = \(partner)")
        let projects = try ProjectStore.projects("p.id IN (SELECT project FROM project_partner WHERE partner = \(partner))", in: act)
        return try projects.compactMap { project in
            try parts.first { try ($0["project"] as Project.ID) == project.id }.map { (project, try $0["part"]) }
        }
    }

    // MARK: Verbs

    @discardableResult
    package static func add(_ details: PartnerDetails, at centre: Centre.ID, in act: Act) throws -> Partner.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try ProjectPeopleStore.check(details.keeper, at: "keeper", of: centre, in: act)
        let id = Partner.ID(try act.db.insert("""
            INSERT INTO partner (centre, name, kind, place, contact, link, what, keeper, shown)
            VALUES (\(centre), \(details.name), \(details.kind), \(details.place), \(details.contact), \(details.link), \(details.what), \(details.keeper),
                \(details.isShown)) RETURNING id
            """))
        try act.record(T.projects.partnerAddedDeed, .partner(id), centre: centre, changes: [Change("name", from: "", to: details.name)])
        return id
    }

    package static func edit(_ id: Partner.ID, to details: PartnerDetails, isEnded: Bool, at centre: Centre.ID, in act: Act) throws {
        _ = try partner(id, at: centre, in: act)
        try act.db.hold("partner", id.value)
        let before = try partner(id, at: centre, in: act), today = try ProjectStore.today(at: centre, in: act), ended = isEnded ? before.ended ?? today : nil
        try ProjectPeopleStore.check(details.keeper, at: "keeper", before: before.details.keeper, of: centre, in: act)
        try act.db.run("""
            UPDATE partner SET name = \(details.name), kind = \(details.kind), place = \(details.place), contact = \(details.contact), link = \(details.link),
                what = \(details.what), keeper = \(details.keeper), shown = \(details.isShown), ended = \(ended) WHERE id = \(id)
            """)
        try act.record(T.projects.partnerEditedDeed, .partner(id), centre: centre, changes: [
            Change("name", from: before.details.name, to: details.name), Change("kind", from: before.details.kind.rawValue, to: details.kind.rawValue),
            Change("what", from: before.details.what, to: details.what), Change("ended", from: before.ended?.iso ?? "", to: ended?.iso ?? ""),
        ])
        try act.touchPublicPages()
    }

    /// A partner belongs to a project, as something else than before, or not at all.
    package static func set(_ part: Partner.Part?, of id: Partner.ID, in project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ProjectStore.held(project, at: centre, in: act)
        let partner = try self.partner(id, at: centre, in: act)
        if let part {
            try act.db.run("""
                INSERT INTO project_partner (project, partner, part) VALUES (\(project), \(id), \(part))
                ON CONFLICT (project, partner) DO UPDATE SET part = excluded.part
                """)
        } else {
            try act.db.run("DELETE FROM project_partner WHERE project = \(project) AND partner = \(id)")
        }
        try act.record(T.projects.partnerInDeed, .project(project), centre: centre, changes: [
            Change("partner", from: part == nil ? partner.details.name : "", to: part == nil ? "" : partner.details.name),
        ])
        try act.touchPublicPages()
    }
}

/// A partner in a project.
package struct ProjectPartner: Sendable {
    package let partner: Partner
    package let part: Partner.Part

    var place: Int { Partner.Part.allCases.firstIndex(of: part) ?? 0 }
}

extension Partner {
    init(row: Row) throws {
        let given: String? = try row["given_name"], family: String? = try row["family_name"]
        var details = PartnerDetails(try row["name"], try row["kind"])
        (details.place, details.contact, details.link, details.what) = (try row["place"], try row["contact"], try row["link"], try row["what"])
        (details.keeper, details.isShown) = (try row["keeper"], try row["shown"])
        self.init(
            id: try row["id"], centre: try row["centre"], details: details, keeperName: PersonName(given: given ?? "", family: family ?? "").full,
            ended: try row["ended"])
    }
}
