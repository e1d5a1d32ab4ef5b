import Languages
package import Storage

/// An identity that knows what it identifies: an `ID<PersonTag>` is never taken for a centre's.
package struct ID<Of>: Hashable, Sendable {
    package let value: Int64

    package init(_ value: Int64) { self.value = value }

    /// As typed in an address: positive digits only.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(typed: text, in: 1 ... .max) else { return nil }
        self.value = Int64(value)
    }
}

extension ID: Storable {
    package var stored: Stored { .int(value) }
    package init?(stored: Stored) {
        guard case .int(let value) = stored else { return nil }
        self.value = value
    }
}

extension ID: CustomStringConvertible {
    package var description: String { String(value) }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Int64.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension ID: Comparable {
    package static func < (left: ID, right: ID) -> Bool { left.value < right.value }
}

/// What an `Actor` is made of: these types stand in rooms above, and Kernel speaks of them already.
package enum PersonTag {}
package enum CentreTag {}
package enum SchoolTag {}
