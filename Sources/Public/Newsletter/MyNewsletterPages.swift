import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Needs
import Web

/// What somebody with an account has, wants to hear of, and agreed to.
enum MyNewsletterPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, nil)) }

    private static func screen(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (centre, seal) = (visit.centre.id, visit.seal)
        let sight = try await visit.read { act in
            let subscriber = try SubscriberStore.subscriber(of: person, at: centre, in: act), known = try PersonStore.person(person, in: act)
            return OwnSight(
                newsletters: try NewsletterStore.all(of: centre, in: act), log: try subscriber.map { try SubscriberStore.consents(of: $0.id, in: act) } ?? [],
                interests: try subscriber.map { try SubscriberStore.interests(of: $0.id, in: act) } ?? [], topics: try TopicStore.list(in: act),
                isGivenUp: try SubscriberStore.isGivenUp(person, seal, at: centre, in: act), address: known.verified == nil ? "" : known.email ?? "")
        }
        let typed = Typed(sight.standing.sorted().map { (name: "newsletter", value: "\($0)") } + sight.interests.sorted().map { (name: "interest", value: "\($0)") })
        return MyNewsletterViews(reader: visit.reader).page(sight, form ?? visit.form(typed))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (centre, seal, t, site) = (visit.centre.id, visit.seal, visit.t, visit.site)
        let wanted = Set(visit.typed.all("newsletter").compactMap { Newsletter.ID($0) }), interests = Set(visit.typed.all("interest").compactMap { Topic.ID($0) })
        return try await visit.submit {
            try await visit.act { act in
                let all = try NewsletterStore.all(of: centre, in: act).filter { wanted.contains($0.id) }, topics = try TopicStore.list(in: act)
                guard all.count == wanted.count, interests.allSatisfy({ topics[$0] != nil }) else { throw Problem.missing }
                let words = Dictionary(uniqueKeysWithValues: all.map { ($0.id, t(ConsentWords.phrase($0, t, site: site))) })
                try SubscriberStore.set(words, interests: interests, of: person, seal, at: centre, in: act)
                return Redirect(visit.link("/me/newsletters"), T.common.saved)
            }
        } again: { try await screen(visit, $0) }
    }

    /// The address works again, says whoever has it.
    @Sendable static func lift(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (centre, seal) = (visit.centre.id, visit.seal)
        return try await visit.act { act in
            try SubscriberStore.lift(own: person, seal, at: centre, in: act)
            return Redirect(visit.link("/me/newsletters"), T.newsletter.saidLifted)
        }
    }
}
