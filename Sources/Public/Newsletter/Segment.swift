package import Accounts
package import Centres
import Forms
package import Kernel
package import Languages
package import Needs

/// A choice among those who agreed to a newsletter: by where they work, what they do there, what they want to hear of.
package struct Segment: Sendable {
    package typealias ID = Kernel.ID<Segment>

    package let id: ID
    package let draft: SegmentDraft
    /// Since when nobody chooses it any more.
    package let dropped: Instant?
}

/// A segment as it is written down. Within one question any answer will do; between questions all must hold, and those about work at one and the same
/// institution. A question without an answer asks nothing.
package struct SegmentDraft: Sendable, Hashable {
    package var name: String
    package var municipalities: Set<Municipality.ID> = []
    package var schools: Set<School.ID> = []
    package var kinds: Set<School.Kind> = []
    package var jobs: [String] = []
    package var subjects: [String] = []
    package var topics: Set<Topic.ID> = []
    /// Whether people without an account belong to it, of whom nothing of this is known.
    package var hasOutside = false

    /// So many words a question takes.
    static let mostWords = 12

    package init(name: String) { self.name = name }

    var asksWork: Bool { !(municipalities.isEmpty && schools.isEmpty && kinds.isEmpty && jobs.isEmpty && subjects.isEmpty) }
    /// Whether it chooses nobody in particular.
    package var isEverybody: Bool { !asksWork && topics.isEmpty }

    func check(_ faults: inout Faults) {
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.limit(name, "name", .line)
        for (field, words) in [("role", jobs), ("subject", subjects)] {
            faults.require(words.count <= Self.mostWords, field, T.newsletter.errorWords(count: Self.mostWords))
            for word in words { faults.limit(word, field, .label) }
        }
    }

    package func holds(for facts: SegmentFacts) -> Bool {
        guard !facts.isOutside else { return hasOutside }
        if !topics.isEmpty, topics.isDisjoint(with: facts.topics) { return false }
        return !asksWork || facts.works.contains(where: holds)
    }

    private func holds(at work: SegmentFacts.Work) -> Bool {
        (municipalities.isEmpty || municipalities.contains(work.municipality)) && (schools.isEmpty || schools.contains(work.school))
            && (kinds.isEmpty || kinds.contains(work.kind)) && Self.finds(jobs, in: work.job) && Self.finds(subjects, in: work.subject)
    }

    /// Words as they are found everywhere: in either script, by their beginnings.
    private static func finds(_ sought: [String], in text: String) -> Bool { sought.isEmpty || sought.contains { Fold.finds($0, in: text) } }
}

/// What a segment asks of somebody.
package struct SegmentFacts: Sendable, Hashable {
    package struct Work: Sendable, Hashable {
        package var school: School.ID
        package var municipality: Municipality.ID
        package var kind: School.Kind
        package var job: String
        package var subject: String

        package init(at school: School.ID, in municipality: Municipality.ID, _ kind: School.Kind, job: String = "", subject: String = "") {
            (self.school, self.municipality, self.kind, self.job, self.subject) = (school, municipality, kind, job, subject)
        }
    }

    /// Whether there is no account.
    package var isOutside = false
    package var works: [Work] = []
    package var topics: Set<Topic.ID> = []

    package init(isOutside: Bool = false, works: [Work] = [], topics: Set<Topic.ID> = []) {
        (self.isOutside, self.works, self.topics) = (isOutside, works, topics)
    }
}

/// Somebody to whom an issue would go now.
package struct NewsletterReader: Sendable {
    package let subscriber: Subscriber.ID
    package let person: Person.ID?
    /// Of an account; empty for an address alone.
    package let name: String
    package let address: String
    package let language: Language
    let digest: String
    let given: Instant
    package var facts: SegmentFacts
}

/// Who would get an issue, as staff see it before it begins.
package struct NewsletterAudience: Sendable {
    package let readers: [NewsletterReader]
    /// Who agreed, and gets nothing: the address was given up.
    package let stopped: Int

    package var languages: [(language: Language, count: Int)] {
        Language.allCases.compactMap { language in
            let count = readers.count { $0.language == language }
            return count == 0 ? nil : (language, count)
        }
    }

    /// Everybody once, however many ways lead to one address; nobody whose address was given up.
    init(_ agreed: [NewsletterReader], _ stops: NewsletterStops, in segment: SegmentDraft?) {
        var seen: Set<String> = [], stopped = 0, readers: [NewsletterReader] = []
        for reader in agreed where segment?.holds(for: reader.facts) ?? true {
            guard seen.insert(reader.digest).inserted else { continue }
            if stops.isStopped(reader.digest, given: reader.given) { stopped += 1 } else { readers.append(reader) }
        }
        (self.readers, self.stopped) = (readers, stopped)
    }
}
