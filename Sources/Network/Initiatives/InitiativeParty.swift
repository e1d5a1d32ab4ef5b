package import Accounts
package import Centres
package import Circles
package import Kernel
package import Languages
package import Storage

/// Where somebody stands.
package enum InitiativeStanding: String, CaseIterable, Sendable, Storable {
    case support = "for"
    /// For it, with a change.
    case change
    case against, abstain
}

/// Somebody who is asked for a position: a centre of this installation, or somebody outside whose letter is written down here.
package struct InitiativeParty: Sendable {
    package typealias ID = Kernel.ID<InitiativeParty>

    package let id: ID
    package let centre: Centre?
    /// Of somebody outside.
    package let name: String
    package let asked: Instant
    package let position: InitiativePosition?
    package let given: Instant?

    package init(id: ID, centre: Centre?, name: String, asked: Instant, position: InitiativePosition?, given: Instant?) {
        (self.id, self.centre, self.name, self.asked, self.position, self.given) = (id, centre, name, asked, position, given)
    }

    /// The name as a page in that language shows it.
    package func name(_ t: Texts) -> String { centre?.name(in: t.language) ?? t.shown(name) }
}

/// What one of them says to a version of the text.
package struct InitiativePosition: Sendable, Hashable {
    package let standing: InitiativeStanding
    package let words: String
    /// The number of the version that was read.
    package let version: Int

    package init(_ standing: InitiativeStanding, words: String = "", version: Int) { (self.standing, self.words, self.version) = (standing, words, version) }

    /// Whoever wants a change or is against it says what and why; the others may.
    package var lacksWords: Bool { (standing == .change || standing == .against) && words.isEmpty }
}

/// How all of them stand: institutions are counted, never persons.
package struct StandingSum: Sendable, Hashable {
    package let counts: [InitiativeStanding: Int]
    package let asked: Int

    package init(_ standings: [InitiativeStanding?]) {
        asked = standings.count
        counts = standings.compactMap(\.self).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    package subscript(_ standing: InitiativeStanding) -> Int { counts[standing] ?? 0 }
    package var spoken: Int { counts.values.reduce(0, +) }
    package var hasAll: Bool { spoken == asked }
    /// More are for it, with a change or without, than against; whoever abstains is neither.
    package var carries: Bool { self[.support] + self[.change] > self[.against] }
}

/// A circle whose members read and comment.
package struct InitiativeCircle: Sendable {
    package let id: Circle.ID
    package let name: String
}
