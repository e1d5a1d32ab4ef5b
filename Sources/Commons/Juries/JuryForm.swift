import Contests
import Forms
import Kernel
import Languages

// What was typed about juries, and the other way round.

extension JuryRules {
    /// With the criteria, each on a line with its weight behind a semicolon.
    static func read(_ typed: Typed) throws -> (rules: JuryRules, criteria: [(name: String, weight: Int)]) {
        var faults = Faults()
        let tie = TieRule(rawValue: typed["tie"])
        faults.require(tie != nil, "tie", T.common.errorChoose)
        let scale = faults.number(typed, "scale", in: JuryCriterion.scaleBounds), margin = faults.number(typed, "margin", in: marginBounds)
        let lines = typed.rows("criteria").split(whereSeparator: \.isNewline).map { WrittenText.line(String($0)) }.filter { !$0.isEmpty }
        faults.require(!lines.isEmpty, "criteria", T.juries.errorNoCriterion)
        faults.require(lines.count <= JuryCriterion.most, "criteria", T.juries.errorManyCriteria(most: .number(JuryCriterion.most)))
        let criteria = lines.map { line -> (name: String, weight: Int) in
            let parts = line.split(separator: ";", omittingEmptySubsequences: false).map { WrittenText.line(String($0)) }
            let weight = parts.count > 1 ? Int(typed: parts[1], in: JuryCriterion.weightBounds) : 1
            faults.require(weight != nil && parts[0].isEmpty == false && parts.count <= 2, "criteria", T.juries.errorCriterion(line: .text(line)))
            faults.limit(parts[0], "criteria", .line)
            return (parts[0], weight ?? 1)
        }
        try faults.check()
        return (JuryRules(tie: tie ?? .criterion, isLevelled: typed["order"] == "even", scale: scale ?? 5, margin: (margin ?? 0) * 10), criteria)
    }

    func typed(_ criteria: [JuryCriterion]) -> Typed {
        Typed([
            ("tie", tie.rawValue), ("scale", "\(scale)"), ("margin", "\(margin / 10)"), ("order", isLevelled ? "even" : "raw"),
            ("criteria", criteria.map { "\($0.name); \($0.weight)" }.joined(separator: "\n")),
        ])
    }
}

extension JuryRound.Details {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let kind = JuryRound.Kind(rawValue: typed["kind"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let seenBy = faults.number(typed, "seenBy", in: Self.seenBounds, empty: 0)
        let most = faults.numberOrNothing(typed, "most", in: kind == .rank ? Self.rankBounds : Self.mostBounds)
        faults.require(kind != .rank || most != nil || typed["most"].isEmpty == false, "most", T.juries.errorRankMost)
        try faults.check()
        // Whoever puts works in order compares them all.
        self.init(kind ?? .points, seenBy: kind == .rank ? 0 : seenBy ?? 0, most: most)
    }
}

extension GivenSheet {
    /// Whatever was chosen so far.
    init(_ typed: Typed, _ seat: JurorSeat) throws {
        var faults = Faults(), marks: [JuryCriterion.ID: Int] = [:]
        for criterion in seat.criteria where !typed["mark-\(criterion.id)"].isEmpty {
            marks[criterion.id] = typed.number("mark-\(criterion.id)", in: 1...seat.rules.scale)
            faults.require(marks[criterion.id] != nil, "mark-\(criterion.id)", T.common.errorChoose)
        }
        let isIn: Bool? = switch typed["isIn"] {
        case "yes": true
        case "no": false
        default: nil
        }
        let words = typed.lines("note")
        faults.limit(words, "note", .note)
        try faults.check()
        self.init(isIn: isIn, marks: marks, words: words)
    }

    var typed: Typed {
        Typed([("note", words), ("isIn", isIn.map { $0 ? "yes" : "no" } ?? "")] + marks.map { ("mark-\($0.key)", "\($0.value)") })
    }
}

extension JuryVerdict {
    /// - Parameter codes: of the works that may win something.
    init(_ typed: Typed, codes: [String]) throws {
        var faults = Faults(), prizes: [String: Given] = [:]
        for code in codes {
            let chosen = typed["prize-\(code)"], reason = typed["reason-\(code)"]
            faults.limit(reason, "reason-\(code)", .note)
            guard !chosen.isEmpty else { continue }
            let prize = typed.number("prize-\(code)", in: 1...Prize.allCases.count).flatMap(Prize.init)
            faults.require(prize != nil, "prize-\(code)", T.common.errorChoose)
            prizes[code] = prize.map { Given($0, reason) }
        }
        let reason = typed.lines("reason")
        faults.limit(reason, "reason", .note)
        try faults.check()
        self.init(prizes, reason: reason)
    }
}

extension JuryBoard {
    /// What stands in the chair's form when it is opened: what was decided before; nothing is proposed.
    var typed: Typed {
        Typed([("reason", jury.reason)] + lines.flatMap { line in
            [("prize-\(line.entry.code)", line.prize.map { "\($0.rawValue)" } ?? ""), ("reason-\(line.entry.code)", line.reason)]
        })
    }
}
