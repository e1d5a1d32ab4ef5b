package import Centres
package import Kernel
import Storage

/// The lists of credentials that are no longer good, made when somebody asks.
package enum CredentialStatusStore {
    /// - Parameter compress: gzip (RFC 1952).
    /// - Returns: the signed list; nil where the centre has no such list, or no key that signs.
    /// - Throws: a conflict when another key file sealed the key.
    package static func list(_ list: Int, of centre: Centre.ID, seal: Seal, compress: ([UInt8]) -> [UInt8], in act: Act) throws -> String? {
        guard CredentialStatus.lists.contains(list), let key = try SigningKeyStore.standing(of: centre, seal: seal, in: act) else { return nil }
        let first = Int64(list) * CredentialStatus.size
        let ended = try act.db.rows("""
            SELECT id FROM certificate
            WHERE centre = \(centre) AND state IN ('void', 'replaced') AND id BETWEEN \(first) AND \(first + CredentialStatus.size - 1) ORDER BY id
            """).map { try $0["id"] as Certificate.ID }
        let site = try CentreStore.centre(centre, in: act).origin(default: act.address)
        return try CredentialStatus(list, of: centre, at: site, ended: ended, now: act.now, compress: compress).signed(by: key)
    }
}
