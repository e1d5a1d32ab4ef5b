package import Imports
package import Kernel
package import Languages
package import Centres
import Forms

/// What a list may say of a person: the name, how to reach them, where they work.
package struct PersonDraft: Sendable, Hashable, Codable {
    package var given: String
    package var family: String
    package var phone = ""
    package var occupation = ""
    package var language: String
    /// The address is proved: the account is its owner's, and no list changes or takes back what it says.
    package var isProved = false
    /// The work at each institution, by its id.
    package var jobs: [School.ID: String] = [:]

    var name: PersonName { PersonName(given: given, family: family) }
}

/// Lists of people, known by their address. What somebody with a proved address said of themselves a list never changes: it only adds where they work.
///
/// A preview tells which addresses are known here, so such lists are the administrator's alone.
package struct PersonImport: Importable {
    package static let kind = ImportKind("people")
    package static var name: Phrase { T.accounts.personImport }
    package static let columns = [
        ImportColumn("family_name", T.accounts.familyName, isRequired: true, "prezime", "pavardė", "surname", "last name"),
        ImportColumn("given_name", T.accounts.givenName, isRequired: true, "ime", "vardas", "first name"),
        ImportColumn("email", T.common.email, isRequired: true, "e-mail", "e-mail address", "email", "e-pošta", "adresa e-pošte", "imejl", "el. paštas",
            "el. pašto adresas", "elektronska pošta"),
        ImportColumn("phone", T.accounts.phone, "phone", "telefon", "telefonas"),
        ImportColumn("occupation", T.accounts.occupation, "zanimanje", "profesija"),
        ImportColumn("language", T.accounts.personLanguage, "jezik", "kalba"),
        ImportColumn("school_id", T.centres.number, "šifra škole", "šifra ustanove", "mokyklos kodas"),
        ImportColumn("school", T.centres.institution, "škola", "mokykla", "įstaiga"),
        ImportColumn("place", T.centres.place, "mesto", "naselje", "vieta", "gyvenvietė", "miestas"),
        ImportColumn("job", T.accounts.job, "posao", "radno mesto", "pareigos"),
    ]

    private let known: [String: (id: Person.ID, entry: PersonDraft)]
    private let numbers: [String: School.ID]
    private let names: [String: [School.ID]]
    private let places: [School.ID: Set<String>]
    private let schools: [School.ID: String]
    private let namesakes: [String: [Namesake]]

    /// Somebody known, with or without an address.
    private struct Namesake {
        let phone: String?
        let schools: Set<School.ID>
    }

    package static func admits(_ actor: Actor) -> Bool { actor.isAdministrator }

    package static func lacks(in act: Act) throws -> Phrase? {
        try SchoolStore.isEmpty(in: act) ? T.accounts.importNeedsSchools : nil
    }

    package init(in act: Act) throws {
        known = try PersonStore.drafts(in: act)
        let rows = try SchoolStore.keyed(in: act)
        numbers = Dictionary(rows.map { ($0.key.number, $0.value.id) }, uniquingKeysWith: { first, _ in first })
        let spellings = rows.values.flatMap { school in [school.entry.name, "\(school.entry.name) \(school.entry.place)"].map { (SchoolWords.key($0), school.id) } }
        names = Dictionary(grouping: spellings, by: \.0).mapValues { $0.map(\.1) }
        schools = Dictionary(uniqueKeysWithValues: rows.values.map { ($0.id, $0.entry.name) })
        let towns = Dictionary(uniqueKeysWithValues: try MunicipalityStore.all(in: act).map { ($0.id, $0.name) })
        places = Dictionary(uniqueKeysWithValues: rows.values.map { ($0.id, Set([$0.entry.place, towns[$0.entry.municipality] ?? ""].map(Self.folded))) })
        namesakes = Dictionary(grouping: try PersonStore.keyed(in: act), by: \.key).mapValues { people in
            people.map { Namesake(phone: Person.phoneKey($0.phone), schools: $0.schools) }
        }
    }

    package func key(of line: inout ImportLine) -> String? {
        do { return try EmailAddress(reading: line["email"]).text } catch {
            line.refuse("email", line["email"].isEmpty ? T.common.errorMissing : error.phrase)
            return nil
        }
    }

    package func standing(_ key: String) -> (id: Person.ID, entry: PersonDraft)? { known[key] }

    package func entry(of line: inout ImportLine, over current: PersonDraft?) -> PersonDraft? {
        for column in ["family_name", "given_name"] {
            if line[column].isEmpty { line.refuse(column, T.accounts.nameMissing) }
            if PersonName(given: line[column], family: "").holdsAddress { line.refuse(column, T.accounts.nameHoldsAddress) }
            for word in MixedAlphabet.words(in: line[column]) { line.doubt(T.centres.mixedAlphabet(word: .text(word))) }
            line.limit(column)
        }
        var draft = current ?? PersonDraft(given: Self.part(line["given_name"]), family: Self.part(line["family_name"]), language: Language.sr.rawValue)
        if !draft.isProved {
            draft.given = Self.part(line["given_name"])
            draft.family = Self.part(line["family_name"])
            if !line["phone"].isEmpty { readPhone(&draft, &line) }
            if !line["occupation"].isEmpty { readOccupation(&draft, &line) }
            if !line["language"].isEmpty { readLanguage(&draft, &line) }
        }
        line.limit("job")
        if let school = school(of: &line), draft.jobs[school] == nil { draft.jobs[school] = line["job"] }
        if current == nil, isKnown(draft) { line.doubt(T.accounts.importDouble(name: .text(draft.name.full))) }
        return draft
    }

    /// Whether somebody of the same name, with the same telephone or institution, stands here under another address or none.
    private func isKnown(_ draft: PersonDraft) -> Bool {
        let phone = Person.phoneKey(draft.phone)
        return (namesakes[draft.name.key] ?? []).contains { (phone != nil && phone == $0.phone) || !$0.schools.isDisjoint(with: draft.jobs.keys) }
    }

    package func title(of entry: PersonDraft) -> String { entry.name.listed }

    package func values(of entry: PersonDraft) -> [(column: String, value: Value)] {
        [
            ("family_name", .text(entry.family)), ("given_name", .text(entry.given)), ("phone", .text(entry.phone)), ("occupation", .title(entry.occupation)),
            ("language", .text(entry.language)), ("school", .title(entry.jobs.keys.sorted().compactMap { schools[$0] }.joined(separator: "; "))),
        ]
    }

    package func add(_ entry: PersonDraft, key: String, in act: Act) throws -> Person.ID {
        let id = try PersonStore.add(
            entry.name, email: key, verified: nil, phone: entry.phone, language: Language(rawValue: entry.language) ?? .sr, occupation: entry.occupation, in: act)
        try act.record(T.accounts.added, .person(id))
        try EmploymentStore.set(entry.jobs, of: id, in: act)
        return id
    }

    package func change(_ id: Person.ID, to entry: PersonDraft, in act: Act) throws {
        let person = try PersonStore.person(id, in: act)
        if person.name != entry.name { try AccountStore.rename(id, to: entry.name, in: act) }
        let language = Language(rawValue: entry.language) ?? person.language
        if (person.phone, person.occupation, person.language) != (entry.phone, entry.occupation, language) {
            try AccountStore.change(id, phone: entry.phone, language: language, occupation: entry.occupation, in: act)
        }
        try EmploymentStore.set(entry.jobs, of: id, in: act)
    }

    package func remove(_ id: Person.ID, in act: Act) throws { try PersonStore.remove(id, in: act) }

    package func entry(_ id: Person.ID, in act: Act) throws -> PersonDraft? { try PersonStore.drafts(only: id, in: act).values.first?.entry }

    // MARK: Parts

    /// One half of a name; a name of one word has a hyphen in the place of the other.
    private static func part(_ cell: String) -> String { cell == PersonName.none ? "" : cell }

    /// As lists write them, folded.
    private static let languages: [String: Language] = [
        "srpski": .sr, "cirilica": .sr, "latinica": .srLatn, "srpski latinica": .srLatn, "lietuviu": .lt, "litvanski": .lt, "engleski": .en, "english": .en,
    ]

    /// A spreadsheet that took a number for a quantity has dropped its zero, or made `3,8E+11` of it.
    private func readPhone(_ draft: inout PersonDraft, _ line: inout ImportLine) {
        draft.phone = line["phone"]
        var faults = Faults()
        faults.phone(draft.phone)
        line.refuse(faults)
        if let first = draft.phone.first, !"0+(".contains(first), faults.isEmpty { line.doubt(T.accounts.phoneWithoutZero(phone: .text(draft.phone))) }
    }

    private func readOccupation(_ draft: inout PersonDraft, _ line: inout ImportLine) {
        draft.occupation = line["occupation"]
        var faults = Faults()
        faults.limit(draft.occupation, "occupation")
        line.refuse(faults)
    }

    private func readLanguage(_ draft: inout PersonDraft, _ line: inout ImportLine) {
        let written = line["language"]
        let language = Language.allCases.first { $0.rawValue.lowercased() == written.lowercased() } ?? Self.languages[Self.folded(written)]
        if let language { draft.language = language.rawValue } else { line.refuse("language", T.common.errorChoose) }
    }

    /// By number in the register, else by name, with the place where several have it.
    private func school(of line: inout ImportLine) -> School.ID? {
        let (number, name) = (line["school_id"], line["school"])
        if let school = numbers[number] { return school }
        if number.isEmpty, name.isEmpty { return nil }
        var named = Set(names[SchoolWords.key(name)] ?? [])
        // The place tells schools of one name apart.
        if !line["place"].isEmpty { named = named.filter { places[$0]?.contains(Self.folded(line["place"])) ?? false } }
        if number.isEmpty, named.count == 1 { return named.first }
        line.refuse(number.isEmpty ? "school" : "school_id", named.isEmpty ? T.centres.schoolNotFound : T.centres.schoolChoose)
        return nil
    }

    private static func folded(_ text: String) -> String { Fold.tokens(text).joined(separator: " ") }
}
