import Accounts
import Certificates
import Crypto
import Foundation
package import Kernel
package import Languages
package import Portfolio
package import Storage

/// A record that somebody brought along from another installation.
package struct BroughtRecord: Sendable {
    package typealias ID = Kernel.ID<BroughtRecord>

    /// How sure it is that it comes from where it says.
    package enum Standing: String, CaseIterable, Sendable, Storable {
        /// Signed by a key of a neighbour that is believed here.
        case checked
        /// Signed by a key that nobody here knows.
        case unknown
        /// Signed by a key that must not be believed any more.
        case revoked

        package var name: Phrase {
            switch self {
            case .checked: T.neighbours.standingChecked
            case .unknown: T.neighbours.standingUnknown
            case .revoked: T.neighbours.standingRevoked
            }
        }
    }

    package struct Item: Sendable {
        package let title: String
        package let day: Day
        package let isChecked: Bool
        package let ended: Instant?
        /// Its line in the portfolio; nil where its bearer has taken that away, or it was never put there.
        package let entry: PortfolioEntry.ID?
    }

    package let id: ID
    package let neighbour: Neighbour.ID?
    package let site: String
    package let name: String
    package let made: Instant
    package let brought: Instant
    package let standing: Standing
    /// Items that were here already, or that nobody could read.
    package let skipped: Int
    package let items: [Item]

    package var host: String { SiteOrigin(site)?.host ?? site }
}

/// A file that says to be a record, read and not yet taken: its signature fits the key that came along; whose key that is, is asked then.
package struct RecordFile: Sendable {
    static let most = 5 << 20
    private static let itemsMost = 2_000

    let taken: TakenRecord
    /// The fingerprint of the key that signed it.
    let key: String
    /// Of what was signed: the same record is known again, however its file was written.
    let digest: String
    let made: Instant
    let site: SiteOrigin

    /// - Throws: a problem at the field of the file.
    package init(_ bytes: [UInt8]) throws {
        func refused(_ phrase: Phrase) -> Problem { Problem.invalid("file", phrase) }
        guard bytes.count <= Self.most else { throw refused(T.neighbours.errorRecordLarge) }
        guard let text = SignedText(bytes: bytes, .record), let key = text.embedded else { throw refused(T.neighbours.errorNoRecord) }
        guard text.isSigned(by: key) else { throw refused(T.neighbours.errorRecordChanged) }
        guard let taken: TakenRecord = FeedJSON.read(text.payload), taken.format == TakenRecord.version, let made = Instant(iso: taken.made),
            let site = SiteOrigin(taken.house.site), taken.record.items.count <= Self.itemsMost, taken.certificates.count <= Self.itemsMost,
            !taken.house.installation.isEmpty, taken.house.installation.utf8.count <= TextLimit.label.rawValue
        else { throw refused(T.neighbours.errorNoRecord) }
        (self.taken, self.key, self.made, self.site) = (taken, key.id, made, site)
        digest = Hex.text(SHA256.hash(data: Data(text.payload)))
    }

    /// The name of the centre from which it comes, in its own language.
    var name: String {
        let names = taken.house.name, name = names[taken.house.language] ?? names.sorted { $0.key < $1.key }.first?.value ?? ""
        let line = NeighbourOfferDraft.line(name, TextLimit.line.rawValue)
        return line.isEmpty ? site.host : line
    }

    /// Whether it is a record of this person: by the address where both sides have verified one. Else by the name, which anybody may choose.
    func isOf(_ person: Person) -> Bool {
        guard let address = taken.holder.address, person.verified != nil, let email = person.email else { return isNamed(as: person) }
        return address == TakenRecord.digest(ofAddress: email, serial: taken.serial)
    }

    /// Whether it bears the name of this person, in either script.
    func isNamed(as person: Person) -> Bool {
        let name = Set(Fold.tokens(taken.holder.name))
        return !name.isEmpty && [person.name, person.otherScript].compactMap(\.self).contains { Set(Fold.tokens($0.full)) == name }
    }

    /// What is put into the portfolio; nil for what nobody could have done.
    /// - Parameter note: from where it comes, in words.
    static func details(_ item: PortfolioRecord.Item, from name: String, note: String, until today: Day) -> EntryDetails? {
        func line(_ text: String?) -> String { NeighbourOfferDraft.line(text ?? "", TextLimit.sentence.rawValue) }
        let title = line(item.title)
        guard let kind = EvidenceKind(rawValue: item.kind), let day = Day(iso: item.day), day <= today, !title.isEmpty, !item.source.isEmpty,
            item.source.utf8.count <= TextLimit.label.rawValue, (0...1000).contains(item.hours), (0...365).contains(item.days), (0...1000).contains(item.credits),
            item.points.map({ (0...1000).contains($0) }) ?? true
        else { return nil }
        var details = EntryDetails(kind, title, on: day)
        (details.isLed, details.hours, details.days, details.credits, details.points) = (item.led, item.hours, item.days, item.credits, item.points)
        (details.isPriority, details.isInternational, details.note) = (item.priority, item.international, note)
        details.organiser = line(item.organiser).isEmpty ? name : line(item.organiser)
        (details.number, details.competence) = (line(item.number), line(item.competence))
        return details
    }
}
