package import Catalogue
package import Centres
package import Kernel
package import Languages

/// An event of a year before this system, as an old list tells it: it was held and is closed, and nobody applied for it here.
package struct EarlierEvent: Sendable, Hashable, Codable {
    package var centre: Centre.ID
    package var title: String
    package var language: Language
    package var first: Day
    package var last: Day
    package var place = ""
    package var programme: Programme.ID?
    /// Number and cycle as written, where no catalogue here has them.
    package var number = ""
    package var points = 0
    package var trainers: [String] = []
    /// How many took part.
    package var participants: Int?

    package init(centre: Centre.ID, title: String, language: Language, first: Day, last: Day) {
        (self.centre, self.title, self.language, self.first, self.last) = (centre, title, language, first, last)
    }

    package var key: EarlierEventKey { EarlierEventKey(centre: centre, title: title, first: first, place: place) }

    /// Days of which sessions are written; of longer ones the first and the last.
    private static let mostDays = 10

    /// Whole days: an old list tells no hours.
    var plan: EventPlan {
        let days = first.days(until: last) < Self.mostDays ? Array(first...last) : [first, last]
        let sessions = days.compactMap { day in ClockTime.endOfDay.map { EventSession(day: day, begins: .midnight, ends: $0, place: place) } }
        return EventPlan(
            programme: programme, language: language, seats: max(1, participants ?? 1), deadline: first, fee: .nothing(.rsd), payers: [.free], points: points,
            texts: [language: EventText(title: title)], sessions: sessions, trainers: trainers.map { Trainer(name: $0) })
    }
}

/// What makes two lines of old lists one event: title, first day and place, however they are written.
package struct EarlierEventKey: Hashable, Sendable {
    package let centre: Centre.ID
    package let title: String
    package let first: Day
    let place: String

    init(centre: Centre.ID, title: String, first: Day, place: String) {
        (self.centre, self.first) = (centre, first)
        self.title = Fold.tokens(title).joined(separator: " ")
        self.place = Fold.tokens(place).joined(separator: " ")
    }
}

extension ClockTime {
    fileprivate static let endOfDay = ClockTime(minutes: minutesOfDay - 1)
}

extension EventSession {
    /// Of an old list that tells the day and no hours.
    package var isWholeDay: Bool { begins == .midnight && ends == .endOfDay }
}

extension ListedSession {
    var isWholeDay: Bool { begins == .midnight && ends == .endOfDay }
}

/// Days as old lists write them: *14.3.2014.*, *14–15.3.2014.*, *28.2. и 1.3.2014.*, *14.3.2014. – 15.3.2014.*
package enum WrittenDays {
    package static func read(_ text: String) -> ClosedRange<Day>? {
        if let day = Day(typed: text) ?? Day(iso: String(text.prefix(10))) { return day...day }
        let numbers = text.split { !$0.isNumber }.map(String.init)
        let rest = text.filter { !$0.isNumber && !$0.isWhitespace && !".-–—/,".contains($0) }.lowercased()
        guard rest.isEmpty || joints.contains(rest) || rest == "г" || rest == "g" else { return nil }
        let days: (Day?, Day?) = switch numbers.map(\.count) {
        case let counts where counts.count == 4 && counts[3] == 4: (day(numbers[0], numbers[2], numbers[3]), day(numbers[1], numbers[2], numbers[3]))
        case let counts where counts.count == 5 && counts[4] == 4: (day(numbers[0], numbers[1], numbers[4]), day(numbers[2], numbers[3], numbers[4]))
        case let counts where counts.count == 6 && counts[2] == 4 && counts[5] == 4: (day(numbers[0], numbers[1], numbers[2]), day(numbers[3], numbers[4], numbers[5]))
        case let counts where counts.count == 3: (day(numbers[0], numbers[1], numbers[2]), day(numbers[0], numbers[1], numbers[2]))
        default: (nil, nil)
        }
        guard let first = days.0, let last = days.1, first.number <= last.number else { return nil }
        return first...last
    }

    private static let joints: Set = ["и", "i", "до", "do", "iki", "ir", "and", "to"]

    private static func day(_ day: String, _ month: String, _ year: String) -> Day? { Day(typed: "\(day).\(month).\(year)") }
}
