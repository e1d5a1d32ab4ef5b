import Centres
import Forms
import Foundation
import Imports
import Kernel
import Languages

/// The cells of a line of a list of people, one after the other.
extension PersonImport {
    /// Both halves, from two columns or from one.
    func names(of line: inout ImportLine) -> (given: String, family: String) {
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
    func readPhone(_ draft: inout PersonDraft, _ line: inout ImportLine) {
        let written = line.written("phone")
        if written.contains(where: { "eE".contains($0) }), written.contains(where: \.isWholeNumber), written.allSatisfy({ $0.isNumber || ".,eE+".contains($0) }) {
            line.refuse("phone", T.accounts.phoneLost(phone: .text(written)))
            return
        }
        // Whoever has two in a cell is called on the first.
        let several = written.split(whereSeparator: { ",;\n".contains($0) }).map { $0.trimmingCharacters(in: .whitespaces) }
        let isSeveral = several.count > 1 && several.allSatisfy { Person.phoneKey($0) != nil }
        let one = isSeveral ? several[0] : written
        let phone = Self.mended(one) ?? one
        var faults = Faults()
        faults.phone(phone)
        line.refuse(faults)
        // Another writing of the number that is known is no other number.
        let key = Person.phoneKey(phone)
        if key == nil || key != Person.phoneKey(draft.phone) { draft.phone = phone }
        if isSeveral { line.doubt(T.accounts.phoneSeveral(phone: .text(one))) }
        if phone != one {
            line.doubt(T.accounts.phoneMended(written: .text(one), phone: .text(phone)))
        } else if let first = phone.first, !"0+(".contains(first), faults.isEmpty {
            line.doubt(T.accounts.phoneWithoutZero(phone: .text(phone)))
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

    func readOccupation(_ draft: inout PersonDraft, _ line: inout ImportLine) {
        draft.occupation = line["occupation"]
        var faults = Faults()
        faults.limit(draft.occupation, "occupation")
        line.refuse(faults)
    }

    func readLanguage(_ draft: inout PersonDraft, _ line: inout ImportLine) {
        let written = line["language"]
        let language = Language.allCases.first { $0.rawValue.lowercased() == written.lowercased() } ?? Self.languages[Self.folded(written)]
        if let language { draft.language = language.rawValue } else { line.refuse("language", T.common.errorChoose) }
    }

    /// By number in the register, else by name, with the place where several have it.
    func school(of line: inout ImportLine) -> School.ID? {
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
    func work(_ line: inout ImportLine) -> Work {
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

    func formerName(of line: inout ImportLine, given: String) -> PersonName? {
        let family = line.written("former_family_name")
        guard !family.isEmpty, !given.isEmpty else { return nil }
        check(family, "former_family_name", &line)
        return PersonName(given: given, family: family)
    }

    static func folded(_ text: String) -> String { Fold.tokens(text).joined(separator: " ") }
}
