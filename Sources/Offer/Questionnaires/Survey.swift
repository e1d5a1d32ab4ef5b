package import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

package enum QuestionnaireTag {}
package enum QuestionnaireVersionTag {}
package enum SurveyTag {}
package enum SurveyInviteTag {}

/// A questionnaire of a centre, whatever its version.
package struct Questionnaire: Sendable {
    package typealias ID = Kernel.ID<QuestionnaireTag>
    package typealias VersionID = Kernel.ID<QuestionnaireVersionTag>

    package let id: ID
    package let centre: Centre.ID
    package let purpose: Purpose
    package let isRetired: Bool
    /// The newest version.
    package let version: VersionID
    package let number: Int
    /// Whether somebody was asked with that version: then a change makes another.
    package let isFixed: Bool
    package let content: QuestionnaireContent

    /// What a questionnaire is for; a room above picks those of its purpose.
    package enum Purpose: String, CaseIterable, Sendable, Storable { case evaluation, followUp, needs, other }
}

/// One asking: with one version of a questionnaire, from one day to another.
package struct Survey: Sendable {
    package typealias ID = Kernel.ID<SurveyTag>

    package let id: ID
    package let centre: Centre.ID
    package let questionnaire: Questionnaire.ID
    package let version: Questionnaire.VersionID
    package let number: Int
    package let content: QuestionnaireContent
    /// What it is about, such as the title of a seminar; empty where the questionnaire's own title says it.
    package let topic: String
    package let subjects: [SurveySubject]
    /// Of its sheets of paper; nil for the centre's own.
    package let language: Language?
    /// So many sheets of paper have a number, from 1.
    package let sheets: Int
    /// Whether everybody who knows the address may answer, beside those who are asked by letter.
    package let isOpen: Bool
    package let from: Day
    package let until: Day
    package let ended: Instant?
    /// Answers that can be looked at, that wait, and that were destroyed because fewer than five came.
    package let moved: Int
    package let destroyed: Int

    package func state(on today: Day) -> State {
        if ended != nil { return .ended }
        return today < from ? .coming : today > until ? .over : .open
    }

    /// Whether results are told by who answered: once nobody can answer any more.
    package var showsGroups: Bool { ended != nil && moved >= AnswerBatch.least }

    package enum State: Sendable {
        case coming, open
        /// Nobody can answer any more, and the last answers have not moved yet.
        case over
        case ended
    }
}

/// What is asked for, and of whom.
package struct SurveyDraft: Sendable {
    package var topic = ""
    package var subjects: [SurveySubject] = []
    package var language: Language?
    package var isOpen = false
    package var from: Day
    package var until: Day

    package init(from: Day, until: Day) { (self.from, self.until) = (from, until) }
}

/// The link under which one answer is given. It can be made and read only by who holds the key of the installation, so that no table holds it: whoever was
/// asked by letter has one made of the invitation, whoever comes by the public address a random one, a sheet of paper one made of its number.
package struct AnswerLink: Hashable, Sendable {
    package let survey: Survey.ID
    /// `i17` of an invitation, `p17` of a sheet, `o…` at random.
    let place: String

    package static func invited(_ invite: ID<SurveyInviteTag>, to survey: Survey.ID) -> AnswerLink { AnswerLink(survey: survey, place: "i\(invite)") }
    package static func sheet(_ number: Int, of survey: Survey.ID) -> AnswerLink { AnswerLink(survey: survey, place: "p\(number)") }
    package static func open(_ survey: Survey.ID) -> AnswerLink { AnswerLink(survey: survey, place: "o\(Token.random().text.prefix(20))") }

    package func text(_ seal: Seal) -> String { "\(survey)-\(place)-\(mark(seal))" }

    package var isSheet: Bool { place.hasPrefix("p") }

    private func mark(_ seal: Seal) -> String { seal.mark("\(survey) \(place)", for: "answer link") }

    private init(survey: Survey.ID, place: String) { (self.survey, self.place) = (survey, place) }

    /// - Returns: nil for a link that was not given by this installation.
    package init?(_ text: String, _ seal: Seal) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let survey = Survey.ID(parts[0]) else { return nil }
        self.init(survey: survey, place: String(parts[1]))
        guard mark(seal) == parts[2] else { return nil }
    }

    /// Under this name the answer waits and is known to have been given. Without the key it cannot be told from whom it is.
    package func envelope(_ seal: Seal) -> String { seal.mark("\(survey) \(place)", for: "answer envelope") }

    /// Under this name what was answered so far is kept, sealed with the link itself.
    package func draft(_ seal: Seal) -> String { seal.mark("\(survey) \(place)", for: "answer draft") }
}

/// How answers leave their envelopes: never fewer than five together, so that no two looks at the results differ by less.
package enum AnswerBatch {
    /// Below this nothing is shown, and nothing moves.
    package static let least = 5

    /// How many of those that wait move now. While people still answer, five always stay behind: so the last batch has at least five too. Fewer than five in
    /// all never move; they are destroyed when the asking ends, as was said beforehand.
    package static func size(waiting: Int, isLast: Bool) -> Int {
        if isLast { return waiting >= least ? waiting : 0 }
        return waiting >= 2 * least ? waiting - least : 0
    }
}
