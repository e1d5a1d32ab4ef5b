/// A header field besides those that `Message` writes itself.
public struct Header: Hashable, Sendable {
    public let name: String
    public let value: String

    /// The value is printable ASCII on one line.
    public init(_ name: String, _ value: String) throws(MailProblem) {
        guard (1...60).contains(name.utf8.count), name.unicodeScalars.allSatisfy({ $0.isASCIIAlphanumeric || $0 == "-" }),
            !Self.ours.contains(name.lowercased()), !name.lowercased().hasPrefix("content-"),
            (1...900).contains(value.utf8.count), value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), value.first != " ", value.last != " "
        else { throw .header("\(name): \(value)") }
        (self.name, self.value) = (name, value)
    }

    private init(known name: String, _ value: String) { (self.name, self.value) = (name, value) }

    /// A program wrote this: no machine should answer it (RFC 3834).
    public static let automatic = Header(known: "Auto-Submitted", "auto-generated")

    /// Where the reader leaves the list, with one click where the mail program offers it (RFC 2369, RFC 8058).
    public static func unsubscribe(at url: String) throws(MailProblem) -> [Header] {
        guard url.hasPrefix("https://") || url.hasPrefix("http://"), !url.contains(where: { "<>, ".contains($0) }) else { throw .header(url) }
        return [try Header("List-Unsubscribe", "<\(url)>"), Header(known: "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]
    }

    private static let ours: Set = ["from", "to", "cc", "bcc", "sender", "reply-to", "subject", "date", "message-id", "mime-version", "received", "return-path"]
}
