import Kernel
package import Languages
import Sheets

/// What a platform for meetings over the net reports: who was there, under whatever name they gave, and for how many minutes. Read from the files of Zoom,
/// Teams and Meet, which all have a table with a name and a duration, with other things above and below it.
package struct PlatformReport: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let name: String
        /// Empty where the platform does not know it.
        package let email: String
        package let minutes: Int
    }

    /// One for each name or address: whoever left and came back has one line with all minutes.
    package let lines: [Line]

    package static let linesMost = 1_000
    /// Heads of columns as the search folds them, so that Cyrillic ones are the same.
    private static let names = ["name original name", "full name", "name", "participant", "ime i prezime", "ime", "vardas pavarde", "vardas"]
    private static let given = ["first name", "given name"], family = ["last name", "surname"]
    private static let emails = ["user email", "email", "email address", "e mail", "participant id upn", "elektronska adresa", "el pastas"]
    private static let durations = [
        "duration minutes", "total duration minutes", "in meeting duration", "attendance duration", "duration", "time in call", "trajanje", "trajanje minuti", "trukme",
    ]

    /// - Throws: a problem at the field `file`, when there is no such table in it.
    package init(reading bytes: [UInt8]) throws {
        guard let text = try? CSV.text(of: bytes) else { throw Problem.invalid("file", T.delivery.onlineUnknown) }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in line.filter { $0 != "\u{feff}" && $0 != "\r" } }
        guard let header = lines.prefix(80).firstIndex(where: Self.isHeader) else { throw Problem.invalid("file", T.delivery.onlineUnknown) }
        let table = lines[header...].prefix { !$0.allSatisfy { $0.isWhitespace || $0 == "," || $0 == ";" } }
        guard let csv = try? CSV(reading: Array(table.joined(separator: "\n").utf8)) else { throw Problem.invalid("file", T.delivery.onlineUnknown) }
        func place(_ words: [String]) -> Int? {
            let heads = csv.lines.first?.cells.map { Self.folded($0.text) } ?? []
            return words.lazy.compactMap { heads.firstIndex(of: $0) }.first
        }
        guard let duration = place(Self.durations), let name = place(Self.given) ?? place(Self.names) else { throw Problem.invalid("file", T.delivery.onlineUnknown) }
        let (last, email) = (place(Self.family), place(Self.emails))
        var order: [String] = [], found: [String: Line] = [:]
        for line in csv.lines.dropFirst() {
            func cell(_ place: Int) -> String { place < line.cells.count ? line.cells[place].text : "" }
            let whole = [cell(name), last.map(cell) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            let address = email.map { cell($0).lowercased() } ?? ""
            guard !whole.isEmpty || !address.isEmpty, let minutes = Self.minutes(cell(duration)) else { continue }
            let key = address.contains("@") ? address : Fold.tokens(whole).sorted().joined(separator: " ")
            if found[key] == nil { order.append(key) }
            found[key] = Line(
                name: WrittenText.line(String(whole.prefix(200))), email: address.contains("@") ? String(address.prefix(200)) : "",
                minutes: min(found[key]?.minutes ?? 0, 6_000) + minutes)
        }
        guard !order.isEmpty else { throw Problem.invalid("file", T.delivery.onlineEmpty) }
        guard order.count <= Self.linesMost else { throw Problem.invalid("file", T.delivery.onlineTooMany(count: Self.linesMost)) }
        self.lines = order.compactMap { found[$0] }
    }

    private static func isHeader(_ line: String) -> Bool {
        let heads = line.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" || $0 == "\t" }.map { folded(String($0)) }
        return heads.contains { durations.contains($0) } && heads.contains { names.contains($0) || given.contains($0) }
    }

    private static func folded(_ head: String) -> String { Fold.tokens(head).joined(separator: " ") }

    /// A duration as platforms write it: `62`, `1h 5m 3s`, `1 hr 2 min`, `1:02:33`; in whole minutes. Nil where it is none.
    package static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int(typed: WrittenText.line(String($0)), in: 0...6_000) }
        if parts.count == 3, let hours = parts[0], let minutes = parts[1], parts[2] != nil { return bounded(hours * 60 + minutes) }
        if parts.count == 2, let minutes = parts[0], parts[1] != nil { return bounded(minutes) }
        if let whole = parts[0], parts.count == 1 { return whole }
        // Cyrillic units fold to Latin ones; an hour is then h, c, sat or val.
        var (minutes, isRead) = (0, false)
        for match in text.split(separator: " ").map({ Fold.tokens(String($0)).joined() }).joined().matches(of: /(\d{1,5})(sat|val|hr|h|c|min|m|sec|s)/) {
            guard let number = Int(typed: match.1, in: 0...99_999) else { continue }
            switch match.2 {
            case "sat", "val", "hr", "h", "c": minutes += number * 60
            case "min", "m": minutes += number
            default: break
            }
            isRead = true
        }
        return isRead ? bounded(minutes) : nil
    }

    private static func bounded(_ minutes: Int) -> Int? { (0...6_000).contains(minutes) ? minutes : nil }
}
