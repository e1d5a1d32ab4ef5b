package import Accounts
package import Centres
package import Files
package import Kernel
package import Languages
import Storage

/// One work that a mentor sent in.
package struct ContestWork: Sendable {
    package typealias ID = Kernel.ID<ContestWork>

    package enum State: String, CaseIterable, Sendable, Storable {
        case draft, sent, withdrawn, disqualified
    }

    package let id: ID
    package let contest: Contest.ID
    package let category: ContestCategory.ID
    /// By which it is known to everybody who must not know whose it is.
    package let code: String
    package let mentor: Person.ID?
    package let mentorName: String
    package let school: School.ID?
    package let schoolName: String
    package let grade: Int?
    package let title: String
    /// What the author says of it, or the text itself.
    package let words: String
    /// What is to be seen, for whoever does not see it.
    package let alt: String
    package let link: String
    package let state: State
    package let begun: Instant
    package let sent: Instant?
    package let isLate: Bool
    /// When the centre let in one that came late.
    package let admitted: Instant?
    /// Why it was let in, withdrawn or disqualified.
    package let reason: String
    package let minutes: Int?
    package let starts: Instant?
    package let lentFrom: Day?
    package let returned: Day?
    package let reminded: Instant?
    package let takenFrom: ContestWork.ID?
    package let forgotten: Instant?
    package let authors: [ContestAuthor]
    package let files: [ContestFile]

    /// Whether it takes part: it was sent, and if it came late the centre has let it in.
    package var takesPart: Bool { state == .sent && (!isLate || admitted != nil) }
    /// Whether all have said that it may take part.
    package var hasConsent: Bool { !authors.isEmpty && authors.allSatisfy { $0.mayEnter == .yes } }
    package var isRefused: Bool { authors.contains { $0.mayEnter == .no } }
    /// Whether it may be shown: all who made it have said so, none has said that it takes no part.
    package var mayBeShown: Bool { takesPart && forgotten == nil && hasConsent && authors.allSatisfy { $0.mayShow == .yes } }
    /// The names that may be said.
    package var names: [String] { hasConsent ? authors.filter { $0.mayBeNamed == .yes && $0.forgotten == nil }.map(\.name) : [] }
}

/// What a parent, or somebody old enough, has said to one question.
package enum Consent: String, CaseIterable, Sendable, Storable { case unknown, yes, no }

/// How it is known what was said.
package enum ConsentSource: String, CaseIterable, Sendable, Storable { case none, paper, link }

/// Whose work it is.
package struct ContestAuthor: Sendable, Hashable {
    package typealias ID = Kernel.ID<ContestAuthor>

    package let id: ID
    package let work: ContestWork.ID
    /// An author with an account; pupils have none.
    package let person: Person.ID?
    package let name: String
    package let grade: Int?
    package let mayEnter: Consent
    package let mayShow: Consent
    package let mayBeNamed: Consent
    package let consent: ConsentSource
    package let consented: Instant?
    /// How often the guardian's link was made anew.
    package let round: Int
    package let forgotten: Instant?
}

/// A file of a work.
package struct ContestFile: Sendable {
    package typealias ID = Kernel.ID<ContestFile>
    package enum Kind: String, CaseIterable, Sendable, Storable { case picture, pdf }

    package let id: ID
    package let kind: Kind
    /// As it was called where it came from.
    package let name: String
    package let original: StoredFile.ID?
    /// What may be shown: without what a camera or a program wrote into it, under a name that says nothing.
    package let shown: StoredFile?
    package let mark: String
    package let position: Int
}

/// What a jury gets of a work: nothing of who made it, who sent it or where it comes from.
package struct BlindWork: Sendable {
    package let id: ContestWork.ID
    package let code: String
    package let category: ContestCategory.ID
    package let grade: Int?
    package let title: String
    package let words: String
    package let alt: String
    package let link: String
    package let files: [StoredFile]

    package init(_ work: ContestWork) {
        (id, code, category, grade, title) = (work.id, work.code, work.category, work.grade, work.title)
        (words, alt, link, files) = (work.words, work.alt, work.link, work.files.compactMap(\.shown))
    }
}

/// A work as it may be shown to everybody at this moment.
package struct ShowableWork: Sendable {
    package let id: ContestWork.ID
    package let code: String
    package let category: ContestCategory.ID
    package let grade: Int?
    package let school: School.ID?
    package let schoolName: String
    /// Whether its files, its title and its words may be shown. If not, nothing but its code may be.
    package let isShown: Bool
    package let title: String
    package let words: String
    package let alt: String
    package let link: String
    package let files: [StoredFile]
    /// Those who may be named.
    package let names: [String]

    package init(_ work: ContestWork) {
        (id, code, category, grade, school) = (work.id, work.code, work.category, work.grade, work.school)
        schoolName = work.schoolName
        isShown = work.mayBeShown
        (title, words, alt, link) = isShown ? (work.title, work.words, work.alt, work.link) : ("", "", "", "")
        files = isShown ? work.files.compactMap(\.shown) : []
        names = work.takesPart ? work.names : []
    }
}

/// The code of a work: six signs that cannot be mistaken for one another.
package enum WorkCode {
    package static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    package static let length = 6

    package static func random() -> String { String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count)] }) }

    /// As it may have been typed: small letters, blanks.
    /// - Returns: nil for what is no code.
    package static func typed(_ text: String) -> String? {
        let code = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        return code.count == length && code.allSatisfy(letters.contains) ? code : nil
    }
}
