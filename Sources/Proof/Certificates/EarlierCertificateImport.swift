import Accounts
import Centres
import Events
package import Imports
package import Kernel
package import Languages
import Synchronization

/// Registers of closed years: each line becomes a certificate as it was written, marked as from the earlier register.
package struct EarlierCertificateImport: Importable {
    package static let kind = ImportKind("certificates")
    package static var name: Phrase { T.certificates.earlierImport }
    package static let columns = [
        ImportColumn("label", T.certificates.number, isRequired: true, "broj", "evidencioni broj", "redni broj", "broj uverenja", "r. br.", "numeris", "nr", "no", "number"),
        ImportColumn("name", T.certificates.name, isRequired: true, "ime i prezime", "prezime i ime", "učesnik", "polaznik", "vardas ir pavardė", "vardas pavardė"),
        ImportColumn("day", T.certificates.issuedOn, isRequired: true, form: .day, "datum", "datum izdavanja", "izdato", "data", "išduota", "date", "issued"),
        ImportColumn("school", T.certificates.school, "ustanova", "škola", "mokykla", "įstaiga", "institution", "school"),
        ImportColumn("title", T.certificates.titleField, isRequired: true, "naziv", "naziv programa", "naziv seminara", "program", "seminar", "obuka", "programa", "renginys"),
        ImportColumn("held", T.certificates.held, form: .day, "datum održavanja", "održan", "održano", "vyko", "held"),
        ImportColumn("hours", T.certificates.hours, form: .number, "sati", "broj sati", "valandos", "hours"),
        ImportColumn("points", T.certificates.points, form: .number, "bodovi", "broj bodova", "taškai", "points"),
        ImportColumn("number", T.certificates.programme, "kataloški broj", "kat. broj", "broj programa", "katalogo numeris", "catalogue number"),
        ImportColumn("cycle", T.certificates.earlierCycle, "katalog", "ciklus", "katalogas", "ciklas", "catalogue"),
        ImportColumn("kind", T.certificates.kind, "vrsta", "vrsta dokumenta", "rūšis"),
        EarlierCentre.column,
    ]

    private let centres: EarlierCentre
    private let known: [EarlierCertificateKey: (id: Certificate.ID, entry: EarlierCertificate)]
    private let settled: Set<Certificate.ID>
    private let people: [Centre.ID: EarlierBearers]
    /// By centre and title.
    private let events: [EventTitle: [(id: Event.ID, entry: EarlierEvent)]]
    private let kinds: [String: CertificateKind]
    private let book: EarlierBook
    private let now: Instant

    package static func admits(_ actor: Actor) -> Bool {
        actor.grants.contains { [.coordinator, .director, .administrator].contains($0.role) }
    }

    package init(in act: Act) throws {
        centres = try EarlierCentre(in: act)
        let ids = centres.all.map(\.id)
        let stored = try EarlierCertificateStore.all(of: ids, in: act)
        known = Dictionary(stored.known.map { (EarlierCertificateKey($0.entry), $0) }, uniquingKeysWith: { first, _ in first })
        settled = stored.settled
        people = try Dictionary(uniqueKeysWithValues: ids.map { ($0, try EarlierBearers(at: $0, in: act)) })
        events = Dictionary(grouping: try ids.flatMap { try EarlierEventStore.held(at: $0, in: act) }) { EventTitle(centre: $0.entry.centre, $0.entry.title) }
        kinds = Dictionary(
            CertificateKind.allCases.flatMap { kind in act.spellings(of: kind.name).map { (Fold.tokens($0).joined(separator: " "), kind) } }, uniquingKeysWith: { first, _ in first })
        book = EarlierBook(stored.known.map(\.entry), issued: try EarlierCertificateStore.labels(of: ids, in: act))
        now = act.now
    }

    package func key(of line: inout ImportLine) -> EarlierCertificateKey? { read(&line).map(EarlierCertificateKey.init) }

    package func standing(_ key: EarlierCertificateKey) -> (id: Certificate.ID, entry: EarlierCertificate)? { known[key] }

    package func entry(of line: inout ImportLine, over current: EarlierCertificate?) -> EarlierCertificate? {
        var quiet = line
        guard var entry = read(&quiet) else { return nil }
        if let current {
            // What a line leaves out stays.
            if entry.school.isEmpty { entry.school = current.school }
            if entry.first == nil { (entry.first, entry.last) = (current.first, current.last) }
            if entry.hours == 0 { entry.hours = current.hours }
            if entry.points == 0 { entry.points = current.points }
            if entry.number.isEmpty { (entry.number, entry.cycle) = (current.number, current.cycle) }
            (entry.person, entry.event, entry.label, entry.name) = (current.person, current.event, current.label, current.name)
        }
        for (column, limit) in [("label", TextLimit.line), ("name", .line), ("school", .line), ("title", .sentence), ("number", .sentence), ("cycle", .line)] {
            line.limit(column, limit)
        }
        for word in MixedAlphabet.words(in: entry.name) { line.doubt(T.centres.mixedAlphabet(word: .text(word))) }
        for doubt in book.doubts(entry, line: line.number, isKnown: current != nil) { line.doubt(doubt) }
        if entry.person == nil { meet(&entry, &line) }
        if entry.event == nil { entry.event = event(of: entry) }
        if let current, current != entry, let id = known[EarlierCertificateKey(current)]?.id, settled.contains(id) {
            line.refuse("label", T.certificates.earlierSettled(number: .text(entry.label)))
        }
        return entry
    }

    package func title(of entry: EarlierCertificate) -> String { "\(entry.label) \(entry.name)" }

    package func values(of entry: EarlierCertificate) -> [(column: String, value: Value)] {
        [
            ("label", .text(entry.label)), ("name", .text(entry.name)), ("day", .day(entry.day)), ("school", .title(entry.school)), ("title", .title(entry.title)),
            ("held", entry.first.map { .days($0...(entry.last ?? $0)) } ?? ""), ("hours", .number(entry.hours)), ("points", .number(entry.points)),
            ("number", .text(entry.number)), ("cycle", .text(entry.cycle)), ("kind", .phrase(entry.kind.name)),
        ]
    }

    package func add(_ entry: EarlierCertificate, key: EarlierCertificateKey, in act: Act) throws -> Certificate.ID { try EarlierCertificateStore.add(entry, in: act) }
    package func change(_ id: Certificate.ID, to entry: EarlierCertificate, in act: Act) throws { try EarlierCertificateStore.change(id, to: entry, in: act) }
    package func remove(_ id: Certificate.ID, in act: Act) throws { try EarlierCertificateStore.remove(id, in: act) }
    package func entry(_ id: Certificate.ID, in act: Act) throws -> EarlierCertificate? { try EarlierCertificateStore.entry(id, in: act) }
}

// MARK: Cells

extension EarlierCertificateImport {
    private func read(_ line: inout ImportLine) -> EarlierCertificate? {
        for column in ["label", "name", "title"] where line[column].isEmpty { line.refuse(column, T.common.errorMissing) }
        let label = line["label"].hasSuffix(".0") ? String(line["label"].dropLast(2)) : line["label"]
        let kind = line["kind"].isEmpty ? .certificate : kinds[Fold.tokens(line["kind"]).joined(separator: " ")]
        if kind == nil { line.refuse("kind", T.common.errorChoose) }
        guard let centre = centres.centre(of: &line), let day = day(of: &line), let kind, !label.isEmpty, !line["name"].isEmpty, !line["title"].isEmpty else { return nil }
        let language: Language = centre.language == .sr && Script.of(line["title"]) == .latin ? .srLatn : centre.language
        var entry = EarlierCertificate(centre: centre.id, kind: kind, label: label, name: line["name"], title: line["title"], language: language, day: day)
        (entry.school, entry.number, entry.cycle) = (line["school"], line["number"], line["cycle"])
        if !line["held"].isEmpty {
            guard let held = WrittenDays.read(line["held"]) else {
                line.refuse("held", T.events.earlierDayWrong(example: .text("14–15.3.2014.")))
                return nil
            }
            (entry.first, entry.last) = (held.lowerBound, held.upperBound)
        }
        func number(_ column: String) -> Int {
            guard !line[column].isEmpty else { return 0 }
            let number = line[column].split { !$0.isWholeNumber }.first.flatMap { Int(typed: $0, in: 0...1_000) }
            if number == nil { line.refuse(column, T.common.errorNumberBetween(least: 0, most: 1_000)) }
            return number ?? 0
        }
        (entry.hours, entry.points) = (number("hours"), number("points"))
        return entry
    }

    /// The day of issue: one that has been, and not before anybody kept such registers.
    private func day(of line: inout ImportLine) -> Day? {
        guard let days = WrittenDays.read(line["day"]), days.lowerBound == days.upperBound else {
            line.refuse("day", line["day"].isEmpty ? T.common.errorMissing : T.events.earlierDayWrong(example: .text("15.3.2014.")))
            return nil
        }
        guard days.lowerBound <= Zone.utc.day(of: now), days.lowerBound.year >= Self.oldest else {
            line.refuse("day", T.events.earlierNotPast(day: .day(days.lowerBound)))
            return nil
        }
        return days.lowerBound
    }

    private static let oldest = 1990

    /// Whose it is: only where name and institution leave no doubt.
    private func meet(_ entry: inout EarlierCertificate, _ line: inout ImportLine) {
        switch people[entry.centre]?.bearer(named: entry.name, at: entry.school) {
        case .one(let person): entry.person = person
        case .namesakes: line.doubt(T.certificates.earlierNamesake(name: .text(entry.name)))
        case .nobody, nil: break
        }
    }

    /// The event of the same title that was held then, if a list brought it.
    private func event(of entry: EarlierCertificate) -> Event.ID? {
        let fitting = (events[EventTitle(centre: entry.centre, entry.title)] ?? []).filter { event in
            entry.first.map { (event.entry.first...event.entry.last).contains($0) } ?? (event.entry.last == entry.day)
        }
        return fitting.count == 1 ? fitting[0].id : nil
    }
}

/// A title, however it is written, at one centre.
private struct EventTitle: Hashable {
    let centre: Centre.ID
    let words: String

    init(centre: Centre.ID, _ title: String) { (self.centre, words) = (centre, Fold.tokens(title).joined(separator: " ")) }
}
