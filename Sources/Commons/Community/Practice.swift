package import Accounts
package import Centres
package import Events
package import Files
package import Kernel
package import Languages
package import Schools
package import Storage
package import Workshop

/// A note of practice: what a teacher wanted, did, saw and would change, so that another can try it.
package struct Practice: Sendable {
    package typealias ID = Kernel.ID<Practice>

    /// Where it is on its way.
    package enum State: String, CaseIterable, Sendable, Storable {
        case draft, review, revision, published
        /// Taken back by its authors: the words are gone.
        case withdrawn
    }

    package let id: ID
    package let centre: Centre.ID
    package let state: State
    package let draft: PracticeDraft
    package let origin: PracticeOrigin?
    /// How often it was sent to be looked at.
    package let round: Int
    /// What the centre wrote when it gave it back.
    package let remark: String
    package let begun: Instant
    package let changed: Instant
    package let published: Instant?
    package let withdrawn: Instant?
    /// When a programme was begun from it.
    package let idea: Instant?
    /// The proposal of that programme; it may be gone by now.
    package let proposal: Proposal.ID?
    package let authors: [Author]
    package let files: [PracticeFile]

    package var title: String { draft.title }
    package var language: Language { draft.language }
    /// Those who have said that it is theirs.
    package var named: [Author] { authors.filter { $0.agreed != nil } }
    /// Where everybody reads it, behind the language.
    package var path: String { "/practices/\(id)" }
    package var isWritten: Bool { state == .draft || state == .revision }

    /// Whether somebody wrote it, or was named as one who did: nobody looks at their own.
    package func isOf(_ person: Person.ID?) -> Bool { authors.contains { $0.person == person } }
    /// Whether somebody may change it.
    package func isKept(by person: Person.ID?) -> Bool { person != nil && named.contains { $0.person == person } }
}

/// Whose work something is.
package struct Author: Sendable, Hashable {
    package typealias ID = Kernel.ID<Author>

    package let id: ID
    package let person: Person.ID
    package let name: String
    /// When they said that it is theirs too.
    package let agreed: Instant?
    /// At which they worked.
    package let school: School.ID?
    package let schoolName: String
}

/// What a note came from: a step that somebody took after an event.
package struct PracticeOrigin: Sendable, Hashable {
    package var event: Event.ID
    package var step: Int64?
    package var written: Instant?
    /// When the school said that it had seen it.
    package var confirmed: Instant?

    package init(event: Event.ID, step: Int64?, written: Instant?, confirmed: Instant?) {
        (self.event, self.step, self.written, self.confirmed) = (event, step, written, confirmed)
    }
}

/// A file that goes with a note.
package struct PracticeFile: Sendable {
    package typealias ID = Kernel.ID<PracticeFile>

    package let id: ID
    package let title: String
    package let file: StoredFile
}

/// What is written in a note.
package struct PracticeDraft: Sendable, Hashable {
    package var language: Language
    package var title: String
    package var subject: String
    package var grades: Grades
    /// Codes of the catalogue, as `K2`.
    package var competences: [String]
    package var summary: String
    /// What I wanted, what I did, what came of it, what I would change: each in Markdown.
    package var wanted: String
    package var done: String
    package var came: String
    package var change: String
    package var licence: Licence

    package init(
        _ title: String, in language: Language, subject: String = "", grades: Grades = Grades(), competences: [String] = [], summary: String = "", wanted: String = "",
        done: String = "", came: String = "", change: String = "", licence: Licence = .by
    ) {
        (self.language, self.title, self.subject, self.grades, self.competences, self.summary) = (language, title, subject, grades, competences, summary)
        (self.wanted, self.done, self.came, self.change, self.licence) = (wanted, done, came, change, licence)
    }

    /// The four parts with their names, those that are empty left out.
    package var sections: [(title: Phrase, text: String)] {
        [(T.community.wanted, wanted), (T.community.done, done), (T.community.came, came), (T.community.change, change)].filter { !$0.1.isEmpty }
    }

    /// What is still missing before colleagues can look at it, by field.
    package var missing: [(field: String, why: Phrase)] {
        [
            ("subject", T.community.missingSubject, !subject.isEmpty), ("grades", T.community.missingGrades, !grades.isEmpty),
            ("summary", T.community.missingSummary, !summary.isEmpty), ("done", T.community.missingDone, !done.isEmpty),
            ("came", T.community.missingCame, !came.isEmpty),
        ].filter { !$0.2 }.map { ($0.0, $0.1) }
    }
}

/// What others may do with somebody's work.
package enum Licence: String, CaseIterable, Sendable, Storable {
    case by
    case bySa = "by-sa"
    case byNc = "by-nc"
    case byNcSa = "by-nc-sa"
    case all

    package var name: Phrase {
        switch self {
        case .by: T.community.licenceBy
        case .bySa: T.community.licenceBySa
        case .byNc: T.community.licenceByNc
        case .byNcSa: T.community.licenceByNcSa
        case .all: T.community.licenceAll
        }
    }

    /// Where its text stands; nil where all rights are kept.
    package var address: String? { self == .all ? nil : "https://creativecommons.org/licenses/\(rawValue)/4.0/" }
}

/// For whom a lesson is: before school, and the twelve years of it.
package struct Grades: Sendable, Hashable {
    package static let all = 0...12
    package private(set) var bits = 0

    package init() {}
    package init(bits: Int) { self.bits = bits & 8191 }
    package init(_ grades: some Sequence<Int>) { for grade in grades where Self.all.contains(grade) { bits |= 1 << grade } }

    package var isEmpty: Bool { bits == 0 }
    package var list: [Int] { Self.all.filter(contains) }
    package func contains(_ grade: Int) -> Bool { bits & (1 << grade) != 0 }

    package static func name(of grade: Int) -> Phrase {
        switch grade {
        case ...0: T.community.gradeBefore
        case 9: T.community.gradeNine
        case 10: T.community.gradeTen
        case 11: T.community.gradeEleven
        case 12...: T.community.gradeTwelve
        default: T.community.gradeNumber(grade: .number(grade))
        }
    }
}

extension Practice.State {
    package var name: Phrase {
        switch self {
        case .draft: T.community.stateDraft
        case .review: T.community.stateReview
        case .revision: T.community.stateRevision
        case .published: T.community.statePublished
        case .withdrawn: T.community.stateWithdrawn
        }
    }
}

extension Subject {
    package static func practice(_ id: Practice.ID) -> Subject { .other("practice", id.value) }
}
