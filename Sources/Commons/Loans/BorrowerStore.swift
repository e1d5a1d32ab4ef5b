package import Accounts
package import Centres
package import Kernel
package import Languages
package import Library
package import Storage

/// Borrowers as rows, and their cards.
package enum BorrowerStore {
    // MARK: Reads

    /// - Throws: `Problem.missing` when the centre has none.
    package static func borrower(_ id: Borrower.ID, at centre: Centre.ID, in act: Act) throws -> Borrower {
        guard let borrower = try borrowers("b.id = \(id) AND b.centre = \(centre)", in: act).first else { throw Problem.missing }
        return borrower
    }

    /// Whose card it is, at whatever centre: one of another centre is told from one that nobody has.
    package static func borrower(card: LibraryCode, in act: Act) throws -> Borrower? { try borrowers("b.card = \(card.text)", in: act).first }

    package static func borrowers(_ ids: [Borrower.ID], in act: Act) throws -> [Borrower.ID: Borrower] {
        guard !ids.isEmpty else { return [:] }
        return Dictionary(uniqueKeysWithValues: try borrowers("b.id IN \(list: Array(Set(ids)))", in: act).map { ($0.id, $0) })
    }

    /// All cards that are somebody's own at a centre: one, or several where two accounts became one.
    package static func own(_ person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [Borrower] {
        try borrowers("b.person = \(person) AND b.kind = 'person' AND b.centre = \(centre)", in: act)
    }

    /// Institutions and pupils for whom somebody answers.
    package static func answeredFor(by person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [Borrower] {
        try borrowers("b.person = \(person) AND b.kind <> 'person' AND b.centre = \(centre)", in: act)
    }

    package static func institution(_ school: School.ID, at centre: Centre.ID, in act: Act) throws -> Borrower? {
        try borrowers("b.school = \(school) AND b.kind = 'institution' AND b.centre = \(centre)", in: act).first
    }

    private static let most = 200

    /// Borrowers of a centre whose name holds the words, in either script. Of those who have no card yet nobody is found here.
    package static func search(_ words: String, at centre: Centre.ID, sorted alphabet: Alphabet, in act: Act) throws -> [Borrower] {
        let known = Fold.query(words)
        guard !known.isEmpty else { return [] }
        let people = act.db.found("person", known), schools = act.db.found("school", known)
        let named = try borrowers("""
            b.centre = \(centre) AND (b.person IN (SELECT f.subject FROM \(people) f) AND b.kind = 'person'
                OR b.kind = 'institution' AND b.school IN (SELECT f.subject FROM \(schools) f))
            """, most: most, in: act)
        // Names that no index has: of pupils, and of institutions that are no schools.
        let others = try borrowers("b.centre = \(centre) AND b.name <> ''", most: 5_000, in: act).filter { Fold.finds(words, in: $0.name) }
        let all = Dictionary((named + others).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values
        return Array(all.sorted { SortKey.make($0.name, alphabet: alphabet).lexicographicallyPrecedes(SortKey.make($1.name, alphabet: alphabet)) }.prefix(most))
    }

    package static func list(of centre: Centre.ID, kind: BorrowerKind?, limit: Int, offset: Int, in act: Act) throws -> [Borrower] {
        let only: SQL = kind.map { "AND b.kind = \($0)" } ?? ""
        return try borrowers("b.centre = \(centre) \(only)", order: "b.id DESC", most: limit, offset: offset, in: act)
    }

    package static func count(of centre: Centre.ID, kind: BorrowerKind?, in act: Act) throws -> Int {
        let only: SQL = kind.map { "AND kind = \($0)" } ?? ""
        return try act.db.count("SELECT count(*) FROM borrower WHERE centre = \(centre) \(only)")
    }

    /// - Parameter condition: over `borrower b`.
    static func borrowers(_ condition: SQL, order: SQL = "b.id", most: Int = 1_000, offset: Int = 0, in act: Act) throws -> [Borrower] {
        try act.db.rows("""
            SELECT b.*, p.given_name, p.family_name, s.name AS school_name FROM borrower b LEFT JOIN person p ON p.id = b.person
            LEFT JOIN school s ON s.id = b.school WHERE \(condition) ORDER BY \(order) LIMIT \(most) OFFSET \(offset)
            """).map(Borrower.init(row:))
    }

    // MARK: New ones

    /// Somebody with an account: the card that they have, or a new one.
    package static func own(makingFor person: Person.ID, at centre: Centre.ID, in act: Act) throws -> Borrower.ID {
        guard act.by.person == person || act.by.lends(at: centre) else { throw Problem.missing }
        _ = try PersonStore.person(person, in: act)
        try act.db.hold("person", person.value)
        if let own = try own(person, at: centre, in: act).first { return own.id }
        return try add(.person, at: centre, person: person, in: act)
    }

    /// An institution, once for a school.
    package static func add(_ details: InstitutionDetails, at centre: Centre.ID, in act: Act) throws -> Borrower.ID {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        if let school = details.school {
            _ = try SchoolStore.school(school, in: act)
            try act.db.hold("school", school.value)
            if try institution(school, at: centre, in: act) != nil { throw Problem.invalid("school", T.loans.errorHasCard) }
        }
        return try add(.institution, at: centre, person: details.person, school: details.school, name: details.name, responsible: details.responsible, in: act)
    }

    /// A pupil, by a teacher or by the desk: only where the guardian's paper was seen.
    package static func add(_ details: PupilDetails, at centre: Centre.ID, in act: Act) throws -> Borrower.ID {
        guard let giver = act.by.person else { throw Problem.missing }
        guard details.hasConsent else { throw Problem.invalid("consent", T.loans.errorConsent) }
        guard try details.school.map({ try act.db.exists("SELECT 1 AS known FROM school WHERE id = \($0)") }) ?? true else {
            throw Problem.invalid("pupilSchool", T.common.errorChoose)
        }
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now), isDesk = act.by.lends(at: centre)
        return try add(
            .pupil, at: centre, person: isDesk ? nil : giver, school: details.school, name: details.name, schoolClass: details.schoolClass,
            consent: today, in: act)
    }

    private static func add(
        _ kind: BorrowerKind, at centre: Centre.ID, person: Person.ID? = nil, school: School.ID? = nil, name: String = "", responsible: String = "",
        schoolClass: String = "", consent: Day? = nil, in act: Act
    ) throws -> Borrower.ID {
        let card = try nextCard(of: centre, in: act)
        let id = Borrower.ID(try act.db.insert("""
            INSERT INTO borrower (centre, kind, person, school, name, responsible, class, card, consent, made)
            VALUES (\(centre), \(kind), \(person), \(school), \(name), \(responsible), \(schoolClass), \(card), \(consent), \(act.now)) RETURNING id
            """))
        try act.record(T.loans.cardGiven, .borrower(id), under: person.map { .person($0) } ?? school.map { .school($0) }, centre: centre)
        if let person { try PersonStore.keep(person, in: act) }
        return id
    }

    private static func nextCard(of centre: Centre.ID, in act: Act) throws -> String {
        let number = try act.db.insert("""
            INSERT INTO card_series (centre, last_number) VALUES (\(centre), 1)
            ON CONFLICT (centre) DO UPDATE SET last_number = card_series.last_number + 1 RETURNING last_number
            """)
        guard let code = LibraryCode(.card, of: centre, number: Int(number)) else { throw Problem.conflict(T.loans.errorNoCards) }
        return code.text
    }

    // MARK: Changes

    /// A card was lost: whoever finds it borrows nothing with it.
    package static func renewCard(_ id: Borrower.ID, at centre: Centre.ID, in act: Act) throws {
        let borrower = try changeable(id, at: centre, in: act)
        let card = try nextCard(of: centre, in: act)
        try act.db.run("UPDATE borrower SET card = \(card) WHERE id = \(id)")
        try act.record(T.loans.cardRenewed, .borrower(id), centre: centre, changes: [Change("card", from: borrower.card, to: card)])
    }

    /// - Parameter why: empty where something is lent again.
    package static func block(_ id: Borrower.ID, why: String, at centre: Centre.ID, in act: Act) throws {
        let borrower = try changeable(id, at: centre, in: act)
        guard borrower.blocked != why else { return }
        try act.db.run("UPDATE borrower SET blocked = \(why) WHERE id = \(id)")
        try act.record(why.isEmpty ? T.loans.unblockedDeed : T.loans.blockedDeed, .borrower(id), centre: centre, changes: [
            Change("blocked", from: borrower.blocked, to: why),
        ])
    }

    package static func change(_ id: Borrower.ID, _ details: InstitutionDetails, at centre: Centre.ID, in act: Act) throws {
        let borrower = try changeable(id, at: centre, in: act)
        guard borrower.kind == .institution else { throw Problem.missing }
        try act.db.run("""
            UPDATE borrower SET name = \(borrower.school == nil ? details.name : ""), person = \(details.person), responsible = \(details.responsible)
            WHERE id = \(id)
            """)
        try act.record(T.loans.borrowerChanged, .borrower(id), centre: centre)
    }

    private static func changeable(_ id: Borrower.ID, at centre: Centre.ID, in act: Act) throws -> Borrower {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        _ = try borrower(id, at: centre, in: act)
        try act.db.hold("borrower", id.value)
        return try borrower(id, at: centre, in: act)
    }
}

extension Borrower {
    init(row: Row) throws {
        let given: String? = try row["given_name"], family: String? = try row["family_name"], school: String? = try row["school_name"]
        let own: String = try row["name"]
        (id, centre, kind, person) = (try row["id"], try row["centre"], try row["kind"], try row["person"])
        (self.school, responsible, schoolClass) = (try row["school"], try row["responsible"], try row["class"])
        (card, consent, blocked) = (try row["card"], try row["consent"], try row["blocked"])
        let account = PersonName(given: given ?? "", family: family ?? "").full
        switch kind {
        case .person: name = account.isEmpty ? own : account
        case .institution: name = own.isEmpty ? school ?? "" : own
        case .pupil: name = own
        }
        keeper = kind == .person ? "" : account.isEmpty ? responsible : account
        schoolName = kind == .institution ? "" : school ?? ""
    }
}
