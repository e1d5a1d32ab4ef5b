package import Languages

/// A refusal that explains itself: which field, in words that the reader's language has, and what kind it is.
/// Everything else that is thrown is "something went wrong on our side".
package struct Problem: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Something typed cannot be taken as it is.
        case invalid
        /// What is asked for is right in itself, but things stand so that it is not possible now.
        case conflict
        /// There is no such thing, or the actor may not see it.
        case missing
        /// Too often; `seconds` tells when to come again.
        case tooOften(seconds: Int)
    }

    /// One field's fault; no field means the whole form.
    package struct Fault: Sendable, Hashable {
        package let field: String?
        package let phrase: Phrase

        package init(_ field: String?, _ phrase: Phrase) {
            self.field = field
            self.phrase = phrase
        }
    }

    package let kind: Kind
    package let faults: [Fault]

    package init(_ kind: Kind, _ faults: [Fault]) {
        self.kind = kind
        self.faults = faults
    }

    package static func invalid(_ field: String, _ phrase: Phrase) -> Problem { Problem(.invalid, [Fault(field, phrase)]) }
    package static func conflict(_ phrase: Phrase) -> Problem { Problem(.conflict, [Fault(nil, phrase)]) }
    package static let missing = Problem(.missing, [])

    package func fault(at field: String) -> Phrase? { faults.first { $0.field == field }?.phrase }
}

/// Faults gathered while a form is read, thrown together: a person mends a form once, not field by field.
package struct Faults {
    private var found: [Problem.Fault] = []

    package init() {}

    package var isEmpty: Bool { found.isEmpty }
    package var count: Int { found.count }

    package mutating func add(_ field: String, _ phrase: Phrase) {
        found.append(Problem.Fault(field, phrase))
    }

    package mutating func require(_ condition: Bool, _ field: String, _ phrase: @autoclosure () -> Phrase) {
        if !condition { add(field, phrase()) }
    }

    /// Reads what tells its own faults, and gathers them with the others: nil where there were any.
    package mutating func gather<T>(_ read: () throws -> T) throws -> T? {
        do { return try read() } catch let problem as Problem where problem.kind == .invalid {
            found += problem.faults
            return nil
        }
    }

    /// - Throws: a `Problem` with all faults, if there are any.
    package func check() throws {
        if !found.isEmpty { throw Problem(.invalid, found) }
    }
}
