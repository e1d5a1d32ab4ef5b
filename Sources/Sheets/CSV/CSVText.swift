extension CSV {
    /// What a text file says, whatever its charset: for reports that hold several tables one under the other.
    public static func text(of bytes: [UInt8], limits: Limits = Limits()) throws(SheetProblem) -> String {
        guard bytes.count <= limits.bytes else { throw SheetProblem(.tooMuch(.bytes, limit: limits.bytes)) }
        let (charset, mark, _) = try Charset.of(bytes)
        let text = try charset.decode(bytes[mark...])
        guard !text.contains(0) else { throw SheetProblem(.unknownKind) }
        return String(decoding: text, as: UTF8.self)
    }
}
