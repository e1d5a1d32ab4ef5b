import Foundation
package import Kernel
package import Languages
import Registration

/// Those who are written to after an event.
package enum ReportLetter: String, CaseIterable, Sendable {
    /// To each school: which of its people took part.
    case list
    case thanksToTrainer = "thanks_trainer"
    case thanksToSchool = "thanks_school"

    /// A school or a person with what was sent to them before.
    package struct Recipient: Sendable, Hashable {
        /// Of the school or the person, whichever the letter goes to.
        package typealias ID = Kernel.ID<Recipient>

        package let id: ID
        package let name: String
        /// Empty when there is none to write to.
        package let email: String
        /// Where somebody without an address is told; may be empty.
        package let phone: String
        package let language: Language
        package let people: Int
        package let sent: Instant?

        /// Whether the letter can go there: to an address, and once unless it is to go again.
        func canGet(again: Bool = false) -> Bool { !email.isEmpty && (again || sent == nil) }

        /// Whether a letter as it is drafted goes there.
        func isReached(by draft: Draft) -> Bool { draft.chosen.contains(id) && canGet(again: draft.again) }
    }

    /// A letter as somebody wrote it, and for whom.
    package struct Draft: Sendable {
        package let letter: ReportLetter
        package let subject: String
        package let text: String
        package let chosen: Set<Recipient.ID>
        /// Whether those who got it before get it again.
        package let again: Bool

        package init(_ letter: ReportLetter, subject: String, text: String, to chosen: Set<Recipient.ID>, again: Bool = false) {
            self.letter = letter
            self.subject = subject
            self.text = text
            self.chosen = chosen
            self.again = again
        }

        static let subjectMost = 150, textMost = 10_000

        /// Paragraphs stand with an empty line between them.
        var paragraphs: [String] { text.components(separatedBy: "\n\n").filter { !$0.isEmpty } }

        /// - Parameter recipients: all to whom such a letter can go.
        /// - Throws: what has to be mended, also when the letter would reach nobody.
        func check(for recipients: [Recipient]) throws {
            var faults = Faults()
            faults.require(!subject.isEmpty && subject.count <= Self.subjectMost, "subject", T.registration.messageSubjectMissing)
            faults.require(!text.isEmpty && text.count <= Self.textMost, "text", T.registration.messageTextMissing)
            faults.require(recipients.contains { $0.isReached(by: self) }, "to", chosen.isEmpty ? T.delivery.letterNobody : T.delivery.letterAlready)
            try faults.check()
        }
    }

    package var name: Phrase {
        switch self {
        case .list: T.delivery.letterList
        case .thanksToTrainer: T.delivery.letterThanksTrainer
        case .thanksToSchool: T.delivery.letterThanksSchool
        }
    }

    /// The text that is proposed, to be edited before it is sent.
    package var proposal: Phrase {
        switch self {
        case .list: T.delivery.letterListText
        case .thanksToTrainer: T.delivery.letterThanksTrainerText
        case .thanksToSchool: T.delivery.letterThanksSchoolText
        }
    }
}
