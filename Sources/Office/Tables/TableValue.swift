package import Languages

/// What stands in one place of a table, as rows have it.
package enum TableValue: Sendable, Hashable {
    case none
    case text(String)
    case number(Int)
    case truth(Bool)

    /// In the order of a list: nothing comes last.
    static func < (left: TableValue, right: TableValue) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right
        case (.text(let left), .text(let right)): left < right
        case (.truth(let left), .truth(let right)): !left && right
        case (.none, _): false
        default: true
        }
    }
}

/// What is called so, and in which language; nil where its letters alone tell.
package struct TableName: Sendable, Hashable {
    package let text: String
    package let language: Language?
    /// Whether it is a person's, which is never written in other letters.
    package let isPerson: Bool

    package init(_ text: String, _ language: Language? = nil, isPerson: Bool = false) { (self.text, self.language, self.isPerson) = (text, language, isPerson) }
}

/// Names of what columns point to.
package struct TableNames: Sendable {
    package internal(set) var all: [TableNoun: [Int64: TableName]] = [:]

    package init() {}

    package func name(_ noun: TableNoun, _ id: Int64) -> TableName? { all[noun]?[id] }
}

/// One line of a table whose lines stand by themselves.
package struct TableLine: Sendable {
    package let id: Int64
    /// Under the columns, in their order.
    package let values: [TableValue]
}

/// Lines put together: by what, how many they are, how many people stand behind them, what they add up to.
package struct TableSum: Sendable, Hashable {
    package let groups: [TableValue]
    package let lines: Int
    /// Different people; nil where lines have none behind them.
    package let people: Int?
    package let sums: [Int]

    package init(groups: [TableValue], lines: Int, people: Int?, sums: [Int]) {
        (self.groups, self.lines, self.people, self.sums) = (groups, lines, people, sums)
    }
}

/// Lines put together, and what they are together.
package struct TableSums: Sendable {
    package private(set) var lines: [TableSum]
    package let together: TableSum
    /// Places whose numbers are not told.
    package let hidden: Set<[TableValue]>
    /// Whether even the sum of all is not told.
    package let hidesAll: Bool
    /// Whether there were more than are shown.
    package let isCut: Bool

    package static let most = 3_000

    package init(_ lines: [TableSum], together: TableSum, hidden: Set<[TableValue]> = [], hidesAll: Bool = false, isCut: Bool = false) {
        (self.lines, self.together, self.hidden, self.hidesAll, self.isCut) = (lines, together, hidden, hidesAll, isCut)
    }

    package func isHidden(_ line: TableSum) -> Bool { hidden.contains(line.groups) }

    /// The same in another order. What is hidden stands where its name does, and behind all others where numbers order them: its place would tell.
    package func sorted(by order: TableOrder?, of query: TableQuery, _ name: (Int, TableValue) -> [UInt8]) -> TableSums {
        var sums = self
        let keyed = lines.map { line in (line: line, names: line.groups.enumerated().map { name($0.offset, $0.element) }) }
        func number(_ line: TableSum) -> Int? {
            guard let order, !isHidden(line) else { return nil }
            if order.key == TableOrder.lines { return line.lines }
            if order.key == TableOrder.people { return line.people }
            return query.sums.firstIndex(of: order.key).map { line.sums[$0] }
        }
        let isByNumber = order.map { order in !query.groups.contains { $0.written == order.key } } ?? false
        let first = order.flatMap { order in query.groups.firstIndex { $0.written == order.key } } ?? 0
        func isBefore(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
            let places = [first] + left.indices.filter { $0 != first }
            for place in places where left[place] != right[place] {
                let isLess = left[place].lexicographicallyPrecedes(right[place])
                return place == first && !isByNumber && order?.isDescending == true ? !isLess : isLess
            }
            return false
        }
        sums.lines = keyed.sorted { left, right in
            if isByNumber {
                switch (number(left.line), number(right.line)) {
                case (let left?, let right?) where left != right: return order?.isDescending == true ? left > right : left < right
                case (.some, nil): return true
                case (nil, .some): return false
                default: break
                }
            }
            return isBefore(left.names, right.names)
        }.map(\.line)
        return sums
    }
}
