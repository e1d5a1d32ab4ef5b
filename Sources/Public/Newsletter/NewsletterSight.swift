import Accounts
import Centres
import Events
import Kernel
import Languages
import Needs

// What pages give to views.

/// The words beside a box that is ticked: what one agrees to.
enum ConsentWords {
    static func phrase(_ newsletter: Newsletter, _ t: Texts, site: String) -> Phrase {
        T.newsletter.consent(name: .text(newsletter.name(in: t.language).text), site: .text(site))
    }
}

/// The page for everybody: what there is, what was written last.
struct ArchiveSight: Sendable {
    let newsletters: [Newsletter]
    let issues: [NewsletterIssue]
    /// Whose issues are shown; nil for all.
    let chosen: Newsletter.ID?
    /// What somebody with an account has.
    let own: Set<Newsletter.ID>

    func newsletter(_ id: Newsletter.ID) -> Newsletter? { newsletters.first { $0.id == id } }
    var offered: [Newsletter] { newsletters.filter { $0.ended == nil } }
}

/// Somebody's own page of newsletters.
struct OwnSight: Sendable {
    let newsletters: [Newsletter]
    let log: [NewsletterConsent]
    let interests: Set<Topic.ID>
    let topics: TopicList
    let isGivenUp: Bool
    let address: String

    var standing: Set<Newsletter.ID> { Set(log.filter(\.stands).map(\.newsletter)) }
    var offered: [Newsletter] { newsletters.filter { $0.ended == nil || standing.contains($0.id) } }
    func newsletter(_ id: Newsletter.ID) -> Newsletter? { newsletters.first { $0.id == id } }
}

/// What can be chosen for a segment.
struct SegmentChoices: Sendable {
    let municipalities: [Municipality]
    let schools: [School]
    let topics: TopicList
}

/// What can be chosen for an issue.
struct IssueChoices: Sendable {
    let newsletters: [Newsletter]
    let segments: [Segment]
    let lines: [(pick: IssuePick, line: IssueLine)]
}

/// An issue on the desk.
struct IssueSight: Sendable {
    let issue: NewsletterIssue
    let newsletter: Newsletter
    let segment: Segment?
    /// To whom it would go now; nil once it has begun.
    let audience: NewsletterAudience?
    let rule: NewsletterRule
    let skipped: [SkipReason: Int]
    let history: [(entry: JournalEntry, name: String)]
}
