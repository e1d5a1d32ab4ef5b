import Centres
import Foundation
import Kernel
import Languages

/// A class at once: a line for each work, as it is typed or copied from a spreadsheet — names, grade, title, file, what is to be seen in it.
package struct ClassRows: Sendable {
    package struct Row: Sendable, Hashable {
        package let number: Int
        /// Several names make a work of a group.
        package let authors: [AuthorDraft]
        package let title: String
        package let files: [String]
        package let alt: String
    }

    package let rows: [Row]

    package static let most = 200
    /// So many faults are told at once.
    private static let told = 12

    /// - Parameter asksAlt: whether each line must say what is to be seen.
    /// - Throws: at `rows`, each line that is wrong with its number.
    package init(_ text: String, in category: ContestCategoryDraft, isForPupils: Bool = true, asksAlt: Bool) throws {
        var faults = Faults(), rows: [Row] = []
        for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).map { WrittenText.line(String($0)) }
            guard cells.contains(where: { !$0.isEmpty }), !(rows.isEmpty && Self.isHead(cells)) else { continue }
            func cell(_ number: Int) -> String { number < cells.count ? cells[number] : "" }
            let grade = GradeReading.grade(cell(1)), shown = Value.number(place + 1)
            let names = cell(0).split(whereSeparator: { $0 == "+" || $0 == "&" }).map { WrittenText.line(String($0)) }.filter { !$0.isEmpty }
            if names.isEmpty { faults.add("rows", T.contests.rowNoName(line: shown)) }
            if names.count > WorkDraft.authorsMost { faults.add("rows", T.contests.rowManyNames(line: shown, most: .number(WorkDraft.authorsMost))) }
            if cell(2).isEmpty { faults.add("rows", T.contests.rowNoTitle(line: shown)) }
            if isForPupils, grade == nil { faults.add("rows", T.contests.rowNoGrade(line: shown)) }
            if let grade, !category.admits(grade) { faults.add("rows", T.contests.rowGrade(line: shown, grade: .number(grade))) }
            if asksAlt, cell(4).isEmpty { faults.add("rows", T.contests.rowNoAlt(line: shown)) }
            for text in [cell(0), cell(2), cell(4)] where text.unicodeScalars.count > TextLimit.line.rawValue { faults.add("rows", T.contests.rowLong(line: shown)) }
            rows.append(Row(
                number: place + 1, authors: names.map { AuthorDraft($0, grade: grade) }, title: cell(2),
                files: cell(3).split(separator: ",").map { WrittenText.line(String($0)) }.filter { !$0.isEmpty }, alt: cell(4)))
            if faults.count >= Self.told { break }
        }
        faults.require(!rows.isEmpty, "rows", T.contests.rowsEmpty)
        faults.require(rows.count <= Self.most, "rows", T.contests.rowsMany(most: .number(Self.most)))
        try faults.check()
        self.rows = rows
    }

    /// The line of heads that a spreadsheet begins with.
    private static func isHead(_ cells: [String]) -> Bool {
        let heads: Set<String> = ["ime", "ime i prezime", "ucenik", "ucenici", "vardas", "vardas pavarde", "mokinys", "name", "pupil", "autor", "autorius", "author"]
        return heads.contains(Fold.tokens(cells[0]).joined(separator: " "))
    }
}

/// Which file belongs to which line, by its name.
package struct ClassMatch: Sendable, Hashable {
    /// Line by line, the places of its files among those that came.
    package let files: [[Int]]
    /// What a line names and nobody sent.
    package let missing: [Missing]
    /// Names of files that no line names.
    package let unnamed: [String]
    /// Names of files that two lines name.
    package let twice: [String]

    package struct Missing: Sendable, Hashable {
        package let line: Int
        /// Empty where the line names no file at all.
        package let name: String

        package init(line: Int, name: String) { (self.line, self.name) = (line, name) }
    }

    package var isWhole: Bool { missing.isEmpty && unnamed.isEmpty && twice.isEmpty }

    /// - Parameter needsFile: whether a work without a file is none.
    package init(_ rows: [ClassRows.Row], _ names: [String], needsFile: Bool) {
        var files: [[Int]] = [], missing: [Missing] = [], used: [Int: Int] = [:]
        let keys = names.map(Self.key), stems = keys.map(Self.stem)
        for row in rows {
            var own: [Int] = []
            if row.files.isEmpty, needsFile { missing.append(Missing(line: row.number, name: "")) }
            for name in row.files {
                let key = Self.key(name)
                // As it is called, else without its ending, if that is clear.
                let whole = keys.indices.filter { keys[$0] == key }, loose = stems.indices.filter { stems[$0] == key }
                if let place = whole.first ?? (loose.count == 1 ? loose[0] : nil) {
                    own.append(place)
                    used[place, default: 0] += 1
                } else { missing.append(Missing(line: row.number, name: name)) }
            }
            files.append(own)
        }
        (self.files, self.missing) = (files, missing)
        unnamed = names.indices.filter { used[$0] == nil }.map { names[$0] }
        twice = names.indices.filter { used[$0, default: 0] > 1 }.map { names[$0] }
    }

    /// Capitals, the two scripts and how marks are written make no difference.
    private static func key(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        return Fold.tokens(last.precomposedStringWithCanonicalMapping.replacing(".", with: " punkt ")).joined(separator: " ")
    }

    /// Without the ending.
    private static func stem(_ key: String) -> String { String(key[..<(key.ranges(of: " punkt ").last?.lowerBound ?? key.endIndex)]) }
}
