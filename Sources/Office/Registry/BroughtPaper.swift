package import Kernel
package import Languages

/// A line of an old register, as a list brings it.
package struct BroughtPaper: Hashable, Codable, Sendable {
    package var centre: ID<CentreTag>
    package var year: Int
    package var number: Int
    package var sub: Int
    package var label: String
    package var direction: String
    package var mark: String
    package var subject: String
    package var other: String
    package var theirNumber: String
    package var day: Day
    package var settled: Day?

    /// What tells one line from another.
    package struct Key: Hashable, Sendable {
        let centre: ID<CentreTag>
        let year: Int
        let number: Int
        let sub: Int
    }

    package var key: Key { Key(centre: centre, year: year, number: number, sub: sub) }
}

/// A number as an office has written it: *45*, *45/2026*, *45-1/2026*, *610-45/2026*.
package struct WrittenNumber: Hashable, Sendable {
    package let number: Int
    package let sub: Int
    package let year: Int?

    static let numbers = 1...1_000_000
    static let years = 1900...2200

    /// - Parameter mark: of the same line; what stands before the number is it.
    package init?(_ text: String, mark: String = "") {
        var parts = text.split { "/-–. ".contains($0) }.map(String.init)
        let last = parts.last.flatMap { Int(typed: $0, in: Self.years) }
        let isYear = parts.count > 1 && last != nil && parts.last?.count == 4
        year = isYear ? last : nil
        if isYear { parts.removeLast() }
        let marks = mark.split { "/-–. ".contains($0) }.map(String.init)
        if parts.count > marks.count, !marks.isEmpty, Array(parts.prefix(marks.count)) == marks { parts.removeFirst(marks.count) }
        guard (1...2).contains(parts.count), let number = Int(typed: parts[0], in: Self.numbers) else { return nil }
        self.number = number
        guard parts.count == 2 else {
            sub = 0
            return
        }
        guard let sub = Int(typed: parts[1], in: 0...10_000) else { return nil }
        self.sub = sub
    }
}
