package import Accounts
import Catalogue
package import Centres
package import Kernel
package import Languages
import Storage

/// Who would come, as rows.
package enum WouldComeStore {
    /// What stands on the page of a programme or a topic. Whoever counted for a call that has ended counts no longer.
    package static func standing(of subject: DemandSubject, at centre: Centre.ID, in act: Act) throws -> WouldCome {
        let people = try act.db.count("""
            SELECT count(*) FROM would_come x LEFT JOIN demand_call c ON c.id = x.demand_call WHERE \(subject.condition(at: centre, and: "c.ended IS NULL"))
            """)
        let isMine = try act.by.person.map { try stands(of: $0, for: subject, at: centre, in: act) } ?? false
        return WouldCome(people: people, isMine: isMine, isOpen: (try? check(subject, in: act)) != nil, path: subject.path)
    }

    private static func stands(of person: Person.ID, for subject: DemandSubject, at centre: Centre.ID, in act: Act) throws -> Bool {
        try act.db.exists("""
            SELECT 1 AS mine FROM would_come x LEFT JOIN demand_call c ON c.id = x.demand_call
            WHERE x.person = \(person) AND \(subject.condition(at: centre, and: "c.ended IS NULL"))
            """)
    }

    /// What a person said, the newest first.
    package static func all(of person: Person.ID, in act: Act) throws -> [(subject: DemandSubject, at: Instant)] {
        try act.db.rows("SELECT * FROM would_come WHERE person = \(person) ORDER BY at DESC, id DESC").compactMap { row in
            try DemandSubject(row: row).map { ($0, try row["at"]) }
        }
    }

    /// - Throws: a conflict where nobody can come to it any more; `Problem.missing` where there is no such thing.
    private static func check(_ subject: DemandSubject, in act: Act) throws {
        switch subject {
        case .programme(let id):
            let programme = try ProgrammeStore.programme(id, in: act)
            guard !programme.isWithdrawn, !programme.cycle.isOver(on: Zone.utc.day(of: act.now).adding(days: -1)) else { throw Problem.conflict(T.needs.errorWithdrawn) }
        case .topic(let id):
            guard try TopicStore.topic(id, in: act).isOffered else { throw Problem.conflict(T.needs.errorRetired) }
        }
    }

    /// - Parameter today: where the person works today counts.
    package static func come(to subject: DemandSubject, at centre: Centre.ID, today: Day, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        try DemandCallStore.hold(centre, in: act)
        try check(subject, in: act)
        guard try !stands(of: person, for: subject, at: centre, in: act) else { return }
        let school = try EmploymentStore.schools(of: person, on: today, in: act).first?.id, (programme, topic) = subject.ids
        try act.db.run("DELETE FROM would_come WHERE person = \(person) AND centre = \(centre) AND \(subject.column)")
        try act.db.run("""
            INSERT INTO would_come (person, centre, programme, topic, school, at) VALUES (\(person), \(centre), \(programme), \(topic), \(school), \(act.now))
            """)
        try act.record(T.needs.cameForward, subject.noun, under: .person(person), centre: centre)
        try DemandCallStore.look(for: subject, at: centre, in: act)
        try act.touchSeats()
    }

    package static func takeBack(_ subject: DemandSubject, at centre: Centre.ID, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        try DemandCallStore.hold(centre, in: act)
        guard try act.db.run("DELETE FROM would_come WHERE person = \(person) AND centre = \(centre) AND \(subject.column)") > 0 else { return }
        try act.record(T.needs.tookBack, subject.noun, under: .person(person), centre: centre)
        try act.touchSeats()
    }
}

extension DemandSubject {
    package var path: String {
        switch self {
        case .programme(let id): "/programmes/\(id)"
        case .topic(let id): "/topics/\(id)"
        }
    }

    var noun: Subject {
        switch self {
        case .programme(let id): .other("programme", id.value)
        case .topic(let id): .other("topic", id.value)
        }
    }
}
