package import Imports
package import Kernel
package import Languages
import Centres
import Forms
import Mail

/// Lists of people, known by their address; where a line has another address, by what else is alike, and then somebody says whether it is the same person. What
/// somebody with a proved address said of themselves a list never changes: it only adds where they work.
///
/// A preview tells which addresses are known here, so such lists are the administrator's alone.
package struct PersonImport: Importable {
    package static let kind = ImportKind("people")
    package static var name: Phrase { T.accounts.personImport }
    package static let columns = [
        ImportColumn("family_name", T.accounts.familyName, isRequired: true, "prezime", "prezime zaposlenog", "prezime učesnika", "pavardė", "surname", "last name"),
        ImportColumn("given_name", T.accounts.givenName, isRequired: true, looks: { !$0.contains(" ") && GivenNames.isGiven($0) }, "ime",
            "ime zaposlenog", "ime nastavnika", "ime učesnika", "ime polaznika", "vardas", "first name"),
        ImportColumn("name", T.accounts.wholeName, parts: ["family_name", "given_name"], looks: GivenNames.isWhole, "ime i prezime", "prezime i ime", "prezime ime",
            "ime prezime", "ime i prezime učesnika", "prezime i ime učesnika", "ime i prezime polaznika", "učesnik", "polaznik", "nastavnik", "zaposleni",
            "vardas pavardė", "vardas ir pavardė", "pavardė vardas", "pavardė ir vardas", "dalyvis", "full name", "name and surname"),
        ImportColumn("email", T.common.email, isRequired: true, looks: CellLook.email, "e-mail", "e-mail address", "email", "email address", "e-pošta", "adresa e-pošte",
            "imejl", "imejl adresa", "mejl", "mail", "el. paštas", "el. pašto adresas", "elektronska pošta", "adresa elektronske pošte"),
        ImportColumn("phone", T.accounts.phone, looks: CellLook.phone, "phone", "phone number", "telefon", "broj telefona", "mobilni", "mobilni telefon",
            "kontakt telefon", "telefonas", "telefono numeris"),
        ImportColumn("occupation", T.accounts.occupation, "zanimanje", "profesija"),
        ImportColumn("language", T.accounts.personLanguage, "jezik", "kalba"),
        ImportColumn("school_id", T.centres.number, "šifra škole", "šifra ustanove", "mokyklos kodas"),
        ImportColumn("school", T.centres.institution, "škola", "ustanova", "naziv ustanove", "naziv škole", "mokykla", "įstaiga", "darbovietė"),
        ImportColumn("place", T.centres.place, "mesto", "naselje", "vieta", "gyvenvietė", "miestas"),
        ImportColumn("job", T.accounts.job, "posao", "radno mesto", "pareigos"),
        ImportColumn("teaches", T.accounts.workTeaches, "predmet", "nastavni predmet", "predmet koji predaje", "dalykas", "dėstomas dalykas", "subject"),
        ImportColumn("since", T.accounts.workSince, form: .day, "zaposlen od", "radi od", "dirba nuo"),
        ImportColumn("until", T.accounts.workUntil, form: .day, "zaposlen do", "radi do", "dirba iki"),
        ImportColumn("share", T.accounts.workShare, "procenat angažovanja", "angažovanje", "procenat radnog vremena", "radno vreme", "krūvis", "etatas"),
        ImportColumn("former_family_name", T.accounts.formerFamilyName, "ranije prezime", "devojačko prezime", "rođeno prezime", "ankstesnė pavardė",
            "mergautinė pavardė", "former name", "maiden name"),
    ]

    /// Everybody whom a line may mean: those who are here, and whoever stood in a line above.
    private var known: PeopleInSight
    let numbers: [String: School.ID]
    let names: [String: [School.ID]]
    let places: [School.ID: Set<String>]
    private let schools: [School.ID: String]
    /// How names that stand in one column are parted; nil where they stand in two.
    private(set) var parting: NameParting?

    package static func admits(_ actor: Actor) -> Bool { actor.isAdministrator }

    package static func lacks(in act: Act) throws -> Phrase? {
        try SchoolStore.isEmpty(in: act) ? T.accounts.importNeedsSchools : nil
    }

    package init(in act: Act) throws {
        known = PeopleInSight(try PersonStore.drafts(in: act))
        let rows = try SchoolStore.keyed(in: act)
        numbers = Dictionary(rows.map { ($0.key.number, $0.value.id) }, uniquingKeysWith: { first, _ in first })
        let spellings = rows.values.flatMap { school in [school.entry.name, "\(school.entry.name) \(school.entry.place)"].map { (SchoolWords.key($0), school.id) } }
        names = Dictionary(grouping: spellings, by: \.0).mapValues { $0.map(\.1) }
        schools = Dictionary(uniqueKeysWithValues: rows.values.map { ($0.id, $0.entry.name) })
        let towns = Dictionary(uniqueKeysWithValues: try MunicipalityStore.all(in: act).map { ($0.id, $0.name) })
        places = Dictionary(uniqueKeysWithValues: rows.values.map { ($0.id, Set([$0.entry.place, towns[$0.entry.municipality] ?? ""].map(Self.folded))) })
    }

    package mutating func look(at list: ImportTable) {
        guard let first = list.lines.first, first.has("name") else { return }
        let words = Fold.tokens(list.head(of: "name")), families: Set = ["prezime", "pavarde", "surname"], givens: Set = ["ime", "vardas", "name"]
        let order: NameParting.Order? = switch (words.firstIndex(where: families.contains), words.firstIndex(where: givens.contains)) {
        case (let family?, let given?): family < given ? .familyFirst : .givenFirst
        default: nil
        }
        parting = NameParting(known: known.names, cells: list.lines.map { $0["name"] }, said: order)
    }

    package func key(of line: inout ImportLine) -> String? {
        let written = line.lines("email")
        let said = AddressesInCell(written)
        do {
            let address = try Self.address(said, written)
            for other in said.others { line.doubt(T.accounts.importSecondAddress(address: .text(other))) }
            for other in said.wrong { line.doubt(T.accounts.importSecondAddressWrong(address: .text(other))) }
            return address
        } catch {
            line.refuse("email", written.isEmpty ? T.common.errorMissing : error.phrase)
            return nil
        }
    }

    private static func address(_ said: AddressesInCell, _ written: String) throws(AddressFault) -> String {
        try EmailAddress(reading: said.first ?? written).text
    }

    package func standing(_ key: String) -> (id: Person.ID, entry: PersonDraft)? { known.standing(key) }

    package func entry(of line: inout ImportLine, over current: PersonDraft?) -> PersonDraft? {
        let (given, family) = names(of: &line)
        let written = line.lines("email"), said = AddressesInCell(written)
        var draft = current ?? PersonDraft(
            name: PersonName(given: given, family: family), email: try? Self.address(said, written), language: Language.sr.rawValue)
        // Whose they are when another has them is asked before anything is written.
        for other in said.others where !draft.addresses.contains(other) && (current == nil || known.holder(of: other) == nil) {
            draft.others = (draft.others + [other]).sorted()
        }
        if !draft.isProved {
            draft.rename(PersonName(given: given, family: family))
            if !line.written("phone").isEmpty { readPhone(&draft, &line) }
            if !line.written("occupation").isEmpty { readOccupation(&draft, &line) }
            if !line["language"].isEmpty { readLanguage(&draft, &line) }
        }
        line.limit("job")
        if let school = school(of: &line) { draft.work(work(&line), at: school) }
        if let former = formerName(of: &line, given: given) { draft.had(former) }
        return draft
    }

    package static let isMatched = true
    package func matches(of entry: PersonDraft, key: String) -> [ImportMatch<PersonDraft>] { known.matches(of: entry, addresses: [key] + entry.others) }
    package mutating func note(_ entry: PersonDraft, as whom: ImportWhom) { known.note(entry, as: whom) }

    /// The address of the line is one more of theirs, unless it is another's.
    package func joined(_ entry: PersonDraft, key: String) -> PersonDraft {
        var entry = entry
        guard !entry.addresses.contains(key), known.holder(of: key) == nil else { return entry }
        if entry.email == nil { entry.email = key } else { entry.others = (entry.others + [key]).sorted() }
        return entry
    }

    package func apart(_ entry: PersonDraft, from others: [ImportMatch<PersonDraft>]) -> PersonDraft {
        var entry = entry
        if let email = entry.email, known.holder(of: email) != nil { entry.email = nil }
        entry.others.removeAll { known.holder(of: $0) != nil }
        return entry
    }

    package func details(of entry: PersonDraft) -> [Value] {
        [.text(entry.email ?? ""), .text(entry.phone), .title(places(entry))]
    }

    private func places(_ entry: PersonDraft) -> String { entry.jobs.compactMap { schools[$0.school] }.joined(separator: "; ") }

    package func tellApart(_ id: Person.ID, from others: [Person.ID], in act: Act) throws { try LikelyDoubleStore.tellApart(id, from: others, in: act) }

    package func title(of entry: PersonDraft) -> String { entry.name.listed }

    package func values(of entry: PersonDraft) -> [(column: String, value: Value)] {
        func told(_ column: String, _ word: (Work) -> String) -> (column: String, value: Value) {
            (column, .text(entry.jobs.map { word($0.work) }.filter { !$0.isEmpty }.joined(separator: "; ")))
        }
        return [
            ("family_name", .text(entry.name.family)), ("given_name", .text(entry.name.given)),
            ("email", .text(entry.addresses.joined(separator: ", "))), ("phone", .text(entry.phone)),
            ("occupation", .title(entry.occupation)),
            ("language", .text(entry.language)), ("school", .title(places(entry))),
            told("job") { $0.job }, told("teaches") { $0.teaches }, told("since") { $0.since?.iso ?? "" }, told("until") { $0.until?.iso ?? "" },
            told("share") { $0.share.map { "\($0) %" } ?? "" }, ("former_family_name", .text(entry.former.map(\.family).joined(separator: "; "))),
        ]
    }

    package func add(_ entry: PersonDraft, key: String, in act: Act) throws -> Person.ID {
        let id = try PersonStore.add(
            entry.name, email: entry.email, verified: nil, phone: entry.phone, language: Language(rawValue: entry.language) ?? .sr, occupation: entry.occupation, in: act)
        try act.record(T.accounts.added, .person(id))
        try PersonStore.tellMore(of: [(id, entry)], in: act)
        try EmploymentStore.set(entry.jobs, of: id, in: act)
        return id
    }

    package func add(many rows: [(key: String, entry: PersonDraft)], in act: Act) throws -> [Person.ID] {
        let ids = try PersonStore.add(many: rows.map { row in
            (row.entry.name, row.entry.email, row.entry.phone, Language(rawValue: row.entry.language) ?? .sr, row.entry.occupation)
        }, in: act)
        try PersonStore.tellMore(of: zip(ids, rows).map { ($0, $1.entry) }, in: act)
        try EmploymentStore.add(many: zip(ids, rows).map { ($0, $1.entry.jobs) }, in: act)
        return ids
    }

    package func change(_ id: Person.ID, to entry: PersonDraft, in act: Act) throws {
        let person = try PersonStore.person(id, in: act)
        if person.name != entry.name { try AccountStore.rename(id, to: entry.name, in: act) }
        let language = Language(rawValue: entry.language) ?? person.language
        if (person.phone, person.occupation, person.language) != (entry.phone, entry.occupation, language) {
            try AccountStore.change(id, phone: entry.phone, language: language, occupation: entry.occupation, in: act)
        }
        try PersonStore.setAddresses(entry.email, entry.others, of: id, in: act)
        try PersonStore.setFormerNames(entry.former, of: id, in: act)
        try EmploymentStore.set(entry.jobs, of: id, in: act)
    }

    package func remove(_ id: Person.ID, in act: Act) throws { try PersonStore.remove(id, in: act) }

    package func entry(_ id: Person.ID, in act: Act) throws -> PersonDraft? { try PersonStore.drafts(only: id, in: act)[id] }
}
