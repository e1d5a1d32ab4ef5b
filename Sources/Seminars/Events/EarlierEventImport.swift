import Catalogue
import Centres
import Foundation
package import Imports
package import Kernel
package import Languages

/// Lists of events of closed years: they become events that were held, marked as from earlier records.
package struct EarlierEventImport: Importable {
    package static let kind = ImportKind("events")
    package static var name: Phrase { T.events.earlierImport }
    package static let columns = [
        ImportColumn("title", T.events.titleField, isRequired: true, "naziv", "naziv obuke", "naziv seminara", "seminar", "obuka", "tema", "pavadinimas", "renginys", "title"),
        ImportColumn("first", T.events.earlierFirst, isRequired: true, form: .day, "datum", "datum održavanja", "prvi dan", "datum od", "od", "dan", "dani", "data", "nuo", "date", "day"),
        ImportColumn("last", T.events.earlierLast, form: .day, "poslednji dan", "datum do", "do", "iki", "until"),
        ImportColumn("place", T.events.place, "mesto", "mesto održavanja", "lokacija", "sala", "vieta", "place"),
        ImportColumn("number", T.events.earlierNumberField, "kataloški broj", "kat. broj", "broj programa", "katalogo numeris", "programos numeris", "catalogue number"),
        ImportColumn("cycle", T.events.earlierCycle, "katalog", "ciklus", "katalogas", "ciklas", "catalogue"),
        ImportColumn("trainers", T.events.trainers, "realizator", "predavač", "predavači", "voditelji", "lektoriai", "lektorius", "trainer"),
        ImportColumn("participants", T.events.participants, form: .number, "broj učesnika", "učesnika", "učesnici", "broj polaznika", "polaznika", "dalyvių skaičius", "dalyviai"),
        ImportColumn("points", T.events.pointsField, form: .number, "bodovi", "broj bodova", "sati", "broj sati", "valandos", "taškai", "hours", "points"),
        EarlierCentre.column,
    ]

    private let centres: EarlierCentre
    private let known: [EarlierEventKey: (id: Event.ID, entry: EarlierEvent)]
    /// Events that were planned here: title and first day.
    private let planned: Set<EarlierEventKey>
    private let programmes: [String: [Programme]]
    private let now: Instant

    package static func admits(_ actor: Actor) -> Bool {
        actor.grants.contains { [.coordinator, .director, .administrator].contains($0.role) }
    }

    package init(in act: Act) throws {
        centres = try EarlierCentre(in: act)
        let entries = try EarlierEventStore.all(of: centres.all, in: act)
        known = Dictionary(entries.earlier.map { ($0.entry.key, $0) }, uniquingKeysWith: { first, _ in first })
        planned = entries.planned
        programmes = try ProgrammeStore.numbered(in: act)
        now = act.now
    }

    package func key(of line: inout ImportLine) -> EarlierEventKey? {
        if line["title"].isEmpty { line.refuse("title", T.common.errorMissing) }
        guard let centre = centres.centre(of: &line), let days = days(of: &line), !line["title"].isEmpty else { return nil }
        let key = EarlierEventKey(centre: centre.id, title: line["title"], first: days.lowerBound, place: line["place"])
        if planned.contains(EarlierEventKey(centre: key.centre, title: key.title, first: key.first, place: "")) {
            line.refuse("title", T.events.earlierPlanned(day: .day(key.first)))
            return nil
        }
        return key
    }

    package func standing(_ key: EarlierEventKey) -> (id: Event.ID, entry: EarlierEvent)? { known[key] }

    package func entry(of line: inout ImportLine, over current: EarlierEvent?) -> EarlierEvent? {
        var quiet = line
        guard let centre = centres.centre(of: &quiet), let days = self.days(of: &quiet) else { return nil }
        var entry = current ?? EarlierEvent(
            centre: centre.id, title: line["title"], language: centre.language == .sr && Script.of(line["title"]) == .latin ? .srLatn : centre.language,
            first: days.lowerBound, last: days.upperBound)
        entry.last = days.upperBound
        if !line["place"].isEmpty { entry.place = line["place"] }
        for (column, limit) in [("title", TextLimit.sentence), ("place", .line), ("number", .sentence), ("cycle", .line)] { line.limit(column, limit) }
        for word in MixedAlphabet.words(in: entry.title) { line.doubt(T.centres.mixedAlphabet(word: .text(word))) }
        readTrainers(&entry, &line)
        readNumbers(&entry, &line)
        readProgramme(&entry, &line)
        return entry
    }

    package func title(of entry: EarlierEvent) -> String { "\(entry.first.iso) \(entry.title)" }

    package func values(of entry: EarlierEvent) -> [(column: String, value: Value)] {
        [
            ("title", .title(entry.title)), ("first", .day(entry.first)), ("last", .day(entry.last)), ("place", .title(entry.place)), ("number", .text(entry.number)),
            ("trainers", .text(entry.trainers.joined(separator: ", "))), ("participants", entry.participants.map { .number($0) } ?? ""), ("points", .number(entry.points)),
        ]
    }

    package func add(_ entry: EarlierEvent, key: EarlierEventKey, in act: Act) throws -> Event.ID { try EarlierEventStore.add(entry, in: act) }
    package func change(_ id: Event.ID, to entry: EarlierEvent, in act: Act) throws { try EarlierEventStore.change(id, to: entry, in: act) }
    package func remove(_ id: Event.ID, in act: Act) throws { try EarlierEventStore.remove(id, in: act) }
    package func entry(_ id: Event.ID, in act: Act) throws -> EarlierEvent? { try EarlierEventStore.entry(id, in: act) }
}

// MARK: Cells

extension EarlierEventImport {
    /// From the first to the last day; both may stand in one cell.
    private func days(of line: inout ImportLine) -> ClosedRange<Day>? {
        guard let first = WrittenDays.read(line["first"]) else {
            line.refuse("first", line["first"].isEmpty ? T.common.errorMissing : T.events.earlierDayWrong(example: .text("14–15.3.2014.")))
            return nil
        }
        let last = line["last"].isEmpty ? first : WrittenDays.read(line["last"])
        guard let last, first.lowerBound <= last.upperBound else {
            line.refuse("last", T.events.earlierDayWrong(example: .text("15.3.2014.")))
            return nil
        }
        let days = first.lowerBound...last.upperBound
        guard days.upperBound < Zone.utc.day(of: now), days.lowerBound.civil.year >= Self.oldest else {
            line.refuse("first", T.events.earlierNotPast(day: .day(days.upperBound)))
            return nil
        }
        return days
    }

    private static let oldest = 1990

    private func readTrainers(_ entry: inout EarlierEvent, _ line: inout ImportLine) {
        let cell = line.lines("trainers")
        let names = cell.split { $0.isNewline || ";,".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        if !names.isEmpty { entry.trainers = names }
        if names.contains(where: { $0.unicodeScalars.count > TextLimit.sentence.rawValue }) {
            line.refuse("trainers", T.common.errorTooLong(most: .number(TextLimit.sentence.rawValue)))
        }
    }

    private func readNumbers(_ entry: inout EarlierEvent, _ line: inout ImportLine) {
        func number(_ column: String, upTo most: Int) -> Int? {
            guard !line[column].isEmpty else { return nil }
            let digits = line[column].split { !$0.isWholeNumber }.first.flatMap { Int(typed: $0, in: 0...most) }
            if digits == nil { line.refuse(column, T.common.errorNumberBetween(least: 0, most: .number(most))) }
            return digits
        }
        if let participants = number("participants", upTo: EventPlanForm.mostSeats) { entry.participants = participants }
        if let points = number("points", upTo: 1_000) { entry.points = points }
    }

    /// By its number, in the catalogue that is named or that was valid then. A number that no catalogue here has is kept as written.
    private func readProgramme(_ entry: inout EarlierEvent, _ line: inout ImportLine) {
        let number = line["number"].hasSuffix(".0") ? String(line["number"].dropLast(2)) : line["number"]
        guard !number.isEmpty else { return }
        let said = CycleCode.key(line["cycle"])
        let fitting = (programmes[number] ?? []).filter { said.isEmpty ? $0.cycle.contains(entry.first) : $0.cycle.names.contains(said) }
        entry.number = [number, line["cycle"]].filter { !$0.isEmpty }.joined(separator: ", ")
        guard fitting.count == 1 else {
            if fitting.isEmpty { line.doubt(T.events.earlierProgrammeUnknown(number: .text(entry.number))) }
            return
        }
        let programme = fitting[0]
        entry.programme = programme.id
        if let objection = programme.objection(toDays: entry.first...entry.last) { line.refuse("first", objection) }
        if let objection = programme.objection(toPoints: entry.points) { line.refuse("points", objection) }
        for name in entry.trainers { if let objection = programme.trainerList.objection(to: name) { line.doubt(objection) } }
    }
}
