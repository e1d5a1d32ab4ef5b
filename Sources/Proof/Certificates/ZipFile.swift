/// A ZIP archive of files that are compressed already (APPNOTE 6.3, method *stored*, names in UTF-8). The same files give the same bytes.
struct ZipFile: Sendable {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// 1 January 1980: an archive tells nothing of the moment in which it was made.
    private static let date: UInt16 = 0x0021
    private static let isUTF8: UInt16 = 0x0800

    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let name = Array(name.utf8)
        let offset = UInt32(body.count)
        var facts: [UInt8] = []
        for value in [20, Self.isUTF8, 0, 0, Self.date] as [UInt16] { facts.append(value) }
        for value in [Self.checksum(bytes), UInt32(bytes.count), UInt32(bytes.count)] { facts.append(value) }
        facts.append(UInt16(name.count))
        facts.append(UInt16(0))
        body.append(0x0403_4b50 as UInt32)
        body += facts + name + bytes
        directory.append(0x0201_4b50 as UInt32)
        directory.append(20 as UInt16)
        directory += facts
        for value in [0, 0, 0] as [UInt16] { directory.append(value) }
        directory.append(0 as UInt32)
        directory.append(offset)
        directory += name
        count += 1
    }

    var bytes: [UInt8] {
        var end: [UInt8] = []
        end.append(0x0605_4b50 as UInt32)
        for value in [0, 0, UInt16(count), UInt16(count)] { end.append(value) }
        end.append(UInt32(directory.count))
        end.append(UInt32(body.count))
        end.append(0 as UInt16)
        return body + directory + end
    }

    /// CRC-32 as ZIP wants it (ISO 3309).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 0xff)] ^ ($0 >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
    }
}

extension [UInt8] {
    /// Low byte first.
    fileprivate mutating func append(_ value: some FixedWidthInteger & UnsignedInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
