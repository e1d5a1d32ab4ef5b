package import Catalogue
package import Centres
package import Events
package import Kernel
package import Languages
package import Needs
package import Storage

/// What a centre means to do in a year: lines that are worked on, and versions that were handed in.
package struct YearPlan: Sendable {
    package typealias ID = Kernel.ID<YearPlan>

    package let id: ID
    package let centre: Centre.ID
    package let year: PlanYear
    /// The last version that was handed in, if any.
    package let version: PlanVersion?

    package init(row: Row, version: PlanVersion?) throws {
        id = try row["id"]
        centre = try row["centre"]
        year = PlanYear(try row["kind"], try row["year"])
        self.version = version
    }

    /// While a version waits for its approval nothing of the plan is changed: what is decided about is what stands there.
    package var isWaiting: Bool { version?.state == .waiting }
}

/// The year of a plan: a school year, or one of the calendar.
package struct PlanYear: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable, Storable { case school, calendar }

    package let kind: Kind
    /// The calendar year in which it begins.
    package let start: Int

    package init(_ kind: Kind, _ start: Int) { (self.kind, self.start) = (kind, start) }

    package var days: ClosedRange<Day> {
        let first = Day(year: start, month: kind == .school ? 9 : 1, day: 1) ?? .zero
        return first...first.adding(years: 1).adding(days: -1)
    }

    package var previous: PlanYear { PlanYear(kind, start - 1) }

    /// The first days of its months, in their order.
    package var months: [Day] { (0..<12).map { days.lowerBound.adding(months: $0) } }

    /// That of some kind in which a day lies.
    package static func containing(_ day: Day, _ kind: Kind) -> PlanYear {
        PlanYear(kind, kind == .school ? SchoolYear(containing: day).start : day.year)
    }

    /// 2025/2026, or 2026.
    package var value: Value {
        kind == .school ? SchoolYear(start: start).map(Value.schoolYear) ?? .text("\(start)") : .text("\(start)")
    }
}

/// A line of a plan.
package struct PlanItem: Sendable, Hashable {
    package typealias ID = Kernel.ID<PlanItem>

    package let id: ID
    package let details: PlanItemDetails
    /// Counts up with each change, so that whoever saves over another one is told first.
    package let edits: Int

    package init(id: ID, details: PlanItemDetails, edits: Int = 0) { (self.id, self.details, self.edits) = (id, details, edits) }
}

/// What a line of a plan says.
package struct PlanItemDetails: Sendable, Hashable {
    package var form: EventForm.ID
    package var programme: Programme.ID?
    /// Which wish it answers.
    package var topic: Topic.ID?
    package var title: String
    /// Who answers for it.
    package var person: Kernel.ID<PersonTag>?
    /// When: a whole month, or from one day to another.
    package var days: ClosedRange<Day>
    package var place: String
    package var target: String
    /// How many are expected.
    package var people: Int?
    /// Where the money comes from, in words of the centre's list.
    package var source: String
    package var indicator: String
    /// The number that the indicator should reach.
    package var goal: Int?

    package static let most = 10_000

    package init(
        form: EventForm.ID = .seminar, programme: Programme.ID? = nil, topic: Topic.ID? = nil, title: String, person: Kernel.ID<PersonTag>? = nil, days: ClosedRange<Day>,
            place: String = "",
        target: String = "", people: Int? = nil, source: String = "", indicator: String = "", goal: Int? = nil
    ) {
        (self.form, self.programme, self.topic, self.title, self.person, self.days, self.place) = (form, programme, topic, title, person, days, place)
        (self.target, self.people, self.source, self.indicator, self.goal) = (target, people, source, indicator, goal)
    }

    init(row: Row) throws {
        let (first, last): (Day, Day) = (try row["first_day"], try row["last_day"])
        self.init(
            form: try row["form"], programme: try row["programme"], topic: try row["topic"], title: try row["title"], person: try row["person"],
            days: first...max(first, last),
            place: try row["place"], target: try row["target"], people: try row["people"], source: try row["source"], indicator: try row["indicator"],
            goal: try row["goal"])
    }

    /// What is wrong with it, each at its field.
    /// - Parameter programme: the one that it names.
    package func check(in year: PlanYear, _ programme: Programme?, _ faults: inout Faults) {
        faults.require(!title.isEmpty, "title", T.common.errorMissing)
        faults.require(person != nil, "person", T.planning.personMissing)
        if !year.days.contains(days.lowerBound) { faults.add("first", T.planning.outsideYear(from: .day(year.days.lowerBound), until: .day(year.days.upperBound))) }
        if !year.days.contains(days.upperBound) { faults.add("last", T.planning.outsideYear(from: .day(year.days.lowerBound), until: .day(year.days.upperBound))) }
        if let programme, !programme.limits.covers(days) {
            let valid = programme.limits.days
            faults.add("programmeWords", T.planning.programmeNotThen(from: .day(valid.lowerBound), until: .day(valid.upperBound)))
        }
    }

    /// The same a year later, as the plan of the next year begins with it: a month stays a month.
    /// - Parameter isValid: whether its programme can still be held then; where it cannot, the title stays alone.
    package func nextYear(isValid: (Programme.ID, ClosedRange<Day>) -> Bool) -> PlanItemDetails {
        var next = self
        let first = days.lowerBound.adding(years: 1)
        next.days = isMonth ? first.monthDays : first...max(first, days.upperBound.adding(years: 1))
        if let programme, !isValid(programme, next.days) { next.programme = nil }
        return next
    }

    package var isMonth: Bool { days == days.lowerBound.monthDays }
}

extension ProgrammeLimits {
    /// Whether it can be held on some day of these.
    package func covers(_ term: ClosedRange<Day>) -> Bool { days.contains(term.lowerBound) && days.contains(term.upperBound) }
}

extension Texts {
    /// When something is planned: the name of a month, else its days.
    package func term(_ days: ClosedRange<Day>) -> String {
        let (year, month, _) = days.lowerBound.civil
        return days == days.lowerBound.monthDays ? self.month(month, year) : self.days(days)
    }
}

extension Subject {
    static func yearPlan(_ id: YearPlan.ID) -> Subject { .other("year_plan", id.value) }
    static func planItem(_ id: PlanItem.ID) -> Subject { .other("plan_item", id.value) }
}
