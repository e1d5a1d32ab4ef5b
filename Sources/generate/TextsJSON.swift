import Foundation

/// Reads the JSON of a file of texts: objects whose values are objects or strings. Keeps the order, knows the lines, refuses a
/// key that is there twice, which the usual readers swallow.
struct TextsJSON {
    indirect enum Node {
        case text(String)
        case object([Member])
    }

    struct Member {
        let key: String
        let line: Int
        let value: Node
    }

    private let file: URL
    private let bytes: [UInt8]
    private var place = 0
    /// Counted as blanks are passed, for no text goes over its line.
    private var line = 1

    static func members(of file: URL, _ data: Data) throws -> [Member] {
        var reader = TextsJSON(file: file, bytes: Array(data))
        guard case .object(let members) = try reader.node() else { throw reader.complaint("a file of texts is one object") }
        reader.skipBlanks()
        guard reader.place == reader.bytes.count else { throw reader.complaint("something stands behind the end") }
        return members
    }

    private init(file: URL, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    private mutating func node() throws -> Node {
        skipBlanks()
        if isAt("\"") { return .text(try text()) }
        guard isAt("{") else { throw complaint("a text or an object is expected here") }
        place += 1
        return .object(try members())
    }

    private mutating func members() throws -> [Member] {
        var members: [Member] = []
        skipBlanks()
        if skip("}") { return members }
        repeat {
            skipBlanks()
            let line = self.line
            guard isAt("\"") else { throw complaint("a key in quotes is expected here") }
            let key = try text()
            guard !members.contains(where: { $0.key == key }) else { throw Complaint(file, line: line, "\(key) is here twice") }
            skipBlanks()
            guard skip(":") else { throw complaint("a colon is expected behind \(key)") }
            members.append(Member(key: key, line: line, value: try node()))
            skipBlanks()
        } while skip(",")
        guard skip("}") else { throw complaint("a comma or } is expected here") }
        return members
    }

    /// The text that begins at this quote; what stands between the quotes is left to the reader of the language.
    private mutating func text() throws -> String {
        let start = place
        place += 1
        while place < bytes.count, !isAt("\""), !isAt("\n") { place += isAt("\\") ? 2 : 1 }
        guard place < bytes.count, isAt("\"") else { throw complaint("this text does not end on its line") }
        place += 1
        guard let text = try? JSONDecoder().decode(String.self, from: Data(bytes[start..<place])) else {
            throw complaint("this text has a wrong escape or is not UTF-8")
        }
        return text
    }

    private mutating func skipBlanks() {
        while isAt(" ") || isAt("\n") || isAt("\t") || isAt("\r") {
            if isAt("\n") { line += 1 }
            place += 1
        }
    }

    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard isAt(mark) else { return false }
        place += 1
        return true
    }

    private func isAt(_ mark: Unicode.Scalar) -> Bool {
        place < bytes.count && bytes[place] == UInt8(ascii: mark)
    }

    private func complaint(_ reason: String) -> Complaint {
        Complaint(file, line: line, reason)
    }
}
