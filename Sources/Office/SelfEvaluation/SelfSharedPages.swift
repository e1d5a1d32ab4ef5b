import Forms
import Kernel
import Languages
import Look
import Web

/// What self-evaluation brings to *Today*: days that come, and a year that nobody has closed.
enum SelfSharedPages {
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, today = asked.today, path = "/staff/self-evaluation"
        guard act.by.coordinates(centre) else { return TodayPart() }
        let ahead = try SelfYearStore.ahead(of: centre, on: today, in: act)
        var part = TodayPart()
        for one in ahead.countdowns where one.days(from: today) <= SelfCountdown.noticeDays {
            let words = one.kind == .filing ? T.selfevaluation.todayFiling(day: .day(one.day)) : T.selfevaluation.todayEnd(day: .day(one.day))
            part.warnings.append(.init(.waiting, words, path: path))
        }
        // The first months of a year are for the one before it.
        if let late = ahead.late { part.warnings.append(.init(.waiting, T.selfevaluation.todayClose(year: .text("\(late.year)")), path: "\(path)/\(late.id)")) }
        return part
    }
}
