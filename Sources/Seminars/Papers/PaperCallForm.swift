import Events
import Forms
import Kernel
import Languages

extension PaperCallDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        func day(_ field: String) -> Day? {
            let day = Day(typed: typed[field])
            faults.require(day != nil, field, T.common.errorDay(example: .text(Self.exampleDay(own))))
            return day
        }
        func lines(_ field: String) -> [String] {
            let lines = typed.lines(field).split(whereSeparator: \.isNewline).map { WrittenText.line(String($0)) }.filter { !$0.isEmpty }
            faults.require(lines.count <= Self.linesMost, field, T.papers.tooManyLines(count: Self.linesMost))
            for line in lines { faults.limit(line, field, most: Self.longestKind) }
            return lines
        }
        let words = typed.lines("words"), kinds = lines("kinds"), criteria = lines("criteria")
        faults.limit(words, "words", most: Self.longestWords)
        faults.limit(kinds.joined(separator: "\n"), "kinds", most: Self.longestKinds)
        faults.require(Set(criteria).count == criteria.count, "criteria", T.papers.criteriaTwice)
        faults.require(Set(kinds).count == kinds.count, "kinds", T.papers.criteriaTwice)
        let abstract = faults.number(typed, "abstractWords", in: Self.abstractLimits), keywords = faults.number(typed, "keywordsMost", in: Self.keywordLimits)
        let authors = faults.number(typed, "authorsMost", in: Self.authorLimits), mark = faults.number(typed, "bestMark", in: Self.markLimits)
        let each = faults.number(typed, "reviewsEach", in: Self.reviewLimits), minutes = faults.number(typed, "minutes", in: Self.minuteLimits)
        let opens = day("opens"), deadline = day("deadline"), reviewed = day("reviewed"), again = day("again"), againReviewed = day("againReviewed")
        try faults.check()
        guard let abstract, let keywords, let authors, let mark, let each, let minutes, let opens, let deadline, let reviewed, let again, let againReviewed else {
            throw Problem.missing
        }
        self.init(
            words: words, kinds: kinds, criteria: criteria, abstractWords: abstract, keywordsMost: keywords, authorsMost: authors, bestMark: mark,
            reviewsEach: each, minutes: minutes,
            days: PaperCallDays(opens: opens, deadline: deadline, reviewed: reviewed, again: again, againReviewed: againReviewed))
    }

    private static func exampleDay(_ own: Language) -> String {
        guard let day = Day(year: 2026, month: 9, day: 15) else { return "" }
        return own.isSerbian ? own.write(day, .numeric) : day.iso
    }

    var typed: Typed {
        Typed([
            "words": words, "kinds": kinds.joined(separator: "\n"), "criteria": criteria.joined(separator: "\n"), "abstractWords": "\(abstractWords)",
            "keywordsMost": "\(keywordsMost)", "authorsMost": "\(authorsMost)", "bestMark": "\(bestMark)", "reviewsEach": "\(reviewsEach)", "minutes": "\(minutes)",
            "opens": days.opens.iso, "deadline": days.deadline.iso, "reviewed": days.reviewed.iso, "again": days.again.iso,
            "againReviewed": days.againReviewed.iso,
        ])
    }
}
