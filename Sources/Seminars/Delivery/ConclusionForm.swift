import Forms
import Kernel
import Languages

/// What was typed of a conclusion, and the other way round.
extension ConclusionDetails {
    /// - Parameter today: for the example of a day.
    init(_ typed: Typed, today: Day) throws {
        var faults = Faults()
        let due = typed["due"].isEmpty ? nil : Day(typed: typed["due"])
        faults.require(typed["due"].isEmpty || due != nil, "due", T.common.errorDay(example: .day(today, .numeric)))
        self.init(text: typed.lines("text"), owner: typed["owner"], due: due)
        try faults.gather { try check() }
        try faults.check()
    }

    var typed: Typed { Typed(["text": text, "owner": owner, "due": due?.iso ?? ""]) }
}
