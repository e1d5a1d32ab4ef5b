/// Which addresses are no place of the public internet (the registries of special addresses, RFC 6890).
public enum InsideNetwork {
    private static let v4: [(UInt32, Int)] = [
        (0x00000000, 8), (0x0A000000, 8), (0x64400000, 10), (0x7F000000, 8), (0xA9FE0000, 16), (0xAC100000, 12), (0xC0000000, 24), (0xC0000200, 24),
        (0xC0586300, 24), (0xC0A80000, 16), (0xC6120000, 15), (0xC6336400, 24), (0xCB007100, 24), (0xE0000000, 4), (0xF0000000, 4),
    ]

    /// - Parameter bytes: four, as they stand in the network.
    public static func isOutside(v4 bytes: [UInt8]) -> Bool {
        guard bytes.count == 4 else { return false }
        let address = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return !v4.contains { address >> (32 - $1) == $0 >> (32 - $1) }
    }

    /// - Parameter bytes: sixteen, as they stand in the network. One that carries an address of the older kind is judged by that.
    public static func isOutside(v6 bytes: [UInt8]) -> Bool {
        guard bytes.count == 16 else { return false }
        if bytes[..<10].allSatisfy({ $0 == 0 }) { return bytes[10] == 0xFF && bytes[11] == 0xFF && isOutside(v4: Array(bytes[12...])) }
        if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return isOutside(v4: Array(bytes[12...])) }
        if bytes.starts(with: [0x20, 0x02]) { return isOutside(v4: Array(bytes[2..<6])) }
        // What is routed at all begins with 2 or 3; of it the addresses of books and of tunnels are none.
        return bytes[0] >> 5 == 1 && !bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) && !bytes.starts(with: [0x20, 0x01, 0x00, 0x00])
    }
}
