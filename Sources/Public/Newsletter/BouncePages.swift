import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Letters that came back: reports of the mail server, and addresses that were given up.
enum BouncePages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, seal) = (visit.centre.id, visit.seal)
        let (rows, rule) = try await visit.read { (try BounceStore.givenUp(seal, at: centre, in: $0), try NewsletterStore.rule(of: centre, in: $0)) }
        return BounceViews(reader: visit.reader).list(rows, rule, form)
    }

    @Sendable static func bring(_ visit: Visit) async throws -> Answer {
        let (centre, seal) = (visit.centre.id, visit.seal)
        return try await visit.submit {
            guard let file = visit.typed.file("file") else { throw Problem.invalid("file", T.common.fileNotChosen) }
            let bytes = file.bytes
            guard !BounceReport.read(bytes).isEmpty else { throw Problem.invalid("file", T.newsletter.errorNoReport) }
            return try await visit.act { act in
                let taken = try BounceStore.bring(bytes, seal, to: centre, in: act)
                return Redirect(visit.link("/staff/newsletters/bounces"), T.newsletter.saidBrought(
                    counted: .number(taken.counted), known: .number(taken.known), other: .number(taken.other), ended: .number(taken.givenUp)))
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func lift(_ visit: Visit) async throws -> Answer {
        let (centre, id): (_, Subscriber.ID) = (visit.centre.id, try visit.id("subscriber"))
        return try await visit.act { act in
            try SubscriberStore.lift(id, at: centre, in: act)
            return Redirect(visit.link("/staff/newsletters/bounces"), T.newsletter.saidLifted)
        }
    }
}
