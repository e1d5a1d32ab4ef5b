import Forms
import Kernel
import Languages

/// What was typed of days in a row. One day needs its first alone.
extension NotedDays {
    init(_ typed: Typed, own: Language, most: Int) throws {
        var faults = Faults()
        func day(_ field: String) -> Day? {
            let day = Day(typed: typed[field])
            faults.require(day != nil, field, T.common.errorDay(example: .text(FilledForm.exampleDay(own))))
            return day
        }
        let first = day("first")
        let last = typed["last"].isEmpty ? first : day("last")
        let note = typed["why"]
        faults.limit(note, "why", .line)
        if let first, let last {
            faults.require(first <= last, "last", T.bookings.lastBeforeFirst)
            faults.require(first.days(until: last) < most, "last", T.bookings.tooManyDays(most: .number(most)))
        }
        try faults.check()
        guard let first, let last, first <= last else { throw Problem.invalid("first", T.common.errorMissing) }
        self.init(first...last, note: note)
    }
}
