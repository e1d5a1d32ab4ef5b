package import Accounts
package import Catalogue
package import Centres
package import Certificates
package import Delivery
package import Events
import Foundation
package import Kernel
package import Languages
package import Registration
import Storage
package import Testing
import Site
import Web

/// A town with a director and an approved programme, where a seminar of eight hours was held yesterday.
package struct Certified: Sendable {
    package let town: Town
    package let director: Someone
    package let event: Event.ID
    package let registrations: [Registration]

    /// - Parameters:
    ///   - people: who applied; all were there but the last, when `skipped` says so.
    ///   - points: of the event; the programme was approved for eight.
    ///   - school: which pays for them, if one does, but for those who pay alone.
    ///   - dayBefore: what else happens, when all can be sure of their seat.
    package init(
        _ town: Town, _ people: [Someone], points: Int = 8, language: Language = .sr, isMarked: Bool = true, fee: Money = .rsd(0),
        school: School.ID? = nil, alone: [Someone] = [], dayBefore: ([Registration]) async throws -> Void = { _ in }
    ) async throws {
        self.town = town
        let centre = town.centre
        let id = try await town.does { act in
            if let known = try PersonStore.person(email: "dragana@bistrik.example", in: act) { return known.id }
            let id = try PersonStore.add(PersonName(given: "Драгана", family: "Шобић"), email: "dragana@bistrik.example", verified: act.now, language: .sr, in: act)
            try PersonStore.grant(Grant(.director, centre: centre), to: id, in: act)
            return id
        }
        director = Someone(id: id, email: "dragana@bistrik.example", app: town.app, browser: town.newBrowser())
        try await director.enters(withFactor: true)
        let event = try await town.seminar("Приче које лече", seats: 400)
        self.event = event
        let programme = try await Certified.programme(town)
        try await town.change(event) { plan in
            plan.programme = programme
            plan.points = points
            plan.fee = fee
            plan.language = language
            plan.trainers = [Trainer(name: "Лазар Кривокућа")]
        }
        var registrations: [Registration] = []
        for person in people {
            let paysAlone = school == nil || alone.contains { $0.id == person.id }
            registrations.append(try await person.applies(to: event, payer: paysAlone ? .own : .school, school: school))
        }
        self.registrations = registrations
        try await town.vesna.does { try EventStore.confirm(event, in: $0) }
        town.clock.passes(days: 34)
        try await dayBefore(registrations)
        town.clock.passes(days: 2)
        for person in [town.ana, town.branko, town.milena, town.ruta, town.goran] { try await person.enters() }
        for person in [town.vesna, director] { try await person.enters(withFactor: true) }
        if isMarked { try await marks(registrations) }
        try await town.vesna.does { try EventStore.markHeld(event, in: $0) }
    }

    package static func programme(_ town: Town) async throws -> Programme.ID {
        try await town.does { act in
            if let cycle = try CycleStore.cycles(in: act).first, let known = try ProgrammeStore.programme(number: "1451", of: cycle.id, in: act) { return known }
            return try Shelf.laid(in: act).stories
        }
    }

    /// They were there.
    package func marks(_ registrations: [Registration], _ mark: Mark = .present) async throws {
        let (event, zone) = (event, town.zone)
        try await town.vesna.does { act in
            for session in try EventStore.event(event, in: act).sessions(in: zone) {
                let marks = registrations.map {
                    Attendance(registration: $0.id, session: session.id, mark: mark, missed: 0, source: .door, at: session.start.adding(minutes: 5))
                }
                _ = try AttendanceStore.mark(marks, of: event, in: act)
            }
        }
    }

    package func prepares() async throws -> CertificateBatch.ID {
        let event = event
        return try await town.vesna.does { try BatchStore.prepare(event, in: $0) }
    }

    @discardableResult
    package func signs(_ batch: CertificateBatch.ID, isMailed: Bool = false) async throws -> Int {
        let (seal, signer) = (town.app.installation.seal, Signer(unproved: director.id, name: "Драгана Шобић", centre: town.centre))
        return try await director.does { try SigningStore.sign(batch, by: signer, isMailed: isMailed, seal: seal, in: $0) }.signed
    }

    /// The director signs the paper once more.
    package func duplicates(_ id: Certificate.ID) async throws -> Certificate.ID {
        let (seal, signer) = (town.app.installation.seal, Signer(unproved: director.id, name: "Драгана Шобић", centre: town.centre))
        return try await director.does { try CertificateStore.duplicate(id, by: signer, seal: seal, in: $0) }
    }

    /// Prepares and signs for everybody who was there.
    package func issues() async throws -> [Certificate] {
        let batch = try await prepares()
        try await signs(batch)
        return try await certificates(batch)
    }

    package func certificates(_ batch: CertificateBatch.ID) async throws -> [Certificate] {
        try await town.vesna.does { try CertificateStore.certificates(of: batch, in: $0) }
    }
}
