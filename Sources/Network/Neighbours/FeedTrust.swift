/// Which key of a neighbour is believed: the one whose fingerprint somebody compared, and whoever it named in its place, one after another.
enum FeedTrust {
    private static let keysMost = 100

    /// The key that signed a text, if it is believed.
    /// - Parameters:
    ///   - listed: keys as the text itself lists them: nothing of them is believed but what they signed.
    ///   - fingerprint: of the key that was believed until now.
    static func key(of text: SignedText, listed: [FeedKey], trusting fingerprint: String) throws(FeedFault) -> FeedKey {
        let keys = Dictionary(listed.prefix(keysMost).filter { $0.key.bytes != nil }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        guard var trusted = keys[fingerprint] else { throw .key }
        // A key that declares itself lost ends the trust in all that it named: who found it could name anybody.
        guard !trusted.isRevoked else { throw .revoked }
        for _ in 0..<keys.count where trusted.id != text.key {
            let next = keys.values.filter { $0.succeeds(trusted) }.sorted { $0.id < $1.id }
            guard let one = next.first, next.count == 1 else { throw .key }
            guard !one.isRevoked else { throw .revoked }
            trusted = one
        }
        guard trusted.id == text.key else { throw .key }
        guard text.isSigned(by: trusted.key) else { throw .changed }
        return trusted
    }
}
