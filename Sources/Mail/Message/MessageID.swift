/// What a message is known by everywhere and for ever, such as `letter-17@centre.example`. Sending again keeps it.
public struct MessageID: Hashable, Sendable {
    /// Without the angle brackets.
    public let text: String

    /// Both sides are ASCII letters, digits, dots, hyphens and a few more signs that are safe in a header and in a file's name.
    public init(_ text: String) throws(MailProblem) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 200, parts.count == 2, HostName.isValid(parts[1]),
            parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ atom in
                !atom.isEmpty && atom.unicodeScalars.allSatisfy { $0.isASCIIAlphanumeric || "-_+=".unicodeScalars.contains($0) }
            })
        else { throw .messageID(String(text.prefix(300))) }
        self.text = text
    }
}

extension MessageID: Codable, CustomStringConvertible {
    public init(from decoder: any Decoder) throws { try self.init(decoder.singleValueContainer().decode(String.self)) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public var description: String { "<\(text)>" }
}
