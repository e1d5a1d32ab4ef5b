import Kernel
import Languages
package import Storage

/// A title among all of its centre: what narrows a list, and nothing that is read from rows anew.
package struct TitleEntry: Sendable, Hashable {
    package let id: LibraryTitle.ID
    package let kind: TitleKind
    package let audience: TitleAudience
    package let language: TitleLanguage
    package let subjects: [String]
    /// Its copies that stand on the shelf as far as the inventory knows.
    package let copies: [Copy.ID]
    /// How many more of them the inventory holds: in repair, or lost and not written off.
    package let elsewhere: Int
    /// Whether everybody sees it: it has a copy that can be had, or is read elsewhere.
    package let isPublic: Bool

    package init(
        id: LibraryTitle.ID, kind: TitleKind, audience: TitleAudience = .any, language: TitleLanguage = .serbian, subjects: [String] = [], copies: [Copy.ID] = [],
        elsewhere: Int = 0, isPublic: Bool = true
    ) {
        (self.id, self.kind, self.audience, self.language) = (id, kind, audience, language)
        (self.subjects, self.copies, self.elsewhere, self.isPublic) = (subjects, copies, elsewhere, isPublic)
    }

    /// A subject however it is written: in either script, with or without diacritics.
    package static func key(_ subject: String) -> String { Fold.tokens(subject).joined(separator: "-") }
}

/// By what somebody narrows the list of titles.
package struct TitleFilters: Sendable, Hashable {
    package var kind: TitleKind?
    package var audience: TitleAudience?
    package var language: TitleLanguage?
    /// By its key.
    package var subject: String?
    /// Only what stands on the shelf now.
    package var isHere = false
    /// Also what nobody can have: the desk's list.
    package var isDesk = false

    package init() {}

    package var isEmpty: Bool { kind == nil && audience == nil && language == nil && subject == nil && !isHere }
}

/// How many titles each further choice would leave: each facet is counted under all the other filters.
package struct TitleCounts: Sendable, Hashable {
    package var kinds: [TitleKind: Int] = [:]
    package var audiences: [TitleAudience: Int] = [:]
    package var languages: [TitleLanguage: Int] = [:]
    package var subjects: [String: Int] = [:]
    package var here = 0
}

/// All titles of a centre in one order, ready to be narrowed: kept until something is written. Subjects and languages are numbers in it, so that twenty
/// thousand titles are counted in the time of one page.
package struct LibraryShelf: Sendable {
    private struct Line: Sendable {
        let id: LibraryTitle.ID
        let kind, audience, language: Int
        let subjects: [Int]
        let copies: [Copy.ID]
        let elsewhere: Int
        let isPublic: Bool
    }

    private let lines: [Line]
    private let places: [Int64: Int]
    /// At which place a copy stands.
    private let placesOfCopies: [Copy.ID: Int]
    private let languages: [TitleLanguage]
    private let keys: [String]
    private let numbers: [String: Int]
    /// How each subject is written where it stands first.
    package let subjects: [String: String]

    package init(_ entries: [TitleEntry]) {
        var lines: [Line] = [], copies: [Copy.ID: Int] = [:], languages: [TitleLanguage] = [], byLanguage: [TitleLanguage: Int] = [:]
        var keys: [String] = [], numbers: [String: Int] = [:], subjects: [String: String] = [:], written: [String: Int] = [:]
        lines.reserveCapacity(entries.count)
        for (place, entry) in entries.enumerated() {
            let language = byLanguage[entry.language] ?? languages.count
            if language == languages.count { (byLanguage[entry.language], languages) = (language, languages + [entry.language]) }
            let own = entry.subjects.map { text -> Int in
                if let known = written[text] { return known }
                let key = TitleEntry.key(text), number = numbers[key] ?? keys.count
                if number == keys.count { (numbers[key], subjects[key]) = (number, text); keys.append(key) }
                written[text] = number
                return number
            }
            for copy in entry.copies { copies[copy] = place }
            lines.append(Line(
                id: entry.id, kind: entry.kind.place, audience: entry.audience.place, language: language,
                subjects: Array(Set(own)), copies: entry.copies, elsewhere: entry.elsewhere, isPublic: entry.isPublic))
        }
        (self.lines, placesOfCopies, self.languages, self.keys, self.numbers, self.subjects) = (lines, copies, languages, keys, numbers, subjects)
        places = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1.id.value, $0) })
    }

    package var count: Int { lines.count }

    /// At each place whether a copy stands on the shelf now.
    /// - Parameter out: copies that are with somebody, or wait for somebody.
    package func here(without out: some Sequence<Copy.ID>) -> [Bool] {
        var left = lines.map(\.copies.count)
        for copy in out { if let place = placesOfCopies[copy] { left[place] -= 1 } }
        return left.map { $0 > 0 }
    }

    /// How the copies of a title stand now.
    package func standing(of id: LibraryTitle.ID, out: [Copy.ID: CopyOut]) -> TitleStanding {
        guard let place = places[id.value] else { return TitleStanding() }
        let line = lines[place], away = line.copies.compactMap { out[$0] }
        return TitleStanding(copies: line.copies.count + line.elsewhere, here: line.copies.count - away.count, due: away.compactMap(\.due).min())
    }

    /// Those that are left, the best first, and how many each further choice would leave.
    /// - Parameters:
    ///   - found: the grade of each that words find; nil without words.
    ///   - here: at each place whether a copy stands on the shelf now.
    ///   - isNewest: whether the newest come first, instead of the order of the shelf.
    package func narrowed(
        _ filters: TitleFilters, found: [WordIndex.Found]?, here: [Bool], isNewest: Bool = false
    ) -> (ids: [LibraryTitle.ID], counts: TitleCounts) {
        let kind = filters.kind?.place, audience = filters.audience?.place
        let language = filters.language.map { languages.firstIndex(of: $0) ?? -1 }, subject = filters.subject.map { numbers[$0] ?? -1 }
        var left: [(grade: Int, place: Int)] = [], tally = Tally(languages: languages.count, subjects: keys.count)
        func take(_ place: Int, _ rank: Int) {
            let line = lines[place]
            guard line.isPublic || filters.isDesk else { return }
            var refused = 0, by = 0
            if let kind, kind != line.kind { (refused, by) = (refused + 1, 1) }
            if let audience, audience != line.audience { (refused, by) = (refused + 1, 2) }
            if let language, language != line.language { (refused, by) = (refused + 1, 3) }
            if let subject, !line.subjects.contains(subject) { (refused, by) = (refused + 1, 4) }
            if filters.isHere, !here[place] { (refused, by) = (refused + 1, 5) }
            guard refused < 2 else { return }
            if refused == 0 || by == 1 { tally.kinds[line.kind] += 1 }
            if refused == 0 || by == 2 { tally.audiences[line.audience] += 1 }
            if refused == 0 || by == 3 { tally.languages[line.language] += 1 }
            if refused == 0 || by == 4 { for number in line.subjects { tally.subjects[number] += 1 } }
            if refused == 0 || by == 5, here[place] { tally.here += 1 }
            if refused == 0 { left.append((rank, place)) }
        }
        if let found {
            for (id, rank) in found { if let place = places[id] { take(place, rank) } }
        } else {
            for place in lines.indices { take(place, 0) }
        }
        if isNewest {
            left.sort { lines[$0.place].id > lines[$1.place].id }
        } else if found != nil {
            left.sort { ($0.grade, $0.place) < ($1.grade, $1.place) }
        }
        return (left.map { lines[$0.place].id }, counts(tally))
    }

    private struct Tally {
        var kinds = [Int](repeating: 0, count: TitleKind.allCases.count), audiences = [Int](repeating: 0, count: TitleAudience.allCases.count)
        var languages: [Int], subjects: [Int], here = 0

        init(languages: Int, subjects: Int) {
            self.languages = [Int](repeating: 0, count: languages)
            self.subjects = [Int](repeating: 0, count: subjects)
        }
    }

    private func counts(_ tally: Tally) -> TitleCounts {
        func told<Key: Hashable>(_ names: some Sequence<Key>, _ numbers: [Int]) -> [Key: Int] {
            Dictionary(uniqueKeysWithValues: zip(names, numbers).filter { $0.1 > 0 })
        }
        return TitleCounts(
            kinds: told(TitleKind.allCases, tally.kinds), audiences: told(TitleAudience.allCases, tally.audiences), languages: told(languages, tally.languages),
            subjects: told(keys, tally.subjects), here: tally.here)
    }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
