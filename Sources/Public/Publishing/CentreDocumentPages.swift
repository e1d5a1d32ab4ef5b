import Files
import Forms
import Kernel
import Languages
import Look
package import Web

/// The documents of a centre, for everybody and for those who put them there.
enum CentreDocumentPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let documents = try await visit.read { try CentreDocumentStore.published(of: centre, in: $0) }
        return visit.page(CentreDocumentViews(reader: visit.reader).list(documents))
    }

    @Sendable static func desk(_ visit: Visit) async throws -> Answer {
        visit.page(try await desk(visit, visit.form(Typed(["year": "\(visit.today.year)"]))))
    }

    private static func desk(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let documents = try await visit.read { try CentreDocumentStore.all(of: centre, in: $0) }
        return CentreDocumentViews(reader: visit.reader).desk(documents, form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let details = try CentreDocumentDetails(visit.typed)
            guard let file = try await FileIntake(visit).file(visit.typed, "file", [.document]) else { throw Problem.missing }
            return try await visit.act { act in
                try CentreDocumentStore.add(file, details, to: centre, in: act)
                return Redirect(visit.link("/staff/documents"), T.publishing.documentAdded)
            }
        } again: { form in
            try await desk(visit, try visit.holding("file", form))
        }
    }

    @Sendable static func withdraw(_ visit: Visit) async throws -> Answer { try await setWithdrawn(true, visit) }
    @Sendable static func publish(_ visit: Visit) async throws -> Answer { try await setWithdrawn(false, visit) }

    private static func setWithdrawn(_ isWithdrawn: Bool, _ visit: Visit) async throws -> Answer {
        let id: CentreDocument.ID = try visit.id("document")
        return try await visit.act { act in
            try CentreDocumentStore.setWithdrawn(isWithdrawn, id, in: act)
            return Redirect(visit.link("/staff/documents"), isWithdrawn ? T.publishing.withdrawn : T.publishing.published)
        }
    }
}
