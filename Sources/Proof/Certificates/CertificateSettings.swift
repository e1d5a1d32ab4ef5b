import Kernel

/// What the director sets up for certificates.
struct CertificateSettings: Sendable {
    let registers: [Register]
    let deputies: [Deputy]
    let keys: [SigningKey]
    let retentions: [CertificateRetention]

    static func isDemonstration(in act: Act) throws -> Bool { try Setting.demonstration.value(in: act.db) != nil }
}
