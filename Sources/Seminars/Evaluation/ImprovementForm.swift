import Delivery
import Forms
import Kernel
import Languages
import Questionnaires

/// What was typed of an improvement: what is done, by whom, until when.
extension ConclusionDetails {
    init(improvement typed: Typed) throws {
        var faults = Faults()
        let due = Day(typed: typed["due"])
        faults.require(!typed["text"].isEmpty, "text", T.evaluation.errorText)
        faults.require(!typed["owner"].isEmpty, "owner", T.evaluation.errorOwner)
        faults.require(due != nil, "due", T.questionnaires.errorDay)
        faults.limit(typed.lines("text"), "text", .note)
        faults.limit(typed["owner"], "owner", .line)
        try faults.check()
        self.init(text: typed.lines("text"), owner: typed["owner"], due: due)
    }
}
