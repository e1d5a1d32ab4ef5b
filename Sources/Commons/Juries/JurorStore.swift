import Accounts
package import Centres
package import Contests
package import Kernel
import Languages
import Schools
import Storage

/// Who judges, as rows; and what they may not judge.
package enum JurorStore {
    // MARK: Reads

    /// Of a contest: the chair first, then in the order in which they were invited; not who declined.
    package static func jurors(of contest: Contest.ID, in act: Act) throws -> [Juror] {
        let rows = try act.db.rows("""
            SELECT j.*, p.given_name, p.family_name FROM juror j LEFT JOIN person p ON p.id = j.person
            WHERE j.contest = \(contest) ORDER BY j.chair DESC, j.id
            """)
        let ids: [Juror.ID] = try rows.map { try $0["id"] }
        let categories = try ids.isEmpty ? [:] : Dictionary(grouping: act.db.rows("SELECT juror, category FROM juror_category WHERE juror IN \(list: ids)").map {
            (try $0["juror"] as Juror.ID, try $0["category"] as ContestCategory.ID)
        }, by: \.0)
        return try rows.map { row in
            let id: Juror.ID = try row["id"]
            return try Juror(row: row, categories: Set(categories[id]?.map(\.1) ?? []))
        }
    }

    /// The actor's own seat in a jury that has not declined.
    package static func own(_ contest: Contest.ID, in act: Act) throws -> Juror {
        guard let person = act.by.person, let row = try act.db.row("""
            SELECT j.*, '' AS given_name, '' AS family_name FROM juror j WHERE j.contest = \(contest) AND j.person = \(person) AND j.declined IS NULL
            """)
        else { throw Problem.missing }
        let id: Juror.ID = try row["id"]
        let categories: [ContestCategory.ID] = try act.db.rows("SELECT category FROM juror_category WHERE juror = \(id)").map { try $0["category"] }
        return try Juror(row: row, categories: Set(categories))
    }

    /// What ties those who sit to works.
    static func ties(of jurors: [Juror], in act: Act) throws -> [Juror.ID: JurorTies] {
        let today = Zone.utc.day(of: act.now)
        return try jurors.reduce(into: [:]) { ties, juror in
            guard let person = juror.person else { return }
            let kept = try PersonStore.actor(person, in: act)?.schoolsLookedAfter ?? []
            ties[juror.id] = JurorTies(person, schools: Set(try EmploymentStore.schools(of: person, on: today, in: act).map(\.id)).union(kept))
        }
    }

    /// Of each juror the works that they may not judge, and why.
    static func conflicts(of jurors: [Juror], _ origins: [WorkOrigin], in act: Act) throws -> [Juror.ID: [ContestWork.ID: JuryConflict]] {
        let ties = try ties(of: jurors, in: act), ids = jurors.map(\.id)
        var all: [Juror.ID: [ContestWork.ID: JuryConflict]] = [:]
        for juror in jurors {
            guard let own = ties[juror.id] else { continue }
            for origin in origins { all[juror.id, default: [:]][origin.work] = own.conflict(with: WorkTies(origin)) }
        }
        for row in try ids.isEmpty ? [] : act.db.rows("SELECT DISTINCT juror, work FROM jury_sheet WHERE juror IN \(list: ids) AND declared IS NOT NULL") {
            all[try row["juror"], default: [:]][try row["work"]] = .declared
        }
        return all
    }

    // MARK: Verbs of the centre

    /// Invites somebody by the address of their account. A letter tells them.
    package static func invite(
        email: String, _ categories: Set<ContestCategory.ID>, chair isChair: Bool, to id: Contest.ID, at centre: Centre.ID, in act: Act
    ) throws {
        let jury = try JuryStore.desked(id, at: centre, in: act)
        guard jury.decided == nil else { throw Problem.conflict(T.juries.errorDecided) }
        guard let person = try PersonStore.person(email: email, in: act), person.verified != nil else { throw Problem.invalid("email", T.juries.errorNobody) }
        let known = jury.jurors.first { $0.person == person.id }
        guard known == nil || known?.declined != nil else { throw Problem.invalid("email", T.juries.errorInvited) }
        guard jury.jurors.count < Juror.most else { throw Problem.conflict(T.juries.errorManyJurors(most: .number(Juror.most))) }
        guard categories.allSatisfy({ jury.contest.category($0) != nil }) else { throw Problem.invalid("categories", T.common.errorChoose) }
        if isChair { try act.db.run("UPDATE juror SET chair = \(false) WHERE contest = \(id)") }
        if let known {
            try act.db.run("UPDATE juror SET declined = NULL, accepted = NULL, invited = \(act.now), chair = \(isChair) WHERE id = \(known.id)")
            try set(categories, of: known.id, in: act)
        } else {
            let juror = Juror.ID(try act.db.insert("""
                INSERT INTO juror (contest, person, chair, invited) VALUES (\(id), \(person.id), \(isChair), \(act.now)) RETURNING id
                """))
            try set(categories, of: juror, in: act)
        }
        try act.record(T.juries.invitedDeed, .contest(id), under: .person(person.id), centre: centre)
        try JuryLetters.invited(person.id, jury.contest, isChair: isChair, in: act)
    }

    private static func set(_ categories: Set<ContestCategory.ID>, of juror: Juror.ID, in act: Act) throws {
        try act.db.run("DELETE FROM juror_category WHERE juror = \(juror)")
        for category in categories.sorted() { try act.db.run("INSERT INTO juror_category (juror, category) VALUES (\(juror), \(category))") }
    }

    package static func makeChair(_ juror: Juror.ID, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let jury = try JuryStore.desked(id, at: centre, in: act)
        guard jury.decided == nil else { throw Problem.conflict(T.juries.errorDecided) }
        guard let one = jury.jurors.first(where: { $0.id == juror }), one.declined == nil else { throw Problem.missing }
        try act.db.run("UPDATE juror SET chair = \(false) WHERE contest = \(id)")
        try act.db.run("UPDATE juror SET chair = \(true) WHERE id = \(juror)")
        try act.record(T.juries.chairDeed, .contest(id), centre: centre)
    }

    /// Somebody leaves the jury. What they have given stays; what they have not seen yet goes to the others.
    package static func release(_ juror: Juror.ID, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try JuryStore.desked(id, at: centre, in: act)
        let jury = try JuryStore.held(id, at: centre, in: act)
        guard jury.decided == nil else { throw Problem.conflict(T.juries.errorDecided) }
        guard let one = jury.jurors.first(where: { $0.id == juror }), one.declined == nil else { throw Problem.missing }
        try leave(one, jury, in: act)
        try act.record(T.juries.releasedDeed, .contest(id), centre: centre)
    }

    // MARK: Verbs of the juror

    package static func answer(_ accepts: Bool, _ id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let jury = try JuryStore.held(id, at: centre, in: act)
        let own = try own(id, in: act)
        guard jury.decided == nil else { throw Problem.conflict(T.juries.errorDecided) }
        if accepts {
            try act.db.run("UPDATE juror SET accepted = \(act.now) WHERE id = \(own.id) AND accepted IS NULL")
        } else {
            try leave(own, jury, in: act)
        }
        try act.record(accepts ? T.juries.acceptedDeed : T.juries.declinedDeed, .contest(id), centre: centre)
        if accepts, own.accepted == nil, let round = jury.underway { try JuryRoundStore.deal(round, JuryStore.jury(of: jury.contest, in: act), in: act) }
    }

    static func leave(_ juror: Juror, _ jury: Jury, in act: Act) throws {
        try act.db.run("UPDATE juror SET declined = \(act.now), accepted = NULL, chair = \(false) WHERE id = \(juror.id)")
        guard let round = jury.underway else { return }
        try JuryRoundStore.dropUnseen(of: juror.id, round, jury, in: act)
        try JuryRoundStore.deal(round, JuryStore.jury(of: jury.contest, in: act), in: act)
    }
}

extension WorkTies {
    init(_ origin: WorkOrigin) {
        self.init(mentor: origin.mentor, schools: Set([origin.school].compactMap(\.self)), authors: Set(origin.authors))
    }
}

extension Juror {
    init(row: Row, categories: Set<ContestCategory.ID>) throws {
        (id, contest, person, isChair) = (try row["id"], try row["contest"], try row["person"], try row["chair"])
        let given: String? = try row["given_name"], family: String? = try row["family_name"]
        name = PersonName(given: given ?? "", family: family ?? "").full
        self.categories = categories
        (invited, accepted, declined) = (try row["invited"], try row["accepted"], try row["declined"])
    }
}
