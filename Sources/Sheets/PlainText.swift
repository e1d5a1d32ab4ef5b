/// The text of a file that does not say for sure in which letters it was written, such as what banks' programs write.
public struct PlainText: Sendable {
    public let text: String
    public let charset: Charset
    /// Whether no other charset would read other letters just as well.
    public let isSure: Bool

    public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(SheetProblem) {
        guard bytes.count <= limits.bytes else { throw SheetProblem(.tooMuch(.bytes, limit: limits.bytes)) }
        let (charset, mark, isSure) = try Charset.of(bytes)
        let text = try charset.decode(bytes[mark...])
        guard !text.contains(0) else { throw SheetProblem(.unknownKind) }
        (self.text, self.charset, self.isSure) = (String(decoding: text, as: UTF8.self), charset, isSure)
    }

    static func trimmed(_ text: String) -> String {
        let inner = text.drop(while: \.isWhitespace)
        guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(inner[...last])
    }
}
