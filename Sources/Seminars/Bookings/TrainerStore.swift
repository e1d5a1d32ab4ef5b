package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// On which days trainers cannot come, and how long their contracts hold, as rows.
package enum TrainerStore {
    /// Whether somebody holds the role of a trainer at a centre, or has led something there.
    static func isTrainer(_ person: Person.ID, at centre: Centre.ID, in act: Act) throws -> Bool {
        try act.db.exists("""
            SELECT 1 AS one FROM role WHERE person = \(person) AND role = 'trainer' AND centre = \(centre)
            UNION ALL SELECT 1 FROM event_trainer t JOIN event e ON e.id = t.event WHERE t.person = \(person) AND e.centre = \(centre) LIMIT 1
            """)
    }

    // MARK: Absences

    /// Those that are not over, the next first.
    package static func absences(of person: Person.ID, from today: Day, in act: Act) throws -> [Absence] {
        try act.db.rows("SELECT * FROM trainer_absence WHERE person = \(person) AND last_day >= \(today) ORDER BY first_day, id").map(absence)
    }

    /// - Throws: missing, unless it is the trainer or somebody of a centre that knows the trainer.
    @discardableResult
    package static func add(_ absence: NotedDays, of person: Person.ID, in act: Act) throws -> Absence.ID {
        let id = Absence.ID(try act.db.insert("""
            INSERT INTO trainer_absence (person, first_day, last_day, note)
            VALUES (\(person), \(absence.days.lowerBound), \(absence.days.upperBound), \(absence.note)) RETURNING id
            """))
        try act.record(T.bookings.absenceAdded, .person(person), changes: [Change("absence", from: "", to: absence.days.written)])
        return id
    }

    package static func remove(_ id: Absence.ID, of person: Person.ID, in act: Act) throws {
        guard let absence = try act.db.row("SELECT * FROM trainer_absence WHERE id = \(id) AND person = \(person)").map(absence) else { throw Problem.missing }
        try act.db.run("DELETE FROM trainer_absence WHERE id = \(id)")
        try act.record(T.bookings.absenceRemoved, .person(person), changes: [Change("absence", from: absence.noted.days.written, to: "")])
    }

    /// An event falls on days on which its trainer cannot come: a warning, for people settle that among themselves.
    static func clashes(of event: Event, in act: Act) throws -> [EventClash] {
        let trainers = Dictionary(event.plan.trainers.compactMap { trainer in trainer.person.map { ($0, trainer.name) } }, uniquingKeysWith: { first, _ in first })
        let days = Set(event.plan.sessions.map(\.day))
        guard !trainers.isEmpty, let first = days.min(), let last = days.max() else { return [] }
        return try act.db.rows("""
            SELECT * FROM trainer_absence WHERE person IN \(list: trainers.keys.sorted()) AND first_day <= \(last) AND last_day >= \(first) ORDER BY first_day, id
            """).map(absence).filter { absence in days.contains { absence.noted.days.contains($0) } }.map {
                EventClash(T.bookings.clashAbsent(name: .text(trainers[$0.person] ?? ""), days: .days($0.noted.days)))
            }
    }

    // MARK: Contracts

    /// A trainer's contracts with a centre, the last first.
    package static func contracts(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [Contract] {
        try act.db.rows("SELECT * FROM trainer_contract WHERE person = \(person) AND centre = \(centre) ORDER BY last_day DESC, id DESC").map(contract)
    }

    @discardableResult
    package static func add(_ contract: NotedDays, with person: Person.ID, at centre: Centre.ID, in act: Act) throws -> Contract.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let id = Contract.ID(try act.db.insert("""
            INSERT INTO trainer_contract (centre, person, first_day, last_day, note)
            VALUES (\(centre), \(person), \(contract.days.lowerBound), \(contract.days.upperBound), \(contract.note)) RETURNING id
            """))
        try act.record(T.bookings.contractAdded, .person(person), centre: centre, changes: [Change("contract", from: "", to: contract.days.written)])
        return id
    }

    package static func remove(_ id: Contract.ID, of person: Person.ID, in act: Act) throws {
        guard let row = try act.db.row("SELECT * FROM trainer_contract WHERE id = \(id) AND person = \(person)"), act.by.coordinates(try row["centre"]) else {
            throw Problem.missing
        }
        try act.db.run("DELETE FROM trainer_contract WHERE id = \(id)")
        let days = try contract(row).noted.days
        try act.record(T.bookings.contractRemoved, .person(person), centre: try row["centre"], changes: [Change("contract", from: days.written, to: "")])
    }

    /// What ends soon and is followed by no other contract with the same trainer.
    static func ending(at centre: Centre.ID, on today: Day, in act: Act) throws -> [(contract: Contract, name: String)] {
        let until = today.adding(days: Contract.warningDays)
        return try act.db.rows("""
            SELECT c.*, p.given_name, p.family_name FROM trainer_contract c JOIN person p ON p.id = c.person
            WHERE c.centre = \(centre) AND c.last_day >= \(today) AND c.last_day <= \(until)
                AND NOT EXISTS (SELECT 1 FROM trainer_contract n WHERE n.centre = c.centre AND n.person = c.person AND n.last_day > c.last_day)
            ORDER BY c.last_day, c.id
            """).map { (try contract($0), PersonName(given: try $0["given_name"], family: try $0["family_name"]).full) }
    }

    // MARK: A person's own

    /// What is held here about a person, for the person.
    static func heldAbsences(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("trainer_absence", try act.db.rows("SELECT * FROM trainer_absence WHERE person = \(person) ORDER BY id").map { entry(try absence($0).noted) })
    }

    static func heldContracts(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("trainer_contract", try act.db.rows("SELECT * FROM trainer_contract WHERE person = \(person) ORDER BY id").map { entry(try contract($0).noted) })
    }

    private static func entry(_ noted: NotedDays) -> HeldData.Entry {
        ["from": noted.days.lowerBound.iso, "until": noted.days.upperBound.iso, "note": noted.note]
    }

    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM trainer_absence WHERE person = \(person)")
        try act.db.run("DELETE FROM trainer_contract WHERE person = \(person)")
        try act.db.run("DELETE FROM calendar_address WHERE person = \(person)")
    }

    /// So many days after its end nobody needs to know of an absence.
    private static let keptDays = 90

    static func forgetOver(in act: Act) throws {
        let day = Zone.utc.day(of: act.now).adding(days: -keptDays)
        try act.db.run("DELETE FROM trainer_absence WHERE last_day < \(day)")
    }

    private static func absence(_ row: Row) throws -> Absence { Absence(id: try row["id"], person: try row["person"], noted: try noted(row)) }
    private static func contract(_ row: Row) throws -> Contract { Contract(id: try row["id"], person: try row["person"], noted: try noted(row)) }

    private static func noted(_ row: Row) throws -> NotedDays {
        let (first, last): (Day, Day) = (try row["first_day"], try row["last_day"])
        return NotedDays(first...max(first, last), note: try row["note"])
    }
}

extension ClosedRange where Bound == Day {
    /// As the journal keeps it.
    fileprivate var written: String { "\(lowerBound.iso)–\(upperBound.iso)" }
}
