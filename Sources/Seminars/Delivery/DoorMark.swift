import Forms
import Kernel
import Languages
import Registration

/// A mark as a device made it, perhaps long before it could be sent.
struct DoorMark: Sendable, Hashable {
    /// Random, made on the device; sent twice, it counts once.
    let key: String
    let registration: Registration.ID
    /// nil takes the mark back.
    let mark: Mark?
    /// When it was made. The device reckons this by the server's clock as it last heard it: its own may be wrong, and the way here may be slow.
    let made: Instant

    /// Reads `key.registration.mark.moment`; the mark is `none` when it is taken back.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, (16...64).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(Self.isKeyByte), let registration = Registration.ID(parts[1]),
              let mark = Self.mark(parts[2]), let made = Instant(typedSeconds: parts[3])
        else { return nil }
        key = String(parts[0])
        self.registration = registration
        self.mark = mark
        self.made = made
    }

    /// How many a device may send at once.
    static let most = 500

    static func all(_ typed: Typed) -> [DoorMark] { typed.all("mark").prefix(most).compactMap(DoorMark.init) }

    /// The word of a button: a mark, or `none`.
    static func mark(_ word: some StringProtocol) -> Mark?? {
        if word == "none" { return .some(nil) }
        return Mark(rawValue: String(word)).map { .some($0) }
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d: true
        default: false
        }
    }
}

/// One press of a button at the door: `12.late`.
struct Tap: Sendable, Hashable {
    let registration: Registration.ID
    let mark: Mark?

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let registration = Registration.ID(parts[0]), let mark = DoorMark.mark(parts[1]) else { return nil }
        self.registration = registration
        self.mark = mark
    }

    static func text(_ registration: Registration.ID, _ mark: Mark?) -> String { "\(registration).\(mark?.rawValue ?? "none")" }
}
