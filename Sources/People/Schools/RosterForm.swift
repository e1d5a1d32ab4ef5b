import Accounts
import Forms
import Kernel
import Languages
import Mail

/// Somebody who joins, as whoever keeps the roster writes them down.
struct Joining: Sendable {
    let name: PersonName
    /// Nil for somebody without an address.
    let email: EmailAddress?
    let work: Work
    /// Who is meant, where somebody of that name worked there before.
    let meant: MeantPerson

    /// - Throws: all that is wrong at once.
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        name = PersonName(typed, &faults)
        email = try typed["email"].isEmpty ? nil : faults.gather { try EmailAddress(typed) }
        let work = try faults.gather { try Work(typed, own: own) }
        try faults.check()
        guard let work else { throw Problem.missing }
        self.work = work
        meant = MeantPerson(typed)
    }
}
