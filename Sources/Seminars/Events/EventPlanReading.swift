import Catalogue
import Forms
import Foundation
import Kernel
import Languages
import Centres

/// One reading of the form of a plan, field by field.
struct EventPlanReading {
    let form: EventPlanForm
    let offer: EventPlanForm.Offer
    private(set) var faults = Faults()
    private(set) var wrong: Set<String> = []
    /// The row of each session that could be read.
    private(set) var rows: [Int] = []
    private(set) var hasWrongSession = false

    init(form: EventPlanForm, offer: EventPlanForm.Offer) {
        self.form = form
        self.offer = offer
    }

    /// Reads the plan. A field that cannot be read gets a value that breaks no other rule.
    mutating func plan() -> EventPlan {
        let kind = offer.form
        if kind.has(.programme), !form.typed["programme"].isEmpty { require(offer.programme != nil, "programme", T.common.errorChoose) }
        let sessions = sessions()
        let texts = texts()
        let currency = Currency(rawValue: form.typed["currency"]) ?? (kind.has(.fee) ? nil : .rsd)
        require(currency != nil, "currency", T.common.errorChoose)
        return EventPlan(
            programme: kind.has(.programme) ? offer.programme?.id : nil, language: language(),
            seatsMin: kind.has(.minimum) ? number("seatsMin", 0...EventPlanForm.mostSeats, empty: 0) ?? 0 : 0,
            seats: kind.countsSeats ? number("seats", 1...EventPlanForm.mostSeats) ?? .max : 0,
            deadline: kind.countsSeats ? deadline(sessions) : sessions.map(\.day).min() ?? .zero,
            hasOwnDeadline: kind.countsSeats && !form.typed["deadline"].isEmpty,
            fee: kind.has(.fee) ? fee(currency ?? .rsd) : Money.nothing(currency ?? .rsd),
            feeCovers: kind.has(.fee) ? text("feeCovers", EventPlanForm.longestLine) : "",
            payers: kind.has(.fee) ? Payer.allCases.filter { form.typed.all("payers").contains($0.rawValue) } : [.free],
            target: text("target", EventPlanForm.longestLine), points: kind.has(.points) ? number("points", 0...1_000, empty: 0) ?? 0 : 0,
            municipality: choice("municipality", among: offer.towns), texts: texts, sessions: sessions, trainers: trainers(),
            approval: kind.needsApproval ? approval() : .none,
            trip: kind.has(.bus) ? trip() : .none)
    }

    private mutating func texts() -> [Language: EventText] {
        var texts: [Language: EventText] = [:]
        for language in Language.allCases {
            let name = { [form] (part: String) in form.name(part, language) }
            let written = EventText(
                title: text(name("title"), EventPlanForm.longestLine), summary: text(name("summary"), EventPlanForm.longestLine),
                description: lines(name("description"), EventPlanForm.longestText))
            if written.title.isEmpty {
                require(written.summary.isEmpty && written.description.isEmpty, name("title"), T.common.errorMissing)
            } else {
                texts[language] = written
            }
        }
        return texts
    }

    private mutating func sessions() -> [EventSession] {
        guard form.fullRows > 0 else { return [] }
        return (1...form.fullRows).compactMap { row in
            let day = Day(typed: form.typed["day\(row)"]), begins = ClockTime(typed: form.typed["begins\(row)"]), ends = ClockTime(typed: form.typed["ends\(row)"])
            require(day != nil, "day\(row)", T.common.errorDay(example: .text(EventPlanForm.written(Self.exampleDay, form.own))))
            require(begins != nil, "begins\(row)", T.events.errorTime)
            require(ends != nil, "ends\(row)", T.events.errorTime)
            let hall = choice("hall\(row)", among: offer.halls)
            let place = text("place\(row)", TextLimit.of("place").rawValue)
            let link = link("link\(row)")
            let isChosen = offer.form.has(.parts)
            let title = isChosen ? text("workshop\(row)", TextLimit.of("workshop").rawValue) : ""
            let titles = isChosen ? titles(row) : [:]
            require(titles.isEmpty || !title.isEmpty, "workshop\(row)", T.common.errorMissing)
            let seats = isChosen ? number("own\(row)", 0...EventPlanForm.mostSeats, empty: 0) ?? 0 : 0
            guard let day, let begins, let ends else {
                hasWrongSession = true
                return nil
            }
            rows.append(row)
            return EventSession(day: day, begins: begins, ends: ends, hall: hall, place: place, link: link, title: title, titles: titles, seats: seats)
        }
    }

    /// What a session is called in other languages than the centre's own.
    private mutating func titles(_ row: Int) -> [Language: String] {
        var titles: [Language: String] = [:]
        for language in Language.allCases where language != form.own {
            let title = text("workshop-\(language.rawValue)\(row)", TextLimit.of("workshop").rawValue)
            if !title.isEmpty { titles[language] = title }
        }
        return titles
    }

    private mutating func approval() -> EventApproval {
        EventApproval(
            asked: dayOrNothing("asked"), number: text("approvalNumber", EventPlanForm.longestLine), day: dayOrNothing("approvalDay"), consent: dayOrNothing("consent"))
    }

    private mutating func trip() -> EventTrip {
        let typed = form.typed["meetingTime"], time = typed.isEmpty ? nil : ClockTime(typed: typed)
        require(typed.isEmpty || (time?.minutes ?? 1_440) < 1_440, "meetingTime", T.events.errorTime)
        return EventTrip(
            meetingPlace: text("meetingPlace", EventTrip.longestPlace), meetingTime: time, stops: lines("stops", EventTrip.longestLines),
            documents: lines("documents", EventTrip.longestLines))
    }

    private mutating func dayOrNothing(_ field: String) -> Day? {
        guard !form.typed[field].isEmpty else { return nil }
        let day = Day(typed: form.typed[field])
        require(day != nil, field, T.common.errorDay(example: .text(EventPlanForm.written(Self.exampleDay, form.own))))
        return day
    }

    /// An empty field means the day that the centre's rule counts back from the first session.
    private mutating func deadline(_ sessions: [EventSession]) -> Day {
        let first = sessions.map(\.day).min() ?? .zero
        let typed = form.typed["deadline"]
        guard !typed.isEmpty else { return first.adding(days: -offer.rules.deadlineDays) }
        let day = Day(typed: typed)
        require(day != nil, "deadline", T.common.errorDay(example: .text(EventPlanForm.written(Self.exampleDay, form.own))))
        return day ?? first
    }

    private mutating func fee(_ currency: Currency) -> Money {
        let typed = form.typed["fee"]
        guard !typed.isEmpty else { return Money.nothing(currency) }
        let fee = Money(typed: typed, currency)
        require(fee != nil, "fee", T.events.errorMoney(example: .text(currency == .rsd ? "3.500,00" : "35,00")))
        return fee ?? Money.nothing(currency)
    }

    private mutating func language() -> Language {
        let language = Language(rawValue: form.typed["language"])
        require(language != nil, "language", T.common.errorChoose)
        return language ?? form.own
    }

    private mutating func link(_ field: String) -> String {
        let link = text(field, EventPlanForm.longestLine)
        let url = link.isEmpty ? nil : URL(string: link)
        let isWhole = ["http", "https"].contains(url?.scheme?.lowercased()) && url?.host()?.isEmpty == false && !link.contains { $0.isWhitespace }
        require(link.isEmpty || isWhole, field, T.events.linkWrong)
        return link
    }

    /// A name that is known here stays tied to its person.
    private mutating func trainers() -> [Trainer] {
        let names = form.trainerNames
        require(names.allSatisfy { $0.unicodeScalars.count <= EventPlanForm.longestLine }, "trainers", T.common.errorTooLong(most: .number(EventPlanForm.longestLine)))
        return names.map { name in offer.trainers.first { $0.name == name && $0.person != nil } ?? Trainer(name: name) }
    }

    // MARK: Kinds of fields

    private mutating func text(_ field: String, _ most: Int) -> String { limited(form.typed[field], field, most) }
    private mutating func lines(_ field: String, _ most: Int) -> String { limited(form.typed.lines(field), field, most) }

    private mutating func limited(_ text: String, _ field: String, _ most: Int) -> String {
        require(text.unicodeScalars.count <= most, field, T.common.errorTooLong(most: .number(most)))
        return text
    }

    private mutating func number(_ field: String, _ range: ClosedRange<Int>, empty: Int? = nil) -> Int? {
        let number = faults.number(form.typed, field, in: range, empty: empty)
        if number == nil { wrong.insert(field) }
        return number
    }

    private mutating func choice<Of>(_ field: String, among known: Set<ID<Of>>) -> ID<Of>? {
        let typed = form.typed[field]
        guard !typed.isEmpty else { return nil }
        let id = ID<Of>(typed)
        let isKnown = id.map { known.contains($0) } ?? false
        require(isKnown, field, T.common.errorChoose)
        return isKnown ? id : nil
    }

    private mutating func require(_ condition: Bool, _ field: String, _ phrase: Phrase) {
        guard !condition else { return }
        wrong.insert(field)
        faults.add(field, phrase)
    }

    private static let exampleDay = Day(year: 2026, month: 2, day: 25) ?? .zero
}
