package import Certificates
package import Events
package import Kernel
package import Languages
package import Storage

/// One thing that somebody did for their profession and can show, as rules count it: a certificate of this house, an entry of their own, or, when it is
/// asked *what if*, an event that comes.
package struct Evidence: Sendable, Hashable {
    package enum Source: Hashable, Sendable {
        case certificate(Certificate.ID), entry(PortfolioEntry.ID), coming(Event.ID)
    }

    package let source: Source
    package let kind: EvidenceKind
    /// Whether its bearer led it: held, presented, organised.
    package let isLed: Bool
    /// The last day of it, by which it belongs to a school year.
    package let day: Day
    package let hours: Int
    package let days: Int
    /// Credits of higher education (ECTS).
    package let credits: Int
    /// As the paper says; nil where none says it, then a rule pack tells what it is worth.
    package let points: Int?
    /// Whether it is of a priority area of its time.
    package let isPriority: Bool
    /// Whether people of several countries met.
    package let isInternational: Bool
    /// Title, competence and priority, folded as for search: rules may ask for a theme by its words.
    package let words: String
    package let standing: EvidenceStanding

    package init(
        _ source: Source, _ kind: EvidenceKind, isLed: Bool = false, day: Day, hours: Int = 0, days: Int = 1, credits: Int = 0, points: Int? = nil,
        isPriority: Bool = false, isInternational: Bool = false, words: String = "", standing: EvidenceStanding = .proved
    ) {
        (self.source, self.kind, self.isLed, self.day, self.hours, self.days) = (source, kind, isLed, day, hours, days)
        (self.credits, self.points, self.isPriority, self.isInternational) = (credits, points, isPriority, isInternational)
        (self.words, self.standing) = (words, standing)
    }
}

/// How sure it is.
package enum EvidenceStanding: String, Sendable, Hashable, CaseIterable {
    /// A certificate of this house, or somebody has looked at the paper.
    case proved
    /// Its bearer says so.
    case said
    /// It has not been yet.
    case coming
}

/// What kind of thing it is. Rule packs name these words.
package enum EvidenceKind: String, CaseIterable, Sendable, Storable {
    /// A programme that a competent body approved.
    case programme
    /// An approved professional gathering, or a conference.
    case gathering
    /// Any other course, lecture, webinar.
    case course
    /// A professional or study trip, a stay abroad.
    case trip
    /// Studies and accredited programmes of higher education.
    case study
    /// What the institution undertakes itself.
    case inside
    /// Held for others: as trainer, lecturer, mentor.
    case leading
    /// Written: an article, a textbook, a programme.
    case writing

    package var name: Phrase {
        switch self {
        case .programme: T.portfolio.kindProgramme
        case .gathering: T.portfolio.kindGathering
        case .course: T.portfolio.kindCourse
        case .trip: T.portfolio.kindTrip
        case .study: T.portfolio.kindStudy
        case .inside: T.portfolio.kindInside
        case .leading: T.portfolio.kindLeading
        case .writing: T.portfolio.kindWriting
        }
    }
}
