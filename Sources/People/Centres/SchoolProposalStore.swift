package import Kernel
import Languages
import Storage

/// Institutions that people wrote and did not find, at the centre to which they wrote.
package enum SchoolProposalStore {
    /// What somebody wrote. Whoever writes the same again gets what the centre said of it.
    /// - Returns: the institution, once it is known; until then the proposal.
    package static func propose(_ name: String, at centre: Centre.ID, in act: Act) throws -> (school: School.ID?, proposal: SchoolProposal.ID?) {
        let key = SchoolWords.key(name)
        let known = try act.db.row("SELECT id, school FROM school_proposal WHERE centre = \(centre) AND key = \(key)")
        if let known { return try known["school"] as School.ID? == nil ? (nil, known["id"]) : (known["school"], nil) }
        let id = SchoolProposal.ID(try act.db.insert("""
            INSERT INTO school_proposal (centre, name, key, at) VALUES (\(centre), \(name), \(key), \(act.now))
            ON CONFLICT (centre, key) DO UPDATE SET key = excluded.key RETURNING id
            """))
        return (nil, id)
    }

    /// What waits for the centre's word, the oldest first.
    package static func waiting(at centre: Centre.ID, in act: Act) throws -> [SchoolProposal] {
        try act.db.rows("SELECT * FROM school_proposal WHERE centre = \(centre) AND settled IS NULL ORDER BY id LIMIT 200").map(SchoolProposal.init(row:))
    }

    static func count(at centre: Centre.ID, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM school_proposal WHERE centre = \(centre) AND settled IS NULL")
    }

    /// - Throws: `Problem.missing` when it waits at no centre of the actor's.
    static func waiting(_ id: SchoolProposal.ID, at centre: Centre.ID, in act: Act) throws -> SchoolProposal {
        let row = try act.db.row("SELECT * FROM school_proposal WHERE id = \(id) AND centre = \(centre) AND settled IS NULL")
        guard let row, act.by.coordinates(centre) else { throw Problem.missing }
        return try SchoolProposal(row: row)
    }

    /// The centre says that it is this institution.
    package static func settle(_ id: SchoolProposal.ID, as school: School.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("school_proposal", id.value)
        let proposal = try waiting(id, at: centre, in: act)
        _ = try SchoolStore.school(school, in: act)
        try act.db.run("UPDATE school_proposal SET school = \(school), settled = \(act.now) WHERE id = \(id)")
        try act.state(SchoolProposalSettled(proposal: id, school: school))
        try act.record(T.centres.proposalSettled, .school(school), centre: centre, changes: [Change("name", from: proposal.name, to: "")])
    }

    /// The centre leaves it a text.
    static func dismiss(_ id: SchoolProposal.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("school_proposal", id.value)
        _ = try waiting(id, at: centre, in: act)
        try act.db.run("UPDATE school_proposal SET settled = \(act.now) WHERE id = \(id)")
        try act.record(T.centres.proposalDismissed, .schoolProposal(id), centre: centre)
    }
}
