package import Languages
package import Storage

/// The three keys by which a name is sorted, as the columns `key_azbuka`, `key_abeceda` and `key_lithuanian` hold them.
package struct SortKeys: Sendable {
    package let azbuka: [UInt8]
    package let abeceda: [UInt8]
    package let lithuanian: [UInt8]

    package init(_ name: String) {
        azbuka = SortKey.make(name, alphabet: .azbuka)
        abeceda = SortKey.make(name, alphabet: .abeceda)
        lithuanian = SortKey.make(name, alphabet: .lithuanian)
    }

    /// The column that puts a list in the order of an alphabet.
    package static func column(_ alphabet: Alphabet) -> SQL {
        switch alphabet {
        case .azbuka: "key_azbuka"
        case .abeceda: "key_abeceda"
        case .lithuanian: "key_lithuanian"
        }
    }
}
