/// Something that has just become true and concerns rooms above the one that did it.
package protocol Fact: Sendable {}

/// Something that a room cannot know by itself, because it lies in rooms above it.
package protocol Question: Sendable {
    associatedtype Answer: Sendable
}

/// What the names of some people are. It is answered by the room that keeps people.
package struct NamesAsked: Question {
    package typealias Answer = [ID<PersonTag>: String]
    package let people: Set<ID<PersonTag>>

    package init(_ people: Set<ID<PersonTag>>) { self.people = people }
}

/// How a room speaks to the rooms above without knowing them: it states facts and asks questions. The rooms above have registered beforehand what they
/// react to and what they can answer.
package struct Exchange: Sendable {
    private typealias Reaction = @Sendable (any Fact, Act) throws -> Void
    private typealias Reply = @Sendable (any Question, Act) throws -> any Sendable

    private var reactions: [ObjectIdentifier: [Reaction]] = [:]
    private var replies: [ObjectIdentifier: [Reply]] = [:]

    package init() {}

    /// Adds a reaction to one kind of fact, after those added before.
    package mutating func on<F: Fact>(_ kind: F.Type, _ react: @escaping @Sendable (F, Act) throws -> Void) {
        reactions[ObjectIdentifier(kind), default: []].append { fact, act in
            if let fact = fact as? F { try react(fact, act) }
        }
    }

    /// Adds an answer to one kind of question, after those added before.
    package mutating func answer<Q: Question>(_ kind: Q.Type, _ reply: @escaping @Sendable (Q, Act) throws -> Q.Answer?) {
        replies[ObjectIdentifier(kind), default: []].append { question, act in
            try (question as? Q).flatMap { try reply($0, act) } as (any Sendable)
        }
    }

    func state(_ fact: some Fact, in act: Act) throws {
        for reaction in reactions[ObjectIdentifier(type(of: fact))] ?? [] { try reaction(fact, act) }
    }

    func ask<Q: Question>(_ question: Q, in act: Act) throws -> [Q.Answer] {
        try (replies[ObjectIdentifier(Q.self)] ?? []).compactMap { try $0(question, act) as? Q.Answer }
    }

    /// Adds all that another one says, after what is said here.
    package mutating func add(_ other: Exchange) {
        reactions.merge(other.reactions) { $0 + $1 }
        replies.merge(other.replies) { $0 + $1 }
    }
}
