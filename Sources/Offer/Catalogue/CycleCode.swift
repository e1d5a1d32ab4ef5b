import Forms
import Foundation
package import Kernel
import Languages
import Storage

/// The lists that each call publishes anew: what a competence K2 or a priority area 3 means is data of its cycle.
package enum CodeList: String, CaseIterable, Sendable, Storable {
    case competence, priority, area, target

    /// The lists of which a programme has one entry; it may be for several groups of people.
    package static let single: [CodeList] = [.competence, .priority, .area]
}

/// One entry of a list of a cycle.
package struct CycleCode: Sendable, Hashable {
    package typealias ID = Kernel.ID<CycleCode>

    package let id: ID
    package let cycle: Cycle.ID
    package let list: CodeList
    package let code: String
    package let name: String

    init(row: Row) throws {
        id = try row["id"]
        cycle = try row["cycle"]
        list = try row["list"]
        code = try row["code"]
        name = try row["name"]
    }

    init(id: ID, cycle: Cycle.ID, list: CodeList, code: String, name: String) {
        self.id = id
        self.cycle = cycle
        self.list = list
        self.code = code
        self.name = name
    }

    /// K2 Поучавање и учење; only the name where the list has no codes.
    package var label: String { code == name ? name : "\(code) \(name)" }

    var line: CodeLine { CodeLine(code: code, name: name) }

    /// What makes it the same entry, however it is typed: К2 in Cyrillic is K2.
    package var key: String { CycleCode.key(code) }

    package static func key(_ code: String) -> String { Fold.tokens(code).joined(separator: " ") }
}

/// A line of a list as staff type it: `K2: Поучавање и учење`, or a name alone.
package struct CodeLine: Sendable, Hashable {
    package let code: String
    package let name: String

    private static let longestCode = 12

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }

    /// What stands before the first colon is the code, if it is short and has no blanks; else the whole line is a name.
    package init(_ line: String) {
        let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        if parts.count == 2, parts[0].count <= CodeLine.longestCode, !parts[0].isEmpty, !parts[0].contains(" "), !parts[1].isEmpty {
            self.init(code: parts[0], name: parts[1])
        } else {
            let name = line.trimmingCharacters(in: .whitespaces)
            self.init(code: name, name: name)
        }
    }

    package var written: String { code == name ? name : "\(code): \(name)" }

    /// - Throws: a problem at `field` when two lines have the same code.
    package static func read(_ text: String, field: String) throws -> [CodeLine] {
        var faults = Faults()
        let lines = read(text, field: field, &faults)
        try faults.check()
        return lines
    }

    static func read(_ text: String, field: String, _ faults: inout Faults) -> [CodeLine] {
        let lines = text.split(whereSeparator: \.isNewline).map { CodeLine(String($0)) }.filter { !$0.name.isEmpty }
        var seen: Set<String> = []
        for line in lines where !seen.insert(CycleCode.key(line.code)).inserted {
            faults.add(field, T.catalogue.codeTwice(code: .title(line.code)))
        }
        for line in lines { faults.limit(line.name, field, .sentence) }
        return lines
    }
}
