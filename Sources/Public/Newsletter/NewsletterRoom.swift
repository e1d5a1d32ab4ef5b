import Accounts
import Kernel
import Languages
import Look
package import Web

extension Room {
    /// What goes out by letter to those who agreed to it: newsletters, their issues, who has which.
    package static let newsletter = Room("newsletter") { room in
        room.get("/newsletter", .public, example: "/newsletter", JoinPages.list)
        room.post("/newsletter", .public, JoinPages.join)
        room.get("/newsletter.atom", .public, example: "/newsletter.atom", JoinPages.feed)
        room.get("/newsletters/:issue", .public, example: "/newsletters/1", kept: .whileWritten, JoinPages.issue)
        room.get("/newsletter/confirm/:subscriber/:key", .public, JoinPages.askConfirm)
        room.post("/newsletter/confirm/:subscriber/:key", .public, JoinPages.confirm)
        room.get("/newsletter/leave/:subscriber/:newsletter/:key", .public, JoinPages.askLeave)
        room.post("/newsletter/leave/:subscriber/:newsletter/:key", .public, JoinPages.leave)
        room.get("/me/newsletters", .person, example: "/me/newsletters", MyNewsletterPages.show)
        room.post("/me/newsletters", .person, MyNewsletterPages.save)
        room.post("/me/newsletters/lift", .person, MyNewsletterPages.lift)

        room.get("/staff/newsletters", .coordinator, example: "/staff/newsletters", IssuePages.list)
        room.get("/staff/newsletters/new", .coordinator, example: "/staff/newsletters/new", IssuePages.new)
        room.post("/staff/newsletters/new", .coordinator, takes: .words, IssuePages.add)
        room.get("/staff/newsletters/kinds", .coordinator, example: "/staff/newsletters/kinds", NewsletterPages.list)
        room.get("/staff/newsletters/kinds/new", .coordinator, example: "/staff/newsletters/kinds/new", NewsletterPages.new)
        room.post("/staff/newsletters/kinds/new", .coordinator, NewsletterPages.add)
        room.get("/staff/newsletters/kinds/:newsletter", .coordinator, example: "/staff/newsletters/kinds/1", NewsletterPages.edit)
        room.post("/staff/newsletters/kinds/:newsletter", .coordinator, NewsletterPages.save)
        room.post("/staff/newsletters/kinds/:newsletter/end", .coordinator, NewsletterPages.end)
        room.post("/staff/newsletters/kinds/:newsletter/invite", .coordinator, NewsletterPages.invite)
        room.get("/staff/newsletters/segments", .coordinator, example: "/staff/newsletters/segments", SegmentPages.list)
        room.get("/staff/newsletters/segments/new", .coordinator, example: "/staff/newsletters/segments/new", SegmentPages.new)
        room.post("/staff/newsletters/segments/new", .coordinator, SegmentPages.add)
        room.get("/staff/newsletters/segments/:segment", .coordinator, example: "/staff/newsletters/segments/1", SegmentPages.edit)
        room.post("/staff/newsletters/segments/:segment", .coordinator, SegmentPages.save)
        room.post("/staff/newsletters/segments/:segment/drop", .coordinator, SegmentPages.drop)
        room.get("/staff/newsletters/bounces", .coordinator, example: "/staff/newsletters/bounces", BouncePages.list)
        room.post("/staff/newsletters/bounces", .coordinator, takes: .files, BouncePages.bring)
        room.post("/staff/newsletters/bounces/:subscriber/lift", .coordinator, BouncePages.lift)
        room.get("/staff/newsletters/issues/:issue", .coordinator, example: "/staff/newsletters/issues/1", IssuePages.show)
        room.get("/staff/newsletters/issues/:issue/edit", .coordinator, example: "/staff/newsletters/issues/2/edit", IssuePages.edit)
        room.post("/staff/newsletters/issues/:issue/edit", .coordinator, takes: .words, IssuePages.save)
        room.get("/staff/newsletters/issues/:issue/preview", .coordinator, example: "/staff/newsletters/issues/2/preview", IssuePages.preview)
        room.post("/staff/newsletters/issues/:issue/trial", .coordinator, IssuePages.trial)
        room.post("/staff/newsletters/issues/:issue/schedule", .coordinator, IssuePages.schedule)
        room.post("/staff/newsletters/issues/:issue/recall", .coordinator, IssuePages.recall)
        room.post("/staff/newsletters/issues/:issue/drop", .coordinator, IssuePages.drop)
        room.get("/staff/newsletters/issues/:issue/send", .coordinator, example: "/staff/newsletters/issues/2/send", IssuePages.askSend)
        room.post("/staff/newsletters/issues/:issue/send", .coordinator, IssuePages.send)
        room.post("/staff/newsletters/issues/:issue/stop", .coordinator, IssuePages.stop)
        room.post("/staff/newsletters/issues/:issue/resume", .coordinator, IssuePages.goOn)
        room.get("/settings/newsletters", .coordinator, example: "/settings/newsletters", NewsletterPages.rule)
        room.post("/settings/newsletters", .coordinator, NewsletterPages.saveRule)

        room.menu(.staff, T.newsletter.title, "/staff/newsletters", .letter, at: 66)
        room.menu(.foot, T.newsletter.title, "/newsletter", at: 4)
        room.settings(T.newsletter.rule, "/settings/newsletters", T.newsletter.ruleLead, at: 59)

        room.bring(PersonColumn("newsletter_subscriber", mayStay: true))
        room.on(PersonVerified.self) { try NewsletterKeepingStore.adopt($0.person, in: $1) }
        room.on(PersonErased.self) { try NewsletterKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try NewsletterKeepingStore.forget($0.person, in: $1) }
        room.answer(HeldAsked.self) { try NewsletterKeepingStore.held(about: $0.person, in: $1) }
        room.each(minutes: 1, "newsletter.send", at: { try await IssueSendStore.work($0.records, $0.seal) })
        room.each(minutes: 10, "newsletter.bounces", at: { try await BounceStore.collect($0.records, $0.seal) })
        room.nightly("newsletter.forget") { try NewsletterKeepingStore.forgetOld(in: $0) }
        room.index(IssueStore.reindex)
        room.today(NewsletterSharedPages.today)
        room.me(NewsletterSharedPages.mine)
    }
}
