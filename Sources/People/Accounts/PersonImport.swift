package import Imports
package import Kernel
package import Languages
import Centres
import Forms
import Foundation
import Mail

/// Lists of people, known by their address; where a line has another address, by what else is alike, and then somebody says whether it is the same person. What
/// somebody with a proved address said of themselves a list never changes: it only adds where they work.
///
/// A preview tells which addresses are known here, so such lists are the administrator's alone.
package struct PersonImport: Importable {
    package static let kind = ImportKind("people")
    package static var name: Phrase { T.accounts.personImport }
    package static let columns = [
        ImportColumn("family_name", T.accounts.familyName, isRequired: true, "prezime", "pavardė", "surname", "last name"),
        ImportColumn("given_name", T.accounts.givenName, isRequired: true, looks: { !$0.contains(" ") && GivenNames.isGiven($0) }, "ime", "vardas", "first name"),
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
    private let numbers: [String: School.ID]
    private let names: [String: [School.ID]]
    private let places: [School.ID: Set<String>]
    private let schools: [School.ID: String]
    /// How names that stand in one column are parted; nil where they stand in two.
    private var parting: NameParting?

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
        let written = line.lines("email")
        var draft = current ?? PersonDraft(
            name: PersonName(given: given, family: family), email: try? Self.address(AddressesInCell(written), written), language: Language.sr.rawValue)
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
    package func matches(of entry: PersonDraft, key: String) -> [ImportMatch<PersonDraft>] { known.matches(of: entry, address: key) }
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

    // MARK: Parts

    /// Both halves, from two columns or from one.
    private func names(of line: inout ImportLine) -> (given: String, family: String) {
        guard let parting, line.has("name") else {
            for column in ["family_name", "given_name"] { check(line[column], column, &line) }
            return (Self.part(line["given_name"]), Self.part(line["family_name"]))
        }
        let name = parting.part(line["name"])
        if name.given.isEmpty || name.family.isEmpty {
            line.refuse("name", line["name"].isEmpty ? T.common.errorMissing : T.accounts.importNameOneWord)
        } else if !name.isSure {
            line.doubt(T.accounts.importNameUnsure(given: .text(name.given), family: .text(name.family)))
        }
        if !name.apart.isEmpty { line.doubt(T.accounts.importNameApart(words: .text(name.apart.joined(separator: ", ")))) }
        for half in [name.given, name.family] where !half.isEmpty { check(half, "name", &line) }
        return (name.given, name.family)
    }

    private func check(_ half: String, _ column: String, _ line: inout ImportLine) {
        if half.isEmpty { line.refuse(column, T.accounts.nameMissing) }
        if PersonName(given: half, family: "").holdsAddress { line.refuse(column, T.accounts.nameHoldsAddress) }
        for word in MixedAlphabet.words(in: half) { line.doubt(T.centres.mixedAlphabet(word: .text(word))) }
        if half.unicodeScalars.count > TextLimit.name.rawValue { line.refuse(column, T.common.errorTooLong(most: .number(TextLimit.name.rawValue))) }
    }

    /// One half of a name; a name of one word has a hyphen in the place of the other.
    private static func part(_ cell: String) -> String { cell == PersonName.none ? "" : cell }

    /// As lists write them, folded.
    private static let languages: [String: Language] = [
        "srpski": .sr, "cirilica": .sr, "latinica": .srLatn, "srpski latinica": .srLatn, "lietuviu": .lt, "litvanski": .lt, "engleski": .en, "english": .en,
    ]

    /// A spreadsheet that took a number for a quantity has dropped its zero or its plus, which are put back and told, or made `3,8E+11` of it, of which nothing is
    /// left to keep.
    private func readPhone(_ draft: inout PersonDraft, _ line: inout ImportLine) {
        let written = line.written("phone")
        if written.contains(where: { "eE".contains($0) }), written.contains(where: \.isWholeNumber), written.allSatisfy({ $0.isNumber || ".,eE+".contains($0) }) {
            line.refuse("phone", T.accounts.phoneLost(phone: .text(written)))
            return
        }
        draft.phone = Self.mended(written) ?? written
        var faults = Faults()
        faults.phone(draft.phone)
        line.refuse(faults)
        if draft.phone != written {
            line.doubt(T.accounts.phoneMended(written: .text(written), phone: .text(draft.phone)))
        } else if let first = draft.phone.first, !"0+(".contains(first), faults.isEmpty {
            line.doubt(T.accounts.phoneWithoutZero(phone: .text(draft.phone)))
        }
    }

    /// A number of this country whose zero is gone, or one with the country before it whose plus is.
    private static func mended(_ phone: String) -> String? {
        let digits = phone.filter(\.isWholeNumber)
        guard let first = phone.first, first.isWholeNumber, first != "0", phone.allSatisfy({ $0.isWholeNumber || " /-.".contains($0) }) else { return nil }
        if digits.hasPrefix("381"), (11...12).contains(digits.count) { return "+" + phone }
        if digits.hasPrefix("370"), digits.count == 11 { return "+" + phone }
        return "1236".contains(first) && (8...9).contains(digits.count) ? "0" + phone : nil
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
        let (number, name) = (line.code("school_id"), line.written("school"))
        if let school = numbers[number] { return school }
        if number.isEmpty, name.isEmpty { return nil }
        var named = Set(names[SchoolWords.key(name)] ?? [])
        // The place tells schools of one name apart.
        if !line["place"].isEmpty { named = named.filter { places[$0]?.contains(Self.folded(line["place"])) ?? false } }
        if number.isEmpty, named.count == 1 { return named.first }
        if number.isEmpty, named.isEmpty {
            // Whoever works where nobody knows is somebody all the same.
            line.doubt(T.accounts.importSchoolUnknown(school: .text(name)))
        } else {
            line.refuse(number.isEmpty ? "school" : "school_id", named.isEmpty ? T.centres.schoolNotFound : T.centres.schoolChoose)
        }
        return nil
    }

    /// What the line says of the work at its institution.
    private func work(_ line: inout ImportLine) -> Work {
        func day(_ column: String) -> Day? {
            let text = line.written(column)
            guard !text.isEmpty else { return nil }
            let day = Day(typed: text) ?? Day(iso: String(text.prefix(10)))
            if day == nil { line.refuse(column, T.common.errorDay(example: "1.9.2024.")) }
            return day
        }
        line.limit("teaches")
        let work = Work(job: line["job"], teaches: line.written("teaches"), since: day("since"), until: day("until"), share: share(&line))
        if let since = work.since, let until = work.until, until < since { line.refuse("until", T.accounts.workEndsBefore) }
        return work
    }

    /// In percent; a spreadsheet keeps 50 % as 0.5.
    private func share(_ line: inout ImportLine) -> Int? {
        let text = line.written("share").filter { !$0.isWhitespace && $0 != "%" }.replacingOccurrences(of: ",", with: ".")
        guard !text.isEmpty else { return nil }
        let percent = Double(text).map { $0 <= 1 ? $0 * 100 : $0 }
        guard let percent, percent.isFinite, (1...100).contains(percent.rounded()) else {
            line.refuse("share", T.accounts.workShareWrong)
            return nil
        }
        return Int(percent.rounded())
    }

    private func formerName(of line: inout ImportLine, given: String) -> PersonName? {
        let family = line.written("former_family_name")
        guard !family.isEmpty, !given.isEmpty else { return nil }
        check(family, "former_family_name", &line)
        return PersonName(given: given, family: family)
    }

    private static func folded(_ text: String) -> String { Fold.tokens(text).joined(separator: " ") }
}
