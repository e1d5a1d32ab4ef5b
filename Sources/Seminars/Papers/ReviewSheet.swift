package import Events
import Kernel
import Languages

/// A proposal as its reviewer reads it: nothing in it says whose it is.
package struct ReviewSheet: Sendable {
    package let review: Review
    /// What the same reviewer said of the first version.
    package let earlier: Review?
    package let call: PaperCall
    package let event: Event
    package let text: PaperText
    /// The first version, where this is the second.
    package let first: PaperText?
    package let state: PaperState
    /// Whether something can be said of it, or said anew.
    package let isOpen: Bool

    /// Every mark is given and lies within the scale. Whoever asks for changes, or says no, says why.
    func faults(_ judgement: Judgement) -> Faults {
        var faults = Faults()
        for criterion in call.criteria {
            let field = "mark\(criterion.id)"
            guard let mark = judgement.marks[criterion.id] else {
                faults.add(field, T.common.errorChoose)
                continue
            }
            faults.require((1...call.details.bestMark).contains(mark), field, T.common.errorNumberBetween(least: 1, most: .number(call.details.bestMark)))
        }
        faults.require(Recommendation.possible(in: review.round).contains(judgement.recommendation), "recommendation", T.common.errorChoose)
        faults.require(judgement.recommendation == .accept || !judgement.words.isEmpty, "words", T.papers.wordsMissing)
        return faults
    }
}
