import Forms
import Kernel
import Languages
import Look
package import Web

/// A new cycle takes over programmes of an earlier one: whoever got a new number is copied.
package enum RenewalPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    @Sendable package static func renew(_ visit: Visit) async throws -> Answer {
        let id: Cycle.ID = try visit.id("cycle")
        let query = visit.query.query
        return try await visit.submit {
            let numbers = RenewedNumber.all(visit.typed)
            return try await visit.act { act in
                try ProgrammeStore.renew(numbers, for: id, in: act)
                let list = visit.link("/catalogue/cycles/\(id)/renewal") + (query.isEmpty ? "" : "?\(query)")
                return Redirect(list, T.catalogue.saidRenewedMany(count: numbers.count))
            }
        } again: { form in
            try await list(visit, form)
        }
    }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Cycle.ID = try visit.id("cycle")
        let (query, order) = (visit.query, visit.language.alphabet)
        let renewal = try await visit.read { try Renewal.read(query, for: id, order: order, in: $0) }
        return RenewalViews(reader: visit.reader).list(renewal, form)
    }
}
