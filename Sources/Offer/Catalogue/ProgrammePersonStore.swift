package import Accounts
package import Centres
package import Kernel
import Languages
import Storage

/// What programmes say of a person who wrote or leads them.
extension ProgrammeStore {
    /// Those whom a programme names, with those who may be meant.
    /// - Parameter query: an entry and the letters by which its person is looked for.
    static func people(
        of id: Programme.ID, at centre: Centre.ID, sought: ProgrammeEntryName?, letters: String, sorted alphabet: Alphabet, in act: Act
    ) throws -> ProgrammePeople {
        let programme = try programme(id, in: act)
        let all = [(Programme.Named.Part.trainer, programme.trainers), (.author, programme.authors), (.contact, programme.contact.map { [$0] } ?? [])]
        let lines = try all.flatMap { part, people in
            try people.map { named in
                let person = try named.person.flatMap { try PersonStore.sees($0, from: centre, in: act) ? try PersonStore.person($0, in: act) : nil }
                return ProgrammePeople.Line(
                    part: part, named: named, person: person, namesakes: try named.person == nil ? LikelyDoubleStore.named(named.name, at: centre, in: act) : [])
            }
        }
        let found = sought == nil || letters.isEmpty ? [] : try PersonStore.search(
            letters, within: PersonStore.ties(to: centre, in: act), sorted: alphabet, limit: 20, in: act)
        return ProgrammePeople(programme: programme, lines: lines, sought: sought, found: found)
    }

    /// A query of those of whom the people of a centre said that a programme names them.
    static func ties(to centre: ID<CentreTag>) -> SQL { "SELECT person FROM programme_person WHERE centre = \(centre) AND person IS NOT NULL" }

    /// Says who somebody is whom a programme names.
    /// - Throws: `Problem.missing` when the programme names nobody so, or whoever acts may not see the person.
    package static func tie(_ part: Programme.Named.Part, named name: String, of id: Programme.ID, to person: Person.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("programme", id.value)
        guard try PersonStore.sees(person, from: centre, in: act) else { throw Problem.missing }
        let known = try PersonStore.person(person, in: act)
        guard try act.db.exists("SELECT 1 AS named FROM programme_person WHERE programme = \(id) AND part = \(part) AND name = \(name)") else { throw Problem.missing }
        if try act.db.exists("SELECT 1 AS tied FROM programme_person WHERE programme = \(id) AND part = \(part) AND person = \(person) AND name <> \(name)") {
            throw Problem.conflict(T.catalogue.tiedAlready(name: .text(known.name.full)))
        }
        try act.db.run("""
            UPDATE programme_person SET person = \(person), centre = \(centre) WHERE programme = \(id) AND part = \(part) AND name = \(name)
            """)
        try act.record(T.catalogue.personTied, .programme(id), centre: centre, changes: [Change(part.field, from: name, to: known.name.full)])
        try act.touchPublicPages()
    }

    /// Takes it back: the programme goes on naming somebody of whom nobody says who it is.
    package static func untie(_ part: Programme.Named.Part, named name: String, of id: Programme.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("programme", id.value)
        try act.db.run("UPDATE programme_person SET person = NULL, centre = NULL WHERE programme = \(id) AND part = \(part) AND name = \(name)")
        try act.record(T.catalogue.personUntied, .programme(id), centre: centre, changes: [Change(part.field, from: name, to: "")])
        try act.touchPublicPages()
    }

    /// Writes somebody down and says that it is whom the programme names; without a name the programme names them from now on.
    static func write(_ form: TrainerForm, for id: Programme.ID, at centre: Centre.ID, speaking language: Language, in act: Act) throws {
        if let known = try LikelyDoubleStore.known(by: form.person, in: act), try !PersonStore.sees(known.id, from: centre, in: act) {
            throw Problem.invalid("email", T.catalogue.personElsewhere)
        }
        let name = form.name ?? form.person.name.full
        if form.name == nil { try list(name, form.occupation, as: form.part, of: id, in: act) }
        let person = try LikelyDoubleStore.person(of: form.person, speaking: language, in: act)
        // A person who was written down just now is tied to the centre by this very entry.
        try act.db.run("UPDATE programme_person SET person = \(person), centre = \(centre) WHERE programme = \(id) AND part = \(form.part) AND name = \(name)")
        try tie(form.part, named: name, of: id, to: person, at: centre, in: act)
    }

    private static func list(_ name: String, _ occupation: String, as part: Programme.Named.Part, of id: Programme.ID, in act: Act) throws {
        var draft = try programme(id, in: act).draft
        let line = Programme.Named(name, occupation: occupation).written
        switch part {
        case .trainer: if !draft.trainers.contains(line) { draft.trainers.append(line) }
        case .author: if !draft.authors.contains(line) { draft.authors.append(line) }
        case .contact: draft.contact = line
        }
        try edit(id, draft, in: act)
    }

    /// Programmes that somebody may hold, of the cycles that are not over, by title.
    static func led(by person: Person.ID, since day: Day, in act: Act) throws -> [ProgrammeChoice] {
        try act.db.rows("""
            SELECT p.id, p.number, p.title, p.language, \(Cycle.columns)
            FROM programme p JOIN cycle c ON c.id = p.cycle JOIN accreditor a ON a.id = c.accreditor
            WHERE p.withdrawn IS NULL AND c.last_day >= \(day)
                AND p.id IN (SELECT programme FROM programme_person WHERE person = \(person) AND part = 'trainer') ORDER BY p.key_azbuka, p.id
            """).map(ProgrammeChoice.init(row:))
    }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("programme_person", try act.db.rows("SELECT * FROM programme_person WHERE person = \(person) ORDER BY programme, part").map { row in
            ["programme": "\(try row["programme"] as Programme.ID)", "part": try row["part"], "name": try row["name"], "occupation": try row["occupation"],
                "reach": try row["reach"]]
        })
    }

    /// Somebody deleted the account: no programme names them any more. The accreditor's own catalogue is not ours to change.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let rows = try act.db.rows("SELECT programme, name, reach FROM programme_person WHERE person = \(person)")
        guard !rows.isEmpty else { return }
        try act.db.run("DELETE FROM programme_person WHERE person = \(person)")
        for name in Set(try rows.map { try $0["name"] as String }) {
            for field in ["authors", "trainers", "contact"] { try act.forgetJournal(naming: name, field: field, noun: "programme") }
        }
        for reach in Set(try rows.map { try $0["reach"] as String }) where !reach.isEmpty {
            try act.forgetJournal(naming: reach, field: "reach", noun: "programme")
        }
        try act.touchPublicPages()
        for programme in Set(try rows.map { try $0["programme"] as Programme.ID }) { try index(programme, in: act) }
    }
}

extension Programme.Named.Part {
    /// The field of the form in which it is typed, and by which the journal forgets a name.
    var field: String {
        switch self {
        case .author: "authors"
        case .trainer: "trainers"
        case .contact: "contact"
        }
    }

    var name: Phrase {
        switch self {
        case .author: T.catalogue.partAuthor
        case .trainer: T.catalogue.partTrainer
        case .contact: T.catalogue.contact
        }
    }
}
