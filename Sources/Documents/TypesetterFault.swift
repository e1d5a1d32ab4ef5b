import Python

/// Why there is no document.
public enum TypesetterFault: Error, Equatable, CustomStringConvertible {
    /// Letters that no font has; most often a sign pasted into somebody's name.
    case missingGlyph(String)
    /// The template is wrong, or the data is not what it reads.
    case template(String)
    /// The key or the certificate cannot be used to sign.
    case key(String)
    /// No room on the disk.
    case noRoom
    /// It took longer than a job may take.
    case tooLong
    /// Too many jobs are waiting; try again later.
    case busy
    /// The worker does not start: no Python, no Typst, no fonts.
    case noStart(String)
    /// The worker ended in the middle, and so did a second one.
    case fallen
    /// The program is ending.
    case stopped

    public var description: String {
        switch self {
        case .missingGlyph(let letters): "no font has \(letters)"
        case .template(let text): "the template: \(text)"
        case .key(let text): "the key: \(text)"
        case .noRoom: "no room on the disk"
        case .tooLong: "it took too long"
        case .busy: "too many documents are waiting"
        case .noStart(let text): "the typesetter does not start: \(text)"
        case .fallen: "the typesetter ended in the middle, twice"
        case .stopped: "the typesetter is stopped"
        }
    }

    init(_ fault: PythonWorker.NoStart) {
        switch fault {
        case .noRoom: self = .noRoom
        case .reason(let text): self = .noStart(text)
        }
    }

    /// What the worker calls a fault.
    init(kind: String, text: String) {
        switch kind {
        case "glyph": self = .missingGlyph(text)
        case "key": self = .key(text)
        case "room": self = .noRoom
        case "start": self = .noStart(text)
        default: self = .template(text)
        }
    }
}
