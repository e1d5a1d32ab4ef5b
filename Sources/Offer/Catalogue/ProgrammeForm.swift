import Forms
import Foundation
import Kernel
import Languages
import Centres

extension ProgrammeDraft {
    static let mostHours = 1_000
    static let mostDays = 365
    static let mostSeats = 10_000

    /// Reads the form of a programme in one cycle.
    /// - Throws: a problem with everything that cannot be taken.
    init(_ typed: Typed, cycle: Cycle) throws {
        var faults = Faults()
        func text(_ field: String) -> String {
            let text = typed.lines(field)
            faults.limit(text, field, .text)
            return text
        }
        func line(_ field: String, mayBeEmpty: Bool = false) -> String {
            let line = typed[field]
            faults.limit(line, field, .sentence)
            faults.require(mayBeEmpty || !line.isEmpty, field, T.common.errorMissing)
            return line
        }
        func number(_ field: String, upTo most: Int) -> Int {
            faults.number(typed, field, in: 1...most) ?? 1
        }
        func names(_ field: String) -> [String] {
            let names = text(field).split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            for name in names { faults.limit(name, field, .sentence) }
            return names
        }
        func choice<Value: RawRepresentable<String>>(_ field: String, or standard: Value) -> Value {
            let value = Value(rawValue: typed[field])
            faults.require(value != nil, field, T.common.errorChoose)
            return value ?? standard
        }
        self.init(
            cycle: cycle.id, number: line("number"), title: line("title"), language: choice("language", or: .sr),
            institution: line("institution", mayBeEmpty: true), hours: number("hours", upTo: ProgrammeDraft.mostHours),
            competence: CycleCode.ID(typed["competence"]), priority: CycleCode.ID(typed["priority"]), area: CycleCode.ID(typed["area"]),
            target: text("target"), form: choice("form", or: .direct), seatsMax: number("seats", upTo: ProgrammeDraft.mostSeats),
            goal: text("goal"), outcomes: text("outcomes"),
            topics: text("topics"), isFree: typed.has("free"),
            authors: names("authors"), trainers: names("trainers"))
        days = faults.numberOrNothing(typed, "days", in: 1...ProgrammeDraft.mostDays)
        targets = typed.all("targets").compactMap { CycleCode.ID($0) }.sorted()
        (phases, specificGoals, evaluation, followUp) = (text("phases"), text("specificGoals"), text("evaluation"), text("followUp"))
        seatsMin = faults.numberOrNothing(typed, "seatsMin", in: 0...ProgrammeDraft.mostSeats) ?? 0
        (priceCovers, contact, reach) = (line("priceCovers", mayBeEmpty: true), line("contact", mayBeEmpty: true), line("reach", mayBeEmpty: true))
        let currency = cycle.accreditor.country.currency
        price = Money(typed: typed["price"], currency)?.minor
        faults.require(typed["price"].isEmpty || price != nil, "price", T.catalogue.priceWrong(example: .text(currency == .rsd ? "3.500,00" : "35,00")))
        faults.require(contact.isEmpty ? reach.isEmpty : true, "contact", T.catalogue.contactMissing)
        earlier = EarlierNumber.read(text("earlier")) { faults.add("earlier", T.catalogue.earlierWrong(line: .text($0))) }
        for earlier in earlier {
            faults.limit(earlier.cycle, "earlier", .line)
            faults.limit(earlier.number, "earlier", .sentence)
        }
        try faults.check()
    }

    /// The same as a form holds it.
    var typed: Typed {
        Typed([
            "number": number, "title": title, "language": language.rawValue, "institution": institution, "hours": "\(hours)",
            "competence": competence.map { "\($0)" } ?? "", "priority": priority.map { "\($0)" } ?? "", "area": area.map { "\($0)" } ?? "",
            "target": target, "form": form.rawValue, "seats": "\(seatsMax)", "goal": goal, "outcomes": outcomes, "topics": topics,
            "authors": authors.joined(separator: "\n"), "trainers": trainers.joined(separator: "\n"),
        ] as KeyValuePairs).with("free", isFree ? "yes" : nil).adding(further)
    }

    /// What most catalogues tell and none must.
    private var further: [(name: String, value: String)] {
        [
            ("days", days.map { "\($0)" } ?? ""), ("phases", phases), ("seatsMin", seatsMin > 0 ? "\(seatsMin)" : ""), ("price", price.map(Self.written) ?? ""),
            ("priceCovers", priceCovers), ("specificGoals", specificGoals), ("evaluation", evaluation), ("followUp", followUp),
            ("earlier", earlier.map(\.written).joined(separator: "\n")), ("contact", contact), ("reach", reach),
        ] + targets.map { ("targets", "\($0)") }
    }

    /// An amount of hundredths as it is typed.
    static func written(_ minor: Int) -> String {
        let hundredths = minor % 100
        return "\(minor / 100)" + (hundredths == 0 ? "" : ",\(hundredths < 10 ? "0" : "")\(hundredths)")
    }

    /// What an edit changed, as the journal keeps it. Long texts and lists of names are compared whole.
    func changes(since before: ProgrammeDraft) -> [Change] {
        let (old, new) = (before.typed, typed)
        return ProgrammeDraft.fields.map { Change($0, from: old.lines($0), to: new.lines($0)) }
            + [Change("targets", from: old.all("targets").joined(separator: " "), to: new.all("targets").joined(separator: " "))]
    }

    static let fields = [
        "number", "title", "language", "institution", "hours", "competence", "priority", "area", "target", "form", "seats",
        "goal", "outcomes", "topics", "free", "authors", "trainers", "days", "phases", "seatsMin", "price", "priceCovers", "specificGoals", "evaluation",
        "followUp", "earlier", "contact", "reach",
    ]

    /// An empty form for a programme of that cycle.
    static func empty(in cycle: Cycle) -> Typed {
        Typed(["language": cycle.accreditor.country == .lithuania ? "lt" : "sr", "hours": "8", "seats": "30", "form": Programme.Form.direct.rawValue])
    }
}

extension Typed {
    func adding(_ more: [(name: String, value: String)]) -> Typed { Typed(fields + more.filter { !$0.value.isEmpty }) }
}
