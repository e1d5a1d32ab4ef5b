package import Files
package import Kernel
import Languages
import Storage

/// The people of a centre as rows.
package enum TeamStore {
    package static func members(of centre: ID<CentreTag>, in act: Act) throws -> [TeamMember] {
        try members("WHERE centre = \(centre) ORDER BY place, id", in: act)
    }

    /// - Throws: `Problem.missing` unless the actor writes for the centre.
    static func changeable(_ id: TeamMember.ID, in act: Act) throws -> TeamMember {
        guard let member = try members("WHERE id = \(id)", in: act).first, act.by.coordinates(member.centre) else { throw Problem.missing }
        return member
    }

    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        try act.db.exists("SELECT 1 AS stands FROM team_member WHERE picture = \(file) LIMIT 1") ? true : nil
    }

    private static func members(_ condition: SQL, in act: Act) throws -> [TeamMember] {
        let rows = try act.db.rows("SELECT * FROM team_member \(condition)")
        let pictures = try FileStore.files(rows.compactMap { try $0["picture"] }, in: act)
        return try rows.map { row in
            let picture: StoredFile.ID? = try row["picture"]
            return try TeamMember(row: row, picture: picture.flatMap { pictures[$0] })
        }
    }

    package static func add(_ details: TeamMemberDetails, _ picture: NewFile?, to centre: ID<CentreTag>, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let file = try picture.map { try FileStore.add($0, of: centre, in: act) }
        let id = try act.db.insert("""
            INSERT INTO team_member (centre, name, role, email, phone, picture, place)
            VALUES (\(centre), \(details.name), \(details.role), \(details.email), \(details.phone), \(file), \(details.place)) RETURNING id
            """)
        try act.record(T.publishing.memberAdded, .other("team_member", id), under: .centre(centre), centre: centre, changes: changes(from: nil, to: details))
        try act.touchPublicPages()
    }

    /// - Parameter picture: another one; nil leaves the one that there is.
    static func edit(_ id: TeamMember.ID, to details: TeamMemberDetails, _ picture: NewFile?, in act: Act) throws {
        let member = try changeable(id, in: act)
        let file = try picture.map { try FileStore.add($0, of: member.centre, in: act) } ?? member.picture?.id
        try act.db.run("""
            UPDATE team_member SET name = \(details.name), role = \(details.role), email = \(details.email), phone = \(details.phone), picture = \(file),
                place = \(details.place) WHERE id = \(id)
            """)
        let changes = changes(from: member.details, to: details)
        try act.record(T.publishing.memberChanged, .other("team_member", id.value), under: .centre(member.centre), centre: member.centre, changes: changes)
        try act.touchPublicPages()
    }

    /// Nothing of them is kept, not even what the journal said.
    static func remove(_ id: TeamMember.ID, in act: Act) throws {
        let member = try changeable(id, in: act)
        try act.db.run("DELETE FROM team_member WHERE id = \(id)")
        try act.forgetJournal(about: .other("team_member", id.value))
        try act.record(T.publishing.memberRemoved, .other("team_member", id.value), under: .centre(member.centre), centre: member.centre)
        try act.touchPublicPages()
    }

    private static func changes(from before: TeamMemberDetails?, to after: TeamMemberDetails) -> [Change] {
        [
            Change("name", from: before?.name ?? "", to: after.name), Change("role", from: before?.role ?? "", to: after.role),
            Change("email", from: before?.email ?? "", to: after.email), Change("phone", from: before?.phone ?? "", to: after.phone),
        ]
    }
}
