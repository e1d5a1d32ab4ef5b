import Accounts
import Catalogue
import Certificates
import Delivery
import Events
import Kernel
import Languages

/// What the director of the invented centre has signed, and what waits for her: one void, one corrected, one duplicate among them.
enum DemoCertificates {
    /// - Parameter first: when the first of them may be signed, where others were signed before.
    static func fill(_ town: DemoTown, by coordinator: Actor, seal: Seal, from first: Instant?, _ records: Records) async throws {
        let director = try await records.read(as: .system) { try PersonStore.actor(town.dragana, in: $0) } ?? .system
        let signer = Signer(unproved: town.dragana, name: director.name, centre: town.centre)
        let events = try await records.read(as: coordinator) { act in
            try EventStore.events(EventStore.ids(of: town.centre, in: [.held, .closed], words: "", in: act), in: act)
                .filter { $0.plan.trainers.contains { $0.person == town.teachers[8] } }
        }
        var issued: [Certificate] = []
        for event in events {
            guard let ends = event.ends else { continue }
            let then = records.at(first ?? min(records.now, ends.adding(days: 2)))
            try await then.write(by: coordinator) { try attend(event, town.zone, in: $0) }
            let batch = try await then.write(by: coordinator) { try BatchStore.prepare(event.id, in: $0) }
            try await then.write(by: director) { _ = try SigningStore.sign(batch, by: signer, seal: seal, in: $0) }
            issued += try await records.read(as: coordinator) { try CertificateStore.certificates(of: batch, in: $0) }
        }
        let certificates = issued.filter { $0.kind == .certificate && Script.of($0.name) == .cyrillic }
        guard certificates.count > 6 else { return }
        try await records.write(by: coordinator) { act in
            try CertificateStore.void(certificates[2].id, because: "Уписана је погрешна особа.", in: act)
        }
        try await records.write(by: director) { _ = try CertificateStore.duplicate(certificates[4].id, by: signer, seal: seal, in: $0) }
        let correction = try await records.write(by: coordinator) {
            try CertificateStore.correct(certificates[5].id, name: "\(certificates[5].name) Антић", because: "Изостављено је презиме.", in: $0)
        }
        try await records.write(by: director) { _ = try SigningStore.sign(correction, by: signer, seal: seal, in: $0) }
        _ = try await records.write(by: coordinator) {
            try CertificateStore.correct(certificates[6].id, name: "\(certificates[6].name) Рајић", because: "Презиме је промењено пре издавања.", in: $0)
        }
    }

    /// Everybody was there, unless the door has told more.
    private static func attend(_ event: Event, _ zone: Zone, in act: Act) throws {
        guard try !AttendanceStore.completions(of: event.id, in: act).contains(where: \.isComplete) else { return }
        for session in try event.sessions(in: zone) {
            _ = try AttendanceStore.markRest(session.id, of: event.id, because: "Унето са листе присутних.", source: .sheet, in: act)
        }
    }
}
