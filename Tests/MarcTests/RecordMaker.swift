/// Records as libraries write them, in the form of ISO 2709.
struct RecordMaker {
    var leader = "     nam0 22     2  450 "
    var fields: [(tag: String, value: [UInt8])] = []

    static func book(_ title: String, isbn: String = "", id: String = "1") -> RecordMaker {
        var record = RecordMaker()
        record.add("001", Array(id.utf8))
        if !isbn.isEmpty { record.add("010", "  ", [("a", isbn)]) }
        record.add("101", "0 ", [("a", "srp")])
        record.add("200", "1 ", [("a", title), ("f", "Љубица Чворовић")])
        record.add("700", " 1", [("a", "Чворовић"), ("b", "Љубица")])
        return record
    }

    mutating func add(_ tag: String, _ value: [UInt8]) { fields.append((tag, value)) }

    mutating func add(_ tag: String, _ indicators: String, _ parts: [(code: String, value: String)], as letters: (String) -> [UInt8] = { Array($0.utf8) }) {
        fields.append((tag, Array(indicators.utf8) + parts.flatMap { [0x1F] + Array($0.code.utf8) + letters($0.value) }))
    }

    /// - Parameter lengths: what is added to each length, as programs do that count letters.
    func bytes(lengths wrong: Int = 0) -> [UInt8] {
        var directory: [UInt8] = [], data: [UInt8] = []
        for field in fields {
            directory += Array((field.tag + Self.padded(field.value.count + 1 + wrong, 4) + Self.padded(data.count, 5)).utf8)
            data += field.value + [0x1E]
        }
        let base = 24 + directory.count + 1
        var head = Array(leader.utf8)
        head.replaceSubrange(0..<5, with: Array(Self.padded(base + data.count + 1 + wrong, 5).utf8))
        head.replaceSubrange(12..<17, with: Array(Self.padded(base + wrong, 5).utf8))
        return head + directory + [0x1E] + data + [0x1D]
    }

    private static func padded(_ number: Int, _ count: Int) -> String { String(repeating: "0", count: max(0, count - "\(number)".count)) + "\(number)" }
}
