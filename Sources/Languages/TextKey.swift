/// The name of a text, `registration.full`, with its mark: the number by which its wording is found.
public struct TextKey: Hashable, Sendable {
    public let name: StaticString
    let mark: UInt64

    /// `generate` writes the mark beside the name, so that no page has to work it out.
    public init(_ name: StaticString, mark: UInt64) {
        self.name = name
        self.mark = mark
    }

    /// FNV-1a over the bytes of the name; `generate` has the same.
    public static func mark(of name: some StringProtocol) -> UInt64 {
        name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    public static func == (left: TextKey, right: TextKey) -> Bool { left.mark == right.mark }

    public func hash(into hasher: inout Hasher) { hasher.combine(mark) }
}

/// Where the wordings of each text begin. A dictionary would take four times as long, and a page asks some hundreds of times.
struct TextPlaces: Sendable {
    /// The names of the texts in their order; the text at a place has this name.
    let names: [String]
    private let marks: [UInt64]
    /// By the last bits of the mark the place after next, or 0; a text whose slot is taken stands in the next free one.
    private let slots: [UInt32]

    /// - Parameter names: without those that share a mark with another.
    init(_ names: [String]) {
        self.names = names
        marks = names.map(TextKey.mark)
        var size = 16
        while size < names.count * 4 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for (place, mark) in marks.enumerated() {
            var slot = Int(truncatingIfNeeded: mark) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(place + 1)
        }
        self.slots = slots
    }

    func place(of mark: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: mark) & (slots.count - 1)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if marks[place] == mark { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}
