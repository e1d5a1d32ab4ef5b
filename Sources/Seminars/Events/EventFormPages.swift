import Forms
import Kernel
import Languages
package import Web

/// Forms of event as a centre's director keeps them.
package enum EventFormPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let forms = try await visit.read { try EventFormStore.forms(of: centre, all: true, in: $0) }
        return visit.page(EventKindViews(reader: visit.reader).list(forms))
    }

    /// Begins from another form, where one is named.
    @Sendable package static func new(_ visit: Visit) async throws -> Answer {
        let (centre, like) = (visit.centre.id, EventForm.ID(visit.query["like"]))
        var details = try await visit.read { act in try like.map { try EventFormStore.form($0, at: centre, in: act).details } } ?? EventFormDetails()
        (details.name, details.nameInLithuanian, details.nameInEnglish) = ("", "", "")
        return visit.page(EventKindViews(reader: visit.reader).form(nil, visit.form(details.typed)))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let details = try EventFormDetails(visit.typed)
            return try await visit.act { act in
                try EventFormStore.add(details, to: centre, in: act)
                return Redirect(visit.link("/settings/forms"), T.events.formAdded)
            }
        } again: { form in
            EventKindViews(reader: visit.reader).form(nil, form)
        }
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let form = try await form(of: visit)
        return visit.page(EventKindViews(reader: visit.reader).form(form, visit.form(form.details.typed)))
    }

    @Sendable package static func change(_ visit: Visit) async throws -> Answer {
        let own = try await form(of: visit)
        return try await visit.submit {
            let details = try EventFormDetails(visit.typed)
            return try await visit.act { act in
                try EventFormStore.edit(own.id, to: details, in: act)
                return Redirect(visit.link("/settings/forms"), T.common.saved)
            }
        } again: { form in
            EventKindViews(reader: visit.reader).form(own, form)
        }
    }

    @Sendable package static func close(_ visit: Visit) async throws -> Answer { try await setClosed(true, visit) }
    @Sendable package static func reopen(_ visit: Visit) async throws -> Answer { try await setClosed(false, visit) }

    private static func setClosed(_ isClosed: Bool, _ visit: Visit) async throws -> Answer {
        let id: EventForm.ID = try visit.id("form")
        return try await visit.act { act in
            try EventFormStore.setClosed(isClosed, id, in: act)
            return Redirect(visit.link("/settings/forms"), isClosed ? T.events.formClosed : T.events.formReopened)
        }
    }

    private static func form(of visit: Visit) async throws -> EventForm {
        let id: EventForm.ID = try visit.id("form")
        return try await visit.read { try EventFormStore.changeable(id, in: $0).form }
    }
}
