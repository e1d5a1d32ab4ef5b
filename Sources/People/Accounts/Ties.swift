package import Kernel
package import Storage

/// With whom a centre has to do. Each room above that makes ties answers with a query of the ids of those people.
package struct TiesAsked: Question {
    package typealias Answer = SQL
    package let centre: ID<CentreTag>

    package init(centre: ID<CentreTag>) { self.centre = centre }
}

extension PersonStore {
    /// The ids of all those with whom a centre has to do: who holds a role there, and whom the rooms above know. An address alone ties nobody to anybody.
    package static func ties(to centre: ID<CentreTag>, in act: Act) throws -> SQL {
        try act.ask(TiesAsked(centre: centre)).reduce("SELECT person FROM role WHERE centre = \(centre)" as SQL) { "\($0) UNION \($1)" }
    }

    /// Whether whoever acts for a centre may see a person: by a tie, or as an administrator.
    package static func sees(_ person: Person.ID, from centre: ID<CentreTag>, in act: Act) throws -> Bool {
        if act.by.isAdministrator { return true }
        return try act.db.exists("SELECT 1 AS tied FROM person WHERE id = \(person) AND id IN (\(ties(to: centre, in: act)))")
    }
}
