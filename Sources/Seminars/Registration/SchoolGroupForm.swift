import Accounts
import Events
import Forms
import Kernel
import Languages

extension SchoolGroupAsked {
    /// - Parameter payers: who can pay for a seat of the event.
    /// - Throws: all that is wrong at once.
    init(_ typed: Typed, payers: [Payer]) throws {
        var faults = Faults()
        let own = Set(typed.all("own").compactMap { Person.ID($0) })
        let payer = Payer(rawValue: typed["payer"]) ?? payers.first ?? .free
        let unnamed = faults.number(typed, "unnamed", in: 0...Self.unnamedMost, empty: 0) ?? 0
        faults.limit(typed["note"], "note", most: Application.longestNote)
        try faults.check()
        self.init(
            people: typed.all("people").compactMap { Person.ID($0) }.map { ($0, own.contains($0) && payers.contains(.own) ? .own : payer) },
            unnamed: unnamed, payer: payer, isWhole: typed.has("whole"), note: typed.lines("note"))
    }
}

/// The names that were chosen for seats without one.
struct SeatNames: Sendable {
    let names: [Registration.ID: Person.ID]
    /// The version of the group that was seen.
    let version: Int

    static func field(_ seat: Registration.ID) -> String { "seat-\(seat)" }

    init(_ typed: Typed) throws {
        guard let version = typed.number("version", in: 1...1_000_000) else { throw Problem.missing }
        self.version = version
        names = Dictionary(typed.fields.compactMap { field -> (Registration.ID, Person.ID)? in
            guard field.name.hasPrefix("seat-"), let seat = Registration.ID(field.name.dropFirst(5)), let person = Person.ID(field.value) else { return nil }
            return (seat, person)
        }, uniquingKeysWith: { _, last in last })
    }
}
