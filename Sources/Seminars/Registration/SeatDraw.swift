package import Events
package import Kernel
package import Languages

/// What counts for a seat where seats are given by need.
package enum NeedPart: String, CaseIterable, Sendable {
    /// Something is asked of them in this school year that the event would help to meet.
    case due
    /// No seat at the centre in this school year.
    case fresh
    /// A school of which nobody was ever at anything of the centre.
    case school
    /// The topic stands in their plan of this year.
    case wish
    /// A school of a place with two institutions at most.
    case small
    /// Did not come the last time that there was a seat: it is taken away.
    case missed

    package var usual: Int {
        switch self {
        case .due: 40
        case .fresh, .wish: 20
        case .school: 30
        case .small: 10
        case .missed: 15
        }
    }

    fileprivate var sign: Int { self == .missed ? -1 : 1 }

    /// A place with so many institutions is small.
    static let smallPlace = 2
}

/// How many points each thing gives; all of it is told to everybody.
package struct NeedPoints: Sendable, Hashable {
    package static let bounds = 0...1000

    private var points: [NeedPart: Int]

    package init(_ points: [NeedPart: Int] = [:]) { self.points = NeedPart.allCases.reduce(into: [:]) { $0[$1] = points[$1] ?? $1.usual } }

    package subscript(_ part: NeedPart) -> Int {
        get { points[part] ?? part.usual }
        set { points[part] = newValue }
    }

    /// Whether nothing would count but the lottery.
    package var isNothing: Bool { NeedPart.allCases.allSatisfy { self[$0] == 0 } }

    /// What a part gives, below zero where it takes away.
    package func worth(_ part: NeedPart) -> Int { part.sign * self[part] }

    package func sum(_ parts: Set<NeedPart>) -> Int { parts.reduce(0) { $0 + worth($1) } }

    /// `due=40 fresh=20 …`
    package var text: String { NeedPart.allCases.map { "\($0.rawValue)=\(self[$0])" }.joined(separator: " ") }

    package init(text: String) {
        self.init(text.split(separator: " ").reduce(into: [:]) { points, part in
            let halves = part.split(separator: "=")
            guard halves.count == 2, let name = NeedPart(rawValue: String(halves[0])) else { return }
            points[name] = Int(typed: String(halves[1]), in: Self.bounds)
        })
    }
}

/// That seats of an event are given by need: until when applications are ranked, by which points, and the seed of the lottery between equals.
package struct SeatDraw: Sendable, Hashable {
    package let event: Event.ID
    /// The last whose applications are ranked.
    package let day: Day
    package let points: NeedPoints
    let seed: String
    /// When seats were given; nil before.
    package let given: Instant?
    /// How many seats there were to give.
    package let free: Int

    /// The digest of the seed, told from the beginning, so that nobody chooses another one afterwards.
    package var commitment: String { Hex.text(Token(text: seed).hash) }
    /// The seed, once it cannot be used for anything any more.
    package var told: String? { given == nil ? nil : seed }

    /// Until when an application is ranked: the end of the day, and at the latest a day before it begins, should the event have been moved.
    package func closes(_ event: Event, in zone: Zone) -> Instant {
        let end = zone.endOfDay(day)
        return event.starts.map { min(end, $0.adding(hours: -24)) } ?? end
    }
}

/// What is ranked as one: an application, or all seats of a group that comes whole or not at all.
package struct SeatLot: Sendable, Hashable {
    /// From 1, in the order in which they were asked for.
    package let number: Int
    package let points: Int
    package let seats: Int
    package let isWhole: Bool

    package init(number: Int, points: Int, seats: Int = 1, isWhole: Bool = false) {
        (self.number, self.points, self.seats, self.isWhole) = (number, points, seats, isWhole)
    }

    /// The digest of seed, colon and number, in small hexadecimal digits: of two with equal points the smaller one is first.
    package func ticket(_ seed: String) -> String { Hex.text(Token(text: "\(seed):\(number)").hash) }

    /// The rank: most points first, equal ones by their tickets. The same lots and seed always have the same rank.
    package static func ranked(_ lots: [SeatLot], _ seed: String) -> [SeatLot] {
        lots.map { (lot: $0, ticket: $0.ticket(seed)) }
            .sorted { ($1.lot.points, $0.ticket, $0.lot.number) < ($0.lot.points, $1.ticket, $1.lot.number) }.map(\.lot)
    }

    /// Points of what comes as one: the mean of its seats, without what is left over.
    package static func mean(_ points: [Int]) -> Int {
        points.isEmpty ? 0 : Int((Double(points.reduce(0, +)) / Double(points.count)).rounded(.down))
    }
}

/// What an application came to.
package struct SeatRank: Sendable, Hashable {
    package let registration: Registration.ID
    package let lot: SeatLot
    /// From 1.
    package let place: Int
    /// Of the application itself.
    package let points: Int
    package let parts: Set<NeedPart>
    package let came: Bool
}

/// Why an application stands where it does, for whoever made it.
package struct OwnNeed: Sendable {
    package let draw: SeatDraw
    /// As it is now; once seats were given, as it was then.
    package let parts: Set<NeedPart>
    package let rank: SeatRank?
}
