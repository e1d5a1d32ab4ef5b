import Forms
import Kernel

/// The number under which a programme goes on in the next cycle.
struct RenewedNumber: Sendable {
    let programme: Programme.ID
    let number: String

    private static let prefix = "number-"

    /// The field in which it is typed.
    static func field(_ programme: Programme.ID) -> String { "\(prefix)\(programme)" }

    /// The numbers that were typed; a programme whose field is empty is not renewed.
    static func all(_ typed: Typed) -> [RenewedNumber] {
        typed.fields.compactMap { field in
            guard field.name.hasPrefix(prefix), let programme = Programme.ID(field.name.dropFirst(prefix.count)), !typed[field.name].isEmpty else { return nil }
            return RenewedNumber(programme: programme, number: typed[field.name])
        }
    }
}
