package import Languages

/// The kinds of documents that are taken. They are kept as they came and given out to be opened elsewhere.
package enum DocumentKind: String, CaseIterable, Sendable {
    case pdf, docx, xlsx, pptx, odt, ods, odp, doc, xls, ppt, rtf

    /// - Returns: nil when the name has another ending, or the file does not begin like one of its kind.
    init?(name: String, head: [UInt8]) {
        guard let kind = DocumentKind(rawValue: FileName.ending(of: name)), kind.begins(head) else { return nil }
        self = kind
    }

    package var type: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        case .doc: "application/msword"
        case .xls: "application/vnd.ms-excel"
        case .ppt: "application/vnd.ms-powerpoint"
        case .rtf: "application/rtf"
        }
    }

    private func begins(_ head: [UInt8]) -> Bool {
        switch self {
        case .pdf: head.starts(with: "%PDF-".utf8)
        case .docx, .xlsx, .pptx: head.starts(with: Self.zip)
        case .odt, .ods, .odp: head.starts(with: Self.zip) && head.dropFirst(30).starts(with: "mimetype\(type)".utf8)
        case .doc, .xls, .ppt: head.starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
        case .rtf: head.starts(with: "{\\rtf".utf8)
        }
    }

    private static let zip: [UInt8] = [0x50, 0x4b, 0x03, 0x04]

    /// For the browser, which then offers these alone.
    package static let accept = allCases.map { ".\($0.rawValue)" }.joined(separator: ",")
    package static let shown = allCases.map { $0.rawValue.uppercased() }.joined(separator: ", ")
}

/// The name that a file bore where it came from.
enum FileName {
    static func ending(of name: String) -> String {
        name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map { $0.lowercased() } ?? ""
    }

    /// Without folders and signs that a disk may not have; as long as a column holds, with its ending.
    static func tidy(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let plain = WrittenText.line(last.filter { !$0.unicodeScalars.contains { $0.value < 32 || $0.properties.generalCategory == .format } })
        guard plain.unicodeScalars.count > most else { return plain.isEmpty ? "file" : plain }
        let ending = "." + ending(of: plain)
        return String(String.UnicodeScalarView(plain.unicodeScalars.prefix(most - ending.unicodeScalars.count))) + ending
    }

    private static let most = TextLimit.line.rawValue

    /// As people read it: *340 kB*, *2 MB*.
    static func weight(_ bytes: Int, _ t: Texts) -> String {
        bytes < 1_000_000 ? "\(t.number(max(1, bytes / 1_000))) kB" : "\(t.number(bytes / 1_000_000)) MB"
    }
}
