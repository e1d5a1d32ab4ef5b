/// The one rule of places at a session: a group comes whole or waits whole, and nobody passes it. Only pupils take places; those who come along do not.
package struct ClubQueue<ID: Hashable & Sendable>: Sendable {
    package struct Group: Sendable, Hashable {
        package let id: ID
        package var pupils: Int
        package var hasPlaces: Bool

        package init(_ id: ID, pupils: Int, hasPlaces: Bool) { (self.id, self.pupils, self.hasPlaces) = (id, pupils, hasPlaces) }
    }

    package let places: Int
    /// In the order in which they came.
    package let groups: [Group]

    package init(places: Int, _ groups: [Group]) { (self.places, self.groups) = (places, groups) }

    package var taken: Int { groups.filter(\.hasPlaces).reduce(0) { $0 + $1.pupils } }
    package var free: Int { max(0, places - taken) }
    package var waiting: [Group] { groups.filter { !$0.hasPlaces } }

    /// Whether a group that comes now gets its places at once.
    package func admits(_ pupils: Int) -> Bool { waiting.isEmpty && pupils <= free }

    /// Whether it can ever come: no larger than the session.
    package func couldHold(_ pupils: Int) -> Bool { (1...max(1, places)).contains(pupils) && places > 0 }

    /// What comes of another number of pupils in a group that is here.
    package enum Growth: Sendable, Hashable {
        /// It stays as it is: with its places, or waiting in its turn.
        case stays
        /// It has places, and there are not so many more.
        case lacks(free: Int)
        /// More than the session holds at all.
        case tooMany
    }

    package func growth(of id: ID, to pupils: Int) -> Growth {
        guard couldHold(pupils), let group = groups.first(where: { $0.id == id }) else { return .tooMany }
        guard group.hasPlaces, pupils > group.pupils else { return .stays }
        let room = waiting.isEmpty ? free : 0
        return pupils - group.pupils <= room ? .stays : .lacks(free: group.pupils + room)
    }

    /// Who gets places now: the first that waits, and the next, until one does not fit.
    package var admitted: [ID] {
        var room = free
        return waiting.prefix { group in
            guard group.pupils <= room else { return false }
            room -= group.pupils
            return true
        }.map(\.id)
    }

    /// Which place in the queue a group has, from one on.
    package func turn(of id: ID) -> Int? { waiting.firstIndex { $0.id == id }.map { $0 + 1 } }
}
