package import Contests
package import Kernel
package import Languages

/// Somebody's seat in a jury, with what is to be known to judge.
package struct JurorSeat: Sendable {
    package let juror: Juror.ID
    package let isChair: Bool
    package let accepted: Instant?
    package let contest: Contest.ID
    package let name: String
    package let language: Language
    package let rules: JuryRules
    package let criteria: [JuryCriterion]
    /// The one that is open.
    package let round: JuryRound?
    /// Whether all rounds are over.
    package let isJudged: Bool
    package let decided: Instant?

    package var path: String { "/me/juries/\(contest)" }
    package var isTalking: Bool { accepted != nil && isJudged && decided == nil }
}

/// What lies before a juror.
package struct JurorDesk: Sendable {
    package struct Line: Sendable, Hashable {
        package let code: String
        package let title: String
        package let category: String
        package let place: Int?
        package let isSeen: Bool
        package let isBegun: Bool
        package let isDeclared: Bool
    }

    package let seat: JurorSeat
    package let lines: [Line]

    package var progress: JuryProgress {
        let own = lines.filter { !$0.isDeclared }
        return JuryProgress(seen: own.count(where: \.isSeen), of: own.count)
    }

    /// The next that waits, behind a code or from the beginning.
    package func next(after code: String? = nil) -> String? {
        let start = code.flatMap { own in lines.firstIndex { $0.code == own } }.map { $0 + 1 } ?? 0
        return (lines[start...] + lines[..<start]).first { !$0.isSeen && !$0.isDeclared && $0.code != code }?.code
    }

    /// Those beside a work.
    package func beside(_ code: String) -> (before: String?, after: String?) {
        guard let index = lines.firstIndex(where: { $0.code == code }) else { return (nil, nil) }
        return (index > 0 ? lines[index - 1].code : nil, index + 1 < lines.count ? lines[index + 1].code : nil)
    }
}

/// A work before a juror, with all that they may see of it.
package struct JurorWork: Sendable {
    package let desk: JurorDesk
    package let work: BlindWork
    /// Nil when the rounds are over.
    package let sheet: JurySheet?
    /// What the jury says of it, when the rounds are over.
    package let remarks: [JuryRemark]
}

/// What a juror says of a work to the others.
package struct JuryRemark: Sendable, Hashable {
    package typealias ID = Kernel.ID<JuryRemark>

    package let id: ID
    package let work: ContestWork.ID
    package let name: String
    package let words: String
    package let written: Instant
}
