import Centres
import Events
package import Imports
package import Kernel
package import Languages

/// Registers of earlier years from a spreadsheet: each line becomes a paper with the number that it had. What stands here already is never written over.
package struct RegistryImport: Importable {
    package static let kind = ImportKind("registry")
    package static var name: Phrase { T.registry.bringList }
    package static let columns = [
        ImportColumn("label", T.registry.label, isRequired: true, "broj", "delovodni broj", "redni broj", "osnovni broj", "r. br.", "numeris", "reg. nr.", "number"),
        ImportColumn("day", T.registry.day, isRequired: true, form: .day, "datum", "datum prijema", "primljeno", "data", "gavimo data", "date"),
        ImportColumn("subject", T.registry.subject, isRequired: true, "predmet", "kratak sadržaj", "sadržina", "opis", "antraštė", "turinys", "subject"),
        ImportColumn("other", T.registry.other, "pošiljalac", "primalac", "pošiljalac primalac", "od koga", "siuntėjas", "gavėjas", "from", "to"),
        ImportColumn("their", T.registry.theirNumber, "broj pošiljaoca", "njihov broj", "siuntėjo numeris", "their number"),
        ImportColumn("direction", T.registry.direction, "smer", "ulaz izlaz", "vrsta", "kryptis", "direction"),
        ImportColumn("mark", T.registry.mark, "klasifikacioni znak", "oznaka", "klasifikaciona oznaka", "bylos indeksas", "indeksas", "mark"),
        ImportColumn("settled", T.registry.settled, form: .day, "rešeno", "razvedeno", "arhivirano", "datum razvođenja", "įvykdyta", "settled"),
        EarlierCentre.column,
    ]

    private let centres: EarlierCentre
    private let known: [BroughtPaper.Key: (id: RegistryEntry.ID, entry: BroughtPaper)]
    private let directions: [String: RegistryDirection]
    private let today: Day

    package static func admits(_ actor: Actor) -> Bool { actor.grants.contains { [.coordinator, .director, .administrator].contains($0.role) } }

    package init(in act: Act) throws {
        centres = try EarlierCentre(in: act)
        known = Dictionary(try BroughtPaperStore.all(of: centres.all.map(\.id), in: act).map { ($0.entry.key, $0) }, uniquingKeysWith: { first, _ in first })
        directions = Dictionary(
            RegistryDirection.allCases.flatMap { one in act.spellings(of: one.name).map { (Fold.tokens($0).joined(separator: " "), one) } },
            uniquingKeysWith: { first, _ in first })
        today = Zone.utc.day(of: act.now)
    }

    package func key(of line: inout ImportLine) -> BroughtPaper.Key? { read(&line)?.key }

    package func standing(_ key: BroughtPaper.Key) -> (id: RegistryEntry.ID, entry: BroughtPaper)? { known[key] }

    package func entry(of line: inout ImportLine, over current: BroughtPaper?) -> BroughtPaper? {
        var quiet = line
        guard let entry = read(&quiet) else { return nil }
        for (column, limit) in [("label", TextLimit.label), ("subject", .sentence), ("other", .line), ("their", .label), ("mark", .number)] {
            line.limit(column, limit)
        }
        if let current {
            // The same paper twice changes nothing; another one under a number that was given is refused.
            if current.subject != entry.subject || current.day != entry.day { line.refuse("label", T.registry.errorStands(label: .text(current.label))) }
            return current
        }
        return entry
    }

    package func title(of entry: BroughtPaper) -> String { "\(entry.label) \(entry.subject)" }

    package func values(of entry: BroughtPaper) -> [(column: String, value: Value)] {
        let direction = RegistryDirection(rawValue: entry.direction) ?? .came
        return [
            ("label", .text(entry.label)), ("day", .day(entry.day)), ("subject", .title(entry.subject)), ("other", .title(entry.other)),
            ("their", .text(entry.theirNumber)), ("direction", .phrase(direction.name)), ("mark", .text(entry.mark)),
            ("settled", entry.settled.map { .day($0) } ?? ""),
        ]
    }

    package func add(_ entry: BroughtPaper, key: BroughtPaper.Key, in act: Act) throws -> RegistryEntry.ID { try BroughtPaperStore.add(entry, in: act) }
    package func change(_ id: RegistryEntry.ID, to entry: BroughtPaper, in act: Act) throws { throw Problem.conflict(T.registry.errorStands(label: .text(entry.label))) }
    package func remove(_ id: RegistryEntry.ID, in act: Act) throws { try BroughtPaperStore.remove(id, in: act) }
    package func entry(_ id: RegistryEntry.ID, in act: Act) throws -> BroughtPaper? { try BroughtPaperStore.entry(id, in: act) }

    // MARK: Cells

    private func read(_ line: inout ImportLine) -> BroughtPaper? {
        for column in ["label", "subject"] where line[column].isEmpty { line.refuse(column, T.common.errorMissing) }
        let label = line["label"].hasSuffix(".0") ? String(line["label"].dropLast(2)) : line["label"]
        let direction = line["direction"].isEmpty ? .came : directions[Fold.tokens(line["direction"]).joined(separator: " ")]
        if direction == nil { line.refuse("direction", T.common.errorChoose) }
        let written = WrittenNumber(label, mark: line["mark"])
        if written == nil, !label.isEmpty { line.refuse("label", T.registry.errorNumber) }
        guard let centre = centres.centre(of: &line), let day = day("day", &line, isRequired: true), let direction, let written, !line["subject"].isEmpty else {
            return nil
        }
        let year = written.year ?? day.year
        guard WrittenNumber.years.contains(year), year <= today.year else {
            line.refuse("label", T.registry.errorNumber)
            return nil
        }
        var entry = BroughtPaper(
            centre: centre.id, year: year, number: written.number, sub: written.sub, label: label, direction: direction.rawValue, mark: line["mark"],
            subject: line["subject"], other: line["other"], theirNumber: line["their"], day: day)
        if !line["settled"].isEmpty {
            guard let settled = self.day("settled", &line, isRequired: false) else { return nil }
            entry.settled = settled
        }
        return entry
    }

    private func day(_ column: String, _ line: inout ImportLine, isRequired: Bool) -> Day? {
        guard let days = WrittenDays.read(line[column]), days.lowerBound == days.upperBound else {
            line.refuse(column, line[column].isEmpty && isRequired ? T.common.errorMissing : T.common.errorDay(example: "15.3.2014."))
            return nil
        }
        guard days.lowerBound <= today, WrittenNumber.years.contains(days.lowerBound.year) else {
            line.refuse(column, T.registry.errorDayComes)
            return nil
        }
        return days.lowerBound
    }
}
