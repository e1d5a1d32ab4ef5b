package import Forms
package import HTML
package import Kernel
package import Languages
package import Look

// What rooms bring to pages that belong to none of them: Данас, Моја страница, the settings.

/// A line of the page of settings: there for those whom its route admits.
package struct SettingsLine: Sendable {
    package let label: Phrase
    package let path: String
    package let detail: Phrase?
    /// Lines stand in the order of their places.
    package let place: Int
}

/// One of the first steps of a new centre, as the room tells it in which it is taken. When all are taken they are no longer spoken of.
package struct FirstStep: Sendable {
    package let label: Phrase
    package let detail: Phrase
    package let path: String
    /// Steps stand in the order of their places.
    package let place: Int
    /// Whether it was taken at a centre.
    package let isTaken: @Sendable (Visit, Act) throws -> Bool
}

/// What needs a hand at a centre today: each room tells its part.
package struct TodayAsked: Question {
    package typealias Answer = TodayPart
    package let centre: CentreSign
    package let today: Day
    /// The reader's words, for titles.
    package let t: Texts

    package init(centre: CentreSign, today: Day, _ t: Texts) {
        self.centre = centre
        self.today = today
        self.t = t
    }
}

package struct TodayPart: Sendable {
    /// One act that somebody should do.
    package struct Line: Sendable {
        package let tone: Tone
        package let day: Day
        /// What it is about, as the reader's page shows it.
        package let title: Run
        package let what: Phrase
        /// The verb on its button.
        package let act: Phrase
        package let path: String

        package init(_ tone: Tone, _ day: Day, _ title: Run, _ what: Phrase, _ act: Phrase, path: String) {
            self.tone = tone
            self.day = day
            self.title = title
            self.what = what
            self.act = act
            self.path = path
        }
    }

    /// Something that stands above all lines.
    package struct Warning: Sendable {
        package let tone: Tone
        package let what: Phrase
        /// Where something can be done about it; nil when it is only told.
        package let path: String?

        package init(_ tone: Tone, _ what: Phrase, path: String?) {
            self.tone = tone
            self.what = what
            self.path = path
        }
    }

    package var lines: [Line]
    package var warnings: [Warning]
    /// What is shown below the lines.
    package var below: PagePart?

    package init(lines: [Line] = [], warnings: [Warning] = [], below: PagePart? = nil) {
        self.lines = lines
        self.warnings = warnings
        self.below = below
    }
}

/// What stands on somebody's own page: each room tells its parts.
package struct MeAsked: Question {
    package typealias Answer = MePart
    package let person: ID<PersonTag>
    package let centre: CentreSign
    package let today: Day
    package let seal: Seal

    package init(person: ID<PersonTag>, centre: CentreSign, today: Day, _ seal: Seal) {
        self.person = person
        self.centre = centre
        self.today = today
        self.seal = seal
    }
}

/// Parts of somebody's own page, each with its place on it.
package struct MePart: Sendable {
    package let parts: [(place: Int, part: PagePart)]

    package init(_ parts: (place: Int, part: PagePart?)...) {
        self.parts = parts.compactMap { place, part in part.map { (place, $0) } }
    }
}

/// A part of a page that another room shows: finished values, and how they look.
package struct PagePart: Sendable {
    package let title: Phrase?
    package let show: @Sendable (Reader) -> Markup

    package init(_ title: Phrase? = nil, @HTMLBuilder show: @escaping @Sendable (Reader) -> Markup) {
        self.title = title
        self.show = show
    }
}
