/// A growing buffer of UTF-8 bytes, into which a page is written once from front to back.
@frozen
public struct Out: ~Copyable {
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int

    /// What `lang` says of Cyrillic words, while a page is written that is read in Latin.
    public var cyrillic: StaticString?

    /// Number of bytes written so far.
    public private(set) var count: Int

    public init(capacity: Int = 1024) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
        count = 0
    }

    deinit { start.deallocate() }

    /// Text of the program itself, written as it is.
    @inlinable
    public mutating func raw(_ text: StaticString) {
        if text.hasPointerRepresentation {
            append(text.utf8Start, text.utf8CodeUnitCount)
        } else {
            text.withUTF8Buffer { append($0.baseAddress, $0.count) }
        }
    }

    /// Bytes that are already well-formed HTML.
    public mutating func raw(bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0.baseAddress, $0.count) }
    }

    /// Text from anywhere, escaped so that it is text both between tags and inside a quoted value.
    public mutating func text(_ text: String) {
        // Nearly every text lies in one piece and is read where it lies; the rest is copied first.
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { append(escaping: $0) }
        if isWritten == nil { append(escaping: text) }
    }

    /// Text between tags. On a page that is read in Latin, words in Cyrillic are named: people's names above all, which are never converted.
    public mutating func words(_ text: String) {
        guard let cyrillic else { return self.text(text) }
        var text = text
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { append(naming: $0, cyrillic) }
        if isWritten == nil { text.withUTF8 { append(naming: $0, cyrillic) } }
    }

    /// A run of Cyrillic words, with the blanks and marks between them, stands in an element of its own.
    private mutating func append(naming text: UnsafeBufferPointer<UInt8>, _ language: StaticString) {
        var from = 0
        while let start = text[from...].firstIndex(where: Self.isCyrillicLead) {
            var end = start, place = start
            while place < text.endIndex, !Self.isOtherLetter(text[place]) {
                if Self.isCyrillicLead(text[place]) {
                    place += 2
                    end = min(place, text.endIndex)
                } else {
                    place += 1
                }
            }
            append(escaping: UnsafeBufferPointer(rebasing: text[from..<start]))
            raw("<span lang=\"")
            raw(language)
            raw("\">")
            append(escaping: UnsafeBufferPointer(rebasing: text[start..<end]))
            raw("</span>")
            from = end
        }
        append(escaping: UnsafeBufferPointer(rebasing: text[from...]))
    }

    /// U+0400 to U+04FF: two bytes each.
    private static func isCyrillicLead(_ byte: UInt8) -> Bool { (0xD0...0xD3).contains(byte) }

    /// A Latin letter, plain or with a mark.
    private static func isOtherLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0xC3...0xC9: true
        default: false
        }
    }

    /// A whole number in decimal digits.
    public mutating func int(_ number: Int) {
        var text = String(number)
        text.withUTF8 { append($0.baseAddress, $0.count) }
    }

    /// Everything that was written.
    public consuming func bytes() -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }

    private mutating func append(escaping text: consuming String) {
        text.withUTF8 { append(escaping: $0) }
    }

    /// Replaces the five bytes that mean something in HTML.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) { append(text, replacing: Out.entity) }

    /// Copies runs of harmless bytes whole and replaces the others.
    @inline(__always)
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, replacing replacement: (UInt8) -> StaticString?) {
        guard let base = text.baseAddress else { return }
        var from = 0
        for index in text.indices {
            guard let instead = replacement(text[index]) else { continue }
            append(base + from, index - from)
            raw(instead)
            from = index + 1
        }
        append(base + from, text.count - from)
    }

    /// JSON inside a page, which cannot end its own element: what means something in HTML is written as JSON escapes, which mean the same.
    mutating func json(_ text: consuming String) {
        text.withUTF8 { text in
            append(text) { byte in
                switch byte {
                case UInt8(ascii: "<"): #"\u003c"#
                case UInt8(ascii: ">"): #"\u003e"#
                case UInt8(ascii: "&"): #"\u0026"#
                default: nil
                }
            }
        }
    }

    @inline(__always)
    private static func entity(_ byte: UInt8) -> StaticString? {
        guard byte < 0x3F else { return nil }
        return switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    @usableFromInline
    mutating func append(_ bytes: UnsafePointer<UInt8>?, _ length: Int) {
        guard let bytes, length > 0 else { return }
        if count + length > capacity { grow(to: count + length) }
        (start + count).update(from: bytes, count: length)
        count += length
    }

    private mutating func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        fresh.update(from: start, count: count)
        start.deallocate()
        start = fresh
        capacity = larger
    }
}
