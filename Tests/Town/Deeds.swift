package import Accounts
package import Centres
package import Kernel
import Languages
import Site
package import Storage

extension Town {
    package var records: Records { app.records }

    /// What the house does by itself, or what a story takes as given.
    @discardableResult
    package func does<T: Sendable>(_ body: @escaping @Sendable (Act) throws -> T) async throws -> T {
        try await records.write(by: .system, body)
    }

    /// A look at what is kept, with everybody's rights.
    package func finds<T: Sendable>(_ body: @escaping @Sendable (Act) throws -> T) async throws -> T {
        try await records.read(as: .system, body)
    }

    package func value<T: Storable & Sendable>(_ sql: SQL, as type: T.Type = T.self) async throws -> T? {
        try await finds { try $0.db.value(sql) }
    }

    /// How many rows a table has, or as many of them as a condition behind its name leaves.
    package func count(_ table: SQL) async throws -> Int {
        try await finds { try $0.db.count("SELECT count(*) FROM \(table)") }
    }

    package func journal(_ noun: String, _ id: Int64) async throws -> [String] {
        try await finds { act in
            try act.db.rows("SELECT deed FROM journal WHERE noun = \(noun) AND subject = \(id) ORDER BY id").map { try $0["deed"] }
        }
    }
}

extension Someone {
    /// One act in this person's name, with the rights that the person has.
    @discardableResult
    package func does<T: Sendable>(_ body: @escaping @Sendable (Act) throws -> T) async throws -> T {
        try await app.records.write(by: try await actor, body)
    }

    package var grants: Set<Grant> {
        get async throws { try await actor.grants }
    }

    /// As the house knows this person.
    package var person: Person {
        get async throws {
            let id = id
            return try await app.records.read(as: .system) { try PersonStore.person(id, in: $0) }
        }
    }

    /// The roles that this person holds, the oldest first.
    package var roles: [HeldRole] {
        get async throws {
            let id = id
            return try await app.records.read(as: .system) { try RoleStore.roles(of: [id], in: $0) }
        }
    }

    /// Where this person works.
    package var schools: [School.ID] {
        get async throws {
            let id = id
            return try await app.records.read(as: .system) { try EmploymentStore.schools(of: id, on: Zone.utc.day(of: $0.now), in: $0) }.map(\.id)
        }
    }

    private var actor: Actor {
        get async throws {
            let id = id
            return try await app.records.read(as: .system) { try PersonStore.actor(id, in: $0) } ?? .visitor
        }
    }

    /// Works at a school from now on.
    package func works(at school: School.ID, as job: String = "") async throws {
        let id = id
        try await does { try EmploymentStore.add(id, at: school, job: job, in: $0) }
    }

    /// Gets a role, at a centre or of the whole installation.
    package func becomes(_ role: Role, at centre: Centre.ID? = nil) async throws {
        let id = id
        try await app.records.write(by: .system) { try PersonStore.grant(Grant(role, centre: centre), to: id, in: $0) }
    }
}
