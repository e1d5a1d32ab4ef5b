import Foundation
import Kernel
import Languages

/// What a person typed into a form, or an address carries behind its question mark. Nothing is refused here: rules read it and say what is wrong.
///
/// A field has one line unless its reader asks for `lines`; what is kept of either, `WrittenText` says.
package struct Typed: Sendable {
    package struct File: Sendable {
        package let field: String
        package let name: String
        package let bytes: [UInt8]
        /// Where it lies, if its door takes large files: then there are no bytes in memory.
        package let upload: Upload?

        package init(field: String, name: String, bytes: [UInt8]) {
            self.field = field
            self.name = name
            self.bytes = bytes
            upload = nil
        }

        package init(field: String, name: String, upload: Upload) {
            self.field = field
            self.name = name
            bytes = []
            self.upload = upload
        }
    }

    package private(set) var fields: [(name: String, value: String)]
    package private(set) var files: [File]

    package static let nothing = Typed()

    package init(_ fields: [(name: String, value: String)] = [], files: [File] = []) {
        self.fields = fields
        self.files = files
    }

    /// Form values to begin with, when a page is opened for the first time.
    package init(_ values: KeyValuePairs<String, String>) {
        self.init(values.map { (name: $0.key, value: $0.value) })
    }

    /// The first value of that name, as one line; empty when there is none.
    package subscript(_ name: String) -> String { value(name).map(WrittenText.line) ?? "" }

    /// The first value of that name, as several lines; empty when there is none.
    package func lines(_ name: String) -> String { value(name).map(WrittenText.lines) ?? "" }

    /// The same of a list that may have been copied from a spreadsheet: a semicolon stands where a cell ended.
    package func rows(_ name: String) -> String { value(name).map { WrittenText.lines($0.replacing("\t", with: ";")) } ?? "" }

    /// A password, of which nothing is taken away.
    package func secret(_ name: String) -> String { value(name).map(WrittenText.secret) ?? "" }

    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map { WrittenText.line($0.value) } }

    private func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// - Throws: a problem with each field in which a sign stands that nobody can read.
    package func checkSigns() throws {
        var faults = Faults()
        for (name, value) in fields { faults.readable(value, name) }
        try faults.check()
    }

    /// What no rule of a form has refused is still not longer than fields of its name may be.
    /// - Throws: a problem with each field that is too long.
    package func checkLengths() throws {
        var faults = Faults()
        for (name, value) in fields { faults.limit(WrittenText.lines(value), name) }
        try faults.check()
    }

    /// Whether a box was ticked or a button of that name was pressed.
    package func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

    /// The whole number of that name; nil for what is none, and for one outside the bounds.
    package func number(_ name: String, in bounds: ClosedRange<Int>) -> Int? { Int(typed: self[name], in: bounds) }

    /// The page of a list that an address asks for; which pages there are knows `Paging`.
    package var page: Int? { number("page", in: Paging.bounds) }

    package func file(_ name: String) -> File? { files.first { $0.field == name && !$0.bytes.isEmpty } }

    /// A file of a door that takes large ones.
    package func upload(_ name: String) -> (name: String, upload: Upload)? {
        files.lazy.compactMap { file in file.field == name ? file.upload.map { (file.name, $0) } : nil }.first { $0.1.size > 0 }
    }

    /// The same with one value replaced, for links that change one filter.
    package func with(_ name: String, _ value: String?) -> Typed {
        var kept = fields.filter { $0.name != name }
        if let value, !value.isEmpty { kept.append((name, value)) }
        return Typed(kept)
    }

    /// As it stands in an address: `a=1&b=2`.
    package var query: String { query(with: "", nil, without: "") }

    /// The same with one value replaced and another left out, as it stands in an address.
    package func query(with name: String, _ value: String?, without other: String) -> String {
        var bytes: [UInt8] = []
        for field in fields where field.name != name && field.name != other { Self.write(field.name, field.value, into: &bytes) }
        if let value { Self.write(name, value, into: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func write(_ name: String, _ value: String, into bytes: inout [UInt8]) {
        guard !value.isEmpty else { return }
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
        escape(name, into: &bytes)
        bytes.append(UInt8(ascii: "="))
        escape(value, into: &bytes)
    }

    /// Escapes one byte after another, without a string for each: a page with a list writes a hundred addresses.
    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: bytes.append(byte)
            default: Hex.escape(byte, into: &bytes)
            }
        }
    }
}

extension Typed {
    /// Reads `application/x-www-form-urlencoded`; broken escapes stand for themselves.
    package init(urlEncoded text: String, limit: Int = 2_000) {
        fields = text.split(separator: "&").prefix(limit).map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.unescaped(parts[0]), parts.count > 1 ? Self.unescaped(parts[1]) : "")
        }
        files = []
    }

    private static func unescaped(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        let input = Array(text.utf8)
        var index = 0
        while index < input.count {
            if input[index] == UInt8(ascii: "%"), index + 2 < input.count, let high = Hex.value(of: input[index + 1]), let low = Hex.value(of: input[index + 2]) {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(input[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : input[index])
                index += 1
            }
        }
        bytes.removeAll { $0 == 0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
