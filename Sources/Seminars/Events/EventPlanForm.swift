package import Catalogue
package import Forms
import Foundation
import Kernel
package import Languages
package import Centres

/// The one form of an event's plan: what was typed, kept as it was typed, and how it is read.
///
/// Rows of sessions are numbered from 1 (`day1`, `begins1`, `ends1`, `hall1`, `place1`, `link1`, `workshop1`, `workshop-lt1`, `own1`); empty rows are moved
/// behind the full ones, so that a row and the session that is read from it have one number.
package struct EventPlanForm: Sendable {
    package let typed: Typed
    /// The centre's own language, whose texts stand first and without a suffix: `title`, then `title-lt`.
    package let own: Language
    package static let rowsAtLeast = 4
    private static let rowsAtMost = 40
    static let parts = ["day", "begins", "ends", "hall", "place", "link", "workshop", "own"] + Language.allCases.map { "workshop-\($0.rawValue)" }
    static let longestLine = TextLimit.sentence.rawValue
    static let longestText = TextLimit.text.rawValue
    /// Why an event is postponed or cancelled.
    package static let longestReason = TextLimit.note.rawValue
    static let mostSeats = 10_000
    /// The smallest group that stands in an empty form.
    static let usualSmallest = "20"

    package init(_ typed: Typed, own: Language) {
        self.own = own
        let count = min(max(typed.number("rows", in: 0...1_000_000) ?? 0, Self.rowsAtLeast), Self.rowsAtMost)
        let rows = (1...count).map { number in Self.parts.map { typed["\($0)\(number)"] } }.filter { row in row.contains { !$0.isEmpty } }
        func isOfRow(_ name: String) -> Bool { Self.parts.contains { name.hasPrefix($0) && Int(typed: name.dropFirst($0.count), in: 1...Self.rowsAtMost) != nil } }
        let rest = typed.fields.filter { $0.name != "rows" && !isOfRow($0.name) }
        let kept = rows.enumerated().flatMap { index, row in zip(Self.parts, row).map { (name: "\($0)\(index + 1)", value: $1) } }
        self.typed = Typed(rest + kept + [(name: "rows", value: "\(max(count, rows.count))")])
    }

    /// How many rows of sessions it shows.
    package var rows: Int { typed.number("rows", in: 1...Self.rowsAtMost) ?? Self.rowsAtLeast }
    /// How many rows hold something.
    package var fullRows: Int { (1...rows).filter { number in Self.parts.contains { !typed["\($0)\(number)"].isEmpty } }.count }

    /// The same with two more rows.
    package var withMoreRows: EventPlanForm { EventPlanForm(typed.with("rows", "\(min(rows + 2, Self.rowsAtMost))"), own: own) }

    /// Languages in which it can be written: the own first. Latin of a Cyrillic text is derived, so it is asked for only where it was written.
    package var languages: [Language] {
        [own] + Language.allCases.filter { $0 != own && (own != .sr || $0 != .srLatn || !typed[Self.name("title", $0, own)].isEmpty) }
    }

    package func name(_ part: String, _ language: Language) -> String { Self.name(part, language, own) }

    private static func name(_ part: String, _ language: Language, _ own: Language) -> String { language == own ? part : "\(part)-\(language.rawValue)" }

    // MARK: From a plan

    /// An empty form with what is usual at a centre.
    package init(new centre: Centre, of form: EventForm = .seminar) {
        let usual: KeyValuePairs = [
            "form": "\(form.id)", "language": centre.language.rawValue, "seats": "30", "seatsMin": Self.usualSmallest, "currency": centre.currency.rawValue,
            "payers": "self", "payers": "school",
        ]
        self.init(Typed(usual), own: centre.language)
    }

    package init(_ plan: EventPlan, own: Language) {
        var fields: [(name: String, value: String)] = [
            ("programme", plan.programme.map { "\($0)" } ?? ""), ("language", plan.language.rawValue), ("seatsMin", "\(plan.seatsMin)"), ("seats", "\(plan.seats)"),
            ("deadline", plan.hasOwnDeadline ? Self.written(plan.deadline, own) : ""),
            ("fee", plan.fee.isZero ? "" : Self.written(plan.fee)), ("currency", plan.fee.currency.rawValue),
            ("feeCovers", plan.feeCovers), ("target", plan.target), ("points", plan.points == 0 ? "" : "\(plan.points)"),
            ("asked", plan.approval.asked.map { Self.written($0, own) } ?? ""), ("approvalNumber", plan.approval.number),
            ("approvalDay", plan.approval.day.map { Self.written($0, own) } ?? ""), ("consent", plan.approval.consent.map { Self.written($0, own) } ?? ""),
            ("meetingPlace", plan.trip.meetingPlace), ("meetingTime", plan.trip.meetingTime.map { Self.written($0) } ?? ""), ("stops", plan.trip.stops),
            ("documents", plan.trip.documents),
            ("municipality", plan.municipality.map { "\($0)" } ?? ""), ("trainers", plan.trainers.map(\.name).joined(separator: "\n")),
        ]
        fields += plan.payers.map { ("payers", $0.rawValue) }
        for (language, text) in plan.texts {
            fields += [("title", text.title), ("summary", text.summary), ("description", text.description)].map { (Self.name($0, language, own), $1) }
        }
        for (index, session) in plan.sessions.enumerated() {
            let days = [Self.written(session.day, own), Self.written(session.begins), Self.written(session.ends)]
            let own = [session.title, session.seats > 0 ? "\(session.seats)" : ""]
            let titles = Language.allCases.map { session.titles[$0] ?? "" }
            let values = days + [session.hall.map { "\($0)" } ?? "", session.place, session.link] + own + titles
            fields += zip(Self.parts, values).map { ("\($0)\(index + 1)", $1) }
        }
        fields.append(("rows", "\(plan.sessions.count)"))
        self.init(Typed(fields), own: own)
    }

    /// Filled in from a programme where nothing was typed yet.
    package func filled(from programme: Programme) -> EventPlanForm {
        var typed = typed
        func fill(_ name: String, _ value: String) { if typed[name].isEmpty { typed = typed.with(name, value) } }
        fill(name("title", programme.language == .srLatn && own == .sr ? .sr : programme.language), programme.title)
        fill("points", "\(programme.limits.hours)")
        fill("target", programme.audience)
        if programme.goal.unicodeScalars.count <= Self.longestLine { fill(name("summary", own == .sr && programme.language == .srLatn ? .sr : programme.language),
            programme.goal) }
        if programme.seatsMin > 0, typed["seatsMin"] == Self.usualSmallest { typed = typed.with("seatsMin", "\(programme.seatsMin)") }
        fillMoney(&typed, programme)
        fill("trainers", usual(programme.trainerList).joined(separator: "\n"))
        let seats = min(typed.number("seats", in: 1...EventPlanForm.mostSeats) ?? .max, programme.limits.seatsMax)
        typed = typed.with("programme", "\(programme.id)").with("seats", "\(seats)").with(Self.programmeWords, nil)
        return EventPlanForm(typed, own: own).proposingHours(of: programme.limits.hours)
    }

    /// Filled in from its programme when nobody has given it a title: who chooses a programme, a day and a hall has said all that is needed.
    package func completed(from programme: Programme?) -> EventPlanForm {
        guard let programme, languages.allSatisfy({ typed[name("title", $0)].isEmpty }) else { return self }
        return filled(from: programme)
    }

    /// What a seat costs by the catalogue; who attends a free programme pays nothing.
    private func fillMoney(_ typed: inout Typed, _ programme: Programme) {
        guard typed["fee"].isEmpty else { return }
        if programme.isFree {
            typed = typed.with("payers", Payer.free.rawValue)
        } else if let price = programme.price, !price.isZero {
            typed = typed.with("fee", Self.written(price)).with("currency", price.currency.rawValue)
            if typed["feeCovers"].isEmpty { typed = typed.with("feeCovers", programme.priceCovers) }
        }
    }

    /// A day as this form reads it: as people write it in Serbia, else as the year first.
    package static func written(_ day: Day, _ own: Language) -> String { own.isSerbian ? own.write(day, .numeric) : day.iso }
    static func written(_ time: ClockTime) -> String { Language.sr.write(time) }
    private static func written(_ money: Money) -> String {
        let hundredths = money.minor % 100
        return "\(money.minor / 100)" + (hundredths == 0 ? "" : ",\(hundredths < 10 ? "0" : "")\(hundredths)")
    }

    // MARK: To a plan

    /// What a form's choices are checked against.
    package struct Offer: Sendable {
        package var form: EventForm
        package var programme: Programme?
        package var halls: Set<Hall.ID>
        package var towns: Set<Municipality.ID>
        package var rules: SeatRules
        package var zone: Zone
        /// People who are known by these names: the programme's trainers and those the event already has.
        package var trainers: [Trainer]

        package init(
            form: EventForm = .seminar, programme: Programme?, halls: Set<Hall.ID>, towns: Set<Municipality.ID>, rules: SeatRules, zone: Zone, trainers: [Trainer] = []
        ) {
            self.form = form
            self.programme = programme
            self.halls = halls
            self.towns = towns
            self.rules = rules
            self.zone = zone
            self.trainers = trainers
        }
    }

    /// Reads the plan.
    /// - Parameter today: when it is to be announced at once; nil for one that is only kept.
    /// - Throws: a `Problem` with the fault of every field, those of the text and those of the rules together.
    package func plan(_ offer: Offer, today: Day? = nil) throws -> EventPlan {
        var reading = EventPlanReading(form: self, offer: offer)
        var plan = reading.plan()
        var faults = reading.faults
        do { try plan.faults(of: offer.form, limits: offer.programme?.limits, zone: offer.zone, today: today).check() } catch let problem as Problem {
            // A field that could not be read has its fault already and gets no second one. While a day could not be read, the rules that count
            // from the days say nothing.
            for fault in problem.faults {
                guard let field = fault.field.map({ Self.field($0, reading.rows) }), !reading.wrong.contains(field) else { continue }
                if !reading.hasWrongSession || !(field == "deadline" || plan.sessions.isEmpty && field == "day1") { faults.add(field, fault.phrase) }
            }
        }
        try faults.check()
        plan.sessions.sort { ($0.day.number, $0.begins) < ($1.day.number, $1.begins) }
        return plan
    }

    /// The field of a session by its row, when rows before it could not be read.
    private static func field(_ field: String, _ rows: [Int]) -> String {
        for part in parts where field.hasPrefix(part) {
            if let number = Int(typed: field.dropFirst(part.count), in: 1...Self.rowsAtMost), rows.indices.contains(number - 1) { return "\(part)\(rows[number - 1])" }
        }
        return field
    }
}
