/// Counts by some dimensions, of which tables with all their sums are to be told.
public struct CountCube: Sendable {
    /// The finest counts: each at a value of every dimension.
    public struct Cell: Encodable, Sendable, Hashable {
        public let at: [String]
        public let count: Int

        public init(at: [String], count: Int) { (self.at, self.count) = (at, count) }
    }

    public let dimensions: [String]
    /// Which tables are told, each by the places of its dimensions.
    public let tables: [[Int]]
    public let cells: [Cell]
    /// What was told before of the same thing, the earliest first.
    public let earlier: [[HiddenCube.Cell]]
    /// Smaller counts, but for none at all, are not told.
    public let threshold: Int

    public init(dimensions: [String], tables: [[Int]], cells: [Cell], earlier: [[HiddenCube.Cell]] = [], threshold: Int = 5) {
        (self.dimensions, self.tables, self.cells, self.earlier, self.threshold) = (dimensions, tables, cells, earlier, threshold)
    }
}

/// The numbers that are told, and how hard it was tried to compute those that are not.
public struct HiddenCube: Decodable, Sendable {
    /// A number of a table; nil in the place of a dimension is the sum over it.
    public struct Cell: Codable, Sendable, Hashable {
        public let at: [String?]
        /// Nil where it is hidden.
        public let value: Int?

        public init(at: [String?], value: Int?) { (self.at, self.value) = (at, value) }

        private enum CodingKeys: CodingKey { case at, value }

        /// What is hidden is said, not left out.
        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(at, forKey: .at)
            try fields.encode(value, forKey: .value)
        }
    }

    public let cells: [Cell]
    /// How many hidden numbers the attack told exactly or within four; nothing may be told while this is not 0.
    public let within: Int
    /// How many small changes since an earlier release the attack told.
    public let changes: Int

    public var isSafe: Bool { within == 0 && changes == 0 }
}
