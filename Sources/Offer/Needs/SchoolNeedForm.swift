import Forms
import Kernel
import Languages

extension SchoolNeedDetails {
    /// - Parameter currency: of the centre.
    init(_ typed: Typed, _ currency: Currency) throws {
        self.init()
        var faults = Faults()
        for job in NeedJob.allCases { jobs[job] = faults.numberOrNothing(typed, "job-\(job.rawValue)", in: Self.people) }
        for place in 1...Self.mostWishes {
            if let wish = Self.wish(typed, "top-\(place)", &faults) { top.append(wish) }
            if var wish = Self.wish(typed, "inside-\(place)", &faults) {
                wish.people = faults.numberOrNothing(typed, "people-\(place)", in: Self.people)
                wish.month = faults.numberOrNothing(typed, "month-\(place)", in: Self.months)
                inside.append(wish)
            }
        }
        for (wishes, name) in [(top, "top"), (inside, "inside")] {
            var seen: Set<String> = []
            for (place, wish) in wishes.enumerated() {
                faults.require(seen.insert(TopicWord.key(wish.words)).inserted, "\(name)-\(place + 1)", T.needs.errorWishTwice)
            }
        }
        if !typed["budget"].isEmpty {
            budget = Money(typed: typed["budget"], currency)
            faults.require(budget != nil, "budget", T.needs.errorBudget)
        }
        (contact, note) = (typed["contact"], typed.lines("note"))
        faults.limit(contact, "contact")
        faults.limit(note, "note")
        try faults.check()
    }

    private static func wish(_ typed: Typed, _ field: String, _ faults: inout Faults) -> SchoolWish? {
        let words = typed[field]
        guard !words.isEmpty else { return nil }
        faults.limit(words, field, .sentence)
        faults.require(!TopicWord.key(words).isEmpty, field, T.needs.errorWords)
        return SchoolWish(words)
    }

    /// As whoever types it would.
    private static func written(_ money: Money) -> String {
        let cents = money.minor % 100
        return "\(money.minor / 100)" + (cents == 0 ? "" : ",\(cents < 10 ? "0" : "")\(cents)")
    }

    func typed(_ topics: TopicList, _ t: Texts) -> Typed {
        func words(_ wish: SchoolWish) -> String { wish.words.isEmpty ? wish.topic.flatMap { topics[$0] }?.names.name(in: t.language).text ?? "" : wish.words }
        var fields = jobs.map { ("job-\($0.key.rawValue)", "\($0.value)") }
        fields += top.enumerated().map { ("top-\($0 + 1)", words($1)) }
        for (place, wish) in inside.enumerated() {
            fields += [
                ("inside-\(place + 1)", words(wish)), ("people-\(place + 1)", wish.people.map { "\($0)" } ?? ""),
                ("month-\(place + 1)", wish.month.map { "\($0)" } ?? ""),
            ]
        }
        fields += [("budget", budget.map(Self.written) ?? ""), ("contact", contact), ("note", note)]
        return Typed(fields)
    }
}
