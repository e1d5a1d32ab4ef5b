import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What newsletters bring to pages that rooms share.
enum NewsletterSharedPages {
    /// What was stopped on its way, and what begins within a day.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t
        guard act.by.coordinates(centre) else { return TodayPart() }
        let issues = try IssueStore.underway(at: centre, until: act.now.adding(days: 1), in: act)
        return TodayPart(lines: issues.map { issue in
            let day = (issue.due ?? issue.begun).map { asked.centre.zone.day(of: $0) } ?? asked.today, title = t.run(issue.title(in: t.language))
            return issue.state == .stopped
                ? TodayPart.Line(.waiting, day, title, T.newsletter.todayStopped(count: issue.waiting), T.newsletter.openIssue, path: issue.deskPath)
                : TodayPart.Line(
                    .neutral, day, title, T.newsletter.todayDue(moment: .text(t.instant(issue.due ?? act.now, .inSentence))), T.newsletter.openIssue,
                    path: issue.deskPath)
        })
    }

    /// What somebody has, and where that is changed.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let all = try NewsletterStore.all(of: asked.centre.id, in: act)
        guard !all.isEmpty else { return MePart() }
        let subscriber = try SubscriberStore.subscriber(of: asked.person, at: asked.centre.id, in: act)
        let standing = try subscriber.map { Set(try SubscriberStore.consents(of: $0.id, in: act).filter(\.stands).map(\.newsletter)) } ?? []
        let own = all.filter { standing.contains($0.id) }
        return MePart((95, PagePart(T.newsletter.mine) { reader in
            if own.isEmpty { HTML::p { reader.t(T.newsletter.youHaveNone) } }
            ul { ForEach(own) { newsletter in li { reader.t.run(newsletter.name(in: reader.language)) } } }
            HTML::p { a(.href(reader.link("/me/newsletters"))) { reader.t(T.newsletter.toMine) } }
        }))
    }
}
