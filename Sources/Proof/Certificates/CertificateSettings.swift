/// What the director sets up for certificates.
struct CertificateSettings: Sendable {
    let registers: [Register]
    let deputies: [Deputy]
    let keys: [SigningKey]
    let retentions: [CertificateRetention]
}
