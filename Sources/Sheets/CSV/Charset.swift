/// How the bytes of a text file stand for letters.
public enum Charset: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    case windows1257 = "windows-1257"
}

extension Charset {
    /// Finds the charset. A byte order mark decides. Without one, zero bytes mean UTF-16, in the order that keeps them in the
    /// upper half; else valid UTF-8 is UTF-8; else it is a Windows code page by the letters (see `codePage`).
    /// The second value is the length of the mark.
    static func of(_ bytes: [UInt8]) throws(SheetProblem) -> (Charset, mark: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if bytes.contains(0) { return (try wide(bytes.prefix(4096)), 0) }
        return (String(validating: bytes, as: UTF8.self) != nil ? .utf8 : codePage(of: bytes.prefix(1 << 20)), 0)
    }

    /// Decodes the bytes after the mark to UTF-8.
    func decode(_ bytes: ArraySlice<UInt8>) throws(SheetProblem) -> [UInt8] {
        switch self {
        case .utf8:
            guard String(validating: bytes, as: UTF8.self) != nil else { throw SheetProblem(.damaged("not UTF-8, though marked as such")) }
            return Array(bytes)
        case .utf16LittleEndian, .utf16BigEndian:
            guard bytes.count.isMultiple(of: 2) else { throw SheetProblem(.damaged("half a UTF-16 unit at the end")) }
            let (low, high) = self == .utf16LittleEndian ? (0, 1) : (1, 0)
            let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map {
                UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + high]) << 8
            }
            guard let text = String(validating: units, as: UTF16.self) else { throw SheetProblem(.damaged("half a UTF-16 pair")) }
            return Array(text.utf8)
        case .windows1250: return Self.decode(bytes, by: Self.centralEuropean)
        case .windows1251: return Self.decode(bytes, by: Self.cyrillic)
        case .windows1257: return Self.decode(bytes, by: Self.baltic)
        }
    }

    private static func decode(_ bytes: ArraySlice<UInt8>, by page: [Unicode.Scalar]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 128 { text.append(byte) } else { text.append(contentsOf: String(page[Int(byte) - 128]).utf8) }
        }
        return text
    }

    /// UTF-16 in the order where every zero stands in the upper half of a unit; anything else with zeros is no text.
    private static func wide(_ sample: ArraySlice<UInt8>) throws(SheetProblem) -> Charset {
        let zeros = sample.indices.filter { sample[$0] == 0 }
        let odd = zeros.count { !$0.isMultiple(of: 2) }
        if odd == zeros.count { return .utf16LittleEndian }
        if odd == 0 { return .utf16BigEndian }
        throw SheetProblem(.unknownKind)
    }

    /// One of the Windows code pages, by the company that letters above 127 keep. In Cyrillic they stand beside each other, in
    /// Latin beside ASCII letters, so the more frequent neighbour tells 1251 from the rest. Of the Latin two it is the one whose
    /// own letters (Serbian and Hungarian, or Lithuanian) occur more often; 1250 when they are equal, as in a file that has
    /// only letters the two share.
    private static func codePage(of sample: ArraySlice<UInt8>) -> Charset {
        var (beside, apart, baltic, central) = (0, 0, 0, 0)
        for index in sample.indices where sample[index] >= 128 {
            let letter = Int(sample[index]) - 128
            if lithuanian.contains(Self.baltic[letter]) { baltic += 1 }
            if serbian.contains(centralEuropean[letter]) { central += 1 }
            guard cyrillic[letter].properties.isAlphabetic else { continue }
            for neighbour in [index - 1, index + 1] where sample.indices.contains(neighbour) {
                let byte = sample[neighbour]
                if byte >= 128 { beside += 1 } else if Unicode.Scalar(byte).properties.isAlphabetic { apart += 1 }
            }
        }
        return beside > apart ? .windows1251 : baltic > central ? .windows1257 : .windows1250
    }

    private static let serbian = Set("čćđšžČĆĐŠŽáéíóöőúüűÁÉÍÓÖŐÚÜŰ".unicodeScalars)
    private static let lithuanian = Set("ąčęėįšųūžĄČĘĖĮŠŲŪŽ".unicodeScalars)
}
