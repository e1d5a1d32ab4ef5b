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
    package let competence: CycleCode?
    package let priority: CycleCode?
    package let area: CycleCode?
    package let target: String
    package let form: Form
    package let seatsMax: Int
    package let goal: String
    /// One a line.
    package let outcomes: String
    /// One a line.
    package let topics: String
    /// Of public interest, and therefore free for those who attend.
    package let isFree: Bool
    package let predecessor: ID?
    package let withdrawal: Withdrawal?
    package let authors: [Named]
    package let trainers: [Named]

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

    /// Somebody as the catalogue names them, tied to a person when that person is known here.
    package struct Named: Sendable, Hashable {
        package let name: String
        package let person: Kernel.ID<PersonTag>?

        package init(_ name: String, person: Kernel.ID<PersonTag>? = nil) {
            self.name = name
            self.person = person
        }
    }

    init(row: Row, people: [Row]) throws {
        id = try row["id"]
        cycle = try Cycle(row: row)
        number = try row["number"]
        title = try row["title"]
        language = try row["language"]
        institution = try row["institution"]
        hours = try row["hours"]
        competence = try Programme.code(.competence, row)
        priority = try Programme.code(.priority, row)
        area = try Programme.code(.area, row)
        target = try row["target"]
        form = try row["form"]
        seatsMax = try row["seats_max"]
        goal = try row["goal"]
        outcomes = try row["outcomes"]
        topics = try row["topics"]
        isFree = try row["free"]
        predecessor = try row["predecessor"]
        withdrawal = try Programme.withdrawal(row)
        authors = try Programme.people("author", people)
        trainers = try Programme.people("trainer", people)
    }

    package var isWithdrawn: Bool { withdrawal != nil }

    /// What it says, for a form or for a copy in another cycle.
    package var draft: ProgrammeDraft {
        ProgrammeDraft(
            cycle: cycle.id, number: number, title: title, language: language, institution: institution, hours: hours,
            competence: competence?.id, priority: priority?.id, area: area?.id, target: target, form: form, seatsMax: seatsMax,
            goal: goal, outcomes: outcomes, topics: topics, isFree: isFree,
            authors: authors.map(\.name), trainers: trainers.map(\.name))
    }

    /// The entries of its cycle's lists that it stands under, each with its language.
    package var codeTexts: [(String, Language)] {
        [competence, priority, area].compactMap { $0?.label }.map { ($0, cycle.accreditor.language(of: $0)) }
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

    private static func people(_ part: String, _ rows: [Row]) throws -> [Named] {
        try rows.filter { try $0["part"] as String == part }.map { Named(try $0["name"], person: try $0["person"]) }
    }
}

extension Subject {
    package static func programme(_ id: Programme.ID) -> Subject { .other("programme", id.value) }
}

/// What staff or a file say about a programme.
package struct ProgrammeDraft: Sendable, Hashable, Codable {
    package var cycle: Cycle.ID
    package var number: String
    package var title: String
    package var language: Language
    package var institution = ""
    package var hours: Int
    package var competence: CycleCode.ID?
    package var priority: CycleCode.ID?
    package var area: CycleCode.ID?
    package var target = ""
    package var form = Programme.Form.direct
    package var seatsMax = 30
    package var goal = ""
    package var outcomes = ""
    package var topics = ""
    package var isFree = false
    package var authors: [String] = []
    package var trainers: [String] = []

    package init(
        cycle: Cycle.ID, number: String, title: String, language: Language, institution: String = "", hours: Int,
        competence: CycleCode.ID? = nil, priority: CycleCode.ID? = nil, area: CycleCode.ID? = nil, target: String = "",
        form: Programme.Form = .direct, seatsMax: Int = 30, goal: String = "", outcomes: String = "", topics: String = "",
        isFree: Bool = false, authors: [String] = [], trainers: [String] = []
    ) {
        self.cycle = cycle
        self.number = number
        self.title = title
        self.language = language
        self.institution = institution
        self.hours = hours
        self.competence = competence
        self.priority = priority
        self.area = area
        self.target = target
        self.form = form
        self.seatsMax = seatsMax
        self.goal = goal
        self.outcomes = outcomes
        self.topics = topics
        self.isFree = isFree
        self.authors = authors
        self.trainers = trainers
    }
}
