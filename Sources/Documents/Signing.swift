/// Puts an electronic signature into a finished document. What it is worth in law depends on the certificate, not on the program.
public protocol DocumentSigner: Sendable {
    /// Whether its certificate is a qualified one (eIDAS, Serbia's law of 2017), as whoever set it up says; nothing here can know it.
    var isQualified: Bool { get }
    /// - Returns: the document with a signature over all of it. What was there stays, byte for byte. The signature holds the moment, so that the same
    ///   document signed twice gives two different files.
    /// - Throws: ``TypesetterFault``
    func sign(_ pdf: [UInt8], reason: String?, place: String?) async throws -> [UInt8]
}

/// The key of a signature and the certificate that says whose it is.
public enum SigningKey: Sendable {
    /// A PKCS#12 file (`.p12`, `.pfx`).
    case pkcs12([UInt8], password: String)
    /// A private key in PEM, and the certificates in PEM, the signer's own first.
    case pem([UInt8], certificates: [UInt8], password: String?)
}

/// Signs with PAdES (`ETSI.CAdES.detached`, SHA-256), in the worker of the typesetter.
public struct PAdESSigner: DocumentSigner {
    private let typesetter: Typesetter
    private let key: SigningKey
    public let isQualified: Bool

    public init(typesetter: Typesetter, key: SigningKey, isQualified: Bool = false) {
        self.typesetter = typesetter
        self.key = key
        self.isQualified = isQualified
    }

    public func sign(_ pdf: [UInt8], reason: String? = nil, place: String? = nil) async throws -> [UInt8] {
        try await typesetter.answer(to: .sign(pdf, key, reason: reason, place: place))
    }
}
