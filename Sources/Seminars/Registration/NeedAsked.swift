package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages

/// Which of these people have something due, wished or missed: rooms above know, each its part.
package struct NeedAsked: Question {
    package typealias Answer = [NeedPart: Set<Person.ID>]

    package let centre: Centre.ID
    /// Nil where it is asked of no event in particular.
    package let event: Event?
    package let people: Set<Person.ID>
    package let year: SchoolYear

    package init(_ people: Set<Person.ID>, of event: Event, on day: Day) {
        (centre, self.event, self.people, year) = (event.centre, event, people, SchoolYear(containing: day))
    }

    package init(_ people: Set<Person.ID>, at centre: Centre.ID, in year: SchoolYear) {
        (self.centre, event, self.people, self.year) = (centre, nil, people, year)
    }

    /// What all rooms say together.
    package func told(in act: Act) throws -> [NeedPart: Set<Person.ID>] {
        try people.isEmpty ? [:] : act.ask(self).reduce(into: [:]) { all, one in all.merge(one) { $0.union($1) } }
    }
}

/// How many days of paid leave away from lessons each of these people has left in a school year. Whoever is not told of has as many as is usual.
package struct LeaveAsked: Question {
    package typealias Answer = [Person.ID: Int]

    package let centre: Centre.ID
    package let people: Set<Person.ID>
    package let year: SchoolYear

    package init(_ people: Set<Person.ID>, at centre: Centre.ID, in year: SchoolYear) { (self.centre, self.people, self.year) = (centre, people, year) }
}
