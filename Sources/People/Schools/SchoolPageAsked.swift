package import Centres
package import Kernel
package import Languages
package import Storage
package import Web

/// What rooms above have to show of what a school plans, on the first of its pages. Whoever asks has opened the door: the school is one of theirs.
package struct SchoolPlanAsked: Question {
    package typealias Answer = PagePart
    package let school: School
    package let language: Language
}

/// What rooms above have to show of a school on the page *With the centre*: what it has from the centre, and what it asked of it.
package struct SchoolPageAsked: Question {
    package typealias Answer = SchoolPagePart
    package let school: School
    package let centre: Centre.ID
}

/// A part of that page with its place on it.
package struct SchoolPagePart: Sendable {
    package let place: Int
    package let part: PagePart

    package init(at place: Int, _ part: PagePart) { (self.place, self.part) = (place, part) }
}

/// A way from the school's page to another one of the same school: each room brings its own.
package struct SchoolLink: Sendable {
    package let label: Phrase
    /// Behind the school's own page: `plans` for `/me/schools/12/plans`.
    package let path: String
    /// Links stand in the order of their places.
    package let place: Int
}

/// Something that waits for the word of those who look after a school. What all rooms count is asked of the database at once.
package struct SchoolWaiting: Sendable {
    package let link: SchoolLink
    /// How many there are.
    package let told: @Sendable (Int) -> Phrase
    /// `SELECT count(*) …` over what waits in a school for the actor.
    package let counted: @Sendable (School.ID, Act) -> SQL
}

extension Room {
    /// A line on the page of a school; see ``SchoolLink``.
    package mutating func school(_ label: Phrase, _ path: String, at place: Int) { bring(SchoolLink(label: label, path: path, place: place)) }

    /// The same, and what of it waits; see ``SchoolWaiting``.
    package mutating func school(
        _ label: Phrase, _ path: String, at place: Int, waits told: @escaping @Sendable (Int) -> Phrase, counted: @escaping @Sendable (School.ID, Act) -> SQL
    ) {
        let link = SchoolLink(label: label, path: path, place: place)
        bring(link)
        bring(SchoolWaiting(link: link, told: told, counted: counted))
    }

    /// What of it stands on the page of a school; see ``SchoolPageAsked``.
    package mutating func school(_ tell: @escaping @Sendable (SchoolPageAsked, Act) throws -> SchoolPagePart?) { answer(SchoolPageAsked.self, tell) }
}
