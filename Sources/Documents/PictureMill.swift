public import Foundation

/// Makes the sizes in which a picture is shown. What strangers send is never decoded in this process: libvips does it in one of its own, with limits of
/// time, memory and pixels, and with its well-tried readers alone.
///
/// The sizes are JPEG: turned as the camera was held, in sRGB, on white, and without anything that the camera wrote into them, such as where it was.
public struct PictureMill: Sendable {
    /// One size, as a file in the folder that was named.
    public struct Made: Sendable {
        public let place: URL
        public let width: Int
        public let height: Int
    }

    /// Pixels along the longer side, the largest first.
    public static let sides = [1_600, 960, 480, 240]
    public static let pixelsMax = 60_000_000
    public static let type = "image/jpeg"

    private static let seconds = 30
    private static let memory = 1 << 30
    /// One picture after another, so that many cost no more memory than one.
    private static let line = DispatchQueue(label: "pictures")

    /// Whether a file begins like a picture that is taken.
    public static func knows(_ head: [UInt8]) -> Bool {
        head.starts(with: [0xff, 0xd8, 0xff]) || head.starts(with: PNG.signature) || (head.starts(with: "RIFF".utf8) && head.dropFirst(8).starts(with: "WEBP".utf8))
    }

    /// - Parameter folder: where the sizes are put; it must be there. What is left in it after a fault is the caller's to remove.
    /// - Throws: ``PictureMillFault``
    public static func sizes(of picture: URL, in folder: URL) async throws -> [Made] {
        let (width, height) = try await size(of: picture)
        guard width * height <= pixelsMax else {
            throw PictureMillFault.tooManyPixels(width: width, height: height)
        }
        var made: [Made] = []
        for side in sides where made.isEmpty || side < max(width, height) {
            let place = folder.appending(path: "\(side).jpg")
            let options = "[Q=82,optimize_coding,interlace,strip,background=255]"
            _ = try await run("vipsthumbnail", [picture.path, "--size", "\(side)x\(side)>", "--export-profile", "srgb", "-o", place.path + options])
            guard FileManager.default.fileExists(atPath: place.path) else { throw PictureMillFault.damaged }
            let (width, height) = try await size(of: place)
            made.append(Made(place: place, width: width, height: height))
        }
        return made
    }

    /// How a picture looks, in 64 bits: whether each of its 64 fields is brighter than the one at its right. Pictures that look alike differ in few of them,
    /// whatever their sizes and how they were packed.
    /// - Parameter picture: one of the sizes that were made here.
    public static func mark(of picture: URL, in folder: URL) async throws -> UInt64 {
        let small = folder.appending(path: "mark.png"), table = folder.appending(path: "mark.csv")
        _ = try await run("vipsthumbnail", [picture.path, "--size", "9x8!", "-o", small.path])
        _ = try await run("vips", ["colourspace", small.path, table.path, "b-w"])
        let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").map { line in line.split(separator: "\t").compactMap { Double($0) } }
        guard rows.count == 8, rows.allSatisfy({ $0.count == 9 }) else { throw PictureMillFault.damaged }
        return rows.reduce(UInt64(0)) { mark, row in zip(row, row.dropFirst()).reduce(mark) { $0 << 1 | ($1.0 > $1.1 ? 1 : 0) } }
    }

    /// Pixels along the longer side, as the head of the file says.
    public static func side(of picture: URL) async throws -> Int {
        let (width, height) = try await size(of: picture)
        return max(width, height)
    }

    /// As the head of the file says; nothing is decoded for it.
    private static func size(of picture: URL) async throws -> (width: Int, height: Int) {
        let told = try await run("vipsheader", [picture.path])
        let facts = told.split(separator: ": ").last ?? ""
        guard let found = facts.firstMatch(of: /^(\d{1,9})x(\d{1,9})\s/), let width = Int(found.1), let height = Int(found.2) else { throw PictureMillFault.damaged }
        return (width, height)
    }

    static func run(_ program: String, _ arguments: [String]) async throws -> String {
        try await withCheckedThrowingContinuation { done in
            line.async { done.resume(with: Result { try runNow(program, arguments) }) }
        }
    }

    private static func runNow(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process(), answer = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/prlimit")
        process.arguments = ["--as=\(memory)", "--cpu=\(seconds)", "--core=0", "--", program] + arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = answer
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { throw PictureMillFault.noProgram }
        let late = DispatchWorkItem { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: late)
        let told = (try? answer.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        late.cancel()
        switch (process.terminationReason, process.terminationStatus) {
        case (.exit, 0): return String(decoding: told, as: UTF8.self)
        case (.exit, 127), (.exit, 126): throw PictureMillFault.noProgram
        case (.uncaughtSignal, SIGKILL), (.uncaughtSignal, SIGXCPU): throw PictureMillFault.tooLong
        default: throw PictureMillFault.damaged
        }
    }
}

/// Why no sizes are made of a picture.
public enum PictureMillFault: Error, Hashable, Sendable {
    case damaged, tooLong
    case tooManyPixels(width: Int, height: Int)
    /// libvips-tools is not installed.
    case noProgram
}
