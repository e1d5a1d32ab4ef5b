import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Informers and schools: to whom one went, who passed it on, and the page on which that is said.
enum InformerSchoolPages {
    // MARK: For the centre

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let id: Informer.ID = try visit.id("informer")
        let (informer, sendings, readers) = try await visit.read { act in
            let informer = try InformerStore.informer(id, in: act)
            return (informer, try InformerSendingStore.sendings(of: id, in: act), try InformerSendingStore.readers(at: informer.centre, in: act).count)
        }
        return visit.page(InformerSchoolViews(reader: visit.reader).show(informer, sendings, readers: readers))
    }

    @Sendable static func send(_ visit: Visit) async throws -> Answer {
        let (id, seal): (Informer.ID, _) = (try visit.id("informer"), visit.seal)
        return try await visit.act { act in
            let sent = try InformerSendingStore.send(id, seal, in: act)
            return Redirect(visit.link("/staff/informers/\(id)/schools"), T.informer.saidSent(count: sent))
        }
    }

    @Sendable static func all(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let schools = try await visit.read { InformerSchool.all(try InformerSendingStore.sendings(from: centre, in: $0)) }
        return visit.page(InformerSchoolViews(reader: visit.reader).all(schools))
    }

    // MARK: For whoever got it

    /// A link alone says nothing: programs that look at letters open links too.
    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        visit.page(InformerSchoolViews(reader: visit.reader).ask(try await sending(visit), key: visit.parameters["key"] ?? ""))
    }

    @Sendable static func pass(_ visit: Visit) async throws -> Answer {
        let sending = try await sending(visit), key = visit.parameters["key"] ?? ""
        return try await visit.act { act in
            try InformerSendingStore.pass(sending, in: act)
            return Redirect(visit.link("/informers/passed/\(sending.id)/\(key)"), T.informer.saidPassed)
        }
    }

    private static func sending(_ visit: Visit) async throws -> InformerSending {
        let (id, key, seal, centre): (InformerSending.ID, _, _, _) = (try visit.id("sending"), visit.parameters["key"] ?? "", visit.seal, visit.centre.id)
        return try await visit.read { try InformerSendingStore.sending(id, key: key, seal, at: centre, in: $0) }
    }
}
