import Accounts
import Kernel
import Languages
package import Storage

/// Why somebody to whom an issue should have gone did not get it.
package enum SkipReason: String, CaseIterable, Sendable, Storable {
    /// Left the newsletter meanwhile.
    case left
    /// The address was given up meanwhile.
    case stopped
    /// The account, or its address, is gone.
    case gone
}

/// Somebody to whom a letter of an issue is about to be written, as they stand now.
struct WaitingReader: Sendable {
    let row: Int64
    let subscriber: Subscriber.ID?
    let person: Person.ID?
    let name: String
    let address: String
    let language: Language
    /// When the newsletter was agreed to; nil for whoever has left it.
    let given: Instant?

    init(row: Row) throws {
        (self.row, subscriber, person, given) = (try row["id"], try row["subscriber"], try row["person"], try row["given"])
        let verified: Instant? = try row["verified"], erased: Instant? = try row["erased"], email: String? = try row["email"], own: String? = try row["address"]
        address = (person == nil ? own : verified != nil && erased == nil ? email : nil) ?? ""
        name = try person == nil ? "" : PersonName(given: row["given_name"], family: row["family_name"]).full
        language = try (row["own_language"] as Language?) ?? (row["language"] as Language?) ?? .sr
    }

    /// Why nothing is written to them; nil where it is.
    func skipped(by stops: NewsletterStops, _ seal: Seal) -> SkipReason? {
        guard subscriber != nil else { return .gone }
        guard let given else { return .left }
        guard !address.isEmpty else { return .gone }
        return stops.isStopped(AddressMark.of(address, seal), given: given) ? .stopped : nil
    }
}
