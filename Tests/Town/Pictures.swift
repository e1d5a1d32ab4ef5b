package import Foundation
import Testing

/// Pictures for stories, made when they are needed.
package enum Pictures {
    /// A photo of a camera that was held upright in Bistrik, and wrote that down: turned by a quarter, with where it was.
    package static func photo(width: Int = 2_000, height: Int = 1_200) throws -> [UInt8] {
        let place = FileManager.default.temporaryDirectory.appending(path: "photo-\(UUID().uuidString).jpg")
        defer { try? FileManager.default.removeItem(at: place) }
        try run("vips", ["black", place.path, "\(width)", "\(height)", "--bands", "3"])
        let plain = Array(try Data(contentsOf: place))
        let exif = Array("Exif\0\0".utf8) + tiff
        return plain[..<2] + [0xff, 0xe1] + short(exif.count + 2) + exif + plain[2...]
    }

    /// Orientation 6 and a latitude of 45° 46′ 10″ N.
    private static let tiff: [UInt8] = {
        func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] { short(tag) + short(type) + long(count) + value }
        let directory = short(2) + entry(0x0112, 3, 1, short(6) + short(0)) + entry(0x8825, 4, 1, long(38)) + long(0)
        let place = short(2) + entry(1, 2, 2, Array("N\0\0\0".utf8)) + entry(2, 5, 3, long(68)) + long(0) + [45, 1, 46, 1, 10, 1].flatMap(long)
        return Array("MM\0*".utf8) + long(8) + directory + place
    }()

    /// A PNG of one colour as large as its head says, or of nothing at all if that is too much to write.
    package static func png(width: Int, height: Int) -> [UInt8] {
        func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
            let body = Array(name.utf8) + data
            return long(data.count) + body + long(Int(checksum(body)))
        }
        let head = long(width) + long(height) + [1, 0, 0, 0, 0]
        let content: [UInt8] = [0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]
        return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + chunk("IHDR", head) + chunk("IDAT", content) + chunk("IEND", [])
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xffff_ffff) { sum, byte in (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xedb8_8320 ^ (sum >> 1) : sum >> 1 } }
    }

    private static func short(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 0xff), UInt8(number & 0xff)] }
    private static func long(_ number: Int) -> [UInt8] { short(number >> 16) + short(number & 0xffff) }

    /// What libvips tells of a picture: its size, and all that is written into it.
    package static func told(of bytes: [UInt8]) throws -> String {
        let place = FileManager.default.temporaryDirectory.appending(path: "told-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        try Data(bytes).write(to: place)
        return try run("vipsheader", ["-a", place.path])
    }

    @discardableResult
    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process(), answer = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/\(program)")
        process.arguments = arguments
        process.standardOutput = answer
        try process.run()
        let told = try answer.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: told, as: UTF8.self)
    }
}
