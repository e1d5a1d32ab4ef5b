package import Languages
package import Planning

/// A report that is to be handed in.
package struct ReportDue: Sendable, Hashable {
    package let kind: ReportKind
    package let year: PlanYear
    package let day: Day
    /// The draft that waits to be signed.
    package let draft: Report.ID?

    /// A term that was missed is spoken of for so many days.
    static let after = 60

    /// The year of which a report that is handed in on a day tells: the calendar year before, or the school year that has ended.
    static func year(toldOn day: Day, _ kind: PlanYear.Kind) -> PlanYear { PlanYear.containing(day, kind).previous }

    /// Of the terms of a kind, that which is near a day.
    static func term(_ term: ReportTerm, near day: Day) -> Day? {
        [day.year - 1, day.year, day.year + 1].compactMap(term.last).last { last in
            last.adding(days: -ReportTerm.ahead) <= day && day <= last.adding(days: after)
        }
    }
}
