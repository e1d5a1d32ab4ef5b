/// An e-mail address that a mail server takes as it stands: ASCII, dots and the usual signs before the `@`, a host name after
/// it. Quoted names, comments and numeric hosts are refused, and so is everything that could end a line or a command.
/// Names outside ASCII come as punycode.
public struct Address: Hashable, Sendable {
    public let text: String

    public init(_ text: String) throws(MailProblem) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, Self.isLocal(parts[0]), HostName.isValid(parts[1]),
            parts[1].contains(".") || parts[1] == "localhost"
        else { throw .address(String(text.prefix(300))) }
        self.text = text
    }

    private static func isLocal(_ part: Substring) -> Bool {
        part.utf8.count <= 64
            && part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty && atom.unicodeScalars.allSatisfy(\.isAtomic)
            }
    }
}

extension Address: Codable, CustomStringConvertible {
    public init(from decoder: any Decoder) throws { try self.init(decoder.singleValueContainer().decode(String.self)) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public var description: String { text }
}

/// Names of hosts: labels of letters, digits and hyphens, the last not all digits.
enum HostName {
    static func isValid(_ name: Substring) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        return name.utf8.count <= 253 && labels.allSatisfy(isLabel) && labels.last?.contains(where: \.isLetter) == true
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.unicodeScalars.allSatisfy { $0.isASCIIAlphanumeric || $0 == "-" }
    }
}

extension Unicode.Scalar {
    var isASCIIAlphanumeric: Bool { ("0"..."9").contains(self) || ("A"..."Z").contains(self) || ("a"..."z").contains(self) }

    /// A character of an *atom*, which needs no quotes in a header (RFC 5322, 3.2.3).
    var isAtomic: Bool { isASCIIAlphanumeric || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(self) }

    var isControl: Bool { properties.generalCategory == .control || value == 0x2028 || value == 0x2029 }
}
