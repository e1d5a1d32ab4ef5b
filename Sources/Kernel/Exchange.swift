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

/// Who somebody is who acts now, with the rights of today: work that waited in a queue is done in their name. It is answered by the room that keeps people.
package struct ActorAsked: Question {
    package typealias Answer = Actor
    package let person: ID<PersonTag>

    package init(_ person: ID<PersonTag>) { self.person = person }
}

/// How rooms speak to those above and below them without knowing them: they state facts, ask questions, and bring things that another room shows or
/// uses. Whoever reacts, answers or brings has said so beforehand.
package struct Exchange: Sendable {
    private typealias Reaction = @Sendable (any Fact, Act) throws -> Void
    private typealias Reply = @Sendable (any Question, Act) throws -> (any Sendable)?

    private var reactions: [ObjectIdentifier: [Reaction]] = [:]
    private var replies: [ObjectIdentifier: [Reply]] = [:]
    private var brought: [ObjectIdentifier: [any Sendable]] = [:]

    package init() {}

    /// Adds a reaction to one kind of fact, after those added before.
    package mutating func on<F: Fact>(_ kind: F.Type, _ react: @escaping @Sendable (F, Act) throws -> Void) {
        reactions[ObjectIdentifier(kind), default: []].append { fact, act in
            if let fact = fact as? F { try react(fact, act) }
        }
    }

    /// Adds an answer to one kind of question, after those added before. Nil is no answer.
    package mutating func answer<Q: Question>(_ kind: Q.Type, _ reply: @escaping @Sendable (Q, Act) throws -> Q.Answer?) {
        replies[ObjectIdentifier(kind), default: []].append { question, act in
            guard let question = question as? Q else { return nil }
            return try reply(question, act)
        }
    }

    /// Brings something that another room shows or uses: a line of a menu, a kind of row that files may hold.
    package mutating func bring<Thing: Sendable>(_ thing: Thing) {
        brought[ObjectIdentifier(Thing.self), default: []].append(thing)
    }

    /// All things of one kind, in the order in which rooms brought them.
    package func all<Thing: Sendable>(_ kind: Thing.Type = Thing.self) -> [Thing] {
        (brought[ObjectIdentifier(kind)] ?? []).compactMap { $0 as? Thing }
    }

    /// Adds all that another one says, after what is said here.
    package mutating func add(_ other: Exchange) {
        reactions.merge(other.reactions) { $0 + $1 }
        replies.merge(other.replies) { $0 + $1 }
        brought.merge(other.brought) { $0 + $1 }
    }

    func state(_ fact: some Fact, in act: Act) throws {
        for reaction in reactions[ObjectIdentifier(type(of: fact))] ?? [] { try reaction(fact, act) }
    }

    func ask<Q: Question>(_ question: Q, in act: Act) throws -> [Q.Answer] {
        try (replies[ObjectIdentifier(Q.self)] ?? []).compactMap { try $0(question, act) as? Q.Answer }
    }
}
