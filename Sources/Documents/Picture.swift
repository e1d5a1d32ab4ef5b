/// A picture that a paper can carry: PNG, or SVG that holds shapes and nothing else.
public struct Picture: Hashable, Sendable {
    /// The kind is told by the bytes, never by the name of a file.
    public enum Kind: String, Sendable {
        case png = "image/png", svg = "image/svg+xml"
    }

    public let kind: Kind
    public let bytes: [UInt8]

    public static let bytesMax = 300 << 10
    /// Pixels along one side of a PNG: sixty millimetres at more than twelve hundred to the inch.
    public static let sideMax = 3_000

    /// A picture that was looked at when it came.
    public init(_ kind: Kind, _ bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }

    /// Looks at what somebody sent. It sees the frame of a file only: whether the picture inside is whole shows when it is printed.
    public init(checking bytes: [UInt8]) throws(PictureFault) {
        guard bytes.count <= Self.bytesMax else { throw .tooLarge }
        if bytes.starts(with: PNG.signature) {
            let (width, height) = try PNG.size(bytes)
            guard (1...Self.sideMax).contains(width), (1...Self.sideMax).contains(height) else { throw .tooManyPixels(width: width, height: height) }
            self.init(.png, bytes)
        } else {
            try SVGReader.check(bytes)
            self.init(.svg, bytes)
        }
    }
}

/// Why a picture is not taken.
public enum PictureFault: Error, Hashable, Sendable {
    case tooLarge
    /// Neither PNG nor SVG.
    case unknown
    /// It begins as a PNG or an SVG, and what follows is broken.
    case damaged
    case tooManyPixels(width: Int, height: Int)
    /// Letters in an SVG: they would look as the reader's fonts do, not as they were drawn.
    case letters
    /// A part of an SVG that is more than a shape, or that points outside.
    case forbidden(String)
}

/// Portable Network Graphics (ISO/IEC 15948), as far as its frame goes.
enum PNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

    /// Pixels across and down, once every chunk is where it should be, from the header to the end.
    static func size(_ bytes: [UInt8]) throws(PictureFault) -> (width: Int, height: Int) {
        func number(at place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        var place = signature.count
        var kinds: [String] = []
        while place + 12 <= bytes.count {
            let length = number(at: place)
            kinds.append(String(decoding: bytes[place + 4..<place + 8], as: UTF8.self))
            if kinds.count == 1 { guard kinds == ["IHDR"], length == 13 else { throw .damaged } }
            place += 12 + length
            if kinds.last == "IEND" { break }
        }
        guard place == bytes.count, kinds.last == "IEND", kinds.contains("IDAT") else { throw .damaged }
        return (number(at: signature.count + 8), number(at: signature.count + 12))
    }
}
