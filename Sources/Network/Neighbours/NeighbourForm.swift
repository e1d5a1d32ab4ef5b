import Forms
package import Kernel
import Languages

/// Who is to become a neighbour: where it stands, and the fingerprint of its key.
struct NeighbourDraft: Sendable, Hashable {
    let address: SiteOrigin
    let fingerprint: Fingerprint

    /// - Parameter isEncrypted: whether this site is read over encrypted connections alone; then it takes no neighbour that is not.
    init(_ typed: Typed, isEncrypted: Bool) throws {
        var faults = Faults()
        // What the other centre shows carries its fingerprint behind the address.
        let parts = typed["address"].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let written = parts.first ?? "", mark = typed["fingerprint"].isEmpty && parts.count > 1 ? parts[1] : typed["fingerprint"]
        let address = SiteOrigin(written.contains("://") ? written : "https://\(written)"), fingerprint = Fingerprint(typed: mark)
        faults.require(!written.isEmpty, "address", T.common.errorMissing)
        if !written.isEmpty {
            faults.require(address != nil, "address", T.neighbours.errorAddress)
            if let address { faults.require(address.isEncrypted || !isEncrypted, "address", T.neighbours.errorEncrypted) }
        }
        faults.require(fingerprint != nil, "fingerprint", T.neighbours.errorFingerprint)
        try faults.check()
        guard let address, let fingerprint else { throw Problem.missing }
        (self.address, self.fingerprint) = (address, fingerprint)
    }
}

/// What somebody asks the neighbours' offers for.
package struct OfferFilter: Sendable, Hashable {
    package var words = ""
    package var kind = FeedKind.events
    package var neighbour: Neighbour.ID?

    package init() {}

    init(_ query: Typed) {
        words = query["q"]
        kind = FeedKind(rawValue: query["kind"]).flatMap { FeedKind.offers.contains($0) ? $0 : nil } ?? .events
        neighbour = Neighbour.ID(query["from"])
    }
}
