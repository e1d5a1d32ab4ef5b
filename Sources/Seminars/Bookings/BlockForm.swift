import Forms
import Kernel
import Languages

/// What was typed of a block: what, from which day and hour until which, and until when it comes back each week.
extension Block {
    /// The blocks that were typed: one, or one each week.
    static func all(_ typed: Typed, among things: Set<Bookable>, in zone: Zone, own: Language) throws -> [Block] {
        let block = try Block(typed, among: things, in: zone, own: own)
        guard !typed["weekly"].isEmpty else { return [block] }
        var faults = Faults()
        let last = day(typed, "weekly", own, &faults)
        try faults.check()
        guard let last else { return [] }
        let days = zone.day(of: block.hours.lowerBound).days(until: last)
        faults.require(days >= 7, "weekly", T.bookings.weeklyTooShort)
        faults.require(days <= daysMost, "weekly", T.bookings.tooManyDays(most: .number(daysMost)))
        let lasts = zone.day(of: block.hours.lowerBound).days(until: zone.day(of: block.hours.upperBound))
        faults.require(lasts < 7, "weekly", T.bookings.weeklyTooLong)
        try faults.check()
        return block.weekly(until: last, in: zone)
    }

    /// - Parameter things: what the centre has.
    init(_ typed: Typed, among things: Set<Bookable>, in zone: Zone, own: Language) throws {
        var faults = Faults()
        let thing = Bookable(typed["thing"]).flatMap { things.contains($0) ? $0 : nil }
        faults.require(thing != nil, "thing", T.common.errorChoose)
        let day = Self.day(typed, "day", own, &faults)
        let last = typed["last"].isEmpty ? day : Self.day(typed, "last", own, &faults)
        let begins = Self.time(typed, "begins", &faults), ends = Self.time(typed, "ends", &faults)
        let purpose = typed["purpose"]
        faults.require(!purpose.isEmpty, "purpose", T.common.errorMissing)
        faults.limit(purpose, "purpose", .line)
        let first = day.flatMap { day in begins.flatMap { Self.moment(day, $0, "begins", zone, &faults) } }
        let end = last.flatMap { day in ends.flatMap { Self.moment(day, $0, "ends", zone, &faults) } }
        if let day, let last, last < day { faults.add("last", T.bookings.lastBeforeFirst) } else if let day, let last, day.days(until: last) >= Self.daysMost {
            faults.add("last", T.bookings.tooManyDays(most: .number(Self.daysMost)))
        } else if let first, let end, end <= first {
            faults.add("ends", T.bookings.endsBeforeStart)
        }
        try faults.check()
        guard let thing, let first, let end else { throw Problem.invalid("thing", T.common.errorChoose) }
        self.init(thing, first..<end, purpose: purpose)
    }

    private static func day(_ typed: Typed, _ field: String, _ own: Language, _ faults: inout Faults) -> Day? {
        let day = Day(typed: typed[field])
        faults.require(day != nil, field, T.common.errorDay(example: .text(FilledForm.exampleDay(own))))
        return day
    }

    private static func time(_ typed: Typed, _ field: String, _ faults: inout Faults) -> ClockTime? {
        let time = ClockTime(typed: typed[field])
        faults.require(time != nil, field, T.bookings.errorTime)
        return time
    }

    /// A moment on the wall; an hour that summer time skips is none.
    private static func moment(_ day: Day, _ time: ClockTime, _ field: String, _ zone: Zone, _ faults: inout Faults) -> Instant? {
        let moment = try? zone.instant(day, time)
        faults.require(moment != nil, field, T.bookings.errorSkippedHour)
        return moment
    }
}

extension FilledForm {
    static func exampleDay(_ own: Language) -> String {
        let day = Day(year: 2026, month: 2, day: 25) ?? .zero
        return own.isSerbian ? own.write(day, .numeric) : day.iso
    }
}
