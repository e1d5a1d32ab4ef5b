import NIOConcurrencyHelpers

/// How large a body a door takes, and for how long it waits for it. Small by default: a route says so where files come in.
package enum BodySize: Sendable {
    /// What people type.
    case form
    /// What they write in several long fields: who pastes too much is told so at the field.
    case words
    /// What they upload to be read at once: lists.
    case files
    /// What they upload to be kept: it goes to disk as it comes, and never stands in memory.
    case uploads

    var bytes: Int {
        switch self {
        case .form: 256 << 10
        case .words: 2 << 20
        case .files: 12 << 20
        case .uploads: 41 << 20
        }
    }

    var seconds: Int {
        switch self {
        case .form: 30
        case .words: 60
        case .files: 120
        case .uploads: 600
        }
    }

    /// As people read it.
    package var shown: String {
        switch self {
        case .form: "\(bytes >> 10) kB"
        case .words, .files, .uploads: "\(bytes >> 20) MB"
        }
    }

    /// What all bodies of this size may have together, in memory or on disk, while they come in and until they are answered.
    var bytesAtOnce: Int {
        switch self {
        case .form, .words: 32 << 20
        case .files: 64 << 20
        case .uploads: 400 << 20
        }
    }
}

/// The bodies that are coming in now. Files and forms are counted apart, so that uploads never keep anybody from sending a form.
final class BodiesAtOnce: Sendable {
    private let held = NIOLockedValueBox<[BodySize: Int]>([:])

    /// - Returns: false when there is no room for so many bytes more.
    func take(_ bytes: Int, of size: BodySize) -> Bool {
        held.withLockedValue { held in
            let sum = held[size, default: 0] + bytes
            guard sum <= size.bytesAtOnce else { return false }
            held[size] = sum
            return true
        }
    }

    func give(back bytes: Int, of size: BodySize) {
        held.withLockedValue { $0[size, default: 0] -= bytes }
    }
}
