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

    // MARK: Many at once

    /// What is known of somebody on a list before it is agreed to: whether there is an account elsewhere is told to nobody.
    enum Way: Sendable { case new, there, doubtful }

    static func way(of joining: Joining, at school: School.ID, in act: Act) throws -> Way {
        if let known = try LikelyDoubleStore.known(by: written(joining, at: school), in: act) {
            return try stands(known.id, at: school, joining.work, in: act) ? .there : .new
        }
        return try doubles(of: joining, at: school, in: act).isEmpty ? .new : .doubtful
    }

    /// All who are new are written down or asked; those who are there, and those of a name that is known at the school, are left for somebody to write down singly.
    /// - Parameter tokens: random, one for each line, made before the act.
    /// - Returns: what came of it.
    static func join(_ list: RosterList, at school: School.ID, from centre: Centre.ID, tokens: [Token], in act: Act) throws -> Phrase {
        _ = try SchoolTeamStore.school(school, in: act)
        var (written, asked, left) = (0, 0, 0)
        for (line, token) in zip(list.lines, tokens) {
            guard try way(of: line.joining, at: school, in: act) == .new else {
                left += 1
                continue
            }
            switch try join(line.joining, at: school, from: centre, token: token, in: act) {
            case .written: written += 1
            case .asked: asked += 1
            }
        }
        return T.schools.saidList(written: .number(written), asked: .number(asked), left: .number(left))
    }

    private static func stands(_ person: Person.ID, at school: School.ID, _ work: Work, in act: Act) throws -> Bool {
        try act.db.exists("""
            SELECT 1 AS stands FROM employment e WHERE e.person = \(person) AND e.school = \(school) AND (e.until IS NULL OR e.until >= \(work.since?.iso ?? ""))
                AND (e.teaches = \(work.teaches) OR \(work.teaches) = '')
            """)
    }

    private static func add(_ person: Person.ID, at school: School.ID, _ work: Work, field: String, in act: Act) throws {
        guard try !stands(person, at: school, work, in: act), try EmploymentStore.add(person, at: school, work, in: act) else {
            throw Problem.invalid(field, T.schools.joinAlready)
        }
    }

    /// Changes what somebody does there, and until when.
    static func change(_ id: Employment.ID, at school: School.ID, to work: Work, in act: Act) throws {
        _ = try SchoolTeamStore.school(school, in: act)
        try EmploymentStore.change(id, of: EmploymentStore.employment(id, at: school, in: act).person, to: work, in: act)
    }
}
