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
    /// By the last bits of the mark; a text whose slot is taken stands in the next free one.
    private let slots: [Slot]

    private struct Slot {
        var mark: UInt64 = 0
        /// The place of the text, or nobody's.
        var place: Int32 = -1
    }

    /// - Parameter names: without those that share a mark with another.
    init(_ names: [String]) {
        self.names = names
        var size = 16
        while size < names.count * 4 { size *= 2 }
        var slots = [Slot](repeating: Slot(), count: size)
        for (place, name) in names.enumerated() {
            let mark = TextKey.mark(of: name)
            var slot = Int(truncatingIfNeeded: mark) & (size - 1)
            while slots[slot].place >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Slot(mark: mark, place: Int32(place))
        }
        self.slots = slots
    }

    func place(of mark: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: mark) & (slots.count - 1)
        while slots[slot].place >= 0 {
            if slots[slot].mark == mark { return Int(slots[slot].place) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}
