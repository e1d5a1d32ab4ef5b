package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Initiatives as rows: who may look at them, and what is said of them beside their text.
package enum InitiativeStore {
    // MARK: Reads

    /// Those that a centre coordinates and those about which it is asked, the newest first.
    package static func lines(at centre: Centre.ID, in act: Act) throws -> [InitiativeLine] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try told(initiatives("i.centre = \(centre) OR (i.state <> 'draft' AND \(asks(centre)))", in: act), at: centre, in: act)
    }

    /// What everybody reads: adopted texts of a centre, and of others that it took part in.
    package static func published(at centre: Centre.ID, in act: Act) throws -> [InitiativeLine] {
        try told(initiatives(published(centre), in: act), at: centre, in: act)
    }

    static func told(_ initiatives: [Initiative], at centre: Centre.ID, in act: Act) throws -> [InitiativeLine] {
        let ids = initiatives.map(\.id), parties = try InitiativePartyStore.parties(of: ids, in: act), open = try InitiativeCommentStore.open(of: ids, in: act)
        return try initiatives.map { one in
            let own = parties[one.id] ?? []
            return InitiativeLine(
                initiative: one, home: try CentreStore.centre(one.centre, in: act), sum: StandingSum(own.map(\.position?.standing)),
                openComments: open[one.id] ?? 0, own: own.first { $0.centre?.id == centre }?.position, isAsked: own.contains { $0.centre?.id == centre })
        }
    }

    /// - Parameter condition: over `initiative i`.
    static func initiatives(_ condition: SQL, in act: Act) throws -> [Initiative] {
        try act.db.rows("SELECT i.* FROM initiative i WHERE \(condition) ORDER BY i.made DESC, i.id DESC").map(Initiative.init(row:))
    }

    private static func asks(_ centre: Centre.ID) -> SQL {
        "EXISTS (SELECT 1 FROM initiative_party p WHERE p.initiative = i.id AND p.centre = \(centre))"
    }

    private static func published(_ centre: Centre.ID) -> SQL {
        "i.state IN ('adopted', 'sent', 'closed') AND (i.centre = \(centre) OR \(asks(centre)))"
    }

    /// For the people of the coordinating centre, and once it was put before them for those of the centres that are asked.
    /// - Throws: `Problem.missing` for everybody else.
    package static func desk(_ id: Initiative.ID, at centre: Centre.ID, in act: Act) throws -> InitiativeSight {
        guard act.by.coordinates(centre), let one = try initiatives("""
            i.id = \(id) AND (i.centre = \(centre) OR (i.state <> 'draft' AND \(asks(centre))))
            """, in: act).first else { throw Problem.missing }
        return try look(one, at: centre, in: act)
    }

    /// For the coordinating centre alone.
    static func home(_ id: Initiative.ID, at centre: Centre.ID, in act: Act) throws -> InitiativeSight {
        let sight = try desk(id, at: centre, in: act)
        guard sight.isHome else { throw Problem.missing }
        return sight
    }

    /// For members of circles that are asked, at the coordinating centre.
    package static func member(_ id: Initiative.ID, at centre: Centre.ID, in act: Act) throws -> InitiativeSight {
        guard let person = act.by.person, let one = try initiatives("i.id = \(id) AND i.centre = \(centre) AND i.state <> 'draft'", in: act).first,
              try InitiativePartyStore.isMember(person, of: one, in: act) else { throw Problem.missing }
        return try look(one, at: centre, in: act)
    }

    /// As everybody reads it.
    package static func published(_ id: Initiative.ID, at centre: Centre.ID, in act: Act) throws -> InitiativeSight {
        guard let one = try initiatives("i.id = \(id) AND \(published(centre))", in: act).first else { throw Problem.missing }
        return try look(one, at: centre, in: act)
    }

    static func look(_ one: Initiative, at centre: Centre.ID, in act: Act) throws -> InitiativeSight {
        let versions = try InitiativeTextStore.versions(of: one.id, in: act), comments = try InitiativeCommentStore.comments(of: one.id, in: act)
        let people = comments.compactMap(\.person) + versions.compactMap(\.author) + [one.details.keeper].compactMap(\.self)
        return InitiativeSight(
            initiative: one, draft: try InitiativeTextStore.articles(of: one.id, in: act), versions: versions,
            parties: try InitiativePartyStore.parties(of: [one.id], in: act)[one.id] ?? [], circles: try InitiativePartyStore.circles(of: one.id, in: act),
            comments: comments, sendings: try InitiativeMoveStore.sendings(of: one.id, in: act), names: try PersonStore.names(of: Set(people), in: act),
            centre: centre, home: try CentreStore.centre(one.centre, in: act))
    }

    /// The same as ``home(_:at:in:)``, held until the act is over.
    static func held(_ id: Initiative.ID, at centre: Centre.ID, in act: Act) throws -> InitiativeSight {
        _ = try home(id, at: centre, in: act)
        try act.db.hold("initiative", id.value)
        return try home(id, at: centre, in: act)
    }

    static func today(at centre: Centre.ID, in act: Act) throws -> Day { try CentreStore.centre(centre, in: act).zone.day(of: act.now) }

    // MARK: Verbs

    package static func add(_ details: InitiativeDetails, at centre: Centre.ID, in act: Act) throws -> Initiative.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try check(details, before: nil, at: centre, in: act)
        let id = Initiative.ID(try act.db.insert("""
            INSERT INTO initiative (centre, title, recipient, reasons, language, deadline, keeper, state, made)
            VALUES (\(centre), \(details.title), \(details.recipient), \(details.reasons), \(details.language), \(details.deadline), \(details.keeper), 'draft',
                \(act.now)) RETURNING id
            """))
        // Whoever proposes says where it stands too.
        try act.db.run("INSERT INTO initiative_party (initiative, centre, asked) VALUES (\(id), \(centre), \(act.now))")
        try act.record(T.initiatives.addedDeed, .initiative(id), centre: centre, changes: [Change("title", from: "", to: details.title)])
        return id
    }

    /// Before it is adopted. A later deadline lets the reminder come anew.
    package static func edit(_ id: Initiative.ID, to details: InitiativeDetails, at centre: Centre.ID, in act: Act) throws {
        let one = try held(id, at: centre, in: act).initiative, before = one.details
        guard one.state.isWritten else { throw Problem.conflict(T.initiatives.errorFrozen) }
        try check(details, before: one, at: centre, in: act)
        try act.db.run("""
            UPDATE initiative SET title = \(details.title), recipient = \(details.recipient), reasons = \(details.reasons), language = \(details.language),
                deadline = \(details.deadline), keeper = \(details.keeper) WHERE id = \(id)
            """)
        if before.deadline != details.deadline {
            try act.db.run("UPDATE initiative SET reminded_end = NULL WHERE id = \(id)")
            try act.db.run("UPDATE initiative_party SET reminded = NULL WHERE initiative = \(id)")
        }
        try act.record(T.initiatives.editedDeed, .initiative(id), centre: centre, changes: [
            Change("title", from: before.title, to: details.title), Change("recipient", from: before.recipient, to: details.recipient),
            Change("deadline", from: before.deadline.iso, to: details.deadline.iso),
        ])
    }

    private static func check(_ details: InitiativeDetails, before: Initiative?, at centre: Centre.ID, in act: Act) throws {
        var faults = Faults()
        if details.deadline != before?.details.deadline { faults.require(details.deadline > act.now, "deadline", T.initiatives.errorDeadlinePast) }
        if let keeper = details.keeper, keeper != before?.details.keeper {
            faults.require(try InitiativePartyStore.staff(of: centre, in: act).contains { $0.id == keeper }, "keeper", T.common.errorChoose)
        }
        try faults.check()
    }

    // MARK: Search

    /// Adopted texts that words find, the best first.
    package static func found(_ words: String, at centre: Centre.ID, limit: Int, in act: Act) throws -> [Initiative] {
        try act.db.rows("""
            SELECT i.* FROM initiative i JOIN \(act.db.found("initiative", typed: words)) f ON f.subject = i.id
            WHERE \(published(centre)) ORDER BY f.grade, i.id DESC LIMIT \(limit)
            """).map(Initiative.init(row:))
    }

    static func reindex(in act: Act) throws {
        for one in try initiatives("i.state IN ('adopted', 'sent', 'closed')", in: act) { try index(one, in: act) }
    }

    static func index(_ one: Initiative, in act: Act) throws {
        let own = one.details.language, articles = try InitiativeTextStore.versions(of: one.id, in: act).first?.articles ?? []
        try act.db.index("initiative", one.id.value, SearchText(
            number: one.number, titles: [(one.details.title, own)], bodies: articles.map { ($0.whole, own) }, names: [one.details.recipient]))
    }
}
