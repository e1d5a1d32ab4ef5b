/// What a plan is made of: rows with numbers for ids, days as days since 1 January 1970, money in the smallest unit. Each field is told in `docs/planner.md`.
public struct PlanJob: Encodable, Sendable {
    let work = "plan"
    public var seed = 1
    /// The gap to the bound at which the run ends.
    public var goal = 0.03
    public var effort = Effort.normal
    /// The safety net; the work ends by itself.
    public var seconds = 300
    /// The place to which everybody would else come.
    public var centre: Int64?
    public var weights: [String: Double] = [:]
    public var calendars: [Calendar] = []
    public var schools: [School] = []
    public var persons: [Person] = []
    public var places: [Place] = []
    public var rooms: [Room] = []
    public var trainers: [Trainer] = []
    public var programmes: [Programme] = []
    public var starts: [Start] = []
    public var purses: [Purse] = []
    public var rules: [Rule] = []
    public var pins: [Pin] = []
    public var forbidden: [Forbidden] = []
    public var old: [Pin] = []

    public init() {}

    public enum Effort: String, Encodable, Sendable, CaseIterable { case quick, normal, long }

    public struct Calendar: Encodable, Sendable {
        public let id: Int64
        public let teaching: [Int]
        public init(id: Int64, teaching: [Int]) { (self.id, self.teaching) = (id, teaching) }
    }

    public struct School: Encodable, Sendable {
        public let id: Int64
        public let at: [Double]
        public let calendar: Int64
        public var teachers: Int?
        public var small = false
        public var served = false
        public init(id: Int64, at: [Double], calendar: Int64) { (self.id, self.at, self.calendar) = (id, at, calendar) }
    }

    public struct Person: Encodable, Sendable {
        public let id: Int64
        public let school: Int64
        public var km: Int?
        public var kinds: [String]?
        public var subject: String?
        /// Paid days away from lessons that are left.
        public var leave: Int?
        /// Who pays the fee.
        public var purse: Int64?
        public var wishes: [Wish] = []
        public init(id: Int64, school: Int64) { (self.id, self.school) = (id, school) }
    }

    public struct Wish: Encodable, Sendable {
        public let topic: Int64
        public var worth = 1.0
        /// Something falls due that it would meet.
        public var due = false
        public init(topic: Int64) { self.topic = topic }
    }

    public struct Place: Encodable, Sendable {
        public let id: Int64
        public let at: [Double]
        public init(id: Int64, at: [Double]) { (self.id, self.at) = (id, at) }
    }

    public struct Room: Encodable, Sendable {
        public let id: Int64
        public let place: Int64
        public let seats: Int
        public init(id: Int64, place: Int64, seats: Int) { (self.id, self.place, self.seats) = (id, place, seats) }
    }

    public struct Trainer: Encodable, Sendable {
        public let id: Int64
        public let at: [Double]
        public var fee = 0
        public init(id: Int64, at: [Double], fee: Int = 0) { (self.id, self.at, self.fee) = (id, at, fee) }
    }

    public struct Programme: Encodable, Sendable {
        public let id: Int64
        public let topic: Int64
        public let days: Int
        public let min: Int
        public let max: Int
        public let trainers: [Int64]
        public var need = 1
        public var most = 1
        public var fee = 0
        public var priority = false
        /// How much of it is used in class, in hundredths.
        public var use = 0
        public var from: Int?
        public var until: Int?
        public var purse: Int64?
        public init(id: Int64, topic: Int64, days: Int, min: Int, max: Int, trainers: [Int64]) {
            (self.id, self.topic, self.days, self.min, self.max, self.trainers) = (id, topic, days, min, max, trainers)
        }
    }

    public struct Start: Encodable, Sendable {
        public let id: Int64
        public let kind: String
        public let days: [Int]
        public init(id: Int64, kind: String, days: [Int]) { (self.id, self.kind, self.days) = (id, kind, days) }
    }

    public struct Purse: Encodable, Sendable {
        public let id: Int64
        public let amount: Int
        public init(id: Int64, amount: Int) { (self.id, self.amount) = (id, amount) }
    }

    public struct Rule: Encodable, Sendable {
        public let id: String
        public let kind: String
        public var most: Int?
        public var of: String?
        public var percent: Int?
        public var count: Int?
        public var days: [Int]?
        public var room: Int64?
        public var trainer: Int64?
        public init(_ id: String, _ kind: String) { (self.id, self.kind) = (id, kind) }
    }

    /// A group that must be held, or was; what is not named is free.
    public struct Pin: Encodable, Sendable {
        public let id: Int64
        public let programme: Int64
        public var place: Int64?
        public var start: Int64?
        public var room: Int64?
        public var trainers: [Int64]?
        public init(id: Int64, programme: Int64) { (self.id, self.programme) = (id, programme) }
    }

    /// No group to which all of it applies.
    public struct Forbidden: Encodable, Sendable {
        public let id: Int64
        public let programme: Int64
        public var place: Int64?
        public var start: Int64?
        public init(id: Int64, programme: Int64) { (self.id, self.programme) = (id, programme) }
    }
}

/// How far a plan is.
public struct PlanProgress: Decodable, Sendable, Hashable {
    public let step: String
    public let value: Double?
    public let bound: Double?
    public let gap: Double?
    /// Nil while there is no plan.
    public let groups: Int?
}

/// What came of it.
public enum PlanOutcome: Sendable {
    case plan(FoundPlan)
    /// Names of rules that cannot hold together, none of which can be left out; and whether that is proved.
    case contradiction([String], isProved: Bool)
    /// Stopped before there was any plan.
    case stopped
}

/// A plan, and how far it may be from the best.
public struct FoundPlan: Decodable, Sendable {
    public let groups: [Group]
    public let value: Double
    /// No plan can be worth more.
    public let bound: Double?
    public let gap: Double?
    public let exact: Bool
    /// Why the work ended: goal, work, asked, time.
    public let stopped: String
    public let left: [Left]
    public let engine: String
    public let fingerprint: String

    public struct Group: Decodable, Sendable {
        public let programme, place, room, start: Int64
        public let days: [Int]
        public let trainers, persons: [Int64]
        public let pin: Int64?
        public let worth: Double
        public let why: Why
        public let schools: Int
        public let new: [Int64]
        public let travel: Travel
        public let saved: Saved
        public let next: Next
    }

    /// Persons by the first reason for which they come.
    public struct Why: Decodable, Sendable { public let due, priority, wish: Int }

    public struct Travel: Decodable, Sendable {
        public let km, hours: Double
        public let money: Int
        public let co2: Double
    }

    public struct Saved: Decodable, Sendable {
        public let centre: Travel?
        public let nearest: Near?
    }

    public struct Near: Decodable, Sendable {
        public let place: Int64
        public let km: Double
    }

    public struct Next: Decodable, Sendable { public let start, place: Other? }

    /// The same programme elsewhere or at another time, and how many points that would lose.
    public struct Other: Decodable, Sendable {
        public let place, start: Int64
        public let less: Double
    }

    /// A programme that is not held, and why.
    public struct Left: Decodable, Sendable {
        public let programme: Int64
        public let reason: String
        public let wishes: Int
    }
}
