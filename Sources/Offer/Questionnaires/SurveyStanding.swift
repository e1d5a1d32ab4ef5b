package import Kernel

/// How an asking stands: how many were asked and have answered, never who.
package struct SurveyStanding: Sendable {
    package let survey: Survey
    /// Answers that nobody can look at yet.
    package let waiting: Int
    package let invited: Int
    /// Of those who were asked by letter.
    package let answered: Int

    package init(_ survey: Survey, _ seal: Seal, in act: Act) throws {
        let invited = try SurveyStore.invited(to: survey.id, in: act)
        self.survey = survey
        self.invited = invited.count
        waiting = try SurveyStore.waiting(survey.id, in: act)
        answered = try SurveyStore.answered(invited.map { .invited($0.invite, to: survey.id) }, seal, in: act).count
    }

    /// Asked by letter and without an answer so far.
    package var silent: Int { max(0, invited - answered) }
    var answers: Int { survey.moved + waiting + survey.destroyed }
}
