import Accounts
import Centres
import Kernel
import Languages
import Mail
import Storage

/// Staff who join and leave, as whoever looks after the school writes it down.
extension RosterStore {
    /// What came of it when somebody was written down.
    enum Joined: Sendable { case written, asked }

    /// Known people of that name who work or worked at the school.
    static func doubles(of joining: Joining, at school: School.ID, in act: Act) throws -> [LikelyDouble] {
        try LikelyDoubleStore.doubles(of: written(joining, at: school), workingAt: school, in: act)
    }

    private static func written(_ joining: Joining, at school: School.ID) -> WrittenDown {
        WrittenDown(joining.name, email: joining.email, phone: "", school: school)
    }

    /// Somebody works there from now on. Who is known by the address, but never worked there, is asked first: until then the school learns nothing of
    /// the account. Nobody is written down twice in silence.
    /// - Parameter token: random, made before the act.
    static func join(_ joining: Joining, at id: School.ID, from centre: Centre.ID, token: Token, in act: Act) throws -> Joined {
        let school = try SchoolTeamStore.school(id, in: act)
        let written = written(joining, at: id)
        if let known = try LikelyDoubleStore.known(by: written, in: act), let email = joining.email {
            guard try act.db.exists("SELECT 1 AS stands FROM employment WHERE person = \(known.id) AND school = \(id)") else {
                try SchoolTeamStore.ask(NamedPerson(joining.name, email), .colleague, joining.work, of: school, from: centre, token: token, in: act)
                return .asked
            }
            try add(known.id, at: id, joining.work, field: "email", in: act)
            return .written
        }
        let doubles = try LikelyDoubleStore.doubles(of: written, workingAt: id, in: act)
        if let meant = try joining.meant.person(among: doubles) {
            // An account is given an address by its bearer or by the centre, not by a school.
            guard joining.email == nil else { throw Problem.invalid("email", T.schools.joinAddressOfKnown) }
            try add(meant, at: id, joining.work, field: MeantPerson.field, in: act)
            return .written
        }
        let language = try CentreStore.centre(centre, in: act).language
        let person = try LikelyDoubleStore.person(of: written.meaning(.another, among: doubles), speaking: language, in: act)
        try add(person, at: id, joining.work, field: "since", in: act)
        try SchoolLetters.writtenDown(person, at: school, from: centre, in: act)
        return .written
    }

    private static func add(_ person: Person.ID, at school: School.ID, _ work: Work, field: String, in act: Act) throws {
        let isThere = try act.db.exists("""
            SELECT 1 AS stands FROM employment e WHERE e.person = \(person) AND e.school = \(school) AND (e.until IS NULL OR e.until >= \(work.since?.iso ?? ""))
                AND (e.teaches = \(work.teaches) OR \(work.teaches) = '')
            """)
        guard !isThere, try EmploymentStore.add(person, at: school, work, in: act) else { throw Problem.invalid(field, T.schools.joinAlready) }
    }

    /// Changes what somebody does there, and until when.
    static func change(_ id: Employment.ID, at school: School.ID, to work: Work, in act: Act) throws {
        _ = try SchoolTeamStore.school(school, in: act)
        try EmploymentStore.change(id, of: EmploymentStore.employment(id, at: school, in: act).person, to: work, in: act)
    }
}
