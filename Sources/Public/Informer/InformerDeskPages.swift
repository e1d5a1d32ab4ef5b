import Centres
import Community
import Documents
import Forms
import Kernel
import Languages
import Look
import Planning
import Publishing
import Web

/// Informers as the centre's people make them.
enum InformerDeskPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        return InformerDeskViews(reader: visit.reader).list(try await visit.read { try InformerStore.all(of: centre, in: $0) }, form)
    }

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            guard let month = OfferMonth(visit.typed["month"]) else { throw Problem.invalid("month", T.planning.monthWrong) }
            return try await visit.act { act in
                let id = try InformerStore.begin(month, at: centre, in: act)
                return Redirect(visit.link("/staff/informers/\(id)"))
            }
        } again: { try await list(visit, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let opened = try await open(visit)
        return visit.page(InformerDeskViews(reader: visit.reader).form(opened, visit.form(opened.informer.draft.typed)))
    }

    /// Keeps what was written, and publishes it where that is asked.
    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let opened = try await open(visit), informer = opened.informer, publishes = visit.typed.has("publish")
        let seen = visit.typed.number("edits", in: 0...1_000_000)
        return try await visit.submit {
            let draft = try InformerDraft(visit.typed)
            return try await visit.act { act in
                try InformerStore.edit(informer.id, to: draft, seen: seen, in: act)
                if publishes { try InformerStore.publish(informer.id, in: act) }
                return Redirect(visit.link(informer.deskPath), publishes ? T.informer.saidPublished : T.common.saved)
            }
        } again: { InformerDeskViews(reader: visit.reader).form(opened, $0) }
    }

    @Sendable static func withdraw(_ visit: Visit) async throws -> Answer {
        let id: Informer.ID = try visit.id("informer")
        return try await visit.act { act in
            try InformerStore.withdraw(id, in: act)
            return Redirect(visit.link("/staff/informers/\(id)"), T.informer.saidWithdrawn)
        }
    }

    /// What would be printed now, before it is published.
    @Sendable static func trial(_ visit: Visit) async throws -> Answer {
        let (id, language): (Informer.ID, _) = (try visit.id("informer"), visit.language)
        let issue = try await visit.read { act in
            let issue = try InformerGatheringStore.issue(InformerStore.informer(id, in: act), in: language, in: act)
            guard !issue.isEmpty else { throw Problem.conflict(T.informer.nothingInIt) }
            return issue
        }
        return try await InformerPages.printed(issue, .a4, visit)
    }

    private static func open(_ visit: Visit) async throws -> OpenedInformer {
        let (id, language): (Informer.ID, _) = (try visit.id("informer"), visit.language)
        return try await visit.read { act in
            let informer = try InformerStore.informer(id, in: act)
            return OpenedInformer(
                informer: informer, issue: try InformerGatheringStore.issue(informer, in: language, in: act), news: try InformerStore.news(of: informer, in: act),
                practices: try InformerStore.practices(of: informer.centre, in: act),
                hasOffer: try MonthOfferStore.months(of: informer.centre, in: act).contains(informer.month),
                sendings: try InformerSendingStore.sendings(of: id, in: act))
        }
    }
}
