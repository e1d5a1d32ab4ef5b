import Events

/// What the first page of the centre's certificates shows.
struct CertificateDesk: Sendable {
    struct Waiting: Sendable {
        let batch: CertificateBatch
        let count: Int
        let event: Event?
    }

    let waiting: [Waiting]
    let registers: [Register]
    let words: String
    let found: [Certificate]
}
