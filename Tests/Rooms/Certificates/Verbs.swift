import Accounts
import Centres
@testable import Certificates
import Kernel
import Languages
import Storage
import Testing
import Town
import Web

// What people of these stories do to certificates, and what is looked up in what is kept.

extension Someone {
    func voids(_ certificate: Certificate.ID, because reason: String) async throws {
        try await does { try CertificateStore.void(certificate, because: reason, in: $0) }
    }

    /// - Returns: the batch in which the correction waits for its signature.
    @discardableResult
    func corrects(_ certificate: Certificate.ID, to name: String, because reason: String) async throws -> CertificateBatch.ID {
        try await does { try CertificateStore.correct(certificate, name: name, because: reason, in: $0) }
    }

    func erases(_ certificate: Certificate.ID, because reason: String = "Правноснажна одлука") async throws {
        try await does { try CertificateStore.erase(certificate, because: reason, in: $0) }
    }

    func amends(_ draft: Certificate.ID, to name: String, points: Int? = nil) async throws {
        try await does { try BatchStore.amend(draft, name: name, points: points, in: $0) }
    }

    func drops(_ draft: Certificate.ID) async throws {
        _ = try await does { try BatchStore.drop(draft, in: $0) }
    }

    func deletesTheAccount() async throws {
        let id = id
        try await does { try AccountStore.erase(id, in: $0) }
    }
}

extension Certified {
    /// Prepares papers for mentors of these names, whom nobody knows.
    func prepares(_ kind: CertificateKind = .thanks, for names: [String], title: String = "Приче које лече") async throws -> CertificateBatch.ID {
        let (centre, event) = (town.centre, event)
        let issuer = CertificateFacts.Issuer(name: "Центар за стручно усавршавање Бистрик", address: "", site: "http://localhost")
        return try await town.vesna.does { act in
            let batch = try BatchStore.open(centre, event: event, in: act)
            for name in names {
                let facts = CertificateFacts(language: .sr, kind: kind, part: .mentor, name: name, issuer: issuer, title: title)
                try BatchStore.add(CertificateDraft(facts, at: centre, of: event), to: batch, in: act)
            }
            return batch
        }
    }

    func refuses(_ words: Phrase, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void) async {
        await town.refuses(words, sourceLocation: sourceLocation, body)
    }

    /// What somebody has in a batch.
    func own(_ someone: Someone, in batch: CertificateBatch.ID, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Certificate {
        try #require(try await certificates(batch).first { $0.person == someone.id }, sourceLocation: sourceLocation)
    }

    func certificate(_ id: Certificate.ID) async throws -> Certificate {
        try await town.vesna.does { try CertificateStore.certificate(id, in: $0) }
    }

    func batch(_ id: CertificateBatch.ID) async throws -> CertificateBatch {
        try await town.vesna.does { try BatchStore.batch(id, in: $0) }
    }

    func register(_ id: Register.ID) async throws -> Register {
        try await town.vesna.does { try RegisterStore.register(id, in: $0) }
    }

    /// What the inspection of all registers finds.
    func faults() async throws -> [String] {
        try await town.finds { try RegisterStore.chains(in: $0).flatMap(\.faults) }
    }

    /// The number that each document of the kind got, in order.
    func numbers(_ kind: CertificateKind = .certificate) async throws -> [Int] {
        try await town.finds { act in
            try act.db.rows("""
                SELECT number FROM certificate WHERE kind = \(kind) AND duplicate_of IS NULL AND number IS NOT NULL ORDER BY number
                """).map { try $0["number"] }
        }
    }

    /// Points of the event that were changed after it was held, behind the back of the plan.
    func holds(points: Int) async throws {
        let event = event
        try await town.does { try $0.db.run("UPDATE event SET points = \(points) WHERE id = \(event)") }
    }

    /// How many entries of the registers tell an erasure.
    func erasures() async throws -> Int { try await town.count("register_entry WHERE deed = 'erased'") }
}

extension Town {
    /// Expects a refusal that says this.
    func refuses(_ words: Phrase, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void) async {
        do {
            try await body()
            Issue.record("not refused", sourceLocation: sourceLocation)
        } catch let problem as Problem {
            let said = problem.faults.map { say($0.phrase) }.joined(separator: " ")
            #expect(said.contains(say(words)), sourceLocation: sourceLocation)
        } catch { Issue.record(error, sourceLocation: sourceLocation) }
    }

    /// How many files wait with their letters.
    func waitingFiles() async throws -> Int { try await count("letter_file") }

    /// Whether any entry of the journal has these words.
    func journalHas(_ words: String) async throws -> Bool {
        let pattern = "%\(words)%"
        return try await count("journal_detail WHERE changes LIKE \(pattern)") > 0
    }

    /// Горан as the director of another centre, at its host.
    func goranElsewhere() async throws -> Someone {
        let (goran, zone) = (goran.id, zone)
        try await does { act in
            let other = try CentreStore.found(
                name: "Регионални центар Подгоре", country: .serbia, zone: zone, language: .sr, currency: .rsd, email: "c@podgore.example",
                host: "podgore.example", in: act)
            try PersonStore.grant(Grant(.director, centre: other), to: goran, in: act)
        }
        // A server knows a new host after some seconds.
        clock.passes(seconds: 5)
        let there = Someone(id: goran, email: self.goran.email, app: app, browser: newBrowser(host: "podgore.example"))
        try await there.enters(withFactor: true)
        return there
    }
}
