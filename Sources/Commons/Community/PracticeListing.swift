package import Kernel
package import Languages
package import Storage

/// A published note among all of its centre: what narrows a list, and nothing that is read from rows anew.
package struct PracticeEntry: Sendable, Hashable {
    package let id: Practice.ID
    package let subject: String
    package let grades: Grades
    package let competences: [String]

    package init(id: Practice.ID, subject: String, grades: Grades, competences: [String]) {
        (self.id, self.subject, self.grades, self.competences) = (id, subject, grades, competences)
    }

    /// The subject however it is written: in either script, with or without diacritics.
    package static func key(_ subject: String) -> String { Fold.tokens(subject).joined(separator: "-") }
}

/// By what somebody narrows the list: a subject by its key, a grade, a competence by its code.
package struct PracticeFilters: Sendable, Hashable {
    package var subject: String?
    package var grade: Int?
    package var competence: String?

    package init(subject: String? = nil, grade: Int? = nil, competence: String? = nil) { (self.subject, self.grade, self.competence) = (subject, grade, competence) }

    package var isEmpty: Bool { subject == nil && grade == nil && competence == nil }
}

/// All published notes of a centre, the newest first, ready to be narrowed: kept until something is written. Subjects and competences are numbers in it, so that
/// twenty thousand are counted in the time of one page.
package struct PracticeShelf: Sendable {
    private struct Line: Sendable {
        let id: Practice.ID
        let subject: Int
        let grades: Int
        let competences: UInt64
    }

    private let lines: [Line]
    private let places: [Int64: Int]
    private let keys: [String]
    private let codes: [String]
    /// How each subject is written where it stands first.
    package let subjects: [String: String]
    private static let codesMost = 64

    package init(_ entries: [PracticeEntry]) {
        var keys: [String] = [], numbers: [String: Int] = [:], subjects: [String: String] = [:], codes: [String] = [], codeNumbers: [String: Int] = [:]
        var lines: [Line] = []
        lines.reserveCapacity(entries.count)
        for entry in entries {
            let key = PracticeEntry.key(entry.subject)
            let subject = numbers[key] ?? keys.count
            if subject == keys.count { (numbers[key], subjects[key]) = (subject, entry.subject); keys.append(key) }
            var competences: UInt64 = 0
            for code in entry.competences {
                if codeNumbers[code] == nil, codes.count < Self.codesMost { codeNumbers[code] = codes.count; codes.append(code) }
                if let number = codeNumbers[code] { competences |= 1 << UInt64(number) }
            }
            lines.append(Line(id: entry.id, subject: subject, grades: entry.grades.bits, competences: competences))
        }
        (self.lines, self.keys, self.codes, self.subjects) = (lines, keys, codes, subjects)
        places = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1.id.value, $0) })
    }

    /// Those that are left, the best first, and how many each further choice would leave.
    /// - Parameter found: the grade of each that words find; nil without words.
    package func narrowed(_ filters: PracticeFilters, found: [WordIndex.Found]?) -> (ids: [Practice.ID], counts: PracticeCounts) {
        let subject = filters.subject.map { keys.firstIndex(of: $0) ?? -1 }
        let grade = filters.grade.map { 1 << $0 }
        let competence = filters.competence.map { code in codes.firstIndex(of: code).map { UInt64(1) << UInt64($0) } ?? 0 }
        var left: [(grade: Int, place: Int)] = [], bySubject = [Int](repeating: 0, count: keys.count), byGrade = [Int](repeating: 0, count: Grades.all.count)
        var byCode = [Int](repeating: 0, count: codes.count)
        func take(_ place: Int, _ rank: Int) {
            let line = lines[place]
            let isSubject = subject.map { $0 == line.subject } ?? true, isGrade = grade.map { line.grades & $0 != 0 } ?? true
            let isCode = competence.map { line.competences & $0 != 0 } ?? true
            if isGrade, isCode { bySubject[line.subject] += 1 }
            if isSubject, isCode { for number in byGrade.indices where line.grades & (1 << number) != 0 { byGrade[number] += 1 } }
            if isSubject, isGrade { for number in byCode.indices where line.competences & (1 << UInt64(number)) != 0 { byCode[number] += 1 } }
            if isSubject, isGrade, isCode { left.append((rank, place)) }
        }
        if let found {
            for (id, rank) in found { if let place = places[id] { take(place, rank) } }
            left.sort { ($0.grade, $0.place) < ($1.grade, $1.place) }
        } else {
            for place in lines.indices { take(place, 0) }
        }
        func told<Key>(_ names: some Sequence<Key>, _ numbers: [Int]) -> [Key: Int] where Key: Hashable {
            Dictionary(uniqueKeysWithValues: zip(names, numbers).filter { $0.1 > 0 })
        }
        return (left.map { lines[$0.place].id }, PracticeCounts(subjects: told(keys, bySubject), grades: told(Grades.all, byGrade), competences: told(codes, byCode)))
    }
}

package struct PracticeCounts: Sendable, Hashable {
    package var subjects: [String: Int] = [:]
    package var grades: [Int: Int] = [:]
    package var competences: [String: Int] = [:]
}

/// What the page of the list shows.
package struct PracticeListing: Sendable {
    package let words: String
    package let filters: PracticeFilters
    /// Those of this page, in order.
    package let shown: [Practice.ID]
    package let count: Int
    package let counts: PracticeCounts
    package let subjects: [String: String]
    /// The names of competences by their codes.
    package let competences: [String: String]
}

/// A note as a list shows it.
package struct PracticeLine: Sendable {
    package let id: Practice.ID
    package let title: String
    package let language: Language
    package let subject: String
    package let grades: Grades
    package let summary: String
    package let authors: [String]
    package let tried: Int
    package let published: Instant?
}
