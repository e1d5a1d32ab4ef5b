package import Centres
package import Kernel
package import Languages
package import Web

/// What rooms above have to show of a school on the page of those who look after it. Whoever asks has opened the door: the school is one of theirs.
package struct SchoolPageAsked: Question {
    package typealias Answer = SchoolPagePart
    package let school: School
    package let roster: Roster
    package let centre: Centre.ID
}

/// A part of a school's page with its place on it; the roster stands at 50, who looks after the school at 60.
package struct SchoolPagePart: Sendable {
    package let place: Int
    package let part: PagePart

    package init(at place: Int, _ part: PagePart) { (self.place, self.part) = (place, part) }
}

/// A way from the school's page to another one of the same school: each room brings its own.
package struct SchoolLink: Sendable {
    package let label: Phrase
    /// Behind the school's own page: `plan` for `/me/schools/12/plan`.
    package let path: String
    /// Links stand in the order of their places.
    package let place: Int
}

extension Room {
    /// A line on the page of a school; see ``SchoolLink``.
    package mutating func school(_ label: Phrase, _ path: String, at place: Int) { bring(SchoolLink(label: label, path: path, place: place)) }

    /// What of it stands on the page of a school; see ``SchoolPageAsked``.
    package mutating func school(_ tell: @escaping @Sendable (SchoolPageAsked, Act) throws -> SchoolPagePart?) { answer(SchoolPageAsked.self, tell) }
}
