package import Accounts
package import Centres
package import Kernel
import Languages
package import Storage

/// Who looks after which school, as rows: read, asked by letter, said yes to, ended.
package enum SchoolTeamStore {
    // MARK: Read

    /// A school for whoever looks after it; for everybody else it is not there.
    package static func school(_ id: School.ID, in act: Act) throws -> School {
        guard act.by.looksAfter(id) else { throw Problem.missing }
        return try SchoolStore.school(id, in: act)
    }

    /// A school for whoever may say who looks after it.
    package static func namable(_ id: School.ID, in act: Act) throws -> School {
        guard let school = try? SchoolStore.school(id, in: act), act.by.namesKeepers(of: school) else { throw Problem.missing }
        return school
    }

    /// The schools that a person looks after, by name.
    package static func schools(of person: Person.ID, in act: Act) throws -> [KeptSchool] {
        try act.db.rows("""
            SELECT r.school, s.name, coalesce(d.duty, 'coordinator') AS duty FROM role r JOIN school s ON s.id = r.school
            LEFT JOIN school_duty d ON d.school = r.school AND d.person = r.person
            WHERE r.person = \(person) AND r.role = 'school' ORDER BY s.key_azbuka, s.id
            """).map { KeptSchool(school: try $0["school"], name: try $0["name"], duty: try $0["duty"]) }
    }

    /// Who looks after a school, the head first.
    package static func keepers(of school: School.ID, in act: Act) throws -> [SchoolKeeper] {
        try act.db.rows("""
            SELECT r.person, r.since, p.given_name, p.family_name, coalesce(d.duty, 'coordinator') AS duty, coalesce(d.digest, 'never') AS digest
            FROM role r JOIN person p ON p.id = r.person LEFT JOIN school_duty d ON d.school = r.school AND d.person = r.person
            WHERE r.school = \(school) AND r.role = 'school' AND p.erased IS NULL
            ORDER BY CASE WHEN d.duty = 'head' THEN 0 ELSE 1 END, r.since, r.person
            """).map { row in
            SchoolKeeper(
                person: try row["person"], name: PersonName(given: try row["given_name"], family: try row["family_name"]).full, duty: try row["duty"],
                since: try row["since"], digest: try row["digest"])
        }
    }

    /// Whether a person is the head of a school.
    package static func isHead(_ person: Person.ID?, of school: School.ID, in act: Act) throws -> Bool {
        guard let person else { return false }
        return try act.db.exists("""
            SELECT 1 AS stands FROM school_duty d JOIN role r ON r.school = d.school AND r.person = d.person AND r.role = 'school'
            WHERE d.school = \(school) AND d.person = \(person) AND d.duty = 'head'
            """)
    }

    /// Who was asked for a school and has not answered.
    static func invitations(to school: School.ID, in act: Act) throws -> [SchoolInvitation] {
        try act.db.rows("SELECT * FROM school_invitation WHERE school = \(school) AND ends > \(act.now) ORDER BY at, id").map(SchoolInvitation.init(row:))
    }

    /// What a person is asked.
    static func invitations(of person: Person.ID, in act: Act) throws -> [SchoolInvitation] {
        try act.db.rows("SELECT * FROM school_invitation WHERE person = \(person) AND ends > \(act.now) ORDER BY at, id").map(SchoolInvitation.init(row:))
    }

    /// - Throws: `Problem.missing` for everybody but whoever is asked, and once it has ended.
    static func invitation(_ id: SchoolInvitation.ID, in act: Act) throws -> SchoolInvitation {
        let row = try act.db.row("SELECT * FROM school_invitation WHERE id = \(id) AND person = \(act.by.person) AND ends > \(act.now)")
        guard let row else { throw Problem.missing }
        return try SchoolInvitation(row: row)
    }

    // MARK: Asked

    /// Asks somebody to look after a school. Whoever is asked again gets another letter, and has the longer time.
    /// - Parameter token: random, made before the act.
    package static func invite(_ named: NamedPerson, as duty: SchoolDuty, of id: School.ID, from centre: Centre.ID, token: Token, in act: Act) throws {
        let school = try namable(id, in: act)
        let part = SchoolInvitation.Part(rawValue: duty.rawValue) ?? .coordinator
        let known = try PersonStore.person(email: named.email.text, in: act)
        if let known, try act.db.exists("SELECT 1 AS stands FROM role WHERE person = \(known.id) AND role = 'school' AND school = \(id)") {
            throw Problem.invalid("email", T.schools.alreadyKeeps)
        }
        try ask(named, part, Work(), of: school, from: centre, token: token, in: act)
    }

    /// Writes the invitation and its letter.
    static func ask(
        _ named: NamedPerson, _ part: SchoolInvitation.Part, _ work: Work, of school: School, from centre: Centre.ID, token: Token, in act: Act
    ) throws {
        let language = try CentreStore.centre(centre, in: act).language
        let person = try PersonStore.newcomer(name: named.name, email: named.email.text, language: language, in: act)
        let row = try act.db.row("""
            INSERT INTO school_invitation (school, person, part, given_name, family_name, job, teaches, since, share, centre, at, ends)
            VALUES (\(school.id), \(person), \(part), \(named.name.given), \(named.name.family), \(work.job), \(work.teaches), \(work.since?.iso), \(work.share),
                    \(centre), \(act.now), \(act.now.adding(days: SchoolInvitation.days)))
            ON CONFLICT (school, person) DO UPDATE SET part = excluded.part, given_name = excluded.given_name, family_name = excluded.family_name,
                job = excluded.job, teaches = excluded.teaches, since = excluded.since, share = excluded.share, centre = excluded.centre,
                at = excluded.at, ends = excluded.ends
            RETURNING *
            """)
        guard let row else { throw Problem.missing }
        let invitation = try SchoolInvitation(row: row)
        try act.record(
            T.schools.invited, .person(person), under: .school(school.id), centre: centre, changes: [Change("part", from: "", to: part.rawValue)])
        try SchoolLetters.asked(invitation, of: school, token: token, in: act)
    }

    /// Whoever asked thinks better of it.
    package static func takeBack(_ id: SchoolInvitation.ID, of school: School.ID, in act: Act) throws {
        _ = try namable(school, in: act)
        guard let row = try act.db.row("SELECT * FROM school_invitation WHERE id = \(id) AND school = \(school)") else { throw Problem.missing }
        try drop(try SchoolInvitation(row: row), T.schools.invitationTakenBack, in: act)
    }

    // MARK: Answered

    /// - Returns: the school.
    package static func accept(_ id: SchoolInvitation.ID, in act: Act) throws -> SchoolInvitation {
        let invitation = try invitation(id, in: act)
        if let duty = invitation.part.duty {
            try appoint(invitation.person, as: duty, of: invitation.school, at: invitation.centre, in: act)
        } else {
            try EmploymentStore.add(invitation.person, at: invitation.school, invitation.work, in: act)
            try PersonStore.keep(invitation.person, in: act)
        }
        try drop(invitation, T.schools.invitationAccepted, in: act)
        return invitation
    }

    /// Somebody looks after a school from now on. Whether they want to has been asked.
    package static func appoint(_ person: Person.ID, as duty: SchoolDuty, of school: School.ID, at centre: Centre.ID, in act: Act) throws {
        try PersonStore.grant(Grant(.school, school: school), to: person, in: act)
        try act.db.run("""
            INSERT INTO school_duty (school, person, duty, centre, digest, told) VALUES (\(school), \(person), \(duty), \(centre), \(duty.digest), \(act.now))
            ON CONFLICT (school, person) DO UPDATE SET duty = excluded.duty, centre = excluded.centre, digest = excluded.digest, told = excluded.told
            """)
    }

    package static func decline(_ id: SchoolInvitation.ID, in act: Act) throws {
        try drop(try invitation(id, in: act), T.schools.invitationDeclined, in: act)
    }

    private static func drop(_ invitation: SchoolInvitation, _ deed: Phrase, in act: Act) throws {
        try act.db.run("DELETE FROM school_invitation WHERE id = \(invitation.id)")
        try act.record(deed, .person(invitation.person), under: .school(invitation.school), centre: invitation.centre)
    }

    // MARK: Ended

    /// Whether the actor may end what somebody has to do with a school: the head and the centre anybody’s, a coordinator only the own.
    static func mayEnd(_ keeper: SchoolKeeper, by actor: Actor, among keepers: [SchoolKeeper], of school: School) -> Bool {
        if keeper.person == actor.person || school.isChanged(by: actor) { return true }
        return keepers.contains { $0.person == actor.person && $0.duty == .head }
    }

    /// Somebody looks after the school no longer. Whoever did not do it themselves is told by letter.
    package static func end(_ person: Person.ID, of id: School.ID, in act: Act) throws {
        let school = try namable(id, in: act), keepers = try keepers(of: id, in: act)
        guard let keeper = keepers.first(where: { $0.person == person }) else { throw Problem.missing }
        guard mayEnd(keeper, by: act.by, among: keepers, of: school) else { throw Problem.conflict(T.schools.endOnlyHead) }
        let centre: Centre.ID? = try act.db.value("SELECT centre FROM school_duty WHERE school = \(id) AND person = \(person)")
        try PersonStore.take(Grant(.school, school: id), from: person, in: act)
        try act.db.run("DELETE FROM school_duty WHERE school = \(id) AND person = \(person)")
        try act.record(T.schools.ended, .person(person), under: .school(id), centre: centre ?? school.holder)
        if person != act.by.person, let centre = centre ?? school.holder { try SchoolLetters.ended(person, of: school, from: centre, in: act) }
    }

    /// How often somebody hears of a school; everybody says it for themselves.
    package static func set(_ digest: Digest, for id: School.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try school(id, in: act)
        guard let person = act.by.person else { throw Problem.missing }
        try act.db.run("""
            INSERT INTO school_duty (school, person, duty, centre, digest, told) VALUES (\(id), \(person), 'coordinator', \(centre), \(digest), \(act.now))
            ON CONFLICT (school, person) DO UPDATE SET digest = excluded.digest
            """)
    }
}
