import Foundation
package import Imports
package import Kernel
package import Languages
import Centres
import Sheets
import Storage

/// What names a programme: its number, within its cycle.
package struct ProgrammeKey: Hashable, Sendable {
    let cycle: Cycle.ID
    let number: String
}

/// Lists of programmes, as accreditors publish them. Entries of a cycle's lists must be known before: a code that nobody entered is refused.
package struct ProgrammeImport: Importable {
    package static let kind = ImportKind("programmes")
    package static var name: Phrase { T.catalogue.programmeImport }
    package static let columns = [
        ImportColumn("cycle", T.catalogue.cycle, "ciklus", "katalog", "ciklas", "katalogas", "laikotarpis", "catalogue"),
        ImportColumn("number", T.catalogue.number, isRequired: true, "broj", "kataloški broj", "kat. broj", "šifra", "numeris", "programos kodas", "kodas", "no", "code"),
        ImportColumn("title", T.catalogue.title, isRequired: true, "naziv", "naziv programa", "program", "pavadinimas", "programa", "programos pavadinimas", "name"),
        ImportColumn("language", T.catalogue.language, "jezik", "jezik programa", "kalba"),
        ImportColumn(
            "hours", T.catalogue.hours, "sati", "broj sati", "trajanje", "bodovi", "broj bodova", "valandos", "trukmė", "akademinės valandos", "duration", "points"),
        ImportColumn("competence", T.catalogue.competence, "kompetencija", "kompetencije", "k", "kompetencijos"),
        ImportColumn("priority", T.catalogue.priority, "prioritet", "prioritetna oblast", "p", "prioritetas", "prioritetinė sritis", "priority area"),
        ImportColumn("area", T.catalogue.area, "oblast", "tematska oblast", "sritis", "tema"),
        ImportColumn("target", T.catalogue.target, "ciljna grupa", "za koga", "tikslinė grupė", "dalyviai", "target group"),
        ImportColumn("authors", T.catalogue.authors, "autori", "autor", "autorius", "author"),
        ImportColumn("trainers", T.catalogue.trainers, "realizatori", "realizator", "lektoriai", "lektorius", "trainer"),
        ImportColumn("seats", T.catalogue.seatsMax, "broj učesnika", "mesta", "broj mesta", "dalyvių skaičius", "vietos"),
        ImportColumn("institution", T.catalogue.institution, "ustanova", "podnosilac", "institucija", "teikėjas", "įstaiga", "provider"),
        ImportColumn("form", T.catalogue.form, "oblik", "način izvođenja", "način ostvarivanja", "forma", "būdas", "vykdymo būdas"),
        ImportColumn("goal", T.catalogue.goal, "cilj", "opšti cilj", "tikslas", "aim"),
        ImportColumn("outcomes", T.catalogue.outcomes, "ishodi", "rezultatai"),
        ImportColumn("topics", T.catalogue.topics, "teme", "sadržaj", "sadržaji", "temos", "turinys", "content"),
        ImportColumn("free", T.catalogue.freeOnes, "besplatno", "javni interes", "od javnog interesa", "nemokama", "public interest"),
    ]

    private let known: [ProgrammeKey: (id: Programme.ID, draft: ProgrammeDraft)]
    private let cycles: [Cycle]
    private let codes: [CycleCode]
    private let words: ProgrammeWords
    private let today: Day

    package static func admits(_ actor: Actor) -> Bool {
        actor.grants.contains { [.coordinator, .director, .administrator].contains($0.role) }
    }

    package static func lacks(in act: Act) throws -> Phrase? {
        try CycleStore.cycles(in: act).isEmpty ? T.catalogue.importNeedsCycle : nil
    }

    package init(in act: Act) throws {
        known = try ProgrammeStore.drafts(in: act)
        cycles = try CycleStore.cycles(in: act)
        codes = try CycleStore.codes(of: cycles.map(\.id), in: act)
        words = ProgrammeWords(in: act)
        today = Zone.utc.day(of: act.now)
    }

    package func key(of line: inout ImportLine) -> ProgrammeKey? {
        let number = line["number"]
        if number.isEmpty { line.refuse("number", T.common.errorMissing) }
        guard let cycle = cycle(of: &line), !number.isEmpty else { return nil }
        return ProgrammeKey(cycle: cycle.id, number: number)
    }

    package func standing(_ key: ProgrammeKey) -> (id: Programme.ID, entry: ProgrammeDraft)? {
        known[key].map { ($0.id, $0.draft) }
    }

    package func entry(of line: inout ImportLine, over current: ProgrammeDraft?) -> ProgrammeDraft? {
        var quiet = line
        guard let cycle = cycle(of: &quiet) else { return nil }
        let title = line["title"]
        var draft = current ?? ProgrammeDraft(
            cycle: cycle.id, number: line["number"], title: title, language: cycle.accreditor.language(of: title), hours: 0)
        if current == nil, title.isEmpty { line.refuse("title", T.common.errorMissing) }
        if current == nil, line["hours"].isEmpty { line.refuse("hours", T.common.errorMissing) }
        readTexts(&draft, &line)
        readNumbers(&draft, &line)
        readWords(&draft, &line)
        for list in CodeList.allCases { read(list, of: cycle, &draft, &line) }
        return draft
    }

    package func title(of entry: ProgrammeDraft) -> String { "\(entry.number) \(entry.title)" }

    package func values(of entry: ProgrammeDraft) -> [(column: String, value: Value)] {
        func label(_ id: CycleCode.ID?) -> Value { .title(codes.first { $0.id == id }?.label ?? "") }
        return [
            ("title", .title(entry.title)), ("language", .phrase(ProgrammeWords.phrase(entry.language))), ("hours", .number(entry.hours)),
            ("competence", label(entry.competence)), ("priority", label(entry.priority)), ("area", label(entry.area)),
            ("target", .title(entry.target)), ("authors", .text(entry.authors.joined(separator: "; "))),
            ("trainers", .text(entry.trainers.joined(separator: "; "))), ("seats", .number(entry.seatsMax)), ("institution", .title(entry.institution)),
            ("form", .phrase(ProgrammeWords.phrase(entry.form))), ("goal", .title(entry.goal)), ("outcomes", .title(entry.outcomes)),
            ("topics", .title(entry.topics)), ("free", .phrase(entry.isFree ? T.common.yes : T.common.no)),
        ]
    }

    package func add(_ entry: ProgrammeDraft, key: ProgrammeKey, in act: Act) throws -> Programme.ID { try ProgrammeStore.add(entry, in: act) }
    package func change(_ id: Programme.ID, to entry: ProgrammeDraft, in act: Act) throws { try ProgrammeStore.edit(id, entry, in: act) }
    package func remove(_ id: Programme.ID, in act: Act) throws { try ProgrammeStore.remove(id, in: act) }

    package func entry(_ id: Programme.ID, in act: Act) throws -> ProgrammeDraft? {
        do { return try ProgrammeStore.programme(id, in: act).draft } catch let problem as Problem where problem.kind == .missing { return nil }
    }
}

// MARK: Cells

extension ProgrammeImport {
    /// By its name, with or without the accreditor's, or by its years; a file that names none means the one cycle that runs now.
    private func cycle(of line: inout ImportLine) -> Cycle? {
        let said = line["cycle"]
        let fitting = said.isEmpty ? cycles.filter { $0.contains(today) } : cycles.filter { names(of: $0).contains(CycleCode.key(said)) }
        if fitting.count == 1 { return fitting[0] }
        if cycles.isEmpty {
            line.refuse("cycle", T.catalogue.importNeedsCycle)
            return nil
        }
        let all = Value.list(cycles.map { .title($0.title) })
        line.refuse("cycle", said.isEmpty ? T.catalogue.cycleUnsaid(cycles: all) : T.catalogue.cycleUnknown(cycle: .text(said), cycles: all))
        return nil
    }

    private func names(of cycle: Cycle) -> [String] {
        let years = "\(cycle.days.lowerBound.year) \(cycle.days.upperBound.year)"
        return [cycle.name, cycle.title, years, "\(cycle.accreditor.code) \(years)"].map(CycleCode.key)
    }

    private func read(_ list: CodeList, of cycle: Cycle, _ draft: inout ProgrammeDraft, _ line: inout ImportLine) {
        let said = line.lines(list.rawValue)
        guard !said.isEmpty else { return }
        let own = codes.filter { $0.cycle == cycle.id && $0.list == list }
        func entry(_ text: some StringProtocol) -> CycleCode? {
            let key = CycleCode.key(String(text))
            return own.first { $0.key == key } ?? own.first { [CycleCode.key($0.name), CycleCode.key($0.label)].contains(key) }
        }
        let several = said.split { ",;\n".contains($0) }
        guard let found = entry(line[list.rawValue]) ?? several.first.flatMap({ entry($0) }) else {
            line.refuse(list.rawValue, T.catalogue.codeUnknown(code: .text(said), cycle: .title(cycle.title)))
            return
        }
        if entry(line[list.rawValue]) == nil, several.count > 1 { line.doubt(T.catalogue.severalCodes(codes: .text(said), taken: .title(found.code))) }
        switch list {
        case .competence: draft.competence = found.id
        case .priority: draft.priority = found.id
        case .area: draft.area = found.id
        }
    }

    private func readTexts(_ draft: inout ProgrammeDraft, _ line: inout ImportLine) {
        for (column, place) in [
            ("title", \ProgrammeDraft.title), ("institution", \.institution), ("target", \.target), ("goal", \.goal), ("outcomes", \.outcomes),
            ("topics", \.topics),
        ] as [(String, WritableKeyPath<ProgrammeDraft, String>)] where !line[column].isEmpty {
            draft[keyPath: place] = TextLimit.of(column) == .text ? line.lines(column) : line[column]
            line.limit(column)
        }
        line.limit("number", .sentence)
        for word in MixedAlphabet.words(in: draft.title) { line.doubt(T.centres.mixedAlphabet(word: .text(word))) }
        if let names = names(line.lines("authors")) { draft.authors = names }
        if let names = names(line.lines("trainers")) { draft.trainers = names }
        if (draft.authors + draft.trainers).contains(where: { $0.unicodeScalars.count > TextLimit.sentence.rawValue }) {
            line.refuse("trainers", T.common.errorTooLong(most: .number(TextLimit.sentence.rawValue)))
        }
    }

    /// Names stand one a line or between semicolons; between commas only where there is neither.
    private func names(_ cell: String) -> [String]? {
        let marks = cell.contains { $0.isNewline || $0 == ";" } ? "\n\r;" : ","
        let names = cell.split { $0.isNewline || marks.contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        return names.isEmpty ? nil : names
    }

    /// *16 сати* is 16, *20–30* is 30.
    private func readNumbers(_ draft: inout ProgrammeDraft, _ line: inout ImportLine) {
        func number(_ column: String, _ pick: ([Int]) -> Int?, upTo most: Int) -> Int? {
            guard !line[column].isEmpty else { return nil }
            let numbers = line.cell(column).whole.map { [$0] } ?? line[column].split { !$0.isWholeNumber }.compactMap { Int(typed: $0, in: 0...1_000_000) }
            if let number = pick(numbers), (1...most).contains(number) { return number }
            line.refuse(column, T.common.errorNumberBetween(least: 1, most: .number(most)))
            return nil
        }
        if let hours = number("hours", \.first, upTo: ProgrammeDraft.mostHours) { draft.hours = hours }
        if let seats = number("seats", \.last, upTo: ProgrammeDraft.mostSeats) { draft.seatsMax = seats }
    }

    private func readWords(_ draft: inout ProgrammeDraft, _ line: inout ImportLine) {
        func word<Word>(_ column: String, _ table: [String: Word]) -> Word? {
            guard !line[column].isEmpty else { return nil }
            if let word = table[CycleCode.key(line[column])] { return word }
            line.refuse(column, T.catalogue.wordUnknown(word: .text(line[column])))
            return nil
        }
        if let language = word("language", words.languages) { draft.language = language }
        if let form = word("form", words.forms) { draft.form = form }
        if let isFree = word("free", words.truths) { draft.isFree = isFree }
    }
}
