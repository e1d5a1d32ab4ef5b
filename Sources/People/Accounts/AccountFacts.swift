import Kernel
package import Languages

/// An address was proved by a link: what was asked for with that link counts from now on. What else waits in the same name, typed in another
/// browser, does not.
package struct PersonVerified: Fact {
    package let person: Person.ID
    /// The hash of the link.
    package let claim: [UInt8]
}

/// What a link would confirm, asked before it is used: lines to be read by whoever has opened it.
package struct ClaimAsked: Question {
    package typealias Answer = [String]
    package let claim: [UInt8]
    package let t: Texts
}

/// A newcomer never proved the address and is about to be forgotten: rooms above remove what hangs on the person.
package struct PersonPurged: Fact {
    package let person: Person.ID
}

/// Somebody deleted the account: name and contacts are gone. Rooms above end what is open and keep what a rule makes them keep.
package struct PersonErased: Fact {
    package let person: Person.ID
}

/// By what else somebody may enter: asked of the rooms above where people sign in, and where they look at their own account.
package struct SignInDoorsAsked: Question {
    package typealias Answer = [SignInDoor]

    package init() {}
}

/// Another way in.
package struct SignInDoor: Sendable, Hashable {
    /// What its button says.
    package let name: String
    /// Where it begins, behind the language; takes `onward`.
    package let path: String
    /// Where its owner looks after it.
    package let account: String

    package init(name: String, path: String, account: String) { (self.name, self.path, self.account) = (name, path, account) }
}

/// What is held about somebody, who wants to know it: each room above answers with its part.
package struct HeldAsked: Question {
    package typealias Answer = HeldData
    package let person: Person.ID
}

/// What is held about one person, by subject, as it goes into the file that the person takes away.
package struct HeldData: Sendable {
    /// One thing with its named values; days and moments are written as in ISO 8601.
    package typealias Entry = [String: String]

    package private(set) var all: [String: [Entry]] = [:]

    init() {}

    package init(_ subject: String, _ list: [Entry]) { add(subject, list) }

    /// Adds a subject; values that are empty are left out.
    package mutating func add(_ subject: String, _ list: [Entry]) {
        all[subject, default: []] += list.map { $0.filter { !$0.value.isEmpty } }
    }

    mutating func add(_ other: HeldData) { all.merge(other.all) { $0 + $1 } }
}
