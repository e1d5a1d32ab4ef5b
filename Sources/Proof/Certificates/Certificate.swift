package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
package import Registration
import Storage

/// A document with a number, or one that waits for it.
package struct Certificate: Sendable {
    package typealias ID = Kernel.ID<Certificate>

    package let id: ID
    package let centre: Centre.ID
    package let batch: CertificateBatch.ID?
    package let kind: CertificateKind
    package let part: CertificatePart
    package let state: CertificateState
    package let person: Person.ID?
    package let event: Event.ID?
    package let registration: Registration.ID?
    /// As printed.
    package let name: String
    package let hours: Int
    package let points: Int
    /// More points than were approved are never printed.
    package let approved: Int
    /// What is printed; nil when a rule erased it.
    package let facts: CertificateFacts?
    let factsText: String?
    package let code: CertificateCode
    package let register: Register.ID?
    package let number: Int?
    /// The number as printed.
    package let label: String
    package let day: Day?
    package let issued: Instant?
    package let payload: String
    package let credential: String
    package let key: String?
    package let duplicateOf: ID?
    package let replaces: ID?
    package let ended: Instant?
    package let reason: String
    /// Typed over from an earlier register: this system did not sign it.
    package let isEarlier: Bool

    init(row: Row) throws {
        id = try row["id"]
        centre = try row["centre"]
        batch = try row["batch"]
        kind = try row["kind"]
        part = try row["part"]
        state = try row["state"]
        person = try row["person"]
        event = try row["event"]
        registration = try row["registration"]
        name = try row["name"]
        hours = try row["hours"]
        points = try row["points"]
        approved = try row["approved"]
        factsText = try row["facts"]
        facts = try factsText.map { try CertificateFacts(text: $0) }
        code = try row["code"]
        register = try row["register"]
        number = try row["number"]
        label = try row["label"]
        day = try row["day"]
        issued = try row["issued"]
        payload = try row["payload"]
        credential = try row["credential"]
        key = try row["key"]
        duplicateOf = try row["duplicate_of"]
        replaces = try row["replaces"]
        ended = try row["ended"]
        reason = try row["reason"]
        isEarlier = try row["earlier"]
    }

    /// As it would be prepared, to be looked at before it is: no row, no number, no code.
    init(draft facts: CertificateFacts, at centre: Centre.ID, of event: Event.ID) {
        id = ID(0)
        (self.centre, self.event, self.facts) = (centre, event, facts)
        (batch, person, registration, factsText, register, number) = (nil, nil, nil, nil, nil, nil)
        (day, issued, key, duplicateOf, replaces, ended) = (nil, nil, nil, nil, nil, nil)
        (kind, part, state, name) = (facts.kind, facts.part, .prepared, facts.name)
        (hours, points, approved) = (facts.hours ?? 0, facts.points ?? 0, facts.hours ?? 0)
        code = .random()
        (label, payload, credential, reason, isEarlier) = ("", "", "", "", false)
    }

    package var isDuplicate: Bool { duplicateOf != nil }
    package var title: String { facts?.title ?? "" }

    /// What its QR code holds; nil before it is signed, and when its facts were erased.
    package var address: String? {
        guard let facts, !payload.isEmpty else { return nil }
        return "\(CertificateAddress.page(code, facts))#\(payload)"
    }
}

/// Where certificates are checked.
package enum CertificateAddress {
    /// Letters that a QR code of version 15 at level M holds.
    static let symbolLimit = 412

    static func page(_ code: CertificateCode, _ facts: CertificateFacts) -> String {
        "\(facts.issuer.site)/\(facts.language)/certificates/\(code.text)"
    }

    /// Letters that a payload may have, so that its address fits the symbol.
    static func room(_ code: CertificateCode, _ facts: CertificateFacts) -> Int {
        min(CertificatePayload.limit, symbolLimit - page(code, facts).utf8.count - 1)
    }
}

extension Subject {
    static func certificate(_ id: Certificate.ID) -> Subject { .other("certificate", id.value) }
}
