import Forms
import Languages

/// One page of a register.
struct RegisterBook: Sendable {
    let register: Register
    let paging: Paging
    let certificates: [Certificate]

    /// What a register says of where a certificate stands.
    static func state(_ certificate: Certificate, _ t: Texts) -> String {
        let state = t(certificate.state.name)
        if certificate.isEarlier { return "\(t(T.certificates.earlier)), \(state)" }
        return certificate.isDuplicate ? "\(t(T.certificates.duplicate)), \(state)" : state
    }
}
