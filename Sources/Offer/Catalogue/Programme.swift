import Centres
package import Kernel
package import Languages
import Storage

/// An approved programme of professional development, as its catalogue has it.
package struct Programme: Sendable {
    package typealias ID = Kernel.ID<Programme>

    package let id: ID
    package let cycle: Cycle
    /// Catalogue number, unique in its cycle.
    package let number: String
    package let title: String
    /// The language and script that it is written in.
    package let language: Language
    /// Who submitted it.
    package let institution: String
    /// Its hours, which are also the points that it brings.
    package let hours: Int
    /// On so many days.
    package let days: Int?
    package let competence: CycleCode?
    package let priority: CycleCode?
    package let area: CycleCode?
    /// For whom it is: what the cycle's list has, and what is said beside it.
    package let targets: [CycleCode]
    package let target: String
    package let form: Form
    /// How it goes on over time.
    package let phases: String
    /// The smallest group; 0 where the catalogue names none.
    package let seatsMin: Int
    package let seatsMax: Int
    /// What one participant pays, and what that covers.
    package let price: Money?
    package let priceCovers: String
    package let goal: String
    /// One a line.
    package let specificGoals: String
    /// One a line.
    package let outcomes: String
    /// One a line.
    package let topics: String
    package let evaluation: String
    /// How its effects are followed afterwards.
    package let followUp: String
    /// Of public interest, and therefore free for those who attend.
    package let isFree: Bool
    package let predecessor: ID?
    /// Where it stood in catalogues that nobody keeps here.
    package let earlier: [EarlierNumber]
    package let withdrawal: Withdrawal?
    package let authors: [Named]
    package let trainers: [Named]
    /// Whom to ask about it.
    package let contact: Named?

    /// How it is held.
    package enum Form: String, CaseIterable, Sendable, Storable, Codable {
        case direct, online, mixed
    }

    /// It left its catalogue before the cycle ended.
    package struct Withdrawal: Sendable, Hashable {
        /// The first day on which it is no longer valid.
        package let day: Day
        package let reason: String
    }

    /// What hangs on programmes in tables of their own.
    struct Parts {
        var people: [Row] = []
        var targets: [Row] = []
        var earlier: [Row] = []
    }

    init(row: Row, parts: Parts) throws {
        id = try row["id"]
        let cycle = try Cycle(row: row)
        self.cycle = cycle
        number = try row["number"]
        title = try row["title"]
        language = try row["language"]
        institution = try row["institution"]
        hours = try row["hours"]
        days = try row["days"]
        competence = try Programme.code(.competence, row)
        priority = try Programme.code(.priority, row)
        area = try Programme.code(.area, row)
        targets = try parts.targets.map(CycleCode.init(row:))
        target = try row["target"]
        form = try row["form"]
        phases = try row["phases"]
        seatsMin = try row["seats_min"]
        seatsMax = try row["seats_max"]
        price = try (row["price"] as Int?).flatMap { Money(minor: $0, cycle.accreditor.country.currency) }
        priceCovers = try row["price_covers"]
        goal = try row["goal"]
        specificGoals = try row["specific_goals"]
        outcomes = try row["outcomes"]
        topics = try row["topics"]
        evaluation = try row["evaluation"]
        followUp = try row["follow_up"]
        isFree = try row["free"]
        predecessor = try row["predecessor"]
        earlier = try parts.earlier.map(EarlierNumber.init(row:))
        withdrawal = try Programme.withdrawal(row)
        authors = try Programme.people(.author, parts.people)
        trainers = try Programme.people(.trainer, parts.people)
        contact = try Programme.people(.contact, parts.people).first
    }

    package var isWithdrawn: Bool { withdrawal != nil }

    /// The entries of its cycle's lists that it stands under, each with its language.
    package var codeTexts: [(String, Language)] {
        ([competence, priority, area].compactMap(\.self) + targets).map { ($0.label, cycle.accreditor.language(of: $0.label)) }
    }

    static func withdrawal(_ row: Row) throws -> Withdrawal? {
        let day: Day? = try row["withdrawn"]
        return try day.map { Withdrawal(day: $0, reason: try row["withdrawn_reason"]) }
    }

    /// An entry of a list, as the select of programmes joins it.
    static func code(_ list: CodeList, _ row: Row) throws -> CycleCode? {
        guard let id: CycleCode.ID = try row[list.rawValue] else { return nil }
        return CycleCode(
            id: id, cycle: try row["cycle"], list: list, code: try row["\(list.rawValue)_code"], name: try row["\(list.rawValue)_name"])
    }

    private static func people(_ part: Named.Part, _ rows: [Row]) throws -> [Named] {
        try rows.filter { try $0["part"] as Named.Part == part }.map(Named.init(row:))
    }
}

extension Subject {
    package static func programme(_ id: Programme.ID) -> Subject { .other("programme", id.value) }
}
