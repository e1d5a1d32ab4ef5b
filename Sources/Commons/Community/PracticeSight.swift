import Accounts
import Centres
import Events
import FollowUp
import Kernel
import Languages
import Portfolio
import Schools

/// A note with what stands beside it on its page.
struct PracticeSight: Sendable {
    let practice: Practice
    let reuse: PracticeReuse
    let tries: [PracticeTry]
    /// Whether the reader has wished to be shown it.
    let hasWished: Bool
    let schools: [School]
    let competences: [String: String]

    func hasTried(_ person: Person.ID?) -> Bool { person != nil && tries.contains { $0.person == person } }
}

/// A note as its authors write it.
struct WritingSight: Sendable {
    let practice: Practice
    let reviews: [PracticeReview]
    /// Whom its authors may ask.
    let reviewers: [PracticeReviewer]
    let choices: WritingChoices
}

/// What can be chosen while one writes.
struct WritingChoices: Sendable {
    let competences: [(code: String, label: String)]
    let subjects: [String]

    init(_ competences: [String: String], _ subjects: [String]) {
        self.competences = competences.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        self.subjects = subjects
    }
}

/// All that is somebody's own.
struct MySight: Sendable {
    let practices: [Practice]
    let waiting: [(review: PracticeReview, title: String, language: Language)]
    let steps: [StepSight]
    let publications: [Publication]
    /// The subject of which they let the centre ask them.
    let offered: String?
}

/// A note at the centre's desk.
struct DeskSight: Sendable {
    let practice: Practice
    let reviews: [PracticeReview]
    let reviewers: [PracticeReviewer]
    let reuse: PracticeReuse
    let forms: [EventForm]
}

/// A publication with its versions and notes.
struct BookSight: Sendable {
    let book: Publication
    let versions: [PublicationVersion]
    let parts: [Practice]
    /// All notes that could stand in it.
    let practices: [Practice]

    /// What is set: the newest version with a text.
    var text: String { versions.first { !$0.text.isEmpty }?.text ?? "" }
}
