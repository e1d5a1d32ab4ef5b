import Kernel
import Storage

/// What the row of a certificate says now, as far as it is printed or shown: every column of it must say what was signed.
struct CertificateStanding: Sendable {
    let id: Certificate.ID
    /// Nil where an earlier register writes none that counts up.
    let number: Int?
    let label: String
    let code: String
    let kind: CertificateKind
    let part: CertificatePart
    let state: CertificateState
    let name: String
    let hours: Int
    let points: Int
    /// ISO day of issue.
    let day: String?
    let reason: String
    let facts: String?
    let isDuplicate: Bool
    let payload: String
    let publicKey: [UInt8]?
    let isEarlier: Bool

    init(row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        label = try row["label"]
        code = try row["code"]
        kind = try row["kind"]
        part = try row["part"]
        state = try row["state"]
        name = try row["name"]
        hours = try row["hours"]
        points = try row["points"]
        day = try row["day"]
        reason = try row["reason"]
        facts = try row["facts"]
        isDuplicate = (try row["duplicate_of"] as Certificate.ID?) != nil
        payload = try row["payload"]
        publicKey = try row["public"]
        isEarlier = try row["earlier"]
    }

    /// Whether its columns say what its facts say.
    func says(_ facts: CertificateFacts) -> Bool {
        label == facts.number && code == facts.code && day == facts.day && kind == facts.kind && part == facts.part && name == facts.name
            && hours == facts.hours ?? 0 && points == facts.points ?? 0 && isDuplicate == (facts.duplicated != nil)
    }

    /// Whether nothing of what it said is left.
    var isSilent: Bool { name.isEmpty && hours == 0 && points == 0 && payload.isEmpty }
}
