import Forms
import Kernel
import Languages

/// What was typed of an asking.
extension SurveyDraft {
    /// An asking that anybody may answer who knows its address.
    init(_ typed: Typed, today: Day) throws {
        var faults = Faults()
        let from = typed["from"].isEmpty ? today : Day(typed: typed["from"]), until = Day(typed: typed["until"])
        faults.require(from != nil, "from", T.questionnaires.errorDay)
        faults.require(until != nil, "until", T.questionnaires.errorDay)
        if let until { faults.require(until >= today, "until", T.questionnaires.errorPast) }
        faults.limit(typed["topic"], "topic", .sentence)
        try faults.check()
        self.init(from: from ?? today, until: until ?? today)
        topic = typed["topic"]
        isOpen = true
    }
}
