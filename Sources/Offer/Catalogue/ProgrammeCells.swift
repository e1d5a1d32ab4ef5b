import Centres
import Foundation
import Imports
import Kernel
import Languages

/// How the cells of a list of programmes are read.
extension ProgrammeImport {
    /// By its name, with or without the accreditor's, or by its years; a file that names none means the one cycle that runs now.
    func cycle(of line: inout ImportLine) -> Cycle? {
        let said = line["cycle"]
        let fitting = said.isEmpty ? cycles.filter { $0.contains(today) } : cycles.filter { $0.names.contains(CycleCode.key(said)) }
        if fitting.count == 1 { return fitting[0] }
        if cycles.isEmpty {
            line.refuse("cycle", T.catalogue.importNeedsCycle)
            return nil
        }
        let all = Value.list(cycles.map { .title($0.title) })
        line.refuse("cycle", said.isEmpty ? T.catalogue.cycleUnsaid(cycles: all) : T.catalogue.cycleUnknown(cycle: .text(said), cycles: all))
        return nil
    }

    func read(_ list: CodeList, of cycle: Cycle, _ draft: inout ProgrammeDraft, _ line: inout ImportLine) {
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
        case .target: break
        }
    }

    func readTexts(_ draft: inout ProgrammeDraft, _ line: inout ImportLine) {
        for (column, place) in [
            ("title", \ProgrammeDraft.title), ("institution", \.institution), ("target", \.target), ("goal", \.goal), ("outcomes", \.outcomes),
            ("topics", \.topics), ("phases", \.phases), ("specific_goals", \.specificGoals), ("evaluation", \.evaluation), ("follow_up", \.followUp),
        ] as [(String, WritableKeyPath<ProgrammeDraft, String>)] where !line[column].isEmpty {
            draft[keyPath: place] = TextLimit.of(column) == .text ? line.lines(column) : line[column]
            line.limit(column)
        }
        for (column, place) in [("covers", \ProgrammeDraft.priceCovers), ("contact", \.contact),
            ("reach", \.reach)] as [(String, WritableKeyPath<ProgrammeDraft, String>)]
        where !line[column].isEmpty {
            draft[keyPath: place] = line[column]
            line.limit(column, .sentence)
        }
        if draft.contact.isEmpty, !draft.reach.isEmpty { line.refuse("contact", T.catalogue.contactMissing) }
        line.limit("number", .sentence)
        for word in MixedAlphabet.words(in: draft.title) { line.doubt(T.centres.mixedAlphabet(word: .text(word))) }
        if let names = names(line.lines("authors")) { draft.authors = names }
        if let names = names(line.lines("trainers")) { draft.trainers = names }
        if (draft.authors + draft.trainers).contains(where: { $0.unicodeScalars.count > TextLimit.sentence.rawValue }) {
            line.refuse("trainers", T.common.errorTooLong(most: .number(TextLimit.sentence.rawValue)))
        }
    }

    /// Names stand one a line or between semicolons, each with an occupation behind a comma; between commas only where there is neither.
    private func names(_ cell: String) -> [String]? {
        let marks = cell.contains { $0.isNewline || $0 == ";" } ? "\n\r;" : ","
        let names = cell.split { $0.isNewline || marks.contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        return names.isEmpty ? nil : names
    }

    /// The number as written; a spreadsheet that took it for a quantity has made 377.0 of it.
    static func number(of line: ImportLine) -> String {
        let number = line["number"]
        return number.hasSuffix(".0") && number.dropLast(2).allSatisfy(\.isWholeNumber) ? String(number.dropLast(2)) : number
    }

    /// *16 сати* is 16, *20–30* is 20 at least and 30 at most, *један дан, 8 сати* is 8 hours on one day.
    func readNumbers(_ draft: inout ProgrammeDraft, _ line: inout ImportLine) {
        func take(_ number: Int?, _ column: String, upTo most: Int, from least: Int = 1) -> Int? {
            guard !line[column].isEmpty else { return nil }
            if let number, (least...most).contains(number) { return number }
            line.refuse(column, T.common.errorNumberBetween(least: .number(least), most: .number(most)))
            return nil
        }
        let (hours, seats) = (CatalogueWriting.hours(line["hours"]), CatalogueWriting.seats(line["seats"]))
        if let hours = take(hours.hours, "hours", upTo: ProgrammeDraft.mostHours) { draft.hours = hours }
        if let days = hours.days, (1...ProgrammeDraft.mostDays).contains(days) { draft.days = days }
        if let days = take(CatalogueWriting.number(line["days"]), "days", upTo: ProgrammeDraft.mostDays) { draft.days = days }
        if let least = seats.least { draft.seatsMin = min(least, ProgrammeDraft.mostSeats) }
        if seats.least == nil || seats.most != nil, let most = take(seats.most, "seats", upTo: ProgrammeDraft.mostSeats) { draft.seatsMax = most }
        if let least = take(CatalogueWriting.number(line["seats_min"]), "seats_min", upTo: ProgrammeDraft.mostSeats, from: 0) { draft.seatsMin = least }
        if draft.seatsMin > draft.seatsMax { line.refuse("seats", T.catalogue.seatsMinTooMany) }
    }

    /// 3.500,00, 2500 or *бесплатно*.
    func readPrice(_ draft: inout ProgrammeDraft, of cycle: Cycle, _ line: inout ImportLine) {
        guard !line["price"].isEmpty else { return }
        if words.free.contains(CycleCode.key(line["price"])) {
            draft.price = 0
        } else if let price = Money(typed: line["price"], cycle.accreditor.country.currency) {
            draft.price = price.minor
        } else {
            line.refuse("price", T.catalogue.priceWrong(example: .text(cycle.accreditor.country.currency == .rsd ? "3.500,00" : "35,00")))
        }
    }

    /// Groups of the cycle's list, each in its line or between semicolons; what the list does not have is refused, for it may be said in words.
    func readTargets(_ draft: inout ProgrammeDraft, of cycle: Cycle, _ line: inout ImportLine) {
        let said = line.lines("targets").split { ";\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        guard !said.isEmpty else { return }
        let own = codes.filter { $0.cycle == cycle.id && $0.list == .target }
        draft.targets = said.compactMap { text in
            let key = CycleCode.key(text)
            if let found = own.first(where: { [$0.key, CycleCode.key($0.name), CycleCode.key($0.label)].contains(key) }) { return found.id }
            line.refuse("targets", T.catalogue.codeUnknown(code: .text(text), cycle: .title(cycle.title)))
            return nil
        }.sorted()
    }

    func readEarlier(_ draft: inout ProgrammeDraft, _ line: inout ImportLine) {
        guard !line["earlier"].isEmpty else { return }
        draft.earlier = EarlierNumber.read(line.lines("earlier")) { line.refuse("earlier", T.catalogue.earlierWrong(line: .text($0))) }
    }

    func readWords(_ draft: inout ProgrammeDraft, _ line: inout ImportLine) {
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
