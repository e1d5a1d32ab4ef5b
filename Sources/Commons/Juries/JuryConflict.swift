package import Accounts
package import Centres
package import Languages
import Storage

/// Why somebody does not judge a work.
package enum JuryConflict: String, CaseIterable, Sendable, Storable {
    /// It comes from a school at which they work or which they look after.
    case school
    /// It is a work of their own pupils.
    case pupils
    /// They made it themselves.
    case own
    /// They said so.
    case declared

    package var name: Phrase {
        switch self {
        case .school: T.juries.conflictSchool
        case .pupils: T.juries.conflictPupils
        case .own: T.juries.conflictOwn
        case .declared: T.juries.conflictDeclared
        }
    }
}

/// What ties a juror to works.
package struct JurorTies: Sendable, Hashable {
    package let person: Person.ID
    package let schools: Set<School.ID>

    package init(_ person: Person.ID, schools: Set<School.ID> = []) { (self.person, self.schools) = (person, schools) }

    /// The nearest of the ties between the two; what was declared stands on the sheet and is asked there.
    package func conflict(with work: WorkTies) -> JuryConflict? {
        if work.authors.contains(person) { return .own }
        if work.mentor == person { return .pupils }
        return work.schools.isDisjoint(with: schools) ? nil : .school
    }
}

/// Who stands behind a work. No juror ever sees it.
package struct WorkTies: Sendable, Hashable {
    package let mentor: Person.ID?
    package let schools: Set<School.ID>
    /// Of works that teachers made themselves.
    package let authors: Set<Person.ID>

    package init(mentor: Person.ID? = nil, schools: Set<School.ID> = [], authors: Set<Person.ID> = []) {
        (self.mentor, self.schools, self.authors) = (mentor, schools, authors)
    }
}
