package import Catalogue
package import Centres
package import Kernel

/// What people say they would come to: a programme, or something on a topic.
package enum DemandSubject: Sendable, Hashable {
    case programme(Programme.ID)
    case topic(Topic.ID)
}

/// From how many on a centre is called to hold something.
package struct DemandRule: Sendable, Hashable {
    package var people: Int
    package var schools: Int
    /// How far from the place they may work; nil for any distance.
    package var km: Int?
    /// Nil for the centre's own municipality.
    package var place: Municipality.ID?

    package init(people: Int, schools: Int, km: Int? = nil, place: Municipality.ID? = nil) {
        (self.people, self.schools, self.km, self.place) = (people, schools, km, place)
    }

    /// Until a centre says otherwise: a group that pays, from more than one school, an hour's drive around.
    package static let usual = DemandRule(people: 15, schools: 3, km: 40)

    package static let bounds = 1...1000

    /// Those who count: whose school lies near enough. Where it lies, or where the place is, may be unknown: then only a rule without a distance counts them,
    /// and a place that is unknown lies near everybody.
    package func counted(_ comers: [Comer], around seat: Coordinates?) -> [Comer] {
        guard let km, let seat else { return comers }
        return comers.filter { comer in comer.seat.map { $0.kilometres(to: seat) <= Double(km) } ?? false }
    }

    /// - Returns: those who count, if they are enough; nil if not.
    package func reached(_ comers: [Comer], around seat: Coordinates?) -> [Comer]? {
        let counted = counted(comers, around: seat)
        let enough = Set(counted.map(\.person)).count >= people && Set(counted.compactMap(\.school)).count >= schools
        return enough ? counted : nil
    }
}

/// Somebody who would come, and where they work.
package struct Comer: Sendable, Hashable {
    package let person: ID<PersonTag>
    package let school: School.ID?
    package let municipality: Municipality.ID?
    package let seat: Coordinates?

    package init(_ person: ID<PersonTag>, school: School.ID?, municipality: Municipality.ID? = nil, seat: Coordinates?) {
        (self.person, self.school, self.municipality, self.seat) = (person, school, municipality, seat)
    }
}
