package import Accounts
package import Catalogue
package import Events
package import Kernel
package import Languages
package import Schools
package import Storage

/// Somebody has tried in class what a note tells.
package struct PracticeTry: Sendable {
    package typealias ID = Kernel.ID<PracticeTry>

    package let id: ID
    package let practice: Practice.ID
    /// Nil where they are gone.
    package let person: Person.ID?
    /// Empty where the authors may not know it.
    package let name: String
    package let said: SaidTry
    package let tried: Instant
    /// Since when everybody reads the words.
    package let shown: Instant?
}

package struct SaidTry: Sendable, Hashable {
    package var outcome: TryOutcome
    package var words: String
    /// Whether the authors may know who it was.
    package var isNamed: Bool

    package init(_ outcome: TryOutcome, words: String = "", isNamed: Bool = false) { (self.outcome, self.words, self.isNamed) = (outcome, words, isNamed) }
}

package enum TryOutcome: String, CaseIterable, Sendable, Storable {
    case worked, partly, failed

    package var name: Phrase {
        switch self {
        case .worked: T.community.tryWorked
        case .partly: T.community.tryPartly
        case .failed: T.community.tryFailed
        }
    }
}

/// What others made of a note, in numbers.
package struct PracticeReuse: Sendable, Hashable {
    package var tried = 0
    package var worked = 0
    /// Wishes to be shown it, of which no event has come yet.
    package var wishes = 0
    package var schools = 0

    package init(tried: Int = 0, worked: Int = 0, wishes: Int = 0, schools: Int = 0) {
        (self.tried, self.worked, self.wishes, self.schools) = (tried, worked, wishes, schools)
    }
}

/// One station of the way that a note has gone.
package struct PracticeStation: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable { case event, step, use, practice, tried, shown, idea, filed, programme, offered }

    package let kind: Kind
    /// Nil where it has not come so far.
    package let day: Day?
    /// How many: of those who tried it.
    package var count = 0
    /// An event that can be opened.
    package var event: Event.ID?
    package var title = ""
    /// A programme that can be opened.
    package var programme: Programme.ID?

    package init(_ kind: Kind, _ day: Day?, count: Int = 0, event: Event.ID? = nil, title: String = "", programme: Programme.ID? = nil) {
        (self.kind, self.day, self.count, self.event, self.title, self.programme) = (kind, day, count, event, title, programme)
    }

    package var isReached: Bool { day != nil }
}

/// The whole way of a note: from where it came and what became of it.
package struct PracticeWay: Sendable, Hashable {
    /// What became of the proposal that began from a note.
    package struct Proposed: Sendable, Hashable {
        package let filed, decided: Day?
        package let programme: Programme.ID?
        package let event: Event.ID?
        package let starts: Day?
    }

    package let stations: [PracticeStation]

    /// What a note did not come from is left out; what may still come of it stands there.
    /// - Parameters:
    ///   - origin: the event and its day, when the step was written, when the school confirmed it.
    ///   - tried: how many, and the day of the first.
    package init(
        origin: (event: Event.ID?, title: String, day: Day?, written: Day?, confirmed: Day?)?, published: Day?, tried: (count: Int, first: Day?),
        shown: (event: Event.ID?, title: String, day: Day?)?, idea: Day?, programme: Proposed? = nil
    ) {
        var stations: [PracticeStation] = []
        if let origin {
            stations.append(PracticeStation(.event, origin.day, event: origin.event, title: origin.title))
            stations.append(PracticeStation(.step, origin.written))
            stations.append(PracticeStation(.use, origin.confirmed))
        }
        stations.append(PracticeStation(.practice, published))
        stations.append(PracticeStation(.tried, tried.count > 0 ? tried.first : nil, count: tried.count))
        stations.append(PracticeStation(.shown, shown?.day, event: shown?.event, title: shown?.title ?? ""))
        stations.append(PracticeStation(.idea, idea))
        if let programme {
            stations.append(PracticeStation(.filed, programme.filed))
            stations.append(PracticeStation(.programme, programme.decided, programme: programme.programme))
            stations.append(PracticeStation(.offered, programme.starts, event: programme.event))
        }
        self.stations = stations
    }
}
