package import Storage

/// What a document proves.
package enum CertificateKind: String, CaseIterable, Sendable, Storable {
    /// A programme was completed, with its hours and points.
    case certificate
    /// Somebody took part in a gathering or another event.
    case confirmation
    /// The centre thanks.
    case thanks
}
