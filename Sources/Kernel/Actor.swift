import Storage

/// All roles that there are. Everybody who has signed in is a person without any role; roles are granted.
package enum Role: String, CaseIterable, Sendable, Storable {
    case trainer, school, coordinator, librarian, accountant, director, observer, administrator

    /// Roles of a centre's own people, who need a second factor.
    package var isStaff: Bool {
        switch self {
        case .coordinator, .librarian, .accountant, .director, .administrator: true
        case .trainer, .school, .observer: false
        }
    }
}

/// A role at a centre or for a school. An administrator's grant names neither: it is of the installation.
package struct Grant: Hashable, Sendable {
    package let role: Role
    package let centre: ID<CentreTag>?
    package let school: ID<SchoolTag>?

    package init(_ role: Role, centre: ID<CentreTag>? = nil, school: ID<SchoolTag>? = nil) {
        self.role = role
        self.centre = centre
        self.school = school
    }
}

/// Who acts, and with which rights. Every look-up is told the actor, and what the actor may not see does not exist for it.
package struct Actor: Sendable, Hashable {
    package let person: ID<PersonTag>?
    package let name: String
    package let grants: Set<Grant>

    package init(person: ID<PersonTag>?, name: String, grants: Set<Grant> = []) {
        self.person = person
        self.name = name
        self.grants = grants
    }

    /// Somebody who has not signed in.
    package static let visitor = Actor(person: nil, name: "")
    /// The program itself: jobs, the command line.
    package static let system = Actor(person: nil, name: "system", grants: [Grant(.administrator)])

    package var isSignedIn: Bool { person != nil }
    package var isStaff: Bool { grants.contains { $0.role.isStaff } }
    package var isAdministrator: Bool { grants.contains { $0.role == .administrator } }

    /// Whether the actor holds the role at that centre. Administrators hold every staff role everywhere; a director may do what the centre's people do.
    package func holds(_ role: Role, at centre: ID<CentreTag>) -> Bool {
        if role.isStaff && isAdministrator { return true }
        return grants.contains { grant in
            guard grant.centre == centre else { return false }
            return grant.role == role || (grant.role == .director && role.isStaff && role != .administrator)
        }
    }

    /// Whether the actor may run the events of that centre.
    package func coordinates(_ centre: ID<CentreTag>) -> Bool { holds(.coordinator, at: centre) }
}

/// Who may open a door. Each route names one; there is no default.
package enum Audience: String, CaseIterable, Sendable {
    case `public`, person, trainer, school, coordinator, librarian, accountant, director, observer, administrator

    /// - Parameter centre: the centre that the door belongs to.
    package func admits(_ actor: Actor, at centre: ID<CentreTag>) -> Bool {
        switch self {
        case .public: true
        case .person: actor.isSignedIn
        case .trainer: actor.holds(.trainer, at: centre) || actor.holds(.coordinator, at: centre)
        case .school: actor.grants.contains { $0.role == .school } || actor.holds(.coordinator, at: centre)
        case .coordinator: actor.holds(.coordinator, at: centre)
        case .librarian: actor.holds(.librarian, at: centre) || actor.holds(.coordinator, at: centre)
        case .accountant: actor.holds(.accountant, at: centre)
        case .director: actor.holds(.director, at: centre)
        case .observer: actor.holds(.observer, at: centre) || actor.holds(.director, at: centre)
        case .administrator: actor.isAdministrator
        }
    }

    /// Doors of the centre's own people, behind the second factor and in the staff's frame.
    package var isStaff: Bool {
        switch self {
        case .coordinator, .librarian, .accountant, .director, .administrator: true
        case .public, .person, .trainer, .school, .observer: false
        }
    }
}
