import Certificates
import Crypto
import Foundation
import Kernel
package import Portfolio

/// A record of somebody that travels from one installation to another in its owner's hands: signed by the one that made it, so that nobody on the way can
/// change it, and readable without either.
package struct TakenRecord: Codable, Sendable {
    static let version = "zbornica-record/1"

    package struct Holder: Codable, Sendable {
        let name: String
        /// A digest of the verified address with the serial, by which the other side knows it again and nobody learns it; nil without one.
        let address: String?
    }

    package struct House: Codable, Sendable {
        let installation: String
        let site: String
        let name: FeedNames
        let language: String
    }

    /// A certificate of the house itself, with what proves it without the house.
    package struct Proof: Codable, Sendable {
        /// The item that it proves.
        let source: String
        let code: String
        let facts: CertificateFacts
        /// As its QR code holds it.
        let payload: String
    }

    let format: String
    let serial: String
    /// An ISO moment.
    let made: String
    let house: House
    let holder: Holder
    let record: PortfolioRecord
    let certificates: [Proof]

    init(_ record: PortfolioRecord, of holder: Holder, from house: House, certificates: [Proof], serial: String, made: String) {
        format = Self.version
        (self.serial, self.made, self.house, self.holder, self.record, self.certificates) = (serial, made, house, holder, record, certificates)
    }

    static func digest(ofAddress address: String, serial: String) -> String {
        Hex.text(SHA256.hash(data: Data("zbornica record \(serial) \(address.lowercased())".utf8)))
    }
}

/// What somebody takes along: what is proved always, the rest as they wish.
package struct TakenParts: Sendable, Hashable {
    /// What they say themselves and nobody has looked at.
    package var said = true
    /// Goals, plans, days of leave, since when they work: for their own eyes, the other side reads them not.
    package var goals = false

    package init() {}

    package func narrowed(_ record: PortfolioRecord) -> PortfolioRecord {
        var record = record
        if !said { record.items.removeAll { $0.standing != EvidenceStanding.proved.rawValue } }
        if !goals { (record.goals, record.planned, record.leave, record.worksSince, record.title, record.years) = ([], [], [], nil, nil, []) }
        return record
    }
}
