package import Accounts
package import Centres
package import Events
import Kernel
package import Languages

/// Somebody at one event that was held: one participation.
package struct ReportVisit: Sendable, Hashable {
    package let event: Event.ID
    package let person: Person.ID
    /// On whose behalf; nil where none was told.
    package let school: School.ID?
    /// Of presence, and of the whole event.
    package private(set) var minutes: Int
    package let whole: Int
    /// On a valid certificate.
    package let points: Int
    package let hasProof: Bool

    package init(
        _ person: Person.ID, at event: Event.ID, of school: School.ID? = nil, minutes: Int = 0, whole: Int = 0, points: Int = 0, hasProof: Bool = false
    ) {
        (self.person, self.event, self.school) = (person, event, school)
        (self.minutes, self.whole, self.points, self.hasProof) = (minutes, whole, points, hasProof)
    }

    /// They were at another session of it too.
    mutating func add(_ minutes: Int) { self.minutes += minutes }
}

/// An event that was held, as reports tell of it: in the language of the centre.
package struct ReportEvent: Sendable, Hashable {
    package let id: Event.ID
    package let title: String
    package let form: String
    /// The last day of it.
    package let day: Day
    package let place: String
    package let isProgramme: Bool
    /// Number and codes of its programme, as the catalogue has them.
    package let codes: [String]
    package let points: Int
    /// How many were counted, where nobody is marked.
    package let visitors: Int?
    /// How many answered what the evaluation asks of the whole, and the sum of their grades in hundredths.
    package let answers: Int
    package let grades: Int

    package init(
        _ id: Event.ID, _ title: String, form: String = "", on day: Day, place: String = "", isProgramme: Bool = true, codes: [String] = [], points: Int = 0,
        visitors: Int? = nil, answers: Int = 0, grades: Int = 0
    ) {
        (self.id, self.title, self.form, self.day, self.place) = (id, title, form, day, place)
        (self.isProgramme, self.codes, self.points, self.visitors) = (isProgramme, codes, points, visitors)
        (self.answers, self.grades) = (answers, grades)
    }

    /// Mean grade in hundredths; none of fewer answers than are told.
    package var grade: Int? { answers >= ReportHiding.least ? (2 * grades + answers) / (2 * answers) : nil }
    package var detail: String { (isProgramme ? codes + [place] : [form, place]).filter { !$0.isEmpty }.joined(separator: " · ") }
}

/// A place by what it is called.
package struct ReportPlace: Sendable, Hashable {
    package let name: String
    package let municipality: Municipality.ID?

    package init(_ name: String, in municipality: Municipality.ID? = nil) { (self.name, self.municipality) = (name, municipality) }
}

/// Who came to what was held in a year, with all that reports need to know of it.
package struct ReportFacts: Sendable {
    package var events: [ReportEvent]
    package var visits: [ReportVisit]
    package var schools: [School.ID: ReportPlace] = [:]
    package var municipalities: [Municipality.ID: String] = [:]
    /// What people do, in one writing each.
    package var jobs: [Person.ID: String] = [:]

    package init(
        events: [ReportEvent] = [], visits: [ReportVisit] = [], schools: [School.ID: ReportPlace] = [:], municipalities: [Municipality.ID: String] = [:],
        jobs: [Person.ID: String] = [:]
    ) {
        (self.events, self.visits, self.schools, self.municipalities, self.jobs) = (events, visits, schools, municipalities, jobs)
    }

    /// Who came, by event.
    package var people: [Event.ID: Set<Person.ID>] { visits.reduce(into: [:]) { $0[$1.event, default: []].insert($1.person) } }

    /// Those who count by a rule, of one municipality where one is named.
    package func counted(_ way: CountingRule.Way, in municipality: Municipality.ID? = nil) -> ReportFacts {
        var facts = self
        facts.visits = visits.filter { visit in
            way.counts(visit) && (municipality == nil || visit.school.flatMap { schools[$0]?.municipality } == municipality)
        }
        if municipality != nil {
            let came = Set(facts.visits.map(\.event))
            facts.events = events.filter { came.contains($0.id) }
        }
        return facts
    }
}
