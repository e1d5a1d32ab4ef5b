import Accounts
package import Centres
package import Files
import Kernel
package import Languages

/// What a mentor writes of a work.
package struct WorkDraft: Sendable, Hashable {
    package var category: ContestCategory.ID
    package var title: String
    package var words = ""
    package var alt = ""
    package var link = ""
    package var school: School.ID?
    package var minutes: Int?
    package var authors: [AuthorDraft] = []
    /// Of a teacher's own work: whether it may be shown, and with their name.
    package var mayShow = true
    package var mayBeNamed = true

    package init(_ title: String, in category: ContestCategory.ID) { (self.title, self.category) = (title, category) }

    /// The grade in which the work stands: that of its oldest author.
    package var grade: Int? { authors.compactMap(\.grade).max() }

    package static let authorsMost = 12
    package static let minutesBounds = 1...60
}

/// A pupil as the mentor writes them down: a name and a grade, nothing else.
package struct AuthorDraft: Sendable, Hashable {
    package let name: String
    package let grade: Int?

    package init(_ name: String, grade: Int?) { (self.name, self.grade) = (name, grade) }

    package static let grades = 0...12

    /// A line as it is typed: a name, and behind a comma or a semicolon a grade.
    /// - Returns: nil for an empty line.
    package init?(line: String) {
        let parts = line.split(whereSeparator: { $0 == ";" || $0 == "," || $0 == "\t" }).map { WrittenText.line(String($0)) }
        guard let name = parts.first, !name.isEmpty else { return nil }
        self.init(name, grade: parts.dropFirst().lazy.compactMap { GradeReading.grade($0) }.first)
    }

    package var line: String { grade.map { "\(name), \($0)" } ?? name }
}

/// Reads a grade as schools write it: 5, 5., V, V-2, 5/2, 5a; 3g for the third year of secondary school is not told apart and stands as 3.
package enum GradeReading {
    private static let roman = ["I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12]

    package static func grade(_ text: String) -> Int? {
        let start = text.prefix { $0.isNumber && $0.isASCII }
        if !start.isEmpty { return Int(typed: String(start), in: AuthorDraft.grades) }
        let letters = String(text.uppercased().map { Self.latin[$0] ?? $0 }.prefix { "IVX".contains($0) })
        return roman[letters]
    }

    /// Cyrillic letters that look like the Roman ones.
    private static let latin: [Character: Character] = ["І": "I", "Х": "X"]
}

/// Why a work cannot be sent yet, by field.
package enum WorkRules {
    package static func missing(_ work: ContestWork, in contest: Contest) -> [(field: String, why: Phrase)] {
        let category = contest.category(work.category)?.draft, kinds = category?.kinds ?? []
        var missing: [(String, Phrase)] = []
        if work.title.isEmpty { missing.append(("title", T.contests.missingTitle)) }
        if work.authors.isEmpty { missing.append(("authors", T.contests.missingAuthors)) }
        if let grades = category?.grades, contest.isForPupils, !work.authors.allSatisfy({ $0.grade.map(grades.contains) ?? false }) {
            missing.append(("authors", T.contests.errorGrades(from: .number(grades.lowerBound), to: .number(grades.upperBound))))
        }
        let has: [(ContestFileKind, Bool)] = [
            (.picture, work.files.contains { $0.kind == .picture }), (.pdf, work.files.contains { $0.kind == .pdf }), (.text, !work.words.isEmpty),
            (.link, !work.link.isEmpty),
        ]
        // One of what is asked is enough; where nothing is asked, as of a performance or an exhibit, the title is.
        if !kinds.isEmpty, !has.contains(where: { kinds.contains($0.0) && $0.1 }) { missing.append(("files", T.contests.missingFile)) }
        if work.files.contains(where: { $0.kind == .picture }), work.alt.isEmpty { missing.append(("alt", T.contests.missingAlt)) }
        if contest.kind == .festival, work.minutes == nil { missing.append(("minutes", T.contests.missingMinutes)) }
        return missing.map { (field: $0.0, why: $0.1) }
    }

    /// What is wrong with a file in its category.
    package static func fault(_ file: NewWork, in category: ContestCategoryDraft) -> Phrase? {
        if let most = category.mostBytes, file.size > most { return T.contests.errorFileLarge(most: .number(max(1, most >> 20))) }
        // A drawing of the program’s own has no pixels.
        if file.isPicture, let least = category.leastPixels, file.side > 0, file.side < least {
            return T.contests.errorFewPixels(side: .number(file.side), least: .number(least))
        }
        return nil
    }

    package static let filesMost = 6
}

/// Pictures that look alike.
package enum Likeness {
    /// In how many of 64 fields two pictures differ.
    package static func distance(_ left: UInt64, _ right: UInt64) -> Int { (left ^ right).nonzeroBitCount }

    /// Up to here two pictures are shown to the centre as one that may have been sent twice.
    package static let near = 6

    /// Pairs of works of which a picture looks like one of the other, the nearest first. A picture of one colour looks like every other of one, so that it counts
    /// for none.
    package static func pairs(_ marks: [(work: ContestWork.ID, mark: String)]) -> [Pair] {
        let known = marks.compactMap { one in bits(one.mark).map { (work: one.work, mark: $0) } }.filter { $0.mark != 0 && $0.mark != .max }
        var best: [Pair: Int] = [:]
        for (place, one) in known.enumerated() {
            for other in known[(place + 1)...] where other.work != one.work {
                let distance = distance(one.mark, other.mark)
                guard distance <= near else { continue }
                let pair = Pair(min(one.work.value, other.work.value), max(one.work.value, other.work.value), 0)
                best[pair] = min(best[pair] ?? .max, distance)
            }
        }
        return best.map { Pair($0.key.first.value, $0.key.second.value, $0.value) }.sorted {
            ($0.distance, $0.first.value, $0.second.value) < ($1.distance, $1.first.value, $1.second.value)
        }
    }

    private static func bits(_ mark: String) -> UInt64? {
        guard mark.utf8.count == 16 else { return nil }
        var bits: UInt64 = 0
        for letter in mark.utf8 {
            guard let digit = Hex.value(of: letter) else { return nil }
            bits = bits << 4 | UInt64(digit)
        }
        return bits
    }

    package struct Pair: Sendable, Hashable {
        package let first: ContestWork.ID
        package let second: ContestWork.ID
        package let distance: Int

        init(_ first: Int64, _ second: Int64, _ distance: Int) { (self.first, self.second, self.distance) = (ContestWork.ID(first), ContestWork.ID(second), distance) }
    }
}

/// When each performance of a festival begins.
package enum RunningOrder {
    package static let pauseBounds = 0...30

    /// - Parameters:
    ///   - minutes: of each performance, in their order.
    ///   - pause: minutes between two.
    package static func starts(from first: Instant, minutes: [Int], pause: Int) -> [Instant] {
        var starts: [Instant] = [], next = first
        for length in minutes {
            starts.append(next)
            next = next.adding(minutes: length + pause)
        }
        return starts
    }
}
