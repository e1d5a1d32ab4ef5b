package import Catalogue
package import Events
import Forms
package import Kernel
import Languages
package import Needs

/// What can be chosen in the form of a line of a plan.
package struct PlanItemOffer: Sendable {
    package let plan: YearPlan
    package let forms: [EventForm]
    package let staff: [(id: ID<PersonTag>, name: String)]
    package let sources: [String]
    /// Programmes that can still be held.
    package let programmes: [ProgrammeChoice]
    package let topics: TopicList
    /// The programme that the line names already.
    package let own: Programme?
    /// So many lines the plan has.
    package let lines: Int

    /// The programme that somebody means by a number or a few letters.
    func programme(_ words: String, _ field: String, _ faults: inout Faults) -> Programme.ID? {
        if words.isEmpty { return nil }
        if let own, PlanItemDetails.named(own.number, own.title) == words || own.number == words { return own.id }
        let exact = programmes.filter { $0.number == words || PlanItemDetails.named($0.number, $0.title) == words }
        let found = exact.count == 1 ? exact : programmes.filter { Fold.finds(words, in: "\($0.number) \($0.title)") }
        if found.count == 1 { return found[0].id }
        faults.add(field, found.isEmpty ? T.planning.programmeNone : T.planning.programmeSeveral(count: found.count))
        return nil
    }
}

/// What was typed of a line, and the other way round. A term is a month, or days that are typed; days go before the month.
extension PlanItemDetails {
    init(_ typed: Typed, _ offer: PlanItemOffer, own: Language) throws {
        var faults = Faults()
        let form = EventForm.ID(typed["form"]).flatMap { id in offer.forms.contains { $0.id == id } ? id : nil }
        faults.require(form != nil, "form", T.common.errorChoose)
        let person = ID<PersonTag>(typed["person"]).flatMap { id in offer.staff.contains { $0.id == id } ? id : nil }
        let days = Self.days(typed, offer.plan.year, own, &faults)
        let people = faults.numberOrNothing(typed, "people", in: 0...Self.most), goal = faults.numberOrNothing(typed, "goal", in: 0...1_000_000)
        let programme = offer.programme(typed["programmeWords"], "programmeWords", &faults)
        let topic = Topic.ID(typed["topic"]).flatMap { offer.topics[$0]?.id }
        faults.require(topic != nil || typed["topic"].isEmpty, "topic", T.common.errorChoose)
        for field in ["title", "place", "target", "source", "indicator"] { faults.limit(typed[field], field, Self.limits[field]) }
        self.init(
            form: form ?? .seminar, programme: programme, topic: topic, title: typed["title"], person: person, days: days ?? offer.plan.year.days, place: typed["place"],
            target: typed["target"], people: people, source: typed["source"], indicator: typed["indicator"], goal: goal)
        if days != nil { check(in: offer.plan.year, nil, &faults) } else {
            faults.require(!title.isEmpty, "title", T.common.errorMissing)
            faults.require(person != nil, "person", T.planning.personMissing)
        }
        try faults.check()
    }

    static let limits: [String: TextLimit] = ["title": .sentence, "place": .line, "target": .sentence, "source": .line, "indicator": .sentence]

    static func days(_ typed: Typed, _ year: PlanYear, _ own: Language, _ faults: inout Faults) -> ClosedRange<Day>? {
        func day(_ field: String) -> Day? {
            let day = Day(typed: typed[field])
            faults.require(day != nil, field, T.common.errorDay(example: .day(year.days.lowerBound, .numeric)))
            return day
        }
        if typed["first"].isEmpty {
            faults.require(typed["last"].isEmpty, "first", T.planning.firstMissing)
            if let month = OfferMonth(typed["month"]) { return month.days }
            if typed["last"].isEmpty { faults.add("month", T.planning.termMissing) }
            return nil
        }
        guard let first = day("first"), let last = typed["last"].isEmpty ? first : day("last") else { return nil }
        guard first <= last else {
            faults.add("last", T.planning.endsBeforeStart)
            return nil
        }
        return first...last
    }

    static func named(_ number: String, _ title: String) -> String { "\(number) \(title)" }

    func typed(_ programme: Programme?, line: Int?) -> Typed {
        func written(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
        var fields: [(name: String, value: String)] = [
            ("form", "\(form)"), ("programmeWords", programme.map { Self.named($0.number, $0.title) } ?? ""), ("title", title),
        ]
        fields.append((name: "topic", value: topic.map { "\($0)" } ?? ""))
        fields.append((name: "person", value: person.map { "\($0)" } ?? ""))
        fields += [("place", place), ("target", target), ("people", written(people)), ("source", source)]
        fields += [("indicator", indicator), ("goal", written(goal)), ("line", written(line))]
        if isMonth {
            fields.append((name: "month", value: OfferMonth(days.lowerBound).text))
        } else {
            fields += [("first", days.lowerBound.iso), ("last", days.upperBound.iso)]
        }
        return Typed(fields)
    }
}

extension PlanWord {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let day = Day(typed: typed["day"])
        faults.require(day != nil || typed["day"].isEmpty, "day", T.common.errorDay(example: own.isSerbian ? "1.9.2026." : "2026-09-01"))
        faults.limit(typed.lines("reason"), "reason")
        faults.limit(typed["number"], "number")
        try faults.check()
        self.init(isApproved: !typed.has("return"), reason: typed.lines("reason"), number: typed["number"], day: day)
    }
}
